import { articleEndings } from '../model/article-endings.ts';
import { pictureFormats } from '../model/picture-formats.ts';
import { joinUri, nameOf, parentUri } from './uri.ts';

/** The name of the file in which a newsroom keeps its house style. */
export const houseFile = 'copydesk.yml';

/** The newsroom's list of people, beside its house file. */
export const staffFile = 'staff.yml';

/** The newsroom's list of words, beside its house file. */
export const termsFile = 'terms.yml';

/** The folder beside a house file that holds the newsroom's own templates. */
export const templatesFolder = 'templates';

/** How the names of pictures end. */
export const pictureEndings: readonly string[] = pictureFormats.map((format) => `.${format}`);

/** Whether a path or uri ends as an article's does, in small or capital letters. */
export function isArticleName(path: string): boolean {
  return endsAs(path, articleEndings);
}

/** Files that a house is made of, and other data: no articles, whatever opens them as text. */
const dataEndings: readonly string[] = ['.yml', '.yaml', '.json', '.html', '.htm', '.shtml', '.xhtml', '.css'];

/** Whether a path or uri ends as a file of data does. */
export function isDataName(path: string): boolean {
  return endsAs(path, dataEndings);
}

/** Whether a uri names a house file, a staff file or a list of terms. */
export function isHouseFile(uri: string): boolean {
  const name = nameOf(uri);
  return name === houseFile || name === staffFile || name === termsFile;
}

/** The house file that a house file, a staff file or a list of terms belongs to. */
export function houseFileOf(uri: string): string {
  const folder = parentUri(uri);
  return [staffFile, termsFile].includes(nameOf(uri)) && folder !== undefined ? joinUri(folder, houseFile) : uri;
}

/** Whether a path ends in one of `endings` (small letters), in small or capital letters. */
export function endsAs(path: string, endings: readonly string[]): boolean {
  const small = path.toLowerCase();
  return endings.some((ending) => small.endsWith(ending));
}

/**
 * Whether a path or uri that came or went may name a folder, with any number of files in it: nothing that ends as files
 * do. A version or a month at its end (`2024.05`) is no ending.
 */
export function mayBeFolder(path: string): boolean {
  return !/\.[a-z][a-z0-9]{0,8}$/i.test(path);
}
