import type { ListedValue } from '../house/field-types/field-type.ts';
import type { House } from '../house/house.ts';
import { readHouseYaml } from '../house/house-yaml.ts';
import type { Entry, Value } from '../model/front-matter/front-matter.ts';
import { readToml } from '../model/front-matter/read-toml.ts';
import { textOf } from '../model/front-matter/values.ts';
import { parseArticle } from '../model/parse.ts';
import { articleEndings, endsAs } from './files.ts';
import { folderFrom, joinUri, nameOf, parentUri } from './uri.ts';
import { readText, type World } from './world.ts';

/** More files of one folder are not read. */
const mostFiles = 2000;

/** How data files end that values may be read from. */
export const valueEndings: readonly string[] = ['.yml', '.yaml', '.json', '.toml'];

/** What a data file or the front matter of a page calls whom it is about, the likeliest first. */
const nameKeys: readonly string[] = ['name', '姓名', 'display_name', 'display-name', 'fullname', 'title', '标题'];

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
    const uri = placeOfValues(folderFrom(folder, valuesFolder), valuesFrom);
    if (endsAs(uri, valueEndings)) files.push(uri);
    const read = await readValues(world, uri);
    return read.length === 0 ? field : { ...field, values: [...(field.values ?? []), ...read] };
  });
  return { house: { ...house, fields: await Promise.all(fields) }, files };
}

/** The uri of a data file or folder that a house file names. */
function placeOfValues(folder: string, valuesFrom: string): string {
  return joinUri(folder, ...valuesFrom.split(/[\\/]/).filter((part) => part !== '.'));
}

/** The values that a data file or a folder lists, each with whom or what it stands for; none where it is not there. */
export function readValues(world: World, uri: string): Promise<readonly ListedValue[]> {
  return endsAs(uri, valueEndings) ? ofData(world, uri) : ofFolder(world, uri);
}

async function ofData(world: World, uri: string): Promise<readonly ListedValue[]> {
  const text = await readText(world, uri);
  if (text === undefined) return [];
  const items = itemsIn(text, uri);
  if (items === undefined) return entriesIn(text, uri).map(({ key, value }) => listed(key, nameOfValue(value)));
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

async function ofFolder(world: World, uri: string): Promise<readonly ListedValue[]> {
  const { files } = await world.findFiles(uri, [...articleEndings, ...valueEndings]);
  const read = [...files]
    .sort()
    .slice(0, mostFiles)
    .map(async (file) => {
      const text = (await readText(world, file)) ?? '';
      const entries = endsAs(file, valueEndings) ? entriesIn(text, file) : parseArticle(text).frontMatter.entries;
      return listed(idOfFile(file), nameIn(entries));
    });
  return Promise.all(read);
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
