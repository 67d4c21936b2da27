import { fieldOfRole, keysOf } from '../house/field-keys.ts';
import { type Field, type FieldRole, type House, peopleRoles, type Stage } from '../house/house.ts';
import { stageSaid } from '../house/stage-words.ts';
import { namesWithin } from './names.ts';

/** What an article says of itself in its front matter, as its house reads it. */
export interface SaidOfItself {
  /** '' where nothing is said, here and below. */
  readonly title: string;
  /** `undefined` where the house has no stages. */
  readonly stage: Stage | undefined;
  readonly column: string;
  /** As it is written. */
  readonly published: string;
  /** Whom its fields name, in the order of the roles. */
  readonly people: readonly string[];
  /** Of these who wrote it; see {@link authorsIn}. */
  readonly authors: readonly string[];
}

/** Who made an article: those who wrote it; of one that nobody wrote, those who took its pictures. Each once. */
export function authorsIn(
  names: (role: FieldRole) => readonly string[],
  signed: readonly string[] = [],
): readonly string[] {
  const written = [...names('reporters'), ...names('correspondents')];
  return [...new Set([written, signed, names('photographers')].find((some) => some.length > 0))];
}

/**
 * Reads what is known of an article that is not read: the texts of its front matter by key, as an index of many keeps
 * them. The same as its reading says, where it says that by fields alone.
 */
export function saidInValues(values: ReadonlyMap<string, readonly string[]>, house: House): SaidOfItself {
  const written = (field: Field | undefined): readonly string[] =>
    (field === undefined ? [] : keysOf(field).flatMap((name) => values.get(name) ?? [])).filter(
      (text) => text.trim() !== '',
    );
  const said = (role: FieldRole): readonly string[] => {
    const field = fieldOfRole(house, role);
    return written(field).map((text) => labelled(text.trim(), field));
  };
  const stage = fieldOfRole(house, 'stage');
  const names = (role: FieldRole): readonly string[] =>
    said(role).flatMap((text) => namesWithin(text).map(({ name }) => name));
  return {
    title: said('title')[0] ?? '',
    stage: stage && (stageSaid(stage, truthOr(stage, written(stage)[0])) ?? 'draft'),
    column: said('column')[0] ?? '',
    published: said('published')[0] ?? '',
    people: peopleRoles.flatMap(names),
    authors: authorsIn(names),
  };
}

/** A choice is shown by its label. */
function labelled(text: string, field: Field | undefined): string {
  const choice = field?.values?.find(({ value, aliases }) => value === text || aliases?.includes(text));
  return choice?.label ?? choice?.value ?? text;
}

/** The truth that a flag says. */
function truthOr(field: Field, text: string | undefined): string | boolean | undefined {
  return field.type === 'boolean' && (text === 'true' || text === 'false') ? text === 'true' : text;
}
