/** The `markup` of tokens that were read from raw HTML. */
export const HTML = 'html';

/** One piece of raw HTML; offsets are UTF-16 units into the text that was read. Comments are no pieces. */
type HtmlPiece = HtmlText | HtmlTag;

/** What stands between tags, its entities unresolved. */
interface HtmlText {
  readonly tag: undefined;
  readonly start: number;
  readonly end: number;
}

/** A tag. Of an element whose content is not to be read, the tag stands for the whole element. */
export interface HtmlTag {
  /** The element's name in lower case. */
  readonly tag: string;
  readonly closing: boolean;
  /** Where its attributes stand; see {@link attributesOf}. */
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
  /** Where the tag itself ends. */
  readonly tagEnd: number;
}

/** Elements that go with what is in them: they run, draw, or take what a reader types. */
const unreadable: ReadonlySet<string> = new Set(
  (
    'script style svg math template noscript textarea select button datalist title head canvas applet ' +
    'xmp plaintext noembed noframes'
  ).split(' '),
);

/** Elements that load something from elsewhere; what is in them stands for browsers that cannot. */
const embedding: ReadonlySet<string> = new Set('iframe object embed video audio frameset portal'.split(' '));

/** Elements that stand between paragraphs, lists and tables, or are one; every other one stands in a line. */
export const blockTags: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search ' +
    'section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Whether an element shows what we do not load, so that its tag is shown as it is written. */
export function isEmbedding(name: string): boolean {
  return embedding.has(name);
}

/**
 * Reads raw HTML into tags and text, as browsers tell them apart. Never throws; what is no tag is text. Linear in the
 * length of `html`, whatever it holds.
 */
export function* readHtml(html: string): Generator<HtmlPiece> {
  const lastEnd = html.lastIndexOf('>');
  /** A tag ran into the end: from there on quotation marks in tags are not trusted, or reading could be quadratic. */
  let trusting = true;
  const unclosed = new Set<string>();
  let done = 0;
  for (let at = html.indexOf('<'); at !== -1 && at < lastEnd; ) {
    const comment = commentEnd(html, at);
    let tag = comment === undefined ? readTag(html, at, trusting) : undefined;
    if (comment === undefined && tag === undefined && trusting && mayOpenTag(html.charCodeAt(at + 1))) {
      trusting = false;
      tag = readTag(html, at, false);
    }
    const end = comment ?? (tag && withContent(html, tag, unclosed));
    if (end === undefined) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    if (at > done) yield { tag: undefined, start: done, end: at };
    if (tag && !(unreadable.has(tag.tag) && !tag.closing)) yield { ...tag, end };
    done = end;
    at = html.indexOf('<', end);
  }
  // A comment that is not closed hides the rest.
  const open = html.indexOf('<!--', Math.max(done, lastEnd));
  const end = open === -1 ? html.length : open;
  if (end > done) yield { tag: undefined, start: done, end };
}

/** The tag that is the whole of `html`; `undefined` when it is anything else. */
export function wholeTag(html: string): HtmlTag | undefined {
  const tag = readTag(html, 0, true);
  return tag?.end === html.length ? tag : undefined;
}

const attribute = /[\s/]+|([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)?))?/y;

/** The attributes of a tag by their names in lower case, entities unresolved; the first of a name counts. */
export function attributesOf({ attributes }: HtmlTag): ReadonlyMap<string, string> {
  const read = new Map<string, string>();
  for (attribute.lastIndex = 0; attribute.lastIndex < attributes.length; ) {
    const match = attribute.exec(attributes);
    if (match === null) break;
    const [, name, double, single, bare] = match;
    const key = name?.toLowerCase();
    if (key !== undefined && !read.has(key)) read.set(key, double ?? single ?? bare ?? '');
  }
  return read;
}

const opening = /<(\/?)([a-zA-Z][^\s/>]*)/y;

function readTag(html: string, at: number, trusting: boolean): HtmlTag | undefined {
  opening.lastIndex = at;
  const match = opening.exec(html);
  if (match === null) return undefined;
  const start = opening.lastIndex;
  let end = start;
  if (!trusting) end = html.indexOf('>', start);
  else {
    while (html.charCodeAt(end) !== 62) {
      attribute.lastIndex = end;
      if (attribute.exec(html) === null || attribute.lastIndex === end) return undefined;
      end = attribute.lastIndex;
    }
  }
  if (end === -1) return undefined;
  const attributes = html.slice(start, end);
  const name = (match[2] ?? '').toLowerCase();
  return { tag: name, closing: match[1] === '/', attributes, start: at, end: end + 1, tagEnd: end + 1 };
}

/** The end of a comment, a declaration or a processing instruction at `at`; `undefined`: there is none. */
function commentEnd(html: string, at: number): number | undefined {
  const next = html.charCodeAt(at + 1);
  if (next !== 33 && next !== 63) return undefined;
  if (!html.startsWith('<!--', at)) return html.indexOf('>', at) + 1 || undefined;
  for (const empty of ['<!-->', '<!--->']) if (html.startsWith(empty, at)) return at + empty.length;
  const end = html.indexOf('-->', at + 4);
  return end === -1 ? html.length : end + 3;
}

/**
 * Where an element ends whose content is not read; every other tag ends where it ends.
 *
 * @param unclosed names that are not closed in the rest of `html`; added to
 */
function withContent(html: string, { tag, closing, tagEnd: end }: HtmlTag, unclosed: Set<string>): number {
  if (closing || unclosed.has(tag) || !(unreadable.has(tag) || embedding.has(tag))) return end;
  const close = new RegExp(`</${tag}(?=[\\s/>])[^>]*>?`, 'gi');
  close.lastIndex = end;
  if (close.exec(html) !== null) return close.lastIndex;
  unclosed.add(tag);
  return unreadable.has(tag) || tag === 'iframe' ? html.length : end;
}

function mayOpenTag(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 47;
}
