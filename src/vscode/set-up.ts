import * as vscode from 'vscode';
import { ProgressType } from 'vscode-languageclient';
import { setUpHtml } from '../preview/set-up-html.ts';
import { type FromSetUp, isFromSetUp, type ToSetUp } from '../preview/set-up-messages.ts';
import type { DeskRequests, SetUpFile } from '../server/protocol.ts';
import { type Desk, told } from './client.ts';
import { done } from './first-steps.ts';
import { nonce } from './nonce.ts';
import { askForFolder } from './pick-article.ts';

type Proposed = NonNullable<DeskRequests['copydesk/setUp']['result']>;

interface Progress {
  readonly message?: string;
  readonly percentage?: number;
}

/** Set Up This Newsroom: reads a folder's articles, shows what house they follow, and writes it as the newsroom decides. */
export function registerSetUp(context: vscode.ExtensionContext, desk: Desk): vscode.Disposable {
  let shown: vscode.WebviewPanel | undefined;
  const command = vscode.commands.registerCommand(
    'copydesk.setUp',
    told(async (uri?: vscode.Uri) => {
      const folder = uri instanceof vscode.Uri ? uri : await pickFolder();
      if (!folder) return;
      const proposed = await read(desk, folder);
      if (proposed === undefined) return;
      if (proposed === null) {
        const begin = vscode.l10n.t('New Article');
        void vscode.window
          .showInformationMessage(
            vscode.l10n.t(
              'There are no articles in this folder: files that end in .md, .markdown, .mdx, .qmd and the like.',
            ),
            begin,
          )
          .then((chosen) => {
            if (chosen === begin) void vscode.commands.executeCommand('copydesk.newArticle');
          });
        return;
      }
      if (!proposed.isNew && proposed.decisions.length === 0) {
        void vscode.window.showInformationMessage(
          vscode.l10n.t('The house style knows everything that these {0} articles have.', proposed.articles),
        );
        return;
      }
      shown?.dispose();
      const panel = showPage(context, desk, folder, proposed);
      shown = panel;
      panel.onDidDispose(() => {
        if (shown === panel) shown = undefined;
      });
    }),
  );
  return vscode.Disposable.from(command, { dispose: () => shown?.dispose() });
}

async function pickFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    askForFolder();
    return undefined;
  }
  const [only] = folders;
  return folders.length === 1 ? only?.uri : (await vscode.window.showWorkspaceFolderPick())?.uri;
}

/** Reads the archive. @returns null where there are no articles, `undefined` when it was stopped */
async function read(desk: Desk, folder: vscode.Uri): Promise<Proposed | null | undefined> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Reading the newsroom’s articles'),
      cancellable: true,
    },
    async (progress, token) => {
      const workDoneToken = `copydesk-set-up-${Date.now()}`;
      let reached = 0;
      const listener = desk.client.onProgress(
        new ProgressType<Progress>(),
        workDoneToken,
        ({ message, percentage = reached }) => {
          progress.report({ increment: percentage - reached, ...(message === undefined ? {} : { message }) });
          reached = percentage;
        },
      );
      try {
        return await desk.ask('copydesk/setUp', { uri: desk.uri(folder), workDoneToken }, token);
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
      } finally {
        listener.dispose();
      }
    },
  );
}

