import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { mostSuggestions } from '../assist/field-values.ts';
import { type ArticleValues, articleValues, frontMatterValues } from '../engine/newsroom-values.ts';
import type { Locale } from '../model/finding.ts';
import { isArticleName } from '../newsroom/files.ts';
import { nameOf } from '../newsroom/uri.ts';
import { readText, type World, withOpenTexts } from '../newsroom/world.ts';
import { codeActions, fixAllKind, houseActions, resolveAction, unresolvedUri } from './actions.ts';
import { answerDesk } from './answer-desk.ts';
import { diagnoser } from './diagnose.ts';
import { factSource } from './facts.ts';
import { answerFields } from './field-desk.ts';
import { complete } from './front-matter.ts';
import { frontMatterActions, organizeKind } from './front-matter-actions.ts';
import { answerFrontMatter } from './front-matter-view.ts';
import { type HouseDesk, houseHover, houseItems } from './house-complete.ts';
import { type HouseInForce, houseFile, houses, isHouseFile, owningFolder, staffFile } from './houses.ts';
import { hover } from './hover.ts';
import { newsroomIndex } from './newsroom-index.ts';
import { ownPages } from './own-pages.ts';
import { answerPeople, peopleItems, staffHover } from './people.ts';
import { pictureVersions } from './picture-versions.ts';
import { checkedNotification, type ServerOptions } from './protocol.ts';
import { isArticleAt, reviews } from './reviews.ts';
import { type SettingsSource, settingsSource } from './settings.ts';
import { commonFiles, surroundingsOf } from './surroundings.ts';
import { localeOf } from './words.ts';
import { clientWorld } from './world.ts';

