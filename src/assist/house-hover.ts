import { inline } from '../house/describe.ts';
import { shapeAt } from '../house/shape.ts';
import { leaf, type Tree, under } from '../house/tree.ts';
import { fillAll, inLocale, type Localized } from '../model/finding.ts';
import type { YamlStep } from '../model/front-matter/yaml-token.ts';
import type { Range } from '../model/range.ts';
import { pageOf } from './house-complete.ts';
import { type HouseAround, type HousePlace, placeInHouse, wholeShape } from './house-place.ts';
import { houseValues } from './house-values.ts';

/** What there is to say about a place of a house file, as Markdown. */
interface HouseHover {
  readonly text: Localized;
  readonly range: Range;
}

/** What the key or value at `offset` of a house file means; `undefined` where there is nothing to say. */
export function hoverHouse(text: string, offset: number, around: HouseAround): HouseHover | undefined {
  const place = placeInHouse(text, offset);
  if (place === undefined || place.cursor.word === '') return undefined;
  return place.cursor.kind === 'key' ? aboutKey(place, around) : aboutValue(place, around);
}

function aboutKey({ cursor }: HousePlace, around: HouseAround): HouseHover | undefined {
  const path = [...cursor.path, cursor.word];
  const shape = shapeAt(wholeShape(), path);
  if (shape === undefined) return undefined;
  const page = pageOf(shape, shape.about);
  const title = `**${path.filter((step) => typeof step === 'string').join('.')}**`;
  const force = inForce(path, around);
  const lines = (language: 'en' | 'zh'): string =>
    [title, inLocale(page, language), ...(force ? [inLocale(force, language)] : [])].join('\n\n');
  return { text: { en: lines('en'), zh: lines('zh') }, range: cursor.range };
}

/** The value in force at a path and who said it, and what it would be without this file. */
function inForce(path: readonly YamlStep[], { tree, inherited }: HouseAround): Localized | undefined {
  if (path.some((step) => typeof step === 'number')) return undefined;
  const here = saidAt(tree, path);
  const below = saidAt(inherited, path);
  if (here === undefined) return undefined;
  const now = fillAll(
    { en: 'In force: {here} ({origin}).', zh: '当前生效：{here}（{origin}）。' },
    { here: here.value, origin: here.origin },
  );
  if (below === undefined || below.value === here.value) return now;
  return fillAll(
    { en: '{now} Inherited: {below} ({origin}).', zh: '{now} 继承的值：{below}（{origin}）。' },
    { now, below: below.value, origin: below.origin },
  );
}

interface Said {
  readonly value: string;
  readonly origin: string;
}

function saidAt(tree: Tree | undefined, path: readonly YamlStep[]): Said | undefined {
  let here = tree;
  for (const step of path) here = under(here, String(step));
  if (here?.kind !== 'leaf') return undefined;
  const value = inline(leaf(here)).replaceAll('`', "'");
  return { value: `\`${value.length > 160 ? `${value.slice(0, 160)}…` : value}\``, origin: here.origin };
}

function aboutValue(place: HousePlace, around: HouseAround): HouseHover | undefined {
  const { cursor, shape } = place;
  if (!shape.scalar) return undefined;
  const alone = { ...place, cursor: { ...cursor, others: [] } };
  const found = houseValues(alone, shape, around).find(({ value }) => value === cursor.word);
  if (found === undefined || found.about.en === '') return undefined;
  const title = `**${cursor.word}**`;
  const text = fillAll({ en: '{title}: {about}', zh: '{title}：{about}' }, { title, about: found.about });
  return { text, range: cursor.range };
}
