import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { inWindow, press, screenshot, type } from '../host/driver.ts';
import { finding, newsroom, noFinding, openFile, rangeOf, shown, tidy } from './window.ts';

const article = '---\ntitle: 河湾镇修好了水渠\n---\n\n今年的共享水渠通了水，村里人都说共享水渠好。\n';

describe('the list of terms', () => {
  before(tidy);
  afterEach(tidy);

  it('takes a selected word, with what is written instead, and then says so where the word stands', async () => {
    const terms = vscode.Uri.joinPath(newsroom(), 'terms.yml');
    const editor = await openFile('乡村/用语.md', article);
    const { document } = editor;
    // It is known for an article then.
    await finding(document.uri, 'missing-field');
    const word = rangeOf(document, '共享水渠');
    editor.selection = new vscode.Selection(word.start, word.end);
    const added = vscode.commands.executeCommand('copydesk.addTerm');
    await inWindow.waitFor('.quick-input-widget .quick-input-message >> text=共享水渠');
    await type('公用水渠');
    await screenshot('add-to-terms');
    await press('Enter');
    await added;
    const list = await vscode.workspace.openTextDocument(terms);
    assert.match(list.getText(), / {2}- {use: 公用水渠, not: 共享水渠}\n$/);
    assert.match(list.getText(), /use: 消费帮扶/);
    const found = await finding(document.uri, 'house-term');
    assert.match(found.message, /公用水渠/);
    assert.deepEqual(shown(terms), []);
    await vscode.commands.executeCommand('copydesk.fixAll');
    await noFinding(document.uri, 'house-term');
    assert.match(document.getText(), /今年的公用水渠通了水，村里人都说公用水渠好。/);
  });
});
