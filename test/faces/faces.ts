import { spawn } from 'node:child_process';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Report } from '../../src/cli/report.ts';
import { disk } from '../../src/disk/disk.ts';
import { uriOf } from '../../src/disk/place.ts';
import { serve } from '../../src/server/server.ts';
import { type Newsroom, newsroom, now } from '../cli/newsroom.ts';

export { type Newsroom, newsroom };

/** What each face finds in one article: `check` of the findings, sorted. */
export interface Verdicts {
  readonly server: readonly string[];
  readonly cli: readonly string[];
}

/** Opens a folder of a real newsroom in a server of its own, on the disk. */
export async function openFolder(
  room: Pick<Newsroom, 'root' | 'read'>,
  folder: string,
  options: object = {},
  at: number = now,
) {
  const up = new PassThrough();
  const down = new PassThrough();
  serve(createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down)), {
    disk,
    now: () => at,
  });
  return openBy(room, folder, options, { up, down, end: () => void up.destroy() });
}

/** Opens a newsroom's folder in a server that is a program of its own, as an editor starts it. */
export async function openProgram(room: Pick<Newsroom, 'root' | 'read'>, argv: readonly string[]) {
  const { stdin, stdout } = spawn(process.execPath, argv, {
    cwd: room.root,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, LC_ALL: 'en' },
  });
  return openBy(room, '', {}, { up: stdin, down: stdout, end: () => void stdin.end() });
}

async function openBy(
  room: Pick<Newsroom, 'root' | 'read'>,
  folder: string,
  options: object,
  { up, down, end }: { readonly up: Writable; readonly down: Readable; end(): void },
) {
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const shown = new Map<string, PublishDiagnosticsParams>();
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    shown.set(params.uri, params);
  });
  client.listen();
  const uri = folder === '' ? uriOf(room.root) : uriOf(`${room.root}/${folder}`);
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    locale: 'en',
    workspaceFolders: [{ uri, name: 'desk' }],
    capabilities: {},
    initializationOptions: options,
  });
  await client.sendNotification('initialized', {});
  let version = 0;
  return {
    client,
    uri: (path: string) => uriOf(`${room.root}/${path}`),
    async open(path: string, text = room.read(path), languageId = 'markdown'): Promise<string> {
      const document = uriOf(`${room.root}/${path}`);
      version++;
      await client.sendNotification('textDocument/didOpen', {
        textDocument: { uri: document, languageId, version, text },
      });
      return document;
    },
    /** Waits for findings of a document that the test accepts; those that came last when none do. */
    async findings(document: string, accept: (checks: readonly string[]) => boolean = () => true) {
      for (let tries = 0; tries < 200; tries++) {
        const checks = shown.get(document)?.diagnostics.map(({ code }) => String(code));
        if (checks && accept(checks)) return checks.sort();
        await pause(20);
      }
      return shown.get(document)?.diagnostics.map(({ code }) => String(code)) ?? ['nothing was published'];
    },
    /** What was published last for a document. */
    shown: (document: string) => shown.get(document)?.diagnostics,
    messages: (document: string) => shown.get(document)?.diagnostics.map(({ message }) => message) ?? [],
    async stop(): Promise<void> {
      await client.sendRequest('shutdown');
      client.dispose();
      end();
      down.destroy();
    },
  };
}

/** What the command line finds in one file, run in a folder. */
export async function checkIn(room: Newsroom, cwd: string, path: string): Promise<readonly string[]> {
  const { out, err } = await room.run(['check', '--format', 'json', '.'], { cwd });
  if (!out.startsWith('{')) throw new Error(err);
  const { files }: Report = JSON.parse(out);
  const shown = path.startsWith(`${cwd}/`) ? path.slice(cwd.length + 1) : path;
  const file = files.find((one) => one.path === shown);
  return file?.findings.map(({ check }) => check).sort() ?? ['not checked'];
}

/** What both faces find in an article when `folder` is opened, or worked in. */
export async function bothFaces(room: Newsroom, folder: string, path: string): Promise<Verdicts> {
  const cli = await checkIn(room, folder === '' ? '.' : folder, path);
  const opened = await openFolder(room, folder);
  try {
    const document = await opened.open(path);
    const server = await opened.findings(document);
    return { server, cli };
  } finally {
    await opened.stop();
  }
}
