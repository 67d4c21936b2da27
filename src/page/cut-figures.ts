import type { Token } from '../model/markdown/token.ts';
import { renderedLength } from './inline.ts';

/** A picture, or several side by side, with what is said of them in their own paragraph. */
interface FigureTokens {
  readonly pictures: Token[];
  /** What stands below the pictures: caption and credit. */
  readonly words: Token[];
  /** Offset in `prose.rendered` of the first token. */
  readonly at: number;
  /** The same of the first word. */
  readonly wordsAt: number;
}

type Cut = Pick<FigureTokens, 'pictures' | 'words' | 'at'>;

/** Cuts a paragraph of pictures where words are followed by a picture again. */
export function cutFigures(children: readonly Token[]): FigureTokens[] {
  const figures: Cut[] = [];
  let current: Cut = { pictures: [], words: [], at: 0 };
  let at = 0;
  for (let i = 0; i < children.length; ) {
    let stop = i + 1;
    // A picture goes with the link around it.
    while (children[stop - 1]?.nesting === 1 && stop < children.length) stop++;
    const group = children.slice(i, stop);
    const holdsPicture = group.some(({ type }) => type === 'image');
    for (; holdsPicture && children[stop]?.nesting === -1; stop++) group.push(...children.slice(stop, stop + 1));
    if (holdsPicture && current.pictures.length > 0 && current.words.some(isInk)) {
      figures.push(current);
      current = { pictures: [], words: [], at };
    }
    // Blanks before a picture go with it; they may be many, and a call takes only so many arguments.
    if (holdsPicture) for (const blank of current.words.splice(0)) current.pictures.push(blank);
    for (const token of group) (holdsPicture ? current.pictures : current.words).push(token);
    at += lengthOf(group);
    i = stop;
  }
  return [...figures, current].map(({ pictures, words, at }) => {
    // The line break below the picture is no line of the caption.
    const first = words.findIndex(
      (token) => !breaks.has(token.type) && !(token.nesting === 0 && token.type === 'tag_open'),
    );
    const left = words.slice(Math.max(0, first));
    return { pictures, words: left, at, wordsAt: at + lengthOf(pictures) + lengthOf(words) - lengthOf(left) };
  });
}

const breaks = new Set(['softbreak', 'hardbreak', 'html_break']);

function isInk(token: Token): boolean {
  return renderedLength(token) > 0 && !breaks.has(token.type) && token.content.trim() !== '';
}

/** How many characters of `prose.rendered` tokens stand for. */
function lengthOf(tokens: readonly Token[]): number {
  return tokens.reduce((length, token) => length + renderedLength(token), 0);
}
