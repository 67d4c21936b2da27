import { type CancellationToken, type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Facts } from '../checks/check.ts';
import type { Locale } from '../model/finding.ts';
import { articleEndings, templatesFolder } from '../newsroom/files.ts';
import { joinUri, nameOf, parentUri, resolveUri } from '../newsroom/uri.ts';
import { filesThere, readText, type World } from '../newsroom/world.ts';
import { renderPage } from '../page/index.ts';
import { type HouseTemplate, numberedPath } from '../templates/index.ts';
import { fixEverything } from './actions.ts';
import { beginArticle, type Desk, explain, fillBlock, houseInWords, importText, listTemplates } from './desk.ts';
import type { Diagnoser } from './diagnose.ts';
import { lspRange } from './diagnostics.ts';
import { handOver } from './hand-over.ts';
import { type HouseInForce, type Houses, owningFolder } from './houses.ts';
import { checkNewsroom } from './newsroom.ts';
import type { OwnPages } from './own-pages.ts';
import type { PictureVersions } from './picture-versions.ts';
import { previewPages } from './preview-pages.ts';
import type { DeskRequests, ImageBase, NewFile, Settings } from './protocol.ts';
import type { Reviews } from './reviews.ts';

/** What answering the extension needs of the server. */
export interface Answering {
  readonly reviews: Reviews;
  readonly houses: Houses;
  readonly diagnose: Diagnoser;
  readonly world: World;
  readonly ownPages: OwnPages;
  readonly pictures: PictureVersions;
  now(): number;
  folders(): readonly string[];
  settings(uri: string | undefined): Promise<Settings>;
  locale(): Locale;
  isOpen(uri: string): boolean;
}

/** How many file names are tried at a time. */
const batch = 20;

