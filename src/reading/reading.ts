import { entryOf, fieldOfRole } from '../house/field-keys.ts';
import type { Field, FieldRole, House, Stage } from '../house/house.ts';
import { isChineseHouse } from '../house/language.ts';
import type { Article, Passage } from '../model/article.ts';
import { beside } from '../model/beside.ts';
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

const readings = beside<Article, Map<House, Reading>>();

/** Reads an article as its house does, once for each article and house. A function of values; never throws. */
export function readingOf(article: Article, house: House): Reading {
  const byHouse = readings.get(article) ?? new Map<House, Reading>();
  readings.set(article, byHouse);
  const known = byHouse.get(house);
  if (known) return known;
  const reading = new LazyReading(article, house);
  byHouse.set(house, reading);
  return reading;
}

/** What was worked out, once it was: it may be nothing. */
interface Made<T> {
  readonly value: T;
}

/** Nothing is read before it is asked for: most of those who ask want a part. */
class LazyReading implements Reading {
  readonly article: Article;
  readonly house: House;
  readonly chinese: boolean;
  #given: readonly GivenField[] | undefined;
  #measured: readonly GivenField[] | undefined;
  #stage: Made<Stage | undefined> | undefined;
  #headline: Headline | undefined;
  #heading: Made<Passage | undefined> | undefined;
  #published: Made<GivenDate | undefined> | undefined;
  #dateline: Made<DatelineDay | undefined> | undefined;
  #fieldPassages: readonly Passage[] | undefined;
  #passages: readonly Passage[] | undefined;
  #people: readonly NamedPerson[] | undefined;
  readonly #names = new Map<FieldRole, readonly string[]>();

  constructor(article: Article, house: House) {
    this.article = article;
    this.house = house;
    this.chinese = isChineseHouse(house);
  }

  get given(): readonly GivenField[] {
    this.#given ??= givenFields(this.article, this.house);
    return this.#given;
  }

  get measured(): readonly GivenField[] {
    this.#measured ??= [...this.given, ...innerFields(this.given)];
    return this.#measured;
  }

  get saidStage(): Stage | undefined {
    this.#stage ??= { value: saidStage(this.article, this.house) };
    return this.#stage.value;
  }

  get stage(): Stage {
    return this.saidStage ?? 'draft';
  }

  get headline(): Headline {
    this.#headline ??= readHeadline(this.article, this.house);
    return this.#headline;
  }

  get titleHeading(): Passage | undefined {
    this.#heading ??= { value: titleHeading(this.article) };
    return this.#heading.value;
  }

  get dateline(): DatelineDay | undefined {
    this.#dateline ??= { value: datelineDay(this.article) };
    return this.#dateline.value;
  }

  get published(): GivenDate | undefined {
    if (this.#published === undefined) {
      const said = this.text('published')?.texts[0];
      this.#published = { value: said === undefined ? undefined : givenDate(said, this.house) };
    }
    return this.#published.value;
  }

  get fieldPassages(): readonly Passage[] {
    this.#fieldPassages ??= fieldPassages(this.article, this.house);
    return this.#fieldPassages;
  }

  get people(): readonly NamedPerson[] {
    this.#people ??= namedPeople(this.article, this.given);
    return this.#people;
  }

  get passages(): readonly Passage[] {
    const { fieldPassages, article } = this;
    this.#passages ??= fieldPassages.length === 0 ? article.passages : [...article.passages, ...fieldPassages];
    return this.#passages;
  }

  // What takes something is a field, so that it can be handed on by itself: `const { text } = reading`.

  readonly field = (role: FieldRole): Field | undefined => fieldOfRole(this.house, role);

  readonly entry = (role: FieldRole): Entry | undefined => {
    const { frontMatter } = this.article;
    const entry = entryOf(frontMatter, this.field(role));
    return entry && !isBroken(frontMatter, entry) ? entry : undefined;
  };

  readonly text = (role: FieldRole): FieldText | undefined => fieldText(this.article, this.field(role));

  readonly names = (role: FieldRole): readonly string[] => {
    let named = this.#names.get(role);
    if (named === undefined) {
      const entry = this.entry(role);
      named = entry ? namesIn(entry.value, this.field(role)) : [];
      this.#names.set(role, named);
    }
    return named;
  };

  readonly reasonFor = (field: Field, stage: Stage): Reason | undefined =>
    reasonFor(field, this.article, this.house, stage);

  readonly required = (stage: Stage): readonly Required[] =>
    this.house.fields.flatMap((field) => {
      const titled = field.role === 'title' && this.titleHeading !== undefined;
      const reason = titled ? undefined : this.reasonFor(field, stage);
      return reason ? [{ field, reason }] : [];
    });
}
