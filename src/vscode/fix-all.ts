import * as vscode from 'vscode';
import type { Articles } from './articles.ts';
import { type Desk, told } from './client.ts';
import { done } from './first-steps.ts';
import { articleToUse } from './pick-article.ts';

/** Fix All: everything safe, in one step that one undo takes back. */
export function registerFixAll(desk: Desk, articles: Articles): vscode.Disposable {
  return vscode.commands.registerCommand(
    'copydesk.fixAll',
    told(() => fixAll(desk, articles)),
  );
}

async function fixAll(desk: Desk, articles: Articles): Promise<void> {
  const active = vscode.window.activeTextEditor ?? (await articles.editorOfPage()) ?? articles.active();
  const editor = await articleToUse(desk, active, vscode.l10n.t('Which article is to be fixed?'));
  if (!editor) return;
  const { document } = editor;
  const answer = await desk.ask('copydesk/fixAll', { uri: desk.uri(document.uri) });
  done('check');
  if (!answer || answer.edits.length === 0) {
    const left = answer?.left ?? 0;
    const said =
      left > 0
        ? vscode.l10n.t('Copydesk: nothing to fix in bulk, {0} findings left to you.', left)
        : vscode.l10n.t('Copydesk: nothing to fix.');
    void vscode.window.setStatusBarMessage(said, 6000);
    return;
  }
  // Offsets of another version would write into the wrong places.
  if (answer.version !== document.version) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The article was edited meanwhile. Please run Fix All again.'),
    );
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of answer.edits) {
    const { start, end } = range;
    edit.replace(document.uri, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  if (await vscode.workspace.applyEdit(edit)) {
    const said =
      answer.left > 0
        ? vscode.l10n.t('Copydesk: {0} fixed, {1} left to you.', answer.fixed, answer.left)
        : vscode.l10n.t('Copydesk: {0} fixed.', answer.fixed);
    void vscode.window.setStatusBarMessage(said, 6000);
  }
}
