import { partValues } from '../assist/entry-values.ts';
import { type PossibleValue, type Surroundings, valuesOf } from '../assist/field-values.ts';
import { itemType, typesOfField } from '../house/field-types.ts';
import type { Field, House } from '../house/house.ts';
import { stagesOf } from '../house/stage-words.ts';
import { inLocale, type Locale } from '../model/finding.ts';
import type { TextEdit } from '../model/range.ts';
import { readingOf } from '../reading/reading.ts';
import { stageWord } from '../reading/stage.ts';
import { type EntryTexts, entriesIn, partsOf } from '../writing/field-entries.ts';
import { missingFor, progressOf, valuesIn } from '../writing/field-form.ts';
import type { DeskRequests, EditsOfVersion, FieldForm, PartForm } from './protocol.ts';
import type { Reviewed } from './reviews.ts';
import { say } from './words.ts';
import { lineEditsOf } from './workspace-edit.ts';

/** A field of a house by its key. Throws a RangeError that says so when there is none. */
export function fieldNamed(key: string, house: House, locale: Locale): Field {
  const field = house.fields.find((one) => one.key === key);
  if (field === undefined) throw new RangeError(say(locale, 'noField', { key }));
  return field;
}

/** A field as the form asks for it. */
export function formOf(field: Field, reviewed: Reviewed, around: Surroundings, locale: Locale): FieldForm {
  const { article, inForce } = reviewed;
  const { house } = inForce;
  const reading = readingOf(article, house);
  const isPlain = partsOf(field).length === 0;
  const { shape } = typesOfField[field.type];
  const values = isPlain ? valuesIn(article, field) : (entriesIn(article, field) ?? []).map(shownEntry);
  return {
    key: field.key,
    label: inLocale(field.label, locale),
    help: inLocale(field.help, locale),
    type: inLocale(typesOfField[field.type].words, locale),
    many: shape === 'many',
    open: isOpen(field),
    required: reading.reasonFor(field, reading.stage) !== undefined,
    values,
    choices: isPlain ? choicesOf(field, valuesOf(field, house, around), house, locale) : [],
    ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
    ...(isPlain ? {} : entriesForm(field, reviewed, around, locale)),
  };
}

const isOpen = (field: Field): boolean =>
  field.values === undefined ? itemType(field) !== 'boolean' : field.open === true;

function choicesOf(
  field: Field,
  known: readonly PossibleValue[],
  { staff = [] }: House,
  locale: Locale,
): FieldForm['choices'] {
  const people = itemType(field) === 'person' ? staff : [];
  return [...known.map(choice(locale)), ...people.map(({ name, roles }) => ({ value: name, label: roles.join('、') }))];
}

/** An entry in a few words. */
const shownEntry = ({ title, url = '', name, value = '', check, reason = '' }: EntryTexts): string =>
  title || url || (name === undefined ? `${check}: ${reason}` : `${name}: ${value}`);

/** What an entry of a field consists of, and the entries that are there. */
function entriesForm(
  field: Field,
  { article, inForce, findings }: Reviewed,
  around: Surroundings,
  locale: Locale,
): Pick<FieldForm, 'parts' | 'entries'> {
  const { house } = inForce;
  const found = new Set(findings.map(({ check }) => check));
  const parts = partsOf(field).map((part): PartForm => {
    const known = partValues(field, part, house, around);
    // What this article would need to be allowed comes first.
    const sorted = part === 'check' ? [...known].sort((a, b) => +found.has(b.value) - +found.has(a.value)) : known;
    return {
      part,
      label: say(locale, partWords[part]),
      optional: part === 'title',
      choices: part === 'value' ? choicesOf(field, sorted, house, locale) : sorted.map(choice(locale)),
      open: part === 'value' ? isOpen(field) : part !== 'check',
    };
  });
  const entries = entriesIn(article, field);
  return { parts, ...(entries ? { entries } : {}) };
}

const partWords = {
  url: 'partUrl',
  title: 'partTitle',
  name: 'partName',
  value: 'partValue',
  check: 'partCheck',
  reason: 'partReason',
} as const;

const choice =
  (locale: Locale) =>
  ({ value, label }: PossibleValue): { value: string; label: string } => ({ value, label: inLocale(label, locale) });

/** The stages, with what an article lacks for each; null where the house has none. */
export function stagesFormOf(
  { article, inForce, findings, version }: Reviewed,
  locale: Locale,
): DeskRequests['copydesk/stages']['result'] {
  const { house } = inForce;
  const field = readingOf(article, house).field('stage');
  if (field === undefined) return null;
  const labels = (fields: readonly Field[]): readonly string[] => fields.map(({ label }) => inLocale(label, locale));
  return {
    version,
    stage: progressOf(article, house).stage,
    // What is missing is told for each stage apart.
    errors: findings.filter(({ severity, check }) => severity === 'error' && check !== 'missing-field').length,
    stages: stagesOf(field).map((stage) => ({
      stage,
      label: stageWord(house, stage, locale),
      missing: labels(missingFor(article, house, stage)),
    })),
  };
}

/** Edits that hold for the version that was reviewed. */
export function editsOf({ article, version }: Reviewed, edits: readonly TextEdit[]): EditsOfVersion {
  return { version, edits: lineEditsOf(article.lines, edits) };
}

/** What the status bar says of an article's stage. */
export function stageShown(
  article: Reviewed['article'],
  house: House,
  locale: Locale,
): { readonly stage: string; readonly missing: number } | undefined {
  if (readingOf(article, house).field('stage') === undefined) return undefined;
  const { stage, missing } = progressOf(article, house);
  return { stage: stageWord(house, stage, locale), missing };
}
