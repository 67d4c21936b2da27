import * as vscode from 'vscode';
import type { NewFile } from '../server/protocol.ts';
import { isMarkdown } from './article-files.ts';
import { done } from './first-steps.ts';

/**
 * Opens a new article: in its file where there is a folder, never over a file that is there; else untitled. A
 * snippet replaces the plain text, so that its tab stops can be filled in.
 */
export async function openNew({ text, snippet, path, root }: NewFile): Promise<vscode.TextEditor> {
  const document = root === undefined ? await untitled(text) : await create(vscode.Uri.parse(root, true), path, text);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  done('new');
  if (snippet !== undefined) {
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    await editor.insertSnippet(new vscode.SnippetString(snippet), document.validateRange(whole), {
      undoStopBefore: true,
      undoStopAfter: true,
    });
  }
  return editor;
}

function untitled(content: string): Thenable<vscode.TextDocument> {
  return vscode.workspace.openTextDocument({ language: 'markdown', content });
}

async function create(root: vscode.Uri, path: string, text: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(root, ...path.split('/'));
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(vscode.l10n.t('“{0}” could not be created. Is there a file of that name already?', path));
  }
  const document = await vscode.workspace.openTextDocument(uri);
  return isMarkdown(document) ? document : vscode.languages.setTextDocumentLanguage(document, 'markdown');
}
