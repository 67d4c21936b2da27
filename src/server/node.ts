import { open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server.ts';
import type { World } from './world.ts';

/** The disk, for clients that do not answer file requests (Neovim, Helix, Zed). */
const disk: World = {
  async readFile(uri) {
    const file = fileOf(uri);
    return file === undefined ? undefined : readFile(file, 'utf8').catch(() => undefined);
  },
  async readHead(uri, bytes) {
    const file = fileOf(uri);
    const handle = file === undefined ? undefined : await open(file).catch(() => undefined);
    if (handle === undefined) return undefined;
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(bytes), 0, bytes, 0);
      return buffer.subarray(0, bytesRead);
    } catch {
      return undefined;
    } finally {
      await handle.close();
    }
  },
  exists: (uris) =>
    Promise.all(
      uris.map(async (uri) => {
        const file = fileOf(uri);
        return (
          file !== undefined &&
          (await stat(file).then(
            (found) => found.isFile(),
            () => false,
          ))
        );
      }),
    ),
  async findFiles(folder, endings) {
    const root = fileOf(folder);
    return root === undefined ? [] : (await walk(root, endings)).map((file) => pathToFileURL(file).href);
  },
};

async function walk(folder: string, endings: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await walk(full, endings)));
    else if (entry.isFile() && endings.some((ending) => entry.name.endsWith(ending))) found.push(full);
  }
  return found;
}

function fileOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

const transports = ['--node-ipc', '--stdio', '--socket', '--pipe'];
// `copydesk lsp` and a bare start speak over the standard streams; VS Code says `--node-ipc`.
const told = process.argv.some((argument) => transports.some((transport) => argument.startsWith(transport)));
const connection = told
  ? createConnection(ProposedFeatures.all)
  : createConnection(ProposedFeatures.all, process.stdin, process.stdout);

serve(connection, { disk, now: () => Date.now() });
