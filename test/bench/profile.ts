/** How many of a kind of mark stand in 1,000 characters of a body, as real press copy has them: from least to most. */
export const profile: Readonly<Record<string, readonly [pattern: RegExp, least: number, most: number]>> = {
  quotations: [/[“”]/g, 4, 17],
  'book titles': [/[《》]/g, 1.5, 5],
  numbers: [/\d+/g, 18, 45],
  digits: [/\d/g, 40, 90],
  brackets: [/[（）]/g, 5, 12],
  commas: [/，/g, 24, 50],
  'full stops': [/。/g, 12, 32],
  'enumeration commas': [/、/g, 7, 14],
  colons: [/：/g, 1.5, 8],
};

/** How many of each kind stand in 1,000 characters of the bodies of these articles. */
export function profileOf(articles: readonly string[]): Readonly<Record<string, number>> {
  const bodies = articles.map((text) => text.slice(text.indexOf('\n---\n') + 5)).join('');
  return Object.fromEntries(
    Object.entries(profile).map(([name, [pattern]]) => [
      name,
      ((bodies.match(pattern)?.length ?? 0) * 1000) / bodies.length,
    ]),
  );
}
