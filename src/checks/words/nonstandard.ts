import { isChineseProse, keptByText } from '../../model/kept.ts';
import type { Prose } from '../../model/prose.ts';
import { hasUnit } from '../../model/unit-set.ts';
import { lexicon } from './lexicon.ts';
import { KANA, suspectUnits } from './suspect-characters.ts';
import { walkedOf } from './walk.ts';

/** A character that Simplified Chinese does not write. Offsets are UTF-16 units. */
export interface Nonstandard {
  readonly from: number;
  readonly to: number;
  readonly character: string;
  /** What is written instead; '' where nobody can tell. */
  readonly right: string;
  /** Of a `form` what it is in the words of others, who may write Traditional Chinese; else as `right`. */
  readonly same: string;
  /**
   * `form`: it looks like the right one, and is another to machines; `old`: a traditional, variant or Japanese form;
   * `perhaps`: likewise, and may be meant; `foreign`: a letter of another script; `rare`: in no table; `private`: it has
   * no meaning of its own; `styled`: a word in letters of mathematics; `symbol`: one of these, which may be meant.
   */
  readonly kind: 'form' | 'old' | 'perhaps' | 'foreign' | 'rare' | 'private' | 'styled' | 'symbol';
}

/** What is written for others, and what the table has beside the common block; made when a text has one. */
interface Others {
  readonly beyond: ReadonlySet<string>;
  readonly old: ReadonlyMap<string, string>;
  readonly perhaps: ReadonlyMap<string, string>;
}

/** Radicals of the supplement (U+2E80 to U+2EF3), which have no decomposition, and the characters they look like. */
const RADICALS = new Map(
  '⺁厂⺄乙⺅亻⺈刀⺋㔾⺎兀⺏尣⺒巳⺓幺⺕彐⺗心⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺣灬⺤爫⺥爫⺨犭⺩王⺪疋⺫目⺬示⺭礻⺯糸⺰纟⺱罓⺲罒⺳罓⺴罓⺶羊⺷羊⺸羊⺹耂⺺聿⺻肀⺼肉⺽臼⺾艹⺿艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒长⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟'
    .match(/../gu)
    ?.map((pair) => [pair.slice(0, -1), pair.slice(-1)] as const),
);

let others: Others | undefined;

function replaced(): Others {
  others ??= {
    beyond: new Set(lexicon().beyond),
    old: pairs(lexicon().simpler),
    perhaps: pairs(lexicon().perhaps),
  };
  return others;
}

function pairs(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let before: string | undefined;
  for (const character of text) {
    if (before !== undefined) found.set(before, character);
    before = before === undefined ? character : undefined;
  }
  return found;
}

/** As many traditional characters as a passage of Simplified Chinese holds by mistake, and how many of its characters. */
const MOST_OLD = 4;
const OLD_SHARE = 0.1;

/**
 * The most frequent characters that Simplified Chinese alone writes, Japanese and Traditional do not. A sentence without
 * any of them, a headline or a name in a list, may be either as well.
 */
const SIMPLIFIED =
  /[发动业进联为总长开实视习对闻务军产关时个网设经机现员际议续统领运电济记创项两资组场战应质调书击过举坚间导报亿规护题计带队广团节贸达门车问稳协这东华农从标据织义级态线亚构兰决见备优传兴势众风结专办罗费术尔们论环确历积责边约马愿访极处讲继监谈营话启还显灾预维铁袭纪响贯讯转验卫乐奋权扩连类紧职险单热严乡绿变挥围层础赛货况宁县庆检飞苏龙让贺识试测负丰审观轮评户执载陆输选获认伤远链伟粮额说价红难头欢减坛库赵频贡银满该给细综镇叶园鸟鱼妈孙爷亲邻桥树楼钱饭馆]/;

/** What is code to other systems is no part of a text’s share. */
const LITERAL_CODE = /\ufffc/g;

/** As many traditional characters as a text without a simplified one holds by mistake. */
const MOST_OLD_ALONE = 1;

interface Characters {
  readonly found: readonly Nonstandard[];
  /** So many of them are traditional that all of the text is. */
  readonly traditional: boolean;
}

/** The characters of a text that Simplified Chinese does not write; nothing in text that is Traditional or not Chinese. */
export function nonstandardIn(prose: Prose): readonly Nonstandard[] {
  return read(prose).found;
}

/** Whether a text is Traditional Chinese. */
export function isTraditional(prose: Prose): boolean {
  return read(prose).traditional;
}

