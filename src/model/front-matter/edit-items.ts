import type { TextEdit } from '../range.ts';
import { beforeComment, lineEndOf, removeEntry, shortestEdit } from './edit-front-matter.ts';
import type { Entry, FrontMatter, Value } from './front-matter.ts';
import { type ScalarContext, writeScalar, writeText } from './yaml-scalar.ts';

/**
 * One item of a field that holds several: a text alone, or names with values. All are YAML source, as
 * {@link writeScalar} writes it for where they go.
 */
export type NewItem = string | readonly (readonly [key: string, value: string])[];

/** How a list or a map is written: between brackets, or on lines of its own. */
export function contextOf(text: string, { at }: Value): ScalarContext {
  return /[[{]/.test(text.charAt(at.start)) ? 'flow' : 'block';
}

/** An item between brackets and commas. */
const flowItem = (item: NewItem): string =>
  typeof item === 'string' ? item : `{${item.map(([key, value]) => `${key}: ${value}`.trimEnd()).join(', ')}}`;

/** An item on lines of its own; `lead` is what stands before its first word. */
function blockItem(item: NewItem, lead: string, lineEnd: string): string {
  if (typeof item === 'string') return lead + item + lineEnd;
  const indent = ' '.repeat(lead.length);
  return item
    .map(([key, value], index) => `${index === 0 ? lead : indent}${key}: ${value}`.trimEnd() + lineEnd)
    .join('');
}

/**
 * Adds an item behind the last one of a field, in the style of its list. A field that says nothing begins a list, on
 * lines of its own; one text alone becomes the first item. Nothing for a map, an alias, a text of several lines.
 */
export function addItem(text: string, entry: Entry, item: NewItem): readonly TextEdit[] {
  const { value } = entry;
  const lineEnd = lineEndOf(text);
  const indent = outer(text, entry);
  if (value.kind === 'null') return [inserted(text, entry.lines.end, blockItem(item, `${indent}  - `, lineEnd))];
  if (value.kind === 'scalar') {
    const colon = colonBehind(text, entry);
    if (colon === undefined || /[\r\n]/.test(text.slice(colon, value.at.end))) return [];
    return [
      { start: colon, end: value.at.start, text: `${lineEnd}${indent}  - ` },
      inserted(text, entry.lines.end, blockItem(item, `${indent}  - `, lineEnd)),
    ];
  }
  if (value.kind !== 'list') return [];
  const last = value.items.at(-1);
  if (contextOf(text, value) === 'flow') return [addedInFlow(value.at.start, last?.at.end, flowItem(item))];
  const lead = last && leadOf(text, last.at.start);
  return lead === undefined ? [] : [inserted(text, entry.lines.end, blockItem(item, lead, lineEnd))];
}

/** Adds a name with its value behind the last one of a map, or under a field that says nothing. */
export function addPair(text: string, entry: Entry, [key, value]: readonly [string, string]): readonly TextEdit[] {
  if (entry.value.kind !== 'null') return addToMap(text, entry.value, [key, value]);
  const line = `${outer(text, entry)}  ${key}: ${value}`.trimEnd() + lineEndOf(text);
  return [inserted(text, entry.lines.end, line)];
}

/** Adds a name with its value behind the last one of a map that has some, or of brackets. */
export function addToMap(text: string, map: Value, [key, value]: readonly [string, string]): readonly TextEdit[] {
  if (map.kind !== 'map') return [];
  const last = map.entries.at(-1);
  const pair = `${key}: ${value}`.trimEnd();
  if (contextOf(text, map) === 'flow') return [addedInFlow(map.at.start, last && endOfPair(text, last), pair)];
  const [first] = map.entries;
  if (first === undefined || last === undefined) return [];
  const indent = ' '.repeat(first.keyAt.start - lineStart(text, first.keyAt.start));
  return [inserted(text, last.lines.end, indent + pair + lineEndOf(text))];
}

/** Gives one value another text, in its quotation marks where they still serve; a name without a value gets one. */
export function setValue(text: string, value: Value, context: ScalarContext, wanted: string): readonly TextEdit[] {
  if (value.kind !== 'scalar') return [];
  const { prose, at } = value;
  if (prose.rendered === wanted) return [];
  const isKept = wanted !== '' && (/^["'|>]/.test(value.raw) || writeText(wanted, context) === wanted);
  const own = isKept ? prose.encode([{ from: 0, to: prose.rendered.length, text: wanted }]) : undefined;
  return own ?? shortestEdit(text, at.start, at.end, writeText(wanted, context));
}

/** The same for the value of a name. @param raw YAML that stands for itself, such as a number: written as it is */
export function setPair(
  text: string,
  pair: Entry,
  context: ScalarContext,
  wanted: string,
  raw: boolean,
): readonly TextEdit[] {
  const { value } = pair;
  if (value.kind === 'scalar' && !raw) return setValue(text, value, context, wanted);
  if (value.kind === 'scalar') return shortestEdit(text, value.at.start, value.at.end, wanted);
  const colon = colonBehind(text, pair);
  if (value.kind !== 'null' || colon === undefined) return [];
  const end = Math.max(colon, value.at.end);
  const own = ` ${raw ? wanted : writeScalar(wanted, context)}`;
  return [{ start: colon, end, text: beforeComment(text, end, own) }];
}

/** Makes names with values of an item that is a text alone. `pairs`: YAML, see {@link NewItem}. */
export function widenItem(
  text: string,
  list: Value,
  index: number,
  pairs: Exclude<NewItem, string>,
): readonly TextEdit[] {
  const item = list.kind === 'list' ? list.items[index] : undefined;
  if (item?.kind !== 'scalar') return [];
  const { start, end } = item.at;
  if (contextOf(text, list) === 'flow') return [{ start, end, text: flowItem(pairs) }];
  const lead = leadOf(text, start);
  if (lead === undefined) return [];
  const lineEnd = lineEndOf(text);
  return [{ start, end, text: blockItem(pairs, lead, lineEnd).slice(lead.length, -lineEnd.length) }];
}

/** Takes an item out of a list. With the only one on lines of its own goes the field, unless a comment stands there. */
export function removeItem(frontMatter: FrontMatter, text: string, entry: Entry, index: number): readonly TextEdit[] {
  const { value } = entry;
  if (value.kind !== 'list') return [];
  const item = value.items[index];
  if (item === undefined) return [];
  if (contextOf(text, value) === 'flow')
    return [
      cutFromFlow(
        value.items.map(({ at }) => at),
        index,
      ),
    ];
  if (value.items.length === 1 && !hasOwnComment(text, entry)) return removeEntry(frontMatter, entry);
  const start = lineStart(text, item.at.start);
  return leadOf(text, item.at.start) === undefined ? [] : [{ start, end: lineAfter(text, item.at.end), text: '' }];
}

/** Takes a name with its value out of a map, which must have another one. */
export function removePair(text: string, map: Value, index: number): readonly TextEdit[] {
  const pair = map.kind === 'map' ? map.entries[index] : undefined;
  if (map.kind !== 'map' || pair === undefined || map.entries.length < 2) return [];
  if (contextOf(text, map) === 'flow') {
    const places = map.entries.map((one) => ({ start: one.keyAt.start, end: endOfPair(text, one) }));
    return [cutFromFlow(places, index)];
  }
  const next = map.entries[index + 1];
  const { start, end } = pair.lines;
  // `- title: …` shares its line with the mark of the item.
  if (/^[ \t]*$/.test(text.slice(start, pair.keyAt.start))) return [{ start, end, text: '' }];
  return next ? [{ start: pair.keyAt.start, end: next.keyAt.start, text: '' }] : [];
}

/** Takes the places at `index` of a row between commas away, with one comma. */
function cutFromFlow(places: readonly { readonly start: number; readonly end: number }[], index: number): TextEdit {
  const [own, next, before] = [places[index], places[index + 1], places[index - 1]];
  const start = own?.start ?? 0;
  if (next) return { start, end: next.start, text: '' };
  return { start: before?.end ?? start, end: own?.end ?? start, text: '' };
}

/** Behind the last of a row between brackets, or right behind the bracket. */
export function addedInFlow(open: number, last: number | undefined, item: string): TextEdit {
  return last === undefined
    ? { start: open + 1, end: open + 1, text: item }
    : { start: last, end: last, text: `, ${item}` };
}

/** Lines put in at the start of a line, or behind a last line that has no end. */
function inserted(text: string, at: number, lines: string): TextEdit {
  const open = at > 0 && !/[\r\n]/.test(text.charAt(at - 1));
  const lineEnd = lineEndOf(text);
  return { start: at, end: at, text: open ? lineEnd + lines.slice(0, -lineEnd.length) : lines };
}

/** What stands before an item on its line: `  - `; `undefined` when it is not alone behind its mark. */
export function leadOf(text: string, start: number): string | undefined {
  const lead = text.slice(lineStart(text, start), start);
  return /^ *-[ \t]*$/.test(lead) ? lead.replaceAll('\t', ' ') : undefined;
}

/** The offset behind the colon of a name. */
export function colonBehind(text: string, { keyAt }: Entry): number | undefined {
  const found = /^[ \t]*:/.exec(text.slice(keyAt.end, keyAt.end + 80))?.[0].length;
  return found === undefined ? undefined : keyAt.end + found;
}

function endOfPair(text: string, pair: Entry): number {
  return Math.max(pair.value.at.end, pair.value.kind === 'null' ? (colonBehind(text, pair) ?? 0) : 0);
}

/** The indentation of a field. */
const outer = (text: string, { lines, keyAt }: Entry): string =>
  /^ *$/.test(text.slice(lines.start, keyAt.start)) ? text.slice(lines.start, keyAt.start) : '';

/** Whether a comment stands on a line of its own between the lines of a field. */
export const hasOwnComment = (text: string, { lines }: Entry): boolean =>
  /(?:^|[\r\n])[ \t]*#/.test(text.slice(lines.start, lines.end));

export const lineStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;

export function lineAfter(text: string, at: number): number {
  const rest = /^[^\r\n]*(?:\r\n|\n|\r|$)/.exec(text.slice(at))?.[0].length ?? 0;
  // A block scalar has its line end already.
  return /[\r\n]/.test(text.charAt(at - 1)) ? at : at + rest;
}
