import type { Person } from '../byline.ts';
import { isHan } from '../lexicon/fold.ts';
import { compoundSurnames } from '../lexicon/words.ts';
import { looksPersonal } from '../names/names.ts';
import { allHan, countChars } from '../names/outlets.ts';
import type { Groups } from './group-state.ts';
import { readGroups } from './groups.ts';
import { scan } from './scan.ts';

/** People after a bracket that never closes. */
export interface Unclosed {
  readonly groups: Groups;
  /** Those of them whose names end beyond doubt. */
  readonly people: readonly Person[];
  /** Where the bracket may close, the likeliest first; at least one. */
  readonly choices: readonly [number, ...number[]];
}

/** How far the people after an open bracket are looked for, in UTF-16 units. */
const REACH = 120;
const MOST_CHOICES = 4;
const compound = new Set(compoundSurnames);
/** Characters of sentences: a name that is run into one does not hold them. */
const sentenceCharacters = '据在从于日今昨明前月年是的了和与将为到对说把被向就又也都已近本该';

/**
 * Reads the people after a bracket at `open` that never closes: where they end and the text begins nothing says, so
 * every place is told where they may. `undefined` where nobody seems to be named.
 */
export function readUnclosed(text: string, s: string, open: number, to: number): Unclosed | undefined {
  // What has commas and figures is text.
  const pause = s.slice(open, Math.min(to, open + REACH)).search(/[\n,。;!?“《0-9]/);
  const reach = pause < 0 ? Math.min(to, open + REACH) : open + pause;
  const groups = readGroups(text, s, scan(s, open + 1, reach), { open: true });
  if (!groups) return undefined;
  const read = groups.people;
  const last = read.at(-1);
  const doubtful = last !== undefined && isRunOn(s, last);
  const people = doubtful ? read.slice(0, -1) : read;
  const ends: number[] = [];
  const sure = people.at(-1);
  const tail = groups.tail;
  const end = tail && sure && tail.from >= sure.to && !doubtful ? tail.to : sure?.to;
  const guess = doubtful ? last.from : skipJoiners(s, end ?? groups.roles.at(-1)?.to ?? open + 1, reach);
  // What touches the end of a name is a part of the same word.
  const more = end === undefined || guess > end || doubtful ? namesInto(s, guess, reach) : [];
  if (end === undefined) ends.push(...more);
  else if (/[、]/.test(s.slice(end, guess)) || doubtful) ends.push(...more, end);
  else ends.push(end, ...more);
  for (const person of people.slice(0, -1).reverse()) ends.push(person.to);
  const [first, ...others] = [...new Set(ends)].slice(0, MOST_CHOICES);
  return first === undefined ? undefined : { groups, people, choices: [first, ...others] };
}

/** 高远今年: four characters and more that no name begins, or not as a name goes on. */
function isRunOn(s: string, { from, to }: Person): boolean {
  const word = s.slice(from, to);
  if (!allHan(word) || countChars(word) < 3) return false;
  if ([...word].slice(1).some((char) => sentenceCharacters.includes(char))) return true;
  return countChars(word) > 3 && !compound.has(word.slice(0, 2));
}

function skipJoiners(s: string, from: number, to: number): number {
  let at = from;
  while (at < to && ' 、,:'.includes(s.charAt(at))) at++;
  return at;
}

/** Where a name may end that is run into the text after it: 高远河湾镇今年… after two characters or three. */
function namesInto(s: string, from: number, to: number): readonly number[] {
  const ends: number[] = [];
  const sizes = compound.has(s.slice(from, from + 2)) ? [3, 4] : [3, 2];
  for (const size of sizes) {
    const name = s.slice(from, from + size);
    if (from + size > to || ![...name].every((char) => isHan(char.charCodeAt(0)))) continue;
    if (looksPersonal(name) && ![...name].slice(1).some((char) => sentenceCharacters.includes(char)))
      ends.push(from + size);
  }
  return ends;
}
