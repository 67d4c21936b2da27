import type { Connection, InitializeParams, WorkDoneProgressReporter, WorkspaceEdit } from 'vscode-languageserver';
import { FileChangeType } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Surroundings } from '../assist/field-values.ts';
import type { Locale } from '../model/finding.ts';
import { ignoreFile } from '../newsroom/article-list.ts';
import { factSource } from '../newsroom/facts.ts';
import { isArticleName, isDataName, mayBeFolder, staffFile, termsFile } from '../newsroom/files.ts';
import { type Opened, owningFolder } from '../newsroom/find-house.ts';
import { type HouseInForce, type Houses, houses } from '../newsroom/houses.ts';
import { type NewsroomIndex, newsroomIndex } from '../newsroom/newsroom-index.ts';
import { type OwnPages, ownPages } from '../newsroom/own-pages.ts';
import { type Moved, recording } from '../newsroom/reads.ts';
import { fileRoles } from '../newsroom/roles.ts';
import { logoFindings, siteOf } from '../newsroom/site.ts';
import { siteSettings } from '../newsroom/site-addresses.ts';
import { nameOf } from '../newsroom/uri.ts';
import { readText, told, type World, withOpenTexts } from '../newsroom/world.ts';
import { articleNews } from './article-news.ts';
import { askToBeToldOf } from './capabilities.ts';
import { type Change, cameAndWent } from './change.ts';
import { type ChangesShown, changesShown } from './changes-shown.ts';
import { type Client, clientOf, optionsOf } from './client.ts';
import { type DeskRows, deskRows } from './desk.ts';
import { deskClock } from './desk-clock.ts';
import { type Diagnoser, diagnoser } from './diagnose.ts';
import { fileUrl, imageUrl } from './image-url.ts';
import { goneUntold, leftDocuments } from './left-documents.ts';
import { momentWatch } from './moment-watch.ts';
import { type PictureVersions, pictureVersions } from './picture-versions.ts';
import { type PreviewPages, previewPages } from './preview-pages.ts';
import { checkedNotification, deskNotification, type ServerOptions, type Settings } from './protocol.ts';
import { type Reviewed, type Reviews, reviews } from './reviews.ts';
import { type Role, roleOf } from './role-of.ts';
import { type SettingsSource, settingsSource } from './settings.ts';
import { surroundingsOf } from './surroundings.ts';
import { type ElsewhereWatch, elsewhereWatch } from './watch-elsewhere.ts';
import { localeOf } from './words.ts';
import { clientWorld } from './world.ts';

