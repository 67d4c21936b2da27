import { fieldOfKey } from '../house/field-keys.ts';
import type { House } from '../house/house.ts';
import type { Article, Passage } from '../model/article.ts';
import type { Value } from '../model/front-matter/front-matter.ts';
import type { PassageKind } from '../model/passage.ts';
import { lineAt } from '../model/range.ts';
import { diffSequences } from '../model/sequence-diff.ts';
import { compareWords, likeness, type Piece } from './compare-words.ts';
import { proseLine, textLine } from './prose-line.ts';
import { type WordMemory, wordMemory } from './word-memory.ts';

/** What became of a part of an article. `moved`: it stands elsewhere now, `left`: the place that it moved away from. */
export type Fate = 'same' | 'changed' | 'added' | 'removed' | 'moved' | 'left';

/** A field of the front matter in two versions. */
export interface ComparedField {
  readonly key: string;
  readonly fate: Exclude<Fate, 'moved' | 'left'>;
  readonly pieces: readonly Piece[];
}

/** A block in two versions: a paragraph, a heading, an item of a list, a picture, a stretch of code. */
export interface ComparedBlock {
  readonly kind: PassageKind | 'code';
  /** Heading level 1 to 6; 0 for everything else. */
  readonly level: number;
  readonly fate: Fate;
  /** The words of both; of a place that it moved away from, those that it had there. */
  readonly pieces: readonly Piece[];
  /** The line, from 0, where it stands in each version; absent where it stands in one alone. */
  readonly before?: number;
  readonly after?: number;
}

/** Two versions of an article, compared as a reader reads them. */
export interface Comparison {
  /** In the order of the later version, then those that went. */
  readonly fields: readonly ComparedField[];
  /** In reading order of both. */
  readonly blocks: readonly ComparedBlock[];
  /** Whether a reader would notice anything. */
  readonly isSame: boolean;
}

/**
 * Compares two versions of an article by words: how lines are wrapped, fields ordered and values quoted is no change,
 * and a paragraph that stands elsewhere was moved. Never throws.
 *
 * @param house whose names of fields are one field
 */
export function compareArticles(before: Article, after: Article, house?: House): Comparison {
  const fields = compareFields(before, after, house);
  const blocks = compareUnits(before, after).map(({ block }) => block);
  const isSame = [...fields, ...blocks].every(({ fate }) => fate === 'same');
  return { fields, blocks, isSame };
}

export function compareFields(before: Article, after: Article, house: House | undefined): readonly ComparedField[] {
  const nameOf = (key: string): string => (house && fieldOfKey(house, key)?.key) ?? key;
  const said = ({ frontMatter }: Article): ReadonlyMap<string, readonly [key: string, text: string]> =>
    new Map(frontMatter.entries.map(({ key, value }) => [nameOf(key), [key, valueText(value)] as const]));
  const [old, now] = [said(before), said(after)];
  const fields = [...now].map(([name, [key, text]]): ComparedField => {
    const earlier = old.get(name)?.[1];
    if (earlier === text) return { key, fate: 'same', pieces: compareWords(text, text) };
    const pieces = compareWords(earlier ?? '', text);
    return { key, fate: earlier === undefined ? 'added' : 'changed', pieces };
  });
  for (const [name, [key, text]] of old)
    if (!now.has(name)) fields.push({ key, fate: 'removed', pieces: compareWords(text, '') });
  return fields;
}

function valueText(value: Value): string {
  switch (value.kind) {
    case 'scalar':
      return textLine(typeof value.value === 'string' ? value.value : value.raw);
    case 'list':
      return value.items.map(valueText).join('; ');
    case 'map':
      return value.entries.map((entry) => `${entry.key}: ${valueText(entry.value)}`).join(', ');
    default:
      return '';
  }
}

/** A block of one version. */
interface Unit {
  readonly kind: ComparedBlock['kind'];
  readonly level: number;
  readonly text: string;
  readonly line: number;
  /** Absent for code. */
  readonly passage?: Passage;
  /** Two with the same are the same block. */
  readonly key: string;
}

const unitsByArticle = new WeakMap<Article, readonly Unit[]>();

/** Blocks of an article, found once. */
function unitsOf(article: Article): readonly Unit[] {
  const known = unitsByArticle.get(article) ?? findUnits(article);
  unitsByArticle.set(article, known);
  return known;
}

