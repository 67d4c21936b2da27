import assert from 'node:assert/strict';
import type { DocumentLink } from 'vscode-languageserver/node';
import { folder, rangeOf, type Session, type SessionOptions, startSession } from './session.ts';

const house = 'extends: china-report\nname: 柳河晚报\n';
const front = '---\ntitle: 柿子红了清泉镇\ncolumn: 乡村\nsource: 中国报道\npublished: 2026-05-04 09:30:00\n---\n\n';

describe('language server: the desk', () => {
  let session: Session;
  async function start(options: SessionOptions = {}): Promise<Session> {
    session = await startSession({ files: { 'copydesk.yml': house }, ...options });
    return session;
  }
  afterEach(() => session.stop());

  it('checks the articles of the folder that are not open, and clears what was deleted', async () => {
    await start({
      files: {
        'copydesk.yml': house,
        '乡村/a.md': `${front}清泉•河口\n`,
        '乡村/b.md': `${front}清泉·河口\n`,
        'README.md': '# 说明•说明\n',
      },
    });
    const result = await session.desk('copydesk/checkNewsroom', {});
    assert.equal(result.files, 2);
    const uri = `${folder}/乡村/a.md`;
    await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'wrong-interpunct'));
    session.files.set(uri, `${front}清泉·河口\n`);
    session.watched(uri, 2);
    await session.diagnostics(uri, (all) => all.every(({ code }) => code !== 'wrong-interpunct'));
    session.files.set(uri, `${front}清泉•河口\n`);
    session.watched(uri, 2);
    await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'wrong-interpunct'));
    session.files.delete(uri);
    session.watched(uri, 3);
    await session.diagnostics(uri, (all) => all.length === 0);
  });

  it('shows what is found in the articles of a folder that was renamed under their new paths, and clears a deleted one', async () => {
    const faulty = `${front}清泉•河口\n`;
    await start({ files: { 'copydesk.yml': house, '乡村/a.md': faulty, '乡村/旧/b.md': faulty, '乡里/c.md': faulty } });
    await session.desk('copydesk/checkNewsroom', {});
    const isFound = (uri: string) =>
      session.diagnostics(uri, (all) => all.some(({ code }) => code === 'wrong-interpunct'));
    for (const path of ['乡村/a.md', '乡村/旧/b.md', '乡里/c.md']) await isFound(`${folder}/${path}`);
    for (const path of ['a.md', '旧/b.md']) {
      session.files.delete(`${folder}/乡村/${path}`);
      session.files.set(`${folder}/三农/${path}`, faulty);
    }
    session.watched(`${folder}/乡村`, 3);
    session.watched(`${folder}/三农`, 1);
    for (const path of ['a.md', '旧/b.md']) {
      await session.diagnostics(`${folder}/乡村/${path}`, (all) => all.length === 0);
      await isFound(`${folder}/三农/${path}`);
    }
    await isFound(`${folder}/乡里/c.md`);
    for (const path of ['a.md', '旧/b.md']) session.files.delete(`${folder}/三农/${path}`);
    session.watched(`${folder}/三农`, 3);
    for (const path of ['a.md', '旧/b.md'])
      await session.diagnostics(`${folder}/三农/${path}`, (all) => all.length === 0);
  });

  it('gives a new article a path that no file has', async () => {
    await start();
    const values = { title: '柿子熟了', column: '乡村' };
    const first = await session.desk('copydesk/newArticle', { id: 'news', values });
    assert.equal(first.path, '乡村/2026-05-04-柿子熟了.md');
    assert.equal(first.root, folder);
    session.files.set(`${folder}/${first.path}`, '');
    const second = await session.desk('copydesk/newArticle', { id: 'news', values });
    assert.equal(second.path, '乡村/2026-05-04-柿子熟了-2.md');
  });

  it('fills in the reporter of the settings', async () => {
    await start();
    session.configure({ reporter: '苏禾' });
    await session.desk('copydesk/house', {});
    const { text } = await session.desk('copydesk/newArticle', {
      id: 'news',
      values: { title: '柿子熟了', column: '乡村' },
    });
    assert.match(text, /苏禾/);
  });

  it('says in a sentence that there is no such template', async () => {
    await start();
    await assert.rejects(session.desk('copydesk/newArticle', { id: 'nothing', values: {} }), /nothing/);
  });

  /** The page of an open article as a preview is sent it. */
  async function pageOf(uri: string): Promise<string> {
    const wanted = {
      uri,
      preview: 'one',
      base: 0,
      images: { root: folder, base: 'https://webview/desk' },
      trusted: false,
      remote: false,
      findings: false,
      cards: false,
    };
    return JSON.stringify(await session.desk('copydesk/pageChange', wanted)).replaceAll('\\"', '"');
  }

  it('draws the page of unsaved text, with the pictures of the newsroom and no others', async () => {
    await start({ files: { 'copydesk.yml': house, '图/柿子.jpg': '' } });
    const uri = session.open('乡村/a.md', `${front}![](../图/柿子.jpg)\n\n![](../../外.jpg)\n`);
    const html = await pageOf(uri);
    assert.match(html, /src="https:\/\/webview\/desk\/%E5%9B%BE\/%E6%9F%BF%E5%AD%90\.jpg"/);
    assert.doesNotMatch(html, /src="[^"]*外/);
  });

  it('draws, completes and opens pictures from the root of a site', async () => {
    await start({ files: { 'copydesk.yml': `${house}static: [public]\n`, 'public/图/柿子.jpg': '' } });
    const text = `${front}![](/图/柿子.jpg)\n`.replace('\n---', '\ncover: /图/柿子.jpg\n---');
    const uri = session.open('乡村/a.md', text);
    const html = await pageOf(uri);
    assert.match(html, /src="https:\/\/webview\/desk\/public\/%E5%9B%BE\/%E6%9F%BF%E5%AD%90\.jpg"/);
    const [link] = await session.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
    assert.equal(decodeURI(link?.target ?? ''), decodeURI(`${folder}/public/图/柿子.jpg`));
    const { start: at } = rangeOf(text, '/图/柿子.jpg');
    const found = await session.request<{ label: string }[] | { items: { label: string }[] }>(
      'textDocument/completion',
      { textDocument: { uri }, position: at },
    );
    assert.deepEqual(
      (Array.isArray(found) ? found : found.items).map(({ label }) => label),
      ['/图/柿子.jpg'],
    );
  });

  it('mends what the page marks, and nothing once the text was edited', async () => {
    await start();
    const uri = session.open('a.md', `${front}清泉镇•河口镇签约。\n`);
    const images = { root: folder, base: 'https://webview/desk' };
    const wanted = { uri, preview: 'one', base: 0, images, trusted: true, remote: false, findings: true, cards: false };
    const page = await session.desk('copydesk/pageChange', wanted);
    assert.ok(page && !page.same);
    const block = page.blocks.findIndex(({ html }) => html.includes('•'));
    const finding = page.blocks[block]?.findings.findIndex(({ fixes }) => fixes.length > 0) ?? -1;
    const fix = { preview: 'one', number: page.number, block, finding, fix: 0 };
    const mended = await session.desk('copydesk/pageFix', fix);
    assert.deepEqual(
      mended?.edits.map(({ newText }) => newText),
      ['·'],
    );
    session.change(uri, rangeOf(session.text(uri), '清泉镇'), '清泉');
    assert.equal(await session.desk('copydesk/pageFix', fix), null);
  });

  it('shows the house with where it comes from', async () => {
    await start();
    const { name, text, file } = await session.desk('copydesk/house', { uri: `${folder}/a.md` });
    assert.equal(name, '柳河晚报');
    assert.equal(file, `${folder}/copydesk.yml`);
    assert.match(text, /copydesk\.yml/);
  });

  it('tells the house as people read it, with where it comes from', async () => {
    session = await startSession({ files: { 'copydesk.yml': 'extends: china-report\nname: 柳河晚报\n' } });
    const sheet = await session.desk('copydesk/houseSheet', { uri: `${folder}/a.md` });
    assert.equal(sheet.name, '柳河晚报');
    assert.match(sheet.from, /copydesk\.yml/);
    assert.deepEqual(
      sheet.sections.map(({ id }) => id),
      ['fields', 'byline', 'credit', 'checks', 'off', 'pieces', 'page'].filter((id) =>
        sheet.sections.some((section) => section.id === id),
      ),
    );
    await session.stop();
    session = await startSession();
    const plain = await session.desk('copydesk/houseSheet', {});
    assert.deepEqual([plain.name, plain.id], ['', 'plain']);
  });

  it('explains a check in the reader’s language', async () => {
    await start({ locale: 'zh-cn' });
    assert.match(
      String(await session.desk('copydesk/explain', { id: 'wrong-interpunct' })),
      /# (?:Interpunct|间隔号) · wrong-interpunct[\s\S]*间隔号/,
    );
    assert.equal(await session.desk('copydesk/explain', { id: 'no-such-check' }), null);
  });

  it('fixes a whole article with edits of the characters that are wrong', async () => {
    await start();
    const uri = session.open('a.md', `${front}清泉•河口，山•水。\n\n没有问题。\n`);
    const answer = await session.desk('copydesk/fixAll', { uri });
    assert.deepEqual(
      answer?.edits.map(({ newText }) => newText),
      ['·', '·'],
    );
    assert.equal(answer.version, 1);
    assert.deepEqual([answer.fixed, answer.left], [2, 1]);
  });

  it('says what fixing a whole article leaves to a person', async () => {
    await start();
    const uri = session.open('a.md', `${front}清泉•河口。\n\n##小标题\n`);
    const answer = await session.desk('copydesk/fixAll', { uri });
    assert.deepEqual([answer?.fixed, answer?.left], [1, 2]);
    const all = await session.diagnostics(uri, (found) => found.length > 0);
    const heading = all.find(({ code }) => code === 'broken-markup');
    assert.ok(heading);
    const titles = (await session.actions(uri, heading.range)).map(({ title }) => title);
    assert.ok(
      titles.some((title) => title.includes('“## 小标题”')),
      titles.join('\n'),
    );
    assert.deepEqual(
      titles.filter((title) => title.includes('`')),
      [],
    );
  });
});
