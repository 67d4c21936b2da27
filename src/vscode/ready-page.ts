import * as vscode from 'vscode';
import { quoted, webviewDocument, withCode } from '../preview/webview-document.ts';
import type { OpenForm, ReadySheet } from '../server/protocol.ts';
import type { Articles } from './articles.ts';
import { type Desk, told } from './client.ts';
import { applyEdits } from './fields.ts';

/** Ready to Publish?: what stands between the article and its next stage, on a page that follows what is typed. */
export function registerReadyPage(context: vscode.ExtensionContext, desk: Desk, articles: Articles): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined;
  let about: vscode.Uri | undefined;
  let sheet: ReadySheet | null = null;
  let shown = '';

  async function refresh(): Promise<void> {
    if (!panel || !about) return;
    sheet = await desk.ask('copydesk/ready', { uri: desk.uri(about) });
    if (!panel || sheet === null) return;
    const style = vscode.Uri.joinPath(context.extensionUri, 'media', 'ready.css');
    const html = pageOf(sheet, panel.webview, style);
    // Setting it anew would lose the place that is read, and where the focus is.
    if (html === shown) return;
    shown = html;
    panel.title = vscode.l10n.t('Ready? {0}', sheet.title);
    panel.webview.html = html;
  }

  async function show(): Promise<void> {
    const document = await articles.chosenDocument();
    if (!document) return;
    about = document.uri;
    shown = '';
    if (panel) panel.reveal(undefined, false);
    else {
      panel = vscode.window.createWebviewPanel('copydesk.ready', vscode.l10n.t('Ready?'), vscode.ViewColumn.Beside, {
        localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, 'media')],
        enableCommandUris: ['copydesk.readyGo', 'copydesk.readyFix', 'copydesk.readyDo'],
        enableFindWidget: true,
      });
      articles.page(panel, () => about);
      panel.onDidDispose(() => {
        panel = undefined;
      });
    }
    await refresh();
  }

  /** Shows the article, at the place of something that is open. */
  async function reveal(line: number, character: number): Promise<vscode.TextEditor | undefined> {
    if (!about) return undefined;
    const beside = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === String(about));
    const at = new vscode.Position(line, character);
    return vscode.window.showTextDocument(about, {
      viewColumn: beside?.viewColumn ?? vscode.ViewColumn.One,
      selection: new vscode.Range(at, at),
    });
  }

  async function fix(item: unknown, index: unknown): Promise<void> {
    if (!about || !sheet || typeof item !== 'number' || typeof index !== 'number') return;
    const { version } = sheet;
    const answer = await desk.ask('copydesk/readyFix', { uri: desk.uri(about), version, item, fix: index });
    await applyEdits(await vscode.workspace.openTextDocument(about), answer);
  }

  /** What settles something that is no place: sign, fill in a field, go on to the next stage. */
  async function act(what: unknown): Promise<void> {
    await reveal(0, 0);
    if (what === 'sign') await vscode.commands.executeCommand('copydesk.sign');
    else if (what === 'field') await vscode.commands.executeCommand('copydesk.setField');
    else if (what === 'stage') await vscode.commands.executeCommand('copydesk.changeStage', sheet?.next);
  }

  const disposables = vscode.Disposable.from(
    vscode.commands.registerCommand('copydesk.readyToPublish', told(show)),
    vscode.commands.registerCommand(
      'copydesk.readyGo',
      told(async (line: unknown, character: unknown) =>
        typeof line === 'number' && typeof character === 'number' ? reveal(line, character) : undefined,
      ),
    ),
    vscode.commands.registerCommand('copydesk.readyFix', told(fix)),
    vscode.commands.registerCommand('copydesk.readyDo', told(act)),
    articles.onDidCheck((uri) => {
      if (uri.toString() === String(about)) void refresh().catch(() => {});
    }),
  );
  return {
    dispose() {
      disposables.dispose();
      panel?.dispose();
    },
  };
}

function pageOf(sheet: ReadySheet, webview: vscode.Webview, style: vscode.Uri): string {
  const { title, nextLabel, isReady, through, items } = sheet;
  const blocking = items.filter(({ blocks }) => blocks).length;
  const verdict = isReady
    ? vscode.l10n.t('Ready for “{0}”', nextLabel)
    : vscode.l10n.t('{0} to settle before “{1}”', blocking, nextLabel);
  const list = (wanted: boolean): string => {
    const rows = items.flatMap((item, index) => (item.blocks === wanted ? [rowOf(item, index)] : []));
    return rows.length === 0 ? '' : `<ul class="rows">${rows.join('\n')}</ul>`;
  };
  const look = list(false);
  return webviewDocument({
    cspSource: webview.cspSource,
    lang: vscode.env.language,
    title,
    styleUri: String(webview.asWebviewUri(style)),
    body: `<main>
<h1>${quoted(title)}</h1>
<p class="verdict ${isReady ? 'ready' : 'open'}" role="status">${quoted(verdict)}</p>
${through ? `<p class="through">${quoted(vscode.l10n.t('Let through by {0}: {1}', through.name, through.reason))}</p>` : ''}
${list(true)}
${isReady ? `<p>${link('copydesk.readyDo', ['stage'], vscode.l10n.t('Change Stage…'))}</p>` : ''}
${look === '' ? '' : `<h2>${quoted(vscode.l10n.t('Worth a look'))}</h2>${look}`}
</main>`,
  });
}

function rowOf({ kind, text, line, character, fixes, id }: OpenForm, index: number): string {
  const acts =
    kind === 'signature' && id !== undefined
      ? [link('copydesk.readyDo', ['sign'], vscode.l10n.t('Sign…'))]
      : kind === 'field'
        ? [link('copydesk.readyDo', ['field'], vscode.l10n.t('Fill In'))]
        : [];
  const said = id === undefined ? link('copydesk.readyGo', [line, character], text) : `<span>${withCode(text)}</span>`;
  const mends = fixes.map((title, at) => link('copydesk.readyFix', [index, at], title));
  const more = [...acts, ...mends];
  return `<li class="${kind}"><span class="kind">${quoted(kindWord(kind))}</span> ${said}${more.length > 0 ? ` <span class="acts">${more.join(' ')}</span>` : ''}</li>`;
}

function kindWord(kind: OpenForm['kind']): string {
  switch (kind) {
    case 'error':
      return vscode.l10n.t('Error');
    case 'field':
      return vscode.l10n.t('Field');
    case 'signature':
      return vscode.l10n.t('Signature');
    case 'embargo':
      return vscode.l10n.t('Embargo');
    default:
      return vscode.l10n.t('Warning');
  }
}

/** A link that runs a command of ours. */
function link(command: string, args: readonly unknown[], text: string): string {
  return `<a href="command:${command}?${quoted(encodeURIComponent(JSON.stringify(args)))}">${withCode(text)}</a>`;
}
