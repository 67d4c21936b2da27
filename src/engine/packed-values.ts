import type { ArticleValues } from './newsroom-values.ts';

/**
 * Before each field, and before each of its texts. An article in which these are written is not packed. Both are of
 * Latin-1, so that no text takes more for them, and JSON writes neither as an escape.
 */
const field = '\u007f';
const text = '\u0080';

/**
 * What an article says, in two strings: a third of the memory, for tens of thousands of articles that are kept. Asking
 * takes longer. Nothing of the text that it was read from is kept.
 */
export function packedValues(values: ArticleValues): ArticleValues {
  if (values instanceof PackedValues) return values;
  const all = [...values].flatMap(([key, texts]) => [key, ...texts]);
  if (all.some((one) => one.includes(field) || one.includes(text))) return values;
  const said = [...values.values()].map((texts) => joined(text, texts));
  return new PackedValues(shared(joined(field, [...values.keys()])), joined(field, said));
}

/** An article's fields in one string, and what it says in them in another. */
interface PackedParts {
  readonly keys: string;
  readonly said: string;
}

/** What packed values are made of; `undefined` for others. */
export function packedParts(values: ArticleValues): PackedParts | undefined {
  return values instanceof PackedValues ? values.parts : undefined;
}

/** The values that had these parts. */
export function packedFrom({ keys, said }: PackedParts): ArticleValues {
  return new PackedValues(shared(keys), said);
}

const joined = (mark: string, parts: readonly string[]): string => parts.map((one) => mark + one).join('');
const parted = (mark: string, whole: string): readonly string[] => whole.split(mark).slice(1);

class PackedValues implements ArticleValues {
  readonly #keys: string;
  readonly #said: string;

  constructor(keys: string, said: string) {
    this.#keys = keys;
    this.#said = said;
  }

  get parts(): PackedParts {
    return { keys: this.#keys, said: this.#said };
  }

  get size(): number {
    return parted(field, this.#keys).length;
  }

  has(key: string): boolean {
    return parted(field, this.#keys).includes(key);
  }

  get(key: string): readonly string[] | undefined {
    const nth = parted(field, this.#keys).indexOf(key);
    return nth === -1 ? undefined : parted(text, parted(field, this.#said)[nth] ?? '');
  }

  forEach(told: (texts: readonly string[], key: string, values: ArticleValues) => void): void {
    for (const [key, texts] of this) told(texts, key, this);
  }

  keys(): MapIterator<string> {
    return this.#unpacked().keys();
  }

  values(): MapIterator<readonly string[]> {
    return this.#unpacked().values();
  }

  entries(): MapIterator<[string, readonly string[]]> {
    return this.#unpacked().entries();
  }

  [Symbol.iterator](): MapIterator<[string, readonly string[]]> {
    return this.entries();
  }

  #unpacked(): Map<string, readonly string[]> {
    const said = parted(field, this.#said);
    return new Map(parted(field, this.#keys).map((key, nth) => [key, parted(text, said[nth] ?? '')]));
  }
}

/** The same string for all that are alike, as names of properties are: most articles have the same fields. */
export function shared(part: string): string {
  const named: Record<string, true> = Object.create(null);
  named[part] = true;
  for (const name in named) return name;
  return part;
}
