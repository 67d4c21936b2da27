import type { TextEdit } from '../range.ts';
import { lineEndOf, shortestEdit } from './edit-front-matter.ts';
import type { Entry, Value } from './front-matter.ts';
import { itemsMeant } from './items-meant.ts';
import { quoteScalar, readScalar, type ScalarContext, writeScalar, writeText } from './yaml-scalar.ts';

/** The ways in which the values of a field can be written. */
export type ListShape = 'one' | 'flow' | 'block';

/** What a text that holds several values holds: names of people, or words; `false`: it is one value. */
export type Split = 'people' | 'words' | false;

/** How a field's value is written now; `undefined` when it is neither a text nor a list of single values. */
export function shapeOf(text: string, { value, keyAt }: Entry): ListShape | undefined {
  if (value.kind === 'scalar') return 'one';
  if (value.kind !== 'list' || value.items.some(({ kind }) => kind !== 'scalar')) return undefined;
  return /^\s*\[/.test(text.slice(value.at.start)) && !/[\r\n]/.test(text.slice(keyAt.end, value.at.start))
    ? 'flow'
    : 'block';
}

/**
 * Writes the values of a field in another shape: as one text, as `[a, b]`, or each on a line of its own. Each value
 * keeps its quotation marks where they still serve. Nothing when it is so already, when a comment would be lost, or
 * when several values would have to be one.
 *
 * @param split what a text set apart by `、` or commas holds; see {@link itemsMeant}
 */
export function reshape(text: string, entry: Entry, shape: ListShape, split: Split): readonly TextEdit[] {
  const { value, keyAt } = entry;
  const now = shapeOf(text, entry);
  const colon = /^[ \t]*:/.exec(text.slice(keyAt.end, entry.lines.end))?.[0].length;
  if (now === undefined || now === shape || colon === undefined) return [];
  if (value.kind === 'scalar' && /[\r\n]/.test(value.raw)) return [];
  const start = keyAt.end + colon;
  const had = text.slice(start, value.at.end);
  if (hasComment(had, value, start)) return [];
  const items = itemsOf(value, split);
  const [only] = items;
  if (only === undefined || (shape === 'one' && items.length > 1)) return [];
  const lineEnd = lineEndOf(text);
  const indent = /[ \t]*$/.exec(text.slice(entry.lines.start, keyAt.start))?.[0] ?? '';
  const wanted =
    shape === 'one'
      ? ` ${only('block')}`
      : shape === 'flow'
        ? ` [${items.map((item) => item('flow')).join(', ')}]`
        : items.map((item) => `${lineEnd}${indent}  - ${item('block')}`).join('');
  return shortestEdit(text, start, value.at.end, wanted);
}

/** How a value is written in a context. */
type Written = (context: ScalarContext) => string;

function itemsOf(value: Value, split: Split): readonly Written[] {
  if (value.kind === 'list') return value.items.flatMap((item) => itemsOf(item, false));
  if (value.kind !== 'scalar') return [];
  const { raw } = value;
  const meant = split && typeof value.value === 'string' ? itemsMeant(value.value, split === 'people') : undefined;
  if (meant !== undefined) return meant.items.map((item) => (context: ScalarContext) => writeText(item, context));
  return [
    (context) => {
      if (readScalar(raw, context)?.value === value.value) return raw;
      return typeof value.value === 'string' ? writeScalar(value.value, context) : quoteScalar(raw);
    },
  ];
}

/**
 * Adds the values of a second list to a first one that are not in it yet, in the first one's shape. Nothing when
 * either is neither a text nor a list of single values, or when the second one has nothing new.
 */
export function joinLists(text: string, first: Entry, second: Entry): readonly TextEdit[] {
  const shape = shapeOf(text, first);
  if (shape === undefined || shapeOf(text, second) === undefined) return [];
  const had = new Set(valuesIn(first.value));
  const added = [...new Set(valuesIn(second.value))].filter((value) => !had.has(value));
  if (added.length === 0) return [];
  const written = added.map((value) => writeScalar(value, shape === 'block' ? 'block' : 'flow'));
  const { at } = first.value;
  if (shape === 'one') {
    const [own] = itemsOf(first.value, 'words');
    if (own === undefined || (first.value.kind === 'scalar' && /[\r\n]/.test(first.value.raw))) return [];
    const all = itemsOf(first.value, 'words').map((item) => item('flow'));
    return shortestEdit(text, at.start, at.end, `[${[...all, ...written].join(', ')}]`);
  }
  const last = first.value.kind === 'list' ? first.value.items.at(-1) : undefined;
  const end = last?.at.end;
  if (end === undefined) {
    return shape === 'flow' ? shortestEdit(text, at.start, at.end, `[${written.join(', ')}]`) : [];
  }
  if (shape === 'flow') return [{ start: end, end, text: written.map((item) => `, ${item}`).join('') }];
  const lineStart = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
  const lead = /^[ \t]*-[ \t]+/.exec(text.slice(lineStart, end))?.[0];
  if (lead === undefined) return [];
  const lineEnd = lineEndOf(text);
  return [
    { start: first.lines.end, end: first.lines.end, text: written.map((item) => lead + item + lineEnd).join('') },
  ];
}

function valuesIn(value: Value): readonly string[] {
  if (value.kind === 'list') return value.items.flatMap(valuesIn);
  return value.kind === 'scalar' ? [String(value.value)] : [];
}

/** Whether anything but the values themselves says something: a comment, an anchor. */
function hasComment(had: string, value: Value, base: number): boolean {
  const items = value.kind === 'list' ? value.items : [value];
  let rest = '';
  let done = 0;
  for (const { at } of items) {
    rest += had.slice(done, at.start - base);
    done = at.end - base;
  }
  return /[^\s,[\]-]/.test(rest + had.slice(done));
}
