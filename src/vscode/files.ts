import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileRequests } from '../server/protocol.ts';

/** How many files of a folder are looked at, at most. */
const most = 20_000;

/** Answers the server's questions about files, in workspaces of every kind. */
export function registerFiles(client: BaseLanguageClient): vscode.Disposable {
  function answer<M extends keyof FileRequests>(
    method: M,
    handler: (params: FileRequests[M]['params']) => Promise<FileRequests[M]['result']>,
  ): vscode.Disposable {
    // The client types what is answered by overloads that a generic handler does not fit.
    return client.onRequest(
      method as string,
      async (params: FileRequests[M]['params']): Promise<unknown> => handler(params),
    );
  }
  /** Tells of files that the user made, moved or deleted here: not every kind of workspace has a watcher that would. */
  function tell(uris: readonly vscode.Uri[], type: 1 | 3): void {
    if (!client.isRunning()) return;
    const changes = uris.map((uri) => ({ uri: client.code2ProtocolConverter.asUri(uri), type }));
    void client.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }
  return vscode.Disposable.from(
    vscode.workspace.onDidCreateFiles(({ files }) => tell(files, 1)),
    vscode.workspace.onDidDeleteFiles(({ files }) => tell(files, 3)),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      tell(
        files.map(({ oldUri }) => oldUri),
        3,
      );
      tell(
        files.map(({ newUri }) => newUri),
        1,
      );
    }),
    answer('copydesk/readFile', async ({ uri }) => {
      const place = vscode.Uri.parse(uri, true);
      try {
        return await decode(await vscode.workspace.fs.readFile(place), place);
      } catch {
        return null;
      }
    }),
    answer('copydesk/readHead', async ({ uri, bytes }) => {
      try {
        const read = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
        let binary = '';
        for (const byte of read.subarray(0, bytes)) binary += String.fromCharCode(byte);
        return btoa(binary);
      } catch {
        return null;
      }
    }),
    answer('copydesk/exists', ({ uris }) =>
      Promise.all(
        uris.map(async (uri) => {
          try {
            const { type } = await vscode.workspace.fs.stat(vscode.Uri.parse(uri, true));
            return (type & vscode.FileType.File) !== 0;
          } catch {
            return false;
          }
        }),
      ),
    ),
    answer('copydesk/findFiles', async ({ folder, endings }) => {
      const names = endings.length === 1 ? `*${endings[0]}` : `{${endings.map((ending) => `*${ending}`).join(',')}}`;
      const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder, true), `**/${names}`);
      const found = await vscode.workspace.findFiles(pattern, '**/{node_modules,.*}/**', most);
      return found.map((uri) => client.code2ProtocolConverter.asUri(uri));
    }),
  );
}

/** Decodes as the editor would when it opens the file. */
async function decode(bytes: Uint8Array, uri: vscode.Uri): Promise<string> {
  return vscode.workspace.decode(bytes, { uri });
}
