import * as vscode from 'vscode';
import type { SignEdits, TurnForm } from '../server/protocol.ts';
import type { Articles } from './articles.ts';
import { askText, pickOne } from './ask.ts';
import { type Desk, told } from './client.ts';
import { applyEdits } from './fields.ts';
import { nameOf } from './handed-files.ts';
import { identityFor } from './identity.ts';
import { printPage } from './print-page.ts';

/** Sign…, and the record of an article. */
export function registerSignOff(context: vscode.ExtensionContext, desk: Desk, articles: Articles): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(
      'copydesk.sign',
      told(() => sign(desk, articles)),
    ),
    registerRecord(context, desk, articles),
  );
}

async function sign(desk: Desk, articles: Articles): Promise<void> {
  const document = await articles.chosenDocument();
  if (!document) return;
  const uri = desk.uri(document.uri);
  const identity = await identityFor(document.uri);
  const answer = await desk.ask('copydesk/turns', { uri, ...identity });
  if (answer === null) {
    say(vscode.l10n.t('This file is not an article: it has no front matter.'));
    return;
  }
  if (!answer.hasSteps) {
    tellNoSteps(document.uri, articles);
    return;
  }
  const { signer, turns } = answer;
  if (turns.length === 0) {
    say(vscode.l10n.t('Everything is signed, and nothing has changed since.'));
    return;
  }
  const chosen = await pickTurn(turns, signer);
  if (!chosen) return;
  const name = signer === '' || chosen.refusal !== undefined ? await askName(chosen, signer) : signer;
  if (name === undefined) return;
  const edits = await desk.ask('copydesk/sign', { uri, step: chosen.step, name });
  if (await applySigned(document, edits)) {
    say(vscode.l10n.t('{0} has signed “{1}”.', name, chosen.label));
    return;
  }
  if (edits === null) say(vscode.l10n.t('“{0}” cannot be signed by {1} here.', chosen.label, name));
}

/** That the house lists no steps, with the way to where it would. */
function tellNoSteps(uri: vscode.Uri, articles: Articles): void {
  const file = articles.of(uri)?.houseFile;
  const open = file === undefined ? vscode.l10n.t('House Style…') : vscode.l10n.t('Open House File');
  const text = vscode.l10n.t(
    'Nothing is signed in this newsroom yet: list who reviews and proofs under `signoff:` of its copydesk.yml.',
  );
  void vscode.window.showInformationMessage(text, open).then((chosen) => {
    if (chosen !== open) return;
    if (file === undefined) void vscode.commands.executeCommand('copydesk.houseStyle');
    else void vscode.window.showTextDocument(vscode.Uri.parse(file, true));
  });
}

/** Which step: shown with what is confirmed, even where there is one alone. */
async function pickTurn(turns: readonly TurnForm[], signer: string): Promise<TurnForm | undefined> {
  const comma = vscode.l10n.t(', ');
  const items = turns.map((turn) => ({
    turn,
    label: turn.again ? vscode.l10n.t('{0} again: the text has changed', turn.label) : turn.label,
    description: turn.refusal ?? (signer === '' ? turn.who.join(comma) : vscode.l10n.t('as {0}', signer)),
    detail: turn.confirms.length > 0 ? vscode.l10n.t('You confirm: {0}', turn.confirms.join(vscode.l10n.t('; '))) : '',
  }));
  const chosen = await pickOne(items, {
    title: vscode.l10n.t('Sign'),
    placeHolder: vscode.l10n.t('Enter signs the text as it is now'),
  });
  return chosen?.turn;
}

/** Who signs, where that is not known or is somebody who may not. */
async function askName({ label, who, refusal }: TurnForm, signer: string): Promise<string | undefined> {
  const title = vscode.l10n.t('Sign “{0}”', label);
  if (who.length > 0) {
    const rows = who.map((label) => ({ label }));
    const named = await pickOne(rows, {
      title,
      placeHolder: refusal ?? vscode.l10n.t('Who signs?'),
    });
    return named?.label;
  }
  const typed = await askText({
    title,
    prompt: refusal ?? vscode.l10n.t('Your name'),
    value: signer,
  });
  return typed?.trim() || undefined;
}

/** Applies what the server wrote: to the article, or to the record beside it. One step back undoes it. */
export async function applySigned(document: vscode.TextDocument, answer: SignEdits | null): Promise<boolean> {
  if (answer?.record === undefined) return applyEdits(document, answer);
  const { uri, isNew, edits } = answer.record;
  const place = vscode.Uri.parse(uri);
  const edit = new vscode.WorkspaceEdit();
  if (isNew) edit.createFile(place, { ignoreIfExists: true });
  for (const { range, newText } of edits) {
    const { start, end } = range;
    edit.replace(place, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  // Nobody looks at the record: it is on the disk at once, as a record should be.
  const record = await vscode.workspace.openTextDocument(place);
  return record.save();
}

/** The record of an article as a page, with a way to print it. */
function registerRecord(context: vscode.ExtensionContext, desk: Desk, articles: Articles): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined;
  let about: vscode.Uri | undefined;
  let shown: { readonly name: string; readonly html: string } | undefined;
  async function show(): Promise<void> {
    const document = await articles.chosenDocument();
    const page = document && (await desk.ask('copydesk/record', { uri: desk.uri(document.uri) }));
    if (!page) return;
    about = document.uri;
    if (!panel) {
      panel = vscode.window.createWebviewPanel('copydesk.record', '', vscode.ViewColumn.Beside, {
        localResourceRoots: [],
        enableFindWidget: true,
      });
      articles.page(panel, () => about);
      panel.onDidDispose(() => {
        panel = undefined;
      });
    }
    panel.title = vscode.l10n.t('Record: {0}', page.title);
    panel.webview.html = page.html;
    shown = { name: `${nameOf(document.uri).replace(/\.[^.]*$/, '')}.html`, html: page.html };
    panel.reveal(undefined, true);
  }
  async function print(): Promise<void> {
    if (panel && shown) await printPage(context, shown.name, shown.html);
  }
  const commands = vscode.Disposable.from(
    vscode.commands.registerCommand('copydesk.showRecord', told(show)),
    vscode.commands.registerCommand('copydesk.printRecord', told(print)),
  );
  return {
    dispose() {
      commands.dispose();
      panel?.dispose();
    },
  };
}

const say = (text: string): void => void vscode.window.showInformationMessage(text);
