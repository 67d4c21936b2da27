import assert from 'node:assert/strict';

/** Everything a page may consist of: tags and, for each, attributes. Whatever else turns up is an injection. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title', 'class', 'id', 'role', 'aria-label'],
  abbr: [],
  article: ['class'],
  b: [],
  blockquote: [],
  br: [],
  caption: [],
  cite: [],
  code: [],
  del: [],
  details: ['open'],
  div: ['class', 'tabindex'],
  em: [],
  figcaption: [],
  figure: [],
  footer: ['class'],
  h1: [],
  h2: ['class'],
  h3: ['class'],
  h4: ['class'],
  h5: ['class'],
  h6: ['class'],
  header: ['class'],
  hr: [],
  i: [],
  img: ['src', 'alt', 'title'],
  ins: [],
  kbd: [],
  li: ['id'],
  main: ['class'],
  mark: [],
  nav: ['class', 'aria-label'],
  ol: ['start'],
  p: ['class', 'id'],
  pre: [],
  q: [],
  rb: [],
  rp: [],
  rt: [],
  ruby: [],
  s: [],
  section: ['class', 'role', 'aria-label'],
  small: [],
  span: ['class', 'id', 'hidden', 'role', 'aria-label', 'aria-current'],
  strong: [],
  sub: [],
  summary: [],
  sup: ['class'],
  table: [],
  tbody: [],
  td: ['class', 'colspan', 'rowspan'],
  tfoot: [],
  th: ['class', 'colspan', 'rowspan'],
  thead: [],
  time: ['datetime'],
  tr: [],
  u: [],
  ul: [],
};
const everywhere = ['data-line'];
const voids = new Set(['br', 'hr', 'img']);

export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
}

/** A piece of a page: a tag, or text with its entities resolved. */
export type Part = Tag | string;

/**
 * Reads HTML far more strictly than a browser: every `<` opens an allowed tag with quoted, allowed attributes, tags
 * nest, every `&` is one of the entities that we write. So nothing that an article says can be anything but text.
 */
export function readStrictly(html: string): Part[] {
  const parts: Part[] = [];
  const open: string[] = [];
  const pattern = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>|([^<>]+)/y;
  while (pattern.lastIndex < html.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(html);
    assert.ok(match, `not strict HTML at ${JSON.stringify(html.slice(at, at + 80))}`);
    const [, slash, name, attributes = '', text] = match;
    if (text !== undefined) {
      parts.push(resolve(text));
      continue;
    }
    const known = allowed[name ?? ''];
    assert.ok(name !== undefined && known, `<${name}> is not a tag of the page: ${match[0]}`);
    const read = new Map<string, string>();
    for (const [, key = '', value = ''] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
      assert.ok(known.includes(key) || everywhere.includes(key), `<${name}> may not have ${key}: ${match[0]}`);
      read.set(key, resolve(value));
    }
    if (slash === '/') assert.equal(open.pop(), name, 'tags nest');
    else if (!voids.has(name)) open.push(name);
    parts.push({ name, closing: slash === '/', attributes: read });
  }
  assert.deepEqual(open, [], 'every tag is closed');
  return parts;
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function resolve(text: string): string {
  return text.replace(/&[^;]*;?/g, (entity) => {
    const mark = entities[entity];
    assert.ok(mark !== undefined, `unknown entity ${entity}`);
    return mark;
  });
}

/**
 * The text that a reader sees, with every picture as U+FFFC; what stands in `skip` is left out.
 *
 * @param skip whether an element, by its opening tag, is left out with all it holds
 */
export function visibleText(parts: readonly Part[], skip: (tag: Tag) => boolean): string {
  let text = '';
  let depth = 0;
  for (const part of parts) {
    if (typeof part === 'string') {
      if (depth === 0) text += part;
      continue;
    }
    const isPicture = part.name === 'img' || part.attributes.get('class') === 'no-picture';
    if (depth === 0 && isPicture && !part.closing) text += '\uFFFC';
    if (voids.has(part.name)) continue;
    if (depth > 0) depth += part.closing ? -1 : 1;
    else if (!part.closing && (isPicture || skip(part))) depth = 1;
  }
  return text;
}

/** All tags of a name, opening ones only. */
export function tagsNamed(parts: readonly Part[], name: string): Tag[] {
  return parts.filter((part): part is Tag => typeof part !== 'string' && part.name === name && !part.closing);
}
