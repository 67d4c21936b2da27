import type { TextEdit } from '../range.ts';
import { diffSequences } from '../sequence-diff.ts';
import { lineEndOf, shortestEdit } from './edit-front-matter.ts';
import { addedInFlow, colonBehind, contextOf, hasOwnComment, leadOf, lineAfter, lineStart } from './edit-items.ts';
import type { Entry } from './front-matter.ts';
import { type Scalar, textOf } from './values.ts';
import type { ScalarContext } from './yaml-scalar.ts';

/** How a value is written in a context, as YAML. */
type Write = (value: string, context: ScalarContext) => string;

/**
 * Gives a list of single values other ones. Items that stay keep their quotation marks and comments, comments on lines
 * of their own stay, and an item that goes takes the comment behind it. Nothing where a comment would be lost;
 * `undefined` where the list is written in another way, and no comment stands in it.
 */
export function setItems(
  text: string,
  entry: Entry,
  wanted: readonly string[],
  write: Write,
): readonly TextEdit[] | undefined {
  const { value } = entry;
  if (value.kind !== 'list') return undefined;
  const items = value.items.filter((item): item is Scalar => item.kind === 'scalar');
  const isWhole = items.length === value.items.length;
  const edits = !isWhole
    ? undefined
    : contextOf(text, value) === 'flow'
      ? inFlow(text, entry, items, wanted, write)
      : onLines(text, entry, items, wanted, write);
  return edits ?? (hasOwnComment(text, entry) ? [] : undefined);
}

/** What becomes of the items: each that stays or goes by its number, each that comes by its text. */
type Step = { readonly kept: number } | { readonly gone: number } | { readonly come: string };

function stepsFor(items: readonly Scalar[], wanted: readonly string[]): readonly Step[] {
  const had = items.map((item) => textOf(item) ?? '');
  const steps: Step[] = [];
  let [old, own] = [0, 0];
  for (const { kind, count } of diffSequences(had, wanted)) {
    for (let left = count; left > 0; left--) {
      if (kind === 'same') steps.push({ kept: old });
      else if (kind === 'removed') steps.push({ gone: old });
      else steps.push({ come: wanted[own] ?? '' });
      if (kind !== 'added') old++;
      if (kind !== 'removed') own++;
    }
  }
  return steps;
}

function inFlow(
  text: string,
  { value: { at } }: Entry,
  items: readonly Scalar[],
  wanted: readonly string[],
  write: Write,
): readonly TextEdit[] | undefined {
  const steps = stepsFor(items, wanted);
  const come = steps.flatMap((step) => ('come' in step ? [write(step.come, 'flow')] : []));
  const isLonger = steps.slice(0, items.length).every((step) => 'kept' in step);
  if (steps.length === items.length && isLonger) return [];
  const inner = between(text, at, items);
  if (/[\r\n#]/.test(inner) && isLonger) return [addedInFlow(at.start, items.at(-1)?.at.end, come.join(', '))];
  // What a name or a tag says, and comments, are lost where the list is written anew.
  if (/[^\s,[\]]/.test(inner)) return [];
  const written = steps.flatMap((step) => {
    if ('kept' in step) return [items[step.kept]?.raw ?? ''];
    return 'come' in step ? [write(step.come, 'flow')] : [];
  });
  return shortestEdit(text, at.start, at.end, `[${written.join(', ')}]`);
}

/** What stands in a list besides its items. */
function between(text: string, at: { readonly start: number; readonly end: number }, items: readonly Scalar[]): string {
  let rest = '';
  let done = at.start;
  for (const item of items) {
    rest += text.slice(done, item.at.start);
    done = item.at.end;
  }
  return rest + text.slice(done, at.end);
}

function onLines(
  text: string,
  entry: Entry,
  items: readonly Scalar[],
  wanted: readonly string[],
  write: Write,
): readonly TextEdit[] | undefined {
  const [first] = items;
  const colon = colonBehind(text, entry);
  const lead = first && leadOf(text, first.at.start);
  if (first === undefined || colon === undefined || lead === undefined) return undefined;
  if (items.some(({ at }) => leadOf(text, at.start) === undefined)) return undefined;
  const edits: TextEdit[] = [];
  if (wanted.length === 0) {
    // `tags: &name`: it would stand before what is said of the list.
    if (!/^[ \t]*(?:#.*)?$/.test(/^[^\r\n]*/.exec(text.slice(colon, first.at.start))?.[0] ?? '')) return undefined;
    edits.push({ start: colon, end: colon, text: ' []' });
  }
  const lineEnd = lineEndOf(text);
  let here = lineStart(text, first.at.start);
  for (const step of stepsFor(items, wanted)) {
    if ('come' in step) {
      const last = edits.at(-1);
      const line = lead + write(step.come, 'block') + lineEnd;
      if (last?.end === here) edits.splice(-1, 1, { ...last, text: last.text + line });
      else edits.push({ start: here, end: here, text: line });
      continue;
    }
    const at = items['kept' in step ? step.kept : step.gone]?.at;
    if (at === undefined) return undefined;
    here = lineAfter(text, at.end);
    if ('gone' in step) edits.push({ start: lineStart(text, at.start), end: here, text: '' });
  }
  return edits;
}
