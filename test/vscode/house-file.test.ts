import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWindow, press, screenshot, type } from '../host/driver.ts';
import { actionsAt, finding, newsroom, noFinding, rangeOf, tidy } from './window.ts';

/** Shows a house file with this text, unsaved; `|` is where the cursor goes. */
async function houseFile(marked: string, path = 'copydesk.yml', crlf = false): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(newsroom(), path));
  const editor = await vscode.window.showTextDocument(document);
  const at = marked.indexOf('|');
  const text = at < 0 ? marked : marked.slice(0, at) + marked.slice(at + 1);
  const whole = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
  await editor.edit((edit) => {
    edit.replace(whole, text);
    if (crlf) edit.setEndOfLine(vscode.EndOfLine.CRLF);
  });
  if (at >= 0) {
    const lines = marked.slice(0, at).split('\n');
    const place = new vscode.Position(lines.length - 1, lines.at(-1)?.length ?? 0);
    editor.selection = new vscode.Selection(place, place);
  }
  return editor;
}

async function suggestions({ document, selection }: vscode.TextEditor): Promise<readonly string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** Opens the list at the cursor and takes the row that shows `wanted`. */
async function accept(editor: vscode.TextEditor, wanted: string): Promise<void> {
  await eventually(`${wanted} is offered`, async () => (await suggestions(editor)).includes(wanted));
  await vscode.window.showTextDocument(editor.document);
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  await take(wanted);
}

/** Takes a row of the list that is open, or about to open. */
async function take(wanted: string): Promise<void> {
  const row = `.suggest-widget .monaco-list-row[aria-label^="${wanted}"]`;
  await inWindow.waitFor(row);
  await inWindow.click(row);
}

async function becomes(editor: vscode.TextEditor, text: string): Promise<void> {
  await eventually(`the text ${JSON.stringify(text)}, not ${JSON.stringify(editor.document.getText())}`, () => {
    return editor.document.getText() === text;
  });
}