/** What the place that the server runs in lends it. */
export interface Host {
  /** Reads the disk for clients that do not answer file requests; absent in a web worker. */
  readonly disk?: World;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** The open documents. */
interface Documents {
  get(uri: string): TextDocument | undefined;
  keys(): string[];
}

/** What the server knows, as long as the connection lives. Requests read it; {@link Session.apply} alone changes it. */
export interface Session {
  readonly client: Client;
  readonly elsewhere: ElsewhereWatch;
  readonly documents: Documents;
  /** Those that stand for their files: not one whose file is gone and in which nobody has written since. */
  readonly standing: Documents;
  readonly world: World;
  /** The files as they are saved, without what is typed. */
  readonly saved: World;
  readonly opened: Opened;
  readonly houses: Houses;
  readonly reviews: Reviews;
  readonly index: NewsroomIndex;
  readonly ownPages: OwnPages;
  readonly pictures: PictureVersions;
  readonly previews: PreviewPages;
  readonly diagnose: Diagnoser;
  readonly changes: ChangesShown;
  readonly desk: DeskRows;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Uris of the workspace folders. */
  folders(): readonly string[];
  locale(): Locale;
  settings(uri: string | undefined): Promise<Settings>;
  /** What an open document is; `other` for one that is not open. */
  roleOf(uri: string): Promise<Role>;
  /** What is known around an article, for suggestions. */
  around(uri: string, inForce: HouseInForce): Promise<Surroundings>;
  progress(token: string | number | undefined): WorkDoneProgressReporter;
  /** Asks the client for an edit. Returns whether it was made. */
  edit(edit: WorkspaceEdit): Promise<boolean>;
  /** Takes down what a reviewed article says. Returns the others that are looked at anew, since it said something else. */
  takeDown(reviewed: Reviewed): Promise<ReadonlySet<string>>;
  /** The one way in for whatever changed. */
  apply(change: Change): void;
}

/** Begins to know, when the client has introduced itself. */
export function startSession(
  connection: Connection,
  host: Host,
  documents: Documents,
  params: InitializeParams,
): Session {
  const options: ServerOptions = optionsOf(params);
  const client = clientOf(params, options);
  /** Counts how often something that was known turned out to be stale. */
  let epoch = 0;
  let locale = localeOf(options.locale ?? options.settings?.locale ?? params.locale);
  let isTrusted = options.trusted !== false;
  let folders: readonly string[] = (params.workspaceFolders ?? []).map(({ uri }) => uri);
  if (folders.length === 0 && params.rootUri) folders = [params.rootUri];
  const settings: SettingsSource = settingsSource(connection, client.answersSettings, options.settings);
  const left = leftDocuments(documents);
  const openText = (uri: string): string | undefined => left.others.get(uri)?.getText();
  const files = client.files || host.disk === undefined ? clientWorld(connection) : host.disk;
  const world = withOpenTexts(files, openText);
  const elsewhere = elsewhereWatch(
    (folder, interest) => askToBeToldOf(connection, client, folder, interest),
    () => folders,
    () => isTrusted,
  );
  const houseWorld = told(world, elsewhere.read);
  const houseReads = recording(houseWorld);
  const factReads = recording(world);
  const indexReads = recording(world);
  const roleReads = recording(world);
  const own = ownPages(houseWorld);
  const opened: Opened = { folders: () => folders, isTrusted: () => isTrusted };
  const house = houses({
    world: houseReads.world,
    opened,
    without: async (uri) => (await settings.of(uri)).house ?? '',
    pageFindings: async (one, file, text) => [
      ...(await own.findings({ house: one, file }, text)),
      ...(await logoFindings(houseReads.world, one, file, text)),
    ],
  });
  const roles = fileRoles(house, roleReads.world, opened);
  const isHouse = async (uri: string): Promise<boolean> =>
    house.concerns(uri) || (isDataName(uri) && (await roles.of(uri)) === 'base');
  const pictures = pictureVersions();
  const index = newsroomIndex(indexReads.world, { keys: left.others.keys, text: openText }, house.fileFor);
  const facts = factSource(factReads.world, host.now, index);
  const ahead = momentWatch(host.now, (uri) => lookAnew(uri));
  const review = reviews(
    (uri) => documents.get(uri),
    house,
    facts,
    () => folders,
    (uri, moments) => ahead.note(uri, moments),
  );
  const changes = changesShown();
  const diagnose = diagnoser({
    reviews: review,
    open: (uri) => documents.get(uri),
    all: () => documents.keys(),
    settings: (uri) => settings.of(uri),
    world,
    houses: house,
    look: () => ({ locale, pages: client.pages }),
    changes,
    epoch: () => epoch,
    isHouse,
    send: (sent) => void connection.sendDiagnostics(sent),
    // Other clients would complain of a notification that they do not know.
    checked: (checked) => {
      if (client.commands) void connection.sendNotification(checkedNotification, checked);
    },
    reviewedFile: (reviewed) => desk.seen(reviewed),
    reviewed(reviewed) {
      if (left.has(reviewed.uri)) return;
      desk.reviewed(reviewed);
      void news.takeDown(reviewed);
    },
  });
  const desk = deskRows({
    world,
    houses: house,
    index,
    reviews: review,
    isOpen: (uri) => openText(uri) !== undefined,
    folders: () => folders,
    locale: () => locale,
    send: async (news) => {
      const clock = await deskClock({ houses: house, folders: () => folders });
      return connection.sendNotification(deskNotification, { ...news, ...clock });
    },
  });
  const previews = previewPages({
    async current(uri) {
      if (documents.get(uri)) return review.current(uri);
      // A preview stays when its article's editor is closed.
      const text = await readText(world, uri);
      return text === undefined || documents.get(uri) ? undefined : review.ofText(uri, text);
    },
    shown: diagnose.shown,
    own: own.of,
    site: (uri, inForce) => siteOf(world, inForce, owningFolder(folders, uri)),
    file: (uri, images) => fileUrl(uri, images, pictures),
    pictures: pictures.count,
    image: ({ uri, facts }, images, src) => imageUrl(uri, images, src, facts, pictures),
    locale: () => locale,
  });

  const news = articleNews({
    world,
    index,
    houses: house,
    facts,
    folders: () => folders,
    lookAnew,
    changed: () => {
      epoch++;
    },
  });

  /** An article changed on the disk, or its document was closed: perhaps without being saved. Of a folder, all in it. */
  function lookAgain(uri: string): void {
    if (openText(uri) !== undefined) return;
    if (isArticleName(uri) || mayBeFolder(uri)) desk.again(uri);
    if (isArticleName(uri)) void news.readAgain(uri);
  }

  function lookAnew(uri: string): void {
    diagnose.again(uri);
    desk.again(uri);
  }

  /** Forgets what was made of what is otherwise now. Returns whether anything was. */
  function forget(moved: readonly Moved[]): boolean {
    const inPages = own.changed(moved.map(({ uri }) => uri));
    const inHouses = houseReads.concernedBy(moved);
    const inFacts = factReads.concernedBy(moved);
    const listed = moved.filter(
      ({ uri, cameOrWent }) => cameOrWent || [...siteSettings, ignoreFile].includes(nameOf(uri)),
    );
    const inIndex = indexReads.concernedBy(listed);
    if (inPages || inHouses) {
      // A house file is read anew with those that extend it; of all else any house may have read.
      for (const { uri } of moved) {
        const isHouse = house.concerns(uri) && ![staffFile, termsFile].includes(nameOf(uri)) && !inPages;
        house.changed(isHouse ? uri : undefined);
      }
      index.regrouped();
    }
    if (inFacts) facts.changed();
    if (inIndex) index.changed(listed.map(({ uri }) => uri));
    if (roleReads.concernedBy(moved)) roles.changed();
    if (inFacts) desk.changed('facts');
    if (inPages || inHouses) desk.changed('houses');
    else if (inIndex) desk.changed('articles');
    return inPages || inHouses || inFacts || inIndex;
  }

  /** What was known is stale: whatever is shown is checked by what is so now. */
  function checkAnew(): void {
    epoch++;
    diagnose.everything();
  }

  function everythingChanged(): void {
    house.changed();
    index.regrouped();
    facts.changed();
    desk.changed('houses');
    checkAnew();
  }

  function apply(told: Change): void {
    const change = told.kind === 'files' ? { ...told, events: told.events.flatMap(cameAndWent) } : told;
    if ('uri' in change || 'events' in change) left.take(change);
    switch (change.kind) {
      case 'opened':
      case 'edited':
        diagnose[change.kind](change.uri);
        desk.othersWork();
        if (forget([{ uri: change.uri, cameOrWent: false }])) checkAnew();
        break;
      case 'saved':
        // Not every kind of workspace tells of files that came or went; a save looks again.
        if (client.tellsOfFiles) facts.changed();
        else everythingChanged();
        diagnose.saved(change.uri);
        // What is closed hears of files by itself: a save does not read the newsroom again.
        epoch++;
        diagnose.whateverIsOpen();
        break;
      case 'closed':
        review.forget(change.uri);
        diagnose.closed(change.uri);
        lookAgain(change.uri);
        if (forget([{ uri: change.uri, cameOrWent: false }])) checkAnew();
        break;
      case 'files': {
        const isStale = forget(
          change.events.map(({ uri, type }) => ({ uri, cameOrWent: type !== FileChangeType.Changed })),
        );
        for (const { uri, type } of change.events) {
          if (type === FileChangeType.Deleted) diagnose.gone(uri);
          else {
            diagnose.fileChanged(uri);
            if (documents.get(uri))
              void readText(files, uri).then((text) => text !== undefined && left.read(uri, text));
          }
          lookAgain(uri);
        }
        void goneUntold(change.events, left.others, files).then((gone) => {
          if (gone.length > 0) apply({ kind: 'files', events: gone });
        });
        // Another picture under the same name is shown, whether it was measured or not.
        if (pictures.changed(change.events.map(({ uri }) => uri)) || isStale) checkAnew();
        break;
      }
      case 'folders':
        folders = [...folders.filter((uri) => !change.removed.includes(uri)), ...change.added];
        elsewhere.above();
        everythingChanged();
        break;
      case 'changes':
        changes.take(change.news);
        checkAnew();
        break;
      case 'doubted':
        own.changed();
        house.changed();
        // Which article belongs to which newsroom is looked up anew with the list.
        index.changed();
        facts.changed();
        roles.changed();
        desk.changed('articles');
        epoch++;
        break;
      case 'trusted':
        isTrusted = true;
        elsewhere.above();
        everythingChanged();
        break;
      case 'settings':
        settings.changed(change.pushed);
        void settings.of(undefined).then(({ locale: chosen }) => {
          locale = localeOf(chosen ?? options.locale ?? params.locale);
          everythingChanged();
        });
        break;
    }
  }

  return {
    client,
    elsewhere,
    documents,
    standing: left.others,
    world,
    saved: files,
    opened,
    houses: house,
    reviews: review,
    index,
    ownPages: own,
    pictures,
    previews,
    diagnose,
    changes,
    desk,
    now: host.now,
    folders: () => folders,
    locale: () => locale,
    settings: (uri) => settings.of(uri),
    async roleOf(uri) {
      const inForce = await house.of(uri);
      const text = documents.get(uri)?.getText();
      if (text === undefined) return 'other';
      return roleOf({ uri, text, inForce, folders, isBase: await isHouse(uri) });
    },
    around(uri, inForce) {
      const folder = owningFolder(folders, uri);
      return surroundingsOf(uri, inForce.root ?? folder, folder ?? inForce.root, inForce, index, host.now());
    },
    edit: async (edit) => (await connection.workspace.applyEdit(edit)).applied,
    progress: (token) => connection.window.attachWorkDoneProgress(token),
    takeDown: news.takeDown,
    apply,
  };
}
