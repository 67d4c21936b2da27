import { languageSaid, writtenAs } from '../house/language-names.ts';
import { withoutLanguage } from '../newsroom/in-language.ts';
import type { SeenFile } from './see-file.ts';
import { nearlyAll, share, type Tally, tally } from './tally.ts';

/** The language of an article's text; `none` where it has hardly any. */
export type TextLanguage = 'zh-Hans' | 'zh-Hant' | 'en' | 'ja' | 'ko' | 'none';

/** The language of an article's text. */
function languageOf({ han, latin, kana, hangul, traditional, simplified }: SeenFile): TextLanguage {
  // A Han character says as much as several letters.
  if ((han + hangul) * 3 + kana + latin < 20) return 'none';
  if ((han + hangul) * 3 + kana < latin * 0.5) return 'en';
  // Between Chinese a name or a title in kana is no Japanese.
  if (kana > han * 0.3) return 'ja';
  if (hangul > han) return 'ko';
  return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
}

/** Languages that can be told by the text itself. */
const told: readonly string[] = ['zh-Hant', 'zh-Hans', 'en', 'ja', 'ko'];

/** A language that names of files or folders say. */
export interface SaidLanguage {
  readonly language: string;
  /** The word as it is written: `en`, `英文`. */
  readonly word: string;
  readonly count: number;
  readonly files: readonly string[];
}

/** Whether a text can be in a language, as far as its letters and the commonest words of English tell. */
export function canBe(file: SeenFile, language: string): boolean {
  const text = languageOf(file);
  if (text === 'none') return true;
  const [base, script] = writtenAs(language).split('-');
  if (script === 'Latn') return text === 'en' && (base === 'en' || file.english * 60 < file.latin);
  return script === 'Hans' || script === 'Hant' ? writtenAs(text) === writtenAs(language) : text !== 'en';
}

/**
 * The languages that files or their folders are named after, where the texts agree: `content/en/`, `index.zh.md`,
 * `英文/`. None where all articles are in one. A word that may be a column as well (`it/`) is one only where its
 * articles are there in another language too.
 */
export function seeLanguages(files: readonly SeenFile[]): readonly SaidLanguage[] {
  const twins = tally<string>();
  for (const { path } of files) twins.add(withoutLanguage(path), path);
  const found = new Map<string, { readonly language: string; files: SeenFile[] }>();
  for (const file of files) {
    const said = wordIn(file.path);
    if (said === undefined) continue;
    const known = found.get(said.word) ?? { language: said.language, files: [] };
    found.set(said.word, known);
    known.files.push(file);
  }
  const good = [...found].flatMap(([word, { language, files: mine }]): readonly SaidLanguage[] => {
    const agreeing = mine.filter((file) => canBe(file, language)).length;
    const paired = mine.filter(({ path }) => twins.count(withoutLanguage(path)) > 1).length;
    const isTold = told.includes(language) || share(paired, mine.length) >= 0.5;
    if (mine.length < 3 || share(agreeing, mine.length) < nearlyAll || !isTold) return [];
    return [{ language, word, count: mine.length, files: mine.slice(0, 20).map(({ path }) => path) }];
  });
  const named = new Set(good.flatMap((one) => one.files));
  const all = new Set([
    ...good.map(({ language }) => language),
    ...files.filter(({ path }) => !named.has(path) && wordIn(path) === undefined).map(languageOf),
  ]);
  all.delete('none');
  return all.size < 2 ? [] : good.sort((a, b) => b.count - a.count);
}

/** The word of a path that says a language, that of the name before those of folders. */
function wordIn(path: string): { readonly word: string; readonly language: string } | undefined {
  const parts = path.split('/');
  const inName = (parts.pop() ?? '').split('.').slice(1, -1).reverse();
  for (const word of [...inName, ...parts.reverse()]) {
    const language = languageSaid(word);
    if (language !== undefined) return { word, language };
  }
  return undefined;
}

/** A tally of the languages of texts. */
export function textLanguages(files: readonly SeenFile[]): Tally<TextLanguage> {
  const languages = tally<TextLanguage>();
  for (const file of files) languages.add(languageOf(file), file.path);
  return languages;
}
