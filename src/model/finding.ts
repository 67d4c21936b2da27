import type { Place, Prose, ProseEdit } from './prose.ts';
import type { TextEdit } from './range.ts';

/** `error` is a fault, `warning` very likely one, `info` a question to the editor. */
export type Severity = 'error' | 'warning' | 'info';

/** Most severe first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** The languages that a user reads: English and Simplified Chinese. */
export type Locale = 'en' | 'zh';

/** One sentence in every language that a user may read. */
export type Localized = Readonly<Record<Locale, string>>;

/** A text in the language of whoever reads it: the one place that takes a language out of a {@link Localized}. */
export function inLocale(text: Localized, locale: Locale): string {
  return text[locale];
}

/** Values for the `{placeholders}` of a message. */
export type MessageData = Readonly<Record<string, string | number>>;

/** Values for the `{placeholders}` of a message in every language: what a newsroom said may be in both. */
export type LocalizedData = Readonly<Record<string, string | number | Localized>>;

/** Edits of one passage, as part of a change of several. */
export interface PassageEdits {
  readonly prose: Prose;
  readonly edits: readonly ProseEdit[];
}

/** A change that mends a finding. `safe` fixes may be applied in bulk; the others are offered one at a time. */
export interface Fix {
  readonly title: Localized;
  readonly safe: boolean;
  // One of the three, and never two: what is changed is known best where it is told most narrowly.
  /** Edits of the finding's own prose. */
  readonly prose?: readonly ProseEdit[];
  /** Edits of several passages that are one change. */
  readonly passages?: readonly PassageEdits[];
  /** Edits of the source: of lines of the front matter, of whole blocks. */
  readonly source?: readonly TextEdit[];
}

/** One thing that a check found, apart from the words in which it is said. */
export interface Finding {
  /** The check's id, such as `wrong-interpunct`. */
  readonly check: string;
  readonly severity: Severity;
  /** The message in every language, its placeholders filled in. */
  readonly message: Localized;
  /** The standard or the house rule that the finding rests on, such as `GB/T 15834—2011 4.14`. */
  readonly source?: string;
  readonly at: Place;
  readonly fixes: readonly Fix[];
}

/** Fills in `{name}` placeholders; one that has no value stays as it is. */
export function fill(template: string, values: MessageData): string {
  if (!template.includes('{')) return template;
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });
}

/** Fills in a message in every language. */
export function fillAll(message: Localized, values: LocalizedData): Localized {
  return { en: fill(message.en, valuesIn(values, 'en')), zh: fill(message.zh, valuesIn(values, 'zh')) };
}

function valuesIn(values: LocalizedData, locale: Locale): MessageData {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'object' ? inLocale(value, locale) : value]),
  );
}
