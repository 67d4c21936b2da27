import type { Allowance } from './article.ts';
import { lineEnd } from './markdown/block-lines.ts';
import type { Token } from './markdown/markdown.ts';
import type { LineStarts } from './range.ts';

const comment = /<!--\s*allow\s+([^:\s>]+)\s*(?:[:：]([^>]*?))?\s*-->/g;

/** Reads `<!-- allow id: reason -->` comments that stand on lines of their own; each holds for the next block. */
export function readAllowances(tokens: readonly Token[], text: string, lines: LineStarts): readonly Allowance[] {
  const allowances: Allowance[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.type !== 'html_block' || token.map === null) continue;
    const start = lines[token.map[0]] ?? 0;
    const end = lineEnd(text, lines, Math.max(token.map[0], token.map[1] - 1));
    const scope = nextBlock(tokens, i, text, lines);
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

/** The lines of the block after token `index`; empty when nothing follows. */
function nextBlock(
  tokens: readonly Token[],
  index: number,
  text: string,
  lines: LineStarts,
): { start: number; end: number } {
  for (let i = index + 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.nesting < 0) break;
    if (token.map === null) continue;
    if (token.type === 'html_block' && /<!--\s*allow\s/.test(token.content)) continue;
    return { start: lines[token.map[0]] ?? 0, end: lineEnd(text, lines, Math.max(token.map[0], token.map[1] - 1)) };
  }
  const end = lineEnd(text, lines, (tokens[index]?.map?.[1] ?? 1) - 1);
  return { start: end, end };
}
