import { foreignCharacters } from '../../model/byline/lexicon/words.ts';
import { hanAt } from '../../model/characters.ts';

/**
 * Han characters that foreign names are commonly written with, after the tables of syllables that news agencies
 * use. Characters that are common in ordinary words (的 不 了 是 在 有) are left out on purpose.
 */
const SYLLABLES = new Set(
  '阿埃艾爱安昂奥澳巴白拜班邦包保鲍贝本比彼毕宾波玻伯博布查察昌茨达戴丹当道德登邓迪蒂丁顿多恩尔法凡范菲费芬丰弗福夫盖甘冈高戈哥格根古圭哈海汉豪赫黑亨胡华怀惠霍基吉加贾简江杰金京久卡凯坎康考柯科克肯孔库奎拉莱赖兰朗劳勒雷蕾黎李里利莉丽连林琳隆卢鲁路伦罗洛马玛麦曼芒毛梅门蒙米密明缪莫墨默姆穆纳娜奈南内尼妮涅纽努诺欧帕派潘庞培佩彭蓬皮平珀普齐契奇恰钱乔切琴琼丘屈瑞萨塞桑瑟森沙莎尚绍舍申什史舒朔司丝斯思松苏孙索塔泰坦汤唐陶特滕提廷托瓦万旺威韦维魏温文翁沃乌武西希锡席夏香肖谢辛欣兴休雪雅亚延扬耶叶伊依易因英尤于雨约泽扎詹张治朱兹卓佐',
);

/** Whether a character is one that foreign names are commonly written with. */
export function isSyllable(character: string): boolean {
  return SYLLABLES.has(character);
}

/** Whether the Han characters at `from` and `to - 1` and all between are syllables of foreign names. */
function isSyllables(text: string, from: number, to: number): boolean {
  if (from < 0) return false;
  for (let i = from; i < to; i++) if (!SYLLABLES.has(text.charAt(i))) return false;
  return to > from;
}

/**
 * Whether the mark at `index` (one UTF-16 unit) stands between two parts of a foreign name, as in `马克?唐纳`: two
 * syllables on either side, and no question word.
 */
function isBetweenNames(text: string, index: number): boolean {
  return isSyllables(text, index - 2, index) && isSyllables(text, index + 1, index + 3);
}

const foreign = new Set(foreignCharacters);

/** Characters that are a part of a name by themselves: 让·雅克·卢梭, 约·翰逊. */
const ALONE = '让约德冯范凡圣伊';

/** Characters that stand in names of persons and seldom in those of places. */
const PERSONAL = '梭翰逊鸠笛歇诗绮娅芙薇黛';

const holds = (character: string): boolean =>
  foreign.has(character) || SYLLABLES.has(character) || (character !== '' && PERSONAL.includes(character));

/** How many characters of a foreign name stand together from `from` on in one direction; at most two are counted. */
function partAt(text: string, from: number, step: 1 | -1): number {
  let count = 0;
  for (let i = from; count < 2 && holds(text.charAt(i)); i += step) count++;
  return count;
}

/**
 * Whether a mark stands between two parts of a name that Chinese writes by its sound, those of China's peoples included:
 * 古丽娜尔．买买提. A part of one character counts where the name goes on behind the next: 让．雅克．卢梭.
 */
export function isBetweenForeign(text: string, index: number): boolean {
  const before = partAt(text, index - 1, -1);
  const after = partAt(text, index + 1, 1);
  if (before === 2 && after === 2) return true;
  if (after !== 2) return false;
  const chain = text.slice(index + 1, index + 9).indexOf(text.charAt(index));
  // 亚历山大.谢尔盖耶维奇.普希金: a first part that does not end as names do, before two that are.
  if (chain > 1 && before === 0 && partAt(text, index - 2, -1) === 2 && partAt(text, index + 2 + chain, 1) === 2)
    return true;
  const mark = text.charAt(index);
  const alone = index > 0 && ALONE.includes(text.charAt(index - 1));
  const next = text.slice(index + 1, index + 9).indexOf(mark);
  return alone && next > 1 && partAt(text, index + 2 + next, 1) === 2;
}

/** Whether a `?` stands where the interpunct of a foreign name was lost in a change of encoding. */
export function isLostInterpunct(text: string, index: number): boolean {
  const mark = text[index];
  return (mark === '?' || mark === '？') && hanAt(text, index + 1) && isBetweenNames(text, index);
}