/** What the place that the server runs in lends it. */
export interface Host {
  /** Reads the disk for clients that do not answer file requests; absent in a web worker. */
  readonly disk?: World;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Files whose coming and going changes what is found. */
const watched = [
  '**/*.{md,markdown}',
  '**/*.yml',
  '**/*.{html,htm,shtml,xhtml,css,json}',
  '**/*.{jpg,jpeg,png,gif,webp,avif,svg,bmp}',
  `**/*.{${commonFiles.join(',')}}`,
];

/** Speaks the engine in LSP over a connection. All state lives as long as the connection. */
export function serve(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  let initialized: InitializeParams | undefined;
  let options: ServerOptions = {};
  let locale: Locale = 'en';
  let folders: readonly string[] = [];
  let settings: SettingsSource = settingsSource(connection, false);
  let world: World = host.disk ?? clientWorld(connection);

  // The parts are made at once and ask for settings, world and folders when they need them: those are known only
  // after the client has introduced itself.
  const openText = (uri: string) => documents.get(uri)?.getText();
  const asked = withOpenTexts(
    {
      readText: (uri) => world.readText(uri),
      kinds: (uris) => world.kinds(uris),
      readHead: (uri, bytes) => world.readHead(uri, bytes),
      findFiles: (folder, endings) => world.findFiles(folder, endings),
    },
    openText,
  );
  const own = ownPages(asked);
  const house = houses(
    asked,
    { of: (uri) => settings.of(uri), changed: () => {} },
    openText,
    () => folders,
    (faults) => diagnose.house(faults),
    own,
  );
  const pictures = pictureVersions();
  const index = newsroomIndex(asked, { keys: () => documents.keys(), text: openText }, house.fileFor);
  const houseDesk: HouseDesk = { houses: house, world: asked, index, folders: () => folders };
  const facts = factSource(asked, host.now, index);
  const review = reviews(
    (uri) => documents.get(uri),
    house,
    facts,
    () => folders,
  );
  const diagnose = diagnoser({
    reviews: review,
    open: (uri) => documents.get(uri),
    all: () => documents.keys(),
    settings: (uri) => settings.of(uri),
    world: asked,
    houses: house,
    look: () => ({ locale, pages: options.pages === true }),
    send: (params) => void connection.sendDiagnostics(params),
    // Other clients would complain of a notification that they do not know.
    checked: (checked) => {
      if (options.commands) void connection.sendNotification(checkedNotification, checked);
    },
    reviewed: ({ uri, isArticle, article: { frontMatter } }) => {
      if (isArticle) void says(uri, frontMatterValues(frontMatter));
    },
  });

  /** What an article says has perhaps changed: others that may not say the same are checked anew. */
  async function says(uri: string, values: ArticleValues): Promise<void> {
    const before = index.note(uri, values);
    if (before === undefined) return;
    const inForce = await house.of(uri);
    for (const other of await facts.concerned([before, values], inForce, owningFolder(folders, uri))) {
      if (other === uri) continue;
      review.stale(other);
      diagnose.again(other);
    }
  }

  /** An article changed on the disk, or its document was closed: perhaps without being saved. */
  async function lookAgain(uri: string): Promise<void> {
    if (!isArticleName(uri) || openText(uri) !== undefined) return;
    await says(uri, articleValues((await readText(asked, uri)) ?? ''));
  }

  connection.onInitialize((params): InitializeResult => {
    initialized = params;
    options = readOptions(params.initializationOptions);
    locale = localeOf(options.locale ?? options.settings?.locale ?? params.locale);
    folders = (params.workspaceFolders ?? []).map(({ uri }) => uri);
    if (folders.length === 0 && params.rootUri) folders = [params.rootUri];
    settings = settingsSource(connection, params.capabilities.workspace?.configuration === true, options.settings);
    if (options.files) world = clientWorld(connection);
    return {
      serverInfo: { name: 'Copydesk' },
      capabilities: {
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
      },
    };
  });

  connection.onInitialized(() => {
    const can = initialized?.capabilities.workspace;
    if (can?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'copydesk' });
    if (can?.didChangeWatchedFiles?.dynamicRegistration) {
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: watched.map((globPattern) => ({ globPattern })),
      });
    }
    if (can?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        everythingChanged();
      });
    }
  });

  function everythingChanged(): void {
    house.changed();
    index.regrouped();
    review.changed();
    diagnose.everything();
  }

  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.changed(pushed);
    void settings.of(undefined).then(({ locale: chosen }) => {
      locale = localeOf(chosen ?? options.locale ?? initialized?.locale);
      everythingChanged();
    });
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const cameOrWent = changes.filter(({ type }) => type !== FileChangeType.Changed);
    // Another picture under the same name has another size, and is shown.
    const repainted = pictures.changed(changes.map(({ uri }) => uri));
    if (cameOrWent.length > 0 || repainted) facts.changed();
    if (cameOrWent.length > 0) index.changed();
    // A page that the newsroom saved, what belongs to it, or a schema: every house is read anew, for its findings.
    const inPages = own.changed(changes.map(({ uri }) => uri));
    if (inPages || changes.some(({ uri }) => /\.json$/i.test(uri))) {
      house.changed();
      index.regrouped();
      review.changed();
      diagnose.everything();
    }
    for (const { uri, type } of changes) {
      // A house file may extend another of any name.
      if (/\.ya?ml$/i.test(uri)) house.changed(uri);
      if (isHouseFile(uri)) {
        index.regrouped();
        if (type === FileChangeType.Deleted) diagnose.gone(uri);
      } else if (type === FileChangeType.Deleted) diagnose.gone(uri);
      else {
        diagnose.fileChanged(uri);
        void lookAgain(uri);
      }
    }
    const houseChanged = changes.some(({ uri }) => /\.ya?ml$/.test(uri));
    if (cameOrWent.length > 0 || houseChanged || repainted) {
      review.changed();
      diagnose.everything();
    }
  });

  documents.onDidOpen(({ document }) => diagnose.opened(document.uri));
  documents.onDidChangeContent(({ document }) => {
    if (!isHouseFile(document.uri)) return diagnose.edited(document.uri);
    house.changed(document.uri);
    index.regrouped();
    review.changed();
    diagnose.everything();
  });
  documents.onDidSave(({ document }) => {
    // Not every kind of workspace tells of files that came or went; a save looks again.
    facts.changed();
    review.changed();
    diagnose.saved(document.uri);
  });
  documents.onDidClose(({ document }) => {
    review.forget(document.uri);
    if (isHouseFile(document.uri)) {
      house.changed(document.uri);
      index.regrouped();
      review.changed();
    }
    void lookAgain(document.uri);
    diagnose.closed(document.uri);
  });

  const snippets = () => initialized?.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;

  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const document = documents.get(textDocument.uri);
    if (document && isHouseFile(textDocument.uri))
      return houseActions(house.faults(textDocument.uri), document, range, context, locale);
    const reviewed = await review.current(textDocument.uri);
    if (!reviewed || documents.get(textDocument.uri) !== document || !document) return [];
    const at = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const edits = initialized?.capabilities.workspace?.workspaceEdit;
    const quick = codeActions(reviewed, at, context, {
      locale,
      snippets: edits?.snippetEditSupport === true,
      commands: options.commands === true,
    });
    return [...quick, ...frontMatterActions(reviewed, at, context.only, locale)];
  });

  connection.onCodeActionResolve(async (action) => {
    const uri = unresolvedUri(action);
    const reviewed = uri === undefined ? undefined : await review.current(uri);
    return reviewed ? resolveAction(action, reviewed) : action;
  });

  connection.onHover(async ({ textDocument, position }) => {
    const reviewed = await review.current(textDocument.uri);
    const document = documents.get(textDocument.uri);
    if (document && nameOf(textDocument.uri) === staffFile)
      return staffHover(document.getText(), document.offsetAt(position), locale) ?? null;
    if (document && nameOf(textDocument.uri) === houseFile)
      return houseHover(houseDesk, textDocument.uri, document.getText(), document.offsetAt(position), locale);
    if (!reviewed?.isArticle || !document) return null;
    return hover(reviewed, document.offsetAt(position), locale, options.commands === true);
  });

  connection.onCompletion(async ({ textDocument, position, context }) => {
    const inForce = await house.of(textDocument.uri);
    const document = documents.get(textDocument.uri);
    const article = review.parsed(textDocument.uri);
    if (!document || !article) return [];
    const offset = document.offsetAt(position);
    if (nameOf(textDocument.uri) === houseFile)
      return houseItems(houseDesk, textDocument.uri, document.getText(), offset, locale, snippets());
    // Braces are asked about for house files alone.
    if (context?.triggerCharacter === '{') return [];
    const people = isArticleAt(textDocument.uri, inForce, article.text)
      ? peopleItems(article, inForce.house, offset, locale, host.now(), snippets())
      : [];
    const { kind, bodyStart } = article.frontMatter;
    const inBody = kind === 'yaml' && offset >= bodyStart;
    const around = inBody ? host.now() : await surrounding(textDocument.uri, inForce);
    const items = [...people, ...complete(article, inForce.house, offset, locale, around, snippets())];
    // In a byline the next letters may make a role word of what looked like a name, and of too many articles, pictures
    // or tags other ones fit them (what the list has already is left out, so there may be fewer): it is asked again.
    const partial =
      items.length >= mostSuggestions / 2 || (people.length > 0 && offset >= article.frontMatter.bodyStart);
    return partial ? { isIncomplete: true, items } : items;
  });

  answerDesk(connection, {
    reviews: review,
    houses: house,
    diagnose,
    world: asked,
    ownPages: own,
    pictures,
    now: host.now,
    folders: () => folders,
    settings: (uri) => settings.of(uri),
    locale: () => locale,
    isOpen: (uri) => documents.get(uri) !== undefined,
  });

  /** What is known around an article, for suggestions. */
  function surrounding(uri: string, inForce: HouseInForce) {
    const folder = owningFolder(folders, uri);
    return surroundingsOf(uri, inForce.root ?? folder, folder ?? inForce.root, inForce, index, host.now());
  }

  answerFrontMatter(connection, {
    current: review.current,
    folders: () => folders,
    locale: () => locale,
    houseText: (uri) => (nameOf(uri) === houseFile ? openText(uri) : undefined),
  });

  answerFields(connection, {
    current: review.current,
    around: ({ uri, inForce }) => surrounding(uri, inForce),
    now: host.now,
    locale: () => locale,
  });

  answerPeople(connection, {
    reviews: review,
    houses: house,
    world: asked,
    folders: () => folders,
    locale: () => locale,
    document: (uri) => documents.get(uri),
    documents: () => documents.keys(),
    capabilities: () => initialized?.capabilities ?? {},
  });

  documents.listen(connection);
  connection.listen();
}

function readOptions(value: unknown): ServerOptions {
  return typeof value === 'object' && value !== null ? value : {};
}
