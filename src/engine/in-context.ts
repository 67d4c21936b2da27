import { type LineStarts, positionAt, type Range } from '../model/range.ts';

/** A stretch of a text with what stands beside it on its line; `…` stands for what was cut. */
export interface InContext {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Shows a stretch of a text. @param reach how much is shown on either side, UTF-16 units */
export function inContext(text: string, lines: LineStarts, { start, end }: Range, reach = 30): InContext {
  const { line } = positionAt(lines, start);
  const from = lines[line] ?? 0;
  const next = lines[line + 1];
  const to = next === undefined ? text.length : next;
  const whole = text.slice(from, to).replace(/[\r\n]+$/, '');
  const [first, last] = [start - from, Math.min(end - from, whole.length)];
  const head = whole.slice(0, first);
  const mark = whole.slice(first, Math.max(first, last));
  const tail = whole.slice(Math.max(first, last));
  return {
    before: head.length > reach ? `…${wholeFrom(head.slice(-reach))}` : head.trimStart(),
    marked: mark.length > reach * 2 ? `${wholeTo(mark.slice(0, reach * 2))}…` : mark,
    after: tail.length > reach ? `${wholeTo(tail.slice(0, reach))}…` : tail.trimEnd(),
  };
}

/** No half of a pair of surrogates at the start or the end. */
const wholeFrom = (text: string): string => text.replace(/^[\udc00-\udfff]/, '');
const wholeTo = (text: string): string => text.replace(/[\ud800-\udbff]$/, '');
