import type { Article } from '../model/article.ts';
import { yamlCursor } from '../model/front-matter/yaml-cursor.ts';
import type { Range } from '../model/range.ts';

/** What the cursor stands on in the front matter; found from the text as it is, so that half-typed YAML will do. */
export type Cursor =
  /** The name of a field, whole; `colon`: it has one already. */
  | { readonly kind: 'key'; readonly range: Range; readonly colon: boolean }
  /**
   * A name inside the value of a key: of a map, of a link. `beside`: the names that stand beside it already; `item`: it
   * is one of an item of a list.
   */
  | {
      readonly kind: 'name';
      readonly key: string;
      readonly range: Range;
      readonly colon: boolean;
      readonly gap: string;
      readonly flow: boolean;
      readonly beside: readonly string[];
      readonly item: boolean;
    }
  /** The value of a key, or one item of its list. `gap` is what is still missing before it: a blank, a colon. */
  | {
      readonly kind: 'value' | 'item';
      readonly key: string;
      readonly range: Range;
      readonly gap: string;
      readonly flow: boolean;
      /** The name under which the value stands inside the field's own: `url` of one of `related`. */
      readonly inner?: string;
    };

/** Where in the front matter `offset` is; `undefined` when it is elsewhere, in a comment, or deep in a value. */
export function cursorIn({ text, frontMatter }: Article, offset: number): Cursor | undefined {
  const inner = innerOf(text, frontMatter.kind, frontMatter.inner);
  if (offset < inner.start || offset > inner.end) return undefined;
  // There the closing fence begins.
  if (offset === inner.end && frontMatter.kind === 'yaml') return undefined;
  const found = yamlCursor(text.slice(inner.start, inner.end), offset - inner.start);
  if (found === undefined) return undefined;
  const { colon, gap, flow, others } = found;
  const range = { start: inner.start + found.range.start, end: inner.start + found.range.end };
  const [key, ...steps] = found.path;
  if (key === undefined) return found.kind === 'key' ? { kind: 'key', range, colon } : undefined;
  if (typeof key !== 'string') return undefined;
  const [first, second, deeper] = steps;
  const isItem = typeof first === 'number';
  // A map in a map, or a list in a list, is no field's.
  if (deeper !== undefined || typeof second === 'number' || (second !== undefined && !isItem)) return undefined;
  // What begins an item may become a value or a name; it is a name once it has a colon.
  if (found.kind === 'key' && (colon || !found.item)) {
    if (second !== undefined || typeof first === 'string') return undefined;
    return { kind: 'name', key, range, colon, gap, flow, beside: others, item: isItem };
  }
  const name = isItem ? second : first;
  if (name === undefined && isItem) return { kind: 'item', key, range, gap, flow };
  return { kind: 'value', key, range, gap, flow, ...(name === undefined ? {} : { inner: name }) };
}

/** A front matter whose second fence is not typed yet has none: it is what stands under the first, up to a blank line. */
function innerOf(text: string, kind: string, inner: Range): Range {
  if (kind === 'yaml') return inner;
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0].length;
  if (opening === undefined) return { start: 0, end: -1 };
  // The blank line itself is where the next field is typed.
  const blank = /\r?\n(?=[ \t]*(?:\r?\n|$))/.exec(text.slice(opening, opening + 65_536));
  return {
    start: opening,
    end: blank ? opening + blank.index + blank[0].length : Math.min(text.length, opening + 65_536),
  };
}
