import { entryOf, fieldOfRole } from '../house/field-keys.ts';
import { type House, type SignStep, type Stage, stages } from '../house/house.ts';
import { readHouseYaml } from '../house/house-yaml.ts';
import { listsPeople } from '../house/signers.ts';
import { type Colleague, colleagueNamed, wasActive } from '../house/staff.ts';
import type { Article } from '../model/article.ts';
import type { Value } from '../model/front-matter/front-matter.ts';
import { isBroken, textOf } from '../model/front-matter/values.ts';
import { nameKey } from '../model/name-key.ts';
import type { Place } from '../model/prose.ts';
import type { Range } from '../model/range.ts';
import { isNoDate, momentOf, readDate } from '../model/written-date.ts';
import { type Changes, changesSince, signedText } from './signed-text.ts';

/** Somebody's word for a text. */
interface Signed {
  readonly name: string;
  /** As written; empty where it is not said. */
  readonly time: string;
  /** Milliseconds since the epoch; `undefined` where the time is none. */
  readonly moment: number | undefined;
  /** The hash of the text that was signed; `undefined` where it is not said. */
  readonly text: string | undefined;
  /** The hashes of its parts, which whoever signed that text first has on record; empty where they are not said. */
  readonly parts: string;
  /** Where it stands in the article; `undefined` where the record is a file of its own. */
  readonly at: Place | undefined;
  /** Where it stands in the text that holds the record. */
  readonly held: Range;
}

/** Who signed what. */
export interface Signature extends Signed {
  /** The house's step; `undefined` where it has none of that name. */
  readonly step: SignStep | undefined;
  /** The step as the record says it. */
  readonly stepSaid: string;
}

/** Who let an article through the gate, and why. */
export interface LetThrough extends Signed {
  readonly stage: Stage;
  readonly reason: string;
}

/** The record of an article. */
export interface Signoffs {
  /** In written order, which is that of signing. */
  readonly signatures: readonly Signature[];
  readonly letThrough: readonly LetThrough[];
  /** Both, in written order. */
  readonly signed: readonly (Signature | LetThrough)[];
  /** What stands in the record and is neither; in the article's front matter alone. */
  readonly unread: readonly Place[];
  /** The same in a record of its own, where it stands there, and what cannot be read of it at all. */
  readonly unreadInFile: readonly Range[];
}

/** The key under which a record in a file of its own lists its entries. */
export const recordKey = 'signoff';

/**
 * What is on record of an article: who signed, who let it through. In written order; never throws.
 *
 * @param file the text of the record where the house keeps it in a file of its own; `undefined` where there is none
 */
export function signoffsOf(article: Article, house: House, file?: string): Signoffs {
  const found: Found = { signatures: [], letThrough: [], signed: [], unread: [], unreadInFile: [] };
  if (house.signoff.record === 'file') {
    const { entries, faults } = readHouseYaml(file ?? '');
    for (const { at } of faults) found.unreadInFile.push(at);
    const entry = entries.find(({ key }) => key === recordKey);
    for (const item of itemsOf(entry?.value)) readItem(item, house, undefined, found);
    if (entry && entry.value.kind !== 'list' && entry.value.kind !== 'null') found.unreadInFile.push(entry.value.at);
    return found;
  }
  const { frontMatter } = article;
  const entry = entryOf(frontMatter, fieldOfRole(house, 'signoff'));
  if (entry === undefined || isBroken(frontMatter, entry)) return found;
  for (const item of itemsOf(entry.value)) readItem(item, house, item.at, found);
  return found;
}

interface Found extends Signoffs {
  readonly signatures: Signature[];
  readonly letThrough: LetThrough[];
  readonly signed: (Signature | LetThrough)[];
  readonly unread: Place[];
  readonly unreadInFile: Range[];
}

const itemsOf = (value: Value | undefined): readonly Value[] => (value?.kind === 'list' ? value.items : []);

function readItem(item: Value, house: House, at: Place | undefined, found: Found): void {
  const said = new Map(
    (item.kind === 'map' ? item.entries : []).map(({ key, value }) => [key, (textOf(value) ?? '').trim()]),
  );
  const of = (key: string): string => said.get(key) ?? '';
  const name = of('name');
  const stage = stages.find((one) => one === said.get('override'));
  const time = of('time');
  const held = item.at;
  const own = { name, time, moment: momentSaid(time, house), text: said.get('text'), parts: of('parts'), at, held };
  if (stage !== undefined && name !== '') {
    const through = { ...own, stage, reason: of('reason') };
    found.letThrough.push(through);
    found.signed.push(through);
  } else if (of('step') !== '' && name !== '') {
    const signature = { ...own, step: stepNamed(house, of('step')), stepSaid: of('step') };
    found.signatures.push(signature);
    found.signed.push(signature);
  } else if (at) found.unread.push(at);
  else found.unreadInFile.push(held);
}

function momentSaid(time: string, { timeZone }: House): number | undefined {
  const read = readDate(time);
  return isNoDate(read) ? undefined : momentOf(read, timeZone);
}

