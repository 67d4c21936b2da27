import type { Field, FieldRole, House } from '../house/house.ts';
import type { Article, Passage } from '../model/article.ts';
import { beside } from '../model/beside.ts';
import type { Entry, Value } from '../model/front-matter/front-matter.ts';
import { isEmpty } from '../model/front-matter/values.ts';
import { imagePath } from '../model/image-path.ts';
import type { Place } from '../model/prose.ts';
import { sha256 } from '../model/sha256.ts';
import { givenFields } from './fields.ts';
import { namesPeople } from './names.ts';
import { namesIn } from './people.ts';

/** A part of an article that whoever signs has read: a field, or a passage of the body. */
export interface SignedPart {
  /** Four characters of a hash of its words. */
  readonly hash: string;
  readonly at: Place;
  readonly passage?: Passage;
  readonly field?: Field;
  readonly entry?: Entry;
}

/** The text that a signature is for: its words, and the values that readers see, however they are written. */
interface SignedText {
  /** Sixteen hexadecimal digits of SHA-256; the same wherever the same is read. */
  readonly hash: string;
  readonly fields: readonly SignedPart[];
  readonly body: readonly SignedPart[];
}

/** What says how an article is handled and when it goes out, and not what it says. */
const handling: ReadonlySet<FieldRole | undefined> = new Set<FieldRole>([
  'stage',
  'allow',
  'signoff',
  'published',
  'embargo',
  'expires',
  'slug',
]);

const known = beside<Article, Map<House, SignedText>>();

/** What is signed of an article, read once for each article and house. */
export function signedText(article: Article, house: House): SignedText {
  const byHouse = known.get(article) ?? new Map<House, SignedText>();
  known.set(article, byHouse);
  const read = byHouse.get(house) ?? readText(article, house);
  byHouse.set(house, read);
  return read;
}

function readText(article: Article, house: House): SignedText {
  const fields = givenFields(article, house)
    .filter(({ field, entry }) => !isFree(field, house) && !isEmpty(entry.value))
    .map(({ field, entry }) => ({ field, entry, words: valueWords(entry.value, field), at: entry.value.at }))
    .sort((a, b) => (a.field.key < b.field.key ? -1 : 1));
  const body = bodyParts(article);
  const whole = [
    fields.map(({ field, words }) => [field.key, words]),
    wordsOf(body.map(({ words }) => words).join(' ')),
  ];
  const part = <P extends { readonly words: string }>({ words, ...rest }: P) => ({ ...rest, hash: shortHash(words) });
  return { hash: longHash(JSON.stringify(whole)), fields: fields.map(part), body: body.map(part) };
}

/** Whether a field may say something else after signing. */
function isFree({ key, role }: Field, { signoff }: House): boolean {
  return handling.has(role) || signoff.free.includes(key);
}

/** The passages of the body, and what of it is no prose: code. Links and pictures are part of the words they stand in. */
function bodyParts(article: Article): readonly { words: string; at: Place; passage?: Passage }[] {
  const passages = article.passages.map((passage) => {
    const { prose, token } = passage;
    const targets = (article.tokens[token]?.children ?? []).flatMap(({ type, attrs, content }) => [
      ...(attrs ?? []).flatMap(([name, value]) =>
        name === 'src' || name === 'href'
          ? [imagePath(String(value))]
          : name === 'title'
            ? [wordsOf(String(value))]
            : [],
      ),
      ...(type === 'image' ? [wordsOf(content)] : []),
    ]);
    const words = [wordsOf(prose.rendered), ...targets, ...meantOtherwise(article, passage)]
      .filter((text) => text !== '')
      .join('\n');
    return { words, at: prose.at(0, prose.rendered.length), passage, line: token };
  });
  const code = article.tokens.flatMap(({ type, content, map }, index) => {
    if ((type !== 'fence' && type !== 'code_block') || map === null) return [];
    const [start = 0, end = article.text.length] = [article.lines[map[0]], article.lines[map[1]]];
    return [{ words: content.trim(), at: { start, end, from: 0, to: 0 }, line: index }];
  });
  return [...passages, ...code, ...raw(article)]
    .filter(({ words }) => words !== '')
    .sort((a, b) => a.line - b.line)
    .map(({ line: _, ...part }) => part);
}

/** Words that are struck out, tags, and characters that turn the order of others round: what the same words may say otherwise. */
function meantOtherwise({ text, tokens }: Article, { block, token }: Passage): readonly string[] {
  const source = text.slice(block.start, block.end);
  const struck: string[] = [];
  let depth = 0;
  for (const { type, content } of tokens[token]?.children ?? []) {
    if (type === 's_open') depth++;
    else if (type === 's_close') depth--;
    else if (depth > 0) struck.push(`~~${wordsOf(content)}`);
  }
  return [...struck, ...tagsIn(source), (source.match(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g) ?? []).join('')];
}

const tagsIn = (html: string): readonly string[] =>
  (html.match(/<\/?[a-z][^<>]{0,2000}>/gi) ?? []).map((tag) => tag.replace(/\s+/g, ' '));

