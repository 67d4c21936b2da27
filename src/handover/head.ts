import type { House } from '../house/house.ts';
import { isChineseHouse } from '../house/language.ts';
import type { Article } from '../model/article.ts';
import { attribute } from '../page/escape.ts';
import { newsArticle } from './json-ld.ts';
import { readStory } from './story.ts';
import type { PictureUrl } from './write-format.ts';

/**
 * Tags for the head of an exported page: Open Graph (ogp.me), the names that Chinese search engines and aggregators
 * read, and the article as JSON-LD, which is data and runs nothing.
 */
export function headTags(article: Article, house: House, picture: PictureUrl): readonly string[] {
  const story = readStory(article, house);
  const named = (name: string, content: string | undefined): string[] =>
    content ? [`<meta${attribute('name', name)}${attribute('content', content)}>`] : [];
  const property = (name: string, content: string | undefined): string[] =>
    content ? [`<meta${attribute('property', name)}${attribute('content', content)}>`] : [];
  const authors = [...story.reporters, ...story.correspondents].map(({ name }) => name);
  const separator = isChineseHouse(house) ? '、' : ', ';
  const shown = [story.cover, ...story.pictures.map(({ src }) => src)].filter((src) => src !== undefined);
  const first = shown.map(picture).find((url) => url !== undefined && !url.startsWith('data:'));
  return [
    ...named('description', story.summary),
    ...named('keywords', story.keywords.join(',')),
    ...named('author', authors.join(separator)),
    ...named('publishdate', story.published),
    ...named('source', story.source),
    ...named('editor', story.editors.join(separator)),
    ...named('pubtime_baidu', story.published),
    ...named('source_baidu', story.source),
    ...named('author_baidu', authors.join(separator)),
    ...named('editor_baidu', story.editors.join(separator)),
    ...property('og:type', 'article'),
    ...property('og:title', story.headline),
    ...property('og:description', story.summary),
    ...property('og:site_name', house.page.name || house.name),
    ...property('og:locale', isChineseHouse(house) ? 'zh_CN' : house.language.replace('-', '_')),
    ...property('og:image', first),
    ...property('article:published_time', story.published),
    ...authors.flatMap((name) => property('article:author', name)),
    ...property('article:section', story.column),
    ...story.keywords.flatMap((word) => property('article:tag', word)),
    `<script type="application/ld+json">${scriptJson(newsArticle(article, house, picture))}</script>`,
  ];
}

/** JSON that cannot end the element that it stands in. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
