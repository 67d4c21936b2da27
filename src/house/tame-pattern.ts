/** How long a text may be that is matched with a pattern of a schema; UTF-16 units. */
export const longestMatched = 300;

/**
 * Whether a regular expression of a JSON Schema may be run: a schema comes from the workspace, and an expression that
 * backtracks could hang the editor. Let pass are those whose quantifiers do not lie in one another, two of them
 * unbounded at most, and groups that are repeated behind a mark of their own: `^[a-z0-9]+(?:-[a-z0-9]+)*$`.
 */
export function isTame(source: string): boolean {
  if (source.length > 200 || /\\[1-9k]|\(\?[=!<]/.test(source)) return false;
  try {
    new RegExp(source, 'u');
  } catch {
    return false;
  }
  const plain = source.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]/g, (part) =>
    part.startsWith('[') ? 'C'.padEnd(part.length, '_') : 'E_',
  );
  // Innermost groups that are repeated: only behind a mark that what follows cannot be.
  for (const group of plain.matchAll(/\((?:\?:)?([^()]*)\)(?=[*+{])/g)) {
    const from = group.index + (group[0].startsWith('(?:') ? 3 : 1);
    if (!opensWithMark(source.slice(from, from + (group[1] ?? '').length))) return false;
  }
  const withoutRepeated = plain.replace(/\((?:\?:)?[^()]*\)[*+]/g, 'G');
  // A group around a group that is repeated.
  if (/\)[*+{]/.test(withoutRepeated.replace(/\((?:\?:)?[^()]*\)\{/g, ''))) return false;
  return (withoutRepeated.match(/[*+]|,\}/g)?.length ?? 0) <= 2;
}

function opensWithMark(body: string): boolean {
  const found = /^\\?([^\w\s\\()[\]{}*+?|^$.])(\[[^\]^\\]+\]|\\[wd])[+*]?$/.exec(body);
  if (!found) return false;
  const [, mark = '', following = ''] = found;
  if (!following.startsWith('[')) return mark !== '_';
  const inside = following.slice(1, -1);
  // A hyphen between two characters is a range and no hyphen.
  const literal = mark === '-' ? inside.startsWith('-') || inside.endsWith('-') : inside.includes(mark);
  return !literal && !/[!-,./:-@]-/.test(inside);
}
