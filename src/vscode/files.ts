import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FileRequests, longestText, mayBeFolder } from '../server/protocol.ts';

/** How many files of a folder are looked at, at most. */
const most = 20_000;

/** No picture that is measured, and no page that was saved, is longer. Bytes. */
const longestFile = 64 * 1024 * 1024;

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
  /** A regular file that is there and may be read; `undefined` for anything else, what is not there throws. */
  async function own(written: string): Promise<{ readonly uri: vscode.Uri; readonly size: number } | undefined> {
    const uri = vscode.Uri.parse(written, true);
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0) return undefined;
    if (!(await isOwn(uri, type))) throw vscode.FileSystemError.FileNotFound(uri);
    return { uri, size };
  }
  /** What stands at a place that can be looked at; throws for nothing. */
  async function kindOf(written: string): Promise<boolean | 'folder' | 'other'> {
    if (await own(written)) return true;
    const { type } = await vscode.workspace.fs.stat(vscode.Uri.parse(written, true));
    return (type & vscode.FileType.Directory) !== 0 ? 'folder' : 'other';
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
  function tell(uris: readonly vscode.Uri[], type: 1 | 2 | 3): void {
    if (!client.isRunning()) return;
    const changes = uris.map((uri) => ({ uri: client.code2ProtocolConverter.asUri(uri), type }));
    void client.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }
  /** A folder comes and goes as a whole: nobody tells of its files one by one, and it ends as none of them does. */
  function tellOfFolders(type: 1 | 2 | 3): (uri: vscode.Uri) => void {
    return (uri) => {
      const path = vscode.workspace.asRelativePath(uri);
      if (mayBeFolder(path) && !/(^|\/)(\.|node_modules(\/|$))/.test(path)) tell([uri], type);
    };
  }
  const folders = vscode.workspace.createFileSystemWatcher('**');
  return vscode.Disposable.from(
    folders,
    folders.onDidCreate(tellOfFolders(1)),
    // One that went and came at once, as when git switches.
    folders.onDidChange(tellOfFolders(2)),
    folders.onDidDelete(tellOfFolders(3)),
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
        const file = await own(uri);
        if (file === undefined) return { refused: 'not-a-file' };
        if (file.size > longestText) return { refused: 'too-long' };
        return await decode(await vscode.workspace.fs.readFile(file.uri), file.uri);
      } catch (error) {
        const isClosed = error instanceof vscode.FileSystemError && error.code === 'NoPermissions';
        return isClosed ? { refused: 'closed' } : null;
      }
    }),
    answer('copydesk/readHead', async ({ uri, bytes }) => {
      try {
        const file = await own(uri);
        if (file === undefined || file.size > longestFile) return null;
        const read = await vscode.workspace.fs.readFile(file.uri);
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
            return await kindOf(uri);
          } catch {
            return false;
          }
        }),
      ),
    ),
    answer('copydesk/findFiles', async ({ folder, endings }) => {
      const patterns = endings.map((ending) => (ending.startsWith('.') ? `*${anyCase(ending)}` : ending));
      const names = patterns.length === 1 ? patterns[0] : `{${patterns.join(',')}}`;
      const pattern = new vscode.RelativePattern(vscode.Uri.parse(folder, true), `**/${names}`);
      const found = await vscode.workspace.findFiles(pattern, '**/{node_modules,.*}/**', most);
      return found.map((uri) => client.code2ProtocolConverter.asUri(uri));
    }),
  );
}

/** A pattern for small and capital letters. */
function anyCase(ending: string): string {
  return ending.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Decodes as the editor would when it opens the file. Sound UTF-8 is that, as for the command line: a guess of VS Code's
 * takes a millisecond for three kilobytes, of the process that all extensions share. NUL and escape are of other encodings.
 */
async function decode(bytes: Uint8Array, uri: vscode.Uri): Promise<string> {
  if (!bytes.includes(0) && !bytes.includes(0x1b)) {
    try {
      return utf8.decode(bytes);
    } catch {
      // In another encoding: which, VS Code finds out.
    }
  }
  return vscode.workspace.decode(bytes, { uri });
}
