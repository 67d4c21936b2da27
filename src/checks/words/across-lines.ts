import { hanAt, hanBefore } from '../../model/characters.ts';
import type { Prose, ProseEdit } from '../../model/prose.ts';

/** A text as it is read once its lines are one, and where each of its UTF-16 units stands. */
interface JoinedLines {
  readonly joined: string;
  readonly places: readonly number[];
}

/** A stretch of a text. Offsets are UTF-16 units. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Joins the lines of a text: Chinese goes on in the next one, other words have a blank between them. */
export function joinedLines(text: string): JoinedLines {
  const places: number[] = [];
  let joined = '';
  for (let at = 0; at < text.length; at++) {
    const ends = text.charCodeAt(at) === 10;
    if (ends && hanBefore(text, at) && hanAt(text, at + 1)) continue;
    places.push(at);
    joined += ends ? ' ' : text.charAt(at);
  }
  return { joined, places };
}

/**
 * What is found in a text whose lines are read as one, where it stands in the text. Nothing that more than one line end
 * cuts: text that runs downwards is no sentence.
 */
export function acrossLines<T extends Stretch>(text: string, find: (joined: string) => readonly T[]): readonly T[] {
  if (!text.includes('\n')) return find(text);
  const { joined, places } = joinedLines(text);
  return find(joined).flatMap((one) => {
    const from = places[one.from] ?? 0;
    const to = (places[one.to - 1] ?? 0) + 1;
    const first = lineEndIn(text, from, to);
    return first >= 0 && lineEndIn(text, first + 1, to) >= 0 ? [] : [{ ...one, from, to }];
  });
}

/** Where a line ends within `[from, to)`; -1 where none does. */
export function lineEndIn(text: string, from: number, to: number): number {
  const at = text.slice(from, to).indexOf('\n');
  return at < 0 ? -1 : from + at;
}

/** No line of a poem is longer, in UTF-16 units, and its marks stand at the ends of lines. */
const VERSE = 20;

/** Whether the lines of a Chinese text are one text that was wrapped: no song, no poem, no list of names. Linear. */
export function isWrapped(text: string): boolean {
  const lines = text.split('\n');
  const isVerse = lines.length > 2 && lines.every((line) => line.length <= VERSE && !/[，。；：！？、]./.test(line));
  return !isVerse && /[，。；！？]/.test(text);
}

/** Whether what stands at `[from, to)` is read as one: it is on one line, or on two of a text that was wrapped. */
export function isReadAsOne(prose: Prose, from: number, to: number): boolean {
  const { text } = prose;
  const lineEnd = lineEndIn(text, from, to);
  return lineEnd < 0 || (prose.isSoftBreak(lineEnd) && (!hanBefore(text, lineEnd) || isWrapped(text)));
}

/**
 * The edits that put `right` in place of `[from, to)` and leave lines as they are. Where it cannot be parted, it goes to
 * one of both lines; nothing where that would leave a line empty.
 */
export function writtenOver(text: string, from: number, to: number, right: string): readonly ProseEdit[] {
  const lineEnd = lineEndIn(text, from, to);
  if (lineEnd < 0) return [{ from, to, text: right }];
  const next = lineEnd + 1;
  const [head, tail] = parted(right, text.slice(from, lineEnd), text.slice(next, to));
  if (head !== '' && tail !== '')
    return [
      ...(text.slice(from, lineEnd) === head ? [] : [{ from, to: lineEnd, text: head }]),
      ...(text.slice(next, to) === tail ? [] : [{ from: next, to, text: tail }]),
    ];
  const isHan = hanBefore(text, lineEnd);
  if (isHan ? hanAt(text, to) : text.charAt(to) === ' ')
    return [
      { from, to: lineEnd, text: right },
      { from: next, to: isHan ? to : to + 1, text: '' },
    ];
  if (isHan ? hanBefore(text, from) : text.charAt(from - 1) === ' ')
    return [
      { from: isHan ? from : from - 1, to: lineEnd, text: '' },
      { from: next, to, text: right },
    ];
  return [];
}

/** A word in two parts, as another one is parted; the second is empty where it cannot be parted so. */
function parted(right: string, head: string, tail: string): readonly [string, string] {
  if (right.length === head.length + tail.length && !right.includes(' '))
    return [right.slice(0, head.length), right.slice(head.length)];
  const words = right.split(' ');
  const isHan = hanBefore(head, head.length);
  const most = (isHan ? right.length : words.length) - 1;
  const cut = Math.min(isHan ? head.length : head.split(' ').length, most);
  const [first, second] = isHan
    ? [right.slice(0, cut), right.slice(cut)]
    : [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
  // A line that began with a figure or a mark might be a list.
  return /^\p{L}/u.test(second) ? [first, second] : [right, ''];
}
