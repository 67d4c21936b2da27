import { entryOf, fieldOfRole } from '../house/field-keys.ts';
import type { Field, FieldRole, House, Stage } from '../house/house.ts';
import { isChineseHouse } from '../house/language.ts';
import type { Article, Passage } from '../model/article.ts';
import type { Entry } from '../model/front-matter/front-matter.ts';
import { isBroken } from '../model/front-matter/values.ts';
import { type DatelineDay, datelineDay, type GivenDate, givenDate } from './dates.ts';
import { fieldPassages } from './field-passages.ts';
import { type FieldText, fieldText } from './field-text.ts';
import { type GivenField, givenFields, innerFields } from './fields.ts';
import { type Headline, readHeadline, titleHeading } from './headline.ts';
import { type NamedPerson, namedPeople, namesIn } from './people.ts';
import { type Reason, reasonFor, saidStage } from './stage.ts';

/** An article as its house reads it: what means what, whatever the house calls it and however it is written. */
export interface Reading {
  readonly article: Article;
  readonly house: House;
  /** The house writes Chinese. */
  readonly chinese: boolean;
  /** The fields that are given, in written order; of a duplicate the first. Those whose YAML is broken are left out. */
  readonly given: readonly GivenField[];
  /** Those, and the fields inside them, each with its own place. */
  readonly measured: readonly GivenField[];
  /** Where the article says that it stands; `undefined` where it says nothing that the house knows. */
  readonly saidStage: Stage | undefined;
  /** Where the article stands: a draft unless it says otherwise. */
  readonly stage: Stage;
  readonly headline: Headline;
  /** The heading of level 1 that counts as the title of an article whose fields give none. */
  readonly titleHeading: Passage | undefined;
  /** When it was or will be published; `undefined` where nothing is said, or what is said is no date. */
  readonly published: GivenDate | undefined;
  /** Values of fields that the house reads as prose. */
  readonly fieldPassages: readonly Passage[];
  /** All that is prose: the passages of the body, then those of fields. */
  readonly passages: readonly Passage[];
  /** Everybody whom byline, credits, editor line and front matter name, in that order. */
  readonly people: readonly NamedPerson[];
  /** The day that the article's dateline names; `undefined` where it has none, or names a day of the month alone. */
  readonly dateline: DatelineDay | undefined;
  /** The house's field for a role; `undefined` where it has none. */
  field(role: FieldRole): Field | undefined;
  /** The entry that gives the field of a role, where its YAML is sound. */
  entry(role: FieldRole): Entry | undefined;
  /** What the field of a role says, as readers see it; `undefined` when nothing. */
  text(role: FieldRole): FieldText | undefined;
  /** Whom the field of a role names, in written order; nobody where its YAML is broken. */
  names(role: FieldRole): readonly string[];
  /** Why a field must be filled in at a stage; `undefined` when it need not be. */
  reasonFor(field: Field, stage: Stage): Reason | undefined;
  /** What must be filled in at a stage, in the house's order, filled in or not; no title where a heading is one. */
  required(stage: Stage): readonly Required[];
}

/** A field that must be filled in, and why. */
export interface Required {
  readonly field: Field;
  readonly reason: Reason;
}

const readings = new WeakMap<Article, WeakMap<House, Reading>>();

/** Reads an article as its house does, once for each article and house. A function of values; never throws. */
export function readingOf(article: Article, house: House): Reading {
  const byHouse = readings.get(article) ?? new WeakMap<House, Reading>();
  readings.set(article, byHouse);
  const known = byHouse.get(house);
  if (known) return known;
  const reading = read(article, house);
  byHouse.set(house, reading);
  return reading;
}

/** Nothing is read before it is asked for: most of those who ask want a part. */
function read(article: Article, house: House): Reading {
  const given = once(() => givenFields(article, house));
  const measured = once(() => [...given(), ...innerFields(given())]);
  const stage = once(() => saidStage(article, house));
  const headline = once(() => readHeadline(article, house));
  const heading = once(() => titleHeading(article));
  const published = once(() => {
    const said = fieldText(article, fieldOfRole(house, 'published'))?.texts[0];
    return said === undefined ? undefined : givenDate(said, house);
  });
  const dateline = once(() => datelineDay(article));
  const inFields = once(() => fieldPassages(article, house));
  const people = once(() => namedPeople(article, given()));
  const entryFor = (role: FieldRole): Entry | undefined => {
    const entry = entryOf(article.frontMatter, fieldOfRole(house, role));
    return entry && !isBroken(article.frontMatter, entry) ? entry : undefined;
  };
  const names = new Map<FieldRole, readonly string[]>();
  const passages = once(() => (inFields().length === 0 ? article.passages : [...article.passages, ...inFields()]));
  return {
    article,
    house,
    chinese: isChineseHouse(house),
    get given() {
      return given();
    },
    get measured() {
      return measured();
    },
    get saidStage() {
      return stage();
    },
    get stage() {
      return stage() ?? 'draft';
    },
    get headline() {
      return headline();
    },
    get titleHeading() {
      return heading();
    },
    get dateline() {
      return dateline();
    },
    get published() {
      return published();
    },
    get fieldPassages() {
      return inFields();
    },
    get people() {
      return people();
    },
    get passages() {
      return passages();
    },
    field: (role) => fieldOfRole(house, role),
    entry: entryFor,
    names(role) {
      let named = names.get(role);
      if (named === undefined) {
        const entry = entryFor(role);
        named = entry ? namesIn(entry.value, fieldOfRole(house, role)) : [];
        names.set(role, named);
      }
      return named;
    },
    text: (role) => fieldText(article, fieldOfRole(house, role)),
    reasonFor: (field, stage) => reasonFor(field, article, house, stage),
    required: (stage) =>
      house.fields.flatMap((field) => {
        const titled = field.role === 'title' && heading() !== undefined;
        const reason = titled ? undefined : reasonFor(field, article, house, stage);
        return reason ? [{ field, reason }] : [];
      }),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