/** Whether nothing in a text tells Simplified Chinese from Traditional, but for what may be a slip. */
export function mayBeTraditional(text: string): boolean {
  return !SIMPLIFIED.test(text);
}

const NONE: Characters = { found: [], traditional: false };

/** Of nearly every text there is nothing to keep. */
const read = (prose: Prose): Characters =>
  isChineseProse(prose) && walkedOf(prose).suspect ? charactersOf(prose) : NONE;

const charactersOf = keptByText((text): Characters => {
  const suspects = suspectUnits();
  const found: Nonstandard[] = [];
  for (let from = 0; from < text.length; from++) {
    if (!hasUnit(suspects, text.charCodeAt(from))) continue;
    const one = judged(text, from);
    if (one === undefined) continue;
    found.push(one);
    from = one.to - 1;
  }
  const old = found.filter(({ kind }) => kind === 'old' || kind === 'perhaps').length;
  const traditional =
    old > MOST_OLD
      ? old >= OLD_SHARE * (text.length - (text.match(LITERAL_CODE)?.length ?? 0))
      : found.filter(({ kind }) => kind === 'old').length > MOST_OLD_ALONE && !SIMPLIFIED.test(text);
  if (!traditional) return { found, traditional };
  const rest = found.filter(
    ({ kind }) => kind !== 'old' && kind !== 'perhaps' && kind !== 'foreign' && kind !== 'rare',
  );
  return { found: rest, traditional };
});

function judged(text: string, from: number): Nonstandard | undefined {
  const { beyond, old, perhaps } = replaced();
  const code = text.codePointAt(from) ?? 0;
  const character = String.fromCodePoint(code);
  if (code >= 0x1d400 && code <= 0x1d7ff) return letterOfMathematics(text, from);
  // Half a character, and what the table has.
  if ((code >= 0xd800 && code <= 0xdfff) || beyond.has(character)) return undefined;
  const at = { from, to: from + character.length, character };
  const instead = (right: string, kind: Nonstandard['kind'], same = right): Nonstandard => ({
    ...at,
    right,
    same,
    kind,
  });
  const kana = KANA.get(character);
  if (kana !== undefined) {
    const around = /^[\u4e00-\u9fff]{2}$/.test(text.charAt(from - 1) + text.charAt(from + 1));
    return around ? instead(kana, 'foreign') : undefined;
  }
  if ((code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000) return instead('', 'private');
  const form = RADICALS.get(character) ?? character.normalize('NFKC');
  if (form !== character) {
    const right = old.get(form) ?? form;
    // A compatibility form is the character itself to everybody, a radical only where it is a word.
    if (character.normalize('NFC') === form) return instead(right, 'form', form);
    return instead(hasUnit(suspectUnits(), right.charCodeAt(0)) ? '' : right, 'form');
  }
  const simple = old.get(character);
  if (simple !== undefined) return instead(simple, 'old');
  const likely = perhaps.get(character);
  return likely === undefined ? instead('', 'rare') : instead(likely, 'perhaps');
}

/** Letters and digits of mathematics, with those that had a place before the others came (ℎ, ℝ). */
const LETTERS = /[\u{1d400}-\u{1d7ff}ℂℊℋℌℍℎℐℑℒℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ]+/uy;
const OLDER = /[ℂℊℋℌℍℎℐℑℒℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ]/;
/** Slanted ones, in which variables are written, bold ones included. */
const SLANTED = /^[\u{1d434}-\u{1d49b}ℎ]+$/u;
/** As many slanted letters, or capitals, in a row are no product of variables and no points of a figure. */
const LONG_WORD = 5;

/** A word or a figure that was typed in letters of mathematics to look bold; nothing for what is a variable. */
function letterOfMathematics(text: string, at: number): Nonstandard | undefined {
  let from = at;
  while (OLDER.test(text.charAt(from - 1))) from--;
  LETTERS.lastIndex = from;
  const character = LETTERS.exec(text)?.[0] ?? '';
  if (character === '') return undefined;
  const right = character.normalize('NFKC');
  const isSlanted = SLANTED.test(character);
  const isWord =
    /^\d{2,}$/.test(right) ||
    (/^[A-Za-z\d]*$/.test(right) && right.length >= (isSlanted || !/[a-z]/.test(right) ? LONG_WORD : 3));
  if (isSlanted && !isWord) return undefined;
  return { from, to: from + character.length, character, right, same: right, kind: isWord ? 'styled' : 'symbol' };
}
