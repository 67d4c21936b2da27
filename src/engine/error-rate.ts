import type { Mistake, Rule } from '../checks/check.ts';
import type { House } from '../house/house.ts';
import type { Finding } from '../model/finding.ts';
import type { Range } from '../model/range.ts';
import type { Reading } from '../reading/reading.ts';

/**
 * How many mistakes an article has, each as heavy as its house weighs it: the sum that the error rate (差错率) is made of.
 * Errors and warnings count, by what their check says that they are; questions do not. A tenth is the smallest part.
 *
 * Rests on: 报纸编校差错率计算方法, annex to 报纸期刊质量管理规定 (2020).
 *
 * @param findings each by itself, however often it says the same
 */
export function weighMistakes(findings: readonly Finding[], reading: Reading, rules: readonly Rule[]): number {
  let kinds: ReadonlyMap<string, Mistake> | undefined;
  const { errorRate } = reading.house;
  const repeats = new Map<string, number>();
  let numerals = 0;
  let sum = 0;
  for (const finding of findings) {
    if (finding.severity === 'info') continue;
    kinds ??= mistakesOf(rules);
    const kind = kinds.get(finding.check);
    if (kind === undefined) continue;
    // Two slips are one mistake when they are told in the same words.
    const said = `${finding.check} ${finding.message.en}`;
    const often = (repeats.get(said) ?? 0) + 1;
    repeats.set(said, often);
    if (often > errorRate.mostRepeats) continue;
    const weight = weightOf(kind, errorRate) * (isInHeadline(finding, reading) ? errorRate.headline : 1);
    if (kind === 'numeral') numerals += weight;
    else sum += weight;
  }
  return tenths(sum + Math.min(numerals, errorRate.mostNumerals));
}

/**
 * A shorter text has no rate: one slip in thirty characters would be 333 in 10,000, which says nothing of how it was edited.
 * Who inspects a paper counts pages. Its mistakes are told by their number instead.
 */
const LEAST_CHARACTERS = 1000;

/** Whether a text is long enough for a rate to say anything. */
export function hasErrorRate(characters: number): boolean {
  return characters >= LEAST_CHARACTERS;
}

/** Mistakes in 10,000 characters; 0 for a text without characters. */
export function errorRate(mistakes: number, characters: number): number {
  return characters === 0 ? 0 : tenths((mistakes * 10_000) / characters);
}

function mistakesOf(rules: readonly Rule[]): ReadonlyMap<string, Mistake> {
  return new Map(
    rules.flatMap((rule) =>
      'mistake' in rule && rule.mistake !== undefined ? [[rule.id, rule.mistake] as const] : [],
    ),
  );
}

function weightOf(kind: Mistake, weights: House['errorRate']): number {
  return weights[kind];
}

function isInHeadline({ at }: Finding, reading: Reading): boolean {
  const within = (range: Range | undefined): boolean =>
    range !== undefined && at.start >= range.start && at.end <= range.end;
  return (
    within(reading.entry('title')?.value.at) ||
    within(reading.entry('subtitle')?.value.at) ||
    within(reading.titleHeading?.block)
  );
}

/** Sums of tenths as tenths: 0.1 + 0.2 is 0.3. */
function tenths(sum: number): number {
  return Math.round(sum * 10) / 10;
}
