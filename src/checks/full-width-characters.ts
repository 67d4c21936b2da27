import { isChineseHouse } from '../house/language.ts';
import { classAt, DIGIT, HAN, hanAt, isChinese, LETTER } from '../model/characters.ts';
import { isChineseProse } from '../model/kept.ts';
import { matchesOf } from '../model/matches.ts';
import type { Prose } from '../model/prose.ts';
import { type Draft, defineCheck } from './check.ts';
import { cluesOf, mayHold } from './copy/clues.ts';

/** Digits and letters of full width, and their full stop. */
const wideCharacters = cluesOf([
  ...'０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ．',
]);
const wideColon = cluesOf(['#：#']);
const wideMark = cluesOf(['#。#', '#，#']);

export const fullWidthCharacters = defineCheck({
  id: 'full-width-characters',
  title: { en: 'Full-width characters', zh: '全角字符' },
  summary: {
    en: 'Letters, digits, times and English sentences are written in half-width characters.',
    zh: '字母、数字、时刻和英文句子用半角。',
  },
  source: 'GB/T 15835—2011 4',
  scope: 'passage',
  severity: 'warning',
  mistake: 'mark',
  triggers:
    '０１２３４５６７８９：．，；％。、？！（）ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
  options: {
    percent: {
      type: 'choice',
      values: ['any', 'half'],
      default: 'any',
      about: {
        en: 'The percent sign behind a number: `half` (`59%`), or `any`, as some papers have `％`.',
        zh: '数字后的百分号：half 用半角“%”，any 都可以（有的报社用“％”）。',
      },
    },
  },
  messages: {
    wide: {
      en: '`{actual}` is written in full-width characters: write `{expected}`',
      zh: '“{actual}”用了全角字符，应为“{expected}”',
    },
    time: {
      en: 'A time takes a half-width colon: write `{expected}`',
      zh: '时刻用半角冒号：“{actual}”应为“{expected}”',
    },
    mark: {
      en: 'English text takes half-width marks: write `{expected}`',
      zh: '英文用半角标点：“{actual}”应为“{expected}”',
    },
    replace: { en: 'Write `{expected}`', zh: '改为“{expected}”' },
  },
  run({ prose }, { options, house }) {
    const halfPercent = options.percent === 'half';
    // Every paragraph has a comma; few have a letter, a digit or a time of full width, or English.
    const may =
      mayHold(prose.text, wideCharacters) ||
      mayHold(prose.text, wideColon) ||
      mayHold(prose.text, wideMark) ||
      (halfPercent && prose.text.includes('％')) ||
      englishQuotation.test(prose.text) ||
      !isChineseProse(prose);
    return may ? draftsOf(prose, halfPercent, isChineseHouse(house)) : [];
  },
});

type Message = 'wide' | 'time' | 'mark' | 'replace';

/** 马太福音5：12: books that are cited by chapter and verse. */
const SCRIPTURE =
  /(?:福音|诗篇|创世[记纪]|箴言|启示录|行传|[以耶但何约亚弥那哈西该玛罗哥加弗腓帖提多门来雅彼犹][^，。；：]{0,3}书)$/;

/** How a quotation of English begins. */
const englishQuotation = /“[^“”\u3400-\u9fff]{12}/;

