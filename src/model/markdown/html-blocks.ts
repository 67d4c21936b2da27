import { type HtmlStep, htmlSteps } from './html-steps.ts';
import { HtmlTree } from './html-tree.ts';
import type { Token, TokenClass } from './token.ts';

/**
 * Reads blocks of raw HTML: after each `html_block` stand the tokens that Markdown of the same looks would have, their
 * text in inline tokens that are a piece of the block, so that checks read it and the page draws it like any other. The
 * tokens nest whatever the HTML does; an element may begin in one block and end in a later one beside it. What is not
 * known to be harmless has no token. Linear in the length of the blocks.
 *
 * @param resolve text with its entities resolved
 */
export function readHtmlBlocks(
  tokens: readonly Token[],
  Token: TokenClass,
  resolve: (text: string) => string,
): readonly Token[] {
  const blocks = new Map<Token, readonly HtmlStep[]>();
  for (const token of tokens) {
    if (token.type !== 'html_block') continue;
    const steps = htmlSteps(token.content);
    if (steps.length > 0) blocks.set(token, steps);
  }
  if (blocks.size === 0) return tokens;
  // Elements that nothing closes end with the block that opened them; which these are, only a first reading tells.
  const { unclosed } = grown(new HtmlTree(Token, new Set()), tokens, blocks, resolve);
  return grown(new HtmlTree(Token, unclosed), tokens, blocks, resolve).tokens;
}

function grown(
  tree: HtmlTree,
  tokens: readonly Token[],
  blocks: ReadonlyMap<Token, readonly HtmlStep[]>,
  resolve: (text: string) => string,
): HtmlTree {
  for (const token of tokens) {
    const steps = blocks.get(token);
    if (steps === undefined && token.type !== 'html_block') {
      tree.markdown(token);
      continue;
    }
    tree.begin(token);
    for (const step of steps ?? []) {
      if (step.kind === 'run') tree.run(step);
      else if (step.kind === 'code') tree.code(resolve(step.text), step.line);
      else if (step.kind === 'open') tree.open(step);
      else tree.close(step);
    }
    tree.end();
  }
  tree.finish();
  return tree;
}
