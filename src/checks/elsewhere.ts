/** Another article of the newsroom. */
export interface Neighbour {
  /** As `Facts.path` is written. */
  readonly path: string;
  /** When it was or will be published, ISO 8601 as the house's clocks say it; absent: it says nothing that is a date. */
  readonly day?: string;
}

/** What other articles of the newsroom have of this one. */
export interface Elsewhere {
  /** Those of the same title, in order of their paths; nobody, where so many have it that it is the name of a series. */
  readonly titles: readonly Neighbour[];
  /** Those of the same folder whose address would be the same. */
  readonly slugs: readonly Neighbour[];
  /** By the hash of a long paragraph, those in which it stands too; without what stands in so many that it is furniture. */
  readonly paragraphs: ReadonlyMap<number, readonly Neighbour[]>;
  /** By the destination of a picture as this article writes it, how others credit it. */
  readonly credits: ReadonlyMap<string, readonly CreditedElsewhere[]>;
  /** Those that correct this one, and that it does not link to. */
  readonly corrections: readonly Neighbour[];
}

/** How another article credits a picture. */
export interface CreditedElsewhere extends Neighbour {
  readonly credit: SaidCredit;
}

/** A picture's credit as it is written and whom it names. */
export interface SaidCredit {
  readonly text: string;
  readonly people: readonly string[];
  /** Agencies and outlets. */
  readonly bodies: readonly string[];
}

/** Which of two articles was first, by the day that each gives; `undefined` where nobody can tell. */
export function isBefore(one: string | undefined, other: string | undefined): boolean | undefined {
  if (one === undefined || other === undefined) return undefined;
  // A day alone says nothing of the hour.
  const length = one.length > 10 && other.length > 10 ? undefined : 10;
  const [first, second] = [one.slice(0, length), other.slice(0, length)];
  return first === second ? undefined : first < second;
}

/** How many days lie between two articles; `undefined` where one says none. */
export function daysBetween(one: string | undefined, other: string | undefined): number | undefined {
  if (one === undefined || other === undefined) return undefined;
  const days = Math.abs(Date.parse(one.slice(0, 10)) - Date.parse(other.slice(0, 10))) / 86_400_000;
  return Number.isNaN(days) ? undefined : days;
}
