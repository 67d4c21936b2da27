import type { House } from '../../house/house.ts';

/** Whether a house that writes Chinese writes Simplified characters: what is said of words holds for these. */
export function writesSimplified({ language }: Pick<House, 'language'>): boolean {
  return !/Hant|[-_](?:TW|HK|MO)\b|^yue/i.test(language) || /Hans/i.test(language);
}
