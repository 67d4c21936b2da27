import assert from 'node:assert/strict';
import { momentWatch } from '../../src/server/moment-watch.ts';
import { startSession } from './session.ts';

const article = (stage: string, more: string): string =>
  `---\ntitle: 柳叶渡晚橙开园\ncolumn: 乡村\npublished: 2026-05-04 09:30\nsource: 中国报道\nreporters: [高远]\neditor: 周砚\nstage: ${stage}\n${more}---\n\n中国报道讯（高远报道）柳叶渡的晚橙昨天开园。\n`;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('language server: moments that come while nobody writes', () => {
  it('takes an embargo back when it is over, and tells what has expired', async () => {
    const begun = Date.now();
    // 9:59:58 by the clocks of the house, which go on.
    const now = (): number => Date.UTC(2026, 4, 4, 1, 59, 58) + (Date.now() - begun);
    const session = await startSession({ files: { 'copydesk.yml': 'extends: china-report\n' }, now });
    const early = session.open('乡村/a.md', article('ready', 'embargo: 2026-05-04 10:00\n'));
    const late = session.open('乡村/b.md', article('published', 'expires: 2026-05-04 10:00\n'));
    const waits = async (): Promise<boolean | undefined> =>
      (await session.desk('copydesk/ready', { uri: early }))?.items.some(({ kind }) => kind === 'embargo');
    const isBound = (all: readonly { readonly code?: number | string }[]): boolean =>
      all.some(({ code }) => code === 'broken-embargo');
    assert.equal(isBound(await session.diagnostics(late)), false);
    assert.equal(await waits(), true);
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
    const begun = Date.now();
    const seen: string[] = [];
    const watch = momentWatch(
      () => clock + Date.now() - begun,
      (uri) => seen.push(uri),
    );
    watch.note('a', [300, 100]);
    watch.note('b', [50]);
    watch.note('c', [-1]);
    watch.note('d', [40]);
    watch.note('d', []);
    watch.note('e', [10 * 365 * 24 * 3600 * 1000]);
    await pause(250);
    assert.deepEqual(seen, ['b', 'a']);
    watch.note('a', [300]);
    await pause(250);
    assert.deepEqual(seen, ['b', 'a', 'a']);
    // A machine that has slept is late and not lost.
    watch.note('f', [60_000]);
    clock += 60_000;
    watch.note('g', [60_000 + Date.now() - begun + 20]);
    await pause(200);
    assert.deepEqual(seen.slice(3).sort(), ['f', 'g']);
  });
});
