import type { MessageData, Severity } from '../../model/finding.ts';
import { matchesOf } from '../../model/matches.ts';
import type { Prose } from '../../model/prose.ts';
import type { Draft, FixDraft } from '../check.ts';
import { chineseRules } from './chinese-rules.ts';
import { type Clues, clueGroup, cluesOf, mayHold, mayHoldAny } from './clues.ts';
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
  /** A text that holds none of these has none of it: they are looked for before all else, at next to no cost. */
  readonly needs: Clues;
  /** A text that holds none of these has none of it either. */
  readonly with?: Clues;
  /** Not global: a part of every match that is cheap to look for, where clues alone are in many texts. */
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

/** How far a work's title reaches, in UTF-16 units. */
const TITLE = 60;

/** Whether an offset lies between 《 and 》: what others called their work is not ours to mend. */
export function isInTitle(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - TITLE), at);
  return before.lastIndexOf('《') > before.lastIndexOf('》');
}

/** A slip with the numbers of its clues. */
interface Sought<M extends string> {
  readonly slip: Slip<M>;
  readonly needs: number;
  readonly with: number | undefined;
}

const nothing: readonly never[] = [];

/**
 * What finds slips in Chinese text, outside addresses and titles of works. The messages are told `actual` and `expected`,
 * and the titles of fixes `instead`. To be made once for a list.
 */
export function findSlips<M extends string>(
  slips: readonly Slip<M>[],
): (prose: Prose) => Iterable<Draft<M | 'replace'>> {
  const group = clueGroup();
  const sought = slips.map(
    (slip): Sought<M> => ({ slip, needs: cluesOf(slip.needs, group), with: slip.with && cluesOf(slip.with) }),
  );
  return (prose) => {
    const { text } = prose;
    if (!mayHoldAny(text, group)) return nothing;
    let found: Slip<M>[] | undefined;
    for (const { slip, needs, with: others } of sought) {
      if (!mayHold(text, needs) || (others !== undefined && !mayHold(text, others))) continue;
      if (slip.holds?.test(text) === false) continue;
      found ??= [];
      found.push(slip);
    }
    return found === undefined ? nothing : slipsIn(prose, found);
  };
}

function* slipsIn<M extends string>(prose: Prose, slips: readonly Slip<M>[]): Iterable<Draft<M | 'replace'>> {
  const { text } = prose;
  const holds = chineseRules(text);
  for (const slip of slips) {
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
