import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWindow, press } from '../host/driver.ts';
import { front, openFile, shown, tidy } from './window.ts';

const body =
  '中国报道讯（苏禾报道）清泉镇的柿子红了。\n\n![](../图片/柳叶渡橙园.jpg)\n\n柿子园里，农户在采摘。（苏禾摄）\n\n<b>一句</b>结尾。\n';

/** An article that the server has read. */
async function article(): Promise<vscode.Uri> {
  const { document } = await openFile('乡村/handed-over.md', `${front}${body}，\n`);
  await eventually('findings', () => shown(document.uri).length > 0);
  return document.uri;
}

/** What is on the clipboard, once it is something else than before. */
function clipboard(before: string): Promise<string> {
  return eventually('something on the clipboard', async () => {
    const text = await vscode.env.clipboard.readText();
    return text !== before && text;
  });
}

describe('handing over', () => {
  afterEach(tidy);

  it('copies pure text, as desks send it, from unsaved text', async () => {
    const uri = await article();
    await vscode.env.clipboard.writeText('before');
    await vscode.commands.executeCommand('copydesk.copyPlainText', uri);
    const text = await clipboard('before');
    assert.match(
      text,
      /^柿子红了清泉镇\n\n　　中国报道讯（苏禾报道）清泉镇的柿子红了。\n　　【图片：.*柳叶渡橙园\.jpg】\n　　柿子园里，农户在采摘。（苏禾摄）\n　　一句结尾。/,
    );
  });

  it('copies rich text through a window that closes by itself', async () => {
    const uri = await article();
    // Without a server a webview is another site's, which has the focus only when the reader gave it to the window.
    await inWindow.click('.monaco-editor .view-lines');
    await vscode.commands.executeCommand('copydesk.copyForCms', uri);
    // The clipboard that a page writes is the browser's; a real paste reads it.
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: '' }));
    await press('Control+v');
    const text = await eventually('the pasted text', () => editor.document.getText() || undefined);
    assert.match(text, /^　　中国报道讯（苏禾报道）清泉镇的柿子红了。/);
    const open = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview);
    assert.deepEqual(
      open.map(({ label }) => label),
      [],
    );
  });
});
