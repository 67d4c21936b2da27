import type { Byline } from '../byline/byline.ts';
import { isMark } from '../byline/groups/scan.ts';
import { fold } from '../byline/lexicon/fold.ts';
import { readByline } from '../byline/read-byline.ts';
import { isWork, rolesOf, writerMark } from '../byline/roles.ts';
import type { Passage } from '../passage.ts';
import { shifted } from '../shifted.ts';
import type { BylinePosition, FoundByline } from './furniture.ts';

/** Bylines and credits are short; a longer paragraph is text, and is not tried as a line of furniture. */
export const LONGEST_LINE = 240;
/** How many paragraphs from the top may stand before the one that carries the byline (credits, editor's notes). */
const PARAGRAPHS_AT_TOP = 4;
export const PARAGRAPHS_AT_END = 4;
/** A sign-off after the last sentence is no longer than this, in UTF-16 units. */
const LONGEST_SIGN_OFF = 100;

/** The bylines of an article, of the paragraphs that are no other furniture. */
export function readBylines(paragraphs: readonly Passage[]): readonly FoundByline[] {
  const found: FoundByline[] = [];
  for (const passage of paragraphs.slice(0, PARAGRAPHS_AT_TOP)) {
    const line = readLine(passage.prose.text);
    if (line) {
      // 本报讯（…） alone on its line is still the head of a report.
      found.push({ position: 'under-title', passage, byline: line });
      continue;
    }
    const head = readByline(passage.prose.text, 'head');
    if (head) found.push({ position: 'head', passage, byline: head });
    break;
  }
  const end = paragraphs.slice(Math.max(found.length, paragraphs.length - PARAGRAPHS_AT_END));
  const text: Passage[] = [];
  for (const passage of end) {
    if (found.some((other) => other.passage === passage)) continue;
    const line = readLine(passage.prose.text);
    if (line) found.push({ position: 'end', passage, byline: line });
    else text.push(passage);
  }
  const last = text.at(-1) ?? (end.length === 0 ? paragraphs.at(-1) : undefined);
  const signOff = last && readSignOff(last.prose.text);
  if (last && signOff && !found.some(({ passage, byline }) => passage === last && byline.to > signOff.from))
    found.push({ position: 'sign-off', passage: last, byline: signOff });
  return found;
}

/** Reads the byline that stands in `position` of a paragraph, as {@link readBylines} does; `undefined` where none does. */
export function readBylineAt(text: string, position: BylinePosition): Byline | undefined {
  if (position === 'sign-off') return readSignOff(text);
  return position === 'head' ? readByline(text, 'head') : (readByline(text, 'line') ?? readByline(text, 'head'));
}

function readLine(text: string): Byline | undefined {
  const line = text.length <= LONGEST_LINE ? readByline(text, 'line') : undefined;
  return line && signs(line) && coversAll(text, line) ? line : undefined;
}

const openers: ReadonlySet<string> = new Set('（(【［[');
const closers: ReadonlySet<string> = new Set('）)】］]');
const sentenceMarks: ReadonlySet<string> = new Set('。！？!?…”’\n');

/** How a sentence ends: what stands after it is no part of it. */
const sentenceEnd = /(?:[。！？!?…；;”’」』]|[\p{L})][.]"?)\s*$|\n\s*$/u;

/**
 * Reads who signs after the last sentence of a paragraph: `…不再发愁。（记者 陆晓晴）`. `undefined` for an aside, for the
 * credit of a picture, and where the sentence has not ended.
 */
function readSignOff(text: string): Byline | undefined {
  const written = text.trimEnd().length;
  // （记者 陆晓晴）。: the stop that ends the sentence stands after the bracket.
  const stopped = /[）)】］\]][。．.]$/.test(text.slice(Math.max(0, written - 2), written));
  const end = stopped ? written - 1 : written;
  const from = signOffStart(text, end, stopped);
  if (from === undefined || end - from > LONGEST_SIGN_OFF) return undefined;
  const last = text.slice(from, end);
  // A sentence without a bracket signs only by a word for whoever wrote.
  if (!/[（(【［[〔﹙]/.test(last) && !writerMark.test(fold(last))) return undefined;
  const read = readByline(last, 'line');
  if (!read || !signs(read) || read.people.length === 0 || read.to < end - from) return undefined;
  const byline = shifted(read, from);
  const named = byline.roles.map(({ text: role }) => role);
  if (stopped || (byline.brackets === undefined && byline.kind !== 'note'))
    return named.some((role) => !isWork(role) && writes(role)) ? byline : undefined;
  // （高远 摄）: the credit of a picture.
  if (named.length > 0 && named.every((role) => rolesOf(role)[0]?.kind === 'photographer')) return undefined;
  const [only] = byline.people;
  // （高兴）: a name of two characters alone is as likely an aside.
  const short =
    named.length === 0 && byline.people.length === 1 && only !== undefined && /^\p{Script=Han}{2}$/u.test(only.text);
  return short && byline.outlet === undefined && only.from === from + 1 ? undefined : byline;
}

function writes(role: string): boolean {
  const kind = rolesOf(role)[0]?.kind;
  return kind === 'reporter' || kind === 'correspondent';
}

/** Where the last bracket opens that ends the text or is still open at its end; else where the last sentence ends. */
function signOffStart(text: string, end: number, stopped: boolean): number | undefined {
  const closes = closers.has(text.charAt(end - 1));
  let depth = 0;
  for (let i = end - 1; i >= Math.max(0, end - LONGEST_SIGN_OFF); i--) {
    const char = text.charAt(i);
    if (closers.has(char)) depth++;
    else if (openers.has(char) && --depth === (closes ? 0 : -1))
      return i > 0 && (stopped || sentenceEnd.test(text.slice(Math.max(0, i - 4), i))) ? i : undefined;
    if (!closes && depth === 0 && i < end - 1 && sentenceMarks.has(char)) {
      const rest = text.slice(i + 1, end);
      return i + 1 + (rest.length - rest.trimStart().length);
    }
  }
  return undefined;
}

/**
 * `据某社电` and a note on the author's post say who, but sign nothing, unless the note names the author; nor does what
 * says whence alone, or whence figures are: （来源：某刊官网）, 资料来源：气象署／制表：高远.
 */
function signs({ kind, people, roles: [first] }: Byline): boolean {
  if (people.length > 0 && people.every(({ role }) => role !== undefined && rolesOf(role)[0]?.kind === 'source'))
    return false;
  if (first && /^(?:资料|数据|图片|图表|信息)来源$/.test(fold(first.text))) return false;
  if (kind === 'note') return people.length > 0 && people.every(({ role }) => role?.endsWith('作者'));
  return kind !== 'attribution';
}

/** Nothing else stands in the text, but a mark before the line (■本报记者 …). */
export function coversAll(text: string, piece: { readonly from: number; readonly to: number }): boolean {
  const before = text.slice(0, piece.from).trim();
  return (before === '' || before === 'N' || [...before].every(isMark)) && text.slice(piece.to).trim() === '';
}
