import type { Allowance } from './article.ts';
import { lineEnd } from './markdown/block-lines.ts';
import type { Token } from './markdown/token.ts';
import type { LineStarts, Range } from './range.ts';

const comment = /<!--\s*allow\s+([^:\s>]+)\s*(?:[:：]([^>]*?))?\s*-->/g;

/** Reads `<!-- allow id: reason -->` comments that stand on lines of their own; each holds for the next block. */
export function readAllowances(tokens: readonly Token[], text: string, lines: LineStarts): readonly Allowance[] {
  const allowances: Allowance[] = [];
  for (let i = 0, next = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.type !== 'html_block' || token.map === null || !isAllowance(token)) continue;
    const start = lines[token.map[0]] ?? 0;
    const end = lineEnd(text, lines, Math.max(token.map[0], token.map[1] - 1));
    // Of comments in a row each would look past all that follow.
    if (next <= i) next = blockAfter(tokens, i);
    const scope = scopeOf(tokens[next], text, lines) ?? afterToken(token, text, lines);
    for (const match of text.slice(start, end).matchAll(comment)) {
      const from = start + match.index;
      allowances.push({
        check: match[1] ?? '',
        reason: (match[2] ?? '').trim(),
        at: { from: 0, to: 0, start: from, end: from + match[0].length },
        scope,
      });
    }
  }
  return allowances;
}

const isAllowance = ({ content }: Token): boolean => /<!--\s*allow\s/.test(content);

/** The index of the next token that begins a block and is no allowance, or of the end of what holds token `index`. */
function blockAfter(tokens: readonly Token[], index: number): number {
  for (let i = index + 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.nesting < 0) return i;
    if (token.map !== null && !(token.type === 'html_block' && isAllowance(token))) return i;
  }
  return tokens.length;
}

/** The lines of the block that a token begins; `undefined` where it begins none. */
function scopeOf(token: Token | undefined, text: string, lines: LineStarts): Range | undefined {
  if (token === undefined || token.map === null || token.nesting < 0) return undefined;
  return { start: lines[token.map[0]] ?? 0, end: lineEnd(text, lines, Math.max(token.map[0], token.map[1] - 1)) };
}

/** Nothing, after the last line of a token. */
function afterToken(token: Token, text: string, lines: LineStarts): Range {
  const end = lineEnd(text, lines, (token.map?.[1] ?? 1) - 1);
  return { start: end, end };
}
