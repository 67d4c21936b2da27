import assert from 'node:assert/strict';
import type { CompletionItem, CompletionList } from 'vscode-languageserver/node';
import { folder, type Session, startSession } from './session.ts';

const article = '---\ntitle: 晚橙开园\nauthor: gaoyuan\n---\n\n晚橙开园了。\n';
const house = (from: string): string => `extends: plain\nfields:\n  author: {type: person, values-from: ${from}}\n`;

describe('language server: values that are read from elsewhere', () => {
  let session: Session;
  afterEach(() => session.stop());

  /** A newsroom before and after 高远 is listed: the file that says so, and whether it is new. */
  const cases: Readonly<Record<string, { from: string; before: Record<string, string>; path: string; now: string }>> = {
    'in a data file': {
      from: '_data/authors.yml',
      before: { '_data/authors.yml': 'lxq: {name: 陆晓晴}\n' },
      path: '_data/authors.yml',
      now: 'lxq: {name: 陆晓晴}\ngaoyuan: {name: 高远}\n',
    },
    'in a list of JSON': {
      from: 'data/people.json',
      before: { 'data/people.json': '[{"id": "lxq", "name": "陆晓晴"}]\n' },
      path: 'data/people.json',
      now: '[{"id": "lxq", "name": "陆晓晴"}, {"id": "gaoyuan", "name": "高远"}]\n',
    },
    'in TOML': {
      from: 'data/authors.toml',
      before: { 'data/authors.toml': '[lxq]\nname = "陆晓晴"\n' },
      path: 'data/authors.toml',
      now: '[lxq]\nname = "陆晓晴"\n\n[gaoyuan]\nname = "高远"\n',
    },
    'by a page of a folder': {
      from: '_authors',
      before: { '_authors/lxq.md': '---\nname: 陆晓晴\n---\n' },
      path: '_authors/gaoyuan.md',
      now: '---\nname: 高远\n---\n',
    },
  };
  for (const [said, { from, before, path, now }] of Object.entries(cases)) {
    it(`are followed when somebody is listed ${said}: findings and completion`, async () => {
      session = await startSession({ files: { 'copydesk.yml': house(from), ...before } });
      const uri = session.open('a.md', article);
      const refused = await session.diagnostics(uri, (all) => all.length > 0);
      assert.deepEqual(
        refused.map(({ code }) => code),
        ['bad-value'],
      );
      const place = `${folder}/${path}`;
      const isNew = !session.files.has(place);
      session.files.set(place, now);
      session.watched(place, isNew ? 1 : 2);
      assert.deepEqual(await session.diagnostics(uri, (all) => all.length === 0), []);
      const offered = await completions(session, uri);
      assert.ok(
        offered.some((item) => JSON.stringify(item).includes('高远') && textOf(item) === 'gaoyuan'),
        JSON.stringify(offered),
      );
      // And when they have left again.
      if (isNew) session.files.delete(place);
      else session.files.set(place, before[path] ?? '');
      session.watched(place, isNew ? 3 : 2);
      assert.equal((await session.diagnostics(uri, (all) => all.length > 0))[0]?.code, 'bad-value');
    });
  }

  /** Where somebody is listed outside the opened folder, and what the server asks to hear of. */
  const above: Readonly<Record<string, { from: string; path: string; before: string; now: string; base: string }>> = {
    'a data file': {
      from: '_data/authors.json',
      path: '_data/authors.json',
      before: '{"lxq": "陆晓晴"}\n',
      now: '{"lxq": "陆晓晴", "gaoyuan": "高远"}\n',
      base: 'newsroom:/_data *',
    },
    'a folder': {
      from: 'people',
      path: 'people/staff/gaoyuan.yml',
      before: '',
      now: 'name: 高远\n',
      base: 'newsroom:/people **/*',
    },
  };
  for (const [said, { from, path, before, now, base }] of Object.entries(above)) {
    it(`are followed above the opened folder: ${said}`, async () => {
      const heard: string[] = [];
      session = await startSession({ watch: (baseUri, pattern) => void heard.push(`${baseUri} ${pattern}`) });
      session.files.set('newsroom:/copydesk.yml', house(from));
      session.files.set('newsroom:/people/lxq.yml', 'name: 陆晓晴\n');
      const place = `newsroom:/${path}`;
      if (before !== '') session.files.set(place, before);
      const uri = session.open('a.md', article);
      const refused = await session.diagnostics(uri, (all) => all.length > 0);
      assert.equal(refused[0]?.code, 'bad-value');
      assert.ok(
        heard.some((one) => one.startsWith(base)),
        heard.join('\n'),
      );
      assert.equal(new Set(heard).size, heard.length, 'a place is asked for once');
      session.files.set(place, now);
      session.watched(place, before === '' ? 1 : 2);
      assert.deepEqual(await session.diagnostics(uri, (all) => all.length === 0), []);
    });
  }
});

async function completions(session: Session, uri: string): Promise<readonly CompletionItem[]> {
  const found = await session.request<CompletionList | readonly CompletionItem[] | null>('textDocument/completion', {
    textDocument: { uri },
    position: { line: 2, character: 8 },
  });
  return found === null ? [] : 'items' in found ? found.items : found;
}

const textOf = ({ textEdit, insertText, label }: CompletionItem): string => textEdit?.newText ?? insertText ?? label;
