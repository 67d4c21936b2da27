const nothing: readonly RegExpExecArray[] = [];

/**
 * All matches of a pattern, in order: what `text.matchAll(pattern)` gives, without the copy of the pattern that each
 * call of it makes, which costs more than to search a paragraph.
 *
 * @param pattern global
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return nothing;
  const found: RegExpExecArray[] = [];
  while (match !== null) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
    match = pattern.exec(text);
  }
  return found;
}
