import { readFileSync } from 'node:fs';
import type { Dictionary } from './dictionary.ts';
import { neighboursOf } from './neighbours.ts';

/** Characters around a doubled word that make two words of it, though the dictionary does not say so. */
const MORE: Readonly<Record<string, readonly [before: string, after: string]>> = {
  的: ['', '确喀士哥'],
  了: ['时甚不得大罢未末受', '解结却断事望无然得如此悟若'],
  // 对对子, 一对对.
  对: ['一不配成', '子不'],
  条: ['', '状'],
  是: ['于可但还就不只都要若总凡或而也算便老先国正别既真硬即倒乃如是这那他她它我你', '非是否不'],
  把: ['一两几', ''],
  // 其其格, 他他拉: Mongolian and Manchu names.
  其: ['', '格'],
  他: ['', '拉'],
};

/**
 * Of words that follow others without being a part of them (坐在, 家的, 算了, which the dictionary has) the characters before
 * them that make a noun or an adverb, behind which the word may stand again: 目的｜的, 现在｜在. Those of 了 are above.
 */
const BEFORE: Readonly<Record<string, string>> = { 的: '目打标面端鹄之中', 在: '存现实所内外潜自健何', 了: '' };

/** Likewise behind words that the dictionary has with what follows them (已有, 也是, 在于): nouns that begin with one. */
const AFTER: Readonly<Record<string, string>> = {
  已: '知',
  也: '门许',
  在: '校职建编线押逃京华港岗场野籍册读途研',
};

/** Offices, of which the dictionary has some (水利局): 水利水利局 names one. */
const OFFICES = /[局厅委站部处办]/g;

/**
 * The list of words that are doubled by mistake alone, one a line: the word, the characters before it and after it
 * with which it makes two words that meet (目的｜的, 在｜在职); `n` for nouns, which meet compounds of their own.
 */
export function compiledDoubled(words: Dictionary): string {
  const listIn = (file: string): readonly string[] =>
    readFileSync(`src/checks/words/${file}`, 'utf8').split(/\s+/).filter(Boolean);
  const nouns = new Set(listIn('doubled-nouns.txt'));
  const neighbours = neighboursOf(words, 20, 3);
  return [...listIn('doubled-words.txt'), ...nouns]
    .map((word) => {
      const [before, after] = MORE[word] ?? ['', ''];
      const both = (some: string, more: string): string => [...new Set(some + more)].sort().join('');
      const afterIt = (AFTER[word] ?? neighbours.after(word)).replace(nouns.has(word) ? OFFICES : '', '');
      const sides = [word, both(BEFORE[word] ?? neighbours.before(word), before), both(afterIt, after)];
      return (nouns.has(word) ? [...sides, 'n'] : sides).join('\t');
    })
    .join('\n');
}

/** How often a word must have been met for its last character to be doubled by mistake. */
const MET = 50;

/**
 * Met so seldom twice, the character is none that Chinese doubles: what put it into the dictionary was a slip (生生, 行行).
 * Where the word is met so many times as often (国家 to 家家), it is the word that stands there.
 */
const SELDOM = 4;
const OFTEN = 20;

/** Whoever speaks to children doubles these, whatever stands before: 吃饭饭, 背包包. */
const TO_CHILDREN = '包车饭水果豆鸡狗猫花草球兜毛洞觉袜帽裤鞋手脚脸蛋圈';

/** Behind these the second character begins a verb that doubles: 来|讲讲, 再|看看. */
const LEADS = '来去再多想要可好先一就都也还不没请让给我你他她每试闲';

/**
 * Words of two characters that nobody ends twice: verbs, nouns, adverbs and conjunctions whose last character stands
 * is not doubled in words that are met as often (看看, 天天, 赤裸裸), by that character: `约合协公`. Family names with a given name are none.
 */
export function compiledTails(words: Dictionary): string {
  const tails = new Map<string, string>();
  for (const [word, { count, kind }] of words) {
    const [head = '', tail = ''] = word;
    if (count < MET || !/^[\u4e00-\u9fff]{2}$/.test(word) || head === tail) continue;
    if (!/^[nvdc]/.test(kind) || kind.startsWith('nr') || LEADS.includes(head)) continue;
    const twice = words.get(tail + tail)?.count ?? 0;
    if (words.has(word + tail) || (twice > SELDOM && count < OFTEN * twice)) continue;
    if (twice > 0 && TO_CHILDREN.includes(tail)) continue;
    tails.set(tail, (tails.get(tail) ?? tail) + head);
  }
  return [...tails.values()].sort().join('\n');
}
