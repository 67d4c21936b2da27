import { hanAt, hanBefore } from '../../model/characters.ts';
import { isChineseProse, keptByText } from '../../model/kept.ts';
import { matchesOf } from '../../model/matches.ts';
import { acrossLines, isWrapped, lineEndIn } from './across-lines.ts';
import { goesOnAlone, isBodyTwice, isOwnCompound, isThing } from './doubled-compounds.ts';
import { lexicon } from './lexicon.ts';
import { type Walked, walk, walkedOf } from './walk.ts';

/** A word that stands twice in a row. Offsets are UTF-16 units, of both. */
export interface Doubled {
  readonly from: number;
  /** Where the second one begins, or the line break before it. */
  readonly middle: number;
  readonly to: number;
  readonly word: string;
  /** Where a line ends within or between them; -1 where none does. */
  readonly lineEnd: number;
  /**
   * It is the last character of a word that stands twice (合约约), a verb that may double elsewhere, or a noun behind
   * which something may follow that it belongs to: for a person to see.
   */
  readonly tail: boolean;
}

interface Neighbours {
  readonly before: string;
  readonly after: string;
  /** It may meet a compound of its own (上市公司｜公司治理), and is doubled only where the clause goes on without one. */
  readonly noun: boolean;
}

/** What no compound goes on with, and the offices that are named behind what they are for (水利水利局). */
const goesOn =
  /^(?:$|[，。；：、！？）”\n]|[的了着在是和与及或也都就将把被从向对为又还已再很不没有开来去到局厅委站部处])/;

let words: ReadonlyMap<string, Neighbours> | undefined;

/** Words that nobody doubles on purpose, with the characters that make two words of two. */
function listed(): ReadonlyMap<string, Neighbours> {
  words ??= new Map(
    lexicon()
      .doubled.split('\n')
      .map((line) => {
        const [word = '', before = '', after = '', noun] = line.split('\t');
        return [word, { before, after, noun: noun !== undefined }];
      }),
  );
  return words;
}

/** Behind the end of a word that stands twice: before anything else a verb of its own may begin (学生｜生了病). */
const ends = /^(?:$|[，。；：、！？）”\n])/;

let tails: ReadonlyMap<string, string> | undefined;

/** By the last character of words that nobody ends twice, the first ones: 约 by 合, 项 by 事. */
function isTail(before: string, character: string): boolean {
  tails ??= new Map(
    lexicon()
      .tails.split('\n')
      .map((line) => [line.charAt(0), line.slice(1)]),
  );
  return before !== '' && tails.get(character)?.includes(before) === true;
}

/** Behind these no verb doubles for a while (论证论证): 反复论证, 进行调查. */
const onceBehind = /(?:反复|多次|一再|再三|进行了?|予以|加以|给予|开展了?)$/;

/** What makes a thing of a verb or tells it from others of its kind: 实施实施细则, 参与参与式预算, 培育增长增长极. */
const ofCompound =
  /^(?:[式性度值极点者率量法权力期品书令单型化费额舱版室站员界线级]|国(?!家|内|际|庆)|方(?![便面向])|人(?!民|们|口|数|类|士)|会(?!议|上|见)|组(?!织|成)|算法|学习|细则|办法|方案|意见|条例|通道|机制|主体|单位|机构|平台|标准|目录|清单|指南|计划)/;

/** What nothing makes a thing of, whatever follows: 进行进行单循环赛, 我们我们组. */
const noThing =
  /^(?:由于|因为|所以|但是|而且|并且|虽然|如果|只要|只有|无论|不仅|不但|以及|[我你他她它咱]们|大家|[这那][个些样种里]|其中|其他|此外|另外|同时|因此|为了|对于|关于|根据|按照|随着|作为|成为|已经|正在|将会|可以|能够|应该|应当|必须|进行)$/;

/** 了了这桩心事, 了了夙愿: the first 了 is the verb, to settle. */
const settles =
  /^[这那此]?[一几]?[桩件段份场笔]?(?:多年|毕生|老人)?的?(?:心[事愿]|[夙宿]愿|宿怨|恩怨|旧[账怨]|[债案]|官司)/;

/** Measure words, which double behind 一 alone: 一条条, and 第一条条 by mistake. */
const MEASURES = '个条座名位只艘辆台所项种';
const counts = /(?:第[零〇一二三四五六七八九十百千\d]{1,6}|[二两三四五六七八九十百千万亿\d])$/;

/** What stands before 是是 and a thing that is named by mistake alone (他是是个, 这是是一个); 凡是是个, 是不是是一个 are right. */
const isPronoun = (character: string): boolean => '这那此他她它我你'.includes(character);

/** Something of three to eight Han characters twice; a name, a clause. */
const longWord = /([\u3400-\u9fff]{3,8})\1/g;
const shortWord = /(?=(([\u3400-\u9fff]{1,2})\2))/g;

