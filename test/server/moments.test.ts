import assert from 'node:assert/strict';
import { momentWatch } from '../../src/server/moment-watch.ts';
import { startSession } from './session.ts';

const article = (stage: string, more: string): string =>
  `---\ntitle: 柳叶渡晚橙开园\ncolumn: 乡村\npublished: 2026-05-04 09:30\nsource: 中国报道\nreporters: [高远]\neditor: 周砚\nstage: ${stage}\n${more}---\n\n中国报道讯（高远报道）柳叶渡的晚橙昨天开园。\n`;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('language server: moments that come while nobody writes', () => {
  it('takes an embargo back when it is over, and tells what has expired', async () => {
    let begun: number | undefined;
    // Two seconds to ten by the clocks of the house, which stand until something was seen.
    const now = (): number => Date.UTC(2026, 4, 4, 1, 59, 58) + (begun === undefined ? 0 : Date.now() - begun);
    const session = await startSession({ files: { 'copydesk.yml': 'extends: china-report\n' }, now });
    const early = session.open('乡村/a.md', article('ready', 'embargo: 2026-05-04 10:00\n').replace('09:30', '10:30'));
    const late = session.open('乡村/b.md', article('published', 'expires: 2026-05-04 10:00\n'));
    const waits = async (): Promise<boolean | undefined> =>
      (await session.desk('copydesk/ready', { uri: early }))?.items.some(({ kind }) => kind === 'embargo');
    const isBound = (all: readonly { readonly code?: number | string }[]): boolean =>
      all.some(({ code }) => code === 'broken-embargo');
    assert.equal(isBound(await session.diagnostics(late)), false);
    assert.equal(await waits(), true);
    begun = Date.now();
    await session.diagnostics(late, isBound);
    assert.equal(await waits(), false);
    await session.stop();
  });

  it('knows which day it is by the clock of the newsroom', async () => {
    // Ten in the morning in Shanghai is the day before in Honolulu.
    for (const [zone, day] of [
      ['Pacific/Honolulu', '2026-05-03'],
      ['Asia/Shanghai', '2026-05-04'],
    ] as const) {
      const session = await startSession({ files: { 'copydesk.yml': `extends: china-report\ntime-zone: ${zone}\n` } });
      assert.equal((await session.desk('copydesk/today', {})).day, day);
      assert.equal((await session.desk('copydesk/dayPage', {})).day, day);
      await session.stop();
    }
  });

  it('looks once at each moment of each article, and not at what was taken back', async () => {
    let clock = 0;
    const seen: string[] = [];
    const watch = momentWatch(
      () => clock,
      (uri) => seen.push(uri),
    );
    const seenAt = async (moment: number): Promise<string> => {
      clock = moment;
      await pause(150);
      return seen.splice(0).join();
    };
    watch.note('a', [70, 30]);
    watch.note('b', [20]);
    watch.note('c', [-1, 0]);
    watch.note('d', [10]);
    watch.note('d', []);
    watch.note('e', [10 * 365 * 24 * 3600 * 1000]);
    assert.equal(await seenAt(19), '');
    assert.equal(await seenAt(40), 'a,b');
    watch.note('a', [70, 30]);
    assert.equal(await seenAt(69), '');
    assert.equal(await seenAt(80), 'a');
    assert.equal(await seenAt(200), '');
  });
});
