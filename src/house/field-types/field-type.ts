import type { DateForm } from '../../model/date-forms.ts';
import type { Localized, LocalizedData } from '../../model/finding.ts';
import type { Value } from '../../model/front-matter/front-matter.ts';

/** What a field of a type is written as: one value, several, a list of title and url, or names with values. */
type FieldShape = 'one' | 'many' | 'links' | 'map';

/** What YAML must read a single value as; `any` where a type reads text and numbers alike. */
export type ScalarKind = 'text' | 'number' | 'boolean' | 'any';

/** What a value names besides itself: it is looked up, linked to and completed as that. */
type Named = 'picture' | 'file' | 'address' | 'person';

/**
 * Where suggestions come from besides the house's own `values`: what other articles say (where values are shared),
 * the newsroom's files, its articles, the clock.
 */
export type SuggestionSource = 'used' | 'pictures' | 'files' | 'articles' | 'now' | 'today';

/** One value that the house lists. */
export interface ListedValue {
  readonly value: string;
  readonly label?: string;
  readonly aliases?: readonly string[];
  /** Of a column: the folder of its articles, where it is called otherwise. */
  readonly folder?: string;
}

/** The settings of a field that its type may look at. */
export interface FieldRules {
  /** For `choice` (and for the items of a `list`): allowed values in order. */
  readonly values?: readonly ListedValue[];
  /** Where `values` are read from, as a path from the folder of the house file; absent: they are the house's own. */
  readonly valuesFrom?: string;
  /** The folder that it starts from, where an extended house file names it (`..`); absent: that of the house file. */
  readonly valuesFolder?: string;
  /** Values outside `values` are allowed too. */
  readonly open?: boolean;
  /** For `image` and `path`: the endings of file names that are allowed, without the dot. */
  readonly formats?: readonly string[];
  /** For `image`: `width x height` in pixels, such as `900x500`. */
  readonly leastSize?: string;
  /** For `datetime`: how the house writes a moment; absent: in any form that programs read. */
  readonly form?: DateForm;
  /** For `list` and `people`: how one value alone is written; absent: as a list, and where it stands as it stands. */
  readonly alone?: 'text' | 'list';
  /** For `number`. */
  readonly least?: number;
  readonly most?: number;
}

/** One value of the front matter. */
export type Scalar = Extract<Value, { kind: 'scalar' }>;

/** What is known of the world around a value; what is absent is not known, and nothing is said about it. */
export interface AroundValue {
  /** For each path as written: whether the file exists. */
  readonly files: ReadonlyMap<string, boolean>;
  /** How large pictures are, in pixels, by the path as written. */
  readonly sizes?: ReadonlyMap<string, { readonly width: number; readonly height: number }>;
  /** Where the house is, an IANA name. */
  readonly timeZone?: string;
}

/** What is wrong with a value by its type. `M`: the ids of the type's messages. */
export interface ValueFault<M extends string = string> {
  readonly message: M;
  /** For the message, besides `{key}` and `{actual}`, which everybody is told. */
  readonly data?: LocalizedData;
  /** What was meant, as text of the value; `safe` when that is certain. */
  readonly meant?: { readonly text: string; readonly safe: boolean };
  readonly severity?: 'warning';
}

/** The check that says what a type finds wrong: those are the ids that an author allows. */
export type SaidBy = 'bad-value' | 'bad-date';

/** One type of field: everything that is known of it. `M`: the ids of its messages. `C`: the check that says them. */
export interface TypeOfField<M extends string = string, C extends SaidBy = SaidBy> {
  /** In a few words, with an example: hover, completion and messages say it. */
  readonly words: Localized;
  /** What the reference page says. */
  readonly about: Localized;
  readonly shape: FieldShape;
  readonly scalar: ScalarKind;
  /** A front-matter value of this type, as YAML behind the colon: nothing is wrong with it. */
  readonly example: string;
  /** Values that this type does not accept, as YAML behind the colon: each is a finding. */
  readonly refused: readonly [string, ...string[]];
  /** The settings of a field, besides those of every field, that mean something for this type. */
  readonly settings: readonly string[];
  /** One value of this type, for programs that read JSON Schema (draft 7). */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly names?: Named;
  /** The endings of files that are looked for where the house names no `formats`, without the dot. */
  readonly formats?: readonly string[];
  /** Values that every field of this type may have; nothing else is asked for. */
  readonly fixed?: readonly { readonly value: string; readonly label: Localized }[];
  readonly suggests: readonly SuggestionSource[];
  /** For moments: one (milliseconds since the epoch) as a value of this type. @param field its settings */
  ofMoment?(moment: number, field: FieldRules, timeZone: string | undefined): string;
  readonly saidBy: C;
  /** What is said of its values; see {@link ValueFault}. */
  readonly messages: Readonly<Partial<Record<M, Localized>>>;
  /** What is wrong with one value whose shape and kind are right. @param field its settings */
  faults(value: Scalar, field: FieldRules, around: AroundValue): Iterable<ValueFault<M>>;
}

/** Gives a type of field its type: a fault whose message the type does not have is no TypeScript. */
export function defineFieldType<const M extends string, const C extends SaidBy>(
  type: Omit<TypeOfField<M, C>, 'messages' | 'faults'> & {
    readonly messages: Readonly<Record<M, Localized>>;
    faults(value: Scalar, field: FieldRules, around: AroundValue): Iterable<ValueFault<NoInfer<M>>>;
  },
): TypeOfField<M, C> {
  return type;
}

/** For types whose values need only be of their shape and kind. */
export const noFaults = { saidBy: 'bad-value', messages: {}, faults: (): readonly [] => [] } as const;

/** The schema of a text. */
export const anyText = { type: 'string' } as const;

/** The settings of texts. */
export const textSettings = ['max-length', 'min-length', 'forbidden'] as const;
