import { articleEnding, withoutArticleEnding } from '../model/article-endings.ts';
import type { Entry } from '../model/front-matter/front-matter.ts';
import { textOf } from '../model/front-matter/values.ts';
import {
  clocksOf,
  dayOfYear,
  filled,
  firstOf,
  type Parts,
  partOfClock,
  pathOfUrl,
  type SiteAddresses,
  under,
} from './permalink-pattern.ts';
import { mapUnder, textUnder } from './site-settings.ts';

/** Where a page lies in its site. */
interface Lies {
  /** Its folders, without the content's own. */
  readonly folders: readonly string[];
  /** Its name, that of its folder where it is the folder's page. */
  readonly name: string;
  /** The language that its name says. */
  readonly language: string | undefined;
}

/** The addresses that Hugo makes: by `permalinks:` of the site's settings, else of folders and name. */
export function hugoAddresses(settings: readonly Entry[]): SiteAddresses {
  const patterns = patternsIn(mapUnder(settings, 'permalinks'));
  const languages = mapUnder(settings, 'languages');
  const contents = [settings, ...languages.map(({ value }) => (value.kind === 'map' ? value.entries : []))]
    .map((entries) => textUnder(entries, 'contentDir'))
    .concat('content')
    .filter((folder) => folder !== undefined)
    .map((folder) => folder.replace(/^\.?\/+|\/+$/g, ''))
    .sort((a, b) => b.length - a.length);
  const before = pathOfUrl(textUnder(settings, 'baseURL'));
  // Where a date comes from something else than `date`, nobody knows which.
  const isDateTheirs = mapUnder(settings, 'frontmatter').some(({ key }) => key.toLowerCase() === 'date');
  const isMounted = mapUnder(settings, 'module').some(({ key }) => key.toLowerCase() === 'mounts');
  return ({ path, values }) => {
    const content = contents.find((folder) => path.startsWith(`${folder}/`));
    if (content === undefined || isMounted || values.has('url')) return [];
    const lies = liesAt(path.slice(content.length + 1));
    if (lies === undefined) return [];
    const [section = ''] = lies.folders;
    const pattern = patterns.get(section.toLowerCase()) ?? '/:folders/:slugorfilename/';
    const slug = firstOf(values, 'slug');
    const title = firstOf(values, 'title');
    const parts =
      (clock: Date | undefined): Parts =>
      (name) => {
        switch (name) {
          case 'folders':
            return lies.folders.map(urlized).join('/');
          case 'section':
            return urlized(section);
          case 'sections':
            // A folder further down is a section only where it has a page of its own.
            return lies.folders.length > 1 ? undefined : urlized(section);
          case 'title':
            return title && urlized(title);
          case 'slug':
            return urlized(slug ?? title ?? '') || undefined;
          case 'slugorfilename':
          case 'slugorcontentbasename':
            return urlized(slug ?? lies.name);
          case 'filename':
          case 'contentbasename':
            return urlized(lies.name);
          case 'yearday':
            return clock && String(dayOfYear(clock));
          case 'weekday':
            return clock && String(clock.getUTCDay());
          default:
            return clock && partOfClock(clock, name);
        }
      };
    const clocks = isDateTheirs ? [] : clocksOf(firstOf(values, 'date'), textUnder(settings, 'timeZone'));
    const made = [undefined, ...clocks].map((clock) => filled(pattern, parts(clock)));
    return [...new Set(made)]
      .filter((address) => address !== undefined)
      .flatMap((address) => under([undefined, lies.language], address))
      .flatMap((address) => under([before], address));
  };
}

/** Patterns of pages by section: `posts: /:year/:title/`, since 0.131 `page: {posts: …}`. */
function patternsIn(permalinks: readonly Entry[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { key, value } of permalinks) {
    if (value.kind === 'map') {
      if (key === 'page') for (const one of value.entries) found.set(one.key.toLowerCase(), textOf(one.value) ?? '');
    } else found.set(key.toLowerCase(), textOf(value) ?? '');
  }
  return found;
}

function liesAt(path: string): Lies | undefined {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  if (articleEnding(file) === '') return undefined;
  const [, bare = '', language] = /^(.*?)(?:\.([a-z]{2}(?:-[a-z]{2,4})?))?$/i.exec(withoutArticleEnding(file)) ?? [];
  // A section's own page has other patterns.
  if (bare === '' || bare === '_index') return undefined;
  const name = bare === 'index' ? folders.pop() : bare;
  return name === undefined ? undefined : { folders, name, language };
}

/** As Hugo writes words in addresses: blanks are hyphens, and marks go. Case is nobody's concern here. */
function urlized(words: string): string {
  return words
    .trim()
    .replace(/[^\p{L}\p{Nd}\p{M}\s./\\_#+~@-]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=-)|(?<=-) /g, '')
    .replaceAll(' ', '-');
}
