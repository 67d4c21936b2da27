import { placeOf } from '../keystroke.ts';
import type { Typed, Update } from '../messages.ts';
import { elementOfLine } from './anchors.ts';
import type { ShownBlocks } from './patch.ts';

/**
 * Shows what is typed at once, in the text that is there; the page that is drawn from it follows and has the last word.
 * Whatever is changed here is undone before the next page is put over the one before.
 */
interface Typing {
  typed(typed: Typed, shown: ShownBlocks | undefined): void;
  /** The page before is about to be replaced by `update`; `undefined`: it stays as it was drawn. */
  before(update: Update | undefined, shown: ShownBlocks | undefined): void;
  /** The page of a version of the text is there: what was typed since is shown on it. */
  after(version: number, shown: ShownBlocks | undefined): void;
}

/** Without an answer for so many keystrokes, something else is wrong. */
const most = 1000;

export function typing(): Typing {
  /** The version of the text that is shown, what was typed included. */
  let version = -1;
  /** Keystrokes that no page has caught up with, in order. */
  let waiting: Typed[] = [];
  /** Texts as the page has them. */
  const drawn = new Map<Text, string>();

  function show(typed: Typed, shown: ShownBlocks): void {
    // One that could not be shown is a gap: what comes after it waits for the page.
    if (typed.version !== version + 1) return;
    const element = elementOfLine(shown, typed.line);
    const texts = element ? textsOf(element) : [];
    const place = placeOf(typed, texts.map(({ data }) => data).join(''));
    if (place === undefined) return;
    for (const { node, from, to, text } of pieces(texts, place, typed.removed, typed.text)) {
      if (!drawn.has(node)) drawn.set(node, node.data);
      // Not by a new text: the reader's selection stays.
      node.replaceData(from, to - from, text);
    }
    version = typed.version;
  }

  return {
    typed(typed, shown) {
      if (waiting.length >= most) waiting = [];
      waiting.push(typed);
      if (shown) show(typed, shown);
    },
    before(update, shown) {
      for (const [node, data] of drawn) {
        if (!node.isConnected || node.data === data) continue;
        // What is drawn anew is compared as it is, so that mostly nothing is left to do.
        if (!update || !shown || !replaced(node, update, shown)) node.data = data;
      }
      drawn.clear();
    },
    after(of, shown) {
      version = of;
      waiting = waiting.filter((typed) => typed.version > of);
      if (shown) for (const typed of waiting) show(typed, shown);
    },
  };
}

function replaced(node: Text, update: Update, { container, elements }: ShownBlocks): boolean {
  let block: Element | null = node.parentElement;
  while (block && block.parentElement !== container) block = block.parentElement;
  if (block === null) return update.around !== undefined;
  const index = elements.indexOf(block);
  return index >= update.start && index < update.start + update.removed;
}

interface Piece {
  readonly node: Text;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What marks words of an earlier version, which the text has no more. */
const gone = '.copydesk-removed, .copydesk-gone';

/** The texts in an element that are those of the source. */
function textsOf(element: Element): readonly Text[] {
  const texts: Text[] = [];
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    if (!node.parentElement?.closest(gone)) texts.push(node);
  return texts;
}

/** What must be done to texts so that `[place, place + removed)` becomes `text`. */
function pieces(texts: readonly Text[], place: number, removed: number, text: string): readonly Piece[] {
  const found: Piece[] = [];
  let start = 0;
  let left = text;
  for (const node of texts) {
    const end = start + node.length;
    const from = Math.max(place, start);
    const to = Math.min(place + removed, end);
    if (end >= place && (to > from || left !== '')) {
      found.push({ node, from: from - start, to: Math.max(from, to) - start, text: left });
      left = '';
    }
    start = end;
    if (start >= place + removed && left === '') break;
  }
  return found;
}
