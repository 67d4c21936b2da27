import * as vscode from 'vscode';
import { pickOne } from './ask.ts';
import { withBlankLines } from './blank-lines.ts';
import { type Desk, told } from './client.ts';
import { pickArticle } from './pick-article.ts';
import { pickItem } from './pick-item.ts';
import { pickPicture } from './pick-picture.ts';

/** Insert Block…: a piece of furniture as a snippet at the cursor. */
export function registerInsertBlock(desk: Desk): vscode.Disposable {
  return vscode.commands.registerCommand(
    'copydesk.insertBlock',
    told((id?: unknown) => insertBlock(desk, id)),
  );
}

/** @param id of the block, for keybindings; asked for when absent */
async function insertBlock(desk: Desk, id: unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const uri = desk.uri(editor.document.uri);
  const chosen = typeof id === 'string' ? id : await pick(desk, uri);
  if (chosen === undefined) return;
  const values = await valuesFor(desk, editor.document.uri, chosen);
  if (values === undefined) return;
  const { snippet } = await desk.ask('copydesk/block', { uri, id: chosen, values });
  await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  await editor.insertSnippet(new vscode.SnippetString(spaced(editor, snippet)), undefined, {
    undoStopBefore: true,
    undoStopAfter: true,
  });
}

/** What a block is about, where there is something to pick from; `undefined` when the user gave up. */
async function valuesFor(
  desk: Desk,
  uri: vscode.Uri,
  block: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  if (block === 'photo') {
    const picture = await pickPicture(desk, uri);
    if (picture === undefined || picture === 'otherwise') return picture && {};
    const { path, caption, photographers } = picture;
    return { image: path, caption, photographers: photographers.join('、') };
  }
  if (block !== 'related') return {};
  const article = await pickArticle(
    desk,
    uri,
    vscode.l10n.t('Which article is it about? Title, pinyin or path'),
    vscode.l10n.t('Another address, written by hand'),
  );
  if (article === undefined || article === 'otherwise') return article && {};
  return { 'link-title': article.title === '' ? article.path : article.title, link: article.path };
}

function spaced({ document, selection }: vscode.TextEditor, snippet: string): string {
  const { start, end } = selection;
  const line = (index: number): string | undefined =>
    index >= 0 && index < document.lineCount ? document.lineAt(index).text : undefined;
  const before = line(start.line)?.slice(0, start.character) ?? '';
  const after = line(end.line)?.slice(end.character) ?? '';
  return withBlankLines(snippet, before, after, line(start.line - 1), line(end.line + 1));
}

async function pick(desk: Desk, uri: string): Promise<string | undefined> {
  const { blocks } = await desk.ask('copydesk/templates', { uri });
  const items = blocks.map((choice) => ({ id: choice.id, ...pickItem(choice) }));
  const chosen = await pickOne(items, {
    title: vscode.l10n.t('Insert Block'),
    placeHolder: vscode.l10n.t('What to insert at the cursor'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.id;
}
