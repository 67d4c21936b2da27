import { isChinese } from '../../model/characters.ts';
import { keptByText } from '../../model/kept.ts';
import { lexicon } from './lexicon.ts';

/** A character that Simplified Chinese does not write. Offsets are UTF-16 units. */
export interface Nonstandard {
  readonly from: number;
  readonly to: number;
  readonly character: string;
  /** What is written instead; '' where nobody can tell. */
  readonly right: string;
  /**
   * `form`: it looks like the right one, and is another to machines; `old`: a traditional, variant or Japanese form;
   * `perhaps`: likewise, and may be meant; `foreign`: a letter of another script; `rare`: in no table; `private`: it has
   * no meaning of its own.
   */
  readonly kind: 'form' | 'old' | 'perhaps' | 'foreign' | 'rare' | 'private';
}

/** What is written for others; made when a text has one. */
interface Others {
  readonly old: ReadonlyMap<string, string>;
  readonly perhaps: ReadonlyMap<string, string>;
}

/** Radicals of the supplement (U+2E80 to U+2EF3), which have no decomposition, and the characters they look like. */
const RADICALS = new Map(
  '⺁厂⺄乙⺅亻⺈刀⺋㔾⺎兀⺏尣⺒巳⺓幺⺕彐⺗心⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺣灬⺤爫⺥爫⺨犭⺩王⺪疋⺫目⺬示⺭礻⺯糸⺰纟⺱罓⺲罒⺳罓⺴罓⺶羊⺷羊⺸羊⺹耂⺺聿⺻肀⺼肉⺽臼⺾艹⺿艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒长⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟'
    .match(/../gu)
    ?.map((pair) => [pair.slice(0, -1), pair.slice(-1)] as const),
);

/** Kana that are typed for a character they look like. */
const KANA = new Map(
  [...'エ工ニ二ロ口ハ八カ力ト卜タ夕'.matchAll(/(.)(.)/g)].map(([, kana = '', han = '']) => [kana, han]),
);

/** For each UTF-16 unit whether it is looked at. */
let suspects: Uint8Array | undefined;
let others: Others | undefined;

function replaced(): Others {
  others ??= { old: pairs(lexicon().simpler), perhaps: pairs(lexicon().perhaps) };
  return others;
}

function suspected(): Uint8Array {
  if (suspects) return suspects;
  const { standard } = lexicon();
  const suspect = new Uint8Array(0x10000);
  for (const [first, last] of [
    [0x2e80, 0x2fd5],
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0xe000, 0xfaff],
  ])
    suspect.fill(1, first, (last ?? 0) + 1);
  const bits = atob(standard);
  for (let at = 0; at < bits.length * 8; at++) {
    if (((bits.charCodeAt(at >> 3) >> (at & 7)) & 1) === 1) suspect[0x4e00 + at] = 0;
  }
  for (const kana of KANA.keys()) suspect[kana.charCodeAt(0)] = 1;
  suspects = suspect;
  return suspect;
}

function pairs(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let at = 0; at + 1 < text.length; at += 2) found.set(text.charAt(at), text.charAt(at + 1));
  return found;
}

/** As many traditional characters as a passage of Simplified Chinese holds by mistake, and how many of its characters. */
const MOST_OLD = 4;
const OLD_SHARE = 0.1;

/** The characters of a text that Simplified Chinese does not write; nothing in text that is Traditional or not Chinese. */
export const nonstandardIn = keptByText((text): readonly Nonstandard[] => {
  if (!isChinese(text)) return [];
  const suspect = suspected();
  const found: Nonstandard[] = [];
  for (let from = 0; from < text.length; from++) {
    if (suspect[text.charCodeAt(from)] !== 1) continue;
    const one = judged(text, from);
    if (one) found.push(one);
  }
  const old = found.filter(({ kind }) => kind === 'old' || kind === 'perhaps').length;
  if (old <= MOST_OLD || old < OLD_SHARE * text.length) return found;
  return found.filter(({ kind }) => kind === 'form' || kind === 'private');
});

function judged(text: string, from: number): Nonstandard | undefined {
  const { old, perhaps } = replaced();
  const character = text.charAt(from);
  const unit = character.charCodeAt(0);
  const at = { from, to: from + 1, character };
  const kana = KANA.get(character);
  if (kana !== undefined) {
    const around = /^[\u4e00-\u9fff]{2}$/.test(text.charAt(from - 1) + text.charAt(from + 1));
    return around ? { ...at, right: kana, kind: 'foreign' } : undefined;
  }
  if (unit >= 0xe000 && unit <= 0xf8ff) return { ...at, right: '', kind: 'private' };
  const form = RADICALS.get(character) ?? character.normalize('NFKC');
  if (form !== character) {
    const right = old.get(form) ?? form;
    return { ...at, right: suspected()[right.charCodeAt(0)] === 1 ? '' : right, kind: 'form' };
  }
  const simple = old.get(character);
  if (simple !== undefined) return { ...at, right: simple, kind: 'old' };
  const likely = perhaps.get(character);
  return likely === undefined ? { ...at, right: '', kind: 'rare' } : { ...at, right: likely, kind: 'perhaps' };
}
