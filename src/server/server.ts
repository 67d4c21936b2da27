import {
  type CancellationToken,
  CodeActionRequest,
  CodeActionResolveRequest,
  CompletionRequest,
  type Connection,
  DefinitionRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  FoldingRangeRequest,
  HoverRequest,
  PrepareRenameRequest,
  type ProtocolRequestType,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { answer } from './answer.ts';
import { askToBeTold, capabilities } from './capabilities.ts';
import type { Change } from './change.ts';
import { type ChangesNews, changesNotification } from './compare-protocol.ts';
import { pictureFindings } from './picture-findings.ts';
import { type DeskRequests, trustedNotification } from './protocol.ts';
import { codeAction } from './requests/code-action.ts';
import { codeActionResolve } from './requests/code-action-resolve.ts';
import { completion } from './requests/completion.ts';
import { definition } from './requests/definition.ts';
import { deskRequests } from './requests/desk-requests.ts';
import { documentLink } from './requests/document-link.ts';
import { documentSymbol } from './requests/document-symbol.ts';
import { foldingRange } from './requests/folding-range.ts';
import { hover } from './requests/hover.ts';
import { prepareRename } from './requests/prepare-rename.ts';
import { references } from './requests/references.ts';
import { rename } from './requests/rename.ts';
import type { Handler } from './requests/request.ts';
import { type Host, type Session, startSession } from './session.ts';

/** What answers a cancellation itself, with what it has done. */
const tellsHowFar: ReadonlySet<keyof DeskRequests> = new Set(['copydesk/checkNewsroom', 'copydesk/tryRule']);

/** Languages of messages, as tags, besides what the client says. */
interface Spoken {
  /** What whoever started the server asked for: it goes before the language of the client. */
  readonly asked?: string | undefined;
  /** What the terminal speaks, for clients that say nothing. */
  readonly usual?: string | undefined;
}

/** Speaks the engine in LSP over a connection. All state lives as long as the connection. */
export function serve(connection: Connection, host: Host, spoken: Spoken = {}): void {
  const documents = new TextDocuments(TextDocument);
  let begun: Session | undefined;

  function session(): Session {
    if (begun === undefined)
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'the client has not introduced itself');
    return begun;
  }

  function on<P, R, PR, E, O>(type: ProtocolRequestType<P, R, PR, E, O>, handle: Handler<P, R>): void {
    connection.onRequest(
      type.method,
      (params: P, token: CancellationToken): Promise<unknown> => answer(() => handle(session(), params, token), token),
    );
  }

  function onDesk<M extends keyof DeskRequests>(method: M): void {
    const handle = deskRequests[method];
    connection.onRequest(
      method as string,
      (params: DeskRequests[M]['params'], token: CancellationToken): Promise<unknown> =>
        answer(() => handle(session(), params, token), token, tellsHowFar.has(method)),
    );
  }

  connection.onInitialize((params) => {
    // What is known of open documents would be lost.
    if (begun !== undefined) return new ResponseError(ErrorCodes.InvalidRequest, 'the client has introduced itself');
    const told: unknown = params.locale;
    const locale = spoken.asked ?? (typeof told === 'string' ? told : spoken.usual) ?? 'en';
    begun = startSession(connection, host, documents, { ...params, locale });
    pictureFindings(begun, (sent) => void connection.sendDiagnostics(sent));
    return { serverInfo: { name: 'Copydesk' }, capabilities };
  });

  connection.onInitialized(() => {
    const { client, elsewhere } = session();
    askToBeTold(connection, client);
    elsewhere.above();
    if (!client.tellsOfFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
      apply({ kind: 'folders', added: added.map(({ uri }) => uri), removed: removed.map(({ uri }) => uri) }),
    );
  });

  function apply(change: Change): void {
    begun?.apply(change);
    if (begun) pictureFindings(begun).take(change);
  }
  documents.onDidOpen(({ document: { uri } }) => apply({ kind: 'opened', uri }));
  documents.onDidChangeContent(({ document: { uri } }) => apply({ kind: 'edited', uri }));
  documents.onDidSave(({ document: { uri } }) => apply({ kind: 'saved', uri }));
  documents.onDidClose(({ document: { uri } }) => apply({ kind: 'closed', uri }));
  connection.onDidChangeWatchedFiles(({ changes }) => apply({ kind: 'files', events: changes }));
  connection.onDidChangeConfiguration(({ settings }) => apply({ kind: 'settings', pushed: settings }));

  connection.onNotification(trustedNotification, () => apply({ kind: 'trusted' }));
  connection.onNotification(changesNotification, (news: ChangesNews) => apply({ kind: 'changes', news }));

  on(CodeActionRequest.type, codeAction);
  on(CodeActionResolveRequest.type, codeActionResolve);
  on(CompletionRequest.type, completion);
  on(DefinitionRequest.type, definition);
  on(DocumentLinkRequest.type, documentLink);
  on(DocumentSymbolRequest.type, documentSymbol);
  on(FoldingRangeRequest.type, foldingRange);
  on(HoverRequest.type, hover);
  on(PrepareRenameRequest.type, prepareRename);
  on(ReferencesRequest.type, references);
  on(RenameRequest.type, rename);
  for (const method of Object.keys(deskRequests) as (keyof DeskRequests)[]) onDesk(method);

  documents.listen(connection);
  connection.listen();
}
