import { attributesOf, HTML, type HtmlTag, wholeTag } from './html-tags.ts';
import type { Token } from './token.ts';

/** Inline elements of raw HTML that are kept, without their attributes: what a reporter may want of a word. */
const inlineTags: ReadonlySet<string> = new Set(
  'b strong i em u s del ins sub sup small mark q cite kbd abbr ruby rb rt rp'.split(' '),
);

/** Elements that say nothing by themselves: their tags go, their text stays. */
const silentTags: ReadonlySet<string> = new Set('a span font center big tt nobr bdo bdi label'.split(' '));

interface Opened {
  readonly name: string;
  readonly tag: HtmlTag;
  readonly token: Token;
  /** How many links were seen before it. */
  readonly links: number;
}

/**
 * Decides which tags of raw HTML in a paragraph mean what they say, once, for checks and page alike: the tokens of kept
 * tags become `tag_open` and `tag_close` (with the element in `tag`, '' for one that only goes), `<a href>` a link as
 * Markdown has it, `<br>` becomes `html_break` and `<img>` an `image`. A tag without its partner, or one of which we do
 * not know what it does, stays `html_inline`: text that a reader sees as it is written. Changes the tokens; linear in
 * their number.
 */
export function keepTags(children: readonly Token[]): void {
  /** Open elements: of Markdown (`undefined`) and of HTML. */
  const open: (Opened | undefined)[] = [];
  /** Links of Markdown that are open, and links altogether: a link holds no other. */
  let depth = 0;
  let links = 0;
  for (const token of children) {
    if (token.type !== 'html_inline') {
      if (token.type === 'link_open') links++;
      if (token.type === 'link_open' || token.type === 'link_close') depth += token.nesting;
      if (token.nesting === 1) open.push(undefined);
      // What was opened inside and not closed there has no partner.
      else if (token.nesting === -1) while (open.length > 0 && open.pop() !== undefined);
      continue;
    }
    const tag = wholeTag(token.content);
    if (tag === undefined) continue;
    const { tag: name, closing } = tag;
    if (name === 'br' && !closing) token.type = 'html_break';
    else if (name === 'img' && !closing) asImage(token, tag);
    else if (!inlineTags.has(name) && !silentTags.has(name)) continue;
    else if (!closing) open.push({ name, tag, token, links });
    else if (open.at(-1)?.name === name) {
      const partner = open.pop();
      if (partner === undefined) continue;
      const href = name === 'a' && depth === 0 && partner.links === links ? attributesOf(partner.tag) : undefined;
      if (href?.has('href')) {
        asLink(partner.token, token, href);
        links++;
      } else pair(partner.token, token, inlineTags.has(name) ? name : '');
    }
  }
}

function pair(first: Token, last: Token, name: string): void {
  first.type = 'tag_open';
  last.type = 'tag_close';
  first.nesting = 1;
  last.nesting = -1;
  first.tag = name;
  last.tag = name;
}

/** `<a href>` as Markdown's own link: where it may lead is judged where it is followed. */
function asLink(first: Token, last: Token, attributes: ReadonlyMap<string, string>): void {
  pair(first, last, 'a');
  first.type = 'link_open';
  last.type = 'link_close';
  first.attrs = [['href', unescapeHtml(attributes.get('href') ?? '').trim()]];
  const title = attributes.get('title');
  if (title !== undefined) first.attrs.push(['title', unescapeHtml(title)]);
  // What was written is for the renderer.
  for (const token of [first, last]) {
    token.markup = HTML;
    token.info = token.content;
  }
}

/** Where the file of a picture is named that a page loads when it comes into sight: WeChat, lazysizes, WordPress. */
const laterSources = ['data-src', 'data-original', 'data-lazy-src', 'data-url'] as const;

function sourceOf(attributes: ReadonlyMap<string, string>): string {
  const own = attributes.get('src') ?? '';
  if (own.trim() !== '') return own;
  for (const name of laterSources) {
    const later = attributes.get(name);
    if (later !== undefined) return later;
  }
  // The first of the sizes that the page may choose from.
  return attributes.get('srcset')?.trim().split(/[\s,]/, 1)[0] ?? own;
}

/** `<img>` as Markdown's own picture, so that caption, credit and file are asked for like any other's. */
function asImage(token: Token, tag: HtmlTag): void {
  const attributes = attributesOf(tag);
  const alt = unescapeHtml(attributes.get('alt') ?? '');
  token.children = alt === '' ? [] : [textLike(token, alt)];
  token.type = 'image';
  token.tag = 'img';
  token.attrs = [
    ['src', unescapeHtml(sourceOf(attributes))],
    ['alt', ''],
  ];
  const title = attributes.get('title');
  if (title !== undefined) token.attrs.push(['title', unescapeHtml(title)]);
  // Its place is told from where the next token starts, as for every picture; what was written is for the renderer.
  token.info = token.content;
  token.content = alt;
}

function textLike(token: Token, content: string): Token {
  const text: Token = Object.create(Object.getPrototypeOf(token));
  return Object.assign(text, token, { type: 'text', content, start: -1, attrs: null, children: null });
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) {
      const known = String(name).toLowerCase();
      return Object.hasOwn(entities, known) ? (entities[known] ?? whole) : whole;
    }
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}
