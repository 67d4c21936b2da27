import { addressesIn, isInside } from '../../model/addresses.ts';
import { isChinese } from '../../model/characters.ts';
import type { Range } from '../../model/range.ts';

/** Whether the rules of Chinese punctuation hold for the mark at an offset of the text. */
type ChineseRules = (at: number) => boolean;

/**
 * They hold in Chinese text outside web and e-mail addresses. Nothing is read before the first question, since most
 * paragraphs have nothing to ask about.
 */
export function chineseRules(text: string): ChineseRules {
  let chinese: boolean | undefined;
  let addresses: readonly Range[] | undefined;
  return (at) => {
    chinese ??= isChinese(text);
    if (!chinese) return false;
    addresses ??= addressesIn(text);
    return !isInside(addresses, at);
  };
}
