import type { FileText, FoundFiles, Kind, World } from '../newsroom/world.ts';
import type { FileRequests } from './protocol.ts';

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
    async readText(uri): Promise<FileText | undefined> {
      const answer = await ask('copydesk/readFile', { uri }, null);
      return typeof answer === 'string' ? { text: answer } : (answer ?? undefined);
    },
    async readHead(uri, bytes) {
      const answer = await ask('copydesk/readHead', { uri, bytes }, null);
      return answer === null ? undefined : Uint8Array.from(atob(answer), (unit) => unit.charCodeAt(0));
    },
    async kinds(uris): Promise<readonly (Kind | undefined)[]> {
      if (uris.length === 0) return [];
      const there = await ask('copydesk/exists', { uris }, []);
      return uris.map((_, index) => {
        const answer = there[index] ?? false;
        return typeof answer === 'string' ? answer : answer ? 'file' : undefined;
      });
    },
    async findFiles(folder, endings): Promise<FoundFiles> {
      return { files: await ask('copydesk/findFiles', { folder, endings }, []), closed: [] };
    },
  };
}
