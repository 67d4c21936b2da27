import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inPreview, inWindow, press, screenshot, type } from '../host/driver.ts';
import { finding, front, openFile, tidy } from './window.ts';

describe('the first steps, with no editor open', () => {
  afterEach(tidy);

  it('are five, of which the second sets up the newsroom', async () => {
    const own = vscode.extensions.getExtension('copydesk.copydesk');
    const [walkthrough] = own?.packageJSON.contributes.walkthroughs ?? [];
    assert.deepEqual(
      walkthrough.steps.map(({ id }: { id: string }) => id),
      ['new', 'setUp', 'check', 'preview', 'house'],
    );
    for (const { title, description } of walkthrough.steps) assert.doesNotMatch(`${title}${description}`, /`|^%/);
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'copydesk.copydesk#start', false);
    await inWindow.waitFor('.gettingStartedContainer >> text=Set up this newsroom');
    await screenshot('walkthrough');
  });

  it('ask which article is to be seen, find it by its pinyin, and tick the step then', async () => {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'copydesk.copydesk#start', false);
    await inWindow.click('.gettingStartedContainer .step-title >> text=See the page');
    const ticked =
      '.gettingStartedContainer .getting-started-step:has-text("See the page") .codicon-getting-started-step-checked';
    await inWindow.click('.gettingStartedContainer >> text=Open Preview to the Side');
    await inWindow.waitFor('.quick-input-widget .monaco-list-row');
    await press('Escape');
    await inWindow.waitFor(ticked, 'hidden');
    await inWindow.click('.gettingStartedContainer >> text=Open Preview to the Side');
    await inWindow.waitFor('.quick-input-widget .monaco-list-row');
    await type('qingshitan');
    // At once, as who knows the title does.
    await press('Enter');
    await inPreview.waitFor('h1 >> text=青石滩');
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'copydesk.copydesk#start', false);
    await inWindow.waitFor(ticked, 'attached');
    await screenshot('ticked');
  });

  it('ask which article is to be fixed', async () => {
    const { document } = await openFile('乡村/一步.md', `${front}中国报道讯（苏禾报道）清泉镇•河口镇。\n`);
    await finding(document.uri, 'wrong-interpunct');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually('no editor', () => vscode.window.activeTextEditor === undefined);
    void vscode.commands.executeCommand('copydesk.fixAll');
    await inWindow.waitFor('.quick-input-widget .monaco-list-row');
    await type('一步');
    await press('Enter');
    await eventually('the fix', () => vscode.window.activeTextEditor?.document.getText().includes('清泉镇·河口镇'));
  });

  it('put a link to another article that is found by its pinyin', async () => {
    const editor = await openFile('乡村/相关.md', `${front}清泉镇。\n\n`);
    editor.selection = new vscode.Selection(editor.document.lineCount - 1, 0, editor.document.lineCount - 1, 0);
    void vscode.commands.executeCommand('copydesk.insertBlock', 'related');
    await inWindow.waitFor('.quick-input-widget .monaco-list-row');
    await type('yujia');
    await inWindow.waitFor('.quick-input-widget .monaco-list-row.focused >> text=渔家');
    await screenshot('related');
    await press('Enter');
    await eventually('the link', () =>
      /- \[[^\]]*渔家[^\]]*\]\(2025-10-14-柳叶渡办起渔家夜校\.md\)/.test(editor.document.getText()),
    );
  });

  it('put in a picture that is picked by its pinyin among the newsroom’s', async () => {
    const editor = await openFile('乡村/图.md', `${front}清泉镇。\n\n`);
    editor.selection = new vscode.Selection(editor.document.lineCount - 1, 0, editor.document.lineCount - 1, 0);
    void vscode.commands.executeCommand('copydesk.insertBlock', 'photo');
    await inWindow.waitFor('.quick-input-widget .monaco-list-row >> text=青石滩大桥.jpg');
    await screenshot('pictures');
    await type('qstdq');
    await inWindow.waitFor('.quick-input-widget .monaco-list-row.focused >> text=青石滩大桥.jpg');
    await screenshot('picture-by-pinyin');
    await press('Enter');
    await eventually('the picture', () => editor.document.getText().includes('](../图片/青石滩大桥.jpg)'));
  });
});
