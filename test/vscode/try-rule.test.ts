import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkAccess, eventually, inPreview, screenshot } from '../host/driver.ts';
import { drawn, newsroom, openFile, rangeOf, tidy } from './window.ts';

/** What the functions that run in the page see there. */
declare const document: { readonly body: { readonly innerText: string } };

const article = '---\ntitle: 河湾镇修好了水渠\n---\n\n今年的云间水渠通了水，村里人都说云间水渠好。\n';

describe('a rule tried on the archive', () => {
  before(tidy);
  afterEach(tidy);

  it('shows what a term that is being typed would find, each place a link to its line', async () => {
    await openFile('乡村/试规则.md', article);
    const terms = vscode.Uri.joinPath(newsroom(), 'terms.yml');
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(terms));
    const before = editor.document.getText();
    await editor.edit((edit) =>
      edit.insert(editor.document.positionAt(before.length), '  - {use: 公用水渠, not: 云间水渠}\n'),
    );
    assert.ok(editor.document.isDirty);
    const term = rangeOf(editor.document, '云间水渠');
    editor.selection = new vscode.Selection(term.start, term.start);
    // It is no quick fix, so that nothing is offered for what is right.
    const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      terms,
      term,
      vscode.CodeActionKind.Refactor.value,
    );
    assert.ok(
      offered.some(({ command }) => command?.command === 'copydesk.tryRule'),
      'it is in the menu of the place',
    );
    await vscode.commands.executeCommand('copydesk.tryRule');
    await drawn();
    await inPreview.waitFor('h2 >> text=试规则.md');
    await screenshot('rule-tried');
    const text = await inPreview.evaluate(() => document.body.innerText);
    assert.match(text, /terms\.yml as typed, against what is saved/);
    assert.match(text, /2 more, 0 fewer, 0 said or weighed otherwise, in 1 of \d+ articles/);
    assert.match(text, /今年的云间水渠通了水/);
    const { page: access } = await checkAccess();
    assert.deepEqual(access, []);
    await inPreview.click('a >> text=Line 5');
    const shown = await eventually('the article', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.path.endsWith('试规则.md') ? active : undefined;
    });
    assert.equal(shown.document.getText(shown.selection), '云间水渠');
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('says where a rule is to be looked for', async () => {
    await openFile('乡村/试规则.md', article);
    await vscode.commands.executeCommand('copydesk.tryRule');
    assert.ok(!vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'Rule tried')));
  });
});
