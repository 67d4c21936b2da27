import * as vscode from 'vscode';

/**
 * Has the browser print a page of ours. Where it cannot open a file of ours, the page is saved.
 *
 * @param name of the file
 */
export async function printPage(context: vscode.ExtensionContext, name: string, html: string): Promise<void> {
  const bytes = new TextEncoder().encode(html);
  const { globalStorageUri } = context;
  const isHere = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
  if (isHere && globalStorageUri.scheme === 'file') {
    const target = vscode.Uri.joinPath(globalStorageUri, 'print', name);
    await vscode.workspace.fs.writeFile(target, bytes);
    await vscode.env.openExternal(target);
    return;
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    filters: { HTML: ['html'] },
  });
  if (target) await vscode.workspace.fs.writeFile(target, bytes);
}
