import * as vscode from 'vscode';
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient';
import type { NewsroomCount } from '../server/newsroom-protocol.ts';
import type { Articles } from './articles.ts';
import { askWithProgress } from './ask-with-progress.ts';
import { type Desk, told } from './client.ts';
import { done } from './first-steps.ts';
import { askForFolder } from './pick-article.ts';
import { describeAll, describeOne } from './status.ts';

/** Check This Article and Check the Newsroom. */
export function registerCheckCommands(desk: Desk, articles: Articles): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(
      'copydesk.checkArticle',
      told((uri?: vscode.Uri) => checkArticle(desk, articles, uri)),
    ),
    vscode.commands.registerCommand(
      'copydesk.checkNewsroom',
      told((folder?: vscode.Uri) => checkNewsroom(desk, folder)),
    ),
  );
}

async function checkArticle(desk: Desk, articles: Articles, uri?: vscode.Uri): Promise<void> {
  // From the explorer's menu: a folder is checked as a whole, a file is opened.
  if (uri && (await isFolder(uri))) return checkNewsroom(desk, uri);
  if (uri) await vscode.window.showTextDocument(uri);
  const editor = uri ? vscode.window.activeTextEditor : await articles.chosen();
  if (!editor) return;
  const checked = await desk.ask('copydesk/check', { uri: desk.uri(editor.document.uri) });
  if (!checked) return;
  if (!checked.article) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This file is not an article: it has no front matter.'));
    return;
  }
  done('check');
  const { error, warning, info } = checked.counts;
  if (error + warning + info === 0) void vscode.window.showInformationMessage(describeOne(checked));
  else await vscode.commands.executeCommand('workbench.actions.view.problems');
}

async function checkNewsroom(desk: Desk, folder?: vscode.Uri): Promise<void> {
  if (!folder && !vscode.workspace.workspaceFolders?.length) {
    askForFolder();
    return;
  }
  const result = await askWithProgress(desk, vscode.l10n.t('Checking the newsroom'), async (workDoneToken, token) => {
    try {
      return await desk.ask(
        'copydesk/checkNewsroom',
        { workDoneToken, ...(folder ? { uri: desk.uri(folder) } : {}) },
        token,
      );
    } catch (error) {
      // A check that was stopped says how far it came.
      if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled && error.data)
        return error.data as NewsroomCount;
      throw error;
    }
  });
  done('check');
  const { error, warning, info } = result.counts;
  const sentence = vscode.l10n.t(
    '{0} articles checked. {1}',
    result.files,
    describeAll(result).replace(/^Copydesk[:：]\s*/, ''),
  );
  if (result.cancelled) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Stopped. {0}', sentence));
    return;
  }
  if (error + warning + info === 0) {
    void vscode.window.showInformationMessage(sentence);
    return;
  }
  const show = vscode.l10n.t('Show Problems');
  void vscode.window.showWarningMessage(sentence, show).then((chosen) => {
    if (chosen === show) void vscode.commands.executeCommand('workbench.actions.view.problems');
  });
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}
