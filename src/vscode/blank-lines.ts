/**
 * A block as it is inserted: with a blank line between it and what stands above and below, so that it is no part of
 * another paragraph. Where it begins inside a line, a picture starts a paragraph and all else goes on in it.
 *
 * @param snippet as VS Code takes it
 * @param before what stands before the cursor on its line
 * @param after what stands behind it
 * @param above the line above; `undefined`: there is none
 * @param below the line below; `undefined`: there is none
 */
export function withBlankLines(
  snippet: string,
  before: string,
  after: string,
  above: string | undefined,
  below: string | undefined,
): string {
  const filled = (line: string | undefined): boolean => line !== undefined && line.trim() !== '';
  const block = snippet.replace(/^\n+|\n+$/g, '');
  const picture = block.startsWith('![');
  const first = filled(before) ? (picture ? '\n\n' : '') : filled(above) && !filled(after) ? '\n' : '';
  const last = filled(after) ? (picture ? '\n\n' : '') : filled(below) && !filled(before) ? '\n' : '';
  return first === '' && last === '' ? snippet : `${first}${block}${last}`;
}
