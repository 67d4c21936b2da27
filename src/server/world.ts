import type { FileRequests } from './protocol.ts';

/** The files around the articles. Answered by the client, so that virtual workspaces work, or by the disk. */
export interface World {
  /** The decoded text, or `undefined` when there is no such file or it cannot be read. */
  readFile(uri: string): Promise<string | undefined>;
  /** For each uri whether a file is there. */
  exists(uris: readonly string[]): Promise<readonly boolean[]>;
  /** The first bytes of a file, or `undefined` when there is no such file or the client cannot tell. */
  readHead?(uri: string, bytes: number): Promise<Uint8Array | undefined>;
  /** Files under a folder whose names end so (`.md`), dot folders and `node_modules` left out. */
  findFiles(folder: string, endings: readonly string[]): Promise<readonly string[]>;
}

/** The part of an LSP connection that is needed to ask the client. */
interface Asking {
  sendRequest<R>(method: string, params: object): Promise<R>;
}

/** A world that the client answers. A request that fails counts as "no such file", never as a crash. */
export function clientWorld(connection: Asking): World {
  async function ask<M extends keyof FileRequests>(
    method: M,
    params: FileRequests[M]['params'],
    failed: FileRequests[M]['result'],
  ) {
    try {
      return await connection.sendRequest<FileRequests[M]['result']>(method, params);
    } catch {
      return failed;
    }
  }
  return {
    readFile: async (uri) => (await ask('copydesk/readFile', { uri }, null)) ?? undefined,
    async readHead(uri, bytes) {
      const answer = await ask('copydesk/readHead', { uri, bytes }, null);
      return answer === null ? undefined : Uint8Array.from(atob(answer), (unit) => unit.charCodeAt(0));
    },
    exists: (uris) =>
      uris.length === 0
        ? Promise.resolve([])
        : ask(
            'copydesk/exists',
            { uris },
            uris.map(() => false),
          ),
    findFiles: (folder, endings) => ask('copydesk/findFiles', { folder, endings }, []),
  };
}
