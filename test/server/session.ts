import { PassThrough } from 'node:stream';
import {
  type CancellationToken,
  type CodeAction,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DidChangeWatchedFilesRegistrationOptions,
  ProposedFeatures,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentClientCapabilities,
  type WorkspaceEdit,
  type WorkspaceEditClientCapabilities,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Checked, DeskNews, DeskRequests, ServerOptions } from '../../src/server/protocol.ts';
import { serve } from '../../src/server/server.ts';

export const folder = 'newsroom:/desk';

/** A client with its own server, joined by streams; the files are in memory, as in a virtual workspace. */
export interface Session {
  readonly files: Map<string, string>;
  /** What the server last published, by uri. */
  readonly shown: ReadonlyMap<string, PublishDiagnosticsParams>;
  readonly checked: readonly Checked[];
  /** How often the server has published something. */
  published(): number;
  /** What the server has asked of the files so far: the method and what it was about. */
  readonly asked: readonly string[];
  /** The edits that the server has asked for by itself; they are not made. */
  readonly edits: readonly WorkspaceEdit[];
  open(path: string, text: string, language?: string): string;
  /** Replaces the range's text and says so to the server. */
  change(uri: string, range: Range, text: string): void;
  text(uri: string): string;
  close(uri: string): void;
  save(uri: string): void;
  /** Tells of files that came (1), changed (2) or went (3). */
  watched(uri: string, type: 1 | 2 | 3): void;
  configure(settings: object): void;
  notify(method: string, params: object): void;
  /** Waits for diagnostics that the test accepts. */
  diagnostics(uri: string, accept?: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  actions(uri: string, range: Range, only?: string): Promise<readonly CodeAction[]>;
  apply(uri: string, edit: WorkspaceEdit): void;
  request<R>(method: string, params: object, token?: CancellationToken): Promise<R>;
  desk<M extends keyof DeskRequests>(method: M, params: DeskRequests[M]['params']): Promise<DeskRequests[M]['result']>;
  stop(): Promise<void>;
}

export interface SessionOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly locale?: string;
  readonly options?: ServerOptions;
  /** A moment at which the clock stands still, or a clock. */
  readonly now?: number | (() => number);
  /** What the client can do with edits, besides versions. */
  readonly workspaceEdit?: WorkspaceEditClientCapabilities;
  /** What the client can do with texts; the edit of an action may be asked for later, unless it says otherwise. */
  readonly can?: TextDocumentClientCapabilities;
  /** Called with each file that is read, which is then read when it lets go. */
  hold?(uri: string): Promise<void> | undefined;
  /** Told what changes of the desk's rows. */
  desk?(news: DeskNews): void;
  /** Told of each place outside the opened folder that the server asks to hear of, and of which files there. */
  watch?(baseUri: string, pattern: string): void;
}

