import { rules } from '../checks/index.ts';
import { unusedPicture } from '../checks/unused-picture.ts';
import { findingOf, prepare } from '../engine/prepare.ts';
import type { House } from '../house/house.ts';
import { articleEndings } from '../model/article-endings.ts';
import type { Finding } from '../model/finding.ts';
import { isArticleName, pictureEndings } from './files.ts';
import { gitIgnore } from './git-ignore.ts';
import type { HouseInForce, Houses } from './houses.ts';
import { isLeftOut } from './ignore.ts';
import { picturesNamed } from './pictures-named.ts';
import { joinUri, nameOf, relativePath } from './uri.ts';
import type { World } from './world.ts';

/** A picture that nothing names. */
export interface UnusedPicture {
  readonly uri: string;
  /** It stands at the beginning of the picture's file. */
  readonly finding: Finding;
}

/** Where pictures are looked for. */
interface Ground {
  readonly world: World;
  readonly houses: Pick<Houses, 'of' | 'limitOf' | 'known'>;
  /** The house with what the run asks for. */
  readonly choose?: (house: House) => House;
}

/** Texts that may name a picture: articles, pages, templates, data and programs. */
const namingEndings: readonly string[] = [
  ...articleEndings,
  ...'.html .htm .shtml .xhtml .xml .svg .css .scss .sass .less .styl .js .mjs .cjs .jsx .ts .mts .cts .tsx .vue'.split(
    ' ',
  ),
  ...'.svelte .astro .json .json5 .jsonc .yml .yaml .toml .csv .tsv .txt .njk .liquid .ejs .pug .hbs .mustache'.split(
    ' ',
  ),
  ...'.twig .php .erb .haml .slim .rb .py .go .tmpl .gotmpl .j2 .jinja .rst .adoc .org .tex .bib .ipynb .qmd .rmd'.split(
    ' ',
  ),
  ...'.webmanifest .ini .conf .opml .textile .wiki .mdoc .typ .dart .java .kt .cs .lua .sh'.split(' '),
];

/** Folders with a dot in which sites keep pages and settings. */
const hidden: readonly string[] = ['.vitepress', '.vuepress', '.github', '.eleventy', '.frontmatter'];
/** Where the work of others lies. */
const foreign = /(?:^|\/)(?:themes|vendor|bower_components|node_modules)\//;

/** From this many on a list may have been cut off: what names a picture could be what was not listed. */
const mostTexts = 20_000;
/** How many texts are read at a time. */
const batch = 16;

/**
 * The pictures under folders that nothing in their newsroom names, where their house asks for that. All of the newsroom's
 * texts are read for it, those outside the folders as well.
 *
 * @param folders uris
 */
export async function unusedPictures(folders: readonly string[], ground: Ground): Promise<readonly UnusedPicture[]> {
  const found = new Map<string, UnusedPicture>();
  for (const folder of folders) for (const picture of await unusedIn(folder, ground)) found.set(picture.uri, picture);
  return [...found.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

async function unusedIn(folder: string, ground: Ground): Promise<readonly UnusedPicture[]> {
  const { world, houses } = ground;
  const limit = await houses.limitOf(`${folder}/`);
  if (limit === undefined || !(await isAskedFor(folder, ground))) return [];
  const ignored = gitIgnore(world);
  const asked = new Map<string, Finding>();
  for (const uri of (await world.findFiles(folder, pictureEndings)).files) {
    const inForce = await houses.of(uri);
    const finding = findingIn(inForce, ground.choose);
    if (finding === undefined || isLeftOut(inForce.leftOut, uri) || foreign.test(relativePath(limit, uri) ?? ''))
      continue;
    if (!(await ignored.leavesOut(uri, limit))) asked.set(uri, finding);
  }
  if (asked.size === 0) return [];
  const unnamed = await unnamedIn(limit, world, ignored);
  return [...asked].flatMap(([uri, finding]) => (unnamed.has(uri) ? [{ uri, finding }] : []));
}

/** Whether the house of a folder, or one that was read below it, asks: where none does, nothing is listed. */
async function isAskedFor(folder: string, { houses, choose }: Ground): Promise<boolean> {
  if (findingIn(await houses.of(`${folder}/`), choose) !== undefined) return true;
  for (const { file, folder: own } of houses.known())
    if (relativePath(folder, own) !== undefined && findingIn(await houses.of(file), choose) !== undefined) return true;
  return false;
}

/** Uris of the pictures of a newsroom that none of its texts names. */
async function unnamedIn(
  limit: string,
  world: World,
  ignored: ReturnType<typeof gitIgnore>,
): Promise<ReadonlySet<string>> {
  const pathOf = (uri: string): string => relativePath(limit, uri) ?? nameOf(uri);
  const pictures = new Map((await world.findFiles(limit, pictureEndings)).files.map((uri) => [pathOf(uri), uri]));
  const texts: string[] = [];
  for (const folder of [limit, ...hidden.flatMap((name) => [joinUri(limit, name), joinUri(limit, 'docs', name)])])
    for (const uri of (await world.findFiles(folder, namingEndings)).files)
      if (!(await ignored.leavesOut(uri, limit))) texts.push(uri);
  if (texts.length >= mostTexts || pictures.size >= mostTexts) return new Set();
  const named = picturesNamed([...pictures.keys()], texts.filter(isArticleName).map(pathOf));
  for (let from = 0; from < texts.length; from += batch) {
    const some = texts.slice(from, from + batch);
    const read = await Promise.all(some.map((uri) => world.readText(uri)));
    for (const [index, uri] of some.entries()) {
      const found = read[index];
      // What an article names that cannot be read nobody knows; a film may end in `.ts`.
      const isLost = found !== undefined && 'refused' in found && (found.refused !== 'not-text' || isArticleName(uri));
      if (isLost) return new Set();
      const text = found && 'text' in found ? found.text : '';
      // A report of an earlier run names the very pictures that nothing else does.
      if (!text.includes(unusedPicture.id) || isArticleName(uri) || /\.ya?ml$/i.test(uri))
        named.read(pathOf(uri), text);
    }
  }
  return new Set(named.left().flatMap((path) => pictures.get(path) ?? []));
}

/** What a house says of a picture that nothing names; `undefined` where it does not ask. */
function findingIn({ house, isUnknown }: HouseInForce, choose = (one: House): House => one): Finding | undefined {
  const running = isUnknown ? undefined : prepare(choose(house), rules).all.get(unusedPicture.id);
  return running && findingOf(running, { message: 'unused', at: { from: 0, to: 0, start: 0, end: 0 } });
}
