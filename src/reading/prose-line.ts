import type { Article, Passage } from '../model/article.ts';
import { imagePath } from '../model/image-path.ts';

/** What a passage reads, on one line, with where each of its characters stands in the passage. */
interface ProseLine {
  readonly text: string;
  /** For each UTF-16 unit of `text`, and for its end, the offset in `prose.rendered`. */
  readonly at: readonly number[];
}

/** What a passage reads, on one line, with its pictures as they are written. */
export function proseLine(passage: Passage, { furniture }: Article): ProseLine {
  const { rendered } = passage.prose;
  let text = '';
  const at: number[] = [];
  const add = (piece: string, from: number, isWritten: boolean): void => {
    text += piece;
    for (let unit = 0; unit < piece.length; unit++) at.push(isWritten ? from + unit : from);
  };
  let done = 0;
  for (const picture of furniture.pictures.filter((one) => one.passage === passage)) {
    add(rendered.slice(done, picture.at.from), done, true);
    add(`![${picture.alt}](${imagePath(picture.src)})`, picture.at.from, false);
    done = picture.at.to;
  }
  add(rendered.slice(done), done, true);
  return oneLine(text, at, rendered.length);
}

/** Text on one line, for what has no passage. */
export function textLine(text: string): string {
  return oneLine(text, [], 0).text;
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Lines joined as they are read: with a blank between words, with none between Chinese characters. */
function oneLine(text: string, at: readonly number[], end: number): ProseLine {
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  let out = '';
  const places: number[] = [];
  const take = (start: number, stop: number): void => {
    out += text.slice(start, stop);
    for (let unit = start; unit < stop; unit++) places.push(at[unit] ?? 0);
  };
  let done = from;
  for (const { index, 0: gap } of text.slice(0, to).matchAll(/[ \t]*[\r\n]+[ \t]*/g)) {
    if (index < from) continue;
    take(done, index);
    done = index + gap.length;
    const isJoined = wide.test(text[index - 1] ?? '') || wide.test(text[done] ?? '');
    if (isJoined) continue;
    out += ' ';
    places.push(at[index] ?? 0);
  }
  take(done, Math.max(done, to));
  return { text: out, at: [...places, at[to] ?? end] };
}
