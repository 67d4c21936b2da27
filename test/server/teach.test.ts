import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TaughtEdit } from '../../src/server/teach-protocol.ts';
import { folder, type Session, type SessionOptions, startSession } from './session.ts';

const capable: SessionOptions['workspaceEdit'] = {
  changeAnnotationSupport: {},
  resourceOperations: ['create'],
};

/** What a finding teaches: the file, its text, the article, the check, the title of the action, the text of the file then. */
type Case = readonly [
  what: string,
  files: Readonly<Record<string, string>>,
  article: string,
  check: string,
  title: string,
  file: string,
  result: string,
];

const front = (fields: string, body = '河湾镇的水渠修好了。\n') => `---\n${fields}\n---\n\n${body}`;

const cases: readonly Case[] = [
  [
    'another name of a field',
    { 'copydesk.yml': '# 本社\nextends: china-report\nfields:\n  reporters: {required: never}\n' },
    front('title: 水渠\ncolumn: 乡村\nsource: 中国报道\nauthor: [陆晓晴]'),
    'unknown-field',
    'Add “author” to the house as another name of “reporters”',
    'copydesk.yml',
    '# 本社\nextends: china-report\nfields:\n  reporters: {required: never, aliases: [记者, author]}\n',
  ],
  [
    'a field',
    { 'copydesk.yml': 'other-fields: unknown\nfields:\n  headline: {type: text} # 题\n\nchecks:\n  wrong-dash: off\n' },
    front('headline: 水渠\nweather: 晴'),
    'unknown-field',
    'Add field “weather” to the house',
    'copydesk.yml',
    'other-fields: unknown\nfields:\n  headline: {type: text} # 题\n  weather:\n    type: text\n\nchecks:\n  wrong-dash: off\n',
  ],
  [
    'a column',
    { 'copydesk.yml': 'extends: china-report\nfields:\n  column:\n    values: [乡村, 人物] # 本站栏目\n' },
    front('title: 水渠\ncolumn: 通联部\nsource: 中国报道'),
    'bad-value',
    'Add “通联部” to the columns',
    'copydesk.yml',
    'extends: china-report\nfields:\n  column:\n    values: [乡村, 人物, 通联部] # 本站栏目\n',
  ],
  [
    'a byline',
    { 'copydesk.yml': 'byline:\n  forms:\n    - 海州日报讯（记者{reporters}） # 首选\nname: 海州日报\n' },
    front('title: 水渠', '海州日报讯（记者 陆晓晴）河湾镇的水渠修好了。\n'),
    'malformed-byline',
    'Accept this byline as a form of the house: 海州日报讯（记者 {reporters}）',
    'copydesk.yml',
    'byline:\n  forms:\n    - 海州日报讯（记者{reporters}） # 首选\n    - 海州日报讯（记者 {reporters}）\nname: 海州日报\n',
  ],
  [
    'a credit',
    { 'copydesk.yml': 'credit: {forms: ["（{photographers}摄）"]}\n' },
    front('title: 水渠', '![水渠](a.jpg)\n\n水渠通水。（高远/摄）\n'),
    'malformed-credit',
    'Accept this credit as a form of the house: （{photographers}/摄）',
    'copydesk.yml',
    'credit: {forms: ["（{photographers}摄）", "（{photographers}/摄）"]}\n',
  ],
  [
    'a colleague',
    { 'copydesk.yml': 'extends: china-report\n', 'staff.yml': 'staff:\n  - 陆晓晴 # 记者部\n' },
    front(
      'title: 水渠\ncolumn: 乡村\nsource: 中国报道\nreporters: [周砚]',
      '中国报道讯（记者周砚报道）河湾镇的水渠修好了。\n',
    ),
    'unknown-person',
    'Add 周砚 to staff.yml',
    'staff.yml',
    'staff:\n  - 陆晓晴 # 记者部\n  - 周砚\n',
  ],
  [
    'a hint',
    { 'copydesk.yml': 'checks:\n  # 试一试\n  long-title: {max: 5}\n' },
    front('title: 河湾镇的水渠修好了'),
    'long-title',
    'Turn “Long headline” down to a hint for the newsroom',
    'copydesk.yml',
    'checks:\n  # 试一试\n  long-title: {max: 5, severity: info}\n',
  ],
  [
    'silence, in a file of its own',
    {},
    front('title: 水渠', '他说……好...\n'),
    'wrong-ellipsis',
    'Turn “Ellipsis” off for the newsroom',
    'copydesk.yml',
    'checks:\n  wrong-ellipsis: off\n',
  ],
];

