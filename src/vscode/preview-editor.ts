import * as vscode from 'vscode';
import { keystrokeIn } from '../preview/keystroke.ts';
import type { Typed } from '../preview/messages.ts';
import type { DeskRequests } from '../server/protocol.ts';

/** The editor that shows a document, if any. */
export function editorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
}

/** Whether there is a text: open, or a file. */
export async function isThere(uri: vscode.Uri): Promise<boolean> {
  const open = vscode.workspace.textDocuments.some((one) => !one.isClosed && one.uri.toString() === uri.toString());
  return open || vscode.workspace.fs.stat(uri).then(Boolean, () => false);
}

/** Watches one file: a text that no editor has open changes on the disk alone. */
export function watchFile(uri: vscode.Uri, changed: (there: boolean) => void): vscode.Disposable {
  if (uri.scheme === 'untitled') return { dispose() {} };
  // The folder's files and not the file's name, which a pattern may read otherwise: 【a】[b].md
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), '*'),
  );
  const tell = (there: boolean) => (file: vscode.Uri) => {
    if (file.toString() === uri.toString()) changed(there);
  };
  watcher.onDidChange(tell(true));
  watcher.onDidCreate(tell(true));
  watcher.onDidDelete(tell(false));
  return watcher;
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

/** A change of a document as previews can show it before its page is drawn; `undefined`: they cannot. */
export function keystroke({ document, contentChanges }: vscode.TextDocumentChangeEvent): Typed | undefined {
  const [change] = contentChanges;
  if (change === undefined || contentChanges.length > 1 || !change.range.isSingleLine) return undefined;
  const { line, character } = change.range.start;
  const typed = keystrokeIn(document.lineAt(line).text, character, change.rangeLength, change.text);
  return typed && { type: 'typed', version: document.version, line, ...typed };
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

/**
 * Applies the edits of a quick fix, unless the article has changed since they were made.
 *
 * @param answer `null` when the fix is not offered any more
 */
export async function applyEdits(uri: vscode.Uri, answer: DeskRequests['copydesk/pageFix']['result']): Promise<void> {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  // The file of an editor that was closed has no version: it is opened, and what it says is fixed on the next page.
  if (!document) await vscode.window.showTextDocument(uri, { preserveFocus: true, viewColumn: vscode.ViewColumn.One });
  if (!answer || document?.version !== answer.version) {
    void vscode.window.setStatusBarMessage(
      vscode.l10n.t('Copydesk: the article has changed; the fix was not made.'),
      4000,
    );
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of answer.edits) {
    const { start, end } = range;
    edit.replace(uri, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  await vscode.workspace.applyEdit(edit);
}
