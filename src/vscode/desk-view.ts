import * as vscode from 'vscode';
import { deskHtml } from '../preview/desk-html.ts';
import { type DeskStart, type FromDesk, isFromDesk, type ToDesk } from '../preview/desk-messages.ts';
import { type DeskNews, deskNotification } from '../server/protocol.ts';
import { type Desk, told } from './client.ts';
import { deskDeedsOf } from './desk-deeds.ts';
import { deskWords } from './desk-words.ts';
import { nonce } from './nonce.ts';

const viewId = 'copydesk.desk';

/** The desk: the newsroom's articles in a view of its own, and what is done with those that are selected there. */
export function registerDeskView(context: vscode.ExtensionContext, desk: Desk): vscode.Disposable {
  const { extensionUri } = context;
  let view: vscode.WebviewView | undefined;
  /** What actions are about now. */
  let meant: readonly vscode.Uri[] = [];
  const deeds = deskDeedsOf(desk);

  async function send(message: ToDesk): Promise<void> {
    await view?.webview.postMessage(message);
  }

  async function sendRows(): Promise<void> {
    const hasFolder = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
    const listed = await desk.ask('copydesk/desk', { watch: true });
    await send({ type: 'rows', ...listed, hasFolder });
  }

  /** Nobody looks: nothing is reviewed for the list. */
  function leave(): void {
    void desk.ask('copydesk/desk', { watch: false }).catch(() => {});
  }

  async function take(message: FromDesk): Promise<void> {
    switch (message.type) {
      case 'ready':
        return sendRows();
      case 'meant':
        setMeant(message.uris.map((uri) => vscode.Uri.parse(uri, true)));
        return;
      case 'do':
        return deeds[message.deed](message.uris.map((uri) => vscode.Uri.parse(uri, true)));
      case 'start':
        await vscode.commands.executeCommand(starts[message.start]);
        return;
    }
  }

  function setMeant(uris: readonly vscode.Uri[]): void {
    const had = meant.length > 0;
    meant = uris;
    if (had !== uris.length > 0)
      void vscode.commands.executeCommand('setContext', 'copydesk.deskHasArticle', uris.length > 0);
  }

  const provider: vscode.WebviewViewProvider = {
    resolveWebviewView(resolved) {
      view = resolved;
      const { webview } = resolved;
      const shownAt = (...names: readonly string[]) =>
        webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...names)).toString();
      webview.options = {
        enableScripts: true,
        localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist'), vscode.Uri.joinPath(extensionUri, 'media')],
      };
      webview.onDidReceiveMessage((message: unknown) => {
        if (isFromDesk(message)) void told(take)(message);
      });
      resolved.onDidChangeVisibility(() => {
        // Shown again, the page is made anew and says that it is ready.
        if (!resolved.visible) leave();
      });
      resolved.onDidDispose(() => {
        if (view === resolved) view = undefined;
        setMeant([]);
        leave();
      });
      webview.html = deskHtml({
        cspSource: webview.cspSource,
        nonce: nonce(),
        scriptUri: shownAt('dist', 'desk.js'),
        styleUri: shownAt('media', 'desk.css'),
        lang: vscode.env.language,
        words: deskWords(),
      });
    },
  };

  const withMeant = (run: (uris: readonly vscode.Uri[]) => Promise<void>) =>
    told(async () => {
      if (meant.length > 0) await run(meant);
      else await vscode.commands.executeCommand(`${viewId}.focus`);
    });
  const commands: Readonly<Record<string, () => Promise<unknown>>> = {
    'copydesk.showDesk': async () => vscode.commands.executeCommand(`${viewId}.focus`),
    'copydesk.searchDesk': async () => {
      await vscode.commands.executeCommand(`${viewId}.focus`);
      await send({ type: 'search' });
    },
    'copydesk.deskOpen': withMeant(deeds.open),
    'copydesk.deskPreview': withMeant(deeds.preview),
    'copydesk.deskChangeStage': withMeant(deeds.changeStage),
    'copydesk.deskSign': withMeant(deeds.sign),
    'copydesk.deskCheck': withMeant(deeds.check),
  };
  return vscode.Disposable.from(
    vscode.window.registerWebviewViewProvider(viewId, provider),
    desk.client.onNotification(deskNotification, (news: DeskNews) => void send({ type: 'news', ...news })),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      if (view?.visible) void told(sendRows)();
    }),
    ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)),
  );
}

const starts: Readonly<Record<DeskStart, string>> = {
  openFolder: 'workbench.action.files.openFolder',
  newArticle: 'copydesk.newArticle',
  setUp: 'copydesk.setUp',
};
