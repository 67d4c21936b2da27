import { englishDay } from '../model/byline/english/english.ts';
import { dateEnd } from '../model/byline/head/date.ts';
import { fold } from '../model/byline/lexicon/fold.ts';
import { readByline } from '../model/byline/read-byline.ts';
import type { Localized } from '../model/finding.ts';
import { peopleRoles } from './house.ts';

/** What a form may leave open. `name` is one person; `names` are one or more; the others say whose they are. */
export const slotNames = [
  'name',
  'names',
  ...peopleRoles,
  'place',
  'date',
  'outlet',
  'organisation',
  'agency',
] as const;

export type SlotName = (typeof slotNames)[number];

/** Slots that hold people. */
export const peopleSlots: ReadonlySet<SlotName> = new Set<SlotName>(['name', 'names', ...peopleRoles]);

/** A piece of a compiled form. */
export type FormPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'slot'; readonly slot: SlotName }
  | { readonly kind: 'optional'; readonly parts: readonly FormPart[] };

/** A form such as `中国报道讯（{reporters} 通讯员{correspondents}）`, ready to match and to write. */
export interface Form {
  readonly pattern: string;
  readonly parts: readonly FormPart[];
}

/** Why a pattern is no form; `column` counts UTF-16 units from 1. */
interface FormError {
  readonly error: Localized;
  readonly column: number;
}

/** Whether one slot may stand right behind another: a date, and a place behind people (`记者{reporters}{place}报道`). */
export function mayFollow(slot: SlotName, before: SlotName): boolean {
  return slot === 'date' || before === 'date' || (slot === 'place' && peopleSlots.has(before));
}

const MOST_SLOTS = 12;
const MOST_OPTIONALS = 6;

/**
 * Compiles a form: text stands for itself, `{slot}` for what changes, `[…]` for what may be left out; a backslash
 * takes the meaning from the character after it. Never throws.
 */
export function compileForm(pattern: string): { readonly form: Form } | FormError {
  const fail = (at: number, en: string, zh: string): FormError => ({ error: { en, zh }, column: at + 1 });
  const stack: { parts: FormPart[]; at: number }[] = [{ parts: [], at: 0 }];
  const used = new Set<SlotName>();
  let text = '';
  let optionals = 0;
  let lastSlot: { slot: SlotName; end: number } | undefined;
  const top = (): FormPart[] => stack[stack.length - 1]?.parts ?? [];
  const flush = () => {
    if (text !== '') top().push({ kind: 'text', text });
    text = '';
  };
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern.charAt(i);
    if (char === '\\') {
      if (i + 1 >= pattern.length)
        return fail(
          i,
          'A `\\` at the end does nothing: write the character that it is for after it',
          '末尾的“\\”后面缺字符',
        );
      text += pattern.charAt(++i);
    } else if (char === '{') {
      const close = pattern.indexOf('}', i);
      if (close < 0)
        return fail(i, 'This `{` is never closed: write `}` after the name of the slot', '“{”没有配对的“}”');
      const name = pattern.slice(i + 1, close).trim();
      const slot = slotNames.find((known) => known === name);
      if (!slot) {
        return fail(
          i + 1,
          `There is no slot \`${name}\`: choose from ${slotNames.join(', ')}`,
          `没有“${name}”这个空位，可用：${slotNames.join('、')}`,
        );
      }
      // Whoever did what nobody has a slot for: 一审：{names} 二审：{names}.
      if (used.has(slot) && !(slot === 'names' && /\p{L}/u.test(text)))
        return fail(i, `\`{${slot}}\` stands here twice: each slot stands once`, `“{${slot}}”写了两遍`);
      if (lastSlot && lastSlot.end === i && !mayFollow(slot, lastSlot.slot)) {
        return fail(
          i,
          `\`{${slot}}\` follows \`{${lastSlot.slot}}\` at once: write something between them, or nothing says where one ends`,
          `“{${lastSlot.slot}}”与“{${slot}}”之间要有文字，否则无法分开`,
        );
      }
      used.add(slot);
      if (used.size > MOST_SLOTS) return fail(i, `A form has ${MOST_SLOTS} slots at most`, `空位最多 ${MOST_SLOTS} 个`);
      flush();
      top().push({ kind: 'slot', slot });
      lastSlot = { slot, end: close + 1 };
      i = close;
    } else if (char === '}') {
      return fail(i, 'This `}` was never opened: `{` is missing before it', '“}”前面缺“{”');
    } else if (char === '[') {
      if (++optionals > MOST_OPTIONALS)
        return fail(i, `A form has ${MOST_OPTIONALS} optional parts at most`, `可省略的部分最多 ${MOST_OPTIONALS} 处`);
      if (stack.length > 1)
        return fail(i, '`[…]` cannot stand inside `[…]`: put one after the other', '“[…]”里不能再套“[…]”');
      flush();
      stack.push({ parts: [], at: i });
    } else if (char === ']') {
      flush();
      const inner = stack.length > 1 ? stack.pop() : undefined;
      if (!inner) return fail(i, 'This `]` was never opened: `[` is missing before it', '“]”前面缺“[”');
      if (inner.parts.length === 0)
        return fail(inner.at, '`[]` is empty: write text or a slot in it', '“[]”里没有内容');
      top().push({ kind: 'optional', parts: inner.parts });
      if (lastSlot && lastSlot.end === i) lastSlot = { slot: lastSlot.slot, end: i + 1 };
    } else if (char === '\n' || char === '\r') {
      return fail(i, 'A form stands on one line', '格式应写在一行之内');
    } else {
      text += char;
    }
  }
  flush();
  const open = stack.length > 1 ? stack[stack.length - 1] : undefined;
  if (open) return fail(open.at, 'This `[` is never closed: `]` is missing', '“[”没有配对的“]”');
  if (top().length === 0) return fail(0, 'This form is empty: write text or a slot', '格式是空的');
  return { form: { pattern, parts: top() } };
}

