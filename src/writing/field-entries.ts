import { entryOf } from '../house/field-keys.ts';
import { typesOfField } from '../house/field-types.ts';
import type { Field } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import type { Entry, Value } from '../model/front-matter/front-matter.ts';

/** What one entry of a field of several parts consists of: a link, a name with its value, an allowance. */
export type EntryPart = 'title' | 'url' | 'name' | 'value' | 'check' | 'reason';

/** The texts of one entry by part; a part that is not there is absent. */
export type EntryTexts = Readonly<Partial<Record<EntryPart, string>>>;

/** The parts of an entry of a field, the one that it cannot be without first; none for fields of another kind. */
export function partsOf(field: Field): readonly EntryPart[] {
  if (field.role === 'allow') return ['check', 'reason'];
  const { shape } = typesOfField[field.type];
  return shape === 'links' ? ['url', 'title'] : shape === 'map' ? ['name', 'value'] : [];
}

/** Where an entry stands: an item of the list, a name of the map, or a name in an item. */
export interface Spot {
  readonly item?: number;
  readonly pair?: number;
  readonly texts: EntryTexts;
}

/** The entries of a field; `undefined` where it holds something else, which is for the author to mend. */
export function entriesIn(article: Article, field: Field): readonly EntryTexts[] | undefined {
  return spotsIn(entryOf(article.frontMatter, field)?.value, field)?.map(({ texts }) => texts);
}

/** The entries of a value with where they stand; see {@link entriesIn}. */
export function spotsIn(value: Value | undefined, field: Field): readonly Spot[] | undefined {
  if (value === undefined || value.kind === 'null') return [];
  const [part] = partsOf(field);
  if (part === 'url') return value.kind === 'list' ? all(value.items.map(linkSpot)) : undefined;
  if (value.kind === 'map') return pairSpots(value, undefined, part);
  if (part !== 'check' || value.kind !== 'list') return undefined;
  const found = value.items.map((item, index): readonly Spot[] | undefined => {
    if (item.kind === 'scalar') return [{ item: index, texts: readAllowance(String(item.value)) }];
    return item.kind === 'map' ? pairSpots(item, index, part) : undefined;
  });
  return all(found)?.flat();
}

/** What one text in the place of a list says, for fields whose entries may be a text alone. */
export function aloneIn(value: Value, field: Field): readonly EntryTexts[] | undefined {
  const [part] = partsOf(field);
  if (value.kind !== 'scalar' || part === undefined || part === 'name') return undefined;
  return [part === 'url' ? { url: said(value) } : readAllowance(said(value))];
}

const all = <T>(found: readonly (T | undefined)[]): readonly T[] | undefined =>
  found.every((one) => one !== undefined) ? found : undefined;

function linkSpot(item: Value, index: number): Spot | undefined {
  if (item.kind === 'scalar') return { item: index, texts: { url: said(item) } };
  if (item.kind !== 'map') return undefined;
  const title = item.entries.find(({ key }) => key === 'title');
  const url = item.entries.find(isAddress);
  return {
    item: index,
    texts: { ...(title ? { title: said(title.value) } : {}), ...(url ? { url: said(url.value) } : {}) },
  };
}

function pairSpots(map: Value, item: number | undefined, part: EntryPart | undefined): readonly Spot[] | undefined {
  if (map.kind !== 'map') return undefined;
  return all(
    map.entries.map(({ key, value }, pair) => {
      if (value.kind !== 'scalar' && value.kind !== 'null') return undefined;
      const texts: EntryTexts =
        part === 'check' ? { check: key, reason: said(value) } : { name: key, value: said(value) };
      return { pair, texts, ...(item === undefined ? {} : { item }) };
    }),
  );
}

/** `id：reason` in one text. */
function readAllowance(text: string): EntryTexts {
  const [check = '', reason] = text.split(/[:：](.*)/s);
  return { check: check.trim(), ...(reason === undefined ? {} : { reason: reason.trim() }) };
}

/** The text of a value; none for what is no text. */
const said = (value: Value): string => (value.kind === 'scalar' ? value.prose.rendered : '');
/** Whether a name in a link gives its address. */
export const isAddress = ({ key }: Entry): boolean => key === 'url' || key === 'link' || key === 'path';
