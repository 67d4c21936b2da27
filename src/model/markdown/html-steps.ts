import { attributesOf, blockTags, isEmbedding, readHtml } from './html-tags.ts';

/** What a block of raw HTML consists of, in order. Lines count from the block's first. */
export type HtmlStep = HtmlRun | HtmlCode | HtmlBlockTag;

/** Text with inline tags: what Markdown has in a paragraph. */
export interface HtmlRun {
  readonly kind: 'run';
  readonly text: string;
  /** Where `text` stands in the block. */
  readonly from: number;
  readonly line: number;
}

/** What stands in `<pre>`, its tags left out, its entities unresolved. */
interface HtmlCode {
  readonly kind: 'code';
  readonly text: string;
  readonly line: number;
}

/** A tag of a block. */
export interface HtmlBlockTag {
  readonly kind: 'open' | 'close';
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly line: number;
}

/** Blanks of every kind, among them the entities that stand for them. */
const blank = /^(?:\s|&(?:nbsp|ensp|emsp|thinsp|zwnj|#160|#12288|#8203|#xa0|#x3000);)*$/i;

/** Tags of blocks that only lay out the lines of a figure. */
const layingOut: ReadonlySet<string> = new Set('figcaption p div center section'.split(' '));

/** Cuts a block of raw HTML into runs of text and tags of blocks. Linear in its length. */
export function htmlSteps(html: string): readonly HtmlStep[] {
  const steps: HtmlStep[] = [];
  const lineAt = lineCounter(html);
  /** The run that is being read: from its first tag or word to its last; -1: none. */
  let from = -1;
  let to = -1;
  let ink = false;
  /** A figure is one run: its picture, and its caption on a line below. */
  let figure = false;
  let code: string | undefined;
  const endRun = (): void => {
    const written = ink ? html.slice(from, to) : '';
    const start = from + written.length - written.trimStart().length;
    if (ink) steps.push({ kind: 'run', text: written.trim(), from: start, line: lineAt(start) });
    from = -1;
    ink = false;
  };
  for (const piece of readHtml(html)) {
    const { tag, start, end } = piece;
    if (code !== undefined) {
      if (tag === undefined) code += html.slice(start, end);
      if (tag !== 'pre') continue;
      steps.push({ kind: 'code', text: code, line: lineAt(start) });
      code = undefined;
      continue;
    }
    if (tag === undefined || !blockTags.has(tag)) {
      const says = tag === undefined ? !blank.test(html.slice(start, end)) : tag === 'img' || isEmbedding(tag);
      if (tag === undefined && !says) continue;
      if (from === -1) from = start;
      to = end;
      ink ||= says;
      continue;
    }
    if (tag === 'figure') figure = !piece.closing;
    // Inside a figure only what is more than a line ends it.
    else if (figure && layingOut.has(tag)) continue;
    else figure = false;
    endRun();
    if (tag === 'pre') code = piece.closing ? undefined : '';
    else
      steps.push({ kind: piece.closing ? 'close' : 'open', tag, attributes: attributesOf(piece), line: lineAt(start) });
  }
  endRun();
  if (code !== undefined) steps.push({ kind: 'code', text: code, line: lineAt(html.length) });
  return steps;
}

/** Says on which line an offset is; the offsets that it is asked for never fall. */
function lineCounter(text: string): (offset: number) => number {
  let line = 0;
  let next = text.indexOf('\n');
  return (offset) => {
    for (; next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) line++;
    return line;
  };
}
