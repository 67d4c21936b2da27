import { heightOfLine, lineAtHeight, lineOfElement } from './dom/anchors.ts';
import { patchPage, type ShownBlocks } from './dom/patch.ts';
import { type FromPreview, isPreviewState, isToPreview, type PreviewState, type Update } from './messages.ts';
import { atRest, editorScrolls, pageScrolls, type ScrollLead, scriptSets } from './sync.ts';

/** What VS Code gives a webview. */
declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

run();

/** Runs the preview: shows what it is told, and tells what the reader does. The state of a preview lives in here. */
function run(): void {
  const editor = acquireVsCodeApi();
  const root = document.getElementById('page') ?? document.body;
  const kept = editor.getState();
  let shown: ShownBlocks | undefined;
  let version = 0;
  let lines = 0;
  let state: PreviewState | undefined = isPreviewState(kept) ? kept : undefined;
  let lead: ScrollLead = state ? { ...atRest, held: state.line } : atRest;
  let waiting = false;

  const say = (message: FromPreview): void => editor.postMessage(message);

  const keep = (next: PreviewState): void => {
    state = next;
    editor.setState(next);
  };

  /** Puts the page back where the editor holds it; where the reader leads, the browser keeps the place by itself. */
  const settle = (): void => {
    if (shown && lead.held !== undefined)
      window.scrollTo({ top: heightOfLine(shown, lines, lead.held), behavior: 'instant' });
    lead = scriptSets(lead, window.scrollY);
  };

  const show = (update: Update): void => {
    if (update.base !== 0 && update.base !== version) {
      say({ type: 'ready', version: 0 });
      return;
    }
    const began = performance.now();
    const other = state !== undefined && state.resource !== update.resource;
    if (other) lead = { ...atRest, held: 0 };
    document.documentElement.lang = update.lang;
    document.title = update.title;
    shown = patchPage(root, shown, update);
    version = update.version;
    lines = update.lines;
    settle();
    keep({ resource: update.resource, line: other ? 0 : (state?.line ?? 0) });
    say({ type: 'patched', version, milliseconds: performance.now() - began });
  };

  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isToPreview(data)) return;
    if (data.type === 'update') {
      show(data);
      return;
    }
    const next = editorScrolls(lead, data.line, performance.now());
    if (next === undefined) return;
    lead = next;
    settle();
    if (state) keep({ ...state, line: data.line });
  });

  window.addEventListener('scroll', () => {
    const next = pageScrolls(lead, window.scrollY, performance.now());
    if (next === undefined) return;
    lead = next;
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      if (shown === undefined || lead.held !== undefined) return;
      const line = lineAtHeight(shown, lines, window.scrollY);
      if (state) keep({ ...state, line });
      say({ type: 'scrolled', line });
    });
  });

  // A picture that arrives late moves what is below it; load events do not bubble.
  root.addEventListener('load', settle, true);
  window.addEventListener('resize', settle);

  document.addEventListener('dblclick', ({ target }) => {
    const line = shown && target instanceof Element ? lineOfElement(shown, target) : undefined;
    if (line !== undefined) say({ type: 'source', line });
  });

  document.addEventListener('keydown', (event) => {
    if (
      event.key !== 'Enter' ||
      event.defaultPrevented ||
      event.isComposing ||
      hasModifier(event) ||
      shown === undefined
    )
      return;
    if (event.target instanceof Element && event.target.closest('a[href], button, input, summary')) return;
    // Where the reader's cursor or selection is, else what stands at the top of the window.
    const chosen = document.getSelection()?.anchorNode?.parentElement;
    const line = chosen && root.contains(chosen) ? lineOfElement(shown, chosen) : undefined;
    say({ type: 'source', line: line ?? Math.floor(lineAtHeight(shown, lines, window.scrollY)) });
  });

  // VS Code itself follows http, https and mailto, and asks first. It would open a path as a page of the webview's.
  const follow = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href') ?? undefined;
    if (href === undefined || /^(?:https?|mailto):/i.test(href)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'click' && !href.startsWith('#')) say({ type: 'open', href });
  };
  window.addEventListener('click', follow, true);
  window.addEventListener('auxclick', follow, true);

  say({ type: 'ready', version });
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
}
