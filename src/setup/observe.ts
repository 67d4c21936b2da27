import { isArticle } from '../engine/is-article.ts';
import { articleEndings } from '../model/article-endings.ts';
import { endsAs, pictureEndings } from '../newsroom/files.ts';
import { gitIgnore } from '../newsroom/git-ignore.ts';
import { nameOf, relativePath } from '../newsroom/uri.ts';
import { valueEndings } from '../newsroom/values-from.ts';
import { readText, type World } from '../newsroom/world.ts';
import { type SeenField, seeFields } from './field-seen.ts';
import { closedValues } from './field-type.ts';
import { sortFiles } from './left-out.ts';
import { type Means, meanings } from './meanings.ts';
import { seeColumnFolders } from './see-columns.ts';
import { type SeenFile, seeFile } from './see-file.ts';
import { type SaidLanguage, seeLanguages, type TextLanguage, textLanguages } from './see-languages.ts';
import { addMarks, noMarks, type SeenMarks } from './see-marks.ts';
import { seePaths } from './see-paths.ts';
import { type SeenPerson, seePeople } from './see-people.ts';
import { type SeenRoots, seeRoots } from './see-roots.ts';
import { type PlacedSignature, type SeenForms, seeForms } from './see-signatures.ts';
import { type SeenSite, seeSite, siteFiles } from './see-site.ts';
import { type SeenSource, seeSources } from './see-sources.ts';
import { type Counted, tally } from './tally.ts';

/** What an archive is like, in counts: all that a house is proposed from. */
export interface Observation {
  /** The uri of the archive's folder. */
  readonly folder: string;
  readonly site: SeenSite;
  /** Its articles. */
  readonly articles: readonly SeenFile[];
  /** What lies where drafts are kept: articles that nothing is counted of. */
  readonly drafts: readonly SeenFile[];
  /** Patterns of what is no article, with how many files each leaves out. */
  readonly leftOut: readonly Counted<string>[];
  /** Files that could not be read. */
  readonly unread: readonly string[];
  readonly dialects: readonly Counted<string>[];
  readonly languages: readonly Counted<TextLanguage>[];
  /** The languages that names of files and folders say. */
  readonly saidLanguages: readonly SaidLanguage[];
  readonly paths: readonly Counted<string>[];
  /** By the columns that a house can list the folders of their articles. */
  readonly columnFolders: ReadonlyMap<string, string>;
  readonly fields: readonly SeenField[];
  /** By the key of a field what it means. */
  readonly means: Means;
  /** By the key of a field the data file or folder whose ids it says. */
  readonly sources: ReadonlyMap<string, SeenSource>;
  readonly bylines: SeenForms;
  /** The bylines themselves, to be held against forms that a house has already. */
  readonly signatures: readonly PlacedSignature[];
  readonly credits: SeenForms;
  readonly positions: readonly Counted<string>[];
  /** Articles that are signed. */
  readonly signed: number;
  readonly unsigned: readonly string[];
  readonly people: readonly SeenPerson[];
  readonly roots: SeenRoots;
  readonly marks: SeenMarks;
}

/** How an observation may be watched and ended. */
export interface Watch {
  /** Told after every few files. */
  progress?(done: number, total: number): void;
  /** Told after every article on which a house is tried, perhaps several times over. */
  trying?(done: number, total: number): void;
  readonly signal?: AbortSignal;
}

/** Files that are read before others are let go first. */
const batch = 32;

/**
 * Reads an archive: one pass over its files. Nothing of the articles' texts is kept.
 *
 * @param folder the uri of its folder
 * @throws the signal's reason when it is ended
 */
