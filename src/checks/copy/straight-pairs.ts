import { matchesOf } from '../../model/matches.ts';
import { isEnglish } from './english.ts';
import type { LoneMark } from './mark-pairs.ts';
import { mayClose, mayOpen } from './quote-styles.ts';

/**
 * The straight double mark of an English paragraph that has no partner: nothing where it cannot be told which one that
 * is, where inches may be meant, and where a line begins with the mark, as each paragraph of a long quotation does.
 * Linear in the length of `text`.
 */
export function loneStraight(text: string): readonly LoneMark[] {
  if (!text.includes('"') || !isEnglish(text, { language: '' })) return [];
  const lone: LoneMark[] = [];
  const said = (at: number, opens: boolean) => lone.push({ at, mark: '"', partner: '"', opens });
  let open = -1;
  for (const { index: at } of matchesOf(text, /"/g)) {
    const opens = mayOpen(text, at);
    if (opens === mayClose(text, at)) return [];
    if (opens) {
      if (open >= 0 && text.charAt(at - 1) !== '\n') said(open, true);
      open = at;
      continue;
    }
    if (open < 0 && /\d/.test(text.charAt(at - 1))) return [];
    if (open < 0) said(at, false);
    open = -1;
  }
  if (open >= 0) said(open, true);
  return lone.length === 1 ? lone : [];
}
