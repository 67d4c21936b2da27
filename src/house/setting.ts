import type { Localized } from '../model/finding.ts';

/** What a string in a house file must be, beyond being one. */
export type StringForm =
  | 'text'
  | 'time-zone'
  | 'language'
  | 'path-pattern'
  | 'file-path'
  | 'size'
  | 'byline-form'
  | 'credit-form'
  | 'theme'
  | 'house-id'
  /** A day such as `2026-12-01`. */
  | 'day'
  /** A file beside an article, with `{name}` in its name. */
  | 'record-file'
  /** The id of a check. */
  | 'check-id'
  /** A file for a report, whose format it says: `report.sarif`, `gitlab:report.json`. */
  | 'report-file';

/** Words that a setting may name and that only the file, the house or the folder knows; editors offer them. */
export type Suggests =
  /** Pages, pictures, JSON Schemas, files and folders of the newsroom, as paths from the house file. */
  | 'pages'
  | 'pictures'
  | 'schemas'
  | 'files'
  /** Fields of the house; and `field=value` besides. */
  | 'fields'
  | 'conditions'
  /** What the field of this setting may say, and what it says in articles. */
  | 'field-values'
  | 'field-default'
  /** Endings of file names that the field of this setting may have. */
  | 'formats'
  | 'columns'
  | 'roles'
  | 'outlets'
  /** Names and roles of the staff list; steps of the sign-off. */
  | 'signers'
  | 'steps'
  /** Elements of the saved page, by CSS selector. */
  | 'selectors';

/**
 * One setting of a house file. This table is the only place that knows the format: reading, validation, the JSON
 * Schema and the printed house follow from it. A setting's key in the file is the property of {@link House} with
 * hyphens (`time-zone` is `timeZone`).
 */
export type Setting = { readonly about: Localized } & (
  | { readonly type: 'string'; readonly form?: StringForm; readonly suggests?: Suggests; readonly default?: string }
  | { readonly type: 'boolean'; readonly default?: boolean }
  /** A whole number, unless it may have `decimals`. */
  | { readonly type: 'number'; readonly least: number; readonly default?: number; readonly decimals?: true }
  | { readonly type: 'choice'; readonly values: readonly string[]; readonly default?: string }
  | {
      readonly type: 'strings';
      readonly form?: StringForm;
      readonly suggests?: Suggests;
      readonly default?: readonly string[];
    }
  /** One string for every language, or `{en: …, zh: …}`. */
  | { readonly type: 'localized' }
  /** Values of a choice: strings, or maps of `value`, `label`, `aliases`. */
  | { readonly type: 'values' }
  /** A map with these keys and no others. */
  | { readonly type: 'map'; readonly entries: Settings }
  /** A map with keys of the newsroom's choosing, in order; `off` takes an inherited one away. */
  | { readonly type: 'keyed'; readonly of: Settings; readonly required: readonly string[] }
  /** A map from check ids to a severity, or to `severity` and the check's own options. */
  | { readonly type: 'checks' }
  /** Words with what is written instead: see {@link Term}. */
  | { readonly type: 'terms' }
  /** Bylines and credits with what the checks must find in them: see {@link HouseCase}. Not inherited. */
  | { readonly type: 'cases' }
);

export type Settings = Readonly<Record<string, Setting>>;