/** Answers the requests of the extension that are not LSP's own. */
export function answerDesk(connection: Connection, server: Answering): void {
  const { reviews, houses, diagnose, world } = server;

  function answer<M extends keyof DeskRequests>(
    method: M,
    handler: (
      params: DeskRequests[M]['params'],
      token: CancellationToken,
    ) => DeskRequests[M]['result'] | Promise<DeskRequests[M]['result']>,
  ): void {
    connection.onRequest(
      method as string,
      async (params: DeskRequests[M]['params'], token: CancellationToken): Promise<unknown> => {
        try {
          return await handler(params, token);
        } catch (error) {
          // What a user asked for that is not there (a template's id) is told in a sentence, not as a crash.
          if (error instanceof RangeError) return new ResponseError(ErrorCodes.InvalidParams, error.message);
          throw error;
        }
      },
    );
  }

  function rootFor(inForce: HouseInForce, uri: string | undefined): string | undefined {
    const folders = server.folders();
    return inForce.root ?? (uri === undefined ? undefined : owningFolder(folders, uri)) ?? folders[0];
  }

  async function desk(uri: string | undefined): Promise<Desk> {
    const inForce = await houses.of(uri);
    const { reporter } = await server.settings(uri);
    return { inForce, root: rootFor(inForce, uri), reporter, own: await ownTemplates(inForce), now: server.now() };
  }

  /** The Markdown files of the house's `templates` folder, and of those of the houses that it extends. */
  async function ownTemplates({ folders }: HouseInForce): Promise<readonly HouseTemplate[]> {
    const found = new Map<string, HouseTemplate>();
    for (const folder of folders) {
      const { files } = await world.findFiles(joinUri(folder, templatesFolder), articleEndings);
      const read = files.map(async (file) => ({
        id: nameOf(file).replace(/\.[^.]*$/, ''),
        text: await readText(world, file),
      }));
      // Of two with one name the nearer is meant.
      for (const { id, text } of await Promise.all(read))
        if (text !== undefined && !found.has(id) && /^[\w\p{Script=Han}.-]+$/u.test(id)) found.set(id, { id, text });
    }
    return [...found.values()];
  }

  /** A path that no file has yet. */
  async function free(file: NewFile): Promise<NewFile> {
    const { root } = file;
    if (root === undefined) return file;
    for (let number = 1; ; number += batch) {
      const paths = Array.from({ length: batch }, (_, index) => numberedPath(file.path, number + index));
      const there = await filesThere(
        world,
        paths.map((path) => joinUri(root, ...path.split('/'))),
      );
      const path = paths.find((_, index) => there[index] !== true);
      if (path !== undefined) return { ...file, path };
    }
  }

  answer('copydesk/house', async ({ uri }) => houseInWords(await houses.of(uri), server.locale()));

  answer('copydesk/page', async ({ uri, images, trusted }) => {
    const reviewed = await reviews.current(uri);
    if (!reviewed) return null;
    const { article, inForce, version } = reviewed;
    const image = (src: string) => (images ? imageUrl(uri, images, src, reviewed.facts, server.pictures) : undefined);
    const own = trusted === true ? await server.ownPages.of(inForce, images) : undefined;
    return {
      ...renderPage(article, inForce.house, { locale: server.locale(), image, ...(own ? { own } : {}) }),
      version,
    };
  });

  const previews = previewPages({
    async current(uri) {
      if (server.isOpen(uri)) return reviews.current(uri);
      // A preview stays when its article's editor is closed.
      const text = await readText(world, uri);
      return text === undefined || server.isOpen(uri) ? undefined : reviews.ofText(uri, text);
    },
    shown: diagnose.shown,
    own: server.ownPages.of,
    image: ({ uri, facts }, images, src) => imageUrl(uri, images, src, facts, server.pictures),
    locale: server.locale,
  });
  answer('copydesk/pageChange', previews.change);
  answer('copydesk/pageFix', previews.fix);

  answer('copydesk/handOver', async (wanted) => {
    const reviewed = await reviews.current(wanted.uri);
    if (!reviewed?.isArticle) return null;
    return handOver(reviewed, wanted, {
      root: ({ uri, inForce }) => owningFolder(server.folders(), uri) ?? rootFor(inForce, uri),
      ownPages: server.ownPages,
      world,
      locale: server.locale,
    });
  });

  answer('copydesk/templates', async ({ uri }) => {
    const { inForce, own } = await desk(uri);
    return listTemplates(inForce.house, own, server.locale());
  });

  answer('copydesk/newArticle', async ({ uri, id, values }) => free(beginArticle(await desk(uri), id, values)));
  answer('copydesk/block', async ({ uri, id }) => fillBlock(await desk(uri), id));
  answer('copydesk/import', async ({ uri, text }) => free(importText(await desk(uri), text, server.locale())));
  answer('copydesk/explain', ({ id }) => explain(id, server.locale()));
  answer('copydesk/check', async ({ uri }) => (await diagnose.check(uri)) ?? null);

  answer('copydesk/fixAll', async ({ uri }) => {
    const reviewed = await reviews.current(uri);
    if (!reviewed?.isArticle) return null;
    const edits = fixEverything(reviewed) ?? [];
    const { lines } = reviewed.article;
    return {
      version: reviewed.version,
      edits: edits.map((edit) => ({ range: lspRange(lines, edit), newText: edit.text })),
      fixed: reviewed.findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length,
    };
  });

  answer('copydesk/checkNewsroom', async ({ uri, workDoneToken }, token) => {
    const checked = new Set<string>();
    const places = uri === undefined ? server.folders() : [uri];
    const result = await checkNewsroom(
      places,
      {
        world,
        reviews,
        locale: server.locale(),
        isOpen: server.isOpen,
        found(reviewed) {
          checked.add(reviewed.uri);
          diagnose.show(reviewed);
        },
      },
      connection.window.attachWorkDoneProgress(workDoneToken),
      token,
    );
    if (uri === undefined && !result.cancelled) diagnose.keepOnly(checked);
    return result;
  });
}

/** Where the preview shows an image: only files of the workspace that are there. */
function imageUrl(
  uri: string,
  { root, base }: ImageBase,
  src: string,
  facts: Facts,
  versions: PictureVersions,
): string | undefined {
  const folder = parentUri(uri);
  const target = folder === undefined || facts.files.get(src) === false ? undefined : resolveUri(folder, root, src);
  if (target === undefined) return undefined;
  return base + target.slice(root.endsWith('/') ? root.length - 1 : root.length) + versions.suffix(target);
}
