import * as vscode from 'vscode';
import { type ChangesNews, changesNotification } from '../server/compare-protocol.ts';
import { type Desk, told } from './client.ts';
import { gitOf, type Repository } from './git.ts';

/** How long changes must rest before they are asked about, in milliseconds: Git tells of each step of a commit. */
const rest = 250;

/** No more files are asked for at a time; of those beyond, everything is shown to have changed. */
const most = 1000;

const isArticle = (uri: vscode.Uri): boolean => /\.(?:md|markdown|mdx)$/i.test(uri.path);

/** Only What I Changed: findings on lines that are not committed yet, in the window for as long as the setting says so. */
export function registerOnlyChanges(desk: Desk, ready: Promise<void>): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('copydesk.changes', vscode.StatusBarAlignment.Left, 39);
  item.name = vscode.l10n.t('Copydesk: only what I changed');
  item.command = 'copydesk.onlyChanges';
  const watched = new Map<Repository, vscode.Disposable>();
  let isTold = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  const isOn = (): boolean => vscode.workspace.getConfiguration('copydesk').get<boolean>('onlyChanges', false);

  function soon(): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => void update().catch(() => {}), rest);
  }

  async function update(): Promise<void> {
    const mine = ++turn;
    const on = isOn();
    const git = on ? await gitOf() : undefined;
    const repositories = git?.repositories ?? [];
    for (const repository of repositories)
      if (!watched.has(repository)) watched.set(repository, repository.state.onDidChange(soon));
    show(on, repositories.length > 0);
    // Whoever never asked for it need not hear of it.
    if (!on && !isTold) return;
    const news = on ? await newsOf(repositories) : { roots: [], files: [] };
    if (mine !== turn) return;
    await ready;
    isTold = true;
    await desk.client.sendNotification(changesNotification, news);
  }

  function show(on: boolean, hasGit: boolean): void {
    if (!on) {
      item.hide();
      return;
    }
    const words = hasGit
      ? vscode.l10n.t('Copydesk shows findings on lines alone that are not committed yet')
      : vscode.l10n.t('Copydesk shows all findings: there is no Git here that could say what changed');
    item.text = `${hasGit ? '$(git-compare)' : '$(warning)'} ${vscode.l10n.t('Only changes')}`;
    item.tooltip = words;
    item.accessibilityInformation = { label: words, role: 'button' };
    item.show();
  }

  async function newsOf(repositories: readonly Repository[]): Promise<ChangesNews> {
    const files = await Promise.all(repositories.map(filesOf));
    return { roots: repositories.map(({ rootUri }) => desk.uri(rootUri)), files: files.flat() };
  }

  async function filesOf(repository: Repository): Promise<ChangesNews['files']> {
    const { workingTreeChanges, indexChanges, untrackedChanges = [] } = repository.state;
    const root = `${repository.rootUri.path}/`;
    // What is typed and not saved Git has not seen.
    const open = vscode.workspace.textDocuments
      .filter(({ uri }) => uri.scheme === repository.rootUri.scheme && uri.path.startsWith(root))
      .map(({ uri }) => uri);
    const changed = [...workingTreeChanges, ...indexChanges, ...untrackedChanges].map(({ uri }) => uri);
    const all = new Map([...open, ...changed].filter(isArticle).map((uri) => [uri.toString(), uri]));
    const wanted = [...all.values()];
    const texts = await Promise.all(wanted.slice(0, most).map((uri) => committed(repository, uri)));
    return wanted.map((uri, index) => ({ uri: desk.uri(uri), before: texts[index] ?? '' }));
  }

  async function toggle(): Promise<void> {
    const target = vscode.workspace.workspaceFolders?.length
      ? vscode.ConfigurationTarget.Workspace
      : vscode.ConfigurationTarget.Global;
    await vscode.workspace.getConfiguration('copydesk').update('onlyChanges', !isOn(), target);
  }

  void update().catch(() => {});
  return vscode.Disposable.from(
    item,
    vscode.commands.registerCommand('copydesk.onlyChanges', told(toggle)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('copydesk.onlyChanges')) soon();
    }),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      if (isOn() && isArticle(uri)) soon();
    }),
    {
      dispose() {
        clearTimeout(waiting);
        for (const one of watched.values()) one.dispose();
      },
    },
  );
}

/** The text of a file at the last commit; '' where it was not there. */
async function committed(repository: Repository, uri: vscode.Uri): Promise<string> {
  try {
    return await repository.show('HEAD', uri.fsPath);
  } catch {
    return '';
  }
}
