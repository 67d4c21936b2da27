import assert from 'node:assert/strict';
import type { DeskRow } from '../../src/desk/row.ts';
import type { DeskNews } from '../../src/server/protocol.ts';
import { folder, rangeOf, type Session, startSession } from './session.ts';

const house = 'extends: china-report\n';
const front = (title: string, more = ''): string =>
  `---\ntitle: ${title}\ncolumn: 乡村\nsource: 中国报道\npublished: 2026-05-04 09:30:00\n${more}---\n\n`;

describe('language server: the rows of the desk', () => {
  let session: Session;
  let rows: Map<string, DeskRow>;
  let left = -1;
  afterEach(() => session.stop());

  async function start(files: Readonly<Record<string, string>>): Promise<void> {
    rows = new Map();
    left = -1;
    session = await startSession({
      files: { 'copydesk.yml': house, ...files },
      desk(news: DeskNews) {
        for (const uri of news.gone) rows.delete(uri);
        for (const row of news.rows) rows.set(row.uri, row);
        left = news.left;
      },
    });
  }
  async function look(): Promise<void> {
    for (const row of (await session.desk('copydesk/desk', { watch: true })).rows) rows.set(row.uri, row);
  }
  const rowAt = (path: string): DeskRow | undefined => rows.get(`${folder}/${path}`);
  async function until(what: () => boolean): Promise<void> {
    for (let turn = 0; turn < 600; turn++) {
      if (what()) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.fail(`not so: ${what}; ${JSON.stringify([...rows.values()], undefined, 1)}`);
  }

  it('come at once, and their findings after', async () => {
    await start({
      '乡村/a.md': `${front('甲', 'stage: ready\n')}清泉•河口。\n`,
      '乡村/b.md': `${front('乙')}清泉·河口。\n`,
      'README.md': '# 说明\n',
      'english/copydesk.yml': 'extends: wire\n',
      'english/c.md': '---\ntitle: Ferry\n---\n\nText.\n',
    });
    const { rows: first } = await session.desk('copydesk/desk', {});
    assert.deepEqual(first.map(({ path, stage, checked }) => [path, stage, checked]).sort(), [
      ['english/c.md', 'draft', undefined],
      ['乡村/a.md', 'ready', undefined],
      ['乡村/b.md', 'draft', undefined],
    ]);
    await look();
    await until(() => left === 0 && [...rows.values()].every(({ checked }) => checked !== undefined));
    assert.ok((rowAt('乡村/a.md')?.checked?.errors ?? 0) > 0);
    assert.equal(rowAt('乡村/b.md')?.checked?.errors, 0);
  });

  it('are known from a newsroom that was checked, and still when something came: nothing is read a second time', async () => {
    const paths = Array.from({ length: 60 }, (_, at) => `乡村/${at}.md`);
    await start(Object.fromEntries(paths.map((path) => [path, `${front(path)}清泉•河口。\n`])));
    await session.desk('copydesk/checkNewsroom', {});
    const isDone = (): boolean => left === 0 && [...rows.values()].every(({ checked }) => checked !== undefined);
    let asked = session.asked.length;
    const read = (): readonly string[] => session.asked.slice(asked).filter((one) => /^read .*\.md$/.test(one));
    await look();
    await until(isDone);
    assert.deepEqual(read(), []);
    assert.ok(paths.every((path) => (rowAt(path)?.checked?.errors ?? 0) > 0));

    asked = session.asked.length;
    left = -1;
    session.configure({});
    session.files.set(`${folder}/乡村/新.md`, `${front('新稿')}清泉•河口。\n`);
    session.watched(`${folder}/乡村/新.md`, 1);
    await until(() => isDone() && (rowAt('乡村/新.md')?.checked?.errors ?? 0) > 0);
    assert.deepEqual([...new Set(read())], [`read ${folder}/乡村/新.md`]);
  });

  it('are those of Check the Newsroom where there is no house: front matter without a field is some', async () => {
    session = await startSession({
      files: {
        'a.md': '---\n---\n\n# 甲\n\n清泉。\n',
        'b.md': '\uFEFF---\r\n---\r\n\r\n清泉。\r\n',
        'c.md': '---\n# 还没有填\n---\n\n清泉。\n',
        'd.md': '---\n\n清泉。\n',
        '说明.md': '# 说明\n',
        'README.md': '---\n---\n\n# 说明\n',
      },
    });
    session.open('开着.md', '---\n---\n\n清泉。\n');
    const { files } = await session.desk('copydesk/checkNewsroom', {});
    const listed = (await session.desk('copydesk/desk', {})).rows.map(({ path }) => path).sort();
    assert.deepEqual(listed, ['README.md', 'a.md', 'b.md', 'c.md', '开着.md'].sort());
    // The one that is open is no file yet.
    assert.equal(files, listed.length - 1);
  });

  it('follow what is typed, saved elsewhere, added and deleted, and are read no more often than that', async () => {
    await start({ '乡村/a.md': `${front('甲')}清泉。\n`, '乡村/b.md': `${front('乙')}清泉。\n` });
    await look();
    await until(() => left === 0 && rows.size === 2);
    const uri = session.open('乡村/a.md', session.files.get(`${folder}/乡村/a.md`) ?? '');
    session.change(uri, rangeOf(session.text(uri), '甲'), '丙');
    await until(() => rowAt('乡村/a.md')?.title === '丙');
    const asked = session.asked.length;
    session.change(uri, rangeOf(session.text(uri), '清泉'), '清泉•河口');
    await until(() => (rowAt('乡村/a.md')?.checked?.errors ?? 0) > 0);
    assert.deepEqual(session.asked.slice(asked), []);
    const other = `${folder}/乡村/b.md`;
    session.files.set(other, `${front('乙', 'stage: ready\n')}清泉•河口。\n`);
    session.watched(other, 2);
    await until(() => rowAt('乡村/b.md')?.stage === 'ready' && (rowAt('乡村/b.md')?.checked?.errors ?? 0) > 0);
    const third = `${folder}/乡村/d.md`;
    session.files.set(third, `${front('丁')}清泉。\n`);
    session.watched(third, 1);
    await until(() => rowAt('乡村/d.md')?.checked !== undefined);
    session.files.delete(other);
    session.watched(other, 3);
    await until(() => rows.size === 2 && rowAt('乡村/b.md') === undefined);
    session.close(uri);
    await until(() => rowAt('乡村/a.md')?.title === '甲' && rowAt('乡村/a.md')?.checked?.errors === 0);
  });

  it('go with their files and folders, though the editor keeps a document for a while; what is written in stays', async () => {
    const texts = { '乡村/a.md': `${front('甲')}清泉。\n`, '2024.05/b.md': `${front('乙')}清泉。\n` };
    await start({ ...texts, '2024.05/c.md': `${front('丙')}清泉。\n` });
    await look();
    await until(() => left === 0 && rows.size === 3);
    const [kept, gone] = Object.entries(texts).map(([path, text]) => session.open(path, text));
    assert.ok(kept !== undefined && gone !== undefined);
    session.change(kept, rangeOf(session.text(kept), '甲'), '甲稿');
    await until(() => rowAt('乡村/a.md')?.title === '甲稿');
    // Written and taken back again: nothing is lost with the file.
    session.change(gone, rangeOf(session.text(gone), '乙'), '丁');
    session.change(gone, rangeOf(session.text(gone), '丁'), '乙');
    // Another program writes, and the editor follows.
    const pulled = session.open('2024.05/c.md', `${front('丙')}清泉。\n`);
    session.files.set(pulled, `${front('戊')}清泉。\n`);
    session.change(pulled, rangeOf(session.text(pulled), '丙'), '戊');
    session.watched(pulled, 2);
    await until(() => rowAt('2024.05/c.md')?.title === '戊');
    for (const file of [...session.files.keys()]) if (file.endsWith('.md')) session.files.delete(file);
    session.watched(`${folder}/2024.05`, 3);
    session.watched(`${folder}/乡村`, 3);
    await until(() => rows.size === 1 && rowAt('乡村/a.md')?.title === '甲稿');
    session.change(gone, rangeOf(session.text(gone), '乙'), '乙稿');
    await until(() => rowAt('2024.05/b.md')?.title === '乙稿');
  });

  it('go with a folder that is deleted and made anew at once, of which only what is in it now is told', async () => {
    await start({ '乡村/a.md': `${front('甲')}清泉。\n` });
    await look();
    await until(() => left === 0 && rows.size === 1);
    session.open('乡村/a.md', `${front('甲')}清泉。\n`);
    session.files.delete(`${folder}/乡村/a.md`);
    session.files.set(`${folder}/乡村/b.md`, `${front('乙')}清泉。\n`);
    session.watched(`${folder}/乡村/b.md`, 1);
    await until(() => rows.size === 1 && rowAt('乡村/b.md')?.title === '乙');
  });

  it('stay when their folder goes and is put back with them, and go when it comes without them', async () => {
    const texts = { '乡村/a.md': `${front('甲')}清泉。\n`, '乡村/b.md': `${front('乙')}清泉。\n` };
    await start(texts);
    await look();
    await until(() => left === 0 && rows.size === 2);
    for (const [path, text] of Object.entries(texts)) session.open(path, text);
    session.files.delete(`${folder}/乡村/b.md`);
    session.watched(`${folder}/乡村`, 3);
    session.watched(`${folder}/乡村`, 1);
    await until(() => rows.size === 1 && left === 0 && rowAt('乡村/a.md')?.checked !== undefined);
    // It is an open article as before: what is typed in it is seen.
    const uri = `${folder}/乡村/a.md`;
    session.change(uri, rangeOf(session.text(uri), '甲'), '甲稿');
    await until(() => rowAt('乡村/a.md')?.title === '甲稿');
  });

  it('follow their house', async () => {
    await start({ '乡村/a.md': `${front('甲')}清泉•河口。\n` });
    await look();
    await until(() => (rowAt('乡村/a.md')?.checked?.errors ?? 0) > 0);
    const file = `${folder}/copydesk.yml`;
    session.files.set(file, `${house}checks:\n  wrong-interpunct: off\n`);
    session.watched(file, 2);
    await until(() => rowAt('乡村/a.md')?.checked?.errors === 0);
  });

  it('are told no more once nobody looks, and are true when somebody looks again', async () => {
    await start({ '乡村/a.md': `${front('甲')}清泉。\n` });
    await look();
    await until(() => left === 0);
    await session.desk('copydesk/desk', { watch: false });
    left = -1;
    const uri = session.open('乡村/a.md', `${front('戊')}清泉•河口。\n`);
    await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'wrong-interpunct'));
    assert.equal(left, -1);
    const { rows: whole } = await session.desk('copydesk/desk', { whole: true });
    assert.equal(whole[0]?.title, '戊');
    assert.ok((whole[0]?.checked?.errors ?? 0) > 0);
  });
});
