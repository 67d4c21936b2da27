import { isEnglishOutlet, roleAfterName, staffOnly } from '../../model/byline/english/english-names.ts';
import { nameKey } from '../../model/name-key.ts';

/** What stands before a name and belongs to no one's signature: Dr Ann Field, the Rev Tom Brook. */
const title =
  /^(?:the )?(?:(?:dr|prof|professor|sir|dame|lord|lady|baroness|rev|revd|reverend|fr|father|sister|canon|capt|captain|col|maj|lt|gen|sgt|mr|mrs|ms|miss|mx|cllr|sen|rep|gov|hon|pastor|rabbi|imam)\.? )+(?=\S)/i;
/** What a field of authors says where it names nobody. */
const nobody =
  /^(?:admin|administrator|guest|guest (?:author|writer|contributor)|anon|anonymous|editors?|editorial|contributors?|various(?: authors)?|readers?|unknown|none|n\/a|team|(?:the )?(?:[a-z]+[ -]?)?desk|(?:our|the) readers?)$/i;

/** Whether a name of a field is nobody’s whom a byline could contradict: `Court reporter`, `Newsdesk`, `PA`, `Guest`. */
export function isNobody(name: string): boolean {
  return staffOnly.test(name) || nobody.test(name) || isEnglishOutlet(name);
}

/**
 * Whether fields name those who signed. Of Latin names only the letters count, without titles and what is said of
 * somebody beside the name, so that J.T. Poole is JT Poole and ann-field Ann Field; `Field, Ann` is Ann Field too.
 */
export function sameWriters(signed: readonly string[], given: readonly string[]): boolean {
  const named = given.filter((name) => !roleAfterName.test(name));
  if (sorted(signed.map(key)) === sorted(named.map(key))) return true;
  const words = (names: readonly string[]) => sorted(names.flatMap((name) => name.split(/\s+/)).map(key));
  return named.length > 1 && named.every((name) => isLatin(name) && !/\s/.test(name)) && words(signed) === words(named);
}

const sorted = (names: readonly string[]): string => [...names].sort().join('|');

const isLatin = (name: string): boolean => /\p{Script=Latin}/u.test(name);

function key(name: string): string {
  if (!isLatin(name)) return nameKey(name);
  const plain = name.replace(/\s*[(|].*$/s, '').replace(title, '');
  return nameKey(plain === '' ? name : plain).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
