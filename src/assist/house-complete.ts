import { isIdle } from '../house/field-faults.ts';
import type { Shape } from '../house/shape.ts';
import { leaf, parts, type Tree, under } from '../house/tree.ts';
import type { Localized } from '../model/finding.ts';
import type { YamlCursor } from '../model/front-matter/yaml-cursor.ts';
import { escapeDouble, writeScalar } from '../model/front-matter/yaml-scalar.ts';
import { isPictureName } from '../model/picture-formats.ts';
import type { HouseAround, HousePlace } from './house-place.ts';
import type { HouseValue } from './house-value.ts';
import { houseValues, slotsOf } from './house-values.ts';
import type { Suggestion } from './suggestion.ts';

/** Something that may be written at the cursor of a house file; its lines have the indentation and ends of the file. */
export interface HouseCompletion extends Suggestion {
  readonly kind: 'setting' | 'value' | 'file' | 'slot';
  /** More is to be written behind it, which may be offered at once. */
  readonly goesOn: boolean;
}

const none: Localized = { en: '', zh: '' };

/**
 * What may be written at a place of a house file, the likeliest first.
 *
 * @param text the file as it is
 * @param offset the cursor's, as the place was found with
 */
export function completeHouse(
  text: string,
  offset: number,
  place: HousePlace,
  around: HouseAround,
): readonly HouseCompletion[] {
  const { cursor, shape } = place;
  const write = writer(text, cursor);
  const slots = slotsAt(text, offset, place);
  if (slots) return slots;
  if (cursor.kind === 'key') {
    if (shape.item && !cursor.flow) return itemLines(shape.item, place, around, write);
    return keysOf(place, shape, around).map((key) => write.key(key, cursor.gap));
  }
  const values = valuesAt(place, around, write);
  if (!cursor.item || !shape.entries) return values;
  const keys = keysOf(place, shape, around, []).map((key) => write.key({ ...key, inline: true }, cursor.gap));
  // What is told more of than its value is rarer than a value alone.
  return shape.scalar ? [...values, ...keys] : keys;
}

/** A key that may be written, with what it may hold. */
interface Key {
  readonly name: string;
  readonly shape: Shape;
  readonly about: Localized;
  readonly colon: boolean;
  readonly inline: boolean;
}

function keysOf(place: HousePlace, shape: Shape, around: HouseAround, others = place.cursor.others): readonly Key[] {
  const { cursor } = place;
  const key = (name: string, of: Shape, about: Localized): Key => ({
    name,
    shape: of,
    about,
    colon: cursor.colon,
    inline: cursor.inline,
  });
  const { each } = shape;
  if (each) {
    const named = namedEntries(cursor, around).filter(([name]) => !others.includes(name));
    return named.map(([name, about]) => key(name, each, about));
  }
  const taken = shape.oneOf?.some((name) => others.includes(name)) ? (shape.oneOf ?? []) : [];
  const type = cursor.path[0] === 'fields' ? typeOf(cursor, around) : undefined;
  return Object.entries(shape.entries ?? {})
    .filter(([name]) => !others.includes(name) && !taken.includes(name) && !isIdle(name, type))
    .map(([name, one]) => key(name, one, one.about));
}

/** The type of the field that the cursor is in: as it is said, else as it is inherited. */
function typeOf({ path }: YamlCursor, { tree }: HouseAround): string | undefined {
  const said = path.length === 2 ? leaf(under(under(under(tree, 'fields'), String(path[1])), 'type')) : undefined;
  return typeof said === 'string' ? said : undefined;
}

/** The fields, templates or blocks that are inherited, and templates that are files; those of the file itself are there. */
function namedEntries(
  { path }: YamlCursor,
  { inherited, templates = [] }: HouseAround,
): readonly (readonly [string, Localized])[] {
  const [name = ''] = path;
  const there = parts(under(inherited, String(name)));
  const found = there.map(([key, part]): readonly [string, Localized] => [key, labelOf(part)]);
  const files = name === 'templates' ? templates.filter((id) => !there.some(([key]) => key === id)) : [];
  return [...found, ...files.map((id): readonly [string, Localized] => [id, none])];
}

function labelOf(tree: Tree): Localized {
  const label = under(tree, 'label');
  const say = (language: string): string => String(leaf(under(label, language)) ?? '');
  return { en: say('en') || say('zh'), zh: say('zh') || say('en') };
}

/** The next item of a list, on a line of its own. */
function itemLines(item: Shape, place: HousePlace, around: HouseAround, write: Writer): readonly HouseCompletion[] {
  if (place.cursor.colon) return [];
  const values = houseValues(place, item, around).map((value) => write.value(value, '- '));
  const bare = write.shaped('- …', '- ', '- ${1}', item);
  if (!item.entries) return values.length > 0 ? values : [bare];
  const keys = keysOf(place, item, around, []).map((key) => write.key({ ...key, inline: true }, '- '));
  return item.scalar ? [...values, ...keys] : keys;
}

function valuesAt(place: HousePlace, around: HouseAround, write: Writer): readonly HouseCompletion[] {
  const { cursor, shape } = place;
  const found = shape.scalar ? houseValues(place, shape, around).map((value) => write.value(value, cursor.gap)) : [];
  if (cursor.quote !== '' || cursor.word !== '') return found;
  return [...found, ...shapesAt(place, write)];
}

