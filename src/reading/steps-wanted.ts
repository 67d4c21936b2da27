import { type House, type SignStep, type Stage, stages } from '../house/house.ts';
import type { Localized } from '../model/finding.ts';
import type { Reading } from './reading.ts';
import { passFault } from './signing-faults.ts';
import { type LetThrough, type Signoffs, signersOfStep } from './signoffs.ts';

/** What somebody did who let the text through, in the place of the step that others sign. */
export const letThrough: Localized = { en: 'Let through', zh: '放行' };

/** The later of the stage that an article is at and the one that is asked about. */
export function stageAsked({ stage }: Pick<Reading, 'stage'>, asked: Stage | undefined): Stage {
  return asked !== undefined && stages.indexOf(asked) > stages.indexOf(stage) ? asked : stage;
}

/** The steps without which an article may not be at a stage. */
export function stepsBefore({ signoff: { steps } }: House, stage: Stage): readonly SignStep[] {
  return steps.filter(({ before }) => stages.indexOf(before) <= stages.indexOf(stage));
}

/** Whether the gate of a house stands before a stage, or before one that comes earlier. */
export function isGated({ gate: { from } }: House, stage: Stage): boolean {
  return from !== 'never' && stages.indexOf(stage) >= stages.indexOf(from);
}

/**
 * The steps that an article must have to be at a stage and has not, in order. None where it went out before the house
 * began to ask.
 */
export function unsignedSteps(reading: Reading, signoffs: Signoffs, stage: Stage): readonly SignStep[] {
  const { house, published } = reading;
  const { since } = house.signoff;
  if (since !== undefined && reading.stage === 'published' && published && published.iso.slice(0, 10) < since)
    return [];
  return stepsBefore(house, stage).filter((step) => signersOfStep(house, signoffs, step).length < step.count);
}

/** What let an article through to a stage, or further; the latest that counts. */
export function throughTo(house: House, { letThrough }: Signoffs, stage: Stage): LetThrough | undefined {
  return letThrough.findLast(
    (one) => stages.indexOf(one.stage) >= stages.indexOf(stage) && passFault(house, one, one.moment) === undefined,
  );
}
