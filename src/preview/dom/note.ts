import type { Labels } from '../html.ts';
import type { Found } from './findings.ts';
import { button, byId } from './nodes.ts';

/** The note that says what was found, with its fixes. There is one; it shows one mark at a time. */
interface Note {
  /** @param at where the mark is, in our own document; `undefined`: the page does not print it */
  show(found: readonly Found[], at: DOMRect | undefined): void;
  /** The mark is elsewhere now. */
  move(at: DOMRect | undefined): void;
  hide(): void;
  readonly shown: boolean;
  /** The first thing in it that can be pressed. */
  focus(): void;
}

interface NoteActions {
  fix(found: Found, fix: number): void;
  source(found: Found): void;
  close(): void;
}

export function findingNote(labels: Labels, actions: NoteActions): Note {
  const note = byId('note');

  function entry(found: Found, elsewhere: boolean): HTMLElement {
    const { severity, message, fixes } = found.finding;
    const part = document.createElement('section');
    part.className = severity;
    const words = document.createElement('p');
    const kind = document.createElement('strong');
    kind.textContent = labels[severity];
    words.append(kind, ` ${message}`);
    part.append(words);
    if (elsewhere) {
      const aside = document.createElement('p');
      aside.className = 'aside';
      aside.textContent = labels.elsewhere;
      part.append(aside);
    }
    const row = document.createElement('div');
    for (const [index, title] of fixes.entries()) {
      const fix = button(title, () => actions.fix(found, index));
      fix.className = 'fix';
      row.append(fix);
    }
    row.append(button(labels.source, () => actions.source(found)));
    part.append(row);
    return part;
  }

  note.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    actions.close();
  });

  return {
    get shown() {
      return !note.hidden;
    },
    show(found, at) {
      const close = button('×', actions.close);
      close.className = 'close';
      close.setAttribute('aria-label', labels.close);
      note.replaceChildren(...found.map((one) => entry(one, at === undefined)), close);
      note.hidden = false;
      place(note, at);
    },
    move(at) {
      if (!note.hidden) place(note, at);
    },
    hide() {
      note.hidden = true;
      note.replaceChildren();
    },
    focus() {
      note.querySelector('button')?.focus();
    },
  };
}

/** Below the mark, or above it where there is no room; never outside the panel. */
function place(note: HTMLElement, at: DOMRect | undefined): void {
  const bar = byId('bar').getBoundingClientRect().bottom;
  const { offsetWidth, offsetHeight } = note;
  const gap = 6;
  const left = at === undefined ? innerWidth : at.left;
  const below = at === undefined ? bar + gap : at.bottom + gap;
  const above = (at?.top ?? 0) - gap - offsetHeight;
  const top = below + offsetHeight > innerHeight && above > bar ? above : below;
  note.style.left = `${Math.max(gap, Math.min(left, innerWidth - offsetWidth - gap))}px`;
  note.style.top = `${Math.max(bar + gap, Math.min(top, innerHeight - offsetHeight - gap))}px`;
}
