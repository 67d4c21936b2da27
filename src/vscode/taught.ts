import * as vscode from 'vscode';
import { type TaughtEdit, taughtCommand } from '../server/protocol.ts';
import { told } from './client.ts';

/** What a quick fix has taught the house: the line as it is now, a click away, and the way back. */
export function registerTaught(): vscode.Disposable {
  return vscode.commands.registerCommand(
    taughtCommand,
    told((edit?: unknown) => (isTaught(edit) ? tell(edit) : Promise.resolve())),
  );
}

function isTaught(edit: unknown): edit is TaughtEdit {
  return typeof edit === 'object' && edit !== null && 'uri' in edit && 'start' in edit && 'after' in edit;
}

/** Longer lines are cut where they are told. UTF-16 units. */
const longest = 120;

async function tell(edit: TaughtEdit): Promise<void> {
  const uri = vscode.Uri.parse(edit.uri);
  const document = await vscode.workspace.openTextDocument(uri);
  const range = written(edit, document);
  if (range === undefined) return;
  // What nobody has open is not left unsaved behind the article.
  if (!edit.wasOpen) await document.save();
  const line = lineOf(document, range);
  const said = line.text.trim();
  const undo = vscode.l10n.t('Undo');
  const show = vscode.l10n.t('Show');
  const shown = vscode.window.showInformationMessage(
    vscode.l10n.t(
      '{0}, line {1}: {2}',
      vscode.workspace.asRelativePath(uri),
      line.lineNumber + 1,
      said.length > longest ? `${said.slice(0, longest)}…` : said,
    ),
    show,
    undo,
  );
  // Nobody who made the edit waits for an answer that may never come.
  void shown.then(
    told(async (chosen?: string) => {
      if (chosen === show) await vscode.window.showTextDocument(document, { selection: range });
      if (chosen === undo) await takeBack(edit, document);
    }),
  );
}

/** Where what was written stands; `undefined` where something else stands there by now. */
function written({ start, after }: TaughtEdit, document: vscode.TextDocument): vscode.Range | undefined {
  const lines = after.split(/\r?\n/);
  const end = {
    line: start.line + lines.length - 1,
    character: (lines.at(-1) ?? '').length + (lines.length === 1 ? start.character : 0),
  };
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  return document.getText(range).replace(/\r\n/g, '\n') === after.replace(/\r\n/g, '\n') ? range : undefined;
}

/** The first line in which something that was written stands. */
function lineOf(document: vscode.TextDocument, range: vscode.Range): vscode.TextLine {
  for (let number = range.start.line; number < range.end.line; number++) {
    const from = number === range.start.line ? range.start.character : 0;
    const line = document.lineAt(number);
    if (line.text.slice(from).trim() !== '') return line;
  }
  return document.lineAt(range.end.line);
}

async function takeBack(edit: TaughtEdit, document: vscode.TextDocument): Promise<void> {
  const range = written(edit, document);
  const change = new vscode.WorkspaceEdit();
  if (range !== undefined && edit.isNew && document.getText(range) === document.getText())
    change.deleteFile(document.uri);
  else if (range !== undefined) change.replace(document.uri, range, edit.before);
  const { isDirty } = document;
  if (range === undefined || !(await vscode.workspace.applyEdit(change))) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        '{0} says something else there by now: take it back by hand.',
        vscode.workspace.asRelativePath(document.uri),
      ),
    );
    return;
  }
  // What was saved is saved again.
  if (!isDirty && !document.isClosed) await document.save();
}
