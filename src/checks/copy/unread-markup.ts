import type { Article, Passage } from '../../model/article.ts';
import { hanAt } from '../../model/characters.ts';
import { readOddLink } from '../../model/foreign/odd-links.ts';
import { matchesOf } from '../../model/matches.ts';
import { LITERAL } from '../../model/prose.ts';
import type { Draft } from '../check.ts';

/** What {@link unreadMarkup} finds, by its message. */
export type Unread = 'reversed' | 'shape' | 'nowhere' | 'open' | 'list' | 'marks' | 'fence';

const LONGEST = 60;
const shown = (written: string): string => (written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written);

/** Links whose brackets are the wrong ones, which to checks are code. */
export function* oddLinks({ foreign, text }: Article): Iterable<Draft<Unread | 'replace'>> {
  for (const { kind, start, end } of foreign) {
    const found = kind === 'notation' ? readOddLink(text, start) : undefined;
    if (found?.written.length !== end - start) continue;
    const { fault, written, mended } = found;
    yield {
      message: fault,
      data: { written: shown(written), mended: shown(mended) },
      at: { from: 0, to: 0, start, end },
      fixes: [{ title: 'replace', safe: false, source: [{ start, end, text: mended }] }],
    };
  }
}

const emptyTarget = /(?<!!)\[[^[\]\n]{1,200}\]\([ \t]{0,3}\)/g;

/** Whether a passage has a link whose address is empty. */
export function hasEmptyLink({ tokens }: Article, { token }: Passage): boolean {
  const children = tokens[token]?.children;
  // Nearly every paragraph is one run of text.
  if (!children || children.length < 2) return false;
  return children.some((child) => child.type === 'link_open' && child.attrGet('href') === '');
}

/** `[采茶]()`: a link for Markdown, and nowhere to go for its reader. */
export function* emptyLinks({ text }: Article, { block }: Passage): Iterable<Draft<Unread | 'replace'>> {
  for (const { 0: written, index } of text.slice(block.start, block.end).matchAll(emptyTarget)) {
    const start = block.start + index;
    yield {
      message: 'nowhere',
      data: { written: shown(written) },
      at: { from: 0, to: 0, start, end: start + written.length },
    };
  }
}

const doubled = /(?<![_~\\])(__|~~)([^_~\n]{1,200})\1(?![_~])/g;

/** `__晚橙 __`, `~~ 晚橙~~`: marks with a blank on their inner side, round words of Chinese. */
export function* lines({ prose }: Passage): Iterable<Draft<Unread | 'replace'>> {
  const { text } = prose;
  if (!text.includes('__') && !text.includes('~~')) return;
  for (const { 0: written, 1: mark = '', 2: inside = '', index } of matchesOf(text, doubled)) {
    const words = inside.trim();
    // A blank on both sides, `甲 ~~ 乙 ~~ 丙`, may be a mark between words.
    const oneSided = /^\s/.test(inside) !== /\s$/.test(inside);
    if (!oneSided || words.includes(LITERAL) || !(hanAt(words, 0) || /^[“《「]/.test(words))) continue;
    const to = index + written.length;
    if (prose.kindAt(index) !== 'verbatim' || prose.kindAt(to - 1) !== 'verbatim') continue;
    const at = prose.at(index, to);
    const mended = `${mark}${words}${mark}`;
    const source = [{ start: at.start, end: at.end, text: mended }];
    const whole = at.end - at.start === written.length;
    yield {
      message: 'marks',
      data: { written: shown(written), mended: shown(mended) },
      at,
      fixes: whole ? [{ title: 'replace', safe: false, source }] : [],
    };
  }
}

