import { checks } from '../checks/index.ts';
import { fillAll, type Localized } from '../model/finding.ts';
import { type Decision, ofArticles, type Piece } from './decision.ts';
import type { Observation } from './observe.ts';
import { share } from './tally.ts';
import type { Trial, TriedCheck } from './trial.ts';

/** A check that the archive does not keep to: what it says is the newsroom's way of writing. */
export interface Habit {
  readonly check: string;
  readonly decision: Decision;
}

/** Errors and warnings in 10,000 characters that a proposed house may have on its own archive. */
const budget = 2;
/** So many with those of checks that the archive mostly keeps to: slips, of which a wall is one all the same. */
const wall = 3;
/** One slip is no habit, and a check that speaks in fewer articles than three is not one that nobody keeps to. */
const fewest = { findings: 2, articles: 3 };
/** An archive of fewer articles has no habits yet: a slip or two is a wall in it. */
const smallest = 10;
/** A check that speaks in so many of the articles is not kept to. */
const often = 0.25;

/**
 * What is never taken for a habit: it breaks the article for every program, or is a slip wherever it stands, however
 * many there are.
 */
const faults: ReadonlySet<string> = new Set([
  'front-matter-syntax',
  'conflict-marker',
  'check-failed',
  'duplicate-field',
  'cut-value',
  'wrong-word',
  'idiom-slip',
  'doubled-character',
  'repeated-word',
  'as-of',
  'wrong-place',
  'impossible-date',
  'wrong-weekday',
]);

/**
 * What the rest of the archive does where a check speaks. A slip in each of forty articles is forty slips where the other
 * thousand places are written as the check wants them, and a habit where they are not. Of checks that are not here only
 * the places are counted at which they speak.
 */
function kept({ marks, roots }: Observation): ReadonlyMap<string, number> {
  return new Map([
    ['half-width-punctuation', marks.fullMarks + marks.fullBrackets],
    ['straight-quotes', marks.curlyQuotes + marks.cornerQuotes],
    ['missing-image', roots.judged - roots.missing],
  ]);
}

/**
 * A check that is kept to at so many of the places where it could speak is the newsroom's own rule, slips and all: it is
 * never off, and asks only where there would be a wall of findings.
 */
const mostly = 0.9;
/** One that is kept to at so many is not given up: at most it asks. */
const usually = 0.5;

/** Ways to write that a check has an option for. */
const options: Readonly<Record<string, { readonly name: string; readonly value: string | boolean }>> = {
  'indented-paragraph': { name: 'full-width', value: false },
  'title-punctuation': { name: 'subheads', value: false },
};

/** What of a trial of what was seen is habit, the known ones with it. */
export function habitsOf(trial: Trial, known: readonly Habit[], seen: Observation): readonly Habit[] {
  const rule = kept(seen);
  /** At how many of the places a check is kept to; 0 where that is not known. */
  const keptTo = ({ check, findings }: TriedCheck): number => {
    const others = rule.get(check) ?? 0;
    return share(others, others + findings);
  };
  const rate = ({ findings }: TriedCheck): number => share(findings * 10_000, trial.characters);
  const habits = [...known];
  const isRule = (one: TriedCheck): boolean => keptTo(one) >= mostly;
  let left = trial.checks.reduce((sum, one) => sum + rate(one), 0);
  const isHabit = (one: TriedCheck): boolean =>
    share(one.articles, trial.articles) >= often && one.articles >= fewest.articles && keptTo(one) < usually;
  const candidates = trial.checks.filter(({ check }) => !faults.has(check)).sort((a, b) => rate(b) - rate(a));
  for (const one of candidates) {
    const isFull = left > (isRule(one) ? wall : budget);
    if (!isHabit(one) && (!isFull || one.findings < fewest.findings || trial.articles < smallest)) continue;
    // One that has an option is tried with it before it is given up.
    const tried = habits.findIndex(({ check }) => check === one.check);
    const habit = habitOf(one, trial, tried >= 0, isHabit(one));
    if (tried >= 0) habits.splice(tried, 1, habit);
    else habits.push(habit);
    left -= rate(one);
  }
  const changed = habits.some((habit, index) => habit !== known[index]);
  return changed ? habits : known;
}

function habitOf(one: TriedCheck, trial: Trial, isSecond: boolean, isHabit: boolean): Habit {
  const check = checks.find(({ id }) => id === one.check);
  const option = isSecond ? undefined : options[one.check];
  const count: Localized = fillAll(
    { en: '{findings} in {articles}', zh: '{articles}有 {findings} 处' },
    { findings: one.findings, articles: ofArticles(one.articles, trial.articles) },
  );
  const level = isHabit ? 'off' : 'info';
  const path = ['checks', one.check, ...(option ? [option.name] : [])];
  const piece: Piece = { path, value: option?.value ?? level, comment: count };
  const said: Localized = option
    ? fillAll({ en: '{name}: {option}', zh: '{name}：{option}' }, { name: option.name, option: String(option.value) })
    : level === 'off'
      ? { en: 'off', zh: '关闭' }
      : { en: 'told as a question', zh: '只作提示' };
  return {
    check: one.check,
    decision: {
      id: `check:${one.check}`,
      question: 'demands',
      title: check?.title ?? { en: one.check, zh: one.check },
      proposed: said,
      evidence: fillAll(
        { en: '{count}, such as: {sample}', zh: '{count}，例如：{sample}' },
        { count, sample: one.sample },
      ),
      outliers: { said: count, count: one.articles, files: one.files },
      pieces: [piece],
      choices: [{ id: 'keep', label: { en: 'check all the same', zh: '照样检查' }, pieces: [] }],
    },
  };
}

/** Checks that say what a field may hold. */
const ofFields: ReadonlySet<string> = new Set(['wrong-type', 'bad-value', 'bad-date']);

/** Fields whose proposed type refuses too many of their values: 1 in 20 articles, and more than two. */
export function looseFields(trial: Trial, { fields }: Observation): readonly string[] {
  return trial.checks
    .filter(({ check }) => ofFields.has(check))
    .flatMap(({ fields: refused }) =>
      refused
        .filter(({ value, count }) => {
          const given = fields.find(({ key }) => key === value)?.count ?? 0;
          return count >= 2 && share(count, Math.min(given, trial.articles)) > 0.05;
        })
        .map(({ value }) => value),
    );
}