/** What stands between passages and decides how they are read: raw HTML, its comments aside, and where a list begins to count. */
function raw({ tokens, lines, text }: Article): readonly { words: string; at: Place; line: number }[] {
  return tokens.flatMap(({ type, content, map, attrs }, line) => {
    const first = (attrs ?? []).find(([name]) => name === 'start')?.[1];
    const words =
      type === 'html_block'
        ? content
            .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
            .replace(/\s+/g, ' ')
            .trim()
        : type === 'ordered_list_open' && first !== undefined
          ? `${first}.`
          : '';
    const [start = 0, end = text.length] = map === null ? [] : [lines[map[0]], lines[map[1]]];
    return words === '' ? [] : [{ words, at: { start, end, from: 0, to: 0 }, line }];
  });
}

/** What a value says, whatever quotation marks, brackets or marks between names it is written with. */
function valueWords(value: Value, field: Field): string {
  if (namesPeople(field))
    return namesIn(value, field)
      .map((name) => wordsOf(name))
      .join('、');
  switch (value.kind) {
    case 'scalar':
      return wordsOf(value.prose.rendered);
    case 'list':
      return value.items.length === 1 && value.items[0] !== undefined
        ? valueWords(value.items[0], field)
        : JSON.stringify(value.items.map((item) => valueWords(item, field)));
    case 'map':
      return JSON.stringify(
        value.entries.map((entry): string => `${entry.key}=${valueWords(entry.value, field)}`).sort(),
      );
    default:
      return '';
  }
}

/** Letters and digits between which a blank is a blank to the reader; Chinese and Japanese have none. */
const SPACED = /[\p{L}\p{N}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A text by its words and marks: what blanks and line ends there are counts only where it parts two words. */
function wordsOf(text: string): string {
  const visible = text.normalize('NFC').replace(/[\u00ad\u200b\u2060\ufeff]/g, '');
  const parts = visible.trim().split(/\s+/u);
  let words = parts[0] ?? '';
  for (const next of parts.slice(1)) {
    const [before = '', after = ''] = [[...words.slice(-2)].at(-1), [...next.slice(0, 2)][0]];
    const parted = [before, after].every((unit) => SPACED.test(unit) && !UNSPACED.test(unit));
    words += parted ? ` ${next}` : next;
  }
  return words;
}

const longHash = (text: string): string =>
  [...sha256(text).subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Four digits of 64, which is enough to tell which part changed once the whole is known to have. */
function shortHash(text: string): string {
  const [a = 0, b = 0, c = 0] = sha256(text);
  const bits = (a << 16) | (b << 8) | c;
  return [18, 12, 6, 0].map((shift) => DIGITS.charAt((bits >> shift) & 63)).join('');
}

/** The hashes of the parts of a text in one word: `title:Jx2a column:91kd *:…`, those of the body one after the other. */
export function writeParts({ fields, body }: SignedText): string {
  const named = fields.map(({ field, hash }) => `${safeKey(field?.key ?? '')}:${hash}`);
  return [...named, `*:${body.map(({ hash }) => hash).join('')}`].join(' ');
}

const safeKey = (key: string): string => key.replace(/[\s:%*]/g, (unit) => encodeURIComponent(unit));

/** What changed since a text was signed. */
export interface Changes {
  /** Fields that say something else, or that were not there. */
  readonly fields: readonly SignedPart[];
  /** Keys of fields that are gone. */
  readonly goneFields: readonly string[];
  /** Passages that read otherwise, or that were not there. */
  readonly passages: readonly (SignedPart & { readonly isNew: boolean })[];
  /** How many passages are gone. */
  readonly gone: number;
}

/** What changed since the parts of a text were written down; the parts that are the same are not in it. */
export function changesSince(parts: string, now: SignedText): Changes {
  const said = new Map<string, string>();
  for (const part of parts.split(/\s+/)) {
    const colon = part.lastIndexOf(':');
    if (colon > 0) said.set(part.slice(0, colon), part.slice(colon + 1));
  }
  // Where the parts are not on record, nobody knows which of them changed.
  if (said.size === 0) return { fields: [], goneFields: [], passages: [], gone: 0 };
  const keyOf = ({ field }: SignedPart): string => safeKey(field?.key ?? '');
  const here = new Set(now.fields.map(keyOf));
  const before = said.get('*')?.match(/.{4}/gs) ?? [];
  return {
    fields: now.fields.filter((part) => said.get(keyOf(part)) !== part.hash),
    goneFields: [...said.keys()].filter((key) => key !== '*' && !here.has(key)).map(plainKey),
    ...bodyChanges(before, now.body),
  };
}

function plainKey(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}

/** The passages that were not there, each in the place of one that is gone as far as there are such. */
function bodyChanges(before: readonly string[], now: readonly SignedPart[]): Pick<Changes, 'passages' | 'gone'> {
  const left = new Map<string, number>();
  for (const hash of before) left.set(hash, (left.get(hash) ?? 0) + 1);
  const other = now.filter(({ hash }) => {
    const count = left.get(hash) ?? 0;
    if (count > 0) left.set(hash, count - 1);
    return count === 0;
  });
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  // Whatever is more than there was came in addition.
  return {
    passages: other.map((part, index) => ({ ...part, isNew: index >= gone })),
    gone: Math.max(0, gone - other.length),
  };
}
