import type { Range } from '../range.ts';

/** One line of the text: `end` is before the line end, `next` after it. */
interface Line extends Range {
  readonly next: number;
}

/** The line that starts at `start`. */
export function lineFrom(text: string, start: number, limit: number = text.length): Line {
  let end = start;
  while (end < limit) {
    const unit = text.charCodeAt(end);
    if (unit === 10) return { start, end, next: end + 1 };
    if (unit === 13)
      return { start, end, next: text.charCodeAt(end + 1) === 10 && end + 1 < limit ? end + 2 : end + 1 };
    end++;
  }
  return { start, end, next: end };
}

/** What a line can be by its look alone. */
type LineLook = 'blank' | 'comment' | 'key' | 'item' | 'indented' | 'word' | 'other';

/** A key with an ASCII or a full-width colon behind it; the key holds nothing that ends a sentence. */
const KEY =
  /^(?:"[^"]{0,80}"|'[^']{0,80}'|[^\s:：#"'[\]{}&*!|>%@`,?，。！？；“”-][^:：，。！？；“”\t]{0,80})[ \t]*(?::(?=\s|$)|：)/;
const WORD = /^[\p{L}\p{N}_][\p{L}\p{N}_-]{0,40}$/u;
/** `title:foo`: an ASCII word, so that neither a time nor an address in a sentence looks like a key. */
const TIGHT_KEY = /^[A-Za-z_][\w-]{0,40}:(?!\/\/)/;

/** What `line`, without its line end, looks like. Linear: looks at no more than its first 200 characters. */
export function lookOf(line: string): LineLook {
  const head = line.length > 200 ? line.slice(0, 200) : line;
  const trimmed = head.trim();
  if (trimmed === '') return 'blank';
  if (trimmed.startsWith('#')) return 'comment';
  if (head.charCodeAt(0) === 32 || head.charCodeAt(0) === 9) return 'indented';
  if (/^-(?:\s|$)/.test(head)) return 'item';
  if (KEY.test(head) || TIGHT_KEY.test(head)) return 'key';
  return WORD.test(trimmed) ? 'word' : 'other';
}

/** Whether a line has `key: ` at column 0 with an ASCII colon: what prose hardly ever has. */
export function hasAsciiKey(line: string): boolean {
  return lookOf(line) === 'key' && /^[^：]{0,200}?:(?:\s|$)/.test(line);
}

/** The length of the line end at `offset`: 0, 1 or 2. */
export function lineEndLength(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  if (unit === 10) return 1;
  if (unit === 13) return text.charCodeAt(offset + 1) === 10 ? 2 : 1;
  return 0;
}
