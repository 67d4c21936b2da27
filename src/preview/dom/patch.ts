import morphdom from 'morphdom';
import type { ShownFinding } from '../../page/change.ts';
import type { Update } from '../messages.ts';
import { isElement } from './nodes.ts';

/** The page in the DOM. */
export interface ShownBlocks {
  /** The element whose children are the body's blocks. */
  readonly container: Element;
  /** One element a block, in order. */
  readonly elements: readonly Element[];
  /** First source line of each block. */
  readonly starts: readonly number[];
  /** What was found in each block. */
  readonly found: readonly (readonly ShownFinding[])[];
  /** What was found around the body, and what is not on the page. */
  readonly around: readonly ShownFinding[];
}

/** Marks the element that holds the blocks. */
const HOLDER = 'data-blocks';
/** Where the blocks go while the page around them is read. */
const PLACE = 'blocks';

/**
 * Brings the DOM from one version of the page to the next. Elements of unchanged blocks are not touched, and in a
 * changed block only what changed is, so that pictures, selection and scroll position stay.
 *
 * @param shown the blocks of the version before; `undefined` for the first
 */
export function patchPage(root: Element, shown: ShownBlocks | undefined, update: Update): ShownBlocks {
  const old = shown?.elements ?? [];
  const container = update.around ? patchAround(root, update.around, old) : (shown?.container ?? root);
  // Version 0 is the empty page: whatever stands there is replaced.
  const start = update.base === 0 ? 0 : update.start;
  const end = update.base === 0 ? old.length : start + update.removed;
  const fresh = update.blocks.map(({ html }) => parseBlock(root.ownerDocument, html));
  const patched: Element[] = [];
  const following = old[end] ?? null;
  for (const [i, element] of fresh.entries()) {
    const before = start + i < end ? old[start + i] : undefined;
    if (before === undefined) container.insertBefore(element, following);
    patched.push(before === undefined ? element : patchElement(before, element));
  }
  for (const element of old.slice(Math.min(start + fresh.length, end), end)) element.remove();
  const found = shown?.found ?? [];
  return {
    container,
    elements: [...old.slice(0, start), ...patched, ...old.slice(end)],
    starts: update.starts,
    found: [...found.slice(0, start), ...update.blocks.map(({ findings }) => findings), ...found.slice(end)],
    around: update.around?.findings ?? shown?.around ?? [],
  };
}

function parseBlock(page: Document, html: string): Element {
  const template = page.createElement('template');
  template.innerHTML = html;
  const { firstElementChild, childElementCount } = template.content;
  if (firstElementChild && childElementCount === 1) return firstElementChild;
  // Every block is one element; should a theme's block ever not be, the count of blocks still holds.
  const holder = page.createElement('div');
  holder.append(template.content);
  return holder;
}

function patchElement(before: Element, after: Element): Element {
  if (before.tagName !== after.tagName) {
    before.replaceWith(after);
    return after;
  }
  morphdom(before, after, { onBeforeElUpdated: (from, to) => !from.isEqualNode(to) });
  return before;
}

function patchAround(root: Element, around: { before: string; after: string }, blocks: readonly Element[]): Element {
  const page = root.ownerDocument;
  const next = page.createElement('template');
  next.innerHTML = `${around.before}<!--${PLACE}-->${around.after}`;
  holderOf(page, next.content).setAttribute(HOLDER, '');
  const wrapped = page.createElement(root.tagName);
  wrapped.append(next.content);
  morphdom(root, wrapped, {
    childrenOnly: true,
    getNodeKey: (node) => (isElement(node) && node.hasAttribute(HOLDER) ? HOLDER : undefined),
    onBeforeElUpdated: (from, to) => !from.isEqualNode(to),
    onBeforeElChildrenUpdated: (from) => !from.hasAttribute(HOLDER),
  });
  const holder = root.querySelector(`[${HOLDER}]`) ?? root;
  if (blocks[0] && blocks[0].parentElement !== holder) holder.replaceChildren(...blocks);
  else if (blocks.length === 0) holder.replaceChildren();
  return holder;
}

/** The element that the layout puts the body into. */
function holderOf(page: Document, content: DocumentFragment): Element {
  const walker = page.createTreeWalker(content, NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) {
    const { currentNode } = walker;
    if (currentNode.nodeValue === PLACE && currentNode.parentElement) {
      const holder = currentNode.parentElement;
      currentNode.parentNode?.removeChild(currentNode);
      return holder;
    }
  }
  throw new Error('the page has no place for its body');
}