/** A sentence of Chinese or of English that begins a paragraph: no line of a program. */
const sentence =
  /\n[ \t]*\r?\n[ \t>]*(?:[“《「（]?\p{Script=Han}[^\n]{4,400}[。！？]|[A-Z][a-z]+(?: [\w’',-]{1,30}){5,60}\.)/u;

/** Three backticks that nothing closes, with the article's text below: all of it is code to the page. */
export function* openFences({ tokens, text, lines: starts }: Article): Iterable<Draft<Unread>> {
  const last = tokens.findLast(({ type }) => type === 'fence');
  if (last?.map === undefined || last.map === null || !sentence.test(last.content)) return;
  const closing = text.slice(starts[last.map[1] - 1] ?? text.length, starts[last.map[1]] ?? text.length);
  if (
    closing
      .trim()
      .replace(/^[> \t]+/, '')
      .startsWith(last.markup)
  )
    return;
  const line = starts[last.map[0]] ?? 0;
  const start = text.indexOf(last.markup, line);
  if (start === -1) return;
  const end = start + last.markup.length;
  yield { message: 'fence', at: { from: 0, to: 0, start, end } };
}

const opening = /(?<![*＊\p{L}\p{N}])\*{2,3}(?=[\p{Script=Han}“《「])/u;

/** `**晚橙*`, `**晚橙`: asterisks that nothing closes, or that close with too few. */
export function* openStars({ text: source }: Article, { prose }: Passage): Iterable<Draft<Unread | 'replace'>> {
  const { text } = prose;
  if (!text.includes('*')) return;
  const first = opening.exec(text);
  if (first && prose.kindAt(first.index) === 'verbatim') {
    const [written] = first;
    const after = text.slice(first.index + written.length).match(/\*+/g) ?? [];
    if (after.every(({ length }) => length !== written.length)) {
      yield opened(first.index, written);
      return;
    }
  }
  // One of two asterisks that took as one: the other is what readers see.
  for (let at = text.indexOf('*'); at !== -1; at = text.indexOf('*', at + 1)) {
    if (text.charAt(at - 1) === '*' || text.charAt(at + 1) === '*' || prose.kindAt(at) !== 'verbatim') continue;
    const { start, end } = prose.at(at, at + 1);
    const run = /\*{2,3}/.exec(source.slice(Math.max(0, start - 2), end + 2))?.[0];
    const before = source.charAt(start - 1) === '*';
    if (end - start !== 1 || run === undefined || before === (source.charAt(end) === '*')) continue;
    const words = before ? text.slice(0, at) : text.slice(at + 1);
    if (before ? !/[\p{Script=Han}”》」]$/u.test(words) : !hanAt(words, 0) && !/^[“《「]/.test(words)) continue;
    yield opened(at, '*');
    return;
  }

  function opened(at: number, written: string): Draft<Unread | 'replace'> {
    const words = /^[^*\n\uFFFC]{1,20}/.exec(text.slice(at + written.length))?.[0] ?? '';
    return {
      message: 'open',
      data: { written: shown(`${written}${words}`) },
      at: prose.at(at, at + written.length),
    };
  }
}

const marked = /^(?:(\d{1,2})[.．]|([-*+•]))(?=[\p{Script=Han}“《「])/u;
const item = /^[ \t>]*(?:(\d{1,2})\.|([-*+]))[ \t]/;

/**
 * `1.晚橙` and `2.水渠` under it, or `2.水渠` under an item of a list: without a blank behind the mark they are no
 * items, and run into one line.
 */
export function* glued(
  { text: source }: Article,
  { prose, kind, block }: Passage,
): Iterable<Draft<Unread | 'replace'>> {
  const { text } = prose;
  const listed = kind === 'list-item';
  if (!(listed || kind === 'paragraph') || !text.includes('\n') || text.includes(LITERAL)) return;
  let from = 0;
  let last = listed ? (item.exec(source.slice(block.start, block.end)) ?? undefined) : undefined;
  if (listed && last === undefined) return;
  for (const line of text.split('\n')) {
    // The first line of an item has its mark already.
    const found = listed && from === 0 ? last : (marked.exec(line) ?? undefined);
    const goes =
      from > 0 &&
      found &&
      last &&
      (found[1] === undefined ? found[2] === last[2] : Number(found[1]) === Number(last[1] ?? Number.NaN) + 1);
    if (found && goes) {
      yield {
        message: 'list',
        data: { written: found[0], mended: `${found[0].replace('．', '.').replace('•', '-')} ` },
        at: prose.at(from, from + found[0].length),
      };
      return;
    }
    last = found;
    from += line.length + 1;
  }
}
