import { addressOf, declaredAddresses } from '../engine/declared-addresses.ts';
import type { ArticleValues } from '../engine/newsroom-values.ts';
import type { SiteBases } from '../engine/site-links.ts';
import type { Entry } from '../model/front-matter/front-matter.ts';
import { hexoAddresses } from './hexo-addresses.ts';
import { hugoAddresses } from './hugo-addresses.ts';
import { jekyllAddresses } from './jekyll-addresses.ts';
import type { SiteAddresses } from './permalink-pattern.ts';
import { textUnder } from './site-settings.ts';
import { nameOf, parentUri, relativePath } from './uri.ts';
import { entriesIn } from './values-from.ts';
import { readText, type World } from './world.ts';

/** The addresses of an article, as `addressOf` writes them: those that it says it has, and those that its site makes. */
export type AddressesOf = (uri: string, values: ArticleValues) => readonly string[];

const endings = ['toml', 'yaml', 'yml', 'json'];
const named = (name: string): readonly string[] => endings.map((ending) => `${name}.${ending}`);

/** What is known of the sites of a newsroom. */
export interface Sites {
  readonly addressesOf: AddressesOf;
  /** Where they lie: `https://haizhou.example/blog/`. */
  readonly bases: SiteBases;
}

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
  readonly base: string | undefined;
}

/** A newsroom that has no site whose settings are read: what articles say of their own addresses is all that is known. */
export const noSites: Sites = { addressesOf: (_uri, values) => declaredAddresses(values), bases: [] };

/**
 * Reads how the sites of a newsroom make addresses.
 * @param files uris of {@link siteSettings} that are there
 */
export async function siteAddresses(world: Pick<World, 'readText'>, files: readonly string[]): Promise<Sites> {
  const folders = new Map<string, Map<string, string>>();
  for (const uri of files) {
    const [folder, name] = placeIn(uri);
    const text = folder === undefined ? undefined : await readText(world, uri);
    if (folder !== undefined && text !== undefined)
      folders.set(folder, (folders.get(folder) ?? new Map()).set(name, text));
  }
  const sites: Site[] = [];
  for (const [folder, texts] of folders) {
    const site = siteOf(texts);
    if (site) sites.push({ folder, ...site });
  }
  if (sites.length === 0) return noSites;
  sites.sort((a, b) => b.folder.length - a.folder.length);
  return {
    addressesOf(uri, values) {
      const site = sites.find(({ folder }) => relativePath(folder, uri) !== undefined);
      const path = site && relativePath(site.folder, uri);
      const made = site && path ? site.addresses({ path, values }).map(addressOf) : [];
      return [...new Set([...declaredAddresses(values), ...made.filter((address) => address !== undefined)])];
    },
    bases: sites.flatMap(({ base }) => base ?? []),
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

/** What addresses a site makes, and where it lies, by its files; `undefined` where they are no settings of one that is known. */
function siteOf(texts: ReadonlyMap<string, string>): Omit<Site, 'folder'> | undefined {
  const jekyll = texts.get('_config.yml') ?? texts.get('_config.yaml');
  const hugo = [...texts].filter(([name, text]) => isHugo(name, text));
  // Of two generators nobody knows which is the one.
  if (hugo.length > 0 && jekyll !== undefined) return undefined;
  if (jekyll !== undefined) {
    const settings = entriesIn(jekyll, '_config.yml');
    // Jekyll says the folder of the site apart.
    const url = textUnder(settings, 'url');
    if (saysHexo(jekyll)) return { addresses: hexoAddresses(settings), base: url };
    const base = url && `${url.replace(/\/+$/, '')}/${(textUnder(settings, 'baseurl') ?? '').replace(/^\/+/, '')}`;
    return { addresses: jekyllAddresses(settings), base };
  }
  if (hugo.length === 0) return undefined;
  const settings = hugo.flatMap(([name, text]) => wrapped(name, entriesIn(text, name)));
  return { addresses: hugoAddresses(settings), base: textUnder(settings, 'baseURL') };
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
