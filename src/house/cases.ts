import type { Localized } from '../model/finding.ts';
import type { Value } from '../model/front-matter/front-matter.ts';
import { textOf } from '../model/front-matter/values.ts';
import type { FileNotes } from './file-notes.ts';
import { type CaseKind, type Cited, caseKinds, type HouseCase } from './house-case.ts';
import { houseFault, onceEach, unknownWord } from './house-fault.ts';

/** The keys of a case and what they are about. */
export const caseSettings: Readonly<Record<CaseKind | 'finds' | 'fixed', { readonly about: Localized }>> = {
  byline: { about: { en: 'A byline.', zh: '一条署名。' } },
  credit: { about: { en: 'A picture credit.', zh: '一条图片署名。' } },
  text: { about: { en: 'Text that must not be taken for a byline.', zh: '不应认作署名的正文。' } },
  finds: {
    about: {
      en: 'The defects that must be found, such as width; none: it is well formed.',
      zh: '应查出的毛病，如 width；不写表示没有毛病。',
    },
  },
  fixed: { about: { en: 'How it reads after the safe fixes.', zh: '自动改正后的写法。' } },
};

/** More are a test suite of its own, and would make each check of a house file slow. */
const MOST_CASES = 200;

/** Reads the items of `cases`; what is faulty is left out and reported. */
export function readCases(items: readonly Value[], notes: FileNotes): void {
  for (const item of items.slice(0, MOST_CASES)) {
    const read = readCase(item, notes);
    if (read) notes.cases.push(read);
  }
  const over = items[MOST_CASES];
  if (over) notes.faults.push(houseFault('too-many-cases', over.at, { limit: MOST_CASES }));
}

function readCase(item: Value, notes: FileNotes): HouseCase | undefined {
  if (item.kind !== 'map') {
    notes.faults.push(houseFault('expected-map', item.at, { key: 'cases' }));
    return undefined;
  }
  const entries = onceEach(item.entries, notes.faults);
  for (const [key, { keyAt }] of entries)
    if (!Object.hasOwn(caseSettings, key))
      notes.faults.push(unknownWord('unknown-setting', keyAt, key, Object.keys(caseSettings)));
  const said = (key: string): Cited | undefined => {
    const value = entries.get(key)?.value;
    return value && value.kind !== 'null' ? cited(value, key, notes) : undefined;
  };
  const kinds = caseKinds.filter((kind) => entries.has(kind));
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    notes.faults.push(houseFault('bad-case', item.at));
    return undefined;
  }
  const example = said(kind);
  if (example === undefined) return undefined;
  const finds = entries.get('finds')?.value;
  const named = finds === undefined || finds.kind === 'null' ? [] : finds.kind === 'list' ? finds.items : [finds];
  const fixed = said('fixed');
  return {
    kind,
    ...example,
    finds: named.flatMap((value) => cited(value, 'finds', notes) ?? []),
    ...(fixed ? { fixed } : {}),
  };
}

function cited(value: Value, key: string, notes: FileNotes): Cited | undefined {
  const text = textOf(value);
  if (text === undefined) notes.faults.push(houseFault('expected-text', value.at, { key }));
  return text === undefined ? undefined : { text, at: value.at };
}
