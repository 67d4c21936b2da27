import type { Labels } from '../html.ts';
import { allFound, type Found, foundAt, markOf, sameFound } from './findings.ts';
import type { PageFrame } from './frame.ts';
import { byId, isElement } from './nodes.ts';
import { findingNote } from './note.ts';
import type { ShownBlocks } from './patch.ts';

interface WalkHost {
  blocks(): ShownBlocks | undefined;
  frame(): PageFrame | undefined;
  /** How much smaller than written the page is shown. */
  scale(): number;
  fix(found: Found, fix: number): void;
  source(found: Found): void;
  /** The page was scrolled to a finding. */
  moved(): void;
}

/** How a reader goes from finding to finding and opens them, by mouse, by keyboard and by ear. */
interface FindingWalk {
  /** Listens to a page that was just dressed. */
  attach(frame: PageFrame): void;
  /** F8 and Shift+F8 go on from finding to finding. */
  attachKeys(target: Window | Document): void;
  /** Shows what a mark stands for. `enter`: the keyboard goes there. */
  open(mark: HTMLElement, enter: boolean): void;
  step(by: 1 | -1): void;
  close(): void;
  /** The page has changed. */
  updated(): void;
  scrolled(): void;
}

export function findingWalk(labels: Labels, host: WalkHost): FindingWalk {
  let current: Found | undefined;
  let mark: HTMLElement | undefined;
  /** A fix was chosen: when the page has changed, how many are left is told. */
  let fixing = false;
  const said = byId('said');

  const note = findingNote(labels, {
    fix(found, fix) {
      fixing = true;
      host.fix(found, fix);
      close();
    },
    source(found) {
      host.source(found);
      close();
    },
    close,
  });

  function close(): void {
    if (!note.shown) return;
    note.hide();
    if (mark?.isConnected) mark.focus({ preventScroll: true });
    mark = undefined;
  }

  /** Where the mark is in our own document. */
  function placeOf(element: Element): DOMRect | undefined {
    const outer = host.frame()?.element.getBoundingClientRect();
    if (!outer) return undefined;
    const { left, top, width, height } = element.getBoundingClientRect();
    const scale = host.scale();
    return new DOMRect(outer.left + left * scale, outer.top + top * scale, width * scale, height * scale);
  }

  function open(element: HTMLElement, enter: boolean): void {
    const shown = host.blocks();
    const found = shown ? foundAt(shown, element) : [];
    if (found.length === 0) return;
    mark = element;
    current = found[0];
    note.show(found, placeOf(element));
    if (enter) note.focus();
  }

  function step(by: 1 | -1): void {
    const shown = host.blocks();
    if (!shown) return;
    const all = allFound(shown);
    if (all.length === 0) return;
    const at = all.findIndex((found) => sameFound(found, current));
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
    const found = all[next];
    if (!found) return;
    current = found;
    const place = labels.place.replace('{0}', String(next + 1)).replace('{1}', String(all.length));
    const element = markOf(shown, found);
    if (element) {
      element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      host.moved();
      element.focus({ preventScroll: true });
      mark = element;
      note.show([found], placeOf(element));
      // The mark that has the focus says what was found.
      said.textContent = place;
    } else {
      mark = undefined;
      note.show([found], undefined);
      said.textContent = `${place} ${labels[found.finding.severity]} ${found.finding.message}`;
      note.focus();
    }
  }

  function attachKeys(target: Window | Document): void {
    target.addEventListener('keydown', (event) => {
      const { key, shiftKey, altKey, ctrlKey, metaKey, isTrusted, defaultPrevented } = event as KeyboardEvent;
      if (defaultPrevented || !isTrusted || altKey || ctrlKey || metaKey) return;
      if (key === 'F8') step(shiftKey ? -1 : 1);
      else if (key === 'Escape' && note.shown) close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  // What is neither the note nor a mark puts the note away.
  window.addEventListener('pointerdown', ({ target }) => {
    if (note.shown && isElement(target) && !target.closest('#note, #found')) {
      note.hide();
      mark = undefined;
    }
  });

  return {
    attachKeys,
    attach({ document: page }) {
      attachKeys(page);
      page.addEventListener('keydown', (event) => {
        if ((event.key !== 'Enter' && event.key !== ' ') || event.defaultPrevented || event.isComposing) return;
        const element = isElement(event.target) ? event.target.closest<HTMLElement>('[data-findings]') : null;
        if (!element || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        open(element, true);
      });
      page.addEventListener('pointerdown', ({ target }) => {
        if (note.shown && isElement(target) && !target.closest('[data-findings]')) note.hide();
      });
    },
    open,
    step,
    close,
    updated() {
      const shown = host.blocks();
      if (!shown) return;
      // The numbers of an older page are something else on this one; a mark that is still there keeps its note.
      if (note.shown) {
        const [again] = mark?.isConnected ? foundAt(shown, mark) : [];
        const same = again?.finding.message === current?.finding.message ? mark : undefined;
        const entered = document.activeElement?.closest('#note') != null;
        note.hide();
        mark = undefined;
        if (same && !fixing) open(same, entered);
      }
      if (!fixing) return;
      fixing = false;
      const left = allFound(shown).length;
      said.textContent = left === 0 ? labels.none : labels.left.replace('{0}', String(left));
    },
    scrolled() {
      if (note.shown && mark?.isConnected) note.move(placeOf(mark));
    },
  };
}
