import { cells, cellsOf } from './width.ts';

/** A line of an article with a stretch of it underlined. */
export interface Excerpt {
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
  const head = visible(line.slice(0, from));
  const stretch = cutEnd(visible(line.slice(from, to)), Math.max(8, columns - 4));
  const spare = Math.max(4, columns - cells(stretch));
  const shownHead = cutStart(head, Math.max(spare >> 1, spare - cells(visible(line.slice(to)))));
  const tail = cutEnd(visible(line.slice(to)), Math.max(2, columns - cells(shownHead) - cells(stretch)));
  return { line: shownHead + stretch + tail, before: cells(shownHead), width: Math.max(1, cells(stretch)) };
}

/** Control characters would move the cursor or colour the terminal; they are shown instead (Unicode control pictures). */
function visible(text: string): string {
  return text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g, (unit) => {
    const code = unit.charCodeAt(0);
    if (code === 9) return ' ';
    if (code === 0xfeff) return '';
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD';
  });
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
