import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWindow, screenshot } from '../host/driver.ts';
import { codeOf, finding, newsroom, notified, openFile, quickFixes, shown, tidy, untilServerKnows } from './window.ts';

const front = (fields: string, body = '河湾镇的水渠修好了。\n') => `---\n${fields}\n---\n\n${body}`;

/** What a finding teaches: the house file, the article, the check, what the action begins with, what the file says then. */
const lessons: readonly (readonly [
  house: string,
  article: string,
  check: string,
  title: string,
  file: string,
  says: string,
])[] = [
  [
    'extends: china-report # 本社\n',
    front('title: 水渠\ncolumn: 乡村\nsource: 中国报道\nauthor: [陆晓晴]'),
    'unknown-field',
    'Add “author” to the house as another name of “reporters”',
    'copydesk.yml',
    'aliases: [记者, author]',
  ],
  [
    'other-fields: unknown\nfields:\n  headline: {type: text}\n',
    front('headline: 水渠\nweather: 晴'),
    'unknown-field',
    'Add field “weather” to the house',
    'copydesk.yml',
    'weather:\n    type: text',
  ],
  [
    'extends: china-report\nfields:\n  column:\n    values: [乡村, 人物] # 栏目\n',
    front('title: 水渠\ncolumn: 通联部\nsource: 中国报道'),
    'bad-value',
    'Add “通联部” to the columns',
    'copydesk.yml',
    'values: [乡村, 人物, 通联部] # 栏目',
  ],
  [
    'byline:\n  forms:\n    - 海州日报讯（记者{reporters}） # 首选\n',
    front('title: 水渠', '海州日报讯（记者 陆晓晴）河湾镇的水渠修好了。\n'),
    'malformed-byline',
    'Accept this byline as a form of the house: 海州日报讯（记者 {reporters}）',
    'copydesk.yml',
    '# 首选\n    - 海州日报讯（记者 {reporters}）',
  ],
  [
    'credit:\n  forms:\n    - （{photographers}摄）\n',
    front('title: 水渠', '![水渠](../图片/稻田收割.jpg)\n\n水渠通水。（高远/摄）\n'),
    'malformed-credit',
    'Accept this credit as a form of the house: （{photographers}/摄）',
    'copydesk.yml',
    '    - （{photographers}/摄）',
  ],
  [
    'extends: china-report\n',
    front(
      'title: 水渠\ncolumn: 乡村\nsource: 中国报道\nreporters: [陶砚秋]',
      '中国报道讯（记者陶砚秋报道）河湾镇的水渠修好了。\n',
    ),
    'unknown-person',
    'Add 陶砚秋 to staff.yml',
    'staff.yml',
    '陶砚秋',
  ],
  [
    'checks:\n  long-title: {max: 5} # 短\n',
    front('title: 河湾镇的水渠修好了'),
    'long-title',
    'Turn “Long headline” down to a hint for the newsroom',
    'copydesk.yml',
    '{max: 5, severity: info} # 短',
  ],
  [
    'name: 青禾\n',
    front('title: 水渠', '清泉镇•河湾镇签约。\n'),
    'wrong-interpunct',
    'down to a hint for the newsroom',
    'copydesk.yml',
    'wrong-interpunct: ',
  ],
];

/**
 * Does what choosing an action of a finding does: its edit, then its command. Returns the finding, which is looked for
 * anew each time: the first of its check may be one by the house that was there before.
 */
async function agreed(at: vscode.Uri, check: string, title: string): Promise<vscode.Diagnostic> {
  const [found, { edit, command }] = await eventually(title, async () => {
    for (const one of vscode.languages.getDiagnostics(at)) {
      const actions = codeOf(one) === check ? await quickFixes(at, one.range) : [];
      const action = actions.find((each) => each.title.includes(title));
      if (action) return [one, action] as const;
    }
    return undefined;
  });
  assert.ok(edit);
  assert.ok(await vscode.workspace.applyEdit(edit));
  assert.ok(command);
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  return found;
}

describe('what a finding teaches the house', () => {
  before(tidy);
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await tidy();
  });

  it('takes two keys: the file says it at once, which is told, and taken back by one click', async () => {
    const place = vscode.Uri.joinPath(newsroom(), 'copydesk.yml');
    const house = 'extends: china-report\nfields:\n  column:\n    values: [乡村, 人物] # 栏目\n';
    await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(house));
    await untilServerKnows();
    const { document } = await openFile('乡村/学会.md', front('title: 水渠\ncolumn: 通联部\nsource: 中国报道'));
    await agreed(document.uri, 'bad-value', 'Add “通联部” to the columns');
    await eventually('no finding', () => shown(document.uri).every((line) => !line.includes('bad-value')));
    await notified('copydesk.yml, line 4: values: [乡村, 人物, 通联部] # 栏目');
    await screenshot('taught');
    await inWindow.click('.notifications-center >> text=Undo');
    await finding(document.uri, 'bad-value');
    const taught = await vscode.workspace.openTextDocument(place);
    await eventually('what it said before', () => taught.getText() === house);
    if (taught.isDirty) await taught.save();
  });

  it('makes the file where there is none', async () => {
    for (const name of ['copydesk.yml', 'staff.yml'])
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(newsroom(), name));
    await untilServerKnows();
    const { document } = await openFile('乡村/学会.md', front('title: 水渠', '清泉镇•河湾镇签约。\n'));
    // The house that was there is forgotten when its columns and sources are.
    await eventually('an article of no house', () => shown(document.uri).join() === 'wrong-interpunct');
    await agreed(document.uri, 'wrong-interpunct', 'off for the newsroom');
    const place = vscode.Uri.joinPath(newsroom(), 'copydesk.yml');
    const made = await vscode.workspace.openTextDocument(place);
    assert.equal(made.getText(), 'checks:\n  wrong-interpunct: off\n');
    await eventually('the finding gone', () => shown(document.uri).every((line) => !line.includes('wrong-interpunct')));
    await made.save();
  });

  for (const [house, article, check, title, file, says] of lessons) {
    it(`is written where it belongs, and then the finding is gone: ${title}`, async () => {
      const place = vscode.Uri.joinPath(newsroom(), 'copydesk.yml');
      await vscode.workspace.fs.writeFile(place, new TextEncoder().encode(house));
      const people = vscode.Uri.joinPath(newsroom(), 'staff.yml');
      await vscode.workspace.fs.writeFile(people, new TextEncoder().encode('staff:\n  - 陆晓晴\n'));
      const { document } = await openFile('乡村/学会.md', article);
      const found = await agreed(document.uri, check, title);
      const taught = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(newsroom(), file));
      await eventually('what it says', () => taught.getText().includes(says));
      await eventually('the finding gone', () =>
        vscode.languages
          .getDiagnostics(document.uri)
          .every((one) => codeOf(one) !== check || one.severity !== found.severity),
      );
      assert.deepEqual(shown(taught.uri), []);
      await taught.save();
    });
  }
});