function findUnits(article: Article): readonly Unit[] {
  const units: Unit[] = [];
  const add = (kind: Unit['kind'], level: number, text: string, line: number, passage?: Passage): void => {
    if (text === '') return;
    units.push({ kind, level, text, line, key: `${kind}${level} ${text}`, ...(passage ? { passage } : {}) });
  };
  for (const passage of article.passages) {
    if (passage.field !== undefined) continue;
    const { text } = proseLine(passage, article);
    add(passage.kind, passage.level, text, lineAt(article.lines, passage.block.start), passage);
  }
  for (const { type, content, map } of article.tokens)
    if (type === 'fence' || type === 'code_block') add('code', 0, content.trimEnd(), map?.[0] ?? 0);
  return units.sort((one, other) => one.line - other.line);
}

/** A stretch in which versions differ: what went and what came, between blocks that stayed. */
interface Gap {
  readonly removed: readonly Unit[];
  readonly added: readonly Unit[];
}

/** Shorter blocks stand in an article more than once by chance. */
const shortestMove = 8;

/** A block with what it is in each version. */
export interface ComparedUnit {
  readonly block: ComparedBlock;
  readonly old?: Unit;
  readonly now?: Unit;
}

/** Compares the blocks of two versions, in reading order of both. */
export function compareUnits(before: Article, after: Article): readonly ComparedUnit[] {
  return compareBlocks(unitsOf(before), unitsOf(after), wordMemory(before));
}

function compareBlocks(before: readonly Unit[], after: readonly Unit[], memory: WordMemory): readonly ComparedUnit[] {
  const [old, now] = [new Map(before.map((unit) => [unit, unit.key])), new Map(after.map((unit) => [unit, unit.key]))];
  const rows: (Gap | { readonly old: Unit; readonly now: Unit })[] = [];
  let [removed, added]: [Unit[], Unit[]] = [[], []];
  let [atOld, atNow] = [0, 0];
  const flush = (): void => {
    if (removed.length + added.length > 0) rows.push({ removed, added });
    [removed, added] = [[], []];
  };
  for (const { kind, count } of diffSequences([...old.values()], [...now.values()])) {
    if (kind === 'removed') {
      removed.push(...before.slice(atOld, atOld + count));
      atOld += count;
    } else if (kind === 'added') {
      added.push(...after.slice(atNow, atNow + count));
      atNow += count;
    } else {
      flush();
      for (let step = 0; step < count; step++) {
        const [one, other] = [before[atOld++], after[atNow++]];
        if (one && other) rows.push({ old: one, now: other });
      }
    }
  }
  flush();
  const moves = movesIn(
    rows.filter((row) => 'removed' in row),
    memory,
  );
  return rows.flatMap((row) =>
    'removed' in row ? blocksOf(row, moves, memory) : [both('same', row.old, row.now, memory)],
  );
}

/** What became of the blocks of all gaps: those that moved, and those that were rewritten where they stand. */
interface Moves {
  /** Where each stands now, by where it stood, and the other way round. */
  readonly to: ReadonlyMap<Unit, Unit>;
  readonly from: ReadonlyMap<Unit, Unit>;
  /** For blocks that came, the one of the same gap that each was made of. */
  readonly pairs: ReadonlyMap<Unit, Unit>;
}

/** Blocks that are alike to this degree were moved and touched up. */
const alikeFarOff = 0.6;

function movesIn(gaps: readonly Gap[], memory: WordMemory): Moves {
  const to = new Map<Unit, Unit>();
  const from = new Map<Unit, Unit>();
  const move = (old: Unit, now: Unit): void => {
    to.set(old, now);
    from.set(now, old);
  };
  const byKey = new Map<string, Unit[]>();
  for (const { added } of gaps) for (const unit of added) byKey.set(unit.key, [...(byKey.get(unit.key) ?? []), unit]);
  for (const { removed } of gaps) {
    for (const unit of removed) {
      const now = unit.text.length < shortestMove ? undefined : byKey.get(unit.key)?.shift();
      if (now) move(unit, now);
    }
  }
  const rest = gaps.map(({ removed, added }) => ({
    removed: removed.filter((unit) => !to.has(unit)),
    added: added.filter((unit) => !from.has(unit)),
  }));
  const pairs = new Map(rest.flatMap((gap) => [...paired(gap.removed, gap.added, memory)]));
  const taken = new Set(pairs.values());
  const gone = rest.flatMap(({ removed }) => removed).filter((unit) => !taken.has(unit) && isLong(unit));
  const come = rest.flatMap(({ added }) => added).filter((unit) => !pairs.has(unit) && isLong(unit));
  if (gone.length * come.length <= mostPairs) {
    const words = new Map([...gone, ...come].map((unit) => [unit, memory.words(unit.text)]));
    const like = (one: Unit, other: Unit): number =>
      one.kind === other.kind ? likeness(words.get(one) ?? [], words.get(other) ?? []) : 0;
    for (const old of gone) {
      const free = come.filter((unit) => !from.has(unit));
      const [near] = free.map((unit) => [like(old, unit), unit] as const).sort((one, other) => other[0] - one[0]);
      if (near && near[0] >= alikeFarOff) move(old, near[1]);
    }
  }
  return { to, from, pairs };
}

