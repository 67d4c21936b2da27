import { fill, inLocale, type Locale, type Localized } from '../model/finding.ts';

/** What is counted of an article: words where it is written in letters, else characters; `both` of several together. */
type Counted = 'words' | 'characters' | 'both';

const said: Readonly<Record<Counted, Localized>> = {
  words: { en: '{count} words', zh: '{count} 字' },
  characters: { en: '{count} characters', zh: '{count} 字' },
  both: { en: '{count} words and characters', zh: '{count} 字' },
};

/** How long something is, in words. */
export function lengthSaid(count: number, counted: Counted, locale: Locale): string {
  return fill(inLocale(said[counted], locale), { count });
}

/** The same in a column that is called 字数 in Chinese, where a number is enough. */
export function lengthInColumn(count: number, counted: Counted, locale: Locale): string {
  return locale === 'en' ? lengthSaid(count, counted, locale) : String(count);
}

/** What is counted of several articles together. */
export function countedOfAll(those: readonly { readonly inWords: boolean }[]): Counted {
  const inWords = those.filter((one) => one.inWords).length;
  return inWords === 0 ? 'characters' : inWords === those.length ? 'words' : 'both';
}
