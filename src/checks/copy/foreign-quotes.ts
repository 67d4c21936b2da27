import { matchesOf } from '../../model/matches.ts';
import type { LoneMark } from './mark-pairs.ts';

/** Words that German and French are hardly written without, and that languages with other marks do not share. */
const GERMAN =
  /(?<!\p{L})(?:der|die|das|und|ist|nicht|mit|im|vom|von|ein|eine|für|auf|auch|wird|sich|zum|zur|wir|sie)(?!\p{L})/giu;
const FRENCH = /(?<!\p{L})(?:le|les|des|et|est|une|dans|pour|qui|que|sur|avec|pas|du|au|il|elle)(?!\p{L})/giu;
const NEEDED = 3;

function reads(text: string, words: RegExp): boolean {
  return new Set(matchesOf(text, words).map(([word]) => word.toLowerCase())).size >= NEEDED;
}

/**
 * Marks of quotation in a German or a French paragraph that are certainly wrong, in order: „ that another mark than “
 * closes, or none; « or » of which the paragraph has no other half at all (a quotation in a quotation may end with one »
 * for both). Nothing in other languages. Linear in the length of `text`.
 */
export function wrongQuotes(text: string): readonly LoneMark[] {
  if (text.includes('„')) return reads(text, GERMAN) ? lowQuotes(text) : [];
  const [opening, closing] = [text.indexOf('«'), text.indexOf('»')];
  if (opening < 0 === closing < 0 || !reads(text, FRENCH)) return [];
  if (opening >= 0) return [{ at: opening, mark: '«', partner: '»', opens: true }];
  // A paragraph of a long quotation may begin with ».
  return text.trimStart().startsWith('»') ? [] : [{ at: closing, mark: '»', partner: '«', opens: false }];
}

function lowQuotes(text: string): readonly LoneMark[] {
  const lone: LoneMark[] = [];
  let open = -1;
  for (const { 0: mark, index: at } of matchesOf(text, /[„“”"]/g)) {
    if (mark === '„') {
      if (open >= 0) lone.push({ at: open, mark: '„', partner: '“', opens: true });
      open = at;
    } else if (open >= 0) {
      if (mark !== '“') lone.push({ at, mark, partner: '„', opens: false, turned: '“' });
      open = -1;
    }
  }
  return open < 0 ? lone : [...lone, { at: open, mark: '„', partner: '“', opens: true }];
}

/** As far back as „ is looked for, in UTF-16 units. */
const FAR = 300;

/** Whether “ at an offset ends a quotation that „ began, as in German. */
export function endsLowQuotation(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - FAR), at);
  return text.charAt(at) === '“' && before.lastIndexOf('„') > before.lastIndexOf('“');
}
