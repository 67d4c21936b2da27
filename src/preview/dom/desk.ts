import type { DeskRow } from '../../desk/row.ts';
import { dayClock } from '../desk-day.ts';
import type { DeskWords } from '../desk-html.ts';
import { cursorIn, type DeskCursor, keyPressed, meantBy, rowClicked } from '../desk-keys.ts';
import { type DeskLines, layLines, placeOf, type SeenGroup, seenLines } from '../desk-lines.ts';
import { choicesOf, type DeskLook, deskList, firstLook, lookFrom, sounds } from '../desk-list.ts';
import { type DeskDeed, type DeskStart, type FromDesk, isToDesk, type ToDesk } from '../desk-messages.ts';
import { isListOf, isRecord, isText } from '../shapes.ts';
import { dayShown, filled, rowElement } from './desk-row.ts';

// The desk's list: what is looked at lies in the state of the view, what there is comes from the extension.
declare function acquireVsCodeApi(): {
  postMessage(message: FromDesk): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const vscode = acquireVsCodeApi();
const element = <T extends HTMLElement>(id: string, type: new () => T): T => {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no ${id}`);
  return found;
};
const list = element('list', HTMLDivElement);
const scroll = element('scroll', HTMLDivElement);
const query = element('query', HTMLInputElement);
const filters = element('filters', HTMLDivElement);
const more = element('more', HTMLButtonElement);
// Written by our own extension into this page.
const words = JSON.parse(element('words', HTMLScriptElement).text) as DeskWords;

const kept = vscode.getState();
let look: DeskLook = lookFrom(isRecord(kept) ? kept.look : undefined);
let cursor: DeskCursor = {
  active: isRecord(kept) && isText(kept.active) ? kept.active : undefined,
  anchor: undefined,
  selected: new Set(isRecord(kept) && isListOf(kept.selected, isText) ? kept.selected : []),
};
/** Where the list was scrolled to, until rows are there. */
let scrollTo = isRecord(kept) && typeof kept.top === 'number' ? kept.top : undefined;

let rows = new Map<string, DeskRow>();
let isLoaded = false;
let left = 0;
let lines: DeskLines = layLines([], { row: 1, heading: 1 });
/** The rows in their order. */
let uris: readonly string[] = [];
let meant = '';
let drawing = 0;

const selects = ['group', 'order', 'show', 'stage', 'column', 'person'] as const;

function keep(): void {
  vscode.setState({
    look,
    active: cursor.active,
    selected: [...cursor.selected],
    top: scroll.scrollTop,
    open: !filters.hidden,
  });
}

/** By the newsroom's clock, once that is known. */
const clock = dayClock();
const today = (): string => clock.dayOf(Date.now());

/** Sorts and groups anew, and draws. */
function listAnew(): void {
  const before = uris;
  lines = layLines(deskList(rows.values(), look), lineHeights());
  uris = lines.groups.flatMap((group) => group.rows.map(({ uri }) => uri));
  cursor = cursorIn(cursor, before, uris);
  list.style.height = `${lines.height}px`;
  element('nothing', HTMLParagraphElement).hidden = uris.length > 0;
  scroll.hidden = uris.length === 0;
  if (scrollTo !== undefined && rows.size > 0) {
    scroll.scrollTop = scrollTo;
    scrollTo = undefined;
  }
  draw();
  tellMeant();
}

/** A row is two lines high in a narrow view, and one in a wide one. */
function lineHeights(): { row: number; heading: number } {
  const line = Math.ceil(Number.parseFloat(getComputedStyle(document.body).fontSize) * 1.45);
  const isWide = document.body.clientWidth >= 640;
  document.body.classList.toggle('wide', isWide);
  return { row: line * (isWide ? 1 : 2) + 8, heading: line + 10 };
}

function drawSoon(): void {
  if (drawing === 0) drawing = requestAnimationFrame(draw);
}

/** Draws what is in sight, and the active row wherever it is, so that it is there to be read out. */
function draw(): void {
  cancelAnimationFrame(drawing);
  drawing = 0;
  const top = scroll.scrollTop;
  const seen = seenLines(lines, top, top + scroll.clientHeight);
  list.replaceChildren(...seen.map((group) => groupElement(group)), ...activeElsewhere(seen));
  if (cursor.active === undefined) list.removeAttribute('aria-activedescendant');
  else list.setAttribute('aria-activedescendant', 'active');
  count();
}

function activeElsewhere(seen: readonly SeenGroup[]): readonly HTMLElement[] {
  const { active } = cursor;
  const isSeen = seen.some(({ rows: all, from, to }) => all.slice(from, to).some(({ uri }) => uri === active));
  if (active === undefined || isSeen) return [];
  for (const group of lines.groups) {
    const at = group.rows.findIndex(({ uri }) => uri === active);
    if (at >= 0) return [groupElement({ ...group, from: at, to: at + 1 })];
  }
  return [];
}

function groupElement({ name, rows: all, top, rowsTop, before, from, to }: SeenGroup): HTMLElement {
  const group = document.createElement('div');
  group.className = 'group';
  group.setAttribute('role', 'group');
  const said = groupName(name);
  group.setAttribute('aria-label', said || words.list);
  if (rowsTop > top) {
    const heading = document.createElement('div');
    heading.className = 'heading';
    heading.setAttribute('aria-hidden', 'true');
    heading.textContent = `${said} ${all.length}`;
    heading.style.top = `${top}px`;
    heading.style.height = `${rowsTop - top}px`;
    group.append(heading);
  }
  const now = today();
  for (const [index, row] of all.slice(from, to).entries()) {
    const option = rowElement(row, words, now, look.group === 'stage');
    const isActive = row.uri === cursor.active;
    option.style.top = `${rowsTop + (from + index) * lines.heights.row}px`;
    option.style.height = `${lines.heights.row}px`;
    if (isActive) option.id = 'active';
    option.classList.toggle('active', isActive);
    option.setAttribute('aria-selected', String(cursor.selected.has(row.uri)));
    option.setAttribute('aria-setsize', String(lines.count));
    option.setAttribute('aria-posinset', String(before + from + index + 1));
    group.append(option);
  }
  return group;
}

function groupName(name: string): string {
  if (name === '') return look.group === 'none' ? '' : words.without[look.group];
  return look.group === 'day' ? dayShown(name, words, today()) : name;
}

/** Says how many there are; a text that stays the same is not read out again. */
function count(): void {
  const { size } = cursor.selected;
  const said = [
    uris.length === rows.size ? filled(words.count, rows.size) : filled(words.countOf, uris.length, rows.size),
    ...(size > 0 ? [filled(words.selected, size)] : []),
    ...(left > 0 ? [filled(words.left, left)] : []),
  ].join(' · ');
  const place = element('count', HTMLParagraphElement);
  if (place.textContent !== said) place.textContent = said;
}

/** Fills the lists of filters with what there is. */
function showFilters(): void {
  query.value = look.query;
  const fill = (id: 'stage' | 'column' | 'person', values: readonly string[]): void => {
    const select = element(id, HTMLSelectElement);
    // What is chosen stays, though no article has it now.
    const all = [...new Set([...(look[id] === '' ? [] : [look[id]]), ...values])];
    const options = [new Option(words.any, ''), ...all.map((value) => new Option(value, value))];
    if ([...select.options].map(({ value }) => value).join('\n') !== ['', ...all].join('\n'))
      select.replaceChildren(...options);
  };
  fill(
    'stage',
    choicesOf(rows.values(), ({ stageWord }) => [stageWord]),
  );
  fill(
    'column',
    choicesOf(rows.values(), ({ column }) => [column]),
  );
  fill('person', choicesOf(rows.values(), ({ people }) => people).slice(0, 500));
  for (const id of selects) element(id, HTMLSelectElement).value = look[id];
  const isFiltered = look.show !== 'all' || [look.stage, look.column, look.person].some((value) => value !== '');
  more.classList.toggle('on', isFiltered);
}

function changeLook(next: Partial<DeskLook>): void {
  look = { ...look, ...next };
  scroll.scrollTop = 0;
  listAnew();
  showFilters();
  keep();
}

function toggleFilters(open = filters.hidden): void {
  filters.hidden = !open;
  more.setAttribute('aria-expanded', String(open));
}

/** Tells what actions are about, when that is something else now. */
function tellMeant(): void {
  const now = meantBy(cursor, uris);
  const said = now.join('\n');
  if (said === meant) return;
  meant = said;
  vscode.postMessage({ type: 'meant', uris: now });
}

function setCursor(next: DeskCursor): void {
  cursor = next;
  reveal();
  draw();
  tellMeant();
  keep();
}

/** Scrolls no further than it takes to have the active row in sight. */
function reveal(): void {
  const place = cursor.active === undefined ? undefined : placeOf(lines, cursor.active);
  if (place === undefined) return;
  const head = place.isFirst ? lines.heights.heading : 0;
  if (place.top - head < scroll.scrollTop) scroll.scrollTop = place.top - head;
  else if (place.top + lines.heights.row > scroll.scrollTop + scroll.clientHeight)
    scroll.scrollTop = place.top + lines.heights.row - scroll.clientHeight;
}

function act(deed: DeskDeed): void {
  const now = meantBy(cursor, uris);
  if (now.length > 0) vscode.postMessage({ type: 'do', deed, uris: now });
}

let typed = '';
let typedAt = 0;

/** Letters that are typed in a row go to the next title that begins so, or sounds so. */
function typeAhead(letter: string): void {
  const now = Date.now();
  typed = now - typedAt > 900 ? letter : typed + letter;
  typedAt = now;
  const wanted = typed.toLowerCase();
  const at = cursor.active === undefined ? -1 : uris.indexOf(cursor.active);
  // A first letter goes on from the row, further ones may stay on it.
  const from = at + (wanted.length === 1 ? 1 : 0);
  const found = [...uris.slice(Math.max(from, 0)), ...uris.slice(0, Math.max(from, 0))].find((uri) => {
    const row = rows.get(uri);
    return (
      row !== undefined &&
      (row.title.toLowerCase().startsWith(wanted) || (/^[a-z0-9]+$/.test(wanted) && sounds(row, wanted, true)))
    );
  });
  if (found !== undefined) setCursor({ ...cursor, active: found, anchor: found });
}

list.addEventListener('keydown', (event) => {
  const { key, shiftKey: shift, altKey } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  if (altKey || event.isComposing) return;
  const page = Math.floor(scroll.clientHeight / lines.heights.row) - 1;
  const isTyping = key === ' ' && typed !== '' && Date.now() - typedAt < 500;
  const means = isTyping ? undefined : keyPressed(cursor, { key, shift, ctrl }, uris, page);
  if (means === undefined) {
    if (ctrl || [...key].length !== 1) return;
    event.preventDefault();
    typeAhead(key);
    return;
  }
  event.preventDefault();
  // VS Code has keys of its own for some of these.
  event.stopPropagation();
  typed = '';
  setCursor(means.cursor);
  if (means.does === 'search') query.select();
  else if (means.does !== undefined) act(means.does);
});

query.addEventListener('keydown', (event) => {
  if (event.isComposing) return;
  if (event.key === 'ArrowDown' || event.key === 'Enter') {
    event.preventDefault();
    list.focus();
    reveal();
  } else if (event.key === 'Escape' && query.value !== '') {
    event.preventDefault();
    changeLook({ query: '' });
  }
});

query.addEventListener('input', () => changeLook({ query: query.value }));
more.addEventListener('click', () => {
  toggleFilters();
  listAnew();
  keep();
});
element('clear', HTMLButtonElement).addEventListener('click', () => {
  const { group, order } = look;
  changeLook({ ...firstLook, group, order });
});
for (const id of selects) {
  const select = element(id, HTMLSelectElement);
  select.addEventListener('change', () => changeLook(lookFrom({ ...look, [id]: select.value })));
}

function uriAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('.row')?.dataset.uri : undefined;
}

list.addEventListener('mousedown', (event) => {
  const uri = uriAt(event.target);
  if (uri === undefined) return;
  // The menu is about what is selected, where the row is one of those.
  if (event.button === 2 && cursor.selected.has(uri)) return;
  const plain = { shift: false, ctrl: false };
  setCursor(
    rowClicked(
      cursor,
      uri,
      event.button === 0 ? { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey } : plain,
      uris,
    ),
  );
  if (event.shiftKey) event.preventDefault();
  list.focus();
});
list.addEventListener('dblclick', ({ target }) => {
  if (uriAt(target) !== undefined) act('open');
});
scroll.addEventListener('scroll', drawSoon, { passive: true });
scroll.addEventListener('scrollend', keep);
new ResizeObserver(listAnew).observe(scroll);

function start(label: string, what: DeskStart): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.addEventListener('click', () => vscode.postMessage({ type: 'start', start: what }));
  return button;
}

/** Where there are no articles, what to do. */
function showWelcome(hasFolder: boolean): void {
  const isEmpty = rows.size === 0;
  element('desk', HTMLDivElement).hidden = isEmpty;
  element('welcome', HTMLDivElement).hidden = !isEmpty;
  if (!isEmpty) return;
  element('said', HTMLParagraphElement).textContent = hasFolder ? `${words.empty} ${words.emptyHint}` : words.noFolder;
  const starts = element('starts', HTMLParagraphElement);
  starts.hidden = false;
  starts.replaceChildren(
    ...(hasFolder
      ? [start(words.newArticle, 'newArticle'), start(words.setUp, 'setUp')]
      : [start(words.openFolder, 'openFolder')]),
  );
}

function take(message: ToDesk): void {
  switch (message.type) {
    case 'rows':
      rows = new Map(message.rows.map((row) => [row.uri, row]));
      clock.goBy(message.timeZone);
      isLoaded = true;
      showWelcome(message.hasFolder);
      break;
    case 'news':
      if (!isLoaded) return;
      for (const uri of message.gone) rows.delete(uri);
      for (const row of message.rows) rows.set(row.uri, row);
      left = message.left;
      showWelcome(true);
      if (!clock.goBy(message.timeZone) && message.rows.length === 0 && message.gone.length === 0) {
        count();
        return;
      }
      break;
    case 'search':
      query.focus();
      query.select();
      return;
  }
  listAnew();
  showFilters();
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isToDesk(data)) take(data);
});

if (isRecord(kept) && kept.open === true) toggleFilters(true);
// Opened by the keyboard, the view has it.
window.addEventListener('focus', () => {
  if (document.activeElement === document.body) list.focus();
});
vscode.postMessage({ type: 'ready' });
