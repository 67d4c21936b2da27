import { FOREIGN } from './foreign-tokens.ts';
import { blockTags, isEmbedding, readHtml } from './html-tags.ts';
import { keepTags } from './kept-tags.ts';
import type { Token, TokenClass } from './token.ts';

const entity = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/g;

/**
 * Links, pictures and code as Markdown writes them. In raw HTML they are text to CommonMark, and what they say to MDX,
 * to Hugo and to kramdown where the element asks for it.
 */
const ofMarkdown =
  /!?\[[^[\]\n]{0,200}\]\((?:<[^<>\n]{1,300}>[^()\n]{0,100}|[^()\n]{1,300})\)|(?<!`)(`{1,3})(?!`)[^\n]{1,300}?(?<!`)\1(?!`)/g;

/**
 * Reads a run of raw HTML, text with inline tags, into the tokens that Markdown of the same looks would have. A tag of
 * a block is a line break (they stand in figures only), a tag that says nothing goes, and what loads something from
 * elsewhere stays as it is written. Depends on `content` alone; linear in it.
 *
 * @param resolve gives what an entity stands for, itself when it stands for nothing
 */
export function readHtmlRun(content: string, Token: TokenClass, resolve: (entity: string) => string): Token[] {
  const tokens: Token[] = [];
  const push = (type: string, text: string, start: number): Token => {
    const token: Token = new Token(type, '', 0);
    token.content = text;
    token.start = start;
    tokens.push(token);
    return token;
  };
  /** Text without line breaks. */
  const pushText = (from: number, to: number): void => {
    let done = from;
    for (const { 0: written, index } of content.slice(from, to).matchAll(ofMarkdown)) {
      pushWords(done, from + index);
      push(FOREIGN, written, from + index);
      done = from + index + written.length;
    }
    pushWords(done, to);
  };
  const pushWords = (from: number, to: number): void => {
    let done = from;
    for (const { 0: written, index } of content.slice(from, to).matchAll(entity)) {
      const meant = resolve(written);
      if (meant === written) continue;
      if (from + index > done) push('text', content.slice(done, from + index), done);
      push('text_special', meant, from + index).markup = written;
      done = from + index + written.length;
    }
    if (to > done) push('text', content.slice(done, to), done);
  };
  let next = content.indexOf('\n');
  /** Blanks around a line break go with it. */
  const pushLines = (from: number, to: number): void => {
    for (let at = from; ; ) {
      while (next !== -1 && next < at) next = content.indexOf('\n', next + 1);
      const last = next === -1 || next >= to;
      let end = last ? to : next;
      if (!last) while (end > at && content.charCodeAt(end - 1) === 32) end--;
      pushText(at, end);
      if (last) return;
      push('softbreak', 'br', next).content = '';
      for (at = next + 1; at < to && isBlank(content.charCodeAt(at)); ) at++;
    }
  };
  const embedded = new Set<Token>();
  for (const piece of readHtml(content)) {
    const { start, end } = piece;
    if (piece.tag === undefined) pushLines(start, end);
    else if (blockTags.has(piece.tag)) breakLine(tokens, push('html_inline', content.slice(start, end), start));
    else {
      const token = push('html_inline', content.slice(start, piece.tagEnd), start);
      if (isEmbedding(piece.tag) && !piece.closing) embedded.add(token);
    }
  }
  keepTags(tokens);
  for (const token of tokens) if (token.type === 'html_inline' && !embedded.has(token)) silence(token);
  return tokens;
}

/** The last of `tokens`, a tag of a block, ends the line before it; nothing where there is no line. */
function breakLine(tokens: readonly Token[], tag: Token): void {
  const before = tokens.at(-2);
  if (before === undefined || before.type === 'html_break') silence(tag);
  else tag.type = 'html_break';
  if (before?.type === 'softbreak') silence(before);
}

function silence(token: Token): void {
  token.type = 'tag_open';
  token.tag = '';
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}
