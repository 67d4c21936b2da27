import type { MessageData, Severity } from '../../model/finding.ts';
import { matchesOf } from '../../model/matches.ts';
import type { Prose } from '../../model/prose.ts';
import type { Draft, FixDraft } from '../check.ts';
import { chineseRules } from './chinese-rules.ts';
import { quickened } from './quickened.ts';

/** What is wrong with a match of a {@link Slip}. */
interface Wrong<M extends string> {
  /** What may stand there instead, the likeliest first; none: the editor must find the words. */
  readonly instead?: readonly string[];
  /** Overrides the slip's message. */
  readonly message?: M;
  readonly data?: MessageData;
  readonly safe?: boolean;
  readonly severity?: Severity;
}

/** A way of writing that is wrong in Chinese text, told by a pattern: the whole match is marked and replaced. */
export interface Slip<M extends string> {
  readonly message: M;
  /** A text that holds none of these has none of it: a search that costs next to nothing. */
  readonly needs: readonly string[];
  /** Not global: a part of every match that is cheap to look for, where `needs` alone are in many texts. */
  readonly holds?: RegExp;
  /** Global, and linear. */
  readonly pattern: RegExp;
  /** Looks closer; `undefined`: nothing is wrong after all. */
  judge(match: RegExpExecArray, text: string): Wrong<M> | undefined;
  readonly safe?: boolean;
  readonly severity?: Severity;
  /** The message that titles its fixes; absent: `replace`. */
  readonly fixTitle?: M;
  /** Titles of works are looked at too: what is wrong are their own marks. */
  readonly inTitles?: true;
}

/** Which characters a text holds, folded to so many: what it has not is not in it for certain. */
const FOLDED = 4096;
/** By folded character the number of the last text that held it: counted on, so that nothing need be cleared. */
const lastIn = new Int32Array(FOLDED);
let lastText = '';
let texts = 0;

function lookAt(text: string): void {
  if (text === lastText) return;
  lastText = text;
  texts++;
  if (texts === 0x7fffffff) {
    lastIn.fill(0);
    texts = 1;
  }
  for (let i = 0; i < text.length; i++) lastIn[text.charCodeAt(i) & (FOLDED - 1)] = texts;
}

/** Whether a text holds one of a slip's `needs`. Most hold not even its first character. */
function mayHold(text: string, needs: readonly string[]): boolean {
  lookAt(text);
  for (const needed of needs)
    if (lastIn[needed.charCodeAt(0) & (FOLDED - 1)] === texts && text.includes(needed)) return true;
  return false;
}

/** How far a work's title reaches, in UTF-16 units. */
const TITLE = 60;

/** Whether an offset lies between 《 and 》: what others called their work is not ours to mend. */
export function isInTitle(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - TITLE), at);
  return before.lastIndexOf('《') > before.lastIndexOf('》');
}

/**
 * Finds slips in Chinese text, outside addresses and titles of works. The messages are told `actual` and `expected`,
 * and the titles of fixes `instead`.
 */
export function* slipsIn<M extends string>(prose: Prose, slips: readonly Slip<M>[]): Iterable<Draft<M | 'replace'>> {
  const { text } = prose;
  const holds = chineseRules(text);
  for (const slip of slips) {
    if (!mayHold(text, slip.needs) || slip.holds?.test(text) === false) continue;
    for (const match of matchesOf(text, quickened(slip.pattern))) {
      const from = match.index;
      const [actual] = match;
      const wrong = slip.judge(match, text);
      if (wrong === undefined || !holds(from) || (!slip.inTitles && isInTitle(text, from))) continue;
      const to = from + actual.length;
      const safe = wrong.safe ?? slip.safe ?? false;
      const severity = wrong.severity ?? slip.severity;
      const fixes = (wrong.instead ?? []).map(
        (instead): FixDraft<M | 'replace'> => ({
          title: slip.fixTitle ?? 'replace',
          data: { instead },
          safe,
          prose: [{ from, to, text: instead }],
        }),
      );
      yield {
        message: wrong.message ?? slip.message,
        data: { actual, expected: wrong.instead?.[0] ?? '', ...wrong.data },
        at: prose.at(from, to),
        ...(severity === undefined ? {} : { severity }),
        fixes,
      };
    }
  }
}
