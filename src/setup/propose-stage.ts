import { type Stage, stages } from '../house/house.ts';
import type { ListItem, Piece } from './decision.ts';
import type { SeenField } from './field-seen.ts';
import { stageOfWord } from './stage-words.ts';

/**
 * The words of a field of stages, from the first stage to the last and the most frequent first: what each means is said
 * as its other name. A list in which one of the stages has no word is open: nobody has seen yet how it is written.
 *
 * @param at the path of a setting of the field
 */
export function stageValues(
  { key, values, count }: SeenField,
  at: (name: string) => readonly string[],
): readonly Piece[] {
  const known = values.flatMap(({ value, count: times }) => {
    const stage = stageOfWord(value, key);
    return stage === undefined ? [] : [{ value, stage, times }];
  });
  const unknown = values
    .filter(({ value }) => stageOfWord(value, key) === undefined)
    .map(({ value }): ListItem => ({ text: value }));
  const ofStage = (stage: Stage): readonly ListItem[] =>
    known
      .filter((one) => one.stage === stage)
      .map(({ value }) => ({ text: value, ...(value === stage ? {} : { aliases: [stage] }) }));
  const isWhole = count >= 20 && stages.every((stage) => known.some((one) => one.stage === stage));
  return [
    { path: at('values'), value: [...stages.flatMap(ofStage), ...unknown] },
    ...(isWhole ? [] : [{ path: at('open'), value: true }]),
  ];
}
