import type { ListedValue } from '../house/field-types/field-type.ts';
import type { House } from '../house/house.ts';
import { readHouseYaml } from '../house/house-yaml.ts';
import type { Entry, Value } from '../model/front-matter/front-matter.ts';
import { textOf } from '../model/front-matter/values.ts';
import { parseArticle } from '../model/parse.ts';
import { folderFrom, joinUri, nameOf, parentUri } from './uri.ts';
import { readText, type World } from './world.ts';

/** More files of one folder are not read. */
const mostFiles = 2000;

/** What a data file or the front matter of a page calls whom it is about, the likeliest first. */
const nameKeys: readonly string[] = ['name', '姓名', 'display_name', 'display-name', 'fullname', 'title', '标题'];

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
    const uri = joinUri(folderFrom(folder, valuesFolder), ...valuesFrom.split(/[\\/]/).filter((part) => part !== '.'));
    const isData = /\.(?:ya?ml|json)$/i.test(valuesFrom);
    if (isData) files.push(uri);
    const read = isData ? await ofData(world, uri) : await ofFolder(world, uri);
    return read.length === 0 ? field : { ...field, values: [...(field.values ?? []), ...read] };
  });
  return { house: { ...house, fields: await Promise.all(fields) }, files };
}

async function ofData(world: World, uri: string): Promise<readonly ListedValue[]> {
  const text = await readText(world, uri);
  // JSON is YAML.
  return text === undefined ? [] : readHouseYaml(text).entries.map(({ key, value }) => listed(key, nameOfValue(value)));
}

async function ofFolder(world: World, uri: string): Promise<readonly ListedValue[]> {
  const { files } = await world.findFiles(uri, ['.md', '.markdown', '.mdx', '.yml', '.yaml', '.json']);
  const read = [...files]
    .sort()
    .slice(0, mostFiles)
    .map(async (file) => {
      const text = (await readText(world, file)) ?? '';
      const name = nameOf(file).replace(/\.[^.]*$/, '');
      // A page of a folder of its own is called after the folder.
      const id = /^_?index$/i.test(name) ? nameOf(parentUri(file) ?? file) : name;
      const { entries } = /\.(?:ya?ml|json)$/i.test(file) ? readHouseYaml(text) : parseArticle(text).frontMatter;
      return listed(id, nameIn(entries));
    });
  return Promise.all(read);
}

const listed = (value: string, label: string | undefined): ListedValue => ({
  value,
  ...(label === undefined || label === value ? {} : { label }),
});

function nameOfValue(value: Value): string | undefined {
  return value.kind === 'map' ? nameIn(value.entries) : value.kind === 'scalar' ? textOf(value) : undefined;
}

function nameIn(entries: readonly Entry[]): string | undefined {
  for (const name of nameKeys) {
    const value = entries.find(({ key }) => key === name)?.value;
    const text = value && textOf(value);
    if (text !== undefined && text.trim() !== '') return text;
  }
  return undefined;
}