/** The step of a house that a word names: its id, or what the desk calls it. */
export function stepNamed({ signoff: { steps } }: House, word: string): SignStep | undefined {
  return steps.find(({ id }) => id === word) ?? steps.find(({ label }) => label.zh === word || label.en === word);
}

/** Whether two names are one person: the same name, or a colleague's pen-name. */
export function isSamePerson({ staff = [] }: House, one: string, other: string): boolean {
  const own = (name: string): string => nameKey(colleagueNamed(staff, name)?.name ?? name);
  return own(one) === own(other);
}

/**
 * Whether somebody may sign a step by what the house says of it. `undefined` where that is not known: the step may ask
 * for a role, and the newsroom keeps no list of who has which.
 */
export function maySign(house: House, step: SignStep, name: string): boolean | undefined {
  if (step.who.length === 0 || step.who.some((word) => isSamePerson(house, word, name))) return true;
  if (house.staff === undefined || house.staff.length === 0) return listsPeople(house, step) ? false : undefined;
  return colleagueNamed(house.staff, name)?.roles.some((role) => step.who.includes(role)) === true;
}

/** Steps that may not bear the same name as one of them. */
export function apartFrom({ signoff: { steps } }: House, step: SignStep): readonly SignStep[] {
  return steps.filter(
    ({ id, distinct }) => id !== step.id && (step.distinct.includes(id) || distinct.includes(step.id)),
  );
}

/** The people who have signed a step, each once. */
export function signersOfStep(house: House, { signatures }: Signoffs, step: SignStep): readonly string[] {
  const names: string[] = [];
  for (const one of signatures)
    if (one.step?.id === step.id && !names.some((name) => isSamePerson(house, name, one.name))) names.push(one.name);
  return names;
}

/** The latest signature when the text is no longer what was signed, with what changed since. */
interface Stale {
  readonly signature: Signature | LetThrough;
  readonly changes: Changes;
}

/**
 * Whether the text has changed since it was last signed or let through: each signature is for the text as it then was, and who signs
 * later answers for what was changed before. `undefined` where nothing changed, nobody signed, or the front matter
 * cannot be read, which says nothing yet.
 */
export function staleSignature(article: Article, house: House, { signed }: Signoffs): Stale | undefined {
  const signature = signed.findLast(({ text }) => text !== undefined && text !== '');
  if (signature === undefined || article.frontMatter.faults.length > 0) return undefined;
  const now = signedText(article, house);
  if (signature.text === now.hash) return undefined;
  const parts = signed.find((one) => one.text === signature.text && one.parts !== '')?.parts ?? '';
  return { signature, changes: changesSince(parts, now) };
}

/** A step that is next, and who may sign it. */
export interface Turn {
  readonly step: SignStep;
  /** It was signed last, and the text has changed since. */
  readonly again: boolean;
  /** How many signatures it still needs. */
  readonly missing: number;
  /** Roles and names as the house says them; empty: anybody. */
  readonly who: readonly string[];
  /** Whom of the staff list that means, less those who have left and those who have signed a step that must be another's. */
  readonly people: readonly string[];
}

/**
 * What may be signed now: the step whose text has changed, and the first that is not signed; in that order.
 *
 * @param day today, such as `2026-06-18`: who has left by then is not asked
 */
export function turnsOf(
  { article, house }: { article: Article; house: House },
  file?: string,
  day?: string,
): readonly Turn[] {
  const { steps } = house.signoff;
  if (steps.length === 0) return [];
  const signoffs = signoffsOf(article, house, file);
  const last = staleSignature(article, house, signoffs)?.signature;
  const stale = last && 'step' in last ? last.step : undefined;
  const next = steps.find((step) => signersOfStep(house, signoffs, step).length < step.count);
  return [
    ...(stale ? [turn(house, signoffs, stale, true, day)] : []),
    ...(next && next.id !== stale?.id ? [turn(house, signoffs, next, false, day)] : []),
  ];
}

/**
 * The step that is next, and who may sign it; `undefined` where the house has no steps or all is signed.
 *
 * @param file see {@link signoffsOf}
 * @param day see {@link turnsOf}
 */
export function whoseTurn(reading: { article: Article; house: House }, file?: string, day?: string): Turn | undefined {
  return turnsOf(reading, file, day)[0];
}

function turn(house: House, signoffs: Signoffs, step: SignStep, again: boolean, day: string | undefined): Turn {
  const others = apartFrom(house, step).flatMap((other) => signersOfStep(house, signoffs, other));
  const own = again ? [] : signersOfStep(house, signoffs, step);
  const isOut = ({ name }: Colleague): boolean =>
    [...others, ...own].some((signed) => isSamePerson(house, signed, name));
  const people = (house.staff ?? []).filter(
    (person) => maySign(house, step, person.name) && !isOut(person) && (day === undefined || wasActive(person, day)),
  );
  return {
    step,
    again,
    missing: again ? 1 : step.count - own.length,
    who: step.who,
    people: people.map(({ name }) => name),
  };
}
