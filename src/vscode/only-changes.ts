import * as vscode from 'vscode';
import { changesNotification } from '../server/compare-protocol.ts';
import { isArticleFile } from './article-files.ts';
import { type Desk, told } from './client.ts';
import { gitOf, type Repository } from './git.ts';
import { uncommitted } from './uncommitted.ts';

/** How long changes must rest before they are asked about, in milliseconds: Git tells of each step of a commit. */
const rest = 250;

/** Where the workspace keeps what the command says: a folder of articles is nobody's place for a file of settings. */
const toggled = 'onlyChanges';

/** Only What I Changed: findings on lines that are not committed yet, until the command or the setting says otherwise. */
export function registerOnlyChanges(
  { workspaceState }: vscode.ExtensionContext,
  desk: Desk,
  ready: Promise<void>,
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('copydesk.changes', vscode.StatusBarAlignment.Left, 39);
  item.name = vscode.l10n.t('Copydesk: only what I changed');
  item.command = 'copydesk.onlyChanges';
  const watched = new Map<Repository, vscode.Disposable>();
  let isTold = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  const isSet = (): boolean => vscode.workspace.getConfiguration('copydesk').get<boolean>('onlyChanges', false);
  const isOn = (): boolean => workspaceState.get<boolean>(toggled) ?? isSet();

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
    const news = on ? await uncommitted(desk, repositories) : { roots: [], files: [] };
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

  async function toggle(): Promise<void> {
    const wanted = !isOn();
    await workspaceState.update(toggled, wanted === isSet() ? undefined : wanted);
    soon();
  }

  void update().catch(() => {});
  return vscode.Disposable.from(
    item,
    vscode.commands.registerCommand('copydesk.onlyChanges', told(toggle)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      // Whoever turns the setting means it.
      if (event.affectsConfiguration('copydesk.onlyChanges')) void workspaceState.update(toggled, undefined).then(soon);
    }),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      if (isOn() && isArticleFile(uri)) soon();
    }),
    {
      dispose() {
        clearTimeout(waiting);
        for (const one of watched.values()) one.dispose();
      },
    },
  );
}
