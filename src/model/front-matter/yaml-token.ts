/** One step down from the top of a YAML document: a key of a map, or an item of a list, from 0. */
export type YamlStep = string | number;

/** A word of a YAML document with its place in the structure. */
export interface Token {
  readonly kind: 'key' | 'value';
  /** As in {@link YamlCursor}. */
  readonly path: readonly YamlStep[];
  readonly start: number;
  readonly end: number;
  readonly quote: '' | "'" | '"';
  readonly colon: boolean;
  readonly flow: boolean;
  readonly inline: boolean;
  readonly item: boolean;
  /** First on its line: what stands before it is indentation. */
  readonly bare: boolean;
  /** The keys of the same map or the items of the same list. */
  readonly siblings: readonly Token[];
  /** It stands where no word may: out of line with the others, below a value, before what lies deeper. */
  readonly crooked: boolean;
}
