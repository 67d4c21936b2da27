/** What languages are called besides what the platform's tables say. */
const others: Readonly<Record<string, string>> = {
  zh: '汉语 漢語 华文 華文 中国语 chn cn',
  'zh-Hans': '简体 简中 中文简体 简体字',
  'zh-Hant': '繁体 繁體 繁中 正體中文 中文繁体 中文繁體',
  en: 'eng',
};

const kept = new Map<string, ReadonlySet<string>>();

/** The names of a language and of what it is a kind of, in Chinese, in English and in its own, in small letters. */
function namesOf(tag: string): ReadonlySet<string> {
  const known = kept.get(tag);
  if (known !== undefined) return known;
  const names = new Set<string>();
  const base = tag.split('-', 1)[0] ?? tag;
  for (const one of new Set([tag, base])) {
    for (const word of others[one]?.split(' ') ?? []) names.add(word);
    for (const speaker of ['zh', 'zh-Hant', 'en', base]) {
      const name = nameIn(speaker, one);
      if (name !== undefined) names.add(name.toLowerCase());
    }
  }
  kept.set(tag, names);
  return names;
}

function nameIn(speaker: string, tag: string): string | undefined {
  try {
    return new Intl.DisplayNames([speaker], { type: 'language', fallback: 'none' }).of(tag);
  } catch {
    return undefined;
  }
}

/** A language with the script in which it is written; the tag itself where it is none. */
export function writtenAs(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return tag;
  }
}

/** `zh`, `zh-cn`, `zh-hans`, `en-gb`, and no word that begins like one. */
const isTag = (word: string): boolean => /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/.test(word);

/** Whether a word is written as the tag of a language, whether there is one or not. */
export const isLanguageShape = (word: string): boolean => isTag(word.replaceAll('_', '-').toLowerCase());

/** Whether a word is the tag of a language that there is: `fr`, `zh_TW`, and not `xx` or `posts`. */
function isLanguageTag(word: string): boolean {
  const tag = word.trim().replaceAll('_', '-').toLowerCase();
  return isTag(tag) && nameIn('en', tag.split('-', 1)[0] ?? tag) !== undefined;
}

/** Languages that an article may name though its house does not list them. */
const usual = ['zh-Hant', 'zh-Hans', 'en'];

/** The language that a word says, of a house's languages first; `undefined` for a word that is none. */
export function languageSaid(word: string, languages: readonly string[] = []): string | undefined {
  const known = languageNamed(word, [...usual, ...languages]);
  return known ?? (isLanguageTag(word) ? word.trim().replaceAll('_', '-') : undefined);
}

/**
 * The language of a list that a word says: by its tag (`zh` and `zh-CN` are `zh-Hans`, `zh-TW` is `zh-Hant`) or by its
 * name in Chinese, English or its own tongue (`中文`, `English`, `français`). Of two that fit the last one.
 *
 * @param languages BCP 47
 */
export function languageNamed(word: string, languages: readonly string[]): string | undefined {
  const tag = word.trim().replaceAll('_', '-').toLowerCase();
  const exact = languages.find((one) => one.toLowerCase() === tag);
  if (exact !== undefined) return exact;
  if (isTag(tag)) {
    const alike = languages.findLast((one) => writtenAs(one) === writtenAs(tag));
    if (alike !== undefined) return alike;
  }
  return languages.findLast((one) => namesOf(one).has(tag));
}
