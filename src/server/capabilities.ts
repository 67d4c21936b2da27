import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { endingsListed } from '../model/article-endings.ts';
import { watchedPictures } from '../model/picture-formats.ts';
import { ignoreFile } from '../newsroom/article-list.ts';
import { houseFile } from '../newsroom/files.ts';
import { fixAllKind } from './actions.ts';
import type { Client } from './client.ts';
import { organizeKind } from './front-matter-actions.ts';
import { commonFiles } from './surroundings.ts';

/** What the server can do. */
export const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, organizeKind, fixAllKind],
    resolveProvider: true,
  },
  hoverProvider: true,
  completionProvider: {
    triggerCharacters: [':', ' ', '-', '：', '（', '(', '【', '、', '，', ',', '[', '{', '\u3000'],
  },
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentLinkProvider: {},
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** Files whose coming and going changes what is found. */
const watched = [
  `**/*.{${endingsListed(',')}}`,
  `**/${ignoreFile}`,
  '**/*.{yml,yaml,toml}',
  '**/*.{html,htm,shtml,xhtml,css,json}',
  `**/*.{${watchedPictures.join(',')}}`,
  `**/*.{${commonFiles.join(',')}}`,
];

/** Files that a house may be read from: its own, lists, data, a saved page. */
const partsOfHouses = '*.{yml,yaml,json,toml,html,htm,shtml,xhtml,css}';

/** Files of a folder that a house takes values from. */
const listedFiles = `**/*.{${endingsListed(',')},yml,yaml,json,toml}`;

/** Which files of a folder that lies outside the opened ones are of interest. */
const interests = {
  /** The folder was looked through, with those inside it. */
  listed: listedFiles,
  /** A file of it was read. */
  read: partsOfHouses,
  /** A house file there would hold for the opened folder. */
  above: houseFile,
} as const;

/** Asks the client to tell of what houses read, or would read, of a folder that lies outside the opened ones. */
export function askToBeToldOf(
  connection: Connection,
  client: Client,
  folder: string,
  interest: keyof typeof interests,
): void {
  if (!client.tellsOfFilesElsewhere) return;
  void connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [{ globPattern: { baseUri: folder, pattern: interests[interest] } }],
  });
}

/** Asks the client to tell of what changes outside the open documents. */
export function askToBeTold(connection: Connection, client: Client): void {
  if (client.tellsOfSettings)
    void connection.client.register(DidChangeConfigurationNotification.type, { section: 'copydesk' });
  if (client.tellsOfFiles)
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: watched.map((globPattern) => ({ globPattern })),
    });
}
