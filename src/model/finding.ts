import { isOurs, turned } from 'copydesk:traditional';
import type { Place, Prose, ProseEdit } from './prose.ts';
import type { TextEdit } from './range.ts';

/** `error` is a fault, `warning` very likely one, `info` a question to the editor. */
export type Severity = 'error' | 'warning' | 'info';

/** Most severe first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** The languages in which sentences are written: English and Simplified Chinese. */
export type Written = 'en' | 'zh';

/** The languages that a user reads. Traditional Chinese is made of the Simplified, see {@link inLocale}. */
export type Locale = Written | 'zh-tw';

/** One sentence in every language that is written. */
export type Localized = Readonly<Record<Written, string>>;

/** How a sentence that was put together is said in Traditional Chinese, by the sentence. */
const traditional = new WeakMap<Localized, () => string>();

/**
 * A text in the language of whoever reads it: the one place that takes a language out of a {@link Localized}. In
 * Traditional Chinese what is ours is turned, and what was filled into it (names, text of the article, paths) stays as
 * it is; a sentence that the sources do not have as it is stays in Simplified.
 */
export function inLocale(text: Localized, locale: Locale): string {
  if (locale !== 'zh-tw') return text[locale];
  const made = traditional.get(text);
  if (made) return made();
  return isOurs(text.zh) ? turned(text.zh) : text.zh;
}

/** The language for a locale tag such as `zh-cn`, `zh_TW.UTF-8` or `en-US`; English for those we do not speak. */
export function localeOfTag(tag: string): Locale {
  return spokenLocale(tag) ?? 'en';
}

/**
 * The language for a locale tag in any of its notations (`zh-TW`, `zh_Hant_HK`, `yue-HK`, `en_GB.UTF-8`, in small or
 * capital letters); `undefined` for languages that we do not speak and for what is no tag.
 */
export function spokenLocale(tag: string): Locale | undefined {
  // POSIX adds an encoding and a modifier: zh_TW.Big5@radical.
  const [language = '', ...subtags] = tag
    .trim()
    .toLowerCase()
    .replace(/[.@].*$/s, '')
    .split(/[-_]/);
  if (!subtags.every((subtag) => /^[a-z0-9]{1,8}$/.test(subtag))) return undefined;
  if (language === 'en') return 'en';
  if (!chinese.has(language)) return undefined;
  // What the script says goes before what the place does: zh-Hans-HK.
  if (subtags.some((subtag) => subtag === 'hans' || subtag === 'chs')) return 'zh';
  return subtags.some((subtag) => written.has(subtag)) ? 'zh-tw' : 'zh';
}

/** Chinese as a whole, Mandarin, Cantonese, Min and Hakka. */
const chinese: ReadonlySet<string> = new Set(['zh', 'zho', 'chi', 'cmn', 'yue', 'nan', 'hak']);

/** Where, or in which script, Chinese is written in traditional characters. */
const written: ReadonlySet<string> = new Set(['hant', 'cht', 'tw', 'hk', 'mo']);

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

/** Words one after the other, as a list of a sentence has them. */
export function listed(words: readonly string[]): Localized {
  return { en: words.join(', '), zh: words.join('、') };
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
  const filled = { en: fill(message.en, valuesIn(values, 'en')), zh: fill(message.zh, valuesIn(values, 'zh')) };
  traditional.set(filled, () => fill(inLocale(message, 'zh-tw'), valuesIn(values, 'zh-tw')));
  return filled;
}

/** A text changed alike in every language: cut, or taken apart. */
export function altered(text: Localized, change: (said: string) => string): Localized {
  const made = { en: change(text.en), zh: change(text.zh) };
  traditional.set(made, () => change(inLocale(text, 'zh-tw')));
  return made;
}

/** A sentence with another right behind it, in every language. */
export function joinedWords(first: Localized, second: Localized): Localized {
  const joined = { en: first.en + second.en, zh: first.zh + second.zh };
  traditional.set(joined, () => inLocale(first, 'zh-tw') + inLocale(second, 'zh-tw'));
  return joined;
}

function valuesIn(values: LocalizedData, locale: Locale): MessageData {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'object' ? inLocale(value, locale) : value]),
  );
}
