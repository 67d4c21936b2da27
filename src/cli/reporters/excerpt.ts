import { visible } from './visible.ts';
import { cells, cellsOf } from './width.ts';

/** A line of an article with a stretch of it underlined. */
interface Excerpt {
  /** The line, cut to fit, tabs and control characters made visible. */
  readonly line: string;
  /** Cells before the stretch, and the stretch's own; at least 1. */
  readonly before: number;
  readonly width: number;
}

/**
 * Cuts a line so that it fits `columns` cells and shows `[from, to)` (UTF-16 units) with text around it; `…` stands
 * for what was cut.
 */
export function excerpt(line: string, from: number, to: number, columns: number): Excerpt {
  // Of a line of megabytes only what could be shown is looked at. Marks that take no cell stand beside ones that do.
  const reach = columns * 4;
  const head = visible(line.slice(Math.max(0, from - reach), from));
  const stretch = cutEnd(visible(line.slice(from, Math.min(to, from + reach))), Math.max(8, columns - 4));
  const tail = visible(line.slice(to, to + reach));
  const spare = Math.max(4, columns - cells(stretch));
  const shownHead = cutStart(head, Math.max(spare >> 1, spare - cells(tail)));
  const shownTail = cutEnd(tail, Math.max(2, columns - cells(shownHead) - cells(stretch)));
  return { line: shownHead + stretch + shownTail, before: cells(shownHead), width: Math.max(1, cells(stretch)) };
}

function cutEnd(text: string, width: number): string {
  if (cells(text) <= width) return text;
  let out = '';
  let used = 1;
  for (const character of text) {
    used += cellsOf(character);
    if (used > width) break;
    out += character;
  }
  return `${out}…`;
}

function cutStart(text: string, width: number): string {
  if (cells(text) <= width) return text;
  const characters = [...text];
  let used = 1;
  let at = characters.length;
  while (at > 0) {
    used += cellsOf(characters[at - 1] ?? '');
    if (used > width) break;
    at--;
  }
  return `…${characters.slice(at).join('')}`;
}
