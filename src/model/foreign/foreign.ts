import type { Range } from '../range.ts';

/**
 * What a stretch is to the newsroom's generator, editor or platform:
 * - `template`: a tag of Liquid, Hugo, Nunjucks, ERB, Vue or a kin of theirs; a shortcode
 * - `directive`: the line that opens or closes a directive or an admonition, or defines an abbreviation
 * - `attributes`: what kramdown or pandoc give an element, `{#id .class title="…"}`
 * - `conflict`: lines of a conflict that Git left
 * - `notation`: wiki links, mathematics, paths, smileys, intervals, `key="value"`
 * - `invisible`: a character that nobody sees and nothing needs
 */
export type ForeignKind = 'template' | 'directive' | 'attributes' | 'conflict' | 'notation' | 'invisible';

/** A stretch that is code to another system; offsets are UTF-16 units. It is never prose, and no fix may touch it. */
export interface ForeignSpan extends Range {
  readonly kind: ForeignKind;
  /** The site shows nothing of it: comments, attributes. */
  readonly hidden?: boolean;
}

/** What a recogniser may ask besides the text. */
export interface Scan {
  readonly text: string;
  /** Where `mark` stands next at or after `from`, -1: nowhere. `from` never falls for one mark, so that all asking is linear. */
  next(mark: string, from: number): number;
  /** The end of the line that `at` is on. */
  lineEnd(at: number): number;
}

/** Says what begins at `at`; `undefined`: nothing of another system. */
export type Recogniser = (scan: Scan, at: number) => ForeignSpan | undefined;

/** What a text is looked through with. */
export function scanOf(text: string): Scan {
  const known = new Map<string, number>();
  const next = (mark: string, from: number): number => {
    let at = known.get(mark);
    if (at === undefined || (at !== -1 && at < from)) {
      at = text.indexOf(mark, from);
      known.set(mark, at);
    }
    return at;
  };
  const lineEnd = (at: number): number => {
    const end = next('\n', at);
    if (end === -1) return text.length;
    return text.charCodeAt(end - 1) === 13 ? end - 1 : end;
  };
  return { text, next, lineEnd };
}

/** The match of a sticky expression at `at`. */
export function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}
