import * as vscode from 'vscode';
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient';
import { quoted, webviewDocument, withCode } from '../preview/webview-document.ts';
import type { RuleTrial, TriedFile, TriedPlace } from '../server/protocol.ts';
import { askWithProgress } from './ask-with-progress.ts';
import { type Desk, told } from './client.ts';
import { severityWord } from './house-page.ts';

/** The files in which rules stand. */
const houseFiles: vscode.DocumentSelector = { pattern: '**/{copydesk,terms,staff}.yml' };

/**
 * Try This Rule on the Archive…: what the house as it is typed would find in all articles, and what would go away,
 * against the house as it is saved; where nothing is unsaved, what the rule at the cursor finds. On a page without
 * scripts, each place a link to its line.
 */
export function registerTryRule(context: vscode.ExtensionContext, desk: Desk): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined;

  async function tryRule(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor || vscode.languages.match(houseFiles, editor.document) === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open copydesk.yml or terms.yml and put the cursor on the rule that is to be tried.'),
      );
      return;
    }
    const trial = await ask(desk, editor);
    if (trial.against === 'nothing') {
      void vscode.window.showInformationMessage(vscode.l10n.t('There is no rule at the cursor.'));
      return;
    }
    panel ??= newPanel();
    panel.title = vscode.l10n.t('Rule tried');
    panel.webview.html = pageOf(trial, panel.webview, vscode.Uri.joinPath(context.extensionUri, 'media', 'house.css'));
    panel.reveal(undefined, false);
  }

  function newPanel(): vscode.WebviewPanel {
    const created = vscode.window.createWebviewPanel(
      'copydesk.trial',
      vscode.l10n.t('Rule tried'),
      vscode.ViewColumn.Beside,
      {
        localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, 'media')],
        enableCommandUris: ['copydesk.openTried'],
        enableFindWidget: true,
      },
    );
    created.onDidDispose(() => {
      panel = undefined;
    });
    return created;
  }

  const disposables = vscode.Disposable.from(
    vscode.commands.registerCommand('copydesk.tryRule', told(tryRule)),
    vscode.commands.registerCommand('copydesk.openTried', told(openTried)),
    vscode.languages.registerCodeActionsProvider(
      houseFiles,
      {
        provideCodeActions: () => {
          const title = vscode.l10n.t('Try this rule on the archive…');
          const action = new vscode.CodeAction(title, vscode.CodeActionKind.Refactor);
          action.command = { command: 'copydesk.tryRule', title };
          return [action];
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.Refactor] },
    ),
  );
  return {
    dispose() {
      disposables.dispose();
      panel?.dispose();
    },
  };
}

async function ask(desk: Desk, { document, selection }: vscode.TextEditor): Promise<RuleTrial> {
  try {
    return await askWithProgress(desk, vscode.l10n.t('Trying the rule'), (workDoneToken, token) =>
      desk.ask(
        'copydesk/tryRule',
        { uri: desk.uri(document.uri), offset: document.offsetAt(selection.active), workDoneToken },
        token,
      ),
    );
  } catch (error) {
    // One that was stopped says how far it came.
    if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled && error.data)
      return error.data as RuleTrial;
    throw error;
  }
}

async function openTried(uri: unknown, line: unknown, from: unknown, lastLine: unknown, to: unknown): Promise<void> {
  if (typeof uri !== 'string') return;
  const selection = new vscode.Range(Number(line), Number(from), Number(lastLine), Number(to));
  await vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection, viewColumn: vscode.ViewColumn.One });
}

function pageOf(trial: RuleTrial, webview: vscode.Webview, style: vscode.Uri): string {
  const title =
    trial.against === 'saved'
      ? vscode.l10n.t('{0} as typed, against what is saved', trial.rule)
      : vscode.l10n.t('What this rule finds');
  const { articles, comes, goes, changes, files, unlisted } = trial;
  const notes = [
    comes + goes + changes === 0
      ? vscode.l10n.t('Nothing would be found otherwise in {0} articles.', articles)
      : vscode.l10n.t(
          '{0} more, {1} fewer, {2} said or weighed otherwise, in {3} of {4} articles.',
          comes,
          goes,
          changes,
          files.length,
          articles,
        ),
    ...(trial.cancelled ? [vscode.l10n.t('Stopped: the other articles were not asked about.')] : []),
    ...(trial.faulty ? [vscode.l10n.t('What is typed has faults; what can be read of it was tried.')] : []),
    ...(unlisted > 0 ? [vscode.l10n.t('{0} more places are not listed.', unlisted)] : []),
  ];
  return webviewDocument({
    cspSource: webview.cspSource,
    lang: vscode.env.language,
    title,
    styleUri: String(webview.asWebviewUri(style)),
    attributes: 'class="trial"',
    body: `<header>
<h1>${quoted(title)}</h1>
${trial.against === 'without' ? `<p class="about"><code>${quoted(trial.rule)}</code></p>` : ''}
${notes.map((note) => `<p class="from">${withCode(note)}</p>`).join('\n')}
</header>
<main>
${files.map(fileOf).join('\n')}
</main>`,
  });
}

function fileOf({ uri, path, places }: TriedFile): string {
  return `<section><h2>${quoted(path)}</h2><ul class="rows">${places.map((place) => placeOf(uri, place)).join('')}</ul></section>`;
}

function placeOf(uri: string, place: TriedPlace): string {
  const { kind, title, severity, was, message, range, before, marked, after } = place;
  const { start, end } = range;
  const target = JSON.stringify([uri, start.line, start.character, end.line, end.character]);
  const grave = was === undefined ? severityWord(severity) : `${severityWord(was)} → ${severityWord(severity)}`;
  return [
    `<li class="${kind}"><h3><a href="command:copydesk.openTried?${quoted(encodeURIComponent(target))}">`,
    `${quoted(vscode.l10n.t('Line {0}', start.line + 1))}</a> <span class="kind">${quoted(kindWord(kind))}</span>`,
    ` <span class="severity ${severity}">${quoted(grave)}</span></h3>`,
    marked === '' && before === ''
      ? ''
      : `<p class="example">${quoted(before)}<mark>${quoted(marked)}</mark>${quoted(after)}</p>`,
    `<p>${withCode(message)}</p><p class="origin">${quoted(title)}</p></li>`,
  ].join('');
}

function kindWord(kind: TriedPlace['kind']): string {
  if (kind === 'comes') return vscode.l10n.t('would be found');
  return kind === 'goes' ? vscode.l10n.t('would go away') : vscode.l10n.t('would be said or weighed otherwise');
}
