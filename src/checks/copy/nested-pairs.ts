/** A pair of marks; offsets are UTF-16 units of the text that was read. */
export interface Pair {
  readonly open: number;
  readonly close: number;
  /** The opening mark. */
  readonly mark: string;
  /** The pair that it stands in directly, of quotation marks, of titles or of brackets each among themselves. */
  readonly outer: Pair | undefined;
}

const PARTNERS: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '《': '》', '〈': '〉', '（': '）', '(': ')' };
const FAMILIES = ['“”‘’', '《》〈〉', '（）()'];

/**
 * The pairs of quotation marks, titles and brackets of a text, each with what it stands in. A family of which one mark
 * has no partner has none: `unpaired-marks` speaks of it, and what stands in what is a guess. Quotation marks in a
 * title begin anew, as do those between apostrophes of English. Linear in the length of `text`.
 */
export function nestedPairs(text: string): readonly Pair[] {
  return FAMILIES.flatMap((family) => pairsOf(text, family) ?? []);
}

interface Open {
  readonly at: number;
  readonly mark: string;
}

function pairsOf(text: string, family: string): readonly Pair[] | undefined {
  const stack: { open: Open; inner: Built[] }[] = [];
  const top: Built[] = [];
  const marks = new RegExp(`[${family}]`, 'g');
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (PARTNERS[mark] !== undefined) {
      stack.push({ open: { at: index, mark }, inner: [] });
      continue;
    }
    const last = stack.pop();
    if (last === undefined || !closes(last.open.mark, mark)) return undefined;
    const built = { ...last.open, close: index, inner: last.inner };
    (stack.at(-1)?.inner ?? top).push(built);
  }
  return stack.length > 0 ? undefined : placed(top);
}

function closes(open: string, close: string): boolean {
  return PARTNERS[open] === close || ('（('.includes(open) && '）)'.includes(close));
}

interface Built extends Open {
  readonly close: number;
  readonly inner: readonly Built[];
}

/** Level by level, so that however deep they stand nothing overflows. */
function placed(top: readonly Built[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const waiting: { built: Built; outer: Pair | undefined }[] = top.map((built) => ({ built, outer: undefined }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { built, outer } = next;
    const pair = { open: built.at, close: built.close, mark: built.mark, outer };
    pairs.push(pair);
    for (const inner of built.inner) waiting.push({ built: inner, outer: pair });
  }
  return pairs.sort((a, b) => a.open - b.open);
}
