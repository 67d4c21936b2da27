import { type ForeignSpan, matchAt, type Recogniser } from './foreign.ts';

/** A link whose brackets changed places, `(采茶)[a.md]`, or have another shape, `【采茶】(a.md)`. */
interface OddLink {
  readonly fault: 'reversed' | 'shape';
  readonly written: string;
  /** The same as Markdown takes it. */
  readonly mended: string;
}

const reversed = /([!！]?)[(（]([^()（）[\]\n]{1,80})[)）]\[([^[\]\n]{1,300})\]/y;
const target = /\(([^()\n]{0,300})\)/y;
const shaped =
  /([!！]?)(?:[【［〔「][^【】［］〔〕「」[\]\n]{1,80}[】］〕」\]]|\[[^【】［］〔〕「」[\]\n]{1,80}[】］〕」])[(（]([^()（）\n]{1,300})[)）]/y;

/** Reads what begins at `at` as such a link; `undefined`: it is none. */
export function readOddLink(text: string, at: number): OddLink | undefined {
  const turned = matchAt(reversed, text, at);
  const found = turned ?? matchAt(shaped, text, at);
  if (found === null) return undefined;
  // （采茶）[a.md](b.md): a link of Markdown after a bracket.
  const [written, mark = ''] = found;
  if (turned && looksLikePath(matchAt(target, text, at + written.length)?.[1] ?? '')) return undefined;
  const label = turned ? (turned[2] ?? '') : written.slice(mark.length + 1, written.search(/[\]】］〕」][(（]/));
  const path = ((turned ? turned[3] : found[2]) ?? '').trim();
  if (!looksLikePath(path) || /[<>]/.test(path)) return undefined;
  const leadsTo = /\s/.test(path) ? `<${path}>` : path;
  return { fault: turned ? 'reversed' : 'shape', written, mended: `${mark === '' ? '' : '!'}[${label}](${leadsTo})` };
}

/** {@link readOddLink}, with the mark of a picture before it. */
export const oddLink: Recogniser = ({ text }, at): ForeignSpan | undefined => {
  const start = '!！'.includes(text.charAt(at - 1) || ' ') ? at - 1 : at;
  const found = readOddLink(text, start);
  return found && { kind: 'notation', start, end: start + found.written.length };
};

const pathStart = /^(?:[a-z][a-z\d+.-]{1,12}:|\.{0,2}\/|#|[\uE000-\uF8FF])/i;
const fileEnd = /\.[a-z][a-z\d]{1,4}(?:[?#]\S*)?$/i;

/** Whether what stands in the brackets of a link leads somewhere: a scheme, a folder, a file with its ending. */
export function looksLikePath(path: string): boolean {
  if (path === '' || /[，。；！？]/.test(path)) return false;
  return pathStart.test(path) || fileEnd.test(path) || /^[^\s/]+\/\S+$/.test(path);
}
