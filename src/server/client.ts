import type { InitializeParams } from 'vscode-languageserver';
import type { ServerOptions } from './protocol.ts';

/** What the client at the other end can do, as it said when it introduced itself. */
export interface Client {
  /** Completions may have tab stops. */
  readonly snippets: boolean;
  /** Edits may name the version that they are of (`documentChanges`). */
  readonly versionedEdits: boolean;
  /** Edits may have tab stops (LSP 3.18). */
  readonly snippetEdits: boolean;
  /** Edits may be put into named groups, and asked about before they are made. */
  readonly annotatedEdits: boolean;
  /** Edits may make files that are not there. */
  readonly createsFiles: boolean;
  /** The edit of an action may be asked for when the action is chosen. */
  readonly resolvesEdits: boolean;
  /** An outline may have levels. */
  readonly nestedSymbols: boolean;
  readonly tellsOfSettings: boolean;
  readonly tellsOfFiles: boolean;
  /** It can watch folders that are not opened. */
  readonly tellsOfFilesElsewhere: boolean;
  readonly tellsOfFolders: boolean;
  readonly answersSettings: boolean;
  /** It shows documents of the scheme `copydesk`. */
  readonly pages: boolean;
  /** It is our extension: it knows our commands and notifications. */
  readonly commands: boolean;
  /** It answers requests for files. */
  readonly files: boolean;
}

export function clientOf({ capabilities }: Pick<InitializeParams, 'capabilities'>, options: ServerOptions): Client {
  const { workspace, textDocument } = capabilities;
  const edits = workspace?.workspaceEdit;
  const versionedEdits = edits?.documentChanges === true;
  return {
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    versionedEdits,
    // Both are known of edits with versions alone.
    snippetEdits: versionedEdits && edits?.snippetEditSupport === true,
    annotatedEdits: versionedEdits && edits?.changeAnnotationSupport !== undefined,
    createsFiles: versionedEdits && edits?.resourceOperations?.includes('create') === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    tellsOfSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    tellsOfFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    tellsOfFilesElsewhere:
      workspace?.didChangeWatchedFiles?.dynamicRegistration === true &&
      workspace.didChangeWatchedFiles.relativePatternSupport === true,
    tellsOfFolders: workspace?.workspaceFolders === true,
    answersSettings: workspace?.configuration === true,
    pages: options.pages === true,
    commands: options.commands === true,
    files: options.files === true,
  };
}

/** What the client told besides LSP; whatever has another shape counts as nothing. */
export function optionsOf({
  initializationOptions: told,
}: Pick<InitializeParams, 'initializationOptions'>): ServerOptions {
  return typeof told === 'object' && told !== null ? told : {};
}
