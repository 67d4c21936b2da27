/** One form of an English word or phrase, and how another word takes the same form. */
export interface Inflected {
  readonly text: string;
  readonly apply: (word: string) => string;
}

/** Endings of nouns and verbs, each with what it makes of a word. */
const endings: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) =>
    /[^aeiou]y$/i.test(word) ? `${word.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/i.test(word) ? `${word}es` : `${word}s`,
  (word) => (/e$/i.test(word) ? `${word}d` : /[^aeiou]y$/i.test(word) ? `${word.slice(0, -1)}ied` : `${word}ed`),
  (word) => (/[^eoy]e$/i.test(word) ? `${word.slice(0, -1)}ing` : `${word}ing`),
];

/**
 * The regular forms of an English word or phrase, whose last word is inflected: plural, past, participle; it itself
 * first. A word that has capitals within, or ends otherwise than in a letter, has no other form.
 */
export function inflected(phrase: string): readonly Inflected[] {
  if (!/[a-z]$/.test(phrase) || /[A-Z]/.test(lastWord(phrase).slice(1))) return [{ text: phrase, apply: (use) => use }];
  const forms: Inflected[] = [];
  for (const apply of endings) {
    const text = apply(phrase);
    if (forms.every((other) => other.text !== text)) forms.push({ text, apply });
  }
  return forms;
}

function lastWord(phrase: string): string {
  return phrase.slice(phrase.lastIndexOf(' ') + 1);
}
