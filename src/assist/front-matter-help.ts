import { fieldOfKey, keysOf, nameIn, spellingOf } from '../house/field-keys.ts';
import { itemType, typesOfField } from '../house/field-types.ts';
import type { Field, House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { fillAll, type Localized } from '../model/finding.ts';
import { isEmpty, scalarsOf } from '../model/front-matter/values.ts';
import { writeScalar } from '../model/front-matter/yaml-scalar.ts';
import { typedAs } from '../model/pinyin.ts';
import type { Range } from '../model/range.ts';
import { innerFields } from '../reading/fields.ts';
import { readingOf } from '../reading/reading.ts';
import { namesOf, type Surroundings, snippetOf, valuesOf } from './field-values.ts';
import { aboutField } from './field-words.ts';
import { type Cursor, cursorIn } from './front-matter-cursor.ts';
import type { Suggestion } from './suggestion.ts';

/** Something that may be written at the cursor of a front matter. */
export interface Completion extends Suggestion {
  readonly kind: 'field' | 'value';
}

const nothing: Localized = { en: '', zh: '' };

/**
 * What may be written at `offset` of the front matter, the likeliest first: fields that are not there yet, required
 * ones first, and values of the field that the cursor is behind. Empty outside the front matter.
 *
 * @param around the present moment (milliseconds since the epoch), or that with what else is known
 */
export function completeFrontMatter(
  article: Article,
  house: House,
  offset: number,
  around: number | Surroundings,
): readonly Completion[] {
  const cursor = cursorIn(article, offset);
  const known = typeof around === 'number' ? { now: around } : around;
  if (cursor === undefined) return [];
  if (cursor.kind === 'key') return completeKeys(article, house, cursor, known);
  const field = fieldOfKey(house, cursor.key);
  if (field === undefined) return [];
  if (cursor.kind === 'name') return completeNames(field, cursor, house, known);
  const inside = cursor.kind === 'value' ? field.fields?.find(({ key }) => key === cursor.inner) : undefined;
  if (inside) return valuesAt(inside, article, cursor, house, known, offset);
  if (field.fields) return [];
  const { shape } = typesOfField[field.type];
  // A list is begun between brackets or on a line of its own; a map's names are the author's.
  const fits = shape === 'links' ? cursor.inner !== undefined || cursor.kind === 'item' : cursor.inner === undefined;
  if (!fits && shape !== 'map') return [];
  const values = valuesAt(field, article, cursor, house, known, offset);
  if (shape !== 'links' || cursor.kind !== 'item') return values;
  // An item of links is an address alone, or a title and an address.
  return [linkItem(cursor), ...values];
}

/** Values of a field, or of one inside it, at the cursor. */
function valuesAt(
  field: Field,
  article: Article,
  cursor: Extract<Cursor, { kind: 'item' | 'value' }>,
  house: House,
  known: Surroundings,
  offset: number,
): readonly Completion[] {
  const there = cursor.kind === 'item' ? itemsBeside(article, cursor) : new Set<string>();
  const isText = typesOfField[itemType(field)].scalar === 'text' || field.role === 'allow';
  const typed = article.text.slice(cursor.range.start, Math.max(cursor.range.start, offset));
  return valuesOf(field, house, known, cursor.inner, typed)
    .filter(({ value }) => !there.has(value))
    .map(
      ({ value, label, about, typed: words }): Completion => ({
        kind: 'value',
        label: value,
        detail: label,
        about: about ?? nothing,
        range: cursor.range,
        text: cursor.gap + (isText ? writeScalar(value, cursor.flow ? 'flow' : 'block') : value),
        filter: [value, ...words].join(' '),
      }),
    );
}

/** A link with both its parts, as an item of a list. */
function linkItem({ range, gap, flow }: Extract<Cursor, { kind: 'item' | 'value' }>): Completion {
  return {
    kind: 'field',
    label: 'title',
    detail: linkParts.title,
    about: nothing,
    range,
    text: flow ? `${gap}{title: , url: }` : `${gap}title: `,
    snippet: flow ? `${gap}{title: $1, url: $2}` : `${gap}title: $1\n  url: $2`,
    filter: 'title',
  };
}

const linkParts: Readonly<Record<'title' | 'url', Localized>> = {
  title: { en: 'Title', zh: '标题' },
  url: { en: 'Address, or the path of an article', zh: '地址，或另一篇稿件的路径' },
};

/** Names inside a value: the parts of a link, the checks of an allowance, names that other articles give a map. */
function completeNames(
  field: Field,
  { range, colon, gap, flow, beside, item }: Extract<Cursor, { kind: 'name' }>,
  house: House,
  around: Surroundings,
): readonly Completion[] {
  const isLink = typesOfField[field.type].shape === 'links';
  if (isLink && !item) return [];
  const names = field.fields
    ? field.fields.map(({ key: value, label }) => ({ value, label, typed: typedAs(label.zh) }))
    : isLink
      ? Object.entries(linkParts).map(([value, label]) => ({ value, label, typed: [] }))
      : field.role === 'allow'
        ? valuesOf(field, house, around)
        : namesOf(field, around);
  return names
    .filter(({ value }) => !beside.includes(value))
    .map(({ value, label, typed }) => {
      const name = writeScalar(value, flow ? 'flow' : 'block');
      return {
        kind: 'field',
        label: value,
        detail: label,
        about: nothing,
        range,
        text: gap + (colon ? name : `${name}: `),
        filter: [value, ...typed].join(' '),
      };
    });
}

/** The values of the list that the cursor is in, but for the one that is being typed. */
function itemsBeside({ frontMatter }: Article, { key, range }: { key: string; range: Range }): ReadonlySet<string> {
  const value = frontMatter.entries.find((entry) => entry.key === key)?.value;
  const others = value ? scalarsOf(value).filter(({ at }) => at.end < range.start || at.start > range.end) : [];
  return new Set(others.map((item) => String(item.value)));
}

function completeKeys(
  article: Article,
  house: House,
  { range, colon }: { readonly range: Range; readonly colon: boolean },
  around: Surroundings,
): readonly Completion[] {
  const { frontMatter, text } = article;
  const reading = readingOf(article, house);
  // The key under the cursor is being typed, and may be completed to itself.
  const given = new Set(
    frontMatter.entries
      .filter(({ keyAt }) => keyAt.end < range.start || keyAt.start > range.end)
      .map(({ key }) => fieldOfKey(house, key)?.key),
  );
  const typed = text.slice(range.start, range.end);
  const spelling = /\p{Script=Han}/u.test(typed) ? 'alias' : spellingOf(frontMatter, house);
  const missing = house.fields.filter(({ key }) => !given.has(key));
  const isWanted = (field: Field): boolean => reading.reasonFor(field, reading.stage) !== undefined;
  const wanted = missing.filter(isWanted);
  return [...wanted, ...missing.filter((field) => !isWanted(field))].map((field) => {
    const required = wanted.includes(field);
    const name = writeScalar(nameIn(field, spelling));
    const names = [...keysOf(field), field.label.zh, field.label.en, ...typedAs(field.label.zh)];
    return {
      kind: 'field',
      label: name,
      detail: required
        ? fillAll({ en: '{label} (required)', zh: '{label}（必填）' }, { label: field.label })
        : field.label,
      about: aboutField(field),
      range,
      text: colon ? name : `${name}: `,
      ...(colon ? {} : { snippet: snippetOf(field, name, house, around) }),
      filter: [name, ...names].join(' '),
    };
  });
}

/** What to show when the mouse rests on the front matter. */
interface FieldHover {
  readonly range: Range;
  /** Markdown. */
  readonly text: Localized;
}

/** What is known of the field at `offset`, on its key or its value; `undefined` elsewhere. */
export function hoverFrontMatter(article: Article, house: House, offset: number): FieldHover | undefined {
  const entry = article.frontMatter.entries.find(({ lines }) => lines.start <= offset && offset < lines.end);
  const field = entry && fieldOfKey(house, entry.key);
  if (entry === undefined || field === undefined) return undefined;
  const { keyAt, value } = entry;
  const covers = ({ start, end }: Range): boolean => start <= offset && offset <= end;
  if (covers(keyAt)) return { range: { start: keyAt.start, end: keyAt.end }, text: aboutField(field) };
  const inside = innerFields([{ field, entry }]).find((one) => covers(one.entry.keyAt) || covers(one.entry.value.at));
  if (inside) {
    const { start, end } = covers(inside.entry.keyAt) ? inside.entry.keyAt : inside.entry.value.at;
    return { range: { start, end }, text: aboutField(inside.field) };
  }
  if (isEmpty(value) || !covers(value.at)) return undefined;
  return { range: { start: value.at.start, end: value.at.end }, text: aboutField(field) };
}
