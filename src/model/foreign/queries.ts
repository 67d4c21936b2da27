import { classAt, DIGIT, LETTER } from '../characters.ts';
import { type ForeignSpan, matchAt, type Recogniser } from './foreign.ts';
import { pathEnd } from './notation.ts';

/** No comment is longer, in UTF-16 units. */
const LONGEST_COMMENT = 4000;

const variablePath = /%[A-Za-z_][\w()]{1,30}%\\[^\s，。；、！？“”‘’《》（）"'<>|*?&`]{1,200}/y;

/**
 * Obsidian's comment, `%%…%%`: in a line, or from a line of its own to another; `%APPDATA%\稿件,一`, a path that begins
 * with what the system knows.
 */
export const percent: Recogniser = (scan, at) => {
  const { text } = scan;
  const path = matchAt(variablePath, text, at)?.[0];
  if (path !== undefined) return code(at, pathEnd(at, path));
  if (text.charCodeAt(at + 1) !== 37 || text.charCodeAt(at - 1) === 37 || (classAt(text, at - 1) & DIGIT) !== 0)
    return undefined;
  const close = scan.next('%%', at + 2);
  if (close <= at + 2 || close - at > LONGEST_COMMENT) return undefined;
  const alone = scan.lineEnd(at) === at + 2 && /(?:^|\n)[ \t]{0,3}$/.test(text.slice(Math.max(0, at - 4), at));
  if (!alone && /\n[ \t]*\r?\n/.test(text.slice(at, close))) return undefined;
  return { kind: 'template', start: at, end: close + 2, hidden: true };
};

const places = /"[^"\n]{0,80}\?[ \t]?[,，][ \t]?\?[^"\n]{0,80}"/y;

/** `"limit ?，?"`: the places of a query's values. */
export const placeholders: Recogniser = ({ text }, at) => {
  const found = matchAt(places, text, at)?.[0];
  return found === undefined ? undefined : code(at, at + found.length);
};

const keyBefore =
  /(?:(?:^|[\n\p{Script=Han}，。；：！？、（“])[ \t]{0,3}|(?:^|\n)[ \t>]{0,8}(?:[-*+|][ \t]{1,3})?)((?:[a-z_][\w.-]{0,40}:|--?[A-Za-z][\w-]{0,30}(?=[ \t]))[ \t]?)$/u;
const value = /"[^"\n。！？]{0,200}"|'[^'\n。！？]{0,200}'/y;

/** `key: "值"` of a file of settings, in a Chinese sentence; the words of a speaker end like a sentence. */
export const dataString: Recogniser = ({ text }, at) => {
  if (!/[: \t]/.test(text.charAt(at - 1))) return undefined;
  const key = keyBefore.exec(text.slice(Math.max(0, at - 50), at))?.[1];
  const found = key === undefined ? undefined : matchAt(value, text, at)?.[0];
  if (key === undefined || found === undefined || !/\p{Script=Han}/u.test(found)) return undefined;
  return code(at - key.length, at + found.length);
};

const query =
  /(?:SELECT[ \t][^\n，。；！？]{1,200}[ \t]FROM[ \t]|UPDATE[ \t][^\n，。；！？]{1,80}[ \t]SET[ \t]|INSERT[ \t]INTO[ \t]|DELETE[ \t]FROM[ \t])[^\n，。；！？]{0,400}/y;

/** In small letters only with a string of Chinese in it, which no English sentence has. */
const smallQuery =
  /(?:select[ \t]|update[ \t]|insert[ \t]into[ \t]|delete[ \t]from[ \t])(?=[^\n，。；！？]{0,200}["'][^"'\n]{0,60}\p{Script=Han})[^\n，。；！？]{0,400}/uy;

/** A query of a database, whose words are in capitals, up to the end of its clause. */
export const statement: Recogniser = ({ text }, at) => {
  if ((classAt(text, at - 1) & (LETTER | DIGIT)) !== 0) return undefined;
  const found = (matchAt(query, text, at) ?? matchAt(smallQuery, text, at))?.[0].trimEnd();
  return found === undefined ? undefined : code(at, at + found.length);
};

function code(start: number, end: number): ForeignSpan {
  return { kind: 'notation', start, end };
}
