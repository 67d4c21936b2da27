import type { Surroundings } from '../assist/field-values.ts';
import { type ArticleValues, usedValues } from '../engine/newsroom-values.ts';
import { itemType } from '../house/field-types.ts';
import type { House } from '../house/house.ts';
import type { HouseInForce } from '../newsroom/houses.ts';
import { filesNear, reference } from '../newsroom/near.ts';
import type { NewsroomIndex } from '../newsroom/newsroom-index.ts';
import { nameOf, parentUri } from '../newsroom/uri.ts';
import { namesOfRole } from '../reading/fields.ts';

/**
 * What is known around an article for suggestions. Nothing is worked out before it is asked for: with thousands of
 * articles most keystrokes ask for little of it.
 * @param root the folder that the newsroom's articles are in; `undefined` for a text without a folder
 * @param limit the folder that pictures and files may be in: that of the workspace, where it is the wider one
 * @param now milliseconds since the epoch
 */
export async function surroundingsOf(
  uri: string,
  root: string | undefined,
  limit: string | undefined,
  inForce: HouseInForce,
  index: NewsroomIndex,
  now: number,
): Promise<Surroundings> {
  const folder = parentUri(uri);
  if (root === undefined || folder === undefined) return { now };
  const all = limit ?? root;
  const endings = fileEndings(inForce.house);
  const [articles, images, files] = await Promise.all([
    index.articles(root, inForce),
    index.images(all),
    endings.length > 0 ? index.files(all, endings) : [],
  ]);
  return {
    now,
    files: () => filesNear(files, all, folder, inForce.siteRoots),
    images: () => filesNear(images, all, folder, inForce.siteRoots),
    articles: () => {
      const own = reference(root, folder, uri);
      const byFolder = articlesFrom.get(articles) ?? new Map<string, Linkable>();
      articlesFrom.set(articles, byFolder);
      const titled = byFolder.get(folder) ?? linkable(articles, root, folder, inForce);
      byFolder.set(folder, titled);
      return titled.filter(({ path }) => path !== own);
    },
    used: (names) =>
      usedValues(
        [...articles].filter(([other]) => other !== uri).map(([, values]) => values),
        names,
      ),
  };
}

/** Kinds of files beside an article where a house does not say which. */
export const commonFiles = [
  'pdf',
  'mp3',
  'm4a',
  'wav',
  'mp4',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'ppt',
  'pptx',
  'csv',
  'txt',
];

/** The endings of files that fields of a house may name. */
function fileEndings({ fields }: House): readonly string[] {
  const formats = fields.filter((field) => itemType(field) === 'path').flatMap((field) => field.formats ?? commonFiles);
  return [...new Set(formats.map((format) => `.${format.replace(/^\./, '')}`))].sort();
}

type Linkable = NonNullable<ReturnType<NonNullable<Surroundings['articles']>>>;

/** As articles of a folder refer to them, kept for as long as the index has nothing new. */
const articlesFrom = new WeakMap<object, Map<string, Linkable>>();

/** Articles that have a title, the latest by the date in their names first. */
function linkable(
  articles: ReadonlyMap<string, ArticleValues>,
  root: string,
  folder: string,
  { house }: HouseInForce,
): Linkable {
  const titles = namesOfRole(house, 'title');
  const found = [...articles].flatMap(([uri, values]) => {
    const named = titles.flatMap((name) => values.get(name) ?? [])[0];
    return named === undefined ? [] : [{ path: reference(root, folder, uri), title: named, name: nameOf(uri) }];
  });
  return found.sort(latestFirst);
}

/** Orders files by the date that their names begin with, the latest first, then by their paths. */
export function latestFirst(a: NamedFile, b: NamedFile): number {
  const dated = ({ name }: NamedFile): string => /^\d{4}-?\d\d-?\d\d/.exec(name)?.[0] ?? '';
  return dated(a) > dated(b) ? -1 : dated(a) < dated(b) ? 1 : a.path < b.path ? -1 : 1;
}

interface NamedFile {
  readonly name: string;
  readonly path: string;
}
