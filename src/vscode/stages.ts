import * as vscode from 'vscode';
import type { Articles } from './articles.ts';
import { askText, pickOne } from './ask.ts';
import { type Desk, told } from './client.ts';
import { applyEdits } from './fields.ts';
import { identityFor } from './identity.ts';
import { shownIn } from './shown-in.ts';
import { applySigned } from './sign-off.ts';

/** Change Stage…, and the stage of the active article in the status bar. */
export function registerStages(desk: Desk, articles: Articles): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('copydesk.stage', vscode.StatusBarAlignment.Left, 39);
  item.name = vscode.l10n.t('Copydesk: stage');
  item.command = 'copydesk.changeStage';
  const show = shownIn(item);
  function update(): void {
    const editor = vscode.window.activeTextEditor;
    const progress = editor && articles.of(editor.document.uri)?.progress;
    if (!progress) {
      show(undefined);
      return;
    }
    const { stage, missing } = progress;
    show({
      text: missing > 0 ? vscode.l10n.t('{0} · {1} missing', stage, missing) : stage,
      words:
        missing > 0
          ? vscode.l10n.t('Stage: {0}. Fields still missing for the next stage: {1}', stage, missing)
          : vscode.l10n.t('Stage: {0}', stage),
    });
  }
  update();
  return vscode.Disposable.from(
    item,
    articles.onDidCheck(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidCloseTextDocument(update),
    vscode.commands.registerCommand(
      'copydesk.changeStage',
      told((stage?: unknown) => changeStage(desk, articles, typeof stage === 'string' ? stage : undefined)),
    ),
  );
}

/** @param wanted the stage, for keybindings; asked for when absent */
async function changeStage(desk: Desk, articles: Articles, wanted: string | undefined): Promise<void> {
  const document = await articles.chosenDocument();
  if (!document) return;
  const uri = desk.uri(document.uri);
  const form = await desk.ask('copydesk/stages', { uri });
  if (!form) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'The stage of this file cannot be changed: its front matter is broken, or the house has no stages.',
      ),
    );
    return;
  }
  const items = form.stages.map(({ stage, label, missing }) => ({
    stage,
    missing,
    label,
    description: stage === form.stage ? vscode.l10n.t('now') : '',
    detail:
      missing.length > 0
        ? vscode.l10n.t('$(warning) still missing: {0}', missing.join(vscode.l10n.t(', ')))
        : vscode.l10n.t('$(check) nothing is missing'),
  }));
  const chosen =
    wanted === undefined
      ? await pickOne(items, {
          title: vscode.l10n.t('Change Stage'),
          placeHolder:
            form.errors > 0
              ? vscode.l10n.t('{0} errors are left in this article', form.errors)
              : vscode.l10n.t('To which stage?'),
        })
      : items.find(({ stage }) => stage === wanted);
  if (!chosen || !(await mayPass(desk, document, chosen.stage))) return;
  const done = await applyEdits(document, await desk.ask('copydesk/changeStage', { uri, stage: chosen.stage }));
  if (!done || chosen.missing.length === 0) return;
  const fill = vscode.l10n.t('Fill In');
  const text = vscode.l10n.t('Still missing: {0}', chosen.missing.join(vscode.l10n.t(', ')));
  void vscode.window.showWarningMessage(text, fill).then((answer) => {
    if (answer === fill) void vscode.commands.executeCommand('copydesk.setField');
  });
}

/** Whether an article may be put at a stage: nothing is in the way, the house keeps no gate there, or a reason opens it. */
async function mayPass(desk: Desk, document: vscode.TextDocument, stage: string): Promise<boolean> {
  const uri = desk.uri(document.uri);
  const sheet = await desk.ask('copydesk/ready', { uri, stage });
  // Back to an earlier stage, or to the same, nobody is kept.
  const order = ['draft', 'ready', 'published'];
  if (sheet === null || !sheet.isGated || sheet.isReady || sheet.through !== undefined) return true;
  if (order.indexOf(stage) <= order.indexOf(sheet.stage)) return true;
  const open = sheet.items.filter(({ blocks }) => blocks);
  const show = { label: vscode.l10n.t('Show what is in the way') };
  const pass = { label: vscode.l10n.t('Let it through with a reason…') };
  const chosen = await pickOne(sheet.mayOverride ? [show, pass] : [show], {
    title: vscode.l10n.t('{0} to settle before “{1}”', open.length, sheet.nextLabel),
    placeHolder: open[0]?.text ?? '',
  });
  if (chosen === show) await vscode.commands.executeCommand('copydesk.readyToPublish');
  if (chosen !== pass) return false;
  const reason = await askText({
    title: pass.label,
    prompt: vscode.l10n.t('The reason stays on record with your name'),
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A reason is needed') : undefined),
  });
  if (!reason) return false;
  const name = (await identityFor(document.uri)).name ?? (await askText({ prompt: vscode.l10n.t('Your name') }));
  if (!name) return false;
  return applySigned(document, await desk.ask('copydesk/letThrough', { uri, stage, name, reason }));
}
