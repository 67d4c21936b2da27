import type { DeskRow } from '../desk/row.ts';
import type { DeskGroup } from './desk-list.ts';

/** How high the lines of the list are, in CSS pixels. */
interface LineHeights {
  readonly row: number;
  readonly heading: number;
}

/** A group where it lies in the list. */
interface PlacedGroup {
  readonly name: string;
  readonly rows: readonly DeskRow[];
  /** Of its heading, CSS pixels from the top of the list. */
  readonly top: number;
  /** Of its first row. */
  readonly rowsTop: number;
  /** How many rows lie before it. */
  readonly before: number;
}

/** Where every row of the list lies, so that only those in sight need be there. */
export interface DeskLines {
  readonly groups: readonly PlacedGroup[];
  readonly height: number;
  readonly count: number;
  readonly heights: LineHeights;
}

/** Lays groups out, one under the other. One group without a name has no heading. */
export function layLines(groups: readonly DeskGroup[], heights: LineHeights): DeskLines {
  const placed: PlacedGroup[] = [];
  let top = 0;
  let before = 0;
  const isHeaded = groups.length > 1 || (groups[0]?.name ?? '') !== '';
  for (const { name, rows } of groups) {
    const rowsTop = top + (isHeaded ? heights.heading : 0);
    placed.push({ name, rows, top, rowsTop, before });
    top = rowsTop + rows.length * heights.row;
    before += rows.length;
  }
  return { groups: placed, height: top, count: before, heights };
}

/** A group of which rows `from` to `to` (exclusive) are in sight. */
export interface SeenGroup extends PlacedGroup {
  readonly from: number;
  readonly to: number;
}

/** The rows between two heights, and a few around them. */
export function seenLines(
  { groups, heights }: DeskLines,
  top: number,
  bottom: number,
  around = 6,
): readonly SeenGroup[] {
  const margin = around * heights.row;
  return groups.flatMap((group) => {
    const end = group.rowsTop + group.rows.length * heights.row;
    if (end < top - margin || group.top > bottom + margin) return [];
    const from = Math.max(0, Math.floor((top - margin - group.rowsTop) / heights.row));
    const to = Math.min(group.rows.length, Math.ceil((bottom + margin - group.rowsTop) / heights.row));
    return [{ ...group, from: Math.min(from, group.rows.length), to: Math.max(0, to) }];
  });
}

/** Where a row lies; `undefined` for one that is not in the list. */
export function placeOf(
  lines: DeskLines,
  uri: string,
): { readonly top: number; readonly isFirst: boolean } | undefined {
  for (const { rows, rowsTop } of lines.groups) {
    const at = rows.findIndex((row) => row.uri === uri);
    if (at >= 0) return { top: rowsTop + at * lines.heights.row, isFirst: at === 0 };
  }
  return undefined;
}
