import type { Token } from './markdown.ts';

/** Inline elements of raw HTML that are kept, without their attributes: what a reporter may want of a word. */
const inlineTags: ReadonlySet<string> = new Set(
  'b strong i em u s del ins sub sup small mark q cite kbd abbr ruby rb rt rp'.split(' '),
);

/** Elements that say nothing by themselves: their tags go, their text stays. */
const silentTags: ReadonlySet<string> = new Set('a span font center big tt nobr bdo bdi label'.split(' '));

const tag = /^<(\/?)([a-z][a-z0-9]*)(?:\s[^>]*)?\s*\/?>$/i;
const source = /\s(src|alt|title)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/gi;

/**
 * Decides which tags of raw HTML in a paragraph mean what they say, once, for checks and page alike: the tokens of kept
 * tags become `tag_open` and `tag_close` (with the element in `tag`, '' for one that only goes), `<br>` becomes
 * `html_break` and `<img>` an `image`. A tag without its partner, or one of which we do not know what it does, stays
 * `html_inline`: text that a reader sees as it is written. Changes the tokens; linear in their number.
 */
export function keepTags(children: readonly Token[]): void {
  /** Open elements: of Markdown (`undefined`) and of HTML. */
  const open: ({ readonly name: string; readonly token: Token } | undefined)[] = [];
  for (const token of children) {
    if (token.type !== 'html_inline') {
      if (token.nesting === 1) open.push(undefined);
      // What was opened inside and not closed there has no partner.
      else if (token.nesting === -1) while (open.length > 0 && open.pop() !== undefined);
      continue;
    }
    const [, slash, written = ''] = tag.exec(token.content) ?? [];
    const name = written.toLowerCase();
    if (name === 'br' && slash === '') token.type = 'html_break';
    else if (name === 'img' && slash === '') asImage(token);
    else if (!inlineTags.has(name) && !silentTags.has(name)) continue;
    else if (slash === '') open.push({ name, token });
    else if (open.at(-1)?.name === name) {
      const partner = open.pop()?.token;
      if (partner) pair(partner, token, inlineTags.has(name) ? name : '');
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

/** `<img>` as Markdown's own picture, so that caption, credit and file are asked for like any other's. */
function asImage(token: Token): void {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of token.content.matchAll(source)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, unescapeHtml(double ?? single ?? bare ?? ''));
  }
  const alt = attributes.get('alt') ?? '';
  token.children = alt === '' ? [] : [textLike(token, alt)];
  token.type = 'image';
  token.tag = 'img';
  token.attrs = [
    ['src', attributes.get('src') ?? ''],
    ['alt', ''],
  ];
  const title = attributes.get('title');
  if (title !== undefined) token.attrs.push(['title', title]);
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
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}
