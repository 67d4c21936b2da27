import type { Labels } from '../html.ts';
import { type Panel, type Scheme, schemes, type View, views } from '../messages.ts';
import { isOneOf } from '../shapes.ts';
import { byId } from './nodes.ts';
import { moveByKeys } from './toolbar-keys.ts';

/** What a reader has chosen for a preview. */
interface Look {
  readonly view: View;
  readonly scheme: Scheme;
  /** Findings are marked. */
  readonly findings: boolean;
}

interface BarActions {
  look(next: Partial<Look>): void;
  /** To the next finding, or with -1 to the one before. */
  step(by: 1 | -1): void;
  lock(locked: boolean): void;
  showRemote(): void;
}

/** The bar above the page. */
interface Bar {
  look(look: Look): void;
  /** `undefined` while findings are not marked. */
  counts(counts: Readonly<Record<'error' | 'warning' | 'info', number>> | undefined): void;
  panel(panel: Panel): void;
  /** How many pictures of other sites the page would have. */
  remote(pictures: number): void;
}

export function toolbar(labels: Labels, actions: BarActions): Bar {
  const view = byId<HTMLSelectElement>('view');
  const scheme = byId<HTMLSelectElement>('scheme');
  const marks = byId<HTMLButtonElement>('marks');
  const lock = byId<HTMLButtonElement>('lock');
  const remote = byId('remote');
  const [words, allow] = [remote.querySelector('span'), remote.querySelector('button')];
  const settleStop = moveByKeys(byId('bar'));
  let locked = false;
  let marked = true;
  let pictures = 0;
  let allowed: Panel['remote'] = 'hidden';

  view.addEventListener('change', () => {
    if (isOneOf(view.value, views)) actions.look({ view: view.value });
  });
  scheme.addEventListener('change', () => {
    if (isOneOf(scheme.value, schemes)) actions.look({ scheme: scheme.value });
  });
  marks.addEventListener('click', () => actions.look({ findings: !marked }));
  byId('previous').addEventListener('click', () => actions.step(-1));
  byId('next').addEventListener('click', () => actions.step(1));
  lock.addEventListener('click', () => actions.lock(!locked));
  allow?.addEventListener('click', actions.showRemote);

  function say(element: HTMLElement, text: string): void {
    element.title = text;
    element.setAttribute('aria-label', text);
  }

  function notice(): void {
    remote.hidden = pictures === 0 || allowed === 'shown';
    if (words)
      words.textContent = (allowed === 'untrusted' ? labels.untrusted : labels.remote).replace('{0}', String(pictures));
    if (allow) allow.hidden = allowed !== 'hidden';
  }

  return {
    look(look) {
      view.value = look.view;
      scheme.value = look.scheme;
      marked = look.findings;
      marks.setAttribute('aria-pressed', String(marked));
      say(marks, marked ? labels.hideFindings : labels.showFindings);
    },
    counts(counts) {
      byId('found').hidden = counts === undefined;
      if (counts === undefined) return settleStop();
      const parts = (['error', 'warning', 'info'] as const).filter((severity) => counts[severity] > 0);
      const spans = parts.map((severity) => {
        const span = document.createElement('span');
        span.className = severity;
        span.textContent = String(counts[severity]);
        return span;
      });
      const count = byId('count');
      count.replaceChildren(...(spans.length > 0 ? spans : [labels.none]));
      const inWords = { error: labels.errors, warning: labels.warnings, info: labels.infos };
      const all = parts.map((severity) => inWords[severity].replace('{0}', String(counts[severity]))).join(', ');
      count.setAttribute('role', 'img');
      say(count, all || labels.none);
      for (const id of ['previous', 'next']) byId<HTMLButtonElement>(id).disabled = parts.length === 0;
      settleStop();
    },
    panel(panel) {
      locked = panel.locked;
      lock.setAttribute('aria-pressed', String(locked));
      say(lock, locked ? labels.unlock : labels.lock);
      allowed = panel.remote;
      notice();
    },
    remote(count) {
      pictures = count;
      notice();
    },
  };
}
