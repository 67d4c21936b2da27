import { saysHexo } from '../newsroom/site-addresses.ts';
import { joinUri, nameOf, relativePath } from '../newsroom/uri.ts';
import { readText, type World } from '../newsroom/world.ts';

/** Generators that an archive may be built by. */
type Generator =
  | 'Hugo'
  | 'Hexo'
  | 'Jekyll'
  | 'Astro'
  | 'Eleventy'
  | 'VuePress'
  | 'VitePress'
  | 'Docusaurus'
  | 'MkDocs'
  | 'Zola'
  | 'Pelican'
  | 'Nikola'
  | 'Quarto'
  | 'Gatsby'
  | 'Nuxt';

/** What the settings of a site say of it. */
export interface SeenSite {
  readonly generator: Generator | undefined;
  /** The file that says so, from the archive's folder. */
  readonly file: string | undefined;
  readonly name: string | undefined;
  readonly timeZone: string | undefined;
}

/** Settings of generators, and what else tells which it is. Those named are found wherever they lie. */
export const siteFiles: readonly string[] = [
  'hugo.toml',
  'hugo.yaml',
  'hugo.yml',
  'hugo.json',
  'config.toml',
  '_config.yml',
  'mkdocs.yml',
  '_quarto.yml',
  'pelicanconf.py',
  'conf.py',
  'astro.config.mjs',
  'astro.config.ts',
  'docusaurus.config.js',
  'docusaurus.config.ts',
  'eleventy.config.js',
  'eleventy.config.mjs',
  'gatsby-config.js',
  'gatsby-config.mjs',
  'gatsby-config.ts',
  'nuxt.config.js',
  'nuxt.config.ts',
  'package.json',
];

/** Reads which generator builds a site. @param files uris of {@link siteFiles} that were found */
export async function seeSite(
  world: World,
  folder: string,
  files: readonly string[],
  hexo: boolean,
): Promise<SeenSite> {
  const depth = (uri: string): number => uri.split('/').length;
  const order = (uri: string): number => siteFiles.indexOf(nameOf(uri));
  for (const uri of [...files].sort((a, b) => depth(a) - depth(b) || order(a) - order(b))) {
    const text = (await readText(world, uri)) ?? '';
    const generator = generatorOf(nameOf(uri), text, hexo);
    if (generator === undefined) continue;
    const said = (key: string): string | undefined =>
      new RegExp(`^\\s{0,4}["']?${key}["']?\\s*[:=]\\s*["']?([^"'#\\n]{1,80}?)["']?\\s*,?\\s*(?:#.*)?$`, 'im').exec(
        text,
      )?.[1];
    const zone = said('time-?zone');
    return {
      generator,
      file: relativePath(folder, uri),
      name:
        nameOf(uri) === 'package.json'
          ? await hiddenName(world, folder)
          : /\.[mc]?[jt]s$/.test(uri)
            ? titleIn(text)
            : (said('title') ?? said('site_?name') ?? said('blog_title')),
      timeZone: zone !== undefined && isTimeZone(zone) ? zone : undefined,
    };
  }
  return { generator: undefined, file: undefined, name: undefined, timeZone: undefined };
}

/** The name that settings in a folder with a dot say, where no search looks: `docs/.vitepress/config.mts`. */
async function hiddenName(world: World, folder: string): Promise<string | undefined> {
  for (const place of ['.vitepress', 'docs/.vitepress', '.vuepress', 'docs/.vuepress', 'src/.vuepress'])
    for (const ending of ['ts', 'mts', 'js', 'mjs']) {
      const text = await readText(world, joinUri(folder, ...place.split('/'), `config.${ending}`));
      const name = titleIn(text ?? '');
      if (name !== undefined) return name;
    }
  return undefined;
}

/** The title that settings give which are a program: `title: 'Quay'`. */
function titleIn(text: string): string | undefined {
  const quoted = /(?:^|[{,\s])title:\s{0,9}(?:"([^"\n]{1,80})"|'([^'\n]{1,80})'|`([^`$\n]{1,80})`)/;
  return quoted.exec(text)?.filter(Boolean)[1];
}

function generatorOf(name: string, text: string, hexo: boolean): Generator | undefined {
  if (name.startsWith('hugo.')) return 'Hugo';
  if (name === '_quarto.yml') return 'Quarto';
  if (name === 'pelicanconf.py') return 'Pelican';
  if (name === 'config.toml' && /^\s*base_url\s*=/m.test(text)) return 'Zola';
  if (name === 'config.toml') return /^\s*(?:baseurl|theme|languageCode|\[params\])/im.test(text) ? 'Hugo' : undefined;
  if (name === '_config.yml') return hexo || saysHexo(text) ? 'Hexo' : 'Jekyll';
  if (name === 'conf.py') return /^BLOG_TITLE\s*=/m.test(text) ? 'Nikola' : undefined;
  if (name === 'mkdocs.yml') return 'MkDocs';
  if (name.startsWith('gatsby-')) return 'Gatsby';
  if (name.startsWith('nuxt.')) return 'Nuxt';
  if (name.startsWith('astro.')) return 'Astro';
  if (name.startsWith('docusaurus.')) return 'Docusaurus';
  if (name.startsWith('eleventy.')) return 'Eleventy';
  const known: readonly (readonly [string, Generator])[] = [
    ['vitepress', 'VitePress'],
    ['vuepress', 'VuePress'],
    ['@11ty/eleventy', 'Eleventy'],
    ['@docusaurus/core', 'Docusaurus'],
    ['astro', 'Astro'],
    ['hexo', 'Hexo'],
    ['gatsby', 'Gatsby'],
    ['nuxt', 'Nuxt'],
  ];
  return known.find(([dependency]) => text.includes(`"${dependency}":`))?.[1];
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone.includes('/');
  } catch {
    return false;
  }
}
