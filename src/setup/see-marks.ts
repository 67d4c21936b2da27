import type { Passage } from '../model/article.ts';

/** How the marks of Chinese text are written, in counts. */
export interface SeenMarks {
  readonly fullBrackets: number;
  readonly halfBrackets: number;
  readonly curlyQuotes: number;
  readonly cornerQuotes: number;
  readonly straightQuotes: number;
  /** Commas, colons and the like beside Han characters. */
  readonly fullMarks: number;
  readonly halfMarks: number;
  /** Where Han characters meet letters or digits: with a blank between them, and without. */
  readonly spaced: number;
  readonly unspaced: number;
}

type Mark = keyof SeenMarks;

const patterns: Readonly<Record<Mark, RegExp>> = {
  fullBrackets: /（/g,
  halfBrackets: /\p{Script=Han}\(|\(\p{Script=Han}/gu,
  curlyQuotes: /“/g,
  cornerQuotes: /「/g,
  straightQuotes: /"(?=\p{Script=Han})/gu,
  fullMarks: /[，；：？！]/g,
  halfMarks: /\p{Script=Han}[,;:?!]/gu,
  spaced: /\p{Script=Han} [A-Za-z0-9]|[A-Za-z0-9] \p{Script=Han}/gu,
  unspaced: /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/gu,
};

const marks = Object.keys(patterns) as readonly Mark[];

/** No marks at all. */
export const noMarks: SeenMarks = {
  fullBrackets: 0,
  halfBrackets: 0,
  curlyQuotes: 0,
  cornerQuotes: 0,
  straightQuotes: 0,
  fullMarks: 0,
  halfMarks: 0,
  spaced: 0,
  unspaced: 0,
};

/** Counts the marks of an article’s Chinese passages. */
export function seeMarks(passages: readonly Passage[]): SeenMarks {
  const found: Record<Mark, number> = { ...noMarks };
  for (const { prose } of passages) {
    if (!/\p{Script=Han}/u.test(prose.text)) continue;
    for (const mark of marks) found[mark] += prose.text.match(patterns[mark])?.length ?? 0;
  }
  return found;
}

/** Two counts together. */
export function addMarks(one: SeenMarks, other: SeenMarks): SeenMarks {
  const sum: Record<Mark, number> = { ...noMarks };
  for (const mark of marks) sum[mark] = one[mark] + other[mark];
  return sum;
}
