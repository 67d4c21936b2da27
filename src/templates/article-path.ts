import { fieldOfRole } from '../house/field-keys.ts';
import type { House } from '../house/house.ts';
import { isChineseHouse } from '../house/language.ts';
import { articleEnding } from '../model/article-endings.ts';
import { fileName, MAX_BYTES, wordSlug } from './file-name.ts';
import type { Moment } from './moment.ts';

/** What the path of an article is made from. */
interface PathValues {
  readonly title: string | undefined;
  readonly column: string | undefined;
  readonly moment: Moment;
  /** Stands for a title that is not there: the template's id, or `page`. */
  readonly kind: string;
}

/**
 * Where an article goes, after the house's pattern (`{column}/{date}-{slug}.md`): a relative path with `/`
 * separators. Slots: `column` `date` `year` `month` `day` `time` `slug` `title` `template`; one that has no value is
 * left out, and so is a folder of which nothing is left. Whatever the values hold, the path stays inside the folder
 * it is taken from: every segment goes through {@link fileName}.
 */
export function articlePath(house: House, values: PathValues): string {
  const chinese = isChineseHouse(house);
  const slug = chinese ? fileName(values.title ?? '', values.kind) : wordSlug(values.title ?? '', values.kind);
  const { date, year, month, day, time } = values.moment;
  const slots: Readonly<Record<string, string | undefined>> = {
    column: folderOf(house, values.column),
    date,
    year,
    month,
    day,
    time: time.replace(':', ''),
    slug,
    title: slug,
    template: values.kind,
  };
  const fillIn = (pattern: string) =>
    pattern.replace(/\{([a-z]+)\}/g, (_whole, name: string) => (slots[name] ?? '').replace(/[\\/]/g, ''));
  const segments = house.path.split(/[\\/]/);
  const last = segments.pop() ?? '';
  const extension = articleEnding(last);
  const stem = extension === '' ? last : last.slice(0, -extension.length);
  const folders = segments.map((segment) => fillIn(segment)).map((segment) => fileName(segment, '.', MAX_BYTES));
  const name = fileName(fillIn(stem), values.kind, MAX_BYTES - '.md'.length - '-99'.length);
  return [...folders.filter((segment) => segment !== '.'), name + (extension === '' ? '.md' : extension)].join('/');
}

/** The folder of a column: its own name, unless the house says another. */
function folderOf(house: House, column: string | undefined): string | undefined {
  const known = fieldOfRole(house, 'column')?.values?.find(({ value, label }) => value === column || label === column);
  return known?.folder ?? column;
}

/** The path of the `number`th article of that name: `a.md`, `a-2.md`, `a-3.md`. */
export function numberedPath(path: string, number: number): string {
  if (number < 2) return path;
  const dot = path.lastIndexOf('.');
  return dot <= path.lastIndexOf('/') + 1 ? `${path}-${number}` : `${path.slice(0, dot)}-${number}${path.slice(dot)}`;
}
