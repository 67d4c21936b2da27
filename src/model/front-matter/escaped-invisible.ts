import type { ForeignSpan } from '../foreign/foreign.ts';
import { findInvisible } from '../foreign/invisible.ts';
import type { Entry, Value } from './front-matter.ts';

const escapes = /\\(?:u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2})|\\|[^ux\\])/g;

/**
 * Characters that nobody sees and that stand as escapes in the values of front matter, `"晚\u200b橙"`, in order. A
 * value that is otherwise written in escapes is a program's, and is left alone.
 */
export function findEscapedInvisible(entries: readonly Entry[]): readonly ForeignSpan[] {
  return entries.flatMap(({ value, templated }) => (templated ? [] : inValue(value)));
}

function inValue(value: Value): readonly ForeignSpan[] {
  if (value.kind === 'list') return value.items.flatMap(inValue);
  if (value.kind === 'map') return findEscapedInvisible(value.entries);
  if (value.kind !== 'scalar' || !value.raw.startsWith('"') || !value.raw.includes('\\')) return [];
  const { raw, at } = value;
  const spans: ForeignSpan[] = [];
  for (const { 0: written, 1: four, 2: two, index } of raw.matchAll(escapes)) {
    const digits = four ?? two;
    if (digits === undefined) continue;
    const character = String.fromCharCode(Number.parseInt(digits, 16));
    // As it stands among its neighbours: emoji and some scripts need it.
    const before = raw.slice(Math.max(0, index - 2), index);
    const around = before + character + raw.slice(index + written.length, index + written.length + 2);
    if (/[\t\n\r]/.test(character) || findInvisible(` ${around}`).every(({ start }) => start !== before.length + 1))
      continue;
    const start = at.start + index;
    spans.push({ kind: 'invisible', start, end: start + written.length, hidden: true });
  }
  return spans;
}
