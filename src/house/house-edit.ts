import { isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import { type ScalarContext, writeScalar } from '../model/front-matter/yaml-scalar.ts';
import type { TextEdit } from '../model/range.ts';
import { houseDocument } from './house-yaml.ts';

/** What may be written into a house file: a text, a list, settings by their keys. */
export type Written = string | readonly Written[] | { readonly [key: string]: Written };

/** A place in a house file: keys from the top. */
type Path = readonly string[];

type Node = ParsedNode | null;
type MapNode = YAMLMap.Parsed<ParsedNode, ParsedNode | null>;

/** A longer list stands with each item on a line of its own. UTF-16 units. */
const longestList = 60;

/**
 * The edit that gives a setting of a house or staff file a value, in the one place where it stands or belongs: comments,
 * order and style of all the rest stay. `undefined` where the file is written in a way that leaves no sure place.
 */
export function setSetting(text: string, path: Path, value: Written): TextEdit | undefined {
  const place = placeOf(text, path);
  if (place === undefined) return undefined;
  if (place.kind === 'missing') return insertion(text, place, nest(place.rest, value));
  const { node } = place;
  if (node === null) return afterKey(text, place, value);
  if (!isScalar(node) || typeof value !== 'string') return undefined;
  const [start, end] = node.range;
  return { start, end, text: scalar(value, place.flow ? 'flow' : 'block') };
}

/**
 * The edit that adds an item to a list of a house or staff file, in the style in which the list is written. Where the
 * file has no such list, one of `before` and the item.
 *
 * @param before what the list holds where another file states it, since a list replaces the one that is inherited
 */
export function addItem(text: string, path: Path, item: Written, before: readonly Written[]): TextEdit | undefined {
  const place = placeOf(text, path);
  if (place === undefined) return undefined;
  if (place.kind === 'missing') return insertion(text, place, nest(place.rest, [...before, item]));
  const { node } = place;
  if (node === null) return afterKey(text, place, [...before, item]);
  if (!isSeq(node)) return undefined;
  const last = node.items.at(-1);
  const [start, end] = node.range;
  if (node.flow) {
    if (last?.range) return { start: last.range[1], end: last.range[1], text: `, ${inFlow(item)}` };
    return text.slice(start + 1, end - 1).trim() === ''
      ? { start: start + 1, end: start + 1, text: inFlow(item) }
      : undefined;
  }
  if (!last?.range) return undefined;
  const indent = ' '.repeat(columnOf(text, start));
  return line(text, last.range[1], block(item, indent, '- '));
}

/** Where a path leads. */
type Place =
  | {
      readonly kind: 'there';
      readonly node: Node;
      readonly keyEnd: number;
      readonly column: number;
      readonly flow: boolean;
    }
  /** The settings below which the rest of the path is missing; `undefined`: there are none in the file. */
  | {
      readonly kind: 'missing';
      readonly map: MapNode | undefined;
      readonly under: Under | undefined;
      readonly rest: Path;
    };

/** A key without a value, below which settings may be written. */
interface Under {
  readonly keyEnd: number;
  readonly column: number;
}

function placeOf(text: string, path: Path): Place | undefined {
  const document = houseDocument(text);
  if (document === undefined) return undefined;
  let node: Node = document.contents;
  let pair: Pair<ParsedNode, Node> | undefined;
  let flow = false;
  for (const [index, key] of path.entries()) {
    const rest = path.slice(index);
    if (node === null || (isScalar(node) && node.value === null && node.source === ''))
      return { kind: 'missing', map: undefined, under: pair && underOf(text, pair), rest };
    if (!isMap(node) || node.anchor !== undefined) return undefined;
    flow ||= node.flow === true;
    const map: MapNode = node;
    pair = map.items.find((one) => isScalar(one.key) && String(one.key.value) === key);
    if (pair === undefined) return { kind: 'missing', map, under: undefined, rest };
    node = pair.value;
  }
  if (pair === undefined) return undefined;
  const isNothing = node === null || (isScalar(node) && node.value === null && (node.source ?? '') === '');
  return { kind: 'there', node: isNothing ? null : node, ...underOf(text, pair), flow };
}

function underOf(text: string, { key }: Pair<ParsedNode, Node>): Under {
  return { keyEnd: key.range[1], column: columnOf(text, key.range[0]) };
}

/** A value behind a key that has none. */
function afterKey(text: string, { keyEnd, column }: Under, value: Written): TextEdit | undefined {
  const colon = text.indexOf(':', keyEnd);
  if (colon < 0) return undefined;
  const inLine = short(value);
  const eol = eolOf(text);
  const written = inLine === undefined ? eol + block(value, ' '.repeat(column + 2), '').join(eol) : ` ${inLine}`;
  return { start: colon + 1, end: colon + 1, text: written };
}

/** Settings at the end of those that are there, or below a key that has none yet, or at the end of the file. */
function insertion(
  text: string,
  { map, under, rest }: Extract<Place, { kind: 'missing' }>,
  value: Written,
): TextEdit | undefined {
  if (under) return afterKey(text, under, value);
  const last = map?.items.at(-1);
  if (map?.flow) {
    const end = last?.value?.range[1] ?? last?.key.range[1] ?? map.range[0] + 1;
    return { start: end, end, text: (last ? ', ' : '') + inFlow(value).slice(1, -1) };
  }
  if (map === undefined || last === undefined) return atEnd(text, block(value, '', ''));
  const [first] = map.items;
  const indent = ' '.repeat(columnOf(text, first?.key.range[0] ?? 0));
  const end = endOf(last);
  // A setting of the whole file gets a blank line before it, as people write them.
  const gap = indent === '' && rest.length > 1 && text.includes(`${eolOf(text)}${eolOf(text)}`) ? [''] : [];
  return line(text, end, [...gap, ...block(value, indent, '')]);
}

/** Where the last of what a pair holds ends. */
const endOf = ({ key, value }: Pair<ParsedNode, Node>): number => value?.range[1] ?? key.range[1];

/** Lines of their own behind the line in which `at` stands. */
function line(text: string, at: number, lines: readonly string[]): TextEdit {
  const eol = eolOf(text);
  // A block of text takes the end of its last line with it.
  if (at > 0 && text.charAt(at - 1) === '\n')
    return { start: at, end: at, text: lines.map((one) => one + eol).join('') };
  const next = text.slice(at).search(/[\r\n]/);
  const end = next < 0 ? text.length : at + next;
  return { start: end, end, text: lines.map((one) => eol + one).join('') };
}

function atEnd(text: string, lines: readonly string[]): TextEdit {
  const eol = eolOf(text);
  const before = text === '' || text.endsWith('\n') ? '' : eol;
  return { start: text.length, end: text.length, text: before + lines.map((one) => one + eol).join('') };
}

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const columnOf = (text: string, at: number): number =>
  at - (Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1);

/** The settings of a path with a value at its end. */
function nest(path: Path, value: Written): Written {
  return path.reduceRight<Written>((inner, key) => ({ [key]: inner }), value);
}

/** `off` is a word of house files, and people write it without quotation marks. */
const scalar = (text: string, context: ScalarContext): string => (text === 'off' ? text : writeScalar(text, context));

const isList = (value: Written): value is readonly Written[] => Array.isArray(value);

/** A value on one line; `undefined` where it is better put on lines of its own. */
function short(value: Written): string | undefined {
  if (typeof value === 'string') return scalar(value, 'block');
  const written = inFlow(value);
  return isList(value) && written.length <= longestList && value.every((item) => typeof item === 'string')
    ? written
    : undefined;
}

function inFlow(value: Written): string {
  if (typeof value === 'string') return scalar(value, 'flow');
  if (isList(value)) return `[${value.map(inFlow).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, one]) => `${scalar(key, 'flow')}: ${inFlow(one)}`)
    .join(', ')}}`;
}

/** A value on lines of its own, each with `indent`; `mark` stands before the first. */
function block(value: Written, indent: string, mark: '' | '- '): readonly string[] {
  if (typeof value === 'string') return [`${indent}${mark}${scalar(value, 'block')}`];
  if (isList(value)) return value.flatMap((item) => block(item, indent, '- '));
  if (mark !== '') return [`${indent}${mark}${inFlow(value)}`];
  return Object.entries(value).flatMap(([key, one]) => {
    const inLine = short(one);
    const name = `${indent}${scalar(key, 'block')}:`;
    return inLine === undefined ? [name, ...block(one, `${indent}  `, '')] : [`${name} ${inLine}`];
  });
}
