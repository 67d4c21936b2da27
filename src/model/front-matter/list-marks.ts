import type { TextEdit } from '../range.ts';

/** What typists write for the dash of a list, and the dash itself. */
const MARK = /^([ \t]*)([-－–—−•·●▪◦‣∙＊*])([ \t\u3000]*)(?=[^\s\-－–—])/;

/** Whether a line begins like an item of a list whose mark YAML does not take for one. */
export function isLooseItem(line: string): boolean {
  const found = MARK.exec(line);
  return found !== null && !(found[2] === '-' && /^[ \t]/.test(found[3] ?? ''));
}

/**
 * Makes items of a list of lines that begin with another mark than a dash, or with one that no blank follows. Lines
 * that are items already, and those without a mark, are left alone.
 *
 * @param base where `lines` begins in the text that the edits are for
 */
export function dashEdits(lines: string, base: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { 0: line, index } of lines.matchAll(/[^\r\n]+/g)) {
    const found = MARK.exec(line);
    if (!found || !isLooseItem(line)) continue;
    const [, indent = '', mark = '', gap = ''] = found;
    const start = base + index + indent.length;
    edits.push({ start, end: start + mark.length + gap.length, text: '- ' });
  }
  return edits;
}
