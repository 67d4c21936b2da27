import type { House } from './house.ts';

/**
 * Whether a house writes Chinese: its language (BCP 47) is written in Chinese characters, `zh`, `zh-HK`, `cmn-Hans`,
 * `yue`, and not in letters as `zh-Latn` is.
 */
export function isChineseHouse({ language }: Pick<House, 'language'>): boolean {
  // What nearly every house says; the tables for the rest take as long to load as an article to read.
  if (/^zh(?:-Han[st])?(?:-[A-Z]{2})?$/.test(language)) return true;
  if (/^en(?:-[A-Z]{2})?$/.test(language)) return false;
  try {
    const { script } = new Intl.Locale(language).maximize();
    return script === 'Hans' || script === 'Hant';
  } catch {
    // `zh_CN` is no tag, and leaves no doubt.
    return /^zh(?![a-z])/i.test(language);
  }
}