export async function startSession({
  files = {},
  locale = 'en',
  options = {},
  now = Date.UTC(2026, 4, 4, 2),
  workspaceEdit = {},
  can = {},
  hold = () => undefined,
  desk = () => undefined,
  watch,
}: SessionOptions = {}): Promise<Session> {
  const up = new PassThrough();
  const down = new PassThrough();
  serve(createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down)), {
    now: typeof now === 'function' ? now : () => now,
  });
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));

  const disk = new Map(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
  const shown = new Map<string, PublishDiagnosticsParams>();
  const checked: Checked[] = [];
  const documents = new Map<string, TextDocument>();
  const waiting = new Set<() => void>();
  let settings: object = {};
  const decoded = (uri: string) => decodeURI(uri);

  let published = 0;
  const asked: string[] = [];
  client.onRequest('copydesk/readFile', async ({ uri }: { uri: string }) => {
    await hold(decoded(uri));
    asked.push(`read ${uri}`);
    return disk.get(decoded(uri)) ?? null;
  });
  // Pictures have no bytes here.
  client.onRequest('copydesk/readHead', ({ uri, bytes }: { uri: string; bytes: number }) => {
    const text = /\.mdx?$/i.test(uri) ? disk.get(decoded(uri)) : undefined;
    return text === undefined ? null : Buffer.from(text).subarray(0, bytes).toString('base64');
  });
  client.onRequest('copydesk/exists', ({ uris }: { uris: string[] }) => {
    asked.push(`exists ${uris.join(' ')}`);
    return uris.map((uri) => disk.has(decoded(uri)));
  });
  client.onRequest('copydesk/findFiles', ({ folder: under, endings }: { folder: string; endings: string[] }) => {
    asked.push(`find ${endings.join(' ')}`);
    return [...disk.keys()].filter(
      (uri) => uri.startsWith(`${decoded(under)}/`) && endings.some((ending) => uri.endsWith(ending)),
    );
  });
  client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => settings));
  const edits: WorkspaceEdit[] = [];
  client.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => ({ applied: edits.push(edit) > 0 }));
  client.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    for (const { registerOptions } of registrations) {
      const { watchers = [] }: Partial<DidChangeWatchedFilesRegistrationOptions> = registerOptions ?? {};
      for (const { globPattern: glob } of watchers)
        if (typeof glob !== 'string' && typeof glob.baseUri === 'string') watch?.(glob.baseUri, glob.pattern);
    }
    return null;
  });
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    shown.set(params.uri, params);
    published++;
    for (const wake of waiting) wake();
  });
  client.onNotification('copydesk/deskChanged', desk);
  client.onNotification('copydesk/checked', (one: Checked) => void checked.push(one));
  client.listen();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    locale,
    workspaceFolders: [{ uri: folder, name: 'desk' }],
    capabilities: {
      workspace: {
        configuration: true,
        workspaceEdit: { documentChanges: true, ...workspaceEdit },
        ...(watch ? { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } } : {}),
        workspaceFolders: true,
      },
      textDocument: {
        codeAction: { resolveSupport: { properties: ['edit'] } },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        ...can,
      },
    },
    initializationOptions: { files: true, ...options },
  });
  await client.sendNotification('initialized', {});

  function document(uri: string): TextDocument {
    const found = documents.get(uri);
    if (!found) throw new Error(`${uri} is not open`);
    return found;
  }

  function editText(uri: string, range: Range, text: string): void {
    const before = document(uri);
    const version = before.version + 1;
    documents.set(uri, TextDocument.update(before, [{ range, text }], version));
    void client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }

  return {
    files: disk,
    shown,
    checked,
    published: () => published,
    asked,
    edits,
    open(path, text, language = 'markdown') {
      const uri = path.includes(':') ? path : `${folder}/${path}`;
      documents.set(uri, TextDocument.create(uri, language, 1, text));
      void client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: language, version: 1, text },
      });
      return uri;
    },
    change: editText,
    text: (uri) => document(uri).getText(),
    close(uri) {
      documents.delete(uri);
      void client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    },
    save: (uri) => void client.sendNotification('textDocument/didSave', { textDocument: { uri } }),
    watched: (uri, type) =>
      void client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] }),
    notify: (method, params) => void client.sendNotification(method, params),
    configure(next) {
      settings = next;
      void client.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    },
    async diagnostics(uri, accept = () => true) {
      const version = documents.get(uri)?.version;
      const good = () => {
        const last = shown.get(uri);
        return last && (version === undefined || last.version === version) && accept(last.diagnostics)
          ? last.diagnostics
          : undefined;
      };
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(
            new Error(
              `no such diagnostics of ${uri} in 30 s; the last were ${JSON.stringify(shown.get(uri), null, 1)}`,
            ),
          );
        }, 30_000);
        function look(): void {
          const found = good();
          if (!found) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        }
        waiting.add(look);
        look();
      });
    },
    actions: (uri, range, only) =>
      client.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: shown.get(uri)?.diagnostics ?? [], ...(only ? { only: [only] } : {}) },
      }),
    apply(uri, edit) {
      for (const change of edit.documentChanges ?? []) {
        if (!('textDocument' in change) || change.textDocument.uri !== uri) throw new Error('an edit of another file');
        const before = document(uri);
        if (change.textDocument.version !== before.version) throw new Error('an edit of another version');
        const edits = change.edits.map((one) => {
          if (!('newText' in one)) throw new Error('a snippet, which this client does not know');
          return one;
        });
        const text = TextDocument.applyEdits(before, edits);
        editText(uri, { start: { line: 0, character: 0 }, end: { line: before.lineCount, character: 0 } }, text);
      }
    },
    // An absent token would be taken for a second parameter.
    request: (method, params, token) =>
      token ? client.sendRequest(method, params, token) : client.sendRequest(method, params),
    desk: (method, params) => client.sendRequest(method, params),
    async stop() {
      await client.sendRequest('shutdown');
      client.dispose();
      up.destroy();
      down.destroy();
    },
  };
}

/** The range of the first occurrence of `text` in a document. */
export function rangeOf(whole: string, text: string): Range {
  const document = TextDocument.create('', '', 0, whole);
  const start = whole.indexOf(text);
  if (start < 0) throw new Error(`“${text}” is not in the text`);
  return { start: document.positionAt(start), end: document.positionAt(start + text.length) };
}
