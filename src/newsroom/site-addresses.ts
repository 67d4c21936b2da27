import { addressOf, declaredAddresses } from '../engine/declared-addresses.ts';
import type { ArticleValues } from '../engine/newsroom-values.ts';
import type { Entry } from '../model/front-matter/front-matter.ts';
import { hexoAddresses } from './hexo-addresses.ts';
import { hugoAddresses } from './hugo-addresses.ts';
import { jekyllAddresses } from './jekyll-addresses.ts';
import type { SiteAddresses } from './permalink-pattern.ts';
import { nameOf, parentUri, relativePath } from './uri.ts';
import { entriesIn } from './values-from.ts';
import { readText, type World } from './world.ts';

/** The addresses of an article, as `addressOf` writes them: those that it says it has, and those that its site makes. */
export type AddressesOf = (uri: string, values: ArticleValues) => readonly string[];

const endings = ['toml', 'yaml', 'yml', 'json'];
const named = (name: string): readonly string[] => endings.map((ending) => `${name}.${ending}`);

/** Files in which sites say what addresses they make. */
export const siteSettings: readonly string[] = [
  ...named('hugo'),
  ...named('config'),
  ...named('permalinks'),
  ...named('languages'),
  '_config.yml',
  '_config.yaml',
];

/** What Hexo's settings have and Jekyll's have not. */
export const saysHexo = (text: string): boolean => /^(?:source_dir|skip_render|new_post_name)\s*:/m.test(text);

/** A site with its folder. */
interface Site {
  readonly folder: string;
  readonly addresses: SiteAddresses;
}

/** What articles of a newsroom say of their own addresses, where it has no site whose settings are read. */
export const addressesSaid: AddressesOf = (_uri, values) => declaredAddresses(values);

/**
 * Reads how the sites of a newsroom make addresses.
 * @param files uris of {@link siteSettings} that are there
 */
export async function siteAddresses(world: Pick<World, 'readText'>, files: readonly string[]): Promise<AddressesOf> {
  const folders = new Map<string, Map<string, string>>();
  for (const uri of files) {
    const [folder, name] = placeIn(uri);
    const text = folder === undefined ? undefined : await readText(world, uri);
    if (folder !== undefined && text !== undefined)
      folders.set(folder, (folders.get(folder) ?? new Map()).set(name, text));
  }
  const sites: Site[] = [];
  for (const [folder, texts] of folders) {
    const addresses = siteOf(texts);
    if (addresses) sites.push({ folder, addresses });
  }
  if (sites.length === 0) return addressesSaid;
  sites.sort((a, b) => b.folder.length - a.folder.length);
  return (uri, values) => {
    const site = sites.find(({ folder }) => relativePath(folder, uri) !== undefined);
    const path = site && relativePath(site.folder, uri);
    const made = site && path ? site.addresses({ path, values }).map(addressOf) : [];
    return [...new Set([...declaredAddresses(values), ...made.filter((address) => address !== undefined)])];
  };
}

/** The folder of the site that a file belongs to, and what the file is called from there. */
function placeIn(uri: string): readonly [folder: string | undefined, name: string] {
  const folder = parentUri(uri);
  const name = nameOf(uri);
  if (folder !== undefined && /\/config\/_default$/.test(folder))
    return [parentUri(parentUri(folder) ?? ''), `config/_default/${name}`];
  return [folder, name];
}

/** What addresses a site makes, by its files; `undefined` where they are no settings of one that is known. */
function siteOf(texts: ReadonlyMap<string, string>): SiteAddresses | undefined {
  const jekyll = texts.get('_config.yml') ?? texts.get('_config.yaml');
  const hugo = [...texts].filter(([name, text]) => isHugo(name, text));
  // Of two generators nobody knows which is the one.
  if (hugo.length > 0 && jekyll !== undefined) return undefined;
  if (jekyll !== undefined) {
    const settings = entriesIn(jekyll, '_config.yml');
    return saysHexo(jekyll) ? hexoAddresses(settings) : jekyllAddresses(settings);
  }
  if (hugo.length === 0) return undefined;
  return hugoAddresses(hugo.flatMap(([name, text]) => wrapped(name, entriesIn(text, name))));
}

function isHugo(name: string, text: string): boolean {
  if (name.startsWith('config/_default/')) return true;
  if (name.startsWith('hugo.')) return true;
  return (
    name.startsWith('config.') &&
    /^\s*["']?(?:baseurl|languageCode|theme|permalinks|\[?params|\[permalinks)/im.test(text)
  );
}

/** `permalinks.toml` of a folder of settings holds what stands under `permalinks` elsewhere. */
function wrapped(name: string, entries: readonly Entry[]): readonly Entry[] {
  const [, key] = /^config\/_default\/(permalinks|languages)\./.exec(name) ?? [];
  const [first] = entries;
  if (key === undefined || first === undefined) return entries;
  return [{ ...first, key, value: { kind: 'map', at: first.keyAt, entries } }];
}
