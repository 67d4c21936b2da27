import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inPreview, inWindow, press, type } from '../host/driver.ts';
import { finding, front, languageClient, noFinding, openFile, replace, tidy } from './window.ts';

/** What the function that runs in the window sees there. */
declare const document: { querySelector(selector: string): { readonly textContent: string } | null };

describe('a language server that dies', () => {
  afterEach(tidy);

  it('is started again, and nothing is lost', async () => {
    const editor = await openFile('乡村/崩溃.md', `${front}中国报道讯（苏禾）清泉镇•河口镇签约。\n`);
    await finding(editor.document.uri, 'wrong-interpunct');
    const client = await languageClient();
    const before = client.serverProcess.pid;
    // What is sent to it fails until its end is heard of, and the client is told of each message.
    for (let count = 1; count <= 5; count++)
      await client.handleConnectionError(new Error('not sent'), undefined, count);
    process.kill(before, 'SIGKILL');
    await eventually(
      'a new server',
      () => client.serverProcess?.pid !== undefined && client.serverProcess.pid !== before,
    );
    await replace(editor, '•', '·');
    await noFinding(editor.document.uri, 'wrong-interpunct');
    await replace(editor, '·', '•');
    await finding(editor.document.uri, 'wrong-interpunct');
    assert.ok(editor.document.isDirty);
    await vscode.commands.executeCommand('copydesk.fixAll');
    await eventually('the fixed text', () => editor.document.getText().includes('清泉镇·河口镇'));
  });
});

describe('a language server that is slow', () => {
  afterEach(tidy);

  it('hides no command meanwhile: what is chosen waits for it', async () => {
    await openFile('乡村/早先.md', `${front}中国报道讯（苏禾）清泉镇签约。\n`);
    const { serverProcess } = await languageClient();
    process.kill(serverProcess.pid, 'SIGSTOP');
    try {
      await openFile('乡村/慢.md', `${front}中国报道讯（苏禾）清泉镇•河口镇签约。\n`);
      await press('F1');
      await type('Copydesk: Ready to Publish');
      await inWindow.waitFor('.quick-input-widget .monaco-list-row >> text=Ready to Publish?');
      await press('Enter');
      await inWindow.waitFor('.statusbar-item >> text=Copydesk is reading the article');
    } finally {
      process.kill(serverProcess.pid, 'SIGCONT');
    }
    await inPreview.waitFor('h1');
  });

  it('and is believed once it has said that a text is no article', async () => {
    const readme = await openFile('README.md', '# 说明\n\n这里放的是稿件。\n');
    assert.equal(readme.document.languageId, 'markdown');
    await eventually('no command for articles', async () => {
      await press('F1');
      await type('Copydesk: Ready to Publish');
      await inWindow.waitFor('.quick-input-widget .monaco-list-row');
      const said = await inWindow.evaluate(
        () => document.querySelector('.quick-input-widget .monaco-list')?.textContent ?? '',
      );
      await press('Escape');
      return !said.includes('Ready to Publish');
    });
  });
});
