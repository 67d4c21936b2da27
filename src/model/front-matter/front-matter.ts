import type { LocalizedData } from '../finding.ts';
import type { Place, Prose } from '../prose.ts';
import type { Range, TextEdit } from '../range.ts';

/**
 * How the front matter is written. Fields are added to `yaml` alone; what stands in the others is checked and mended there,
 * and nothing is said of `code`: a program makes it (`---js`).
 */
export type FrontMatterKind = 'none' | 'yaml' | 'toml' | 'json' | 'code' | 'unclosed';

/** What may be wrong with front matter as a whole: its end, or its text where it is no YAML. */
export type FrontMatterFault = 'unclosed' | 'toml-syntax' | 'json-syntax';

/** What may be wrong with the lines around it. */
export type FenceFaultCode = 'blank-before' | 'fence' | 'no-opening' | 'no-fences' | 'hexo-json';

/** What may be wrong with front matter, or with YAML anywhere. */
export type YamlFaultCode =
  | FrontMatterFault
  | 'bad-escape'
  | 'dash'
  | 'missing-colon'
  | 'full-width-colon'
  | 'missing-space'
  | 'unclosed-quote'
  | 'text-after-quote'
  | 'full-width-quotes'
  | 'unquoted-colon'
  | 'reserved-start'
  | 'unclosed-bracket'
  | 'tab-indentation'
  | 'bad-indentation'
  | 'bad-key'
  | 'not-a-map'
  | 'syntax'
  | 'too-long'
  | 'too-deep'
  | 'too-many-keys'
  | 'too-complex';

/** What is wrong with the YAML itself, in plain words of ours (never the parser's). `code` picks the message. */
export interface YamlFault<C extends string = YamlFaultCode> {
  readonly code: C;
  readonly data: LocalizedData;
  readonly at: Place;
  /** Edits that mend it, such as an ASCII colon for a full-width one. */
  readonly edits?: readonly TextEdit[];
  /** The edits mend it, but something else may have been meant. */
  readonly doubtful?: true;
}

/** A value of the front matter as plain data, with where it stands. */
export type Value =
  | { readonly kind: 'null'; readonly at: Place }
  | {
      readonly kind: 'scalar';
      readonly at: Place /** As resolved by YAML 1.2 core. */;
      readonly value: string | number | boolean /** As written, quotes and all. */;
      readonly raw: string;
      readonly prose: Prose;
    }
  | { readonly kind: 'list'; readonly at: Place; readonly items: readonly Value[] }
  | { readonly kind: 'map'; readonly at: Place; readonly entries: readonly Entry[] }
  /** An alias, a tag of a program or a merge key: recognised, not followed, so that nothing is known of what it says. */
  | { readonly kind: 'other'; readonly at: Place };

/** A key with its value. */
export interface Entry {
  readonly key: string;
  readonly keyAt: Place;
  readonly value: Value;
  /** The whole lines of the entry, line end included. */
  readonly lines: Range;
  /** It holds code of a template: what it says is not known before a generator has run. */
  readonly templated?: true;
}

/** The front matter of an article. Reading it never throws; what is wrong is in `faults`. */
export interface FrontMatter {
  readonly kind: FrontMatterKind;
  /** From the opening fence to the end of the closing fence's line; empty at the text's start when there is none. */
  readonly range: Range;
  /** Between the fences. */
  readonly inner: Range;
  /** Where the Markdown begins (UTF-16 offset). */
  readonly bodyStart: number;
  /** Top-level entries in written order, duplicates included. */
  readonly entries: readonly Entry[];
  readonly faults: readonly YamlFault[];
  /** What is wrong with the lines around it; what is between them is read all the same. */
  readonly fences: readonly YamlFault<FenceFaultCode>[];
}