const isLong = ({ text }: Unit): boolean => text.length >= shortestMove;

function blocksOf(gap: Gap, { to, from, pairs }: Moves, memory: WordMemory): readonly ComparedUnit[] {
  const blocks: ComparedUnit[] = [];
  const rest = [...gap.removed];
  const passOld = (until?: Unit): void => {
    while (rest.length > 0 && rest[0] !== until) {
      const unit = rest.shift();
      if (unit) blocks.push(left(unit, to.has(unit) ? 'left' : 'removed'));
    }
  };
  for (const unit of gap.added) {
    const source = from.get(unit);
    const partner = pairs.get(unit);
    if (source) blocks.push(both('moved', source, unit, memory));
    else if (partner) {
      passOld(partner);
      rest.shift();
      blocks.push(both('changed', partner, unit, memory));
    } else {
      const pieces = compareWords('', unit.text);
      blocks.push({ block: { ...shape(unit), fate: 'added', pieces, after: unit.line }, now: unit });
    }
  }
  passOld();
  return blocks;
}

/** From this likeness on a block is another version of one, not another block. */
const alike = 0.4;
/** More pairs than this are not weighed. */
const mostPairs = 40_000;

/** For blocks that came, the one that each was made of; in order, so that none crosses another. */
function paired(removed: readonly Unit[], added: readonly Unit[], memory: WordMemory): ReadonlyMap<Unit, Unit> {
  const pairs = new Map<Unit, Unit>();
  if (removed.length * added.length > mostPairs) {
    // A text that was gone over from end to end: each block is made of the one that stood in its place.
    for (const [index, now] of (removed.length === added.length ? added : []).entries()) {
      const old = removed[index];
      const isKin = old?.kind === now.kind;
      if (old && isKin && likeness(memory.words(old.text), memory.words(now.text)) >= alike) pairs.set(now, old);
    }
    return pairs;
  }
  const words = (units: readonly Unit[]) => units.map(({ text }) => memory.words(text));
  const [old, now] = [words(removed), words(added)];
  const width = added.length + 1;
  const best = new Float64Array((removed.length + 1) * width);
  const weights = new Float64Array((removed.length + 1) * width);
  for (let i = removed.length - 1; i >= 0; i--) {
    for (let j = added.length - 1; j >= 0; j--) {
      const isKin = removed[i]?.kind === added[j]?.kind;
      const weight = isKin ? likeness(old[i] ?? [], now[j] ?? []) : 0;
      weights[i * width + j] = weight;
      const take = weight >= alike ? weight + (best[(i + 1) * width + j + 1] ?? 0) : 0;
      best[i * width + j] = Math.max(take, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  }
  for (let i = 0, j = 0; i < removed.length && j < added.length; ) {
    const here = best[i * width + j] ?? 0;
    const weight = weights[i * width + j] ?? 0;
    const [one, other] = [removed[i], added[j]];
    if (one && other && weight >= alike && here === weight + (best[(i + 1) * width + j + 1] ?? 0)) {
      pairs.set(other, one);
      i++;
      j++;
    } else if (here === (best[(i + 1) * width + j] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

const shape = ({ kind, level }: Unit): Pick<ComparedBlock, 'kind' | 'level'> => ({ kind, level });

function both(fate: Fate, old: Unit, now: Unit, memory: WordMemory): ComparedUnit {
  const pieces = fate === 'same' ? compareWords(old.text, now.text) : memory.compare(old.text, now.text);
  return { block: { ...shape(now), fate, pieces, before: old.line, after: now.line }, old, now };
}

function left(unit: Unit, fate: 'left' | 'removed'): ComparedUnit {
  return { block: { ...shape(unit), fate, pieces: compareWords(unit.text, ''), before: unit.line }, old: unit };
}
