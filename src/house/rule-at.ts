import { isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import { houseDocument } from './house-yaml.ts';

/** A rule of a house file or a list of terms: an item of a list, or a setting. */
interface HouseRule {
  /** Its keys from the top, items of lists by their number from 0. */
  readonly path: readonly (string | number)[];
  /** Where it stands in the text, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The file without it. */
  readonly without: string;
}

/**
 * The rule in which an offset of a house file lies: the item of a list (a term, a form), else the innermost setting.
 * `undefined` where there is none, or while the file cannot be read as YAML.
 */
export function ruleAt(text: string, offset: number): HouseRule | undefined {
  const document = houseDocument(text);
  if (document === undefined) return undefined;
  let node: ParsedNode | null = document.contents;
  const path: (string | number)[] = [];
  let range: readonly [number, number] | undefined;
  for (;;) {
    if (isMap(node)) {
      // A setting reaches to the next one: the cursor most often stands at the end of its line.
      const pairs = node.items.filter(({ key }) => (key?.range?.[0] ?? Infinity) <= offset);
      const pair = pairs.at(-1);
      const end = pair && (pair.value?.range?.[1] ?? pair.key.range?.[1] ?? 0);
      if (!pair?.key.range || end === undefined || offset > lineEnd(text, end) || !isScalar(pair.key)) break;
      path.push(String(pair.key.value));
      range = [pair.key.range[0], end];
      node = pair.value;
      continue;
    }
    if (isSeq(node)) {
      const at = node.items.findLastIndex((item) => lineStart(text, item.range?.[0] ?? Infinity) <= offset);
      const item = node.items[at];
      if (!item?.range || offset > lineEnd(text, item.range[1])) break;
      path.push(at);
      range = [item.range[0], item.range[1]];
    }
    break;
  }
  if (range === undefined) return undefined;
  document.deleteIn(path);
  return { path, start: range[0], end: range[1], without: String(document) };
}

const lineEnd = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
};

/** The start of the line for what begins a line but for its mark; else the place itself. */
const lineStart = (text: string, offset: number): number => {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[\s-]*$/.test(text.slice(start, offset)) ? start : offset;
};
