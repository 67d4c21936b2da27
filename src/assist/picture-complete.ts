import type { Article } from '../model/article.ts';
import type { Localized } from '../model/finding.ts';
import { linkTarget } from '../model/image-path.ts';
import { typedAs } from '../model/pinyin.ts';
import type { Range } from '../model/range.ts';
import { mostSuggestions, type Surroundings } from './field-values.ts';
import type { Suggestion } from './suggestion.ts';

const nothing: Localized = { en: '', zh: '' };

/** What of a picture's path is typed at `offset` of the body, `![words](path`; `undefined` elsewhere. */
export function picturePathAt({ text, frontMatter }: Article, offset: number): Range | undefined {
  if (offset < frontMatter.bodyStart) return undefined;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(start, offset);
  const open = before.lastIndexOf('](');
  const typed = open < 0 ? undefined : before.slice(open + 2);
  // A blank or a bracket ends a path, and the words of a picture begin with a mark of their own.
  if (typed === undefined || /[\s()<>"]/.test(typed) || !/!\[[^[\]]*$/.test(before.slice(0, open))) return undefined;
  const rest = /^[^\s()<>"]*/.exec(text.slice(offset, offset + 300))?.[0] ?? '';
  return { start: offset - typed.length, end: offset + (text[offset + rest.length] === ')' ? rest.length : 0) };
}

/** The newsroom's pictures at such a place, the nearest first. */
export function completePicture(
  article: Article,
  range: Range,
  offset: number,
  around: Surroundings,
): readonly Suggestion[] {
  const typed = article.text.slice(range.start, offset).toLowerCase();
  const all = (around.images?.() ?? []).map((path) => ({ path, words: soundsIn(path) }));
  // Of too many those that hold what is typed.
  const fit =
    all.length <= mostSuggestions
      ? all
      : all.filter(({ path, words }) => [path, ...words].some((word) => word.toLowerCase().includes(typed)));
  return fit.slice(0, mostSuggestions).map(({ path, words }) => ({
    label: path,
    detail: nothing,
    about: nothing,
    range,
    text: linkTarget(path),
    filter: [linkTarget(path), path, ...words].join(' '),
  }));
}

/** What may be typed for a file's name in Han characters. */
function soundsIn(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return typedAs(name);
}
