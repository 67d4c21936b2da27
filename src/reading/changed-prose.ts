import type { House } from '../house/house.ts';
import type { Article, Passage } from '../model/article.ts';
import { type ComparedField, type ComparedUnit, compareFields, compareUnits, type Fate } from './compare-articles.ts';
import type { Piece } from './compare-words.ts';
import { proseLine } from './prose-line.ts';

/** What changed in one passage; offsets are UTF-16 units into `prose.rendered`. */
export interface ChangedPassage {
  readonly fate: Extract<Fate, 'changed' | 'added' | 'moved'>;
  /** Stretches that came, in order. */
  readonly added: readonly { readonly from: number; readonly to: number }[];
  /** What stood there, in order. */
  readonly removed: readonly { readonly at: number; readonly text: string }[];
}

/** A block that is not there any more. */
export interface GoneBlock {
  readonly kind: ComparedUnit['block']['kind'];
  readonly fate: Extract<Fate, 'removed' | 'left'>;
  readonly text: string;
}

/** What changed in an article since an earlier version, where it stands in the later one. */
export interface ProseChanges {
  /** Passages that are not as they were. */
  readonly passages: ReadonlyMap<Passage, ChangedPassage>;
  /** What stood before a passage and is gone; under `undefined` what stood at the end. */
  readonly gone: ReadonlyMap<Passage | undefined, readonly GoneBlock[]>;
  /** First lines, from 0, of code that is not as it was. */
  readonly code: ReadonlySet<number>;
  readonly fields: readonly ComparedField[];
  /** In how many places something is otherwise: fields and blocks. */
  readonly places: number;
}

/** Finds what changed since an earlier version. @param house whose names of fields are one field */
export function changedProse(before: Article, after: Article, house?: House): ProseChanges {
  const passages = new Map<Passage, ChangedPassage>();
  const gone = new Map<Passage | undefined, GoneBlock[]>();
  const code = new Set<number>();
  const fields = compareFields(before, after, house).filter(({ fate }) => fate !== 'same');
  let places = fields.length;
  let waiting: GoneBlock[] = [];
  for (const { block, old, now } of compareUnits(before, after)) {
    const { fate, kind, pieces } = block;
    if (fate === 'removed' || fate === 'left') waiting.push({ kind, fate, text: old?.text ?? '' });
    // One that moved is counted where it came.
    if (fate !== 'same' && fate !== 'left') places++;
    if (now === undefined) continue;
    const { passage } = now;
    if (passage === undefined) {
      if (fate !== 'same') code.add(now.line);
      continue;
    }
    if (waiting.length > 0) gone.set(passage, waiting);
    waiting = [];
    if (fate === 'changed' || fate === 'added' || fate === 'moved')
      passages.set(passage, { fate, ...placed(pieces, proseLine(passage, after).at) });
  }
  if (waiting.length > 0) gone.set(undefined, waiting);
  return { passages, gone, code, fields, places };
}

/** Pieces of what a passage reads, where they stand in it. @param at of `ProseLine` */
function placed(pieces: readonly Piece[], at: readonly number[]): Pick<ChangedPassage, 'added' | 'removed'> {
  const added: { from: number; to: number }[] = [];
  const removed: { at: number; text: string }[] = [];
  let done = 0;
  for (const { kind, text } of pieces) {
    const from = at[done] ?? 0;
    if (kind === 'removed') {
      removed.push({ at: from, text });
      continue;
    }
    done += text.length;
    // What is written for a picture stands at one place.
    const to = Math.max((at[done - 1] ?? from) + 1, from);
    if (kind === 'added') added.push({ from, to });
  }
  return { added, removed };
}