describe('language server: what findings teach the house', () => {
  let session: Session;
  afterEach(() => session.stop());

  async function actionsFor(
    files: Readonly<Record<string, string>>,
    text: string,
    check: string,
    more: SessionOptions = {},
  ) {
    session = await startSession({ files, workspaceEdit: capable, ...more });
    const uri = session.open('乡村/a.md', text);
    const found = await session.diagnostics(uri, (all) => all.some(({ code }) => code === check));
    const diagnostic = found.find(({ code }) => code === check);
    assert.ok(diagnostic);
    return { uri, actions: await session.actions(uri, diagnostic.range) };
  }

  const changes = (edit: WorkspaceEdit | undefined) => edit?.documentChanges ?? [];
  const isText = (change: object): change is TextDocumentEdit => 'textDocument' in change;

  /** The text of the file that an action edits, after it. */
  function after(action: CodeAction): { readonly path: string; readonly text: string } {
    const [edit, ...more] = changes(action.edit).filter(isText);
    assert.ok(edit && more.length === 0 && edit.edits.length === 1);
    const before = session.files.get(edit.textDocument.uri) ?? '';
    const edits = edit.edits.filter((one) => 'newText' in one);
    const text = TextDocument.applyEdits(TextDocument.create('', '', 0, before), edits);
    return { path: edit.textDocument.uri.slice(folder.length + 1), text };
  }

  for (const [what, files, text, check, title, file, result] of cases) {
    it(`is ${what}, in one edit of one place, and then the finding is gone`, async () => {
      const { uri, actions } = await actionsFor(files, text, check);
      const action = actions.find((one) => one.title === title);
      assert.ok(action, actions.map((one) => one.title).join(' | '));
      assert.deepEqual(after(action), { path: file, text: result });
      const [annotation] = Object.values(action.edit?.changeAnnotations ?? {});
      assert.deepEqual([annotation?.label, annotation?.needsConfirmation], [title, true]);
      assert.deepEqual(
        changes(action.edit).map((change) => ('kind' in change ? change.kind : 'edit')),
        file in files ? ['edit'] : ['create', 'edit'],
      );
      const severity = session.shown.get(uri)?.diagnostics.find(({ code }) => code === check)?.severity;
      session.files.set(`${folder}/${file}`, result);
      session.watched(`${folder}/${file}`, file in files ? 2 : 1);
      await session.diagnostics(uri, (all) => !all.some((one) => one.code === check && one.severity === severity));
      assert.deepEqual(session.shown.get(`${folder}/${file}`)?.diagnostics ?? [], []);
    });
  }

  it('is made at once by our extension, which says what the file says now and takes it back', async () => {
    for (const [, files, text, check, title, file, result] of cases) {
      const { actions } = await actionsFor(files, text, check, { options: { commands: true } });
      const action = actions.find((one) => one.title === title);
      assert.ok(action);
      assert.equal(action.edit?.changeAnnotations, undefined);
      assert.deepEqual(after(action), { path: file, text: result });
      assert.equal(action.command?.command, 'copydesk.taught');
      const [taught] = (action.command?.arguments ?? []) as readonly TaughtEdit[];
      assert.ok(taught);
      assert.deepEqual([taught.uri, taught.isNew], [`${folder}/${file}`, !(file in files)]);
      // What was written stands where it says, and what stood there before makes the old file of it.
      const now = TextDocument.create('', '', 0, result);
      const from = now.offsetAt(taught.start);
      assert.equal(result.slice(from, from + taught.after.length), taught.after);
      assert.equal(
        result.slice(0, from) + taught.before + result.slice(from + taught.after.length),
        files[file] ?? '',
        title,
      );
      await session.stop();
    }
    session = await startSession();
  });

  it('is said in Chinese to who reads Chinese', async () => {
    const { actions } = await actionsFor({ 'copydesk.yml': 'name: 青禾\n' }, '他说……好...\n', 'wrong-ellipsis', {
      locale: 'zh-cn',
    });
    assert.ok(
      actions.some(({ title }) => title === '全社关闭“省略号”检查'),
      actions.map(({ title }) => title).join(' | '),
    );
  });

  it('is a version of the open house file, and nothing while that has faults', async () => {
    session = await startSession({ files: { 'copydesk.yml': 'name: 青禾\n' }, workspaceEdit: capable });
    const house = session.open('copydesk.yml', 'name: 青禾报\n', 'yaml');
    const uri = session.open('a.md', '他说……好...\n');
    const [found] = await session.diagnostics(uri, (all) => all.length > 0);
    assert.ok(found);
    const off = async () => (await session.actions(uri, found.range)).find(({ title }) => /^Turn .* off/.test(title));
    const [edit] = changes((await off())?.edit).filter(isText);
    assert.deepEqual(edit?.textDocument, { uri: house, version: 1 });
    session.change(house, { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } }, 'nmae');
    await session.diagnostics(house, (all) => all.length > 0);
    assert.equal(await off(), undefined);
  });

  it('is a file of its own where the house file was deleted, though the editor keeps its document for a while', async () => {
    const text = '# 本社\nchecks:\n  wrong-dash: off\n';
    session = await startSession({ files: { 'copydesk.yml': text }, workspaceEdit: capable });
    const house = session.open('copydesk.yml', text, 'yaml');
    const uri = session.open('乡村/a.md', front('title: 水渠', '他说……好...\n'));
    const all = await session.diagnostics(uri, (some) => some.some(({ code }) => code === 'wrong-ellipsis'));
    const found = all.find(({ code }) => code === 'wrong-ellipsis');
    assert.ok(found);
    session.files.delete(house);
    session.watched(house, 3);
    const off = async () => (await session.actions(uri, found.range)).find(({ title }) => /^Turn .* off/.test(title));
    const action = await off();
    assert.ok(action);
    assert.deepEqual(after(action), { path: 'copydesk.yml', text: 'checks:\n  wrong-ellipsis: off\n' });
    assert.deepEqual(
      changes(action.edit).map((change) => ('kind' in change ? change.kind : change.textDocument.version)),
      ['create', null],
    );
    assert.deepEqual(await session.desk('copydesk/addTerm', { uri, not: '报导' }), {
      uri: house,
      isNew: true,
      edits: [
        {
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
          newText: 'terms:\n  - {not: 报导}\n',
        },
      ],
    });
  });

  it('is offered with no annotation and no new file to clients that know neither', async () => {
    const { actions } = await actionsFor({ 'copydesk.yml': 'name: 青禾\n' }, '他说……好...\n', 'wrong-ellipsis', {
      workspaceEdit: {},
    });
    const action = actions.find(({ title }) => /^Turn .* off/.test(title));
    assert.equal(action?.edit?.changeAnnotations, undefined);
    assert.ok(action);
    await session.stop();
    const without = await actionsFor({}, front('title: 水渠', '他说……好...\n'), 'wrong-ellipsis', {
      workspaceEdit: {},
    });
    assert.ok(!without.actions.some(({ title }) => title.startsWith('Turn ')));
  });
});
