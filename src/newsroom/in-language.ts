import type { House } from '../house/house.ts';
import { isLanguageShape, languageNamed } from '../house/language-names.ts';
import { nameOf, relativePath } from './uri.ts';

/** What is in force, as far as the language of an article goes. */
interface InForce {
  readonly house: House;
  readonly root: string | undefined;
}

const variants = new WeakMap<object, Map<string, unknown>>();

/**
 * What is in force for an article whose name or folder says its language: `index.zh.md`, `post.en.md`, `zh/post.md`,
 * `英文/post.md`.
 * The name goes before the folder, and a folder before those above it. The same object for the same language.
 *
 * @param uri of the article; a folder with a slash at its end
 */
export function inLanguageOf<I extends InForce>(inForce: I, uri: string | undefined): I {
  const { house, root } = inForce;
  const { language, languages = [] } = house;
  if (languages.length === 0 || uri === undefined) return inForce;
  const said = languageIn(root === undefined ? nameOf(uri) : (relativePath(root, uri) ?? nameOf(uri)), [
    ...languages,
    language,
  ]);
  if (said === undefined || said === language) return inForce;
  const known = variants.get(inForce) ?? new Map<string, unknown>();
  variants.set(inForce, known);
  const made = (known.get(said) as I | undefined) ?? { ...inForce, house: speaking(house, said) };
  known.set(said, made);
  return made;
}

function speaking(house: House, language: string): House {
  // The newsroom has said which language it is: nobody need guess it from the text.
  return { ...house, language, origins: new Map(house.origins).set('language', house.origins?.get('languages') ?? '') };
}

/** The language that a path says, of those that the house has; `undefined` where it says none. */
function languageIn(path: string, languages: readonly string[]): string | undefined {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  const inName = name.split('.').slice(1, -1).reverse();
  const folders = parts.slice(0, -1).reverse();
  for (const word of [...inName, ...folders]) {
    // `zh` and `zh-CN` are the house's `zh-Hans`, `zh-TW` is its `zh-Hant`, 英文 its `en`; its own language stands last.
    const said = languageNamed(word, languages);
    if (said !== undefined) return said;
  }
  return undefined;
}

/** Whether two articles are the same one in two languages, by their paths: `zh/a.md` and `en/a.md`, `a.md` and `a.en.md`. */
export function isTranslation(one: string, other: string): boolean {
  // What a name begins with says no language: nearly all articles are told apart by it.
  return one !== other && stemOf(one) === stemOf(other) && withoutLanguage(one) === withoutLanguage(other);
}

/** A name before its first dot. */
function stemOf(uri: string): string {
  const from = uri.lastIndexOf('/') + 1;
  const dot = uri.indexOf('.', from);
  return uri.slice(from, dot === -1 ? undefined : dot);
}

/** A path or uri without the words that say a language: the same for an article and its translations. */
export function withoutLanguage(uri: string): string {
  const parts = uri.split('/');
  const name = (parts.pop() ?? '').split('.');
  // Three letters are as often a section's name.
  const isWord = (word: string): boolean => isLanguageShape(word) && !/^[a-z]{3}/i.test(word);
  const plain = name.filter((word, index) => index === 0 || index === name.length - 1 || !isWord(word));
  return [...parts.filter((part) => !isWord(part)), plain.join('.')].join('/');
}
