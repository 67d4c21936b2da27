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

/**
 * The same one after the other, for a pattern of marks that may be all of a text: a list of a hundred thousand matches
 * costs more than to find them. The pattern may be used for something else between two matches.
 *
 * @param pattern global
 */
export function* eachMatch(text: string, pattern: RegExp): Generator<RegExpExecArray, undefined> {
  for (let from = 0; ; ) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    from = pattern.lastIndex + (match?.[0] === '' ? 1 : 0);
    pattern.lastIndex = 0;
    if (match === null) return;
    yield match;
  }
}
