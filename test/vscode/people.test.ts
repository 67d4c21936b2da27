import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWindow, press, screenshot, type } from '../host/driver.ts';
import { front as dated, finding, newsroom, openFile, rangeOf, tidy } from './window.ts';

const anna = '---\ntitle: 渡口\nreporters: [林晓禾]\neditor: 许青禾\n---\n\n';

/** Puts the cursor into a name. */
function goTo(editor: vscode.TextEditor, what: string): void {
  const at = rangeOf(editor.document, what).start.translate(0, 1);
  editor.selection = new vscode.Selection(at, at);
}

/** What the functions that run in the window see there. */
declare const document: {
  querySelector(selector: string): { readonly value: string } | null;
  readonly activeElement: { readonly className: string } | null;
};

/** Waits until the box for a new name has the focus and holds a name. */
async function renameBox(name: string): Promise<void> {
  await eventually(`the name ${name} in the box`, () =>
    inWindow.evaluate(
      (wanted) =>
        document.querySelector('.rename-box input.rename-input')?.value === wanted &&
        document.activeElement?.className.includes('rename-input') === true,
      name,
    ),
  );
}

async function textOf(path: string): Promise<string> {
  const uri = vscode.Uri.joinPath(newsroom(), path);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** Readers do not have it yet, so that renaming does not ask. */
const front = dated.replace('reporters:', 'stage: ready\nreporters:');

describe('people in the editor', () => {
  const written: string[] = [];
  async function write(path: string, text: string): Promise<vscode.TextEditor> {
    written.push(path);
    return openFile(path, text);
  }

  afterEach(async () => {
    await tidy();
    for (const path of written.splice(0)) {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(newsroom(), path));
    }
  });

  it('completes a name while the byline is typed', async () => {
    const editor = await write('乡村/署名.md', anna);
    const end = editor.document.positionAt(anna.length);
    editor.selection = new vscode.Selection(end, end);
    // A finding shows that the server has started: nobody is asked for completions before.
    await finding(editor.document.uri, 'missing-field');
    await type('中国报道讯（');
    await inWindow.waitFor('.suggest-widget.visible .monaco-list-row.focused >> text=林晓禾');
    await screenshot('people-suggest');
    await type('周');
    const row = '.suggest-widget.visible .monaco-list-row.focused >> text=周砚';
    const text = () => editor.document.getText();
    const accepted = () => text().endsWith('中国报道讯（周砚');
    let tries = 0;
    // Not by Enter: a list that is filtered anew just then would let it through as a new line. Such a list takes no
    // command either, and on a busy machine it may close before it does.
    await eventually(
      'the accepted name',
      async () => {
        if (accepted()) return true;
        if (tries++ > 0) await vscode.commands.executeCommand('editor.action.triggerSuggest');
        await inWindow.waitFor(row, 'visible', 2000);
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        return eventually(`the name in\n${text()}`, accepted, 2000);
      },
      45_000,
    );
    await type(' 通讯员');
    await inWindow.waitFor('.suggest-widget.visible .monaco-list-row.focused >> text=/贺竹|孟实/');
    await press('Escape');
  });

  it('says on hover who somebody is', async () => {
    const { document } = await write('乡村/是谁.md', `${anna}中国报道讯（林晓禾报道）渡口的船又开了。\n`);
    const at = rangeOf(document, '林晓禾报道').start.translate(0, 1);
    const text = await eventually('a hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      const parts = hovers
        .flatMap(({ contents }) => contents)
        .map((part) => (typeof part === 'string' ? part : part.value));
      return parts.join('\n').includes('林晓禾') && parts.join('\n');
    });
    assert.match(text, /\*\*林晓禾\*\* 记者/);
    assert.match(text, /时政/);
  });

  it('goes to the staff list', async () => {
    const editor = await write('乡村/去处.md', `${anna}中国报道讯（林晓禾报道）渡口的船又开了。\n`);
    goTo(editor, '林晓禾报道');
    await vscode.commands.executeCommand('editor.action.revealDefinition');
    const staff = await eventually(
      'the staff list',
      () => vscode.window.activeTextEditor?.document.uri.path.endsWith('/staff.yml') && vscode.window.activeTextEditor,
    );
    assert.equal(staff.document.getText(rangeOf(staff.document, '林晓禾')), '林晓禾');
    assert.ok(staff.selection.active.isEqual(rangeOf(staff.document, '林晓禾').start));
  });

  it('renames somebody through the newsroom, and shows first what is in running text', async () => {
    const staff = await textOf('staff.yml');
    const first = `${front.replace('苏禾', '郁成荫')}中国报道讯（郁成荫报道）清泉镇的柿子红了，郁成荫在现场看到。\n`;
    const second = `${front.replace('苏禾', '郁成荫')}中国报道讯（郁成荫 林晓禾）橙子也红了。\n`;
    await write('乡村/改名一.md', second);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    const editor = await write('乡村/改名二.md', first);
    goTo(editor, '郁成荫报道');
    // Settles only when the new name is entered.
    const renamed = vscode.commands.executeCommand('editor.action.rename');
    await inWindow.waitFor('.rename-box input.rename-input');
    await renameBox('郁成荫');
    await type('郁晨荫');
    await renameBox('郁晨荫');
    await press('Enter');
    await inWindow.waitFor('.monaco-button >> text=Apply');
    await screenshot('people-rename');
    await inWindow.click('.monaco-button >> text=Apply');
    await renamed;
    await eventually('both files renamed', async () => {
      const texts = await Promise.all(['乡村/改名一.md', '乡村/改名二.md'].map(textOf));
      return texts.every((text) => text.includes('（郁晨荫'));
    });
    assert.equal(await textOf('乡村/改名一.md'), second.replaceAll('郁成荫', '郁晨荫'));
    assert.equal(
      await textOf('乡村/改名二.md'),
      first.replaceAll('郁成荫', '郁晨荫').replace('，郁晨荫在', '，郁成荫在'),
    );
    assert.equal(await textOf('staff.yml'), staff);
  });

  it('renames a colleague from the staff list, in its articles', async () => {
    const path = 'staff.yml';
    const before = await textOf(path);
    const list = await openFile(path, `${before}  - {name: 冉望归, role: 记者}\n`);
    try {
      await write('乡村/名单.md', `${front.replace('苏禾', '冉望归')}中国报道讯（冉望归报道）柿子红了。\n`);
      const again = await vscode.window.showTextDocument(list.document);
      const at = rangeOf(again.document, '冉望归').start;
      const edit = await eventually('the edits', async () => {
        const made = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          list.document.uri,
          at,
          '冉旺归',
        );
        if (made.size !== 2) throw new Error(JSON.stringify(made.entries()));
        return made;
      });
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.ok((await textOf('乡村/名单.md')).includes('reporters: [冉旺归]'));
      assert.ok(list.document.getText().includes('name: 冉旺归'));
    } finally {
      await vscode.window.showTextDocument(list.document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await vscode.workspace.fs.writeFile(list.document.uri, new TextEncoder().encode(before));
    }
  });
});
