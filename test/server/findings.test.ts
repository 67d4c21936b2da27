import assert from 'node:assert/strict';
import { folder, rangeOf, type Session, type SessionOptions, startSession } from './session.ts';

const house = 'extends: china-report\nname: 柳河晚报\n';
const front = '---\ntitle: 柿子红了清泉镇\ncolumn: 乡村\nsource: 中国报道\npublished: 2026-05-04 09:30:00\n---\n\n';

describe('language server: findings', () => {
  let session: Session;
  async function start(options: SessionOptions = {}): Promise<Session> {
    session = await startSession({ files: { 'copydesk.yml': house }, ...options });
    return session;
  }
  afterEach(() => session.stop());

  it('shows findings of unsaved text, in the reader’s language, with a link to the check', async () => {
    await start({ locale: 'zh-cn', options: { pages: true } });
    const uri = session.open('a.md', `${front}中国报道讯（苏禾）清泉镇•河口镇签约。\n`);
    const [finding] = (
      await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'wrong-interpunct'))
    ).filter(({ code }) => code === 'wrong-interpunct');
    assert.ok(finding);
    assert.match(String(finding.message), /[\u4e00-\u9fff]/);
    assert.equal(finding.codeDescription?.href, 'copydesk:/checks/wrong-interpunct.md');
    assert.deepEqual(finding.range, rangeOf(session.text(uri), '•'));
  });

  it('follows edits, each a change of a range', async () => {
    await start();
    const uri = session.open('a.md', `${front}清泉镇•河口镇签约。\n`);
    await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'wrong-interpunct'));
    session.change(uri, rangeOf(session.text(uri), '•'), '·');
    await session.diagnostics(uri, (all) => all.every(({ code }) => code !== 'wrong-interpunct'));
  });

  it('ends with the findings of the last text, however fast one types', async () => {
    await start();
    const uri = session.open('a.md', `${front}清泉镇。\n`);
    for (let i = 0; i < 200; i++) {
      const end = { line: 7, character: session.text(uri).split('\n')[7]?.length ?? 0 };
      session.change(uri, { start: end, end }, i % 2 === 0 ? '山•水' : '——');
    }
    const last = await session.diagnostics(uri, (all) => all.length > 0);
    const fresh = await startSession({ files: { 'copydesk.yml': house } });
    const again = fresh.open('a.md', session.text(uri));
    assert.deepEqual(last, await fresh.diagnostics(again, (all) => all.length > 0));
    await fresh.stop();
  });

  it('says nothing of a text that was edited while it was being read', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let reached = () => {};
    const reading = new Promise<void>((resolve) => {
      reached = resolve;
    });
    await start({
      options: { commands: true },
      hold(uri) {
        if (!uri.endsWith('copydesk.yml')) return undefined;
        reached();
        return held;
      },
    });
    const uri = session.open('a.md', `${front}清泉镇•河口镇签约。\n`);
    await reading;
    // The first text's check waits for the house; an answer says when the server has the second.
    await session.desk('copydesk/explain', { id: 'wrong-interpunct' });
    session.change(uri, rangeOf(session.text(uri), '•'), '·');
    await session.desk('copydesk/explain', { id: 'wrong-interpunct' });
    release();
    await session.diagnostics(uri);
    // What it tells of a check comes right after its findings.
    await session.desk('copydesk/explain', { id: 'wrong-interpunct' });
    assert.deepEqual(
      session.checked.map(({ version }) => version),
      [2],
    );
  });

  it('takes a file for an article by its front matter, or by the house file above it', async () => {
    await start({ files: {} });
    const plain = session.open('notes.md', '清泉镇•河口镇\n');
    const article = session.open('a.md', `${front}清泉镇•河口镇\n`);
    await session.diagnostics(article, (all) => all.some(({ code }) => code === 'wrong-interpunct'));
    assert.deepEqual(await session.diagnostics(plain), []);
    session.files.set(`${folder}/copydesk.yml`, house);
    session.watched(`${folder}/copydesk.yml`, 1);
    await session.diagnostics(plain, (all) => all.some(({ code }) => code === 'wrong-interpunct'));
    const readme = session.open('README.md', '# 清泉•河口\n');
    assert.deepEqual(await session.diagnostics(readme), []);
  });

  it('reports a faulty house file in that file, and keeps the last good house', async () => {
    await start({ files: { 'copydesk.yml': `${house}checks:\n  wrong-interpunct: off\n` } });
    const uri = session.open('a.md', `${front}清泉镇•河口镇签约。\n`);
    const off = (all: readonly { code?: unknown }[]) => all.every(({ code }) => code !== 'wrong-interpunct');
    await session.diagnostics(uri, off);
    const file = session.open('copydesk.yml', `${house}checks:\n  wrong-interpunct: off\n`, 'yaml');
    session.change(file, { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, 'colums: 1\n');
    const [fault] = await session.diagnostics(file, (all) => all.length > 0);
    assert.equal(fault?.code, 'house-file');
    assert.equal(fault.range.start.line, 2);
    const answer = await session.desk('copydesk/house', { uri });
    assert.equal(answer.name, '柳河晚报');
    session.change(uri, { start: { line: 7, character: 0 }, end: { line: 7, character: 0 } }, '又');
    await session.diagnostics(uri, off);
    session.change(file, { start: { line: 2, character: 0 }, end: { line: 5, character: 0 } }, '');
    assert.deepEqual(await session.diagnostics(file, (all) => all.length === 0), []);
    await session.diagnostics(uri, (all) => !off(all));
  });

  it('goes by the last good house and not by what can be read of a faulty one', async () => {
    const off = `${house}checks:\n  wrong-interpunct: off\n`;
    await start({ files: { 'copydesk.yml': off } });
    const uri = session.open('a.md', `${front}清泉镇•河口镇签约,好。\n`);
    const isQuiet = (all: readonly { code?: unknown }[]) =>
      all.some(({ code }) => code === 'half-width-punctuation') && all.every(({ code }) => code !== 'wrong-interpunct');
    await session.diagnostics(uri, isQuiet);
    const file = session.open('copydesk.yml', off, 'yaml');
    const { end } = rangeOf(off, 'interpunct: off');
    session.change(file, { start: end, end }, 'f');
    await session.diagnostics(file, (all) => all.length > 0);
    const { start: before } = rangeOf(session.text(uri), '清泉镇•');
    session.change(uri, { start: before, end: before }, '又');
    assert.ok(isQuiet(await session.diagnostics(uri, (all) => all.length > 0)));
  });

  it('reports a case of the house file that fails, at its line', async () => {
    await start({ files: { 'copydesk.yml': house } });
    const cases = 'cases:\n  - credit: （高远摄）\n  - credit: (高远摄)\n';
    const file = session.open('copydesk.yml', house + cases, 'yaml');
    const found = await session.diagnostics(file, (all) => all.length > 0);
    assert.deepEqual(
      found.map(({ code, range }) => [code, range.start.line]),
      [['house-file', `${house}${cases}`.split('\n').length - 2]],
    );
  });

  it('checks only when the settings say so', async () => {
    await start();
    session.configure({ check: { run: 'onSave' } });
    await session.desk('copydesk/house', {});
    const uri = session.open('a.md', `${front}清泉镇。\n`);
    await session.diagnostics(uri);
    session.change(uri, rangeOf(session.text(uri), '。'), '•河口镇。');
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(session.shown.get(uri)?.version, 1);
    session.save(uri);
    await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'wrong-interpunct'));
  });

  it('says of a text read with the wrong encoding nothing but that', async () => {
    await start({ options: { commands: true } });
    const uri = session.open('a.md', `${front}\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD•\uFFFD\n`);
    const found = await session.diagnostics(uri, (all) => all.length > 0);
    assert.deepEqual(
      found.map(({ code }) => code),
      ['wrong-encoding'],
    );
    const [action] = await session.actions(uri, found[0]?.range ?? rangeOf('', ''));
    assert.equal(action?.command?.command, 'copydesk.reopenWithEncoding');
  });

  it('clears what it showed when a file is closed, and leaves copies of other versions alone', async () => {
    await start();
    const uri = session.open('a.md', `${front}清泉镇•河口镇\n`);
    await session.diagnostics(uri, (all) => all.length > 0);
    session.close(uri);
    assert.deepEqual(await session.diagnostics(uri, (all) => all.length === 0), []);
    const old = session.open('git:/desk/a.md', `${front}清泉镇•河口镇\n`);
    assert.deepEqual(await session.diagnostics(old), []);
  });

  it('looks for images where the article is, and nowhere outside the newsroom', async () => {
    await start({ files: { 'copydesk.yml': house, '乡村/图/柿子.jpg': '' } });
    const body = '![](图/柿子.jpg)\n\n![](图/%E6%9F%BF%E5%AD%90.jpg)\n\n![](图/没有.jpg)\n\n![](../../外.jpg)\n';
    const uri = session.open('乡村/a.md', front + body);
    const found = await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'missing-image'));
    const lines = found.filter(({ code }) => code === 'missing-image').map(({ range }) => range.start.line);
    assert.deepEqual(lines, [11, 13]);
    session.files.set(`${folder}/乡村/图/没有.jpg`, '');
    session.watched(`${folder}/${encodeURI('乡村/图/没有.jpg')}`, 1);
    await session.diagnostics(uri, (all) => all.filter(({ code }) => code === 'missing-image').length === 1);
  });
});
