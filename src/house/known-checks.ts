import type { Localized, Severity } from '../model/finding.ts';

/** An option of a check, as the house needs to know it. */
export interface KnownOption {
  readonly type: 'boolean' | 'number' | 'string' | 'choice' | 'strings';
  readonly values?: readonly string[];
  readonly default: unknown;
  readonly about: Localized;
}

/**
 * A check, as the house needs to know it. The house may not import checks: whoever loads one hands the list in;
 * every {@link Check} fits.
 */
export interface KnownCheck {
  readonly id: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly severity: Severity | 'off';
  /** Settings that it serves, as paths: `byline.forms`, `fields.*.role=title`. */
  readonly serves?: readonly string[];
  readonly options?: Readonly<Record<string, KnownOption>>;
}

/** What `severity` may be in a house file. */
export const severitySettings: readonly string[] = ['error', 'warning', 'info', 'off'];