/** What stood in a slot: offsets are UTF-16 units into the text that was matched. */
interface FilledSlot {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** What stood in the further slots of that name, of which `{names}` alone may have some. */
  readonly also?: readonly FilledSlot[];
}

/** What stood in all slots of a name. */
export function allIn({ also = [], ...first }: FilledSlot): readonly FilledSlot[] {
  return [first, ...also];
}

type FilledSlots = ReadonlyMap<SlotName, FilledSlot>;

/** Longer texts are no bylines and match nothing: matching one costs no more than this many characters. */
const LONGEST = 1000;

/**
 * Matches the whole of `text` against a form, character by character, and returns what stands in its slots;
 * `undefined` when it is written otherwise. A slot ends where the text after it first occurs, so that nothing is
 * tried twice but optional parts, of which there are few.
 */
export function matchForm(form: Form, text: string): FilledSlots | undefined {
  if (text.length > LONGEST) return undefined;
  return matchParts(form.parts, 0, text, 0, new Map());
}

function matchParts(
  parts: readonly FormPart[],
  index: number,
  text: string,
  at: number,
  filled: FilledSlots,
): FilledSlots | undefined {
  const part = parts[index];
  if (!part) return at === text.length ? filled : undefined;
  if (part.kind === 'text') {
    return text.startsWith(part.text, at)
      ? matchParts(parts, index + 1, text, at + part.text.length, filled)
      : undefined;
  }
  if (part.kind === 'optional') {
    const rest = parts.slice(index + 1);
    return matchParts([...part.parts, ...rest], 0, text, at, filled) ?? matchParts(rest, 0, text, at, filled);
  }
  for (const end of slotEnds(part.slot, parts, index, text, at)) {
    if (end <= at || /[\n\r]/.test(text.slice(at, end))) continue;
    const here = { text: text.slice(at, end), from: at, to: end };
    const before = filled.get(part.slot);
    const next = new Map(filled).set(part.slot, before ? { ...before, also: [...(before.also ?? []), here] } : here);
    const matched = matchParts(parts, index + 1, text, end, next);
    if (matched) return matched;
  }
  return undefined;
}

/** Where a slot may end: a date where the date does, any other before the text that follows, or at the end. */
function slotEnds(
  slot: SlotName,
  parts: readonly FormPart[],
  index: number,
  text: string,
  at: number,
): readonly number[] {
  if (slot === 'date') return [dateEnd(fold(text), at, text.length) || englishEnd(text, at)];
  // A date is never a place or a name, even where the date may be left out.
  if (dateEnd(fold(text.slice(at, at + 16)), 0, 16) > 0 || englishEnd(text, at) > 0) return [];
  const ends: number[] = [];
  let last = true;
  for (let k = index + 1; k < parts.length; k++) {
    const part = parts[k];
    const first = part?.kind === 'optional' ? part.parts[0] : part;
    if (first?.kind === 'text') ends.push(text.indexOf(first.text, at + 1));
    else if (first?.kind === 'slot' && first.slot === 'date') ends.push(dateStart(text, at + 1));
    else if (first?.kind === 'slot' && mayFollow(first.slot, slot)) ends.push(placeStart(text));
    if (part?.kind !== 'optional') {
      last = false;
      break;
    }
  }
  if (last) ends.push(text.length);
  return ends.filter((end) => end > at);
}

/** Where the place begins that the reader of bylines finds: who and where are told apart by knowing names. */
function placeStart(text: string): number {
  return (readByline(text, 'head') ?? readByline(text, 'line'))?.place?.from ?? -1;
}

const englishDayHere = new RegExp(`\\b${englishDay}(?!\\d)`, 'y');

/** The end of a day in English at `at`, or 0. */
function englishEnd(text: string, at: number): number {
  englishDayHere.lastIndex = at;
  return englishDayHere.test(text) ? englishDayHere.lastIndex : 0;
}

function dateStart(text: string, at: number): number {
  const folded = fold(text);
  for (let i = at; i < text.length; i++) if (dateEnd(folded, i, text.length) > 0 || englishEnd(text, i) > 0) return i;
  return -1;
}

/** The slots of a form, optional ones included, in written order. */
export function slotsOf(
  form: Form,
): readonly { readonly slot: SlotName; readonly optional: boolean; readonly before: string }[] {
  const out: { slot: SlotName; optional: boolean; before: string }[] = [];
  let before = '';
  const walk = (parts: readonly FormPart[], optional: boolean) => {
    for (const part of parts) {
      if (part.kind === 'text') before = part.text;
      else if (part.kind === 'slot') {
        out.push({ slot: part.slot, optional, before });
        before = '';
      } else walk(part.parts, true);
    }
  };
  walk(form.parts, false);
  return out;
}

const compiled = new Map<string, Form | undefined>();
const formsOfHouse = new WeakMap<readonly string[], readonly Form[]>();

/** Compiles a house's forms, once each; a faulty one, which the house file reports, is left out. */
export function formsOf(patterns: readonly string[]): readonly Form[] {
  const kept = formsOfHouse.get(patterns);
  if (kept !== undefined) return kept;
  const out: Form[] = [];
  for (const pattern of patterns) {
    if (!compiled.has(pattern)) {
      const result = compileForm(pattern);
      if (compiled.size > 500) compiled.clear();
      compiled.set(pattern, 'form' in result ? result.form : undefined);
    }
    const form = compiled.get(pattern);
    if (form) out.push(form);
  }
  formsOfHouse.set(patterns, out);
  return out;
}
