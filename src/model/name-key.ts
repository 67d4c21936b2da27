/** A name without what is only spelling: spaces, and which interpunct. */
export function nameKey(name: string): string {
  return name
    .replace(/[\s\u3000]+/g, '')
    .replace(/[•・‧･．]/g, '·')
    .toLowerCase();
}

/** The same names, in whatever order and however their interpuncts are written. */
export function sameNames(a: readonly string[], b: readonly string[]): boolean {
  const key = (names: readonly string[]) => names.map(nameKey).sort().join('|');
  return key(a) === key(b);
}
