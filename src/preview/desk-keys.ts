/** Where the keyboard stands in the desk's list. Rows go by their uris. */
export interface DeskCursor {
  /** The row that keys speak of; `undefined` in an empty list. */
  readonly active: string | undefined;
  /** Where a stretch that is being selected began. */
  readonly anchor: string | undefined;
  readonly selected: ReadonlySet<string>;
}

/** A key as the DOM names it. */
interface DeskKey {
  readonly key: string;
  readonly shift: boolean;
  /** Control, or Command on a Mac. */
  readonly ctrl: boolean;
}

/** What a key does in the list: it moves and selects, or something is asked for. */
interface KeyMeans {
  readonly cursor: DeskCursor;
  readonly does?: 'open' | 'openBeside' | 'search';
}

/**
 * What a key means in a list of which several may be selected, as the ARIA practices have it: arrows, Home, End and the
 * pages move; with Shift they select what lies between; Space selects one, Control+A all; Enter opens; Escape gives up
 * the selection, and goes to the search where there is none. `undefined` for any other key.
 *
 * @param uris the rows in their order
 * @param page how many rows are seen at once
 */
export function keyPressed(
  cursor: DeskCursor,
  { key, shift, ctrl }: DeskKey,
  uris: readonly string[],
  page: number,
): KeyMeans | undefined {
  const at = cursor.active === undefined ? -1 : uris.indexOf(cursor.active);
  const target = movedTo(key, at, uris.length, page);
  if (target !== undefined) return { cursor: moved(cursor, uris, target, shift) };
  switch (key) {
    case 'Enter':
      return { cursor, does: ctrl ? 'openBeside' : 'open' };
    case ' ':
      return { cursor: shift ? stretched(cursor, uris, at) : toggled(cursor) };
    case 'a':
    case 'A':
      return ctrl ? { cursor: { ...cursor, selected: new Set(uris) } } : undefined;
    case 'Escape':
      return cursor.selected.size > 0 ? { cursor: { ...cursor, selected: new Set() } } : { cursor, does: 'search' };
    case '/':
      return { cursor, does: 'search' };
    case 'f':
      return ctrl ? { cursor, does: 'search' } : undefined;
    default:
      return undefined;
  }
}

/** What a click on a row means: it is the active one; with Control it is selected or not, with Shift all up to it. */
export function rowClicked(
  cursor: DeskCursor,
  uri: string,
  { shift, ctrl }: Pick<DeskKey, 'shift' | 'ctrl'>,
  uris: readonly string[],
): DeskCursor {
  if (shift) return stretched({ ...cursor, active: uri }, uris, uris.indexOf(uri));
  if (ctrl) return toggled({ ...cursor, active: uri });
  return { active: uri, anchor: uri, selected: new Set() };
}

/** The cursor in a list that is otherwise now: what is not there any more is not selected; the active row stays near. */
export function cursorIn(cursor: DeskCursor, before: readonly string[], uris: readonly string[]): DeskCursor {
  const there = new Set(uris);
  const selected = new Set([...cursor.selected].filter((uri) => there.has(uri)));
  const keeps = (uri: string | undefined): string | undefined => {
    if (uri === undefined || there.has(uri)) return uri;
    const at = before.indexOf(uri);
    return before.slice(at + 1).find((one) => there.has(one)) ?? before.slice(0, at).findLast((one) => there.has(one));
  };
  return { active: keeps(cursor.active) ?? uris[0], anchor: keeps(cursor.anchor), selected };
}

/** What actions are about: what is selected, in the order of the list, else the active row. */
export function meantBy({ active, selected }: DeskCursor, uris: readonly string[]): readonly string[] {
  if (selected.size > 0) return uris.filter((uri) => selected.has(uri));
  return active === undefined ? [] : [active];
}

function movedTo(key: string, at: number, count: number, page: number): number | undefined {
  if (count === 0) return undefined;
  const within = (index: number): number => Math.max(0, Math.min(count - 1, index));
  switch (key) {
    case 'ArrowDown':
      return within(at + 1);
    case 'ArrowUp':
      return within(at < 0 ? count - 1 : at - 1);
    case 'PageDown':
      return within(at + Math.max(1, page));
    case 'PageUp':
      return within(at - Math.max(1, page));
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

function moved(cursor: DeskCursor, uris: readonly string[], to: number, shift: boolean): DeskCursor {
  const active = uris[to];
  if (shift) return stretched({ ...cursor, anchor: cursor.anchor ?? cursor.active, active }, uris, to);
  return { ...cursor, active, anchor: active };
}

/** Selects what lies between the anchor and a row. */
function stretched(cursor: DeskCursor, uris: readonly string[], to: number): DeskCursor {
  const anchor = cursor.anchor ?? cursor.active;
  const from = anchor === undefined ? to : Math.max(0, uris.indexOf(anchor));
  if (to < 0) return cursor;
  return { ...cursor, anchor, selected: new Set(uris.slice(Math.min(from, to), Math.max(from, to) + 1)) };
}

function toggled(cursor: DeskCursor): DeskCursor {
  const { active } = cursor;
  if (active === undefined) return cursor;
  const selected = new Set(cursor.selected);
  if (!selected.delete(active)) selected.add(active);
  return { active, anchor: active, selected };
}
