import type { ListedValue } from '../house/field-types/field-type.ts';
import type { House } from '../house/house.ts';
import { readHouseYaml } from '../house/house-yaml.ts';
import { articleEndings } from '../model/article-endings.ts';
import type { Entry, Value } from '../model/front-matter/front-matter.ts';
import { readToml } from '../model/front-matter/read-toml.ts';
import { textOf } from '../model/front-matter/values.ts';
import { parseArticle } from '../model/parse.ts';
import { endsAs } from './files.ts';
import { folderFrom, joinUri, nameOf, parentUri } from './uri.ts';
import { readText, type World } from './world.ts';

/** More files of one folder are not read. */
const mostFiles = 2000;

/** How data files end that values may be read from. */
export const valueEndings: readonly string[] = ['.yml', '.yaml', '.json', '.toml'];

/** What a data file or the front matter of a page calls whom it is about, the likeliest first. */
const nameKeys: readonly string[] = [
  'name',
  '姓名',
  'display_name',
  'display-name',
  'fullname',
  'title',
  '标题',
  'label',
  '名称',
];

/** What the items of a list call what others name them by, the likeliest first. */
const idKeys: readonly string[] = ['id', 'key', 'slug', 'username', 'short_name', 'handle', 'login', '代号', '编号'];

/**
 * A house whose fields have the values that it reads from elsewhere: keys of a data file, names of the files of a
 * folder. A field whose file or folder is not there has none, and then nothing is said of its values.
 *
 * @param folder uri of the house file's folder
 */
export async function withValues(
  world: World,
  house: House,
  folder: string,
): Promise<{ readonly house: House; readonly files: readonly string[] }> {
  const files: string[] = [];
  if (!house.fields.some(({ valuesFrom }) => valuesFrom !== undefined)) return { house, files };
  const fields = house.fields.map(async (field) => {
    const { valuesFrom, valuesFolder } = field;
    if (valuesFrom === undefined) return field;
    const { path, key } = partsOf(valuesFrom);
    const uri = joinUri(folderFrom(folder, valuesFolder), ...path.split(/[\\/]/).filter((part) => part !== '.'));
    if (endsAs(uri, valueEndings)) files.push(uri);
    const read = await readValues(world, uri, key);
    return read.length === 0 ? field : { ...field, values: [...(field.values ?? []), ...read] };
  });
  return { house: { ...house, fields: await Promise.all(fields) }, files };
}

/** `_config.yml#authors`: the path of a data file or folder, and which of its fields is meant. */
function partsOf(valuesFrom: string): { readonly path: string; readonly key: string | undefined } {
  const at = valuesFrom.lastIndexOf('#');
  return at < 1 || at === valuesFrom.length - 1
    ? { path: valuesFrom, key: undefined }
    : { path: valuesFrom.slice(0, at), key: valuesFrom.slice(at + 1) };
}

/**
 * The values that a data file or a folder lists, each with whom or what it stands for; none where it is not there.
 *
 * @param key of a data file the field that lists them, with dots between one and those inside it; of a folder the field
 *   of each file that says its id
 */
export function readValues(world: World, uri: string, key?: string): Promise<readonly ListedValue[]> {
  return endsAs(uri, valueEndings) ? ofData(world, uri, key) : ofFolder(world, uri, key);
}

async function ofData(world: World, uri: string, key: string | undefined): Promise<readonly ListedValue[]> {
  const text = await readText(world, uri);
  if (text === undefined) return [];
  if (key !== undefined) return ofValue(valueAt(entriesIn(text, uri), key));
  const items = itemsIn(text, uri);
  if (items !== undefined) return ofItems(items);
  const entries = entriesIn(text, uri);
  const [only] = entries;
  // `authors: {…}` around all of them is the name of the list, and nobody.
  return entries.length === 1 && only !== undefined && isListOfSome(only.value)
    ? ofValue(only.value)
    : ofEntries(entries);
}

/**
 * Lists that fields of a data file hold, at most two deep, and ids that the files of a folder say, each with its key as
 * {@link readValues} takes it.
 */
export async function listsIn(
  world: World,
  uri: string,
): Promise<readonly { readonly key: string; readonly values: readonly ListedValue[] }[]> {
  if (!endsAs(uri, valueEndings)) {
    const files = await filesOf(world, uri);
    return idKeys.map((key) => ({ key, values: files.flatMap((file) => idIn(file, key)) }));
  }
  const text = await readText(world, uri);
  if (text === undefined || itemsIn(text, uri) !== undefined) return [];
  const lists = (entries: readonly Entry[], above: readonly string[]): readonly (readonly [string, Value])[] =>
    entries.flatMap(({ key, value }) => {
      if (key.includes('.')) return [];
      const path = [...above, key];
      const inside = value.kind === 'map' && above.length === 0 ? lists(value.entries, path) : [];
      return isListOfSome(value) ? [[path.join('.'), value] as const, ...inside] : inside;
    });
  return lists(entriesIn(text, uri), []).map(([key, value]) => ({ key, values: ofValue(value) }));
}

