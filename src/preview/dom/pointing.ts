import type { ClickToSource, Cursor, FromPreview } from '../messages.ts';
import { elementOfLine, lineAtHeight, lineOfElement } from './anchors.ts';
import type { PageFrame } from './frame.ts';
import { forwardKeys, isElement } from './nodes.ts';
import type { ShownBlocks } from './patch.ts';

interface PointingHost {
  blocks(): ShownBlocks | undefined;
  lines(): number;
  click(): ClickToSource;
  say(message: FromPreview): void;
  /** A mark was clicked. */
  open(mark: HTMLElement): void;
}

/** What the reader points at on the page, and what the editor's cursor points at. */
interface Pointing {
  /** Listens to a page that was just dressed. */
  attach(frame: PageFrame): void;
  /** Shows where the editor's cursor is; returns whether the page was scrolled to it. */
  cursor(cursor: Cursor | undefined, scroll: boolean): boolean;
}

/** Marks the block of the editor's cursor. */
const HERE = 'data-cursor';

export function pointing({ blocks, lines, click, say, open }: PointingHost): Pointing {
  let here: Element | undefined;

  function lineAt(target: EventTarget | null): number | undefined {
    const shown = blocks();
    return shown && isElement(target) ? lineOfElement(shown, target) : undefined;
  }

  function toSource(target: EventTarget | null, go: boolean): void {
    const line = lineAt(target);
    if (line !== undefined) say({ type: 'source', line, go });
  }

  return {
    attach({ document: page, window: view }) {
      here = undefined;
      forwardKeysAfter(page);
      page.addEventListener('click', (event) => {
        const { target } = event;
        if (!isElement(target)) return;
        const mark = target.closest<HTMLElement>('[data-findings]');
        const link = target.closest('a');
        // Nothing of the page is followed in the page: the extension decides, and asks where it must.
        if (link || mark) event.preventDefault();
        if (mark) open(mark);
        else if (link) follow(link);
        else if (click() === 'click' && event.detail === 1 && page.getSelection()?.isCollapsed !== false)
          toSource(target, false);
      });
      page.addEventListener('auxclick', (event) => {
        const link = isElement(event.target) ? event.target.closest('a') : null;
        if (!link) return;
        event.preventDefault();
        if (event.button === 1) follow(link);
      });
      page.addEventListener('submit', (event) => event.preventDefault(), true);
      page.addEventListener('dblclick', ({ target }) => {
        if (click() !== 'off' && isElement(target) && !target.closest('[data-findings], a')) toSource(target, true);
      });

      function follow(link: Element): void {
        const href = link.getAttribute('href') ?? '';
        if (href.startsWith('#')) {
          let id = href.slice(1);
          try {
            id = decodeURIComponent(id);
          } catch {
            // As it is written.
          }
          page.getElementById(id)?.scrollIntoView();
        } else if (href !== '') say({ type: 'open', href });
      }

      function forwardKeysAfter(target: Document): void {
        target.addEventListener('keydown', (event) => {
          if (event.key !== 'Enter' || event.defaultPrevented || event.isComposing || hasModifier(event)) return;
          const at = event.target;
          if (isElement(at) && at.closest('[data-findings], button, input, select, textarea, summary')) return;
          if (isElement(at) && at.closest('a[href]')) return;
          const shown = blocks();
          if (!shown || click() === 'off') return;
          // Where the reader's cursor or selection is, else what stands at the top of the window.
          const chosen = target.getSelection()?.anchorNode?.parentElement;
          const line = chosen ? lineOfElement(shown, chosen) : undefined;
          say({ type: 'source', line: line ?? Math.floor(lineAtHeight(shown, lines(), view.scrollY)), go: true });
        });
        forwardKeys(target);
      }
    },

    cursor(cursor, scroll) {
      const shown = blocks();
      const next = cursor && shown ? elementOfLine(shown, cursor.line) : undefined;
      if (here !== next) here?.removeAttribute(HERE);
      here = next;
      if (next === undefined) return false;
      // A block that was patched has lost it.
      if (!next.hasAttribute(HERE)) next.setAttribute(HERE, '');
      if (!scroll) return false;
      const { top, bottom } = next.getBoundingClientRect();
      const height = next.ownerDocument.defaultView?.innerHeight ?? 0;
      if (bottom > 0 && top < height && (top >= 0 || bottom <= height || bottom - top > height)) return false;
      next.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      return true;
    },
  };
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
}