/** Words that stand twice in a row by mistake, in order, across the end of a line too. Nothing in a text that is not Chinese. */
export const doubledWordsIn = keptByText((text, prose): readonly Doubled[] => {
  if (!isChineseProse(prose)) return nothing;
  const found = text.includes('\n')
    ? acrossLines(text, (joined) => repeatedIn(joined, walk(joined)))
    : repeatedIn(text, walkedOf(prose));
  if (found.length === 0) return nothing;
  return found.flatMap((one) => {
    const lineEnd = lineEndIn(text, one.from, one.to);
    if (lineEnd < 0) return [{ ...one, middle: one.from + one.word.length, lineEnd }];
    if (!wraps(text, one.word)) return [];
    // A line that ends between the two belongs to neither.
    const middle = one.from + one.word.length + (lineEnd < one.from + one.word.length ? 1 : 0);
    return [{ ...one, middle, lineEnd }];
  });
});

function repeatedIn(text: string, { short, long }: Walked): readonly Doubled[] {
  return short || long ? doubledIn(text, short, long) : nothing;
}

const nothing: readonly Doubled[] = [];

/**
 * Whether the lines of a text are one text that was wrapped, in which no word stands twice: lines of a song, of a poem or
 * of a list may begin as the last one ended. No line begins with 的 and 了.
 */
function wraps(text: string, word: string): boolean {
  if (word === '的' || word === '了') return true;
  return isWrapped(text) && (word.length <= 2 || /[。！？…][”’」』）]?\s*$/.test(text));
}

function doubledIn(text: string, isShort: boolean, isLong: boolean): readonly Doubled[] {
  const found: Doubled[] = [];
  const note = (from: number, word: string, tail = false): void => {
    const middle = from + word.length;
    found.push({ from, middle, to: middle + word.length, word, lineEnd: -1, tail });
  };
  for (const { 0: both, 1: word = '', index: from } of isLong ? matchesOf(text, longWord) : []) {
    // 哈哈哈哈哈哈, 一步步一步步, and words that are doubled themselves.
    if (/^一|^(.{1,2})\1/.test(word) || text.startsWith(word, from + both.length)) continue;
    // 第一军第一军的第一师, 第一军第一师: what is numbered at each level.
    if (/第[零〇一二三四五六七八九十]/.test(word)) continue;
    note(from, word);
  }
  for (const { 1: both = '', 2: word = '', index: from } of isShort ? matchesOf(text, shortWord) : []) {
    const neighbours = listed().get(word);
    const to = from + both.length;
    const before = text.charAt(from - 1);
    if (neighbours === undefined && word.length === 1 && isBodyTwice(text, from, to)) {
      note(from, word, true);
      continue;
    }
    if (neighbours === undefined && word.length === 1 && isTail(before, word)) {
      // 寻寻觅觅 doubles both.
      if (ends.test(text.charAt(to)) && before !== text.charAt(from - 2)) note(from, word, true);
      continue;
    }
    if (
      word.length === 2 &&
      neighbours?.noun !== true &&
      !noThing.test(word) &&
      ofCompound.test(text.slice(to, to + 2))
    )
      continue;
    if (neighbours === undefined && word.length === 2 && onceBehind.test(text.slice(Math.max(0, from - 3), from)))
      note(from, word, true);
    if (neighbours === undefined || found.some((one) => one.from < to && one.to > from)) continue;
    const after = text.charAt(to);
    // 是是非非, 和和气气: Chinese doubles both.
    if (word.length === 1 && after !== '' && after === text.charAt(to + 1)) continue;
    // Three in a row are somebody's excitement.
    if (text.startsWith(word, to) || text.endsWith(word, from)) continue;
    if (isOwnCompound(text, from, to, word)) continue;
    const measures = MEASURES.includes(word);
    if (measures && !counts.test(text.slice(Math.max(0, from - 7), from))) continue;
    const named = word === '是' && isPronoun(before) && /^(?![非否不是])\p{Script=Han}/u.test(after);
    if (!named && !measures && before !== '' && neighbours.before.includes(before)) continue;
    if (!named && after !== '' && neighbours.after.includes(after)) continue;
    if (neighbours.noun && !goesOn.test(text.slice(to, to + 1))) continue;
    if (word === '对' && !(hanBefore(text, from) && hanAt(text, to))) continue;
    if (word.length === 1 && !/[\u3400-\u9fff]/.test(before + after)) continue;
    if (word === '了' && (!/[\u3400-\u9fff]/.test(before) || settles.test(text.slice(to, to + 12)))) continue;
    note(from, word, isThing(word) && !goesOnAlone(text, to));
  }
  return found.sort((a, b) => a.from - b.from);
}
