import { Identity, LITERAL, type Prose, type ProseEdit } from '../prose.ts';
import type { Range } from '../range.ts';
import { findForeign } from './find-foreign.ts';

/** Signs of Markdown, HTML and of other systems, without one of which nothing in a value is code. */
const anyCode = /[`<&[{$\\/~=:;(（［.?^|]|[a-z] [-a-z"'.\p{Script=Han}]/u;
/** In a value that no parser of Markdown reads: code, tags, comments, entities, and where links and pictures lead. */
const markup =
  /`[^`\n]{1,300}`|<!--[^>]{0,500}-->|<\?[^>]{0,500}\?>|<\/?[A-Za-z](?:[^<>"'\n]|"[^"\n]{0,400}"|'[^'\n]{0,400}'){0,2000}>|!(?=\[)|\](?:\([^()\n]{0,500}(?:\([^()\n]{0,200}\)[^()\n]{0,200}){0,4}\)|\[[^[\]\n]{0,200}\])|&(?:#\d{1,7}|#[Xx][\dA-Fa-f]{1,6}|[A-Za-z]\w{1,30});/g;

/**
 * The prose of a value, such as a headline, with what is code to other systems as literal as it is in the body: sites
 * print such values through Markdown, HTML and their templates too. The prose itself when nothing in it is code.
 */
export function withoutForeign(prose: Prose): Prose {
  if (!anyCode.test(prose.text)) return prose;
  const literal = codeIn(prose.text);
  if (literal.length === 0) return prose;
  let text = '';
  let done = 0;
  for (const { start, end } of literal) {
    text += prose.text.slice(done, start) + LITERAL.repeat(end - start);
    done = end;
  }
  text += prose.text.slice(done);
  const own: Prose = {
    text,
    rendered: prose.rendered,
    identity: new Identity(),
    at: (from, to) => ({ ...prose.at(from, to), prose: own }),
    kindAt: (index) => (text.charAt(index) === LITERAL ? 'literal' : prose.kindAt(index)),
    isSoftBreak: (index) => prose.isSoftBreak(index),
    encode: (edits) => (edits.some((edit) => cuts(text, edit)) ? undefined : prose.encode(edits)),
  };
  return own;
}

/** Whether an edit changes something literal, or stands inside of it. */
function cuts(text: string, { from, to }: ProseEdit): boolean {
  if (from === to) return text.charAt(from - 1) === LITERAL && text.charAt(from) === LITERAL;
  return text.slice(from, to).includes(LITERAL);
}

/** In order and without overlaps. */
function codeIn(text: string): readonly Range[] {
  const found: Range[] = [...findForeign(text)];
  for (const { 0: written, index } of text.matchAll(markup)) found.push({ start: index, end: index + written.length });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: Range[] = [];
  for (const range of found) {
    const last = joined.at(-1);
    if (last && range.start < last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else joined.push(range);
  }
  return joined;
}
