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

  it('are looked for where they are told to be: nobody lists the newsroom for them, nor asks git again', async () => {
    const session = await startSession({
      files: {
        'copydesk.yml': 'extends: china-report\n',
        '.gitignore': '草稿/\n',
        '乡村/a.md': article('甲', '05', long),
      },
    });
    const others = () => session.asked.filter((one) => /^find |\.gitignore$/.test(one));
    const seen = (uri: string, code = 'duplicate-article') =>
      session.diagnostics(uri, (all) => all.some((one) => one.code === code));
    await seen(session.open('乡村/b.md', article('乙', '06', long)));
    const before = others().length;
    const uri = `${folder}/乡村/c.md`;
    session.files.set(uri, article('河湾镇的柿子今年早红了半个月', '07', `新渠。${long}`));
    session.watched(uri, 1);
    const third = session.open('乡村/d.md', article('河湾镇的柿子今年早红了半个月', '08', '今年的柿子红得早。'));
    await seen(third);
    assert.deepEqual(others().slice(before), []);
    // One that is gone, and one that git leaves out, have nothing that others have.
    session.files.delete(uri);
    session.watched(uri, 3);
    session.files.set(`${folder}/草稿/e.md`, article('河湾镇的柿子今年早红了半个月', '09', long));
    session.watched(`${folder}/草稿/e.md`, 1);
    session.files.set(`${folder}/.稿/f.md`, article('河湾镇的柿子今年早红了半个月', '09', long));
    session.watched(`${folder}/.稿/f.md`, 1);
    await session.diagnostics(third, (all) => all.every(({ code }) => code !== 'duplicate-article'));
    assert.deepEqual(others().slice(before), []);
    // Git's own list, and a folder, may mean anything.
    session.files.set(`${folder}/.gitignore`, '');
    session.watched(`${folder}/.gitignore`, 2);
    await seen(third);
    await session.stop();
  });

  it('wait for one reading of their house, however many there are', async () => {
    const session = await startSession({ files: { 'copydesk.yml': 'extends: china-report\n' } });
    const uris = ['甲', '乙', '丙', '丁'].map((title) =>
      session.open(`乡村/${title}.md`, article(title, '05', '正文•。')),
    );
    for (const uri of uris) await session.diagnostics(uri, (all) => all.length > 0);
    assert.deepEqual(
      session.asked.filter((one) => one === `read ${folder}/copydesk.yml`),
      [`read ${folder}/copydesk.yml`],
    );
    await session.stop();
  });
});
