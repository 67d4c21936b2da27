import { classAt, HAN, hanAt, isChinese, LETTER } from '../model/characters.ts';
import { type Draft, defineCheck } from './check.ts';

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
    '０１２３４５６７８９：．，；％ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
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
  *run({ prose }) {
    const { text } = prose;
    const draft = (
      message: 'wide' | 'time' | 'mark',
      from: number,
      actual: string,
      expected: string,
    ): Draft<'wide' | 'time' | 'mark' | 'replace'> => ({
      message,
      data: { actual, expected: expected.trim() },
      at: prose.at(from, from + actual.length),
      fixes: [{ title: 'replace', safe: true, prose: [{ from, to: from + actual.length, text: expected }] }],
    });
    // Every paragraph has a comma; few have a letter, a digit or a time of full width.
    if (fullWidth.test(text)) {
      for (const { 0: actual, index } of text.matchAll(wide)) {
        const expected = actual.normalize('NFKC');
        if (fullWidth.test(actual) && expected !== actual && isNumberOrWord(actual))
          yield draft('wide', index, actual, expected);
      }
    }
    if (/\d：\d/.test(text)) {
      for (const { 0: actual, index } of text.matchAll(time))
        yield draft('time', index, actual, actual.replaceAll('：', ':'));
    }
    if (isChinese(text) || hasHan(text)) return;
    for (const { 0: actual, index } of text.matchAll(/[，；：？！（）]/g)) {
      if ((classAt(text, index - 1) & LETTER) === 0) continue;
      const next = text.charAt(index + 1);
      const half = actual.normalize('NFKC');
      yield draft('mark', index, actual, /[，；：？！]/.test(actual) && /[\p{L}\d]/u.test(next) ? `${half} ` : half);
    }
  },
});

const fullWidth = /[０-９Ａ-Ｚａ-ｚ．]/;
/** Digits and letters of full width, with what stands in a number. */
const wide = /[0-9０-９Ａ-Ｚａ-ｚ]{1,40}(?:[．：][0-9０-９]{1,20}){0,2}％?/g;
/** `6：45`: an hour, and two digits of minutes. */
const time = /(?<![0-9０-９：:.])(?:[01]?\d|2[0-4])：[0-5]\d(?:：[0-5]\d)?(?![0-9０-９：:.])/g;

/** `１２．５％`, `３：２`, `ＧＤＰ`; a full-width colon alone is no reason: scores of papers are set with it. */
function isNumberOrWord(actual: string): boolean {
  return /[０-９Ａ-Ｚａ-ｚ]/.test(actual) || /\d．\d/.test(actual);
}

function hasHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (hanAt(text, i) || (classAt(text, i) & HAN) !== 0) return true;
  return false;
}
