/**
 * A change within one line of the source, with what stands around it there: enough to find the same place on the page.
 * Plain text is the same in both, so what is typed into it can be shown before the page is drawn anew.
 */
export interface Keystroke {
  /** What stands before it and after it in the line: plain text, at most {@link most} UTF-16 units each. */
  readonly before: string;
  readonly after: string;
  /** How many UTF-16 units went. */
  readonly removed: number;
  /** What came: plain text. */
  readonly text: string;
}

const most = 40;

/** A longer text of one element is not searched. */
const longest = 20_000;

/** What Markdown, or a page that is drawn from it, may show otherwise than it is written. */
const marks = /[\\`*_[\]<>&~^|\r\n]/;

/** What ends the text around a keystroke: marks, and what stands between a field's name and its value. */
const ends = /[\\`*_[\]<>&~^|\r\n#:"']/;

/** What begins a line and is not printed as it stands: a list's bullet or number. */
const bullet = /^\s*(?:[-+]|\d+[.)])\s/;

/**
 * A change as a keystroke; `undefined` for what a page must be drawn to show.
 *
 * @param line the line as it is after the change
 * @param at where the change begins in it, UTF-16 units
 */
export function keystrokeIn(line: string, at: number, removed: number, text: string): Keystroke | undefined {
  if (marks.test(text) || removed > most || text.length > most) return undefined;
  let from = at;
  while (from > 0 && at - from < most && !ends.test(line.charAt(from - 1))) from--;
  const start = at + text.length;
  let to = start;
  while (to < line.length && to - start < most && !ends.test(line.charAt(to))) to++;
  const whole = line.slice(from, at);
  // The page has no blanks at the ends of lines and of what marks enclose.
  const before = (from === 0 ? whole.replace(bullet, '') : whole).trimStart();
  const after = line.slice(start, to).trimEnd();
  return before.length + after.length < 2 ? undefined : { before, after, removed, text };
}

/**
 * Where in a text of the page a keystroke belongs: the one place around which the text is that of the source.
 * `undefined` where there is none, or more than one.
 */
export function placeOf({ before, after, removed }: Keystroke, shown: string): number | undefined {
  if (shown.length > longest) return undefined;
  let found: number | undefined;
  for (let place = before.length; place + removed + after.length <= shown.length; place++) {
    if (!shown.startsWith(before, place - before.length) || !shown.startsWith(after, place + removed)) continue;
    if (found !== undefined) return undefined;
    found = place;
  }
  return found;
}
