import * as vscode from 'vscode';
import type { ArticleChoice } from '../server/protocol.ts';
import type { Desk } from './client.ts';
import { pickBySound } from './pick-by-sound.ts';

/**
 * Lets an article of the newsroom be picked by its title, its pinyin or its path.
 * @param near the document or folder whose newsroom is meant
 * @param otherwise what a first row says that picks none; absent: there is no such row, and that there is no article at
 *   all is told
 * @returns `undefined` when the user gave up
 */
export async function pickArticle(
  desk: Desk,
  near: vscode.Uri,
  placeHolder: string,
  otherwise?: string,
): Promise<ArticleChoice | 'otherwise' | undefined> {
  const articles = await desk.ask('copydesk/articles', { uri: desk.uri(near) });
  if (articles.length === 0) {
    if (otherwise !== undefined) return 'otherwise';
    const begin = vscode.l10n.t('New Article');
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no article here yet.'), begin).then((chosen) => {
      if (chosen === begin) void vscode.commands.executeCommand('copydesk.newArticle');
    });
    return undefined;
  }
  const other = { description: '', sounds: [], article: 'otherwise' as const };
  const items = articles.map((article) => ({
    label: article.title === '' ? article.path : article.title,
    description: article.title === '' ? '' : article.path,
    sounds: article.sounds,
    article,
  }));
  const rows = otherwise === undefined ? items : [{ ...other, label: `$(edit) ${otherwise}` }, ...items];
  return (await pickBySound<(typeof rows)[number]>(rows, { title: vscode.l10n.t('Articles'), placeHolder }))?.article;
}

/**
 * The article to work on: the one in the active editor, one that is in sight, else one that is picked and opened.
 * `undefined` when none was picked; where no folder is open that is told.
 */
export async function articleToUse(
  desk: Desk,
  active: vscode.TextEditor | undefined,
  placeHolder: string,
): Promise<vscode.TextEditor | undefined> {
  if (active) return active;
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    askForFolder();
    return undefined;
  }
  const chosen = await pickArticle(desk, folder.uri, placeHolder);
  if (!chosen || chosen === 'otherwise') return undefined;
  return vscode.window.showTextDocument(vscode.Uri.parse(chosen.uri, true), { preview: false });
}

/** Says that a folder is needed, with a way to one. */
export function askForFolder(): void {
  const open = vscode.l10n.t('Open Folder…');
  void vscode.window.showInformationMessage(vscode.l10n.t('Open the newsroom’s folder first.'), open).then((chosen) => {
    if (chosen === open) void vscode.commands.executeCommand('workbench.action.files.openFolder');
  });
}
