import type { SeenFile } from './see-file.ts';
import { scalarTexts } from './see-file.ts';
import { type Counted, tally } from './tally.ts';

/**
 * Where articles lie and how their files are named, as patterns of `path:`, the most frequent first.
 *
 * @param column the key of the field that names the column, where there is one
 * @param columnFolders by the columns the folders of their articles, as far as a house can say them
 */
export function seePaths(
  files: readonly SeenFile[],
  column: string | undefined,
  columnFolders: ReadonlyMap<string, string>,
): readonly Counted<string>[] {
  const found = tally<string>();
  for (const file of files) found.add(patternOf(file, column, columnFolders), file.path);
  return found.sorted();
}

function patternOf(
  { path, fields }: SeenFile,
  column: string | undefined,
  columnFolders: ReadonlyMap<string, string>,
): string {
  const columns = new Set(
    (column === undefined ? [] : scalarTexts(fields.get(column))).map((text) =>
      (columnFolders.get(text) ?? text).toLowerCase(),
    ),
  );
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  const ending = /\.[^.]+$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  const isBundle = /^(?:index|readme)(?:\.[a-z]{2}(?:-[a-z]+)?)?$/i.test(stem) && parts.length > 0;
  const folders: string[] = [];
  for (const [index, part] of parts.entries()) {
    const before = folders.at(-1);
    if (isBundle && index === parts.length - 1) folders.push(nameOf(part));
    else if (columns.has(part.toLowerCase()) && !folders.includes('{column}')) folders.push('{column}');
    else if (/^(?:19|20)\d\d$/.test(part)) folders.push('{year}');
    else if (before === '{year}' && /^(?:0[1-9]|1[0-2])$/.test(part)) folders.push('{month}');
    else if (before === '{month}' && /^(?:0[1-9]|[12]\d|3[01])$/.test(part)) folders.push('{day}');
    else if (/^(?:19|20)\d\d-\d\d$/.test(part)) folders.push('{year}-{month}');
    else if (/^(?:19|20)\d\d-\d\d-\d\d$/.test(part)) folders.push('{date}');
    else folders.push(part.replace(/[{}]/g, ''));
  }
  return [...folders, isBundle ? name : `${nameOf(stem)}${ending}`].join('/');
}

function nameOf(stem: string): string {
  const shown = [
    [/^(?:19|20)\d\d-\d{1,2}-\d{1,2}$/, '{date}'],
    [/^(?:19|20)\d\d-\d{1,2}-\d{1,2}-/, '{date}-{slug}'],
    [/^(?:19|20)\d\d-\d{1,2}-\d{1,2}_/, '{date}_{slug}'],
    // `20249913` is a number of another kind.
    [/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/, '{year}{month}{day}'],
    [/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-/, '{year}{month}{day}-{slug}'],
    [/^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])_/, '{year}{month}{day}_{slug}'],
  ] as const;
  return shown.find(([pattern]) => pattern.test(stem))?.[1] ?? '{slug}';
}
