import { applyEdits, type TextEdit } from '../range.ts';
import { removeEntry } from './edit-front-matter.ts';
import { contextOf, removeItem, removePair } from './edit-items.ts';
import type { Entry, FrontMatter } from './front-matter.ts';
import { readFrontMatter } from './read-front-matter.ts';

/** Where a part of a field stands: an item of its list, a name of its map, or a name in an item. Counted from 0. */
export interface PartSpot {
  readonly item?: number;
  readonly pair?: number;
}

/** Takes one part out of a field, and the field with its last one. @param spots where all the field's parts stand */
export function removePart(
  frontMatter: FrontMatter,
  text: string,
  entry: Entry,
  spots: readonly PartSpot[],
  spot: PartSpot,
): readonly TextEdit[] {
  const { value } = entry;
  if (spot.item !== undefined) {
    const together = spots.filter(({ item }) => item === spot.item);
    const map = value.kind === 'list' ? value.items[spot.item] : undefined;
    return together.length > 1 && map && spot.pair !== undefined
      ? removePair(text, map, spot.pair)
      : removeItem(frontMatter, text, entry, spot.item);
  }
  if (spots.length > 1) return removePair(text, value, spot.pair ?? 0);
  return contextOf(text, value) === 'flow'
    ? [{ start: value.at.start + 1, end: value.at.end - 1, text: '' }]
    : removeEntry(frontMatter, entry);
}

/**
 * The front matter after edits, when they leave it sound and the body and all fields of other names as they were;
 * `undefined` when they would do more than they should.
 * @param keys the names under which the changed field may stand
 */
export function changedAlone(
  frontMatter: FrontMatter,
  text: string,
  edits: readonly TextEdit[],
  keys: readonly string[],
): FrontMatter | undefined {
  const after = applyEdits(text, edits);
  const read = readFrontMatter(after);
  const others = (from: string, { entries }: FrontMatter): string =>
    JSON.stringify(
      entries
        .filter(({ key }) => !keys.includes(key))
        .map(({ key, value }) => [key, value.kind, from.slice(value.at.start, value.at.end)]),
    );
  const isSound =
    read.faults.length === 0 &&
    others(after, read) === others(text, frontMatter) &&
    after.slice(read.bodyStart).trimStart() === text.slice(frontMatter.bodyStart).trimStart();
  return isSound ? read : undefined;
}
