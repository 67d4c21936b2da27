import { entryOf, fieldOfRole } from '../house/field-keys.ts';
import type { ListedValue } from '../house/field-types/field-type.ts';
import { type House, type Stage, stages } from '../house/house.ts';
import { stageSaid, stageWritten } from '../house/stage-words.ts';
import type { Locale } from '../model/finding.ts';
import { textOf } from '../model/front-matter/values.ts';
import type { Reading } from './reading.ts';
import { stageWord, stageWords } from './stage.ts';

/** The words by which articles of a house can be asked for by their stage: those that its desk is shown come first. */
export function wordsForStages(house: House, locale: Locale): readonly string[] {
  const field = fieldOfRole(house, 'stage');
  const own = field?.type === 'boolean' ? [] : (field?.values ?? []).map(({ value, label }) => label ?? value);
  const shown = own.length > 0 ? own : stages.map((stage) => stageWord(house, stage, locale));
  return [...new Set([...shown, ...stages])];
}

/**
 * Whether an article is at the stage that a word names: `draft`, `已发`, `In review`, as its house writes or shows it, in
 * either language. `undefined`: the house knows no such stage.
 */
export function isAtStage({ article, house, stage }: Reading, word: string): boolean | undefined {
  const named = stageNamed(house, word);
  if (named === undefined || typeof named === 'string') return named && named === stage;
  // A word of the house's own that means none of the three, or one of two that mean the same.
  const value = entryOf(article.frontMatter, fieldOfRole(house, 'stage'))?.value;
  const written = value && textOf(value);
  return written !== undefined && wordsOf(named).includes(folded(written));
}

/** Whether a house knows a stage by a word. */
export const knowsStage = (house: House, word: string): boolean => stageNamed(house, word) !== undefined;

function stageNamed(house: House, word: string): Stage | ListedValue | undefined {
  const asked = folded(word);
  const field = fieldOfRole(house, 'stage');
  const choices = field === undefined || field.type === 'boolean' ? [] : (field.values ?? []);
  const id = stages.find((one) => one === asked);
  if (id !== undefined) return id;
  const choice = choices.find((one) => wordsOf(one).includes(asked));
  if (choice !== undefined && field !== undefined) {
    const said = stageSaid(field, choice.value);
    return said !== undefined && stageWritten(field, said) === choice.value ? said : choice;
  }
  return stages.find((one) => [stageWords[one].zh, stageWords[one].en].some((usual) => folded(usual) === asked));
}

const wordsOf = ({ value, label, aliases = [] }: ListedValue): readonly string[] =>
  [value, ...(label === undefined ? [] : [label]), ...aliases].map(folded);

/** `In Review` and `in  review` are one, and so are `ＯＫ` and `ok`. */
const folded = (word: string): string => word.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
