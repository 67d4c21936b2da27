import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { finding, front, openFile, tidy } from '../window.ts';

describe('in a folder that is not trusted', () => {
  afterEach(tidy);

  it('checks articles all the same', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const { document } = await openFile('乡村/不信任.md', `${front}中国报道讯（苏禾）清泉镇•河口镇签约。\n`);
    await finding(document.uri, 'wrong-interpunct');
    await vscode.commands.executeCommand('copydesk.fixAll');
    assert.match(document.getText(), /清泉镇·河口镇/);
  });
});
