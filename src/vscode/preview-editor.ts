import * as vscode from 'vscode';

/** The editor that shows a document, if any. */
export function editorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
}

/** The line (from 0) at the top of an editor. */
export function topLine({ visibleRanges }: vscode.TextEditor): number {
  return visibleRanges[0]?.start.line ?? 0;
}

/** Scrolls an editor so that a line is at its top; fractions are cut off. */
export function reveal(editor: vscode.TextEditor, line: number): void {
  const whole = Math.min(Math.floor(line), editor.document.lineCount - 1);
  editor.revealRange(new vscode.Range(whole, 0, whole, 0), vscode.TextEditorRevealType.AtTop);
}

/** Follows a link of a page: the web outside, files of the workspace in the editor, nothing else. */
export async function follow(from: vscode.Uri, href: string): Promise<void> {
  if (/^(?:https?|mailto):/i.test(href)) {
    await vscode.env.openExternal(vscode.Uri.parse(href, true));
    return;
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('#') || href.startsWith('//')) return;
  const target = fileOf(from, href);
  if (target === undefined) return;
  try {
    await vscode.commands.executeCommand('vscode.open', target, vscode.ViewColumn.One);
  } catch {
    void vscode.window.showWarningMessage(vscode.l10n.t('“{0}” could not be opened.', href));
  }
}

/** The file of the article's workspace folder that a relative link names; `undefined` outside it. */
function fileOf(from: vscode.Uri, href: string): vscode.Uri | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(from)?.uri;
  if (!folder) return undefined;
  try {
    const path = decodeURIComponent(href.replace(/[?#].*$/s, ''));
    const base = path.startsWith('/') ? folder : vscode.Uri.joinPath(from, '..');
    const target = vscode.Uri.joinPath(base, path);
    return target.path.startsWith(`${folder.path.replace(/\/$/, '')}/`) ? target : undefined;
  } catch {
    return undefined;
  }
}