describe('the house file in the editor', () => {
  afterEach(tidy);

  it('is written from its lists: a setting with its shape, then what goes below it, then the value', async () => {
    const editor = await houseFile('extends: china-report\n|');
    await eventually('settings', async () => (await suggestions(editor)).includes('byline'));
    await vscode.window.showTextDocument(editor.document);
    await type('by');
    await inWindow.waitFor('.suggest-widget .monaco-list-row.focused[aria-label^="byline"]');
    await press('Enter');
    // The list of what goes below opens by itself, and the list of values after it.
    await take('position');
    await inWindow.waitFor('.suggest-widget .monaco-list-row[aria-label^="under-title"]');
    await screenshot('house-file-values');
    await take('under-title');
    await becomes(editor, 'extends: china-report\nbyline:\n  position: under-title');
    assert.ok(!(await suggestions(await houseFile('byline:\n  position: end\n  |\n'))).includes('position'));
  });

  it('takes a word out of the middle of what is typed, and leaves comments', async () => {
    const editor = await houseFile('extends: wi|re # 通讯社\n');
    await accept(editor, 'xinhua-wire');
    await becomes(editor, 'extends: xinhua-wire # 通讯社\n');
    const column = await houseFile('extends: chinese\nfields:\n  column:\n    values: [时|政, 经济]\n');
    await accept(column, '时政要闻');
    await becomes(column, 'extends: chinese\nfields:\n  column:\n    values: [时政要闻, 经济]\n');
  });

  it('is completed between brackets, in lists, and while lines around are half typed', async () => {
    const flow = await houseFile('checks:\n  long-title: {|}\n');
    await accept(flow, 'max');
    await becomes(flow, 'checks:\n  long-title: {max: }\n');
    const list = await houseFile('fields:\n  column:\n    values:\n      - value: 乡村\n        |\n');
    await accept(list, 'aliases');
    await becomes(list, 'fields:\n  column:\n    values:\n      - value: 乡村\n        aliases: []\n');
    const half = await houseFile('byline:\n  outlets: [青禾, 青禾网\n  |\n');
    await accept(half, 'forms');
    await becomes(half, 'byline:\n  outlets: [青禾, 青禾网\n  forms:\n    - \n');
    const form = await houseFile('byline:\n  forms:\n    - 中国报道讯（{|）\n');
    await accept(form, 'reporters');
    await becomes(form, 'byline:\n  forms:\n    - 中国报道讯（{reporters}）\n');
  });

  it('keeps the line ends of the file', async () => {
    const editor = await houseFile('name: 青禾\ncr|\n', 'copydesk.yml', true);
    await accept(editor, 'credit');
    await becomes(editor, 'name: 青禾\r\ncredit:\r\n  \r\n');
  });

  it('offers files, elements of the saved page, people and templates of the newsroom', async () => {
    const page = await houseFile('page:\n  html: |\n');
    await accept(page, 'site/article.html');
    await becomes(page, 'page:\n  html: site/article.html\n');
    const slot = await houseFile('page:\n  html: site/article.html\n  slots:\n    title: h|\n');
    await accept(slot, 'h1');
    await becomes(slot, 'page:\n  html: site/article.html\n  slots:\n    title: h1\n');
    const person = await houseFile('extends: chinese\nfields:\n  editor:\n    default: |\n');
    await accept(person, '沈砚秋');
    await becomes(person, 'extends: chinese\nfields:\n  editor:\n    default: 沈砚秋\n');
    const schema = await houseFile('front-matter-schema: |\n');
    await eventually('the schema', async () => (await suggestions(schema)).includes('schemas/article.json'));
    const template = await houseFile('templates:\n  |\n');
    await eventually('the template', async () => (await suggestions(template)).includes('农事提醒'));
  });

  it('explains a setting and whose value is in force', async () => {
    const editor = await houseFile('extends: china-report\nbyline:\n  position: end\n');
    const text = await eventually('a hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        editor.document.uri,
        new vscode.Position(2, 4),
      );
      const parts = hovers.flatMap(({ contents }) => contents);
      return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
    });
    assert.match(text, /Where the byline stands/);
    assert.match(text, /In force: `end` \(copydesk\.yml\)\. Inherited: `head` \(china-report\)/);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      editor.document.uri,
    );
    assert.deepEqual(
      symbols.map(({ name, children }) => [name, children.map((child) => child.name)]),
      [
        ['extends', []],
        ['byline', ['position']],
      ],
    );
  });

  it('mends slips of keys and values', async () => {
    const editor = await houseFile('extends: china-repot\nbyline:\n  postion: end\nchecks: {wrong-dahs: off}\n');
    for (const [slip, meant] of [
      ['china-repot', 'china-report'],
      ['postion', 'position'],
      ['wrong-dahs', 'wrong-dash'],
    ] as const) {
      await finding(editor.document.uri, 'house-file');
      const action = await eventually(`the fix of ${slip}`, async () =>
        (await actionsAt(editor.document.uri, rangeOf(editor.document, slip))).find(({ title }) =>
          title.includes(meant),
        ),
      );
      assert.ok(action.edit);
      assert.ok(await vscode.workspace.applyEdit(action.edit));
    }
    await becomes(editor, 'extends: china-report\nbyline:\n  position: end\nchecks: {wrong-dash: off}\n');
    await noFinding(editor.document.uri, 'house-file');
  });

  it('extends the house file above it', async () => {
    const editor = await houseFile('extends: |\nid: city\n', 'english/copydesk.yml');
    await accept(editor, '../copydesk.yml');
    await becomes(editor, 'extends: ../copydesk.yml\nid: city\n');
    await noFinding(editor.document.uri, 'house-file');
    const list = await houseFile(
      'extends: ../copydesk.yml\nfields:\n  editor:\n    default: |\n',
      'english/copydesk.yml',
    );
    // The people of the newsroom above are known here.
    await eventually('the people above', async () => (await suggestions(list)).includes('林晓禾'));
  });
});