/** Whether a value lists people or things that have fields of their own. */
function isListOfSome(value: Value): boolean {
  if (value.kind === 'map') return value.entries.length > 0 && value.entries.every((one) => one.value.kind === 'map');
  return value.kind === 'list' && value.items.length > 0 && value.items.every(({ kind }) => kind === 'map');
}

function valueAt(entries: readonly Entry[], path: string): Value | undefined {
  const whole = entries.find(({ key }) => key === path)?.value;
  const dot = path.indexOf('.');
  if (whole !== undefined || dot === -1) return whole;
  const inner = entries.find(({ key }) => key === path.slice(0, dot))?.value;
  return inner?.kind === 'map' ? valueAt(inner.entries, path.slice(dot + 1)) : undefined;
}

function ofValue(value: Value | undefined): readonly ListedValue[] {
  return value?.kind === 'map' ? ofEntries(value.entries) : value?.kind === 'list' ? ofItems(value.items) : [];
}

const ofEntries = (entries: readonly Entry[]): readonly ListedValue[] =>
  entries.map(({ key, value }) => listed(key, nameOfValue(value)));

function ofItems(items: readonly Value[]): readonly ListedValue[] {
  return items.flatMap((item) => {
    const id = item.kind === 'map' ? (textUnder(item.entries, idKeys) ?? nameIn(item.entries)) : textOf(item);
    return id === undefined ? [] : [listed(id, nameOfValue(item))];
  });
}

/** The entries of a data file; none of one that cannot be read. @param uri its ending says what it is written in */
export function entriesIn(text: string, uri: string): readonly Entry[] {
  if (endsAs(uri, ['.toml'])) return readToml(text, { start: 0, end: text.length }).entries;
  // JSON is YAML.
  return readHouseYaml(text).entries;
}

/** The items of a data file that is one list; `undefined` where it is none. */
function itemsIn(text: string, uri: string): readonly Value[] | undefined {
  if (endsAs(uri, ['.toml'])) return undefined;
  const first = /(?:\uFEFF|\s|---[ \t]*$|#.*$)*(\[|-[ \t])/my.exec(text);
  if (first?.[1] === undefined) return undefined;
  const list = text.slice(first[0].length - first[1].length);
  const [entry] = readHouseYaml(first[1] === '[' ? `{items: ${list}}` : `items:\n${list}`).entries;
  return entry?.value.kind === 'list' ? entry.value.items : undefined;
}

async function ofFolder(world: World, uri: string, key: string | undefined): Promise<readonly ListedValue[]> {
  const files = await filesOf(world, uri);
  return files.flatMap((file) =>
    key === undefined ? [listed(idOfFile(file.uri), nameIn(file.entries))] : idIn(file, key),
  );
}

interface ListedFile {
  readonly uri: string;
  /** Of the file, or of its front matter. */
  readonly entries: readonly Entry[];
}

async function filesOf(world: World, folder: string): Promise<readonly ListedFile[]> {
  const { files } = await world.findFiles(folder, [...articleEndings, ...valueEndings]);
  const read = [...files]
    .sort()
    .slice(0, mostFiles)
    .map(async (uri) => {
      const text = (await readText(world, uri)) ?? '';
      return {
        uri,
        entries: endsAs(uri, valueEndings) ? entriesIn(text, uri) : parseArticle(text).frontMatter.entries,
      };
    });
  return Promise.all(read);
}

function idIn({ entries }: ListedFile, key: string): readonly ListedValue[] {
  const id = textUnder(entries, [key])?.trim();
  return id === undefined ? [] : [listed(id, nameIn(entries))];
}

/** What a file of a folder stands for: its name, or that of its folder where it is the folder's page. */
export function idOfFile(file: string): string {
  const name = nameOf(file).replace(/\.[^.]*$/, '');
  return /^_?index$/i.test(name) ? nameOf(parentUri(file) ?? file) : name;
}

const listed = (value: string, label: string | undefined): ListedValue => ({
  value,
  ...(label === undefined || label === value ? {} : { label }),
});

function nameOfValue(value: Value): string | undefined {
  return value.kind === 'map' ? nameIn(value.entries) : value.kind === 'scalar' ? textOf(value) : undefined;
}

const nameIn = (entries: readonly Entry[]): string | undefined => textUnder(entries, nameKeys);

/** What stands under the first of some keys that says something. */
function textUnder(entries: readonly Entry[], keys: readonly string[]): string | undefined {
  for (const name of keys) {
    const value = entries.find(({ key }) => key === name)?.value;
    const text = value && textOf(value);
    if (text !== undefined && text.trim() !== '') return text;
  }
  return undefined;
}
