import * as vscode from 'vscode';
import { quoted, webviewDocument, withCode } from '../preview/webview-document.ts';
import type { HouseSheet, SheetRow } from '../server/protocol.ts';
import type { Articles } from './articles.ts';
import { type Desk, told } from './client.ts';
import { done } from './first-steps.ts';

/** Show House Style: what the house has decided, on a page of its own. Nothing runs in it, and nothing is loaded. */
export function registerHousePage(context: vscode.ExtensionContext, desk: Desk, articles: Articles): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined;
  let about: { readonly uri?: string } = {};
  let shown = '';

  async function refresh(): Promise<void> {
    if (!panel) return;
    const sheet = await desk.ask('copydesk/houseSheet', about);
    const html = pageOf(sheet, panel.webview, vscode.Uri.joinPath(context.extensionUri, 'media', 'house.css'));
    // Setting it anew would lose the place that is read.
    if (html === shown) return;
    shown = html;
    panel.title = vscode.l10n.t('House style: {0}', nameOf(sheet));
    panel.webview.html = html;
  }

  async function show(): Promise<void> {
    const active = (articles.active() ?? vscode.window.activeTextEditor)?.document.uri;
    const near = active ?? vscode.workspace.workspaceFolders?.[0]?.uri;
    about = near ? { uri: desk.uri(near) } : {};
    shown = '';
    if (panel) panel.reveal();
    else {
      panel = vscode.window.createWebviewPanel(
        'copydesk.house',
        vscode.l10n.t('House style'),
        vscode.ViewColumn.Active,
        {
          localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, 'media')],
          enableCommandUris: ['copydesk.showHouseYaml', 'copydesk.explain', 'copydesk.houseStyle'],
          enableFindWidget: true,
        },
      );
      panel.onDidDispose(() => {
        panel = undefined;
      });
    }
    await refresh();
    done('own');
  }

  const disposables = vscode.Disposable.from(
    vscode.commands.registerCommand('copydesk.showHouse', told(show)),
    articles.onDidCheck(() => void refresh().catch(() => {})),
  );
  return {
    dispose() {
      disposables.dispose();
      panel?.dispose();
    },
  };
}

const nameOf = ({ name }: HouseSheet): string => name || vscode.l10n.t('No house style');

function pageOf(sheet: HouseSheet, webview: vscode.Webview, style: vscode.Uri): string {
  const title = nameOf(sheet);
  const { sections } = sheet;
  return webviewDocument({
    cspSource: webview.cspSource,
    lang: vscode.env.language,
    title,
    styleUri: String(webview.asWebviewUri(style)),
    body: `<header>
<h1>${quoted(title)}</h1>
${sheet.about === '' ? '' : `<p class="about">${withCode(sheet.about)}</p>`}
<p class="from">${withCode(sheet.from)}</p>
<p><a href="command:copydesk.houseStyle">${quoted(vscode.l10n.t('Change or choose another…'))}</a> <a href="command:copydesk.showHouseYaml">${quoted(vscode.l10n.t('As YAML'))}</a></p>
<nav aria-label="${quoted(vscode.l10n.t('Contents'))}"><ul>${sections
      .map(({ id, title: heading, rows }) => `<li><a href="#${id}">${quoted(heading)}</a> ${rows.length}</li>`)
      .join('')}</ul></nav>
</header>
<main>
${sections
  .map(
    ({ id, title: heading, note, rows }) =>
      `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${quoted(heading)}</h2><p class="note">${withCode(note)}</p><ul class="rows">${rows.map(rowOf).join('')}</ul></section>`,
  )
  .join('\n')}
</main>`,
  });
}

function rowOf({ title, codes, lines, example = '', severity, check, origins }: SheetRow): string {
  const name =
    check === undefined
      ? quoted(title)
      : `<a href="command:copydesk.explain?${quoted(encodeURIComponent(JSON.stringify([check])))}">${quoted(title)}</a>`;
  const grave =
    severity === undefined || severity === 'off'
      ? ''
      : ` <span class="severity ${severity}">${quoted(severityWord(severity))}</span>`;
  const from = origins.map((origin) => (origin === '' ? vscode.l10n.t('default') : origin)).join(' · ');
  return [
    `<li><h3>${name}${grave}</h3>`,
    codes.length > 0 ? `<p class="codes">${codes.map((code) => `<code>${quoted(code)}</code>`).join(' ')}</p>` : '',
    example === '' ? '' : `<p class="example">${quoted(example)}</p>`,
    ...lines.map((line) => `<p>${withCode(line)}</p>`),
    `<p class="origin">${quoted(vscode.l10n.t('from {0}', from))}</p></li>`,
  ].join('');
}

/** How grave a finding is, in a word. */
export function severityWord(severity: 'error' | 'warning' | 'info'): string {
  if (severity === 'error') return vscode.l10n.t('Error');
  return severity === 'warning' ? vscode.l10n.t('Warning') : vscode.l10n.t('Question');
}
