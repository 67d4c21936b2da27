import type { Localized } from '../model/finding.ts';

/** A value that may be written, with what it means in a few words; empty where there is nothing to say. */
export interface HouseValue {
  readonly value: string;
  readonly about: Localized;
}
