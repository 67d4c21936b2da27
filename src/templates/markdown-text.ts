// What would begin a block, in the place where it does: headings, quotes, lists, rules, definitions of links.
const HEADING = /^#{1,6}(?=[ \t]|$)/;
const BULLET = /^[-+](?=[ \t]|$)/;
const NUMBER = /^(\d{1,9})([.)])(?=[ \t]|$)/;
const RULE = /^-[- \t]*$/;

// What would be markup inside a line: backslash escapes, code, emphasis, strikethrough, tags, entities, links.
const INLINE = /\\(?=[!-/:-@[-`{-~])|[`*]|_|~(?=~)|(?<=~)~|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]{1,40};)|(?<=\])\(/g;

const CLOSING = /(?:^|[ \t])#+$/;

const WORD = /[A-Za-z0-9]/;

function insideWord(line: string, at: number): boolean {
  return WORD.test(line.charAt(at - 1)) && WORD.test(line.charAt(at + 1));
}

/**
 * Writes one line of plain text as a Markdown paragraph that renders as the same text, escaping only what would
 * otherwise be markup. The line must hold no line break; white space at its ends is dropped, as Markdown does.
 * Linear in the length of the line.
 */
export function markdownParagraph(line: string): string {
  const text = line.trim();
  // An underscore within a word is no markup (CommonMark 6.2).
  const inline = text.replace(INLINE, (mark, at: number) =>
    mark === '_' && insideWord(text, at) ? mark : `\\${mark}`,
  );
  if (HEADING.test(inline) || BULLET.test(inline) || RULE.test(inline) || inline.startsWith('>')) return `\\${inline}`;
  if (inline.startsWith('[') && inline.includes(']:')) return `\\${inline}`;
  return inline.replace(NUMBER, '$1\\$2');
}

/** Writes one line of plain text as a Markdown heading of the level (1 to 6) that renders as the same text. */
export function markdownHeading(line: string, level: number): string {
  const text = markdownParagraph(line);
  // Hash signs at the end, apart from the text, would close the heading.
  return `${'#'.repeat(level)} ${CLOSING.test(text) ? `${text.slice(0, -1)}\\#` : text}`;
}
