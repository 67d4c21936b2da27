import * as vscode from 'vscode';
import type { DeskDeed } from '../preview/desk-messages.ts';
import type { DeskRequests } from '../server/protocol.ts';
import { pickOne } from './ask.ts';
import type { Desk } from './client.ts';
import { applyEdits } from './fields.ts';

type StagesOfArticle = NonNullable<DeskRequests['copydesk/stages']['result']>;

/** An article that is opened to be changed, with the stages that it may be at. */
interface Staged {
  readonly document: vscode.TextDocument;
  /** Nobody is writing in it: it is saved when it was changed. */
  readonly isSaved: boolean;
  readonly form: StagesOfArticle;
}

/** Back to an earlier stage nobody is kept. */
const order = ['draft', 'ready', 'published'];

/** More articles than this are not opened at once without a question. */
const many = 8;

/** What is done with articles of the desk's list, one or several. */
export function deskDeedsOf(desk: Desk): Readonly<Record<DeskDeed, (uris: readonly vscode.Uri[]) => Promise<void>>> {
  async function open(uris: readonly vscode.Uri[], viewColumn = vscode.ViewColumn.Active): Promise<void> {
    if (uris.length > many && !(await mayOpen(uris.length))) return;
    for (const uri of uris) await vscode.window.showTextDocument(uri, { viewColumn, preview: uris.length === 1 });
  }

  /** What the stages of each article are; those whose stage cannot be changed are left out. */
  async function staged(uris: readonly vscode.Uri[]): Promise<readonly Staged[]> {
    const found: Staged[] = [];
    for (const uri of uris) {
      const document = await vscode.workspace.openTextDocument(uri);
      const form = await desk.ask('copydesk/stages', { uri: desk.uri(uri) });
      if (form) found.push({ document, isSaved: !document.isDirty, form });
    }
    return found;
  }

  /** Whether the house keeps a gate before a stage, and something is in the way. */
  async function isHeld(uri: vscode.Uri, stage: string): Promise<boolean> {
    const sheet = await desk.ask('copydesk/ready', { uri: desk.uri(uri), stage });
    if (sheet === null || !sheet.isGated || sheet.isReady || sheet.through !== undefined) return false;
    return order.indexOf(stage) > order.indexOf(sheet.stage);
  }

  /** An article that the gate holds is let through by itself, with a reason: never one of many. */
  async function tellHeld(uris: readonly vscode.Uri[]): Promise<void> {
    const [first] = uris;
    const show = vscode.l10n.t('Show what is in the way');
    const names = uris.slice(0, 5).map(nameOf).join(vscode.l10n.t(', '));
    const chosen = await vscode.window.showWarningMessage(
      vscode.l10n.t('Something is in the way of {0} articles, which stay where they are: {1}', uris.length, names),
      show,
    );
    if (chosen !== show || !first) return;
    await open([first]);
    await vscode.commands.executeCommand('copydesk.readyToPublish');
  }

  /** Signs one after the other: each signature is for a text that is in sight. */
  async function sign(uris: readonly vscode.Uri[]): Promise<void> {
    for (const uri of uris) {
      await vscode.window.showTextDocument(uri, { preview: uris.length === 1 });
      await desk.ask('copydesk/check', { uri: desk.uri(uri) });
      await vscode.commands.executeCommand('copydesk.sign');
    }
  }

  async function changeStage(uris: readonly vscode.Uri[]): Promise<void> {
    const articles = await staged(uris);
    const wanted = await pickStage(articles);
    if (wanted === undefined) {
      if (articles.length === 0)
        void vscode.window.showInformationMessage(
          vscode.l10n.t(
            'The stage of these articles cannot be changed: their front matter is broken, or the house has no stages.',
          ),
        );
      return;
    }
    const incomplete: string[] = [];
    const held: vscode.Uri[] = [];
    let changed = 0;
    for (const { document, isSaved, form } of articles) {
      const target = form.stages.find(({ stage }) => stage === wanted);
      if (target === undefined || form.stage === wanted) continue;
      if (await isHeld(document.uri, wanted)) {
        held.push(document.uri);
        continue;
      }
      const edits = await desk.ask('copydesk/changeStage', { uri: desk.uri(document.uri), stage: wanted });
      if (!(await applyEdits(document, edits))) continue;
      changed++;
      if (isSaved) await document.save();
      if (target.missing.length > 0) incomplete.push(nameOf(document.uri));
    }
    if (held.length > 0) void tellHeld(held);
    const said = vscode.l10n.t('The stage of {0} articles was changed.', changed);
    if (incomplete.length === 0) vscode.window.setStatusBarMessage(said, 5000);
    else
      void vscode.window.showWarningMessage(
        `${said} ${vscode.l10n.t('Fields are still missing in: {0}', incomplete.slice(0, 5).join(vscode.l10n.t(', ')))}`,
      );
  }

  return {
    open,
    openBeside: (uris) => open(uris, vscode.ViewColumn.Beside),
    async preview([uri]) {
      if (uri) await vscode.commands.executeCommand('copydesk.openPreview', uri);
    },
    changeStage,
    sign,
    async check(uris) {
      for (const uri of uris) await desk.ask('copydesk/checkNewsroom', { uri: desk.uri(uri) });
      await vscode.commands.executeCommand('workbench.actions.view.problems');
    },
  };
}

/** Asks for one stage for all: each that any of them may be at, with how many are there and how many lack something. */
async function pickStage(articles: readonly Staged[]): Promise<string | undefined> {
  const labels = new Map(
    articles.flatMap(({ form }) => form.stages.map(({ stage, label }) => [stage, label] as const)),
  );
  if (labels.size === 0) return undefined;
  const items = [...labels].map(([stage, label]) => {
    const there = articles.filter(({ form }) => form.stage === stage).length;
    const lacking = articles.filter(({ form }) =>
      form.stages.some((one) => one.stage === stage && one.missing.length > 0),
    ).length;
    return {
      stage,
      label,
      description: there > 0 ? vscode.l10n.t('now: {0}', there) : '',
      detail:
        lacking > 0
          ? vscode.l10n.t('$(warning) something is missing in {0}', lacking)
          : vscode.l10n.t('$(check) nothing is missing'),
    };
  });
  const chosen = await pickOne(items, {
    title: vscode.l10n.t('Change Stage'),
    placeHolder: vscode.l10n.t('{0} articles: to which stage?', articles.length),
    fromPage: true,
  });
  return chosen?.stage;
}

async function mayOpen(count: number): Promise<boolean> {
  const yes = vscode.l10n.t('Open');
  const chosen = await vscode.window.showWarningMessage(
    vscode.l10n.t('Open {0} articles?', count),
    { modal: true },
    yes,
  );
  return chosen === yes;
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
