import { fold } from '../model/byline/lexicon/fold.ts';
import { isCorrespondent, type RoleKind, rolesOf } from '../model/byline/roles.ts';
import { type Form, formsOf, slotsOf } from './forms.ts';
import type { BylineStyle } from './house.ts';

/** What people do for an article, by the fields that name them. */
export type Work = 'reporters' | 'correspondents' | 'photographers' | 'editor';

const works: Readonly<Partial<Record<RoleKind, Work>>> = {
  reporter: 'reporters',
  author: 'reporters',
  correspondent: 'correspondents',
  photographer: 'photographers',
  artist: 'photographers',
  designer: 'photographers',
  editor: 'editor',
  proofreader: 'editor',
  reviewer: 'editor',
};

/** What a role word says that somebody does: `摄影记者`, `photographer`, `文/图`. Empty for a word that says nothing. */
export function worksOf(role: string | undefined): ReadonlySet<Work> {
  return new Set(rolesOf(role).flatMap(({ kind, also }) => [kind, also].flatMap((one) => (one && works[one]) ?? [])));
}

/** What a slot for people is filled with: `{names}` behind 通讯员 are correspondents, else those whom the form is about. */
export function workOfSlot<W extends string>(before: string, whose: W): W | 'correspondents' {
  return rolesOf(before).at(-1)?.kind === 'correspondent' ? 'correspondents' : whose;
}

const wordsByForms = new WeakMap<readonly string[], ReadonlyMap<string, Work>>();

/**
 * Whether somebody with a role counts as a correspondent in a house: as its forms say (`特约记者{correspondents}`), else
 * as the word does.
 */
export function isCorrespondentIn({ forms }: Pick<BylineStyle, 'forms'>, role: string | undefined): boolean {
  if (role === undefined) return false;
  let words = wordsByForms.get(forms);
  if (words === undefined) {
    words = new Map(formsOf(forms).flatMap(wordsOf));
    wordsByForms.set(forms, words);
  }
  const said = words.get(fold(role).trim());
  return said === undefined ? isCorrespondent(role) : said === 'correspondents';
}

/** The role words of a form, each with whom it stands before. */
function wordsOf(form: Form): readonly (readonly [word: string, work: Work])[] {
  return slotsOf(form).flatMap(({ slot, before }) => {
    const word = /\p{L}+(?=[:/ ]*$)/u.exec(fold(before))?.[0];
    if (word === undefined || (slot !== 'reporters' && slot !== 'correspondents')) return [];
    return rolesOf(word).length === 0 ? [] : [[word, slot] as const];
  });
}