/** Brackets for a list or map behind a colon, where nothing is written yet. */
function* shapesAt({ cursor, shape }: HousePlace, write: Writer): Iterable<HouseCompletion> {
  const { gap } = cursor;
  if (shape.written === 'pair')
    yield write.shaped('{zh, en}', `${gap}{zh: , en: }`, `${gap}{zh: \${1}, en: \${2}}`, shape);
  else if (shape.item) yield write.shaped('[…]', `${gap}[]`, `${gap}[\${1}]`, shape);
  else if ((shape.entries || shape.each) && !cursor.item && shape.written !== 'map')
    yield write.shaped('{…}', `${gap}{}`, `${gap}{\${1}}`, shape);
  else if ((shape.entries || shape.each) && cursor.flow) yield write.shaped('{…}', `${gap}{}`, `${gap}{\${1}}`, shape);
}

/** Between braces of a path or form: what may change there. */
function slotsAt(text: string, offset: number, { cursor, shape }: HousePlace): readonly HouseCompletion[] | undefined {
  const slots = cursor.kind === 'value' ? slotsOf(shape) : undefined;
  const open = slots && /\{([a-z]*)$/.exec(text.slice(cursor.range.start, offset));
  if (!slots || !open || offset > cursor.range.end) return undefined;
  const rest = /^[a-z]*\}?/.exec(text.slice(offset, cursor.range.end))?.[0].length ?? 0;
  const range = { start: offset - (open[1]?.length ?? 0), end: offset + rest };
  return slots.map(({ value, about }) => ({
    kind: 'slot',
    label: value,
    detail: about,
    about: none,
    range,
    text: `${value}}`,
    filter: value,
    goesOn: false,
  }));
}

interface Writer {
  key(key: Key, before: string): HouseCompletion;
  value(value: HouseValue, before: string): HouseCompletion;
  /** Brackets or a dash with nothing in them yet. */
  shaped(label: string, text: string, snippet: string, shape: Shape): HouseCompletion;
}

/** How things are written at a cursor: quoted as it is there, indented as the file is. */
function writer(text: string, cursor: YamlCursor): Writer {
  const { range, quote, flow } = cursor;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const below = `${eol}${' '.repeat(cursor.column)}${stepOf(text)}`;

  function quoted(word: string): string {
    if (quote === '"') return `"${escapeDouble(word)}"`;
    if (quote === "'" && !/[\r\n]/.test(word)) return `'${word.replaceAll("'", "''")}'`;
    return writeScalar(word, flow ? 'flow' : 'block');
  }

  return {
    key(key, before) {
      const { name, shape, colon } = key;
      const head =
        before + (quote === '' && /^[\p{L}\p{N}_-]+(?: [\p{L}\p{N}_-]+)*$/u.test(name) ? name : quoted(name));
      const base = { kind: 'setting', label: name, detail: key.about, about: pageOf(shape, key.about), range } as const;
      const filter = filterOf(name);
      if (colon) return { ...base, text: head, filter, goesOn: false };
      const [text, snippet] = body(shape, key.inline, below);
      const goesOn = !/\{zh/.test(text);
      return { ...base, text: `${head}:${text}`, snippet: `${escaped(head)}:${snippet}`, filter, goesOn };
    },
    value({ value, about }, before) {
      const isFile = /(?:\.(?:html?|json|ya?ml|md|pdf)|\/)$/i.test(value) || isPictureName(value);
      const written = before + quoted(value);
      const kind = isFile ? 'file' : 'value';
      return {
        kind,
        label: value,
        detail: about,
        about: none,
        range,
        text: written,
        filter: filterOf(value),
        goesOn: false,
      };
    },
    shaped(label, text, snippet, shape) {
      const about = pageOf(shape, shape.about);
      return { kind: 'setting', label, detail: shape.type, about, range, text, snippet, filter: label, goesOn: true };
    },
  };

  /** A full-width colon that is replaced stands before the word, and is matched with it. */
  function filterOf(word: string): string {
    return `${cursor.gap === ': ' ? '：' : ''}${quote}${word}`;
  }
}

/** What is written behind the colon of a key, as text and with tab stops. */
function body(shape: Shape, inline: boolean, below: string): readonly [string, string] {
  switch (shape.written) {
    case 'pair':
      return [' {zh: , en: }', ' {zh: ${1}, en: ${2}}'];
    case 'map':
      return inline ? [' {}', ' {${1}}'] : [below, `${below}\${1}`];
    case 'lines':
      return inline ? [' []', ' [${1}]'] : [`${below}- `, `${below}- \${1}`];
    case 'list':
      return [' []', ' [${1}]'];
    default:
      return [' ', ' ${1}'];
  }
}

/** By how much the file indents: as its first indented key does. */
function stepOf(text: string): string {
  const found = /(?:^|\n)( {1,8})[^\s#-]/.exec(text)?.[1]?.length ?? 2;
  return ' '.repeat(found);
}

/** Plain text as a snippet says it. */
const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** What a setting means, its type and its default, as Markdown. */
export function pageOf(shape: Shape, about: Localized): Localized {
  const usual = defaultOf(shape);
  const lines = (...all: readonly (string | undefined)[]): string => all.filter((line) => line).join('\n\n');
  return {
    en: lines(about.en, `Type: ${shape.type.en}.`, usual && `Default: ${usual}.`),
    zh: lines(about.zh, `类型：${shape.type.zh}。`, usual && `默认：${usual}。`),
  };
}

function defaultOf({ default: value }: Shape): string | undefined {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return undefined;
  const said = Array.isArray(value) ? `[${value.map(String).join(', ')}]` : String(value);
  return `\`${said}\``;
}
