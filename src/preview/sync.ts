/**
 * A page as scroll sync sees it: points that are known both as a source line and as a height on the page, in order.
 * Heights are asked for one at a time, because each costs the browser a measurement.
 */
export interface Anchors {
  readonly count: number;
  /** Source line from 0 of point `index`; never falls. */
  line(index: number): number;
  /** Pixels from the page's top of point `index`; never falls. */
  top(index: number): number;
}

/** How far down the page `line` stands, in pixels; between two points it is interpolated. */
export function topOfLine(anchors: Anchors, line: number): number {
  const index = lastAtOrBefore(anchors.count, (i) => anchors.line(i), line);
  if (index < 0) return anchors.count === 0 ? 0 : anchors.top(0);
  const top = anchors.top(index);
  if (index === anchors.count - 1) return top;
  return top + share(line, anchors.line(index), anchors.line(index + 1)) * (anchors.top(index + 1) - top);
}

/** Which source line stands `top` pixels down the page; the reverse of {@link topOfLine}. */
export function lineAtTop(anchors: Anchors, top: number): number {
  const index = lastAtOrBefore(anchors.count, (i) => anchors.top(i), top);
  if (index < 0) return anchors.count === 0 ? 0 : anchors.line(0);
  const line = anchors.line(index);
  if (index === anchors.count - 1) return line;
  return line + share(top, anchors.top(index), anchors.top(index + 1)) * (anchors.line(index + 1) - line);
}

/** The last index whose value is not above `wanted`, or -1; values never fall. Logarithmic in `count`. */
export function lastAtOrBefore(count: number, valueAt: (index: number) => number, wanted: number): number {
  let low = -1;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (valueAt(middle) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

function share(value: number, from: number, to: number): number {
  return to > from ? Math.min(1, Math.max(0, (value - from) / (to - from))) : 0;
}

/** After the reader's own scrolling, this many milliseconds of the editor's answer are its echo. */
export const ECHO = 250;

/**
 * Who leads the scrolling: the editor or the reader. Scroll events do not say who caused them, so every position
 * that the script sets is noted, and a scroll event that ends there is its echo.
 */
export interface ScrollLead {
  /** The position that the script set last, in pixels; `undefined` before the first. */
  readonly set: number | undefined;
  /** When the reader scrolled last, in milliseconds; `-Infinity`: never. */
  readonly readerAt: number;
  /** The editor's line that the page is held at; `undefined` while the reader leads. */
  readonly held: number | undefined;
}

/** Nobody has scrolled yet. */
export const atRest: ScrollLead = { set: undefined, readerAt: Number.NEGATIVE_INFINITY, held: undefined };

/** The editor asks for `line`: the new lead, or `undefined` when the request echoes the reader's own scrolling. */
export function editorScrolls(lead: ScrollLead, line: number, now: number): ScrollLead | undefined {
  return now - lead.readerAt < ECHO ? undefined : { ...lead, held: line };
}

/** The script put the page at `top`. */
export function scriptSets(lead: ScrollLead, top: number): ScrollLead {
  return { ...lead, set: top };
}

/** A scroll event ended at `top`: the new lead when the reader scrolled, `undefined` for an echo of the script. */
export function pageScrolls(lead: ScrollLead, top: number, now: number): ScrollLead | undefined {
  if (lead.set !== undefined && Math.abs(top - lead.set) <= 1) return undefined;
  return { set: undefined, readerAt: now, held: undefined };
}