function* draftsOf(prose: Prose, halfPercent: boolean, chineseHouse: boolean): Iterable<Draft<Message>> {
  const { text } = prose;
  const draft = (
    message: 'wide' | 'time' | 'mark',
    from: number,
    actual: string,
    expected: string,
  ): Draft<Message> => ({
    message,
    data: { actual, expected: expected.trim() },
    at: prose.at(from, from + actual.length),
    fixes: [{ title: 'replace', safe: true, prose: [{ from, to: from + actual.length, text: expected }] }],
  });
  if (fullWidth.test(text)) {
    for (const { 0: actual, index } of matchesOf(text, wide)) {
      const expected = actual.normalize('NFKC');
      if (fullWidth.test(actual) && expected !== actual && isNumberOrWord(actual))
        yield draft('wide', index, actual, expected);
    }
  }
  if (mayHold(text, wideColon)) {
    // 《马太福音》5：12 is a verse.
    for (const { 0: actual, index } of matchesOf(text, time))
      if (text.charAt(index - 1) !== '》' && !SCRIPTURE.test(text.slice(Math.max(0, index - 5), index)))
        yield draft('time', index, actual, actual.replaceAll('：', ':'));
  }
  if (mayHold(text, wideMark))
    for (const { 0: actual, index } of matchesOf(text, brokenNumber)) {
      const expected = actual.replace('。', '.').replaceAll('，', ',');
      yield {
        ...draft('wide', index, actual, expected),
        ...(actual.includes('，') ? { severity: 'info' as const } : {}),
      };
    }
  if (halfPercent) for (const { index } of matchesOf(text, /(?<=\d)％/g)) yield draft('wide', index, '％', '%');
  for (const { from, to } of englishIn(text, chineseHouse)) {
    for (const { 0: actual, index } of text.slice(from, to).matchAll(/[，；：？！（）。、]/g)) {
      const at = from + index;
      const opens = actual === '（';
      const word = opens ? classAt(text, at + 1) : classAt(text, at - 1);
      if ((word & (LETTER | DIGIT)) === 0 && !/[)"'”’]/.test(text.charAt(at - 1))) continue;
      const next = text.charAt(at + 1);
      const half = HALF[actual] ?? actual.normalize('NFKC');
      const gap = /[\p{L}\d“"]/u.test(next) && at + 1 < to;
      if (opens) yield draft('mark', at, actual, /\S/.test(text.charAt(at - 1)) ? ` ${half}` : half);
      else yield draft('mark', at, actual, gap ? `${half} ` : half);
    }
  }
}

const fullWidth = /[０-９Ａ-Ｚａ-ｚ．]/;
/** Digits and letters of full width, with what stands in a number. */
const wide = /[0-9０-９Ａ-Ｚａ-ｚ]{1,40}(?:[．：][0-9０-９]{1,20}){0,2}％?/g;
/** `6：45`: an hour, and two digits of minutes. */
const time = /(?<![0-9０-９.]|[0-9０-９][:：])(?:[01]?\d|2[0-4])：[0-5]\d(?:：[0-5]\d)?(?![0-9０-９：:.])/g;

/** `１２．５％`, `３：２`, `ＧＤＰ`; a full-width colon alone is no reason: scores of papers are set with it. */
function isNumberOrWord(actual: string): boolean {
  return /[０-９Ａ-Ｚａ-ｚ]/.test(actual) || /\d．\d/.test(actual);
}

/** Marks of Chinese whose like in English is no form of them. */
const HALF: Readonly<Record<string, string>> = { '。': '.', '、': ',' };

/** `0。46`, `10，000元`: the mark inside a number. A comma may part two numbers, so only with what is counted. */
const brokenNumber =
  /(?<![\d.]|\d[。，])0。\d{1,4}(?!\d)|(?<![\d.]|\d[。，])[1-9]\d{0,2}(?:，\d\d\d){1,3}(?=[元人名个亩吨户公米万亿件套台棵只斤])/g;

/** Where a text is English: all of it, or a sentence that stands in quotation marks. */
function englishIn(text: string, chineseHouse: boolean): readonly { readonly from: number; readonly to: number }[] {
  // A label in a Chinese article (`GitHub：…`) is no sentence.
  if (!isChinese(text) && !hasHan(text)) return !chineseHouse || isSentence(text) ? [{ from: 0, to: text.length }] : [];
  return [...matchesOf(text, /“([^“”]{12,400})”/g)]
    .filter(([, said = '']) => !hasHan(said) && (said.match(/[A-Za-z’']{1,40}(?:[ ，。]|$)/g)?.length ?? 0) > 3)
    .map(({ 0: quoted, index }) => ({ from: index + 1, to: index + quoted.length - 1 }));
}

/** Two pairs of words of which the second is not capitalised. */
function isSentence(text: string): boolean {
  return (text.match(/[A-Za-z’']{1,40} [a-z]{1,40}(?![a-z@])/g)?.length ?? 0) > 1;
}

function hasHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (hanAt(text, i) || (classAt(text, i) & HAN) !== 0) return true;
  return false;
}
