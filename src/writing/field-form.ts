import { entryOf, keysOf, nameIn, spellingOf } from '../house/field-keys.ts';
import { itemType, stampFor, typesOfField } from '../house/field-types.ts';
import { type Field, type House, type Stage, stages } from '../house/house.ts';
import { stagesOf, stageWritten } from '../house/stage-words.ts';
import { isInside } from '../model/addresses.ts';
import type { Article } from '../model/article.ts';
import { lineEndOf, setField } from '../model/front-matter/edit-front-matter.ts';
import type { Entry } from '../model/front-matter/front-matter.ts';
import { changedAlone } from '../model/front-matter/remove-part.ts';
import { shapeOf } from '../model/front-matter/reshape-front-matter.ts';
import { setItems } from '../model/front-matter/set-items.ts';
import { sharedIn } from '../model/front-matter/shared-values.ts';
import { isEmpty, scalarsOf } from '../model/front-matter/values.ts';
import { writeText } from '../model/front-matter/yaml-scalar.ts';
import type { TextEdit } from '../model/range.ts';
import { readingOf } from '../reading/reading.ts';

/** The texts that a field holds now. */
export function valuesIn(article: Article, field: Field): readonly string[] {
  const value = entryOf(article.frontMatter, field)?.value;
  if (value === undefined) return [];
  return scalarsOf(value).map((scalar) => (typeof scalar.value === 'string' ? scalar.value : scalar.raw));
}

/** Whether fields of this article can be written: not where its front matter is broken, TOML or JSON. */
export function isWritable({ frontMatter }: Article): boolean {
  return (frontMatter.kind === 'yaml' && frontMatter.faults.length === 0) || frontMatter.kind === 'none';
}

/**
 * Gives a field new values, in the style in which it is written: quotation marks, brackets or lines of its own stay.
 * Nothing where it says so already or cannot be written (a list of links or objects, a map).
 *
 * @param values one text for a field of one value; none empties the field
 */
export function writeField(
  article: Article,
  house: House,
  field: Field,
  values: readonly string[],
): readonly TextEdit[] {
  const { frontMatter, text } = article;
  const { shape } = typesOfField[field.type];
  if (!isWritable(article) || shape === 'links' || shape === 'map' || field.fields) return [];
  const entry = entryOf(frontMatter, field);
  if (entry && !isOurs(article, entry, field)) return [];
  const edits = draftEdits(article, house, field, entry, values);
  return edits.length > 0 && changedAlone(frontMatter, text, edits, keysOf(field)) ? edits : [];
}

/**
 * Whether all that a field holds is what its form shows, so that nothing is lost with it: no objects, nothing that YAML
 * repeats elsewhere or has from there, no tag that says what a value is.
 */
function isOurs({ frontMatter, text }: Article, { keyAt, value, lines }: Entry, field: Field): boolean {
  if (isInside(sharedIn(frontMatter, text), lines.start)) return false;
  const isText = typesOfField[itemType(field)].scalar === 'text';
  if (value.kind === 'scalar') return isText || !/(?:^|\s)!/.test(text.slice(keyAt.end, value.at.start));
  if (value.kind !== 'list') return value.kind === 'null' || isEmpty(value);
  const most = typesOfField[field.type].shape === 'one' ? 1 : Number.POSITIVE_INFINITY;
  return value.items.length <= most && value.items.every(({ kind }) => kind === 'scalar' || kind === 'null');
}

