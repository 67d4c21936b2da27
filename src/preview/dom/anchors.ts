import { type Anchors, lastAtOrBefore, lineAtTop, topOfLine } from '../sync.ts';
import type { ShownBlocks } from './patch.ts';

/** Pixels from the page's top, whatever is scrolled. */
function topOf(element: Element): number {
  return element.getBoundingClientRect().top + (element.ownerDocument.defaultView?.scrollY ?? 0);
}

/** The page's top, its blocks, and its bottom. */
function pageAnchors({ container, elements, starts }: ShownBlocks, lines: number): Anchors {
  const last = elements.length + 1;
  return {
    count: last + 1,
    line: (index) => (index === 0 ? 0 : index === last ? lines : (starts[index - 1] ?? 0)),
    top: (index) => {
      if (index === 0) return 0;
      const element = elements[index - 1];
      return index === last || element === undefined
        ? container.ownerDocument.documentElement.scrollHeight
        : topOf(element);
    },
  };
}

/** What in a block has a line of its own, in order; notes may stand in another order than in the source. */
function linesOf(block: Element): Element[] {
  let last = 0;
  return [...block.querySelectorAll('[data-line]')].filter((element) => {
    const line = Number(element.getAttribute('data-line'));
    if (line < last) return false;
    last = line;
    return true;
  });
}

/** The lines inside one block (list items, table rows), between its own top and that of what follows. */
function innerAnchors(page: Anchors, { elements, starts }: ShownBlocks, index: number): Anchors {
  const block = elements[index - 1];
  const start = starts[index - 1] ?? 0;
  const inner = block ? linesOf(block) : [];
  const count = inner.length + 2;
  return {
    count,
    line: (i) => {
      if (i === 0 || i === count - 1) return page.line(i === 0 ? index : index + 1);
      return start + Number(inner[i - 1]?.getAttribute('data-line') ?? 0);
    },
    top: (i) => {
      const element = inner[i - 1];
      return i === 0 || element === undefined ? page.top(i === 0 ? index : index + 1) : topOf(element);
    },
  };
}

/** How far down the page a source line stands, in pixels. */
export function heightOfLine(blocks: ShownBlocks, lines: number, line: number): number {
  // The page's own head stands above the first block, even where that is the first line.
  if (line <= 0) return 0;
  const page = pageAnchors(blocks, lines);
  const index = lastAtOrBefore(page.count, page.line, line);
  return index < 1 || index >= page.count - 1
    ? topOfLine(page, line)
    : topOfLine(innerAnchors(page, blocks, index), line);
}

/** The source line (with its fraction) at a height of the page. */
export function lineAtHeight(blocks: ShownBlocks, lines: number, top: number): number {
  const page = pageAnchors(blocks, lines);
  const index = lastAtOrBefore(page.count, page.top, top);
  return index < 1 || index >= page.count - 1
    ? lineAtTop(page, top)
    : lineAtTop(innerAnchors(page, blocks, index), top);
}

/** The source line (a whole number) of the innermost thing on the page that has one; `undefined` for the page's own furniture. */
export function lineOfElement(blocks: ShownBlocks, element: Element): number | undefined {
  const said = element.closest('[data-line]');
  const own = said ? Number(said.getAttribute('data-line')) : undefined;
  let block: Element | null = element;
  while (block && block.parentElement !== blocks.container) block = block.parentElement;
  if (block === null) return own;
  const start = blocks.starts[blocks.elements.indexOf(block)] ?? 0;
  return start + (own !== undefined && said && block.contains(said) ? own : 0);
}

/** The innermost thing on the page that begins at a source line or before it; `undefined` where nothing does. */
export function elementOfLine({ container, elements, starts }: ShownBlocks, line: number): Element | undefined {
  const index = lastAtOrBefore(starts.length, (i) => starts[i] ?? 0, line);
  const block = elements[index];
  if (block === undefined) {
    const around = container.ownerDocument.querySelectorAll(`[data-line="${line}"]`);
    return [...around].find((element) => !container.contains(element) || element.contains(container));
  }
  const start = starts[index] ?? 0;
  const inner = linesOf(block);
  const at = lastAtOrBefore(inner.length, (i) => start + Number(inner[i]?.getAttribute('data-line') ?? 0), line);
  return inner[at] ?? block;
}
