import assert from 'node:assert/strict';
import type { CodeAction, CompletionItem, Hover, Position } from 'vscode-languageserver/node';
import { folder, rangeOf, type Session, type SessionOptions, startSession } from './session.ts';

const house = 'extends: china-report\nname: 柳河晚报\n';
const front = '---\ntitle: 柿子红了清泉镇\ncolumn: 乡村\nsource: 中国报道\npublished: 2026-05-04 09:30:00\n---\n\n';

describe('language server: help', () => {
  let session: Session;
  async function start(options: SessionOptions = {}): Promise<Session> {
    session = await startSession({ files: { 'copydesk.yml': house }, ...options });
    return session;
  }
  afterEach(() => session.stop());

  function complete(uri: string, position: Position): Promise<CompletionItem[]> {
    return session.request('textDocument/completion', { textDocument: { uri }, position });
  }

  async function hover(uri: string, position: Position): Promise<string> {
    const found = await session.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
    return found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value : '';
  }

  it('completes the names of fields that are not there yet', async () => {
    await start({ locale: 'zh-cn' });
    const uri = session.open('a.md', '---\ntitle: 柿子\n\n---\n');
    const items = await complete(uri, { line: 2, character: 0 });
    const labels = items.map(({ label }) => label);
    assert.ok(labels.includes('column'));
    assert.ok(!labels.includes('title'));
    assert.ok(items.some(({ labelDetails }) => labelDetails?.description === '栏目（必填）'));
  });

  it('completes values while the YAML is half typed', async () => {
    await start();
    const uri = session.open('a.md', '---\ntitle: 柿子\ncolumn: \nsource: "\n---\n');
    const labels = (await complete(uri, { line: 2, character: 8 })).map(({ label }) => label);
    assert.ok(labels.includes('乡村'));
  });

  it('completes nothing in the text', async () => {
    await start();
    const uri = session.open('a.md', `${front}清泉`);
    assert.deepEqual(await complete(uri, { line: 7, character: 2 }), []);
  });

  it('explains a field, a finding and an allowance', async () => {
    await start({ locale: 'zh-cn', options: { commands: true } });
    const text = `${front}中国报道讯（苏禾）近日，清泉•河口两地签约。\n\n<!-- allow wrong-dash: 集团自己的写法 -->\n三年--一条路。\n`;
    const uri = session.open('a.md', text);
    assert.match(await hover(uri, rangeOf(text, 'column').start), /栏目/);
    const finding = await hover(uri, rangeOf(text, '•').start);
    assert.match(finding, /wrong-interpunct/);
    assert.match(finding, /间隔号/);
    assert.match(finding, /GB\/T 15834/);
    assert.match(await hover(uri, rangeOf(text, 'wrong-dash').start), /破折号/);
    assert.equal(await hover(uri, rangeOf(text, '签约').start), '');
  });

  it('mends a house file', async () => {
    await start();
    const text = 'extnds: china-report\n';
    const uri = session.open('copydesk.yml', text, 'yaml');
    const [fault] = await session.diagnostics(uri, (all) => all.length > 0);
    assert.ok(fault);
    const [action] = await session.actions(uri, fault.range);
    assert.ok(action?.edit);
    session.apply(uri, action.edit);
    assert.equal(session.text(uri), 'extends: china-report\n');
    await session.diagnostics(uri, (all) => all.length === 0);
  });

  it('knows the people of the staff file, and says where that is faulty', async () => {
    await start({ files: { 'copydesk.yml': house, 'staff.yml': 'staff:\n  - 苏禾\nstuff: 1\n' } });
    const uri = session.open('a.md', front);
    await session.diagnostics(uri);
    const [fault] = await session.diagnostics(`${folder}/staff.yml`, (all) => all.length > 0);
    assert.equal(fault?.range.start.line, 2);
  });

  it('leaves out the files that the house ignores', async () => {
    await start({ files: { 'copydesk.yml': `${house}ignore: [旧稿/]\n` } });
    const old = session.open('旧稿/a.md', `${front}清泉•河口\n`);
    assert.deepEqual(await session.diagnostics(old), []);
  });

  it('offers safe fixes as preferred, all of one check at once, and an allowance with a reason', async () => {
    await start();
    const text = `${front}清泉•河口，山•水。\n`;
    const uri = session.open('a.md', text);
    const found = await session.diagnostics(uri, (all) => all.some(({ code }) => code === 'wrong-interpunct'));
    const range = rangeOf(text, '•');
    const actions = await session.actions(uri, range);
    const [preferred, ...more] = actions.filter(({ isPreferred }) => isPreferred);
    assert.deepEqual(more, []);
    assert.deepEqual(
      preferred?.diagnostics?.map((one) => one.range),
      [found.find(({ code }) => code === 'wrong-interpunct')?.range],
    );
    const every = actions.find(({ title }) => title === 'Fix all of this kind in the article (Interpunct)');
    assert.ok(every);
    const resolved = await session.request<CodeAction>('codeAction/resolve', every);
    assert.ok(resolved.edit);
    session.apply(uri, resolved.edit);
    assert.equal((await session.request<CodeAction>('codeAction/resolve', every)).edit, undefined);
    assert.ok(session.text(uri).endsWith('清泉·河口，山·水。\n'));
  });

  it('allows findings of the body before their block, and of the front matter in its list', async () => {
    await start();
    const text = `${front.replace('柿子红了', '柿子•红了')}- 清泉•河口\n- 二\n`;
    const uri = session.open('a.md', text);
    await session.diagnostics(uri, (all) => all.filter(({ code }) => code === 'wrong-interpunct').length === 2);
    const allow = async (range: ReturnType<typeof rangeOf>) => {
      const action = (await session.actions(uri, range)).find(({ title }) => title.startsWith('Allow'));
      assert.ok(action?.edit);
      session.apply(uri, action.edit);
    };
    await allow(rangeOf(text, '•河口'));
    assert.ok(session.text(uri).includes('\n<!-- allow wrong-interpunct: reason -->\n- 清泉'));
    await session.diagnostics(uri, (all) => all.filter(({ code }) => code === 'wrong-interpunct').length === 1);
    await allow(rangeOf(session.text(uri), '•红'));
    assert.ok(session.text(uri).includes('\nallow:\n  - wrong-interpunct: reason\n---\n'));
    await session.diagnostics(uri, (all) =>
      all.every(({ code }) => code !== 'wrong-interpunct' && code !== 'front-matter-syntax'),
    );
  });

  it('fixes everything as one source action', async () => {
    await start();
    const uri = session.open('a.md', `${front}清泉•河口，山•水。\n`);
    const [action, ...more] = await session.actions(uri, rangeOf(front, '-'), 'source.fixAll');
    assert.deepEqual(more, []);
    assert.equal(action?.kind, 'source.fixAll.copydesk');
    assert.ok(action.edit);
    session.apply(uri, action.edit);
    await session.diagnostics(uri, (all) => all.every(({ code }) => code !== 'wrong-interpunct'));
    assert.deepEqual(await session.actions(uri, rangeOf(front, '-'), 'source.fixAll'), []);
  });
});
