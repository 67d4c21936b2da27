import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../host/driver.ts';
import { finding, front, languageClient, noFinding, openFile, replace, tidy } from './window.ts';

describe('a language server that dies', () => {
  afterEach(tidy);

  it('is started again, and nothing is lost', async () => {
    const editor = await openFile('乡村/崩溃.md', `${front}中国报道讯（苏禾）清泉镇•河口镇签约。\n`);
    await finding(editor.document.uri, 'wrong-interpunct');
    const client = await languageClient();
    const before = client.serverProcess.pid;
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