function showPage(
  { extensionUri }: vscode.ExtensionContext,
  desk: Desk,
  folder: vscode.Uri,
  proposed: Proposed,
): vscode.WebviewPanel {
  const title = vscode.l10n.t('Set Up This Newsroom');
  const panel = vscode.window.createWebviewPanel('copydesk.setUp', title, vscode.ViewColumn.Active, {
    enableScripts: true,
    // What was answered is kept while another editor is in front.
    retainContextWhenHidden: true,
    localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist'), vscode.Uri.joinPath(extensionUri, 'media')],
  });
  const { webview } = panel;
  const shownAt = (...names: readonly string[]) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...names)).toString();
  webview.onDidReceiveMessage((message: unknown) => {
    if (isFromSetUp(message)) void told(answer)(message);
  });
  webview.html = setUpHtml({
    cspSource: webview.cspSource,
    nonce: nonce(),
    scriptUri: shownAt('dist', 'set-up.js'),
    styleUri: shownAt('media', 'set-up.css'),
    lang: vscode.env.language,
    labels: labelsFor(proposed),
    decisions: proposed.decisions,
    files: proposed.files,
    recipe,
  });

  async function answer(message: FromSetUp): Promise<void> {
    switch (message.type) {
      case 'answers': {
        const now = await desk.ask('copydesk/setUpFiles', { id: proposed.id, answers: message.answers });
        if (now) await webview.postMessage({ type: 'files', files: now.files } satisfies ToSetUp);
        return;
      }
      case 'write': {
        const now = await desk.ask('copydesk/setUpFiles', { id: proposed.id, answers: message.answers });
        if (now && (await write(folder, now.files, now.refused))) panel.dispose();
        return;
      }
      case 'open':
        await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, message.path), {
          viewColumn: vscode.ViewColumn.Beside,
          preview: true,
        });
        return;
      case 'copyRecipe':
        await vscode.env.clipboard.writeText(recipe);
        void vscode.window.showInformationMessage(vscode.l10n.t('Copied. Save it as .github/workflows/copydesk.yml.'));
        return;
      case 'close':
        panel.dispose();
        return;
    }
  }
  return panel;
}

/** Writes the files and opens the house file. New ones are never written over what is there. */
async function write(folder: vscode.Uri, files: readonly SetUpFile[], refused: readonly string[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  const kept: string[] = [];
  for (const { path, text, before } of files) {
    const uri = vscode.Uri.joinPath(folder, ...path.split('/'));
    if (before === undefined) {
      if (await isThere(uri)) kept.push(path);
      else edit.createFile(uri, { contents: new TextEncoder().encode(text), overwrite: false });
      continue;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.getText() !== before) {
      void vscode.window.showWarningMessage(vscode.l10n.t('{0} was edited meanwhile. Please set up again.', path));
      return false;
    }
    edit.replace(uri, new vscode.Range(document.positionAt(0), document.positionAt(before.length)), text);
  }
  if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The files could not be written.'));
    return false;
  }
  for (const { path, before } of files) {
    if (before === undefined) continue;
    await (await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, path))).save();
  }
  done('house');
  const house = files.find(({ path }) => path === 'copydesk.yml');
  if (house) await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, house.path));
  const notes = [
    ...(kept.length > 0 ? [vscode.l10n.t('Left as they are: {0}.', kept.join(', '))] : []),
    ...(refused.length > 0 ? [vscode.l10n.t('To be added by hand: {0}.', refused.join(', '))] : []),
  ];
  const check = vscode.l10n.t('Check the Newsroom');
  void vscode.window
    .showInformationMessage([vscode.l10n.t('The house style is written.'), ...notes].join(' '), check)
    .then((chosen) => {
      if (chosen === check) void vscode.commands.executeCommand('copydesk.checkNewsroom');
    });
  return true;
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function labelsFor({ articles, isNew, rate }: Proposed): Parameters<typeof setUpHtml>[0]['labels'] {
  const { t } = vscode.l10n;
  return {
    heading: isNew ? t('Set up this newsroom') : t('New in this newsroom'),
    lead: isNew
      ? t(
          '{0} articles were read. This is the house style that they follow; decide what holds. Under it they have {1} errors and warnings in 10,000 words or characters. Nothing that is there is overwritten.',
          articles,
          rate ?? 0,
        )
      : t('{0} articles were read. This is what the house style does not know yet; decide what it takes up.', articles),
    questions: {
      where: t('Is this where your articles lie, and what they say?'),
      who: t('Is this how you sign?'),
      demands: t('Are articles held to this, and to no more?'),
    },
    accept: t('Accept'),
    leave: t('Leave out'),
    answer: t('Answer: {0}', '{0}'),
    minor: t('{0} fields more', '{0}'),
    files: t('What is written'),
    write: t('Write These Files'),
    close: t('Close'),
    nothing: t('Nothing new.'),
    recipe: t('Check each change on the server'),
    recipeLead: t(
      'A workflow for GitHub; save it as .github/workflows/copydesk.yml, and put the command copydesk in reach of it.',
    ),
    copyRecipe: t('Copy'),
  };
}

const recipe = `name: Copydesk
on: [push, pull_request]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: copydesk check --format github
`;
