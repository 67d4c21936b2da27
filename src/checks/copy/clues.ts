import { addUnit, hasUnit, type UnitSet, unitSet, unitsOf } from '../../model/unit-set.ts';

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
  /** How many units before the one that it is looked up by it begins. */
  readonly before: number;
  /** Its units; what stands for several is negative. */
  readonly units: readonly number[];
  /** The unit behind the one that it is looked up by, or before it where there is none; 0: it is alone. */
  readonly beside: number;
  readonly isBehind: boolean;
}

const DIGIT = -1;
const CHINESE_DIGIT = -2;
const NO_DIGIT = -3;
const HEAD = -4;
const KINDS: Readonly<Record<string, number>> = { '#': DIGIT, '@': CHINESE_DIGIT, '!': NO_DIGIT, '^': HEAD };

/** What news holds so much of that a clue is better looked up by its other characters, the most common last. */
const COMMON = '9876543210五四二三公能多方上下高大地人国个月日中有不年在了一是（）《》“”：；。、的，';

const chineseDigits = unitsOf('〇零○一二三四五六七八九十');

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
  /** The units that something is looked up by. */
  readonly units: UnitSet;
  /** For each of them the number of what is. */
  readonly numberOf: Uint16Array;
  readonly clues: readonly (readonly Ready[])[];
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

function scan(text: string, { units, numberOf, clues, lastIn, groupOf, lastInGroup }: Table): void {
  let before = -1;
  let unit = text.length > 0 ? text.charCodeAt(0) : -1;
  for (let i = 0; i < text.length; i++) {
    const behind = i + 1 < text.length ? text.charCodeAt(i + 1) : -1;
    if (hasUnit(units, unit)) {
      const ready = clues[numberOf[unit] ?? 0] ?? [];
      for (let k = 0; k < ready.length; k++) {
        const clue = ready[k];
        if (clue === undefined || lastIn[clue.list] === texts) continue;
        // Nearly every clue fails by the first character beside it.
        const { beside } = clue;
        const at = clue.isBehind ? behind : before;
        if (beside !== 0 && (beside > 0 ? at !== beside : !isOf(beside, at))) continue;
        if (clue.units.length > 2 && !stands(text, i - clue.before, clue.units)) continue;
        lastIn[clue.list] = texts;
        lastInGroup[groupOf[clue.list] ?? 0] = texts;
      }
    }
    before = unit;
    unit = behind;
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
  const numberOf = new Uint16Array(0x10000);
  const clues: Ready[][] = [[]];
  for (const [list, all] of lists.entries()) {
    for (const clue of all) {
      const units = [...clue].map((character) => KINDS[character] ?? character.charCodeAt(0));
      const key = keyOf(clue);
      const unit = clue.charCodeAt(key);
      const number = numberOf[unit] || clues.push([]) - 1;
      numberOf[unit] = number;
      addUnit(keys, unit);
      const isBehind = key + 1 < units.length;
      const beside = units[isBehind ? key + 1 : key - 1] ?? 0;
      clues[number]?.push({ list, before: key, units, beside, isBehind });
    }
  }
  return {
    size: lists.length,
    units: keys,
    numberOf,
    clues,
    lastIn: new Int32Array(lists.length),
    groupOf: Int32Array.from(groups),
    lastInGroup: new Int32Array(lastGroup + 1),
  };
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
