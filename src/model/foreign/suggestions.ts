import { type ForeignSpan, matchAt, type Recogniser, type Scan } from './foreign.ts';

/** No suggestion is longer, in UTF-16 units; it bounds what one mark may swallow. */
const LONGEST = 2000;

/** What opens and closes each mark of CriticMarkup; `between` stands in the middle. */
const marks: readonly {
  readonly open: string;
  readonly close: string;
  readonly between?: string;
  readonly hidden?: true;
}[] = [
  { open: '{++', close: '++}' },
  { open: '{--', close: '--}' },
  { open: '{~~', close: '~~}', between: '~>' },
  { open: '{==', close: '==}' },
  { open: '{>>', close: '<<}', hidden: true },
];

/**
 * A suggestion of CriticMarkup, `{++水渠++}`, `{~~大桥~>水渠~~}`, `{>>请核<<}`: what an editor wants and the author has
 * not taken yet. Its words are quoted as much as said, so that nothing in it is read or changed.
 */
export const suggestion: Recogniser = (scan: Scan, at: number): ForeignSpan | undefined => {
  const { text } = scan;
  const mark = marks.find(({ open }) => text.startsWith(open, at));
  if (mark === undefined) return undefined;
  const close = scan.next(mark.close, at + mark.open.length);
  if (close === -1 || close - at > LONGEST) return undefined;
  const inside = text.slice(at + mark.open.length, close);
  if (inside === '' || (mark.between !== undefined && !inside.includes(mark.between))) return undefined;
  // Another one that opens first is what the closing mark belongs to.
  if (inside.includes(mark.open)) return undefined;
  return { kind: 'notation', start: at, end: close + mark.close.length, ...(mark.hidden ? { hidden: true } : {}) };
};

const key = '(?:[A-Za-z\\d][A-Za-z\\d_-]{0,30}|"[^"\\n]{1,60}"|\'[^\'\\n]{1,60}\')';
const keys = new RegExp(`(?:\\+\\+${key}(?:\\+${key}){0,8}\\+\\+){1,6}`, 'y');

/** `++ctrl+alt+"水,渠"++`: keys that are pressed together, as Python-Markdown's extensions write them. */
export const pressedKeys: Recogniser = ({ text }, at) => {
  const found = text.charAt(at - 1) === '+' ? undefined : matchAt(keys, text, at)?.[0];
  return found === undefined ? undefined : { kind: 'notation', start: at, end: at + found.length };
};

const example = /\(@[\p{L}\p{N}_-]{0,60}\)/uy;
const lineHead = /(?:^|\n)[ \t>]{0,12}$/;

/** `(@水渠)  …`, a numbered example of pandoc, and `(@水渠)` where it is named. */
export const exampleLabel: Recogniser = ({ text }, at) => {
  const found = matchAt(example, text, at)?.[0];
  if (found === undefined) return undefined;
  let end = at + found.length;
  // The blanks behind the label of an item are part of its mark.
  if (lineHead.test(text.slice(Math.max(0, at - 13), at)))
    while (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 9) end++;
  return { kind: 'notation', start: at, end };
};

const included = /!!!?include\([^()\n]{1,200}\)!!!?/y;

/** `!!!include(水,渠.md)!!!`: another file in this place. */
export const inclusion: Recogniser = ({ text }, at) => {
  const found = matchAt(included, text, at)?.[0];
  return found === undefined ? undefined : { kind: 'template', start: at, end: at + found.length };
};
