import { withoutArticleEnding } from '../model/article-endings.ts';
import type { Entry } from '../model/front-matter/front-matter.ts';
import {
  clocksOf,
  dayOfYear,
  filled,
  firstOf,
  type Parts,
  padded,
  partOfClock,
  pathOfUrl,
  type SiteAddresses,
  under,
} from './permalink-pattern.ts';
import { mapUnder, textUnder } from './site-settings.ts';

/** A name without what a name cannot have in an address, as Hexo writes titles and categories. */
function slugized(text: string): string {
  return text.replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-').replace(/^-+|-+$/g, '');
}

/** The addresses that Hexo makes, by `permalink:` and `new_post_name:` of `_config.yml`. */
export function hexoAddresses(settings: readonly Entry[]): SiteAddresses {
  const pattern = textUnder(settings, 'permalink') ?? ':year/:month/:day/:title/';
  const source = (textUnder(settings, 'source_dir') ?? 'source').replace(/^\.?\/+|\/+$/g, '');
  const nameOf = namePattern(textUnder(settings, 'new_post_name') ?? ':title.md');
  const usual = mapUnder(settings, 'permalink_defaults');
  const timeZone = textUnder(settings, 'timezone');
  const without = textUnder(settings, 'default_category') ?? 'uncategorized';
  const isMapped = mapUnder(settings, 'category_map').length > 0;
  const before = [textUnder(settings, 'root'), pathOfUrl(textUnder(settings, 'url'))];

  return ({ path, values }) => {
    if (!path.startsWith(`${source}/`) || values.has('permalink')) return [];
    const plain = withoutArticleEnding(path.slice(source.length + 1));
    if (!plain.startsWith('_')) return under(before, `/${plain}/`);
    if (!plain.startsWith('_posts/')) return [];
    const post = plain.slice('_posts/'.length);
    const { title, day } = nameOf(post);
    const categories = [...(values.get('categories') ?? []), ...(values.get('category') ?? [])].map(slugized);
    const parts =
      (clock: Date | undefined): Parts =>
      (name) => {
        switch (name) {
          case 'title':
            return title;
          case 'name':
            return title?.split('/').at(-1);
          case 'post_title':
            return slugized(firstOf(values, 'title') ?? '') || undefined;
          case 'category':
            return isMapped ? undefined : categories.length === 0 ? without : categories.join('/');
          case 'y_day':
            return clock && padded(dayOfYear(clock), 3);
          default:
            return (clock && partOfClock(clock, name)) ?? firstOf(values, name) ?? textUnder(usual, name);
        }
      };
    const made = [undefined, ...clocksOf(firstOf(values, 'date') ?? day, timeZone)].map((clock) =>
      filled(pattern, parts(clock)),
    );
    return [...new Set(made)].filter((address) => address !== undefined).flatMap((address) => under(before, address));
  };
}

/** What the name of a post says; no title where that cannot be told. */
interface PostName {
  readonly title: string | undefined;
  readonly day?: string;
}

/** Reads the name of a post as `new_post_name` writes it: `:year-:month-:day-:title.md`. */
function namePattern(pattern: string): (post: string) => PostName {
  const plain = withoutArticleEnding(pattern).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const known: Readonly<Record<string, string>> = {
    year: '(?<year>\\d{4})',
    month: '(?<month>\\d{2})',
    day: '(?<day>\\d{2})',
    i_month: '(?<month>\\d{1,2})',
    i_day: '(?<day>\\d{1,2})',
    title: '(?<title>.+)',
  };
  const used = [...plain.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const parts = new Set(used.map((name) => name.replace(/^i_/, '')));
  const isKnown = parts.size === used.length && parts.has('title') && used.every((name) => name in known);
  if (!isKnown) return () => ({ title: undefined });
  const read = new RegExp(`^${plain.replace(/:(\w+)/g, (_whole, name: string) => known[name] ?? '')}$`, 'u');
  return (post) => {
    // What is called otherwise is its own title.
    const { title = post, year, month, day } = read.exec(post)?.groups ?? {};
    return {
      title,
      ...(year && month && day ? { day: `${year}-${padded(Number(month), 2)}-${padded(Number(day), 2)}` } : {}),
    };
  };
}