export async function observe(world: World, folder: string, watch: Watch = {}): Promise<Observation> {
  const { files } = await world.findFiles(folder, [
    ...articleEndings,
    ...pictureEndings,
    ...valueEndings,
    ...siteFiles,
  ]);
  const ignored = gitIgnore(world);
  const mine: string[] = [];
  for (const uri of [...files].sort()) if (!(await ignored.leavesOut(uri, folder))) mine.push(uri);
  const texts = mine.filter((uri) => endsAs(uri, articleEndings) && !nameOf(uri).startsWith('.'));
  const seen: SeenFile[] = [];
  const unread: string[] = [];
  for (let from = 0; from < texts.length; from += batch) {
    watch.signal?.throwIfAborted();
    watch.progress?.(from, texts.length);
    // Somebody may want to stop, or to type meanwhile.
    await new Promise<void>((resolve) => void setTimeout(resolve, 0));
    const some = texts.slice(from, from + batch);
    const read = await Promise.all(some.map((uri) => readText(world, uri)));
    for (const [index, uri] of some.entries()) {
      const path = relativePath(folder, uri) ?? nameOf(uri);
      const text = read[index];
      if (text === undefined) unread.push(path);
      // What is no article in any house needs no pattern to be left out; templates of generators are named all the same.
      // An empty file says nothing of how articles are written.
      else if (text.trim() !== '' && isArticle({ path: nameOf(path), text, inHouse: true }))
        seen.push(seeFile(path, text));
    }
  }
  watch.progress?.(texts.length, texts.length);
  const site = await seeSite(
    world,
    folder,
    mine.filter((uri) => siteFiles.includes(nameOf(uri))),
    texts.some((uri) => /\/(?:scaffolds|source\/_posts)\//.test(uri)),
  );
  const pictures = mine.filter((uri) => endsAs(uri, pictureEndings)).map((uri) => relativePath(folder, uri) ?? '');
  const data = mine.filter((uri) => endsAs(uri, valueEndings) || (endsAs(uri, articleEndings) && texts.includes(uri)));
  const sources = await seeSources(world, folder, seen, data);
  return { folder, site, unread, sources, ...describe(seen, pictures, sources) };
}

function describe(
  seen: readonly SeenFile[],
  pictures: readonly string[],
  sources: Observation['sources'],
): Omit<Observation, 'folder' | 'site' | 'unread' | 'sources'> {
  // The pages of authors are no articles, whatever they tell of them.
  const kept = [...sources.values()]
    .filter(({ isFolder }) => isFolder)
    .map(({ path }) => `${path.replace(/#.*$/, '')}/`);
  const { articles, drafts, leftOut } = sortFiles(seen, [...new Set(kept)]);
  const fields = seeFields(articles);
  const means = meanings(fields, articles);
  const column = means.get('column');
  const columnField = fields.find(({ key }) => key === column?.[0]);
  // Only a list of columns can say their folders.
  const isListed =
    columnField !== undefined && !sources.has(columnField.key) && closedValues(columnField) !== undefined;
  const columnFolders = isListed ? seeColumnFolders(articles, columnField.key) : new Map<string, string>();
  const signatures = articles.flatMap(({ path: file, bylines }) =>
    bylines.map(({ signature }) => ({ signature, file })),
  );
  const credits = articles.flatMap(({ path: file, credits: all }) => all.map((signature) => ({ signature, file })));
  const dialects = tally<string>();
  const positions = tally<string>();
  for (const file of articles) {
    dialects.add(file.kind, file.path);
    const [first] = file.bylines;
    if (first) positions.add(first.position, file.path);
  }
  const naming = new Map(
    (['reporters', 'correspondents', 'photographers', 'editor'] as const).flatMap((role) =>
      (means.get(role) ?? []).map((key) => [key, role] as const),
    ),
  );
  // A dateline alone signs nothing, unless the newsroom signs so throughout.
  const isNamed = ({ bylines }: SeenFile): boolean => bylines.some(({ signature }) => signature.people.length > 0);
  const isSigned = articles.some(isNamed) ? isNamed : ({ bylines }: SeenFile): boolean => bylines.length > 0;
  const unsigned = articles.filter((file) => !isSigned(file)).map(({ path }) => path);
  return {
    articles,
    drafts,
    leftOut,
    dialects: dialects.sorted(),
    languages: textLanguages(articles).sorted(),
    saidLanguages: seeLanguages(articles),
    paths: seePaths(articles, column?.[0], columnFolders),
    columnFolders,
    fields,
    means,
    bylines: seeForms(signatures),
    signatures,
    credits: seeForms(credits),
    positions: positions.sorted(),
    signed: articles.length - unsigned.length,
    unsigned: unsigned.slice(0, 20),
    marks: articles.reduce((sum, { marks }) => addMarks(sum, marks), noMarks),
    people: seePeople(articles, naming, sources),
    roots: seeRoots(articles, pictures, means.get('cover') ?? []),
  };
}
