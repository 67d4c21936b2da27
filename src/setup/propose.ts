import { fillAll, type Locale, type Localized } from '../model/finding.ts';
import type { World } from '../newsroom/world.ts';
import type { Decision, Piece } from './decision.ts';
import { type Habit, habitsOf, looseFields } from './habits.ts';
import { houseText, staffText } from './house-text.ts';
import type { Observation, Watch } from './observe.ts';
import { proposeFields, proposeRequired } from './propose-fields.ts';
import { proposeMarks } from './propose-marks.ts';
import { proposePlaces } from './propose-places.ts';
import { proposeSignatures } from './propose-signatures.ts';
import { proposeTemplate } from './propose-template.ts';
import { type Trial, tryHouse } from './trial.ts';

/** A house that is proposed for an archive. */
export interface Proposal {
  readonly decisions: readonly Decision[];
  /** What the house says of the archive when all is accepted. */
  readonly trial: Trial;
}

/** The files of a newsroom that are written for it. */
export interface HouseFiles {
  readonly house: string;
  readonly staff: string | undefined;
  readonly templates: readonly { readonly name: string; readonly text: string }[];
}

/** A house is tried so often at most: each time it asks for less. */
const mostTrials = 6;

/**
 * Proposes a house for an archive, and tries it on the archive: what it would find everywhere is the newsroom's habit
 * and no fault, and becomes a setting.
 *
 * @param now milliseconds since the epoch
 */
export async function propose(world: World, seen: Observation, now: number, watch: Watch = {}): Promise<Proposal> {
  let loose: ReadonlySet<string> = new Set();
  let habits: readonly Habit[] = [];
  for (let round = 1; ; round++) {
    const decisions = decide(seen, loose, habits);
    const trial = await tryHouse(world, seen, filesOf(decisions, seen, 'en'), now, watch);
    const looser = new Set([...loose, ...looseFields(trial, seen)]);
    const more = looser.size > loose.size ? habits : habitsOf(trial, habits, seen);
    if (round === mostTrials || (looser.size === loose.size && more === habits)) return { decisions, trial };
    loose = looser;
    habits = more;
  }
}

function decide(seen: Observation, loose: ReadonlySet<string>, habits: readonly Habit[]): readonly Decision[] {
  const fields = proposeFields(seen, { loose });
  return [
    ...proposePlaces(seen),
    ...proposeSignatures(seen),
    ...fields,
    ...proposeTemplate(seen, fields),
    ...proposeRequired(seen, fields),
    ...proposeMarks(seen),
    ...habits.map(({ decision }) => decision),
  ];
}

/** The texts of the files that decisions write. @param decisions those that were accepted, as they were accepted */
export function filesOf(decisions: readonly Decision[], seen: Observation, locale: Locale): HouseFiles {
  const base: Piece = { path: ['extends'], value: 'plain' };
  const people = decisions.flatMap(({ others }) => others?.people ?? []);
  const date = seen.articles.length;
  const head: Localized = fillAll(
    {
      en: 'House style, proposed by `copydesk init` from {date} article{plural}: the counts are how many do so.\nChange what you like; `copydesk init` proposes what is new, and overwrites nothing.',
      zh: '社内规范，由 copydesk init 根据 {date} 篇稿件拟定：注释里的数字是这样写的篇数。\n可随意改动；再次运行 copydesk init 只提出新出现的内容，不覆盖任何东西。',
    },
    { date, plural: date === 1 ? '' : 's' },
  );
  const staffHead: Localized = {
    en: 'Who signs, and how many articles name them.',
    zh: '署名的人，和提到他们的篇数。',
  };
  return {
    house: houseText([base, ...decisions.flatMap(({ pieces }) => pieces)], head, locale),
    staff: people.length === 0 ? undefined : staffText(people, staffHead, locale),
    templates: decisions.flatMap(({ others }) => others?.templates ?? []),
  };
}
