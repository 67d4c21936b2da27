/** What several values in one text were meant to be. */
interface MeantItems {
  readonly items: readonly string[];
  /** The first mark between two of them; `undefined` where there is but one. */
  readonly mark: string | undefined;
  /** The pair round all of them: `【】`, `[]`; empty where there is none. */
  readonly brackets: string;
  /** No other reading comes to mind. */
  readonly certain: boolean;
}

const CLOSING: Readonly<Record<string, string>> = {
  '[': ']',
  '［': '］',
  '【': '】',
  '〔': '〕',
  '（': '）',
  '(': ')',
};
/** Pairs inside of which nothing is parted, besides the brackets above. */
const PAIRS: Readonly<Record<string, string>> = {
  ...CLOSING,
  '{': '}',
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
};
const ENDS: ReadonlySet<string> = new Set(Object.values(PAIRS));
/** The mark of an item, on the field's own line. */
const BULLET = /^[-－–—•*+][ \t]+/;
const SEPARATOR = /[、，,；;]/;
/** Title and degree behind an English name: `Ann Fields, Jr.` is one person. */
const SUFFIX = /^(?:Jr|Sr|I{2,3}|IV|M\.?D|Ph\.?D|Esq)\.?$/i;
/** `Washington, D.C.`, `Hewan Canals, Inc.`: what ends with a point belongs to what stands before it. */
const INITIALS = /^(?:[\p{Script=Latin}]{1,4}\.){1,4}$/u;
/** `周砚、高远等`: the last of them stands for more than one. */
const OTHERS = /等\p{Script=Han}{0,2}$/u;
const LATIN_WORD = /^[\p{Script=Latin}.'’-]+$/u;

/**
 * Reads several values that stand in one text: `周砚、高远`, `"周砚", "高远"`, `【周砚，高远】`. Brackets and quotation
 * marks hold together what they hold; `undefined` where they do not pair, or where the text is one value.
 *
 * @param people the values are names: no quotation mark or `@` belongs to them
 */
export function itemsMeant(text: string, people: boolean): MeantItems | undefined {
  // Obsidian's link to a note about somebody.
  if (/^\s*\[\[[^[\]]{1,200}\]\]\s*$/.test(text)) return undefined;
  const { inner, brackets, matched } = withoutBrackets(text.trim());
  const split = parted(inner);
  if (split === undefined) return undefined;
  const marks = new Set(split.marks.map((mark) => mark.normalize('NFKC')));
  let certain = matched && marks.size <= 1;
  const items: string[] = [];
  for (const part of split.parts) {
    const bare = unquoted(part, people);
    const text = bare.text.replace(BULLET, '');
    const item = people ? text.replace(/^[@＠#＃%`]\s*/, '') : text;
    if (item === '') continue;
    certain &&= bare.certain && item === bare.text && !/[。！？?!]/.test(item) && !(people && /[:：]/.test(item));
    items.push(item);
  }
  if (items.length === 0 || (items.length === 1 && brackets === '' && split.marks.length === 0)) return undefined;
  // `Fields, Ann` is one person, as catalogues have them.
  if (people && items.length === 2 && marks.has(',') && items.every((item) => LATIN_WORD.test(item)) && brackets === '')
    return undefined;
  if (items.some((item) => SUFFIX.test(item) || INITIALS.test(item))) certain = false;
  if (people && items.some((item) => OTHERS.test(item))) certain = false;
  if (people && marks.has(',') && items.every((item) => LATIN_WORD.test(item))) certain = false;
  return { items, mark: split.marks[0], brackets, certain };
}

/** The text without the brackets that stand round all of it; `matched` when the closing one is that of the first. */
function withoutBrackets(text: string): { inner: string; brackets: string; matched: boolean } {
  const open = text[0] ?? '';
  const close = CLOSING[open];
  const last = text.at(-1) ?? '';
  const bare = { inner: text, brackets: '', matched: true };
  if (close === undefined || text.length < 2 || !Object.values(CLOSING).includes(last)) return bare;
  let depth = 0;
  for (let i = 0; i < text.length - 1; i++) {
    const unit = text[i] ?? '';
    if (CLOSING[unit] !== undefined) depth++;
    else if (Object.values(CLOSING).includes(unit)) depth--;
    // The first bracket is closed before the end: it belongs to one value.
    if (depth === 0) return bare;
  }
  return { inner: text.slice(1, -1), brackets: open + last, matched: last === close };
}

/** The text cut at its separators; `undefined` where pairs do not close. */
function parted(text: string): { readonly parts: readonly string[]; readonly marks: readonly string[] } | undefined {
  const parts: string[] = [];
  const marks: string[] = [];
  const open: string[] = [];
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] ?? '';
    if (open.length > 0 && unit === open.at(-1)) open.pop();
    else if (opensQuotation(text, i, from)) open.push(unit);
    else if (open.at(-1) === '"' || open.at(-1) === "'") continue;
    else if (PAIRS[unit] !== undefined) open.push(PAIRS[unit]);
    else if (ENDS.has(unit) && unit !== '’') return undefined;
    else if (open.length === 0 && SEPARATOR.test(unit) && !/^\d,\d/.test(text.slice(i - 1, i + 2))) {
      parts.push(text.slice(from, i));
      marks.push(unit);
      from = i + 1;
    }
  }
  return open.length > 0 ? undefined : { parts: [...parts, text.slice(from)], marks };
}

/** Whether an ASCII quotation mark opens: nothing of the value stands before it. */
const opensQuotation = (text: string, at: number, from: number): boolean =>
  (text[at] === '"' || text[at] === "'") && text.slice(from, at).trim() === '';

const QUOTES: Readonly<Record<string, string>> = { '"': '"', "'": "'", '＂': '＂', '“': '”', '‘': '’', '「': '」' };

/** A value without the quotation marks round it. Those of a word (“双碳”) are its own, unless it is a name. */
function unquoted(part: string, people: boolean): { readonly text: string; readonly certain: boolean } {
  const text = part.trim();
  const open = text[0] ?? '';
  const close = QUOTES[open];
  const inner = text.slice(1, -1);
  const quoted = close !== undefined && text.length > 1 && text.endsWith(close);
  if (!quoted) return { text, certain: !/["＂\\]/.test(text) };
  if (inner.includes(close) || inner.includes(open)) return { text, certain: false };
  if (people || open === '"' || open === "'") return { text: inner.trim(), certain: !inner.includes('\\') };
  return { text, certain: true };
}
