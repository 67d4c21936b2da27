import { distance } from 'fastest-levenshtein';
import { soundAlike } from './pinyin.ts';

/** Without case, blanks, hyphens and underscores: `Original-Title` is `original_title`. */
const bare = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '');

/** Whether two words differ in two neighbours that changed places. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

/** Whether two words are apart by one character, or by two neighbours that changed places. */
export function isOneSlip(a: string, b: string): boolean {
  return distance(a, b) === 1 || isSwap(a, b);
}

/**
 * The candidate that `word` was most likely meant to be, or `undefined` when none is near: another spelling of the
 * same, a word that sounds like it, a beginning of one alone, or a third of the characters away at most (one of two for Chinese).
 */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const plain = bare(word);
  if (plain === '' || word.length > 60 || candidates.includes(word)) return undefined;
  // Of Chinese words the one that sounds the same goes before the one that looks nearest.
  const heard = /^\p{Script=Han}+$/u.test(word) ? sounding(word, candidates) : undefined;
  if (heard !== undefined) return heard;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const other = bare(candidate);
    if (other === plain) return candidate;
    const longest = Math.max(other.length, plain.length);
    const apart = distance(plain, other);
    const near = Math.max(1, Math.floor(longest / 3));
    // Two letters that changed places are one slip: `titel`.
    if ((apart <= near || (apart === 2 && isSwap(plain, other))) && apart < longest && apart < least) {
      best = candidate;
      least = apart;
    }
  }
  if (best !== undefined) return best;
  const begun = plain.length >= 2 ? candidates.filter((candidate) => bare(candidate).startsWith(plain)) : [];
  return begun.length === 1 ? begun[0] : undefined;
}

/** The candidate that sounds like `word`: the very same, or else the only one with syllables that are often confused. */
function sounding(word: string, candidates: readonly string[]): string | undefined {
  const same = candidates.find((candidate) => soundAlike(word, candidate, true));
  if (same !== undefined) return same;
  const alike = candidates.filter((candidate) => soundAlike(word, candidate, false));
  return alike.length === 1 ? alike[0] : undefined;
}
