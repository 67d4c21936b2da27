import type { House } from '../../house/house.ts';

/** By language: checks ask for each paragraph. */
const known = new Map<string, boolean>();

/** Whether a house that writes Chinese writes Simplified characters: what is said of words holds for these. */
export function writesSimplified({ language }: Pick<House, 'language'>): boolean {
  let simplified = known.get(language);
  if (simplified === undefined) {
    simplified = !/Hant|[-_](?:TW|HK|MO)\b|^yue/i.test(language) || /Hans/i.test(language);
    known.set(language, simplified);
  }
  return simplified;
}
