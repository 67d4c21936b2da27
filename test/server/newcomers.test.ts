import assert from 'node:assert/strict';
import { folder, startSession } from './session.ts';

const long =
  '入夏以来，河湾镇新修的水渠全线通水，沿渠三个村的八百亩稻田都能自流灌溉，镇里把管护责任落到每一段，由各村用水户轮流巡渠，发现渗漏当天上报。';
const article = (title: string, day = '04', body = `清泉镇的柿子红了，${title}。`): string =>
  `---\ntitle: ${title}\npublished: 2026-05-${day}\n---\n\n${body}\n`;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('language server: many articles that come at once', () => {
  it('are met together: the newsroom is not listed for each of them', async () => {
    const session = await startSession({
      files: { 'copydesk.yml': 'extends: china-report\n', '乡村/a.md': article('甲', '05', long) },
    });
    const uri = session.open('乡村/a.md', article('甲', '05', long));
    await session.diagnostics(uri);
    const before = session.asked.filter((one) => one.startsWith('find')).length;
    const bursts = 12;
    for (let burst = 0; burst < bursts; burst++) {
      for (let number = 0; number < 10; number++) {
        const file = `${folder}/栏目${burst}/稿件${number}.md`;
        session.files.set(file, article(`第${burst}批第${number}篇`));
        session.watched(file, 1);
      }
      await pause(60);
    }
    // One that says what the open article says is met all the same.
    const twin = `${folder}/栏目0/同.md`;
    session.files.set(twin, article('乙', '03', long));
    session.watched(twin, 1);
    await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'duplicate-article'));
    const listed = session.asked.filter((one) => one.startsWith('find')).length - before;
    assert.ok(listed < bursts, `listed ${listed} times for ${bursts} bursts`);
    await session.stop();
  });
});
