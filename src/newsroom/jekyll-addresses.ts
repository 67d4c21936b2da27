import { withoutArticleEnding } from '../model/article-endings.ts';
import type { Entry } from '../model/front-matter/front-matter.ts';
import { textOf } from '../model/front-matter/values.ts';
import {
  clocksOf,
  dayOfYear,
  filled,
  firstOf,
  type Parts,
  padded,
  partOfClock,
  type SiteAddresses,
  type SitePage,
  under,
} from './permalink-pattern.ts';
import { listUnder, mapUnder, textUnder } from './site-settings.ts';

/** Jekyll's own names for patterns. */
const styles: ReadonlyMap<string, string> = new Map([
  ['date', '/:categories/:year/:month/:day/:title'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['ordinal', '/:categories/:year/:y_day/:title'],
  ['none', '/:categories/:title'],
]);

/** A document as Jekyll takes it. */
interface Document {
  readonly pattern: string;
  readonly collection: string;
  /** Its path in its collection, without ending. */
  readonly path: string;
  readonly name: string;
  /** The day that its name begins with. */
  readonly day: string | undefined;
  /** Its name without that day. */
  readonly slug: string;
  /** The folders above `_posts`. */
  readonly above: readonly string[];
}

/** The addresses that Jekyll makes, by `permalink:`, collections and defaults of `_config.yml`. */
export function jekyllAddresses(settings: readonly Entry[]): SiteAddresses {
  const said = textUnder(settings, 'permalink') ?? 'date';
  const styled = (pattern: string): string => styles.get(pattern) ?? pattern;
  const home = (textUnder(settings, 'collections_dir') ?? '').replace(/^\/+|\/+$/g, '');
  const collections = new Map(mapUnder(settings, 'collections').map(({ key, value }) => [key, value]));
  const defaults = listUnder(settings, 'defaults').map(defaultIn);
  const before = textUnder(settings, 'baseurl');
  const timeZone = textUnder(settings, 'timezone');

  /** `undefined` for what Jekyll makes no page of, or nobody knows which. */
  function documentAt({ path, values }: SitePage): Document | undefined {
    const plain = withoutArticleEnding(path);
    const own = home !== '' && plain.startsWith(`${home}/`) ? plain.slice(home.length + 1) : plain;
    const steps = own.split('/');
    const at = steps.findIndex((step) => step.startsWith('_'));
    const name = steps.at(-1) ?? '';
    const collection = at < 0 ? 'pages' : (steps[at] ?? '').slice(1);
    const [, day, late = name] = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/.exec(name) ?? [];
    const set = defaultFor(path, collection);
    if (set === 'unknown') return undefined;
    const pattern = firstOf(values, 'permalink') ?? set?.permalink;
    const document = { collection, name, day, slug: late, above: steps.slice(0, Math.max(0, at)) };
    if (at < 0) return { ...document, slug: name, path: own, pattern: pattern ?? '/:path/' };
    const inside = steps.slice(at + 1).join('/');
    if (collection === 'posts')
      return day === undefined ? undefined : { ...document, path: inside, pattern: styled(pattern ?? said) };
    const settingsOf = at === 0 ? collections.get(collection) : undefined;
    if (settingsOf?.kind !== 'map' || textUnder(settingsOf.entries, 'output') !== 'true') return undefined;
    const given = pattern ?? textUnder(settingsOf.entries, 'permalink') ?? '/:collection/:path';
    return { ...document, slug: name, path: inside, pattern: styled(given) };
  }

  /** What the defaults say of a page; `unknown` where one of them may or may not be meant, or says more than a pattern. */
  function defaultFor(path: string, type: string): Default | 'unknown' | undefined {
    const meant = defaults.filter((one) => (one.type === '' || one.type === type) && covers(one.path, path));
    const [first, ...others] = [...meant].sort((a, b) => b.path.length - a.path.length);
    if (meant.some(({ isDoubtful }) => isDoubtful)) return 'unknown';
    if (first === undefined || others.every(({ permalink }) => permalink === undefined)) return first;
    return first.permalink === undefined ? 'unknown' : first;
  }

  return (page) => {
    const document = documentAt(page);
    if (document === undefined) return [];
    const { values } = page;
    const written = firstOf(values, 'date') ?? document.day;
    const made = [undefined, ...clocksOf(written, timeZone)].map((clock) =>
      filled(document.pattern, partsOf(document, page, clock)),
    );
    return [...new Set(made)].filter((address) => address !== undefined).flatMap((address) => under([before], address));
  };
}

function partsOf(
  { collection, path, name, slug, above }: Document,
  { values }: SitePage,
  clock: Date | undefined,
): Parts {
  return (part) => {
    switch (part) {
      case 'title':
        return slugified(firstOf(values, 'slug') ?? slug, /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu);
      case 'slug':
        return slugified(firstOf(values, 'slug') ?? slug);
      case 'name':
        return name;
      case 'path':
        return path;
      case 'collection':
        return collection;
      case 'categories':
        return categoriesOf(values, above).join('/');
      case 'slugified_categories':
        return categoriesOf(values, above)
          .map((one) => slugified(one))
          .join('/');
      case 'output_ext':
        return '';
      case 'y_day':
        return clock && padded(dayOfYear(clock), 3);
      default:
        return clock && partOfClock(clock, part);
    }
  };
}

function slugified(text: string, refused = /[^\p{M}\p{L}\p{Nd}]+/gu): string {
  return text.replace(refused, '-').replace(/^-|-$/g, '');
}

function categoriesOf(values: SitePage['values'], above: readonly string[]): readonly string[] {
  const listed = values.get('categories') ?? [];
  const several = listed.length === 1 ? (listed[0] ?? '').split(/\s+/) : listed;
  const all = [...above, ...(values.get('category') ?? []), ...several].map((one) => one.trim().toLowerCase());
  return [...new Set(all)].filter((one) => one !== '');
}

/** One of the `defaults:` of the site's settings. */
interface Default {
  readonly path: string;
  readonly type: string;
  readonly permalink: string | undefined;
  /** It is for paths that a pattern names, or sets what addresses are made of. */
  readonly isDoubtful: boolean;
}

function defaultIn(entries: readonly Entry[]): Default {
  const scope = mapUnder(entries, 'scope');
  const values = mapUnder(entries, 'values');
  const path = (textUnder(scope, 'path') ?? '').replace(/^\/+|\/+$/g, '');
  const permalink = values.find(({ key }) => key === 'permalink');
  const made = ['slug', 'date', 'category', 'categories'];
  return {
    path: path.includes('*') ? '' : path,
    type: textUnder(scope, 'type') ?? '',
    permalink: permalink && textOf(permalink.value),
    isDoubtful: (path.includes('*') && permalink !== undefined) || values.some(({ key }) => made.includes(key)),
  };
}

const covers = (scope: string, path: string): boolean => scope === '' || path === scope || path.startsWith(`${scope}/`);