function draftEdits(
  article: Article,
  house: House,
  field: Field,
  entry: Entry | undefined,
  values: readonly string[],
): readonly TextEdit[] {
  const { frontMatter, text } = article;
  const { shape } = typesOfField[field.type];
  const name = entry?.key ?? nameIn(field, spellingOf(frontMatter, house));
  const isText = typesOfField[itemType(field)].scalar === 'text';
  const write = (value: string, context: 'block' | 'flow'): string => (isText ? writeText(value, context) : value);
  const order = house.fields.map(keysOf);
  if (shape === 'one') {
    const [value = ''] = values;
    if (entry?.value.kind === 'scalar' && isText && value !== '') {
      const { prose, raw } = entry.value;
      if (prose.rendered === value) return [];
      const isKept = /^["'|>]/.test(raw) || write(value, 'block') === value;
      const encoded = isKept && prose.encode([{ from: 0, to: prose.rendered.length, text: value }]);
      if (encoded) return encoded;
    }
    return setField(frontMatter, text, name, value === '' ? '' : write(value, 'block'), order);
  }
  const items = entry && setItems(text, entry, values, write);
  if (items) return items;
  if (entry && shapeOf(text, entry) === 'block' && values.length > 0) {
    const lines = values.map((value) => `${lineEndOf(text)}${indentOf(article, entry)}- ${write(value, 'block')}`);
    return setField(frontMatter, text, name, lines.join(''), order);
  }
  const [only] = values;
  const isAlone =
    values.length === 1 && (entry?.value.kind === 'scalar' || (!hasValue(entry) && field.alone === 'text'));
  if (only !== undefined && isAlone && field.alone !== 'list')
    return setField(frontMatter, text, name, write(only, 'block'), order);
  return setField(frontMatter, text, name, `[${values.map((value) => write(value, 'flow')).join(', ')}]`, order);
}

const hasValue = (entry: ReturnType<typeof entryOf>): boolean => entry !== undefined && !isEmpty(entry.value);

function indentOf({ text }: Article, { value }: NonNullable<ReturnType<typeof entryOf>>): string {
  const { start } = value.at;
  const line = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  return /^[ ]*/.exec(text.slice(line, start))?.[0] ?? '  ';
}

/** What must be filled in before an article may be at a stage, in the house's order. */
export function missingFor(article: Article, house: House, stage: Stage): readonly Field[] {
  return readingOf(article, house)
    .required(stage)
    .flatMap(({ field }) => {
      const entry = entryOf(article.frontMatter, field);
      // The time of publication is stamped when the stage is changed.
      const stamped = field.role === 'published' && stage === 'published';
      return (entry === undefined || isEmpty(entry.value)) && !stamped ? [field] : [];
    });
}

/** Where an article stands, and how many fields the next stage still asks for (its own, once it is published). */
export function progressOf(article: Article, house: House): { readonly stage: Stage; readonly missing: number } {
  const { stage, field } = readingOf(article, house);
  const own = field('stage');
  const known = own ? stagesOf(own) : stages;
  const next = known.find((one) => stages.indexOf(one) > stages.indexOf(stage)) ?? stage;
  return { stage, missing: missingFor(article, house, next).length };
}

/**
 * Takes an article to a stage; on publishing, the time of publication is stamped where there is none. Nothing where
 * the house has no field for the stage or no value that says it, or the front matter cannot be written.
 *
 * @param now milliseconds since the epoch
 */
export function changeStage(article: Article, house: House, stage: Stage, now: number): readonly TextEdit[] {
  const { field: fieldOf } = readingOf(article, house);
  const field = fieldOf('stage');
  if (field === undefined) return [];
  const written = stageWritten(field, stage);
  if (written === undefined) return [];
  const staged = writeField(article, house, field, [written]);
  // What cannot be written leaves the article where it is: no time of publication without it.
  if (staged.length === 0 && readingOf(article, house).stage !== stage) return [];
  const published = fieldOf('published');
  if (stage !== 'published' || published === undefined || valuesIn(article, published).some((text) => text !== ''))
    return staged;
  const stamped = writeField(article, house, published, [stampFor(published, now, house.timeZone)]);
  // Two new lines at one place: the house's order decides which comes first.
  const first = house.fields.indexOf(published) < house.fields.indexOf(field);
  return mergedInsertions(first ? [...stamped, ...staged] : [...staged, ...stamped]);
}

/** Insertions at one place made one, since editors may refuse two. */
function mergedInsertions(edits: readonly TextEdit[]): readonly TextEdit[] {
  const out: TextEdit[] = [];
  for (const edit of edits) {
    const same = out.findIndex((one) => one.start === edit.start && one.end === edit.end && one.start === one.end);
    const known = out[same];
    if (known === undefined) out.push(edit);
    else out[same] = { ...known, text: joinBlocks(known.text, edit.text) };
  }
  return out;
}

/** Two blocks of front matter of their own are one. */
function joinBlocks(a: string, b: string): string {
  const block = /^---(\r\n|\n|\r)([\s\S]*?)---(\r\n|\n|\r)+$/;
  const first = block.exec(a);
  const second = block.exec(b);
  if (!first || !second) return a + b;
  return `---${first[1]}${first[2]}${second[2]}${a.slice(3 + (first[1]?.length ?? 0) + (first[2]?.length ?? 0))}`;
}
