import assert from 'node:assert/strict';
import { gathered } from '../../src/server/gathered.ts';
import { folder, startSession } from './session.ts';

const long =
  '入夏以来，河湾镇新修的水渠全线通水，沿渠三个村的八百亩稻田都能自流灌溉，镇里把管护责任落到每一段，由各村用水户轮流巡渠，发现渗漏当天上报。';
const article = (title: string, day: string, body: string): string =>
  `---\ntitle: ${title}\npublished: 2026-05-${day}\n---\n\n${body}\n`;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('language server: articles that come', () => {
  it('are told to a closed one, which was checked and says the same as one of them', async () => {
    const session = await startSession({
      files: { 'copydesk.yml': 'extends: china-report\n', '乡村/a.md': article('甲', '05', long) },
    });
    await session.desk('copydesk/checkNewsroom', {});
    const uri = `${folder}/乡村/a.md`;
    // Nobody tells of a file: it is only open.
    session.open('栏目0/同.md', article('乙', '03', long));
    await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'duplicate-article'));
    await session.stop();
  });

  it('are dealt with together, once nothing has come for a while', async () => {
    const dealt: (readonly string[])[] = [];
    const coming = gathered(100, (things) => dealt.push(things));
    for (const thing of ['a', 'b', 'a', 'c']) coming.add(thing);
    assert.deepEqual(dealt, []);
    await pause(400);
    assert.deepEqual(dealt, [['a', 'b', 'c']]);
    coming.add('d');
    await pause(400);
    assert.deepEqual(dealt, [['a', 'b', 'c'], ['d']]);
  });
});
