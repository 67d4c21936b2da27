import type { FieldRole } from '../house/house.ts';
import type { Article, Passage } from '../model/article.ts';
import { scalarsOf } from '../model/front-matter/values.ts';
import { longParagraphs } from '../model/long-paragraphs.ts';
import type { Place, Prose } from '../model/prose.ts';
import type { Reading } from '../reading/reading.ts';
import { type Draft, defineCheck } from './check.ts';
import { daysBetween, type Elsewhere, isBefore, type Neighbour } from './elsewhere.ts';

type Message =
  | 'title'
  | 'slug'
  | 'paragraph'
  | 'first'
  | 'repeated'
  | 'paragraphs'
  | 'paragraphs-first'
  | 'paragraphs-repeated';

export const duplicateArticle = defineCheck({
  id: 'duplicate-article',
  title: { en: 'Published twice', zh: '重复的稿件' },
  summary: {
    en: 'No other article of the newsroom has the same title, the same address or one of its paragraphs.',
    zh: '同一稿件库里不应有标题、网址相同的稿件，也不应有整段相同的文字。',
  },
  scope: 'article',
  severity: 'warning',
  options: {
    characters: {
      type: 'number',
      default: 60,
      about: {
        en: 'How long a paragraph must be to be compared, in characters (a Latin word is one; at least 40)',
        zh: '多少字以上的段落才作比较（一个英文词算一字，最少 40）',
      },
    },
    articles: {
      type: 'number',
      default: 3,
      about: {
        en: 'In how many other articles a paragraph or title may stand before it counts as furniture of the house (at most 12)',
        zh: '同一段落或标题在几篇以上的其他稿件里出现，就当作固定文字，不再提示（最多 12）',
      },
    },
    days: {
      type: 'number',
      default: 30,
      about: {
        en: 'How many days apart articles of the same title may lie and still be taken for one',
        zh: '标题相同的稿件，相隔多少天以内才提示',
      },
    },
  },
  messages: {
    title: {
      en: '`{path}` has the same title: is it the same article?',
      zh: '{path} 的标题与本篇相同，是同一篇稿件吗？',
    },
    slug: {
      en: '`{path}` has the same address `{slug}`: one of them would not be reached',
      zh: '{path} 的网址“{slug}”与本篇相同，两篇只有一篇能打开，请改一个',
    },
    paragraph: {
      en: 'This paragraph also stands in `{path}`',
      zh: '这一段在 {path} 里也有',
    },
    first: {
      en: 'This paragraph stood in `{path}` of {day} first',
      zh: '这一段在 {path}（{day}）里已经用过',
    },
    repeated: {
      en: '`{path}` of {day} repeats this paragraph',
      zh: '后来的 {path}（{day}）重复了这一段',
    },
    paragraphs: {
      en: 'This paragraph and {more} more also stand in `{path}`',
      zh: '这一段和另外 {more} 段在 {path} 里也有',
    },
    'paragraphs-first': {
      en: 'This paragraph and {more} more stood in `{path}` of {day} first',
      zh: '这一段和另外 {more} 段在 {path}（{day}）里已经用过',
    },
    'paragraphs-repeated': {
      en: '`{path}` of {day} repeats this paragraph and {more} more',
      zh: '后来的 {path}（{day}）重复了这一段和另外 {more} 段',
    },
  },
  *run(article, { options, facts: { elsewhere }, reading }): Iterable<Draft<Message>> {
    if (elsewhere === undefined) return;
    const most = Math.min(options.articles, 12);
    yield* sameHead(elsewhere, reading, most, options.days);
    yield* sameParagraphs(article, elsewhere, reading, most, options.characters);
  },
});

function* sameHead(elsewhere: Elsewhere, reading: Reading, most: number, days: number): Iterable<Draft<Message>> {
  const own = reading.published?.iso;
  const [twin] = elsewhere.slugs;
  const slug = said(reading, 'slug');
  if (twin && slug) yield { message: 'slug', data: { path: twin.path, slug: slug.text }, at: whole(slug) };
  const title = said(reading, 'title');
  // What many articles are called is the name of a series.
  if (title === undefined || elsewhere.titles.length > most) return;
  const same = elsewhere.titles.find(({ day }) => (daysBetween(own, day) ?? 0) <= days);
  if (same) yield { message: 'title', data: { path: same.path }, at: whole(title) };
}

/** What the first value of a role's field says. */
function said(reading: Reading, role: FieldRole): Prose | undefined {
  const entry = reading.entry(role);
  return entry && scalarsOf(entry.value)[0]?.prose;
}

function whole(prose: Prose): Place {
  return prose.at(0, prose.text.length);
}

/** What is said of another article: once, at the first paragraph that stands in both. */
interface Shared {
  readonly neighbour: Neighbour;
  readonly at: Place;
  more: number;
}

function* sameParagraphs(
  article: Article,
  { paragraphs }: Elsewhere,
  reading: Reading,
  most: number,
  characters: number,
): Iterable<Draft<Message>> {
  if (paragraphs.size === 0) return;
  const shared = new Map<string, Shared>();
  const passages = article.passages.values();
  let passage: Passage | undefined = passages.next().value;
  for (const one of longParagraphs(article.text, article.frontMatter.bodyStart)) {
    const others = one.characters < characters ? undefined : paragraphs.get(one.hash);
    if (others === undefined || others.length > most) continue;
    while (passage && passage.block.end <= one.start) passage = passages.next().value;
    if (passage?.kind !== 'paragraph' || passage.block.start > one.start + 3) continue;
    for (const neighbour of others) {
      const known = shared.get(neighbour.path);
      if (known) known.more++;
      else shared.set(neighbour.path, { neighbour, at: whole(passage.prose), more: 0 });
    }
  }
  const own = reading.published?.iso;
  for (const { neighbour, at, more } of shared.values()) {
    const { path, day } = neighbour;
    const isFirst = isBefore(own, day);
    const data = { path, more, day: day?.slice(0, 10) ?? '' };
    if (isFirst === undefined) yield { message: more === 0 ? 'paragraph' : 'paragraphs', data, at };
    else if (!isFirst) yield { message: more === 0 ? 'first' : 'paragraphs-first', data, at };
    // Whoever was first has done nothing wrong, and may want to know.
    else yield { message: more === 0 ? 'repeated' : 'paragraphs-repeated', data, at, severity: 'info' };
  }
}
