import type { House } from '../../house/house.ts';
import { isChinese } from '../../model/characters.ts';
import { matchesOf } from '../../model/matches.ts';

/** Words without which hardly anybody writes English, and that hardly any other language has. */
const FUNCTION_WORDS =
  /\b(?:the|of|and|that|this|these|those|with|from|have|has|had|which|was|were|been|would|their|they|there|when|who|said|into|about|after|before|because|its|it|is|are|for|by|not|but|you|we|he|she|his|her|him|our|your|what|how|where|then|than|them|should|could|through|between|during|while|only|again|every|always|never|other|people|year|years|to|mr|mrs|ms)\b/gi;

/** Letters of which each of these words has one: the triggers of checks that read English alone. */
export const ENGLISH = 'aeiouyAEIOUY';

/**
 * Whether a text is English: it has two different words that only English has, one where the house writes English. A
 * headline of names has none, and nothing is said of it. Linear in the length of `text`.
 */
export function isEnglish(text: string, { language }: Pick<House, 'language'>): boolean {
  if (isChinese(text)) return false;
  const needed = language.toLowerCase().startsWith('en') ? 1 : 2;
  const seen = new Set<string>();
  for (const [word] of matchesOf(text, FUNCTION_WORDS)) {
    seen.add(word.toLowerCase());
    if (seen.size >= needed) return true;
  }
  return false;
}
