import { entryOf, keysOf, nameIn, spellingOf } from '../house/field-keys.ts';
import { itemType, typesOfField } from '../house/field-types.ts';
import type { Field, House } from '../house/house.ts';
import { isInside } from '../model/addresses.ts';
import type { Article } from '../model/article.ts';
import { insertFields, renameKey } from '../model/front-matter/edit-front-matter.ts';
import {
  addItem,
  addPair,
  addToMap,
  contextOf,
  type NewItem,
  removePair,
  setPair,
  setValue,
  widenItem,
} from '../model/front-matter/edit-items.ts';
import type { Entry } from '../model/front-matter/front-matter.ts';
import { changedAlone, removePart } from '../model/front-matter/remove-part.ts';
import { sharedIn } from '../model/front-matter/shared-values.ts';
import { type ScalarContext, writeScalar } from '../model/front-matter/yaml-scalar.ts';
import type { TextEdit } from '../model/range.ts';
import { aloneIn, type EntryPart, type EntryTexts, isAddress, partsOf, type Spot, spotsIn } from './field-entries.ts';
import { isWritable } from './field-form.ts';

/** What is done to the entries of a field. `at` counts them from 0. */
export type EntryChange =
  | { readonly kind: 'add'; readonly texts: EntryTexts }
  | { readonly kind: 'set'; readonly at: number; readonly part: EntryPart; readonly text: string }
  | { readonly kind: 'remove'; readonly at: number };

/**
 * Adds, changes or removes an entry of a field (a link, a name of a map, an allowance) where it stands and in the
 * style in which it is written: comments, quotation marks, other entries and line ends stay. Nothing where that
 * cannot be done without touching more.
 */
export function changeEntry(article: Article, house: House, field: Field, change: EntryChange): readonly TextEdit[] {
  const { frontMatter } = article;
  const entry = entryOf(frontMatter, field);
  const spots = spotsIn(entry?.value, field);
  // One address or check alone is a list of one.
  const alone = change.kind === 'add' && entry?.value.kind === 'scalar' ? aloneIn(entry.value, field) : undefined;
  if (!isWritable(article) || (spots ?? alone) === undefined || isDouble(spots ?? [], change)) return [];
  // What YAML repeats elsewhere would change there, too.
  if (entry && isInside(sharedIn(frontMatter, article.text), entry.lines.start)) return [];
  const edits = draftEdits(article, house, field, entry, spots ?? [], change);
  const before = alone ?? (spots ?? []).map(({ texts }) => texts);
  return edits.length > 0 && isDone(article, field, edits, wanted(before, change)) ? edits : [];
}

/** Whether a name of a map would stand there twice. */
function isDouble(spots: readonly Spot[], change: EntryChange): boolean {
  const name =
    change.kind === 'add'
      ? change.texts.name
      : change.kind === 'set' && change.part === 'name'
        ? change.text
        : undefined;
  return (
    name !== undefined &&
    spots.some((spot, index) => spot.texts.name === name && !(change.kind === 'set' && change.at === index))
  );
}

function draftEdits(
  article: Article,
  house: House,
  field: Field,
  entry: Entry | undefined,
  spots: readonly Spot[],
  change: EntryChange,
): readonly TextEdit[] {
  if (change.kind === 'add') return added(article, house, field, entry, change.texts);
  const spot = spots[change.at];
  if (spot === undefined || entry === undefined) return [];
  return change.kind === 'remove'
    ? removePart(article.frontMatter, article.text, entry, spots, spot)
    : changed(article, field, entry, spot, change.part, change.text);
}

function added(
  article: Article,
  house: House,
  field: Field,
  entry: Entry | undefined,
  parts: EntryTexts,
): readonly TextEdit[] {
  const { frontMatter, text } = article;
  const isMap = partsOf(field)[0] === 'name' || entry?.value.kind === 'map';
  const context = entry === undefined ? 'block' : contextOf(text, entry.value);
  if (entry !== undefined) {
    return isMap
      ? addPair(text, entry, pairOf(field, parts, context))
      : addItem(text, entry, itemOf(field, parts, context, entry));
  }
  const [key, value] = pairOf(field, parts, 'block');
  const lines = isMap ? `\n  ${key}: ${value}` : blockLines(itemOf(field, parts, 'block', undefined));
  const name = nameIn(field, spellingOf(frontMatter, house));
  return insertFields(frontMatter, text, [{ key: name, yaml: lines.trimEnd() }], house.fields.map(keysOf));
}

