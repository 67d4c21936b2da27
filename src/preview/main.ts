import { heightOfLine, lineAtHeight } from './dom/anchors.ts';
import { toolbar } from './dom/bar.ts';
import { copyingOf } from './dom/copy-selection.ts';
import { findingWalk } from './dom/finding-walk.ts';
import { countFound } from './dom/findings.ts';
import { dressFrame, openFrame, type PageFrame, showOnPaper, showScheme, sizeFrame } from './dom/frame.ts';
import { byId } from './dom/nodes.ts';
import { patchPage, type ShownBlocks } from './dom/patch.ts';
import { pointing } from './dom/pointing.ts';
import { typing } from './dom/typing.ts';
import type { Labels } from './html.ts';
import {
  type Cursor,
  type Dress,
  type FromPreview,
  isToPreview,
  type Panel,
  type PreviewState,
  readPreviewState,
  type Update,
} from './messages.ts';
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
  const labels: Labels = JSON.parse(document.body.dataset.labels ?? '{}');
  const stage = byId('stage');
  const kept = readPreviewState(editor.getState());
  let state: PreviewState = kept ?? {
    resource: '',
    line: 0,
    locked: false,
    findings: true,
    view: 'fit',
    scheme: 'auto',
  };
  let frame: PageFrame | undefined;
  /** Opening it takes a moment, in which it must not be opened again. */
  let cards: Promise<PageFrame> | undefined;
  let cardsHtml = '';
  let dress: Dress | undefined;
  let shown: ShownBlocks | undefined;
  let version = 0;
  let lines = 0;
  let lead: ScrollLead = kept ? { ...atRest, held: kept.line } : atRest;
  let waiting = false;
  let click: Panel['click'] = 'doubleClick';
  let cursor: Cursor | undefined;

  const say = (message: FromPreview): void => editor.postMessage(message);
  const wants = () => ({ findings: state.findings, cards: state.view === 'cards' });
  const keep = (next: Partial<PreviewState>): void => {
    state = { ...state, ...next };
    editor.setState(state);
  };

  const bar = toolbar(labels, {
    look(next) {
      keep(next);
      bar.look(state);
      note.close();
      if (!state.findings) bar.counts(undefined);
      say({ type: 'wants', ...wants() });
      void look();
    },
    step: (by) => note.step(by),
    lock: (locked) => say({ type: 'lock', locked }),
    showRemote: () => say({ type: 'remote' }),
  });

  const note = findingWalk(labels, {
    blocks: () => shown,
    scale: () => scale,
    frame: () => frame,
    fix: (found, fix) => say({ type: 'fix', version, block: found.block, finding: found.index, fix }),
    source: ({ finding }) => say({ type: 'source', line: finding.line, column: finding.column, go: true }),
    moved: () => {
      if (frame) lead = scriptSets({ ...lead, held: undefined }, frame.window.scrollY);
    },
  });

  const point = pointing({
    blocks: () => shown,
    lines: () => lines,
    click: () => click,
    say,
    open: (mark) => note.open(mark, true),
  });

  const ahead = typing();
  const copying = copyingOf(() => frame?.document);

  let scale = 1;

  /** Gives the page the look that the reader chose, in the panel as it is. */
  async function look(): Promise<void> {
    document.body.dataset.view = state.view;
    if (state.view === 'cards' && dress && frame && cardsHtml !== '') {
      cards ??= openCards(dress);
      const lists = await cards;
      sizeFrame(lists, stage, 'cards');
      showScheme(lists, state.scheme, 'cards');
      const template = lists.document.createElement('template');
      template.innerHTML = cardsHtml;
      lists.document.body.replaceChildren(template.content);
    }
    if (!frame) return;
    scale = sizeFrame(frame, stage, state.view);
    showOnPaper(frame, state.view === 'print');
    showScheme(frame, state.scheme, state.view);
    settle();
  }

  async function openCards(worn: Dress): Promise<PageFrame> {
    const opened = await openFrame(stage, labels.views.cards);
    opened.element.className = 'cards';
    await dressFrame(opened, { ...worn, body: { class: 'copydesk-lists' } }, document.documentElement.lang);
    opened.document.title = labels.views.cards;
    return opened;
  }

  /** Puts the page back where the editor holds it; where the reader leads, the browser keeps the place by itself. */
  function settle(): void {
    if (!frame) return;
    if (shown && lead.held !== undefined)
      frame.window.scrollTo({ top: heightOfLine(shown, lines, lead.held), behavior: 'instant' });
    lead = scriptSets(lead, frame.window.scrollY);
  }

  async function wear(next: Dress, lang: string): Promise<PageFrame> {
    const page = await openFrame(stage, labels.page);
    await dressFrame(page, next, lang);
    if (frame && shown && lead.held === undefined) {
      lead = { ...lead, held: lineAtHeight(shown, lines, frame.window.scrollY) };
    }
    frame?.element.remove();
    void cards?.then(({ element }) => element.remove());
    cards = undefined;
    frame = page;
    dress = next;
    shown = undefined;
    page.window.addEventListener('scroll', scrolled);
    // A stylesheet or a picture that arrives late moves what is below it; load events do not bubble.
    page.document.addEventListener(
      'load',
      ({ target }) => {
        if ((target as Element).tagName === 'LINK') void look();
        else settle();
      },
      true,
    );
    note.attach(page);
    copying.attach(page.document);
    point.attach(page);
    return page;
  }

  async function show(update: Update): Promise<void> {
    if ((update.base !== 0 && update.base !== version) || (!frame && !update.dress)) {
      version = 0;
      say({ type: 'ready', version, ...wants() });
      return;
    }
    const began = performance.now();
    const other = state.resource !== '' && state.resource !== update.resource;
    if (other) {
      lead = { ...atRest, held: 0 };
      cursor = undefined;
    }
    const fresh = update.dress !== undefined;
    const page = update.dress ? await wear(update.dress, update.lang) : frame;
    if (!page) return;
    page.document.documentElement.lang = update.lang;
    page.document.title = update.title;
    page.element.title = labels.page;
    ahead.before(update, shown);
    shown = patchPage(page.document.body, shown, update);
    ahead.after(update.textVersion, shown);
    version = update.number;
    lines = update.lines;
    cardsHtml = update.cards ?? '';
    if (fresh || state.view === 'cards') await look();
    else settle();
    note.updated();
    point.cursor(cursor, false);
    bar.counts(state.findings ? countFound(shown) : undefined);
    bar.remote(update.remote);
    if (state.resource !== update.resource) keep({ resource: update.resource, line: other ? 0 : state.line });
    say({ type: 'patched', version, milliseconds: performance.now() - began });
  }

  function scrolled(): void {
    if (!frame) return;
    note.scrolled();
    const next = pageScrolls(lead, frame.window.scrollY, performance.now());
    if (next === undefined) return;
    lead = next;
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      if (!frame || shown === undefined || lead.held !== undefined) return;
      const line = lineAtHeight(shown, lines, frame.window.scrollY);
      keep({ line });
      say({ type: 'scrolled', line });
    });
  }

  /** One after the other: opening the frame takes a moment, and the next update is made for what this one shows. */
  let last: Promise<void> = Promise.resolve();
  const next = (job: () => void | Promise<void>): void => {
    last = last.then(job).catch((error: unknown) => console.error(error));
  };
  window.addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
    // VS Code speaks from around this window. The pages inside it have nothing to say.
    if (isInside(source) || !isToPreview(data)) return;
    if (data.type === 'update') {
      next(() => show(data));
    } else if (data.type === 'typed') {
      next(() => ahead.typed(data, shown));
    } else if (data.type === 'same') {
      next(() => {
        ahead.before(undefined, shown);
        ahead.after(data.textVersion, shown);
      });
    } else if (data.type === 'marks') {
      const { since: _gone, ...rest } = state;
      state = rest;
      keep(data.since ? { since: data.since } : {});
    } else if (data.type === 'panel') {
      click = data.click;
      keep({ locked: data.locked });
      bar.panel(data);
    } else {
      next(() => {
        const line = data.line;
        const led = editorScrolls(lead, line, performance.now());
        if (data.type === 'cursor') {
          cursor = data;
          const moved = point.cursor(data, data.scroll && led !== undefined);
          if (moved && frame && shown) {
            const held = lineAtHeight(shown, lines, frame.window.scrollY);
            lead = scriptSets({ ...lead, held }, frame.window.scrollY);
          }
          return;
        }
        if (led === undefined) return;
        lead = led;
        settle();
        keep({ line });
      });
    }
  });

  new ResizeObserver(() => void look()).observe(stage);
  // VS Code says by its body's class which theme the editor has.
  new MutationObserver(() => void look()).observe(document.body, { attributeFilter: ['class'] });
  note.attachKeys(window);
  bar.look(state);
  if (!state.findings) bar.counts(undefined);
  document.body.dataset.view = state.view;
  say({ type: 'ready', version, ...wants() });
}

/** Whether a message came from one of the frames that show pages. */
function isInside(source: MessageEventSource | null): boolean {
  return [...document.querySelectorAll('iframe')].some(({ contentWindow }) => contentWindow === source);
}
