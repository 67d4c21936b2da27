import { entryOf, keysOf, nameIn, spellingOf } from '../house/field-keys.ts';
import type { Field, House, SignStep, Stage } from '../house/house.ts';
import { readHouseYaml } from '../house/house-yaml.ts';
import type { Article } from '../model/article.ts';
import { insertFields, lineEndOf } from '../model/front-matter/edit-front-matter.ts';
import { addItem, contextOf } from '../model/front-matter/edit-items.ts';
import type { Entry } from '../model/front-matter/front-matter.ts';
import { addItemInDialect } from '../model/front-matter/insert-in-dialect.ts';
import { changedAlone } from '../model/front-matter/remove-part.ts';
import { type ScalarContext, writeScalar } from '../model/front-matter/yaml-scalar.ts';
import { applyEdits, type TextEdit } from '../model/range.ts';
import { clockIn, offsetIn, offsetText } from '../model/written-date.ts';
import { readingOf } from '../reading/reading.ts';
import { signedText, writeParts } from '../reading/signed-text.ts';
import { recordKey, signoffsOf } from '../reading/signoffs.ts';

/** What is written for a signature: edits of the article, or of the record beside it. */
interface RecordEdit {
  readonly of: 'article' | 'record';
  /** Of the text of either; for a record that is not there yet, of an empty text. */
  readonly edits: readonly TextEdit[];
}

/**
 * Puts a signature on record, in the style of what is there: comments, quotation marks and other signatures stay.
 * `undefined` where it cannot be written without touching more, as in front matter that does not parse.
 *
 * @param time milliseconds since the epoch
 * @param file the record's text where the house keeps it in a file of its own; `undefined` where there is none yet
 */
export function signOff(
  article: Article,
  house: House,
  who: string,
  step: SignStep,
  time: number,
  file?: string,
): RecordEdit | undefined {
  return putOnRecord(article, house, [['step', step.id], ...entryFor(article, house, who, time, file)], file);
}

/** Who signs, when, and what. The parts of a text stand in the record once, however many sign it. */
function entryFor(article: Article, house: House, who: string, time: number, file: string | undefined): Pairs {
  const entry = signed(article, house, who, time);
  const text = entry.find(([key]) => key === 'text')?.[1];
  const isKnown = signoffsOf(article, house, file).signed.some((one) => one.text === text && one.parts !== '');
  return isKnown ? entry.filter(([key]) => key !== 'parts') : entry;
}

/** Puts on record that an article was let through to a stage, and why. See {@link signOff}. */
export function letThrough(
  article: Article,
  house: House,
  who: string,
  { stage, reason }: { readonly stage: Stage; readonly reason: string },
  time: number,
  file?: string,
): RecordEdit | undefined {
  const [name, when, ...text] = entryFor(article, house, who, time, file);
  if (name === undefined || when === undefined) return undefined;
  // What was let through is that text, and no other.
  return putOnRecord(article, house, [['override', stage], name, when, ['reason', reason], ...text], file);
}

type Pairs = readonly (readonly [key: string, text: string])[];

function signed(article: Article, house: House, who: string, time: number): Pairs {
  const text = signedText(article, house);
  return [
    ['name', who.trim()],
    ['time', stampIn(time, house.timeZone)],
    ['text', text.hash],
    ['parts', writeParts(text)],
  ];
}

/** A moment with the offset that the zone has then: `2026-06-02T08:45:10+08:00`. */
function stampIn(time: number, timeZone: string | undefined): string {
  return `${clockIn(time, timeZone).replace(' ', 'T')}${offsetText(offsetIn(time, timeZone))}`;
}

function putOnRecord(article: Article, house: House, pairs: Pairs, file: string | undefined): RecordEdit | undefined {
  if (house.signoff.record === 'file') return inFile(article, house, pairs, file ?? '');
  const field = readingOf(article, house).field('signoff');
  const edits = field ? inFrontMatter(article, house, field, pairs) : [];
  return edits.length > 0 ? { of: 'article', edits } : undefined;
}

function inFile(article: Article, house: House, pairs: Pairs, text: string): RecordEdit | undefined {
  const { entries, faults } = readHouseYaml(text);
  const entry = entries.find(({ key }) => key === recordKey);
  // What stands there and is no list is for somebody to mend.
  if (entry && entry.value.kind !== 'list' && entry.value.kind !== 'null') return undefined;
  const lineEnd = lineEndOf(text);
  const lead = text === '' || /[\r\n]$/.test(text) ? '' : lineEnd;
  const edits = entry
    ? addItem(text, entry, yamlItem(pairs, entry.value.kind === 'null' ? 'block' : contextOf(text, entry.value)))
    : [{ start: text.length, end: text.length, text: `${lead}${recordKey}:${blockItem(pairs, lineEnd)}${lineEnd}` }];
  if (faults.length > 0 || edits.length === 0) return undefined;
  const count = (record: string): number => entriesOf(article, house, record);
  return count(applyEdits(text, edits)) === count(text) + 1 ? { of: 'record', edits } : undefined;
}

function inFrontMatter(article: Article, house: House, field: Field, pairs: Pairs): readonly TextEdit[] {
  const { frontMatter, text } = article;
  if (frontMatter.faults.length > 0 || frontMatter.kind === 'unclosed') return [];
  const entry = entryOf(frontMatter, field);
  const edits = entry ? addedTo(entry, article, pairs) : insertFields(frontMatter, text, newField(), atTheEnd);
  if (edits.length === 0) return [];
  return changedAlone(frontMatter, text, edits, keysOf(field)) === undefined ? [] : edits;

  function newField() {
    const yaml =
      frontMatter.kind === 'toml' || frontMatter.kind === 'json'
        ? `[${flowItem(pairs)}]`
        : blockItem(pairs, lineEndOf(text));
    return [{ key: nameIn(field, spellingOf(frontMatter, house)), yaml }];
  }
}

function addedTo(entry: Entry, { frontMatter, text }: Article, pairs: Pairs): readonly TextEdit[] {
  if (frontMatter.kind === 'toml' || frontMatter.kind === 'json')
    return addItemInDialect(frontMatter.kind, text, entry, pairs, lineEndOf(text));
  // What stands there and is no list is for somebody to mend.
  if (entry.value.kind !== 'list' && entry.value.kind !== 'null') return [];
  const context = entry.value.kind === 'null' ? 'block' : contextOf(text, entry.value);
  return addItem(text, entry, yamlItem(pairs, context));
}

/** In no order, a field comes behind all others: what was signed stands before who signed it. */
const atTheEnd: readonly string[] = [];

const yamlItem = (pairs: Pairs, context: ScalarContext): Pairs =>
  pairs.map(([key, text]) => [key, writeScalar(text, context)] as const);

const flowItem = (pairs: Pairs): string =>
  `{${yamlItem(pairs, 'flow')
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')}}`;

const blockItem = (pairs: Pairs, lineEnd: string): string =>
  yamlItem(pairs, 'block')
    .map(([key, value], index) => `${lineEnd}  ${index === 0 ? '-' : ' '} ${key}: ${value}`)
    .join('');

function entriesOf(article: Article, house: House, file: string): number {
  const { signatures, letThrough: through } = signoffsOf(article, house, file);
  return signatures.length + through.length;
}