const blockLines = (item: NewItem): string =>
  typeof item === 'string'
    ? `\n  - ${item}`
    : item.map(([key, value], index) => `\n  ${index === 0 ? '-' : ' '} ${key}: ${value}`.trimEnd()).join('');

/** A link as `title` and `url`, or as the address alone where the others are; an allowance with its reason. */
function itemOf(field: Field, parts: EntryTexts, context: ScalarContext, entry: Entry | undefined): NewItem {
  const write = (word = ''): string => (word === '' ? '' : writeScalar(word, context));
  if (partsOf(field)[0] === 'check')
    return parts.reason ? [[write(parts.check), write(parts.reason)]] : write(parts.check);
  if (parts.title) {
    return [
      ['title', write(parts.title)],
      ['url', write(parts.url)],
    ];
  }
  const others = entry?.value.kind === 'list' ? entry.value.items : [];
  const isPlain = entry?.value.kind === 'scalar' || others.some(({ kind }) => kind === 'scalar');
  return isPlain ? write(parts.url) : [['url', write(parts.url)]];
}

function pairOf(field: Field, parts: EntryTexts, context: ScalarContext): readonly [string, string] {
  const [first, second] = partsOf(field)[0] === 'check' ? [parts.check, parts.reason] : [parts.name, parts.value];
  const value = second ?? '';
  return [writeScalar(first ?? '', context), value === '' ? '' : isRaw(field) ? value : writeScalar(value, context)];
}

/** Whether values are no text: numbers, dates and truths are written as they are. */
const isRaw = (field: Field): boolean => field.role !== 'allow' && typesOfField[itemType(field)].scalar !== 'text';

function changed(
  { text }: Article,
  field: Field,
  { value }: Entry,
  spot: Spot,
  part: EntryPart,
  wish: string,
): readonly TextEdit[] {
  const holder = spot.item === undefined ? value : value.kind === 'list' ? value.items[spot.item] : undefined;
  if (holder === undefined) return [];
  const context = contextOf(text, value) === 'flow' ? 'flow' : contextOf(text, holder);
  const write = (word: string): string => writeScalar(word, context);
  if (holder.kind === 'scalar') {
    if (part === 'url' || (part === 'check' && spot.texts.reason === undefined))
      return wish === '' ? [] : setValue(text, holder, context, wish);
    const next = { ...spot.texts, [part]: wish };
    const pairs: NewItem =
      part === 'title'
        ? [
            ['title', write(wish)],
            ['url', write(next.url ?? '')],
          ]
        : [[write(next.check ?? ''), write(next.reason ?? '')]];
    return wish === '' ? [] : widenItem(text, value, spot.item ?? 0, pairs);
  }
  if (holder.kind !== 'map') return [];
  const pairs = holder.entries;
  if (part === 'name' || part === 'check') {
    const own = pairs[spot.pair ?? 0];
    return own && wish !== '' ? renameKey(text, own, wish) : [];
  }
  const index = part === 'title' || part === 'url' ? pairs.findIndex((one) => isPart(one, part)) : (spot.pair ?? 0);
  const own = pairs[index];
  if (own === undefined) return wish === '' ? [] : addToMap(text, holder, [part, write(wish)]);
  if (wish === '' && part === 'title') return removePair(text, holder, index);
  return setPair(text, own, context, wish, isRaw(field));
}

const isPart = (pair: Entry, part: 'title' | 'url'): boolean =>
  part === 'title' ? pair.key === 'title' : isAddress(pair);

/** The entries after a change. */
function wanted(before: readonly EntryTexts[], change: EntryChange): readonly EntryTexts[] {
  switch (change.kind) {
    case 'add':
      return [...before, change.texts];
    case 'remove':
      return before.filter((_, index) => index !== change.at);
    default:
      return before.map((one, index) => (index === change.at ? { ...one, [change.part]: change.text } : one));
  }
}

/** Whether edits leave sound front matter in which the field holds these entries, and the others what they held. */
function isDone(article: Article, field: Field, edits: readonly TextEdit[], entries: readonly EntryTexts[]): boolean {
  const read = changedAlone(article.frontMatter, article.text, edits, keysOf(field));
  if (read === undefined) return false;
  const plain = (list: readonly EntryTexts[] = []): string =>
    JSON.stringify(
      list.map((one) =>
        Object.entries(one)
          .filter(([, word]) => word !== '')
          .sort(),
      ),
    );
  const value = entryOf(read, field)?.value;
  const spots = value?.kind === 'null' ? [] : spotsIn(value, field);
  return plain(spots?.map(({ texts }) => texts)) === plain(entries);
}
