import { addUnit, hasUnit, type UnitSet, unitSet, unitsOf } from '../../model/unit-set.ts';
import { HASHES, hashOfPair } from '../../model/word-heads.ts';

/**
 * Clues that a slip may be in a text: pieces without one of which it cannot be. All clues of all slips are looked for in
 * one scan of a text, so that a paragraph with nothing wrong costs one look at each of its characters, however many slips
 * there are, and no pattern is run over it.
 *
 * A clue is written as it stands in a text. In it `#` is a digit, `@` a Chinese one (十 included), `!` what is no digit, the
 * head of the text included, and `^` the head of the text or of a line.
 */
export type Clues = readonly string[];

/** A clue made ready. */
interface Ready {
  /** The number of its list. */
  readonly list: number;
  /** Its units; what stands for several is negative. */
  readonly units: readonly number[];
  /** How many units behind its first one that by which it is looked up stands. */
  readonly at: number;
}

const DIGIT = -1;
const CHINESE_DIGIT = -2;
const NO_DIGIT = -3;
const HEAD = -4;
const KINDS: Readonly<Record<string, number>> = { '#': DIGIT, '@': CHINESE_DIGIT, '!': NO_DIGIT, '^': HEAD };

/** What news holds so much of that a clue is better looked up by its other characters, the most common last. */
const COMMON = '9876543210五四二三公能多方上下高大地人国个月日中有不年在了一是（）《》“”：；。、的，';

const CHINESE = '〇零○一二三四五六七八九十';
const chineseDigits = unitsOf(CHINESE);
const codesOf = (characters: string): readonly number[] => [...characters].map((one) => one.charCodeAt(0));
const DIGITS = codesOf('0123456789');
const CHINESE_DIGITS = codesOf(CHINESE);

const lists: Clues[] = [];
/** For each list the number of the group that it was made for; 0: it belongs to none. */
const groups: number[] = [];
let lastGroup = 0;

/** The number under which {@link mayHold} knows a list of clues, and {@link mayHoldAny} those of a group. */
export function cluesOf(list: Clues, group = 0): number {
  groups.push(group);
  return lists.push(list) - 1;
}

/** A number for lists that are asked for together. */
export function clueGroup(): number {
  lastGroup++;
  return lastGroup;
}

interface Table {
  /** How many lists it was made of. */
  readonly size: number;
  /** The units by which something is looked up, alone or as the second of two: most of a text is left after a look at them. */
  readonly keys: UnitSet;
  /** A bit for each hash of two units in a row that a clue is looked up by. */
  readonly held: Int32Array;
  /** For each such hash the number of what is looked up by it: of those that share one, only what stands there is noted. */
  readonly numberOf: Uint16Array;
  readonly clues: readonly (readonly Ready[])[];
  /** What is looked up by one unit, because it is all that is certain of it. */
  readonly alone: UnitSet;
  readonly units: ReadonlyMap<number, readonly Ready[]>;
  /** By list the number of the last text that held one of it: counted on, so that nothing need be cleared. */
  readonly lastIn: Int32Array;
  /** By list its group, and by group the number of the last text that held a clue of it; that of 0 means nothing. */
  readonly groupOf: Int32Array;
  readonly lastInGroup: Int32Array;
}

let table: Table | undefined;
let lastText = '';
let texts = 0;

/** Whether a text holds one of a list's clues. */
export function mayHold(text: string, list: number): boolean {
  return scanned(text).lastIn[list] === texts;
}

/** Whether a text holds a clue of any of a group's lists. */
export function mayHoldAny(text: string, group: number): boolean {
  return scanned(text).lastInGroup[group] === texts;
}

/** The table once it knows what a text holds. */
function scanned(text: string): Table {
  if (table === undefined || table.size !== lists.length) table = tableOf();
  else if (text === lastText && texts > 0) return table;
  lastText = text;
  texts++;
  if (texts === 0x7fffffff) {
    table.lastIn.fill(0);
    table.lastInGroup.fill(0);
    texts = 1;
  }
  scan(text, table);
  return table;
}

/** The head of a text is looked up as that of a line is. */
const LINE_END = 0x0a;

