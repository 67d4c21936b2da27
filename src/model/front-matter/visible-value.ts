import { findInvisible, marks } from '../foreign/invisible.ts';
import { Identity, type Prose } from '../prose.ts';
import type { Scalar } from './values.ts';

/**
 * A value as its reader sees it: characters that nobody sees are none of it, so that a name or a column with one is the
 * name or the column, and only the check of such characters speaks of them. The value itself where it holds none.
 */
export function visibleValue(value: Scalar, plain: boolean): Scalar {
  const { raw } = value;
  if (raw.search(marks) === -1) return value;
  // A byte-order mark is one at the start of a file alone.
  const hidden = findInvisible(` ${value.prose.text}`).map(({ start }) => start - 1);
  if (hidden.length === 0) return value;
  const prose = withoutCharacters(value.prose, hidden);
  return { ...value, value: typeof value.value === 'string' ? resolved(prose.rendered, plain) : value.value, prose };
}

/** What YAML would have made of a plain text. */
function resolved(text: string, plain: boolean): string | number | boolean {
  if (!plain) return text;
  if (/^(?:true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/.test(text) ? Number(text) : text;
}

/** @param hidden offsets of the characters to leave out, in order */
function withoutCharacters(prose: Prose, hidden: readonly number[]): Prose {
  const out = new Set(hidden);
  /** For each character that stays, and the end, where it stands in the whole. */
  const places: number[] = [];
  for (let at = 0; at <= prose.text.length; at++) if (!out.has(at)) places.push(at);
  const whole = (at: number): number => places[at] ?? prose.text.length;
  /** After the last character before `at`: what is hidden there belongs to neither side. */
  const endIn = (from: number, to: number): number => (to > from ? whole(to - 1) + 1 : whole(from));
  const kept = (text: string): string => places.map((at) => text.charAt(at)).join('');
  const own: Prose = {
    text: kept(prose.text),
    rendered: kept(prose.rendered),
    identity: new Identity(),
    at: (from, to) => ({ ...prose.at(whole(from), endIn(from, to)), from, to, prose: own }),
    kindAt: (index) => prose.kindAt(whole(index)),
    isSoftBreak: (index) => prose.isSoftBreak(whole(index)),
    encode: (edits) => {
      const meant = edits.map((edit) => ({ ...edit, from: whole(edit.from), to: endIn(edit.from, edit.to) }));
      // Nothing that is hidden goes unsaid.
      const cuts = meant.some(
        ({ from, to }, index) => to - from !== (edits[index]?.to ?? 0) - (edits[index]?.from ?? 0),
      );
      return cuts ? undefined : prose.encode(meant);
    },
  };
  return own;
}
