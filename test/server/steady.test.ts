import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { folder, type Session, startSession } from './session.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const front = '---\ntitle: 柿子红了清泉镇\npublished: 2026-05-04 09:30:00\nreporters: [苏禾]\n---\n\n';

describe('a server that runs all day', () => {
  let session: Session;

  afterEach(() => session.stop());

  it('keeps nothing of articles that were opened, changed and closed', async () => {
    session = await startSession({ files: { 'copydesk.yml': 'extends: china-report\n' } });
    const day = async (from: number, to: number): Promise<number> => {
      for (let i = from; i < to; i++) {
        const body = Array.from({ length: 40 }, (_, line) => `第${i}稿第${line}段，清泉镇•河口镇。`).join('\n\n');
        const uri = session.open(`a${i}.md`, `${front}${body}\n`);
        await session.diagnostics(uri, (all) => all.length > 0);
        session.close(uri);
      }
      await session.desk('copydesk/house', {});
      collect();
      return process.memoryUsage().heapUsed;
    };
    // Caches fill first; they have an end.
    const before = await day(0, 100);
    const after = await day(100, 600);
    assert.ok(after - before < 20_000_000, `${((after - before) / 1e6).toFixed(1)} MB more after 500 articles`);
  });

  it('stops a check of the newsroom that nobody waits for, and says so', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`乡村/${i}.md`, `${front}清泉镇•河口镇。\n`]),
    );
    session = await startSession({ files: { 'copydesk.yml': 'extends: china-report\n', ...files } });
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    const checking = session.request<{ files: number; cancelled: boolean }>(
      'copydesk/checkNewsroom',
      { uri: folder },
      source.token,
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    source.cancel();
    const result = await checking.then(
      ({ files: checked, cancelled }) => ({ checked, cancelled }),
      () => ({ checked: 0, cancelled: true }),
    );
    assert.equal(result.cancelled, true);
    assert.ok(result.checked < 300, `${result.checked} articles were checked all the same`);
  });
});
