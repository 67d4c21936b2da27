import { didYouMean } from '../model/did-you-mean.ts';
import { type Localized, type LocalizedData, listed, type Severity } from '../model/finding.ts';
import type { Entry, YamlFault, YamlFaultCode } from '../model/front-matter/front-matter.ts';
import { writeScalar } from '../model/front-matter/yaml-scalar.ts';
import type { Place } from '../model/prose.ts';
import type { TextEdit } from '../model/range.ts';
import type { HouseMessage } from './house-messages.ts';

/** What is wrong with a house file, at its place in that file. `code` picks the message. */
export type HouseFault = YamlFault<HouseFaultCode> & {
  /** How grave it is where the rest of the file means what it says without it, so that the house holds all the same. */
  readonly passedOver?: Severity;
};

type HouseFaultCode = HouseMessage | YamlFaultCode;

/** What a setting is expected to be. */
export type Expected = HouseMessage extends infer M ? (M extends `expected-${infer W}` ? W : never) : never;

/** Codes that say what was meant when they end in `-near`. */
type NearCode = HouseMessage extends infer M ? (M extends `${infer C}-near` ? C : never) : never;

/** A fault, with an edit when it can be mended. */
export function houseFault(
  code: HouseMessage,
  at: Place,
  data: LocalizedData = {},
  edits?: readonly TextEdit[],
): HouseFault {
  return edits ? { code, data, at, edits } : { code, data, at };
}

/** A fault for which no more is passed over than the word itself. */
export function passedOver(fault: HouseFault, severity: Severity): HouseFault {
  return { ...fault, passedOver: severity };
}

/** A word that is none of `known`, with the nearest one when there is one near. */
export function unknownWord(
  code: NearCode & HouseMessage,
  at: Place,
  word: string,
  known: readonly string[],
  data: LocalizedData = {},
): HouseFault {
  const near = didYouMean(word, known);
  if (near === undefined) return houseFault(code, at, { ...data, actual: word, known: choices(known) });
  return nearFault(code, at, word, near, data);
}

/** A word for which another one was meant. */
export function nearFault(code: NearCode, at: Place, word: string, near: string, data: LocalizedData = {}): HouseFault {
  const edits = [{ start: at.start, end: at.end, text: writeScalar(near) }];
  return houseFault(`${code}-near`, at, { ...data, actual: word, near }, edits);
}

/** What there is to choose from, as far as it can be read at a glance. */
function choices(words: readonly string[]): Localized {
  return listed(words.length > 40 ? [...words.slice(0, 40), '…'] : words);
}

/** Entries by key, the first of each; the others are faults. */
export function onceEach(entries: readonly Entry[], faults: HouseFault[]): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    if (found.has(entry.key)) faults.push(houseFault('duplicate-setting', entry.keyAt, { key: entry.key }));
    else found.set(entry.key, entry);
  }
  return found;
}