function scan(text: string, table: Table): void {
  const { keys, held, numberOf, clues, alone, units } = table;
  let before = LINE_END;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (hasUnit(keys, unit)) {
      const hash = hashOfPair(before, unit);
      if (((held[hash >> 5] ?? 0) & (1 << (hash & 31))) !== 0) note(table, text, i, clues[numberOf[hash] ?? 0]);
      if (hasUnit(alone, unit)) note(table, text, i, units.get(unit));
    }
    before = unit;
  }
}

/** Notes the lists of those clues that stand in the text, `at` being the unit by which they were looked up. */
function note(
  { lastIn, groupOf, lastInGroup }: Table,
  text: string,
  at: number,
  clues: readonly Ready[] | undefined,
): void {
  if (clues === undefined) return;
  for (const clue of clues) {
    if (lastIn[clue.list] === texts || !stands(text, at - clue.at, clue.units)) continue;
    lastIn[clue.list] = texts;
    lastInGroup[groupOf[clue.list] ?? 0] = texts;
  }
}

function stands(text: string, from: number, units: readonly number[]): boolean {
  for (let k = 0; k < units.length; k++) {
    const at = from + k;
    const unit = at < 0 || at >= text.length ? -1 : text.charCodeAt(at);
    const wanted = units[k] ?? 0;
    if (wanted >= 0 ? unit !== wanted : !isOf(wanted, unit)) return false;
  }
  return true;
}

/** `unit`: -1 outside of the text. */
function isOf(kind: number, unit: number): boolean {
  const digit = unit >= 0x30 && unit <= 0x39;
  if (kind === DIGIT) return digit;
  if (kind === NO_DIGIT) return !digit;
  if (kind === HEAD) return unit === -1 || unit === 0x0a;
  return unit > 0 && hasUnit(chineseDigits, unit);
}

function tableOf(): Table {
  const keys = unitSet();
  const held = new Int32Array(HASHES >> 5);
  const numberOf = new Uint16Array(HASHES);
  const clues: Ready[][] = [];
  const alone = unitSet();
  const units = new Map<number, Ready[]>();
  for (const [list, all] of lists.entries()) {
    for (const clue of all) {
      const own = [...clue].map((character) => KINDS[character] ?? character.charCodeAt(0));
      const key = keyOf(clue);
      const right = rightOf(own, key);
      if (right === undefined) {
        const unit = clue.charCodeAt(key);
        addUnit(alone, unit);
        addUnit(keys, unit);
        units.set(unit, [...(units.get(unit) ?? []), { list, units: own, at: key }]);
        continue;
      }
      for (const one of unitsFor(own[right - 1] ?? 0)) {
        for (const other of unitsFor(own[right] ?? 0)) {
          addUnit(keys, other);
          const hash = hashOfPair(one, other);
          const bit = 1 << (hash & 31);
          const bits = held[hash >> 5] ?? 0;
          if ((bits & bit) === 0) numberOf[hash] = clues.push([]) - 1;
          held[hash >> 5] = bits | bit;
          clues[numberOf[hash] ?? 0]?.push({ list, units: own, at: right });
        }
      }
    }
  }
  return {
    size: lists.length,
    keys,
    held,
    numberOf,
    clues,
    alone,
    units,
    lastIn: new Int32Array(lists.length),
    groupOf: Int32Array.from(groups),
    lastInGroup: new Int32Array(lastGroup + 1),
  };
}

/** The right one of two units by which a clue is looked up, one of them that at `key`; `undefined`: none stands beside it. */
function rightOf(units: readonly number[], key: number): number | undefined {
  const isKnown = (unit: number | undefined): boolean => unit !== undefined && unit !== NO_DIGIT;
  if (isKnown(units[key + 1])) return key + 1;
  return key > 0 && isKnown(units[key - 1]) ? key : undefined;
}

/** The units that one of a clue stands for. */
function unitsFor(unit: number): readonly number[] {
  if (unit === DIGIT) return DIGITS;
  if (unit === CHINESE_DIGIT) return CHINESE_DIGITS;
  return [unit === HEAD ? LINE_END : unit];
}

/** Which of its characters a clue is looked up by: the one that is seen least. Throws when all stand for several. */
function keyOf(clue: string): number {
  let best = -1;
  let rank = Number.POSITIVE_INFINITY;
  for (let at = 0; at < clue.length; at++) {
    const character = clue.charAt(at);
    const common = COMMON.indexOf(character);
    if (character in KINDS || common >= rank) continue;
    best = at;
    rank = common;
  }
  if (best < 0) throw new Error(`nothing to look up in ${clue}`);
  return best;
}
