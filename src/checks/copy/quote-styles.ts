import { matchesOf } from '../../model/matches.ts';
import { longestQuotation } from './quoted.ts';

/** Offsets of the two marks of a quotation. */
export interface Pair {
  readonly open: number;
  readonly close: number;
}

/** 「…」 with the 『…』 in them, in order, but for Japanese ones; nothing where one is not closed or curly ones stand beside them. */
export function cornerQuotes(text: string): readonly Pair[] {
  if (!/[「『]/.test(text) || /[“”‘’]/.test(text)) return [];
  const pairs: Pair[] = [];
  const open: number[] = [];
  for (const { 0: mark, index } of matchesOf(text, /[「」『』]/g)) {
    if (mark === '「' || mark === '『') {
      // 『 stands inside 「, and nothing else inside anything.
      if (open.length !== (mark === '「' ? 0 : 1)) return [];
      open.push(index);
      continue;
    }
    const start = open.pop();
    if (start === undefined || text[start] !== (mark === '」' ? '「' : '『')) return [];
    if (!/[\u3040-\u30ff]/.test(text.slice(start, index))) pairs.push({ open: start, close: index });
  }
  return open.length === 0 ? pairs.sort((a, b) => a.open - b.open) : [];
}

/** The quotation marks and apostrophes of English text that are not as the house writes them, with what it writes. */
export function englishQuotes(
  text: string,
  curly: boolean,
): readonly { readonly from: number; readonly expected: string }[] {
  if (!curly) {
    return matchesOf(text, /[“”‘’]/g).map(({ 0: mark, index: from }) => ({
      from,
      expected: '“”'.includes(mark) ? '"' : "'",
    }));
  }
  // Whether a quotation that begins with the same straight mark is open.
  const open = { '"': false, "'": false };
  return matchesOf(text, /["']/g).flatMap(({ 0: found, index: from }) => {
    const mark = found === '"' ? '"' : "'";
    const before = text.charAt(from - 1);
    const after = text.charAt(from + 1);
    if (/\d/.test(before) && !(mark === "'" && after === 's')) {
      // Feet, inches, minutes: 5'9", 12' long, unless they are what a quotation ends with: "Well 14" and "Well 15".
      if (!open[mark] || !mayClose(text, from) || closesLater(text, from, mark)) return [];
      open[mark] = false;
      return [{ from, expected: mark === '"' ? '”' : '’' }];
    }
    if (mark === "'" && /[\p{L}\d]/u.test(before) && /[\p{L}\d]/u.test(after)) return [{ from, expected: '’' }];
    // '90s, 'em, 'n': the apostrophe of what is left out.
    if (mark === "'" && /^(?:\d0s|\d\d\b|em\b|n['’]|tis\b|twas\b|til\b|cause\b)/i.test(text.slice(from + 1, from + 6)))
      return [{ from, expected: '’' }];
    const opens = mayOpen(text, from);
    if (opens === mayClose(text, from)) return [];
    open[mark] = opens;
    return [{ from, expected: mark === '"' ? (opens ? '“' : '”') : opens ? '‘' : '’' }];
  });
}

/** Whether a straight mark may open a quotation where it stands. */
export function mayOpen(text: string, at: number): boolean {
  const after = text.charAt(at + 1);
  return (at === 0 || /[\s([{—–\-“‘"']/.test(text.charAt(at - 1))) && after !== '' && !/\s/.test(after);
}

/** Whether a straight mark may close a quotation where it stands. */
export function mayClose(text: string, at: number): boolean {
  const after = text.charAt(at + 1);
  return at > 0 && !/[\s([{]/.test(text.charAt(at - 1)) && (after === '' || /[\s.,;:!?)\]}—–\-”’"'…]/.test(after));
}

/** Whether the next mark of the same kind behind an offset closes a quotation, apostrophes aside. */
function closesLater(text: string, at: number, mark: '"' | "'"): boolean {
  const last = at + longestQuotation;
  for (let next = text.indexOf(mark, at + 1); next >= 0 && next < last; next = text.indexOf(mark, next + 1)) {
    if (mayOpen(text, next)) return false;
    if (mayClose(text, next) && !(mark === "'" && /s/.test(text.charAt(next - 1)))) return true;
  }
  return false;
}
