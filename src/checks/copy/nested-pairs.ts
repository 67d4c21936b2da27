/** A pair of marks that stands in another; offsets are UTF-16 units of the text that was read. */
export interface Pair {
  readonly open: number;
  readonly close: number;
  /** The opening mark. */
  readonly mark: string;
  /** The pair that it stands in directly, of quotation marks, of titles or of brackets each among themselves. */
  readonly outer: { readonly open: number; readonly close: number; readonly mark: string };
}

/** Marks that open and, as their partners, close; those of one string stand in one another, and may be closed by it. */
const FAMILIES = [
  ['“‘', '”’'],
  ['《〈', '》〉'],
  ['（(', '）)'],
] as const;
/** The two widths of round brackets close each other. */
const BRACKETS = 2;

const likeIn = (family: number, width: number): number => 2 * family + 1 + (family === BRACKETS ? 0 : width);

/** By UTF-16 unit: 0 for what is no mark, else twice the number of its family (from 1), and one more for one that closes. */
const kindOf = new Uint8Array(0x10000);
/** The same by the mark itself, of brackets of both widths together: twice its number (from 1), and one more for one that closes. */
const likeOf = new Uint8Array(0x10000);
for (const [index, [opens, closes]] of FAMILIES.entries()) {
  for (const [width, mark] of [...opens].entries()) {
    kindOf[mark.charCodeAt(0)] = 2 * index + 2;
    likeOf[mark.charCodeAt(0)] = 2 * likeIn(index, width);
  }
  for (const [width, mark] of [...closes].entries()) {
    kindOf[mark.charCodeAt(0)] = 2 * index + 3;
    likeOf[mark.charCodeAt(0)] = 2 * likeIn(index, width) + 1;
  }
}

/**
 * The pairs of quotation marks, titles and brackets that stand in another of their family, where a mark may stand within
 * its like: ‘ ’ within “ ” is as it should be. A family of which one mark has no partner has none: `unpaired-marks` speaks
 * of it, and what stands in what is a guess. Linear in the length of `text`, and quick in nearly every paragraph.
 */
export function nestedPairs(text: string): readonly Pair[] {
  const families = nesting(text);
  return families === 0 ? [] : FAMILIES.flatMap((_, family) => (families & (1 << family) ? pairsOf(text, family) : []));
}

/** 》 and （: all other marks lie before the one or behind the other. */
const LAST_TITLE_MARK = 0x300b;
const FIRST_WIDE_MARK = 0xff08;

/** The families of which a mark may be open within its like, a bit each: “ within “, 《 within 《, any bracket within another. */
function nesting(text: string): number {
  let nests = 0;
  const open = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Han characters lie between the marks: nothing of them need be looked up.
    if (unit > LAST_TITLE_MARK && unit < FIRST_WIDE_MARK) continue;
    const mark = likeOf[unit] ?? 0;
    if (mark === 0) continue;
    const like = mark >> 1;
    const depth = (open[like] ?? 0) + (mark & 1 ? -1 : 1);
    if (depth > 1) nests |= 1 << ((like - 1) >> 1);
    open[like] = depth;
  }
  return nests;
}

interface Open {
  readonly open: number;
  readonly mark: string;
}

function pairsOf(text: string, family: number): readonly Pair[] {
  const stack: Open[] = [];
  /** The end of each mark that opened, by where it stands. */
  const ends = new Map<number, number>();
  const inner: { readonly one: Open; readonly outer: Open }[] = [];
  for (let i = 0; i < text.length; i++) {
    const kind = kindOf[text.charCodeAt(i)] ?? 0;
    if (kind >> 1 !== family + 1) continue;
    const mark = text.charAt(i);
    if ((kind & 1) === 0) {
      stack.push({ open: i, mark });
      continue;
    }
    const one = stack.pop();
    if (one === undefined || !closes(family, one.mark, mark)) return [];
    ends.set(one.open, i);
    const outer = stack.at(-1);
    if (outer) inner.push({ one, outer });
  }
  if (stack.length > 0) return [];
  const placed = ({ open, mark }: Open) => ({ open, close: ends.get(open) ?? open, mark });
  return inner.map(({ one, outer }) => ({ ...placed(one), outer: placed(outer) })).sort((a, b) => a.open - b.open);
}

function closes(family: number, open: string, close: string): boolean {
  const [opens, closers] = FAMILIES[family] ?? ['', ''];
  return family === BRACKETS || opens.indexOf(open) === closers.indexOf(close);
}
