import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileRequests } from '../server/protocol.ts';

/** How many files of a folder are looked at, at most. */
const most = 20_000;

/** Where a file really is, symbolic links followed; `undefined` where there is none or it cannot be told. */
export type RealPlace = (uri: vscode.Uri) => Promise<vscode.Uri | undefined>;

/**
 * Answers the server's questions about files, in workspaces of every kind. A file of a workspace folder that is really
 * somewhere else counts as absent: what a newsroom's article shows and hands over is the newsroom's own.
 *
 * @param realPlace absent where there is no Node: then every link counts as leading elsewhere
 */
export function registerFiles(client: BaseLanguageClient, realPlace?: RealPlace): vscode.Disposable {
  async function isOwn(uri: vscode.Uri, type: vscode.FileType): Promise<boolean> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (!vscode.workspace.getWorkspaceFolder(uri)) return true;
    if (!realPlace || uri.scheme !== 'file') return (type & vscode.FileType.SymbolicLink) === 0;
    const [place, ...roots] = await Promise.all([uri, ...folders.map((folder) => folder.uri)].map(realPlace));
    return roots.some((root) => root && place?.path.startsWith(`${root.path.replace(/\/$/, '')}/`));
  }
  /** The place of a file that is there and may be read; throws for every other one. */
  async function own(written: string): Promise<vscode.Uri> {
    const uri = vscode.Uri.parse(written, true);
    const { type } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0 || !(await isOwn(uri, type)))
      throw vscode.FileSystemError.FileNotFound(uri);
    return uri;
  }
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
      try {
        const place = await own(uri);
        return await decode(await vscode.workspace.fs.readFile(place), place);
      } catch {
        return null;
      }
    }),
    answer('copydesk/readHead', async ({ uri, bytes }) => {
      try {
        const read = await vscode.workspace.fs.readFile(await own(uri));
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
            await own(uri);
            return true;
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
