import * as vscode from 'vscode';
import type { Articles } from './articles.ts';
import { askText } from './ask.ts';
import { type Desk, told } from './client.ts';

/** No term is longer than this. UTF-16 units. */
const longestTerm = 60;

/** Add to Terms…: the selected word goes into the newsroom's list, with what is written instead. */
export function registerAddTerm(desk: Desk, articles: Articles): vscode.Disposable {
  return vscode.commands.registerCommand(
    'copydesk.addTerm',
    told(() => addTerm(desk, articles)),
  );
}

async function addTerm(desk: Desk, articles: Articles): Promise<void> {
  const editor = await articles.chosen();
  if (!editor) return;
  const { document, selection } = editor;
  const selected = document.getText(selection).trim();
  const not =
    selected !== '' && selected.length <= longestTerm && !selected.includes('\n')
      ? selected
      : await askText({
          title: vscode.l10n.t('Add to Terms'),
          prompt: vscode.l10n.t('Which word does this newsroom not write?'),
          validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('Type the word') : undefined),
        });
  if (not === undefined) return;
  const use = await askText({
    title: vscode.l10n.t('Add to Terms'),
    prompt: vscode.l10n.t('What is written instead of “{0}”? Leave it empty to forbid the word alone.', not),
    validateInput: (value) =>
      value.trim() === not.trim() ? vscode.l10n.t('This is the word that is not written') : undefined,
  });
  if (use === undefined) return;
  const word = use.trim();
  const answer = await desk.ask('copydesk/addTerm', {
    uri: desk.uri(document.uri),
    not: not.trim(),
    ...(word === '' ? {} : { use: word }),
  });
  if (!answer) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'The list of terms cannot be written here: open the folder of the newsroom, and mend its terms.yml.',
      ),
    );
    return;
  }
  const uri = vscode.Uri.parse(answer.uri);
  const edit = new vscode.WorkspaceEdit();
  if (answer.isNew) edit.createFile(uri, { ignoreIfExists: true });
  for (const { range, newText } of answer.edits) {
    const { start, end } = range;
    edit.replace(uri, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  if (!(await vscode.workspace.applyEdit(edit))) return;
  const list = await vscode.workspace.openTextDocument(uri);
  await list.save();
  const open = vscode.l10n.t('Open List');
  void vscode.window
    .showInformationMessage(vscode.l10n.t('“{0}” is in the list of terms now.', not.trim()), open)
    .then((chosen) => {
      if (chosen === open) void vscode.window.showTextDocument(list);
    });
}
