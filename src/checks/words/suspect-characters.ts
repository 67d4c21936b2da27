import { addByte, addUnit, addUnits, type UnitSet, unitSet } from '../../model/unit-set.ts';
import { lexicon } from './lexicon.ts';

/** Kana that are typed for a character they look like. */
export const KANA = new Map(
  [...'エ工ニ二ロ口ハ八カ力ト卜タ夕'.matchAll(/(.)(.)/g)].map(([, kana = '', han = '']) => [kana, han]),
);

/** Radicals, Han characters beyond the common block, private use and compatibility forms: none is in the table. */
const BLOCKS = [
  [0x2e80, 0x2fd5],
  [0x3400, 0x4dbf],
  // First halves of what lies beyond U+FFFF: letters of mathematics, Han characters, private use. Emoji are others.
  [0xd835, 0xd835],
  [0xd840, 0xd8bf],
  [0xdb80, 0xdbff],
  [0xe000, 0xfaff],
] as const;

let suspects: UnitSet | undefined;

/** The UTF-16 units of characters that Simplified Chinese may not write, made ready when a text first asks. */
export function suspectUnits(): UnitSet {
  if (suspects) return suspects;
  const found = unitSet();
  for (const [from, to] of BLOCKS) addUnits(found, from, to);
  for (const kana of KANA.keys()) addUnit(found, kana.charCodeAt(0));
  const standard = atob(lexicon().standard);
  for (let byte = 0; byte < (0xa000 - 0x4e00) >> 3; byte++)
    addByte(found, 0x4e00 + (byte << 3), ~standard.charCodeAt(byte) & 0xff);
  suspects = found;
  return found;
}
