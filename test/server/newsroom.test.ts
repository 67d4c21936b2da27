import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver/node';
import { assertEnded } from '../work.ts';
import { folder, rangeOf, type Session, startSession } from './session.ts';

const house = 'extends: china-report\nfields:\n  slug: {unique: true}\n  title: {unique: true}\n';

/** A newsroom of many articles, in many folders, with as many pictures. */
function manyFiles(count: number): Readonly<Record<string, string>> {
  const files: Record<string, string> = { 'copydesk.yml': house };
  for (let number = 0; number < count; number++) {
    const name = `${2000 + (number % 25)}-${String(1 + (number % 12)).padStart(2, '0')}-15-稿件${number}`;
    files[`栏目${number % 40}/${name}.md`] =
      `---\ntitle: 第${number}篇稿件\ncolumn: 乡村\nslug: s${number}\nkeywords: [词${number % 300}, 清泉]\n---\n\n正文。\n`;
    files[`图片/${name}.jpg`] = '';
  }
  return files;
}

describe('language server: a newsroom of two thousand articles', () => {
  let session: Session;
  const uri = `${folder}/栏目1/新稿.md`;
  const head = '---\ntitle: 新稿\ncolumn: 乡村\nslug: s7\nkeywords: [清泉, ]\ncover: \nrelated:\n  - url: \n---\n\n';

  before(async () => {
    session = await startSession({ files: { ...manyFiles(2000), '栏目1/新稿.md': head } });
    // 300 KB of text under it.
    session.open('栏目1/新稿.md', head + '清泉镇的柿子红了，收购的货车一早就到了村口。\n\n'.repeat(4500));
    await session.diagnostics(uri, (all) => all.some(({ message }) => JSON.stringify(message).includes('稿件7.md')));
    await complete('url: ');
  });
  after(() => session.stop());

  async function complete(after: string): Promise<{ items: CompletionItem[]; isIncomplete: boolean }> {
    const { end } = rangeOf(session.text(uri), after);
    const params = { textDocument: { uri }, position: end };
    const found = await session.request<CompletionItem[] | { items: CompletionItem[]; isIncomplete: boolean }>(
      'textDocument/completion',
      params,
    );
    return Array.isArray(found) ? { items: found, isIncomplete: false } : found;
  }

  async function timed<T>(what: string, run: () => Promise<T>): Promise<T> {
    const asked = session.asked.length;
    const before = process.cpuUsage();
    const result = await run();
    assertEnded(what, before);
    assert.deepEqual(session.asked.slice(asked), [], `${what} looked at files`);
    return result;
  }

  it('is not read again for a completion, a hover or a keystroke', async () => {
    const urls = await timed('a link', () => complete('url: '));
    assert.ok(urls.isIncomplete);
    assert.match(urls.items[0]?.label ?? '', /2024-/);
    assert.equal((await timed('a picture', () => complete('cover: '))).items.length, 200);
    const tags = await timed('a tag', () => complete('清泉, '));
    assert.ok(tags.isIncomplete && !tags.items.some(({ label }) => label === '清泉'));
    await timed('a column', () => complete('column: '));
    await timed('a field', () => complete('- url: \n'));
    const hover = { textDocument: { uri }, position: { line: 1, character: 2 } };
    await timed('a hover', () => session.request('textDocument/hover', hover));
    const { start } = rangeOf(session.text(uri), '清泉镇');
    for (const [what, at] of [
      ['a key in the text', start],
      ['a key in the front matter', rangeOf(session.text(uri), '新稿').end],
    ] as const) {
      await timed(what, async () => {
        session.change(uri, { start: at, end: at }, '新');
        await session.diagnostics(uri);
      });
    }
  });

  it('offers, of too many, what fits what is typed', async () => {
    const { end } = rangeOf(session.text(uri), 'url: ');
    session.change(uri, { start: end, end }, '第1999');
    const { items } = await timed('a link that is typed', () => complete('第1999'));
    assert.deepEqual(
      items.map(({ label }) => label),
      ['../栏目39/2024-08-15-稿件1999.md'],
    );
  });
});
