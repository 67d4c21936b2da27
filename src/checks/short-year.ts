import { defineCheck } from './check.ts';
import { findSlips } from './copy/slips.ts';
import { writesSimplified } from './words/simplified.ts';

type Message = 'short' | 'apostrophe' | 'range' | 'replace';

/** Years of two digits up to this one are of this century, from {@link LAST} on of the last; between them nobody knows. */
const THIS = 39;
const LAST = 50;

function inFull(short: string): string | undefined {
  const year = Number(short);
  if (year <= THIS) return `20${short}`;
  return year >= LAST ? `19${short}` : undefined;
}

/** Words before a number that make it a length of time, a count or a year of another reckoning, not a year. */
const COUNTED =
  /(?:上?世纪|年代|民国|昭和|明治|大正|平成|令和|光绪|宣统|同治|咸丰|道光|嘉庆|乾隆|雍正|康熙|徒刑|刑期|判刑|获刑|判处|历时|历经|长达|为期|用了|花了|过了|了|整整|将近|接近|大约|超过|不到|不足|至少|最近|未来|今后|此后|过去|工龄|教龄|军龄|党龄|寿命|保修|质保|租期|任期|工期|期限|年限|第|每|前|后|约|近|满|达|逾|超|干|共|间隔|相隔|时隔|连续|累计|服役|从业|从教|从军|结婚|成立|建校|建厂|坚守|扎根|苦干|奋斗)$/;

/** What names its year: 98年抗洪, 97年香港回归. */
const EVENTS =
  '(?:香港|澳门)回归|(?:北京)?(?:奥运|亚运)|世界杯|非典|抗洪|特?大?洪[水灾]|大水|雪灾|汶川|入[伍学党团]|参军|金融危机|出生|毕业|高考';
const named = new RegExp(`^(?:${EVENTS})`);

const slipsIn = findSlips<Message>([
  {
    message: 'short',
    needs: ['!##年'],
    pattern: new RegExp(
      `(?<![\\d.,/’'‘＇—～~–-]|\\d[:：])\\d\\d年(?=(?:0?[1-9]|1[0-2])月(?!底?以来的?\\d)|底(?![蕴线色气片子层])|初(?![心衷期步见次中级夏秋冬春恋一二三四五六七八九十])|末(?!端)|年[底初末]|度(?!过|假|日)|上半年|下半年|${EVENTS}|第?[一二三四]季度|[春夏秋冬][天季](?![^，。]{0,6}[前后过]))`,
      'g',
    ),
    judge({ 0: actual, index }, text) {
      if (COUNTED.test(text.slice(Math.max(0, index - 8), index))) return undefined;
      const full = inFull(actual.slice(0, 2));
      return full === undefined ? {} : { instead: [`${full}年`] };
    },
  },
  {
    message: 'short',
    needs: ['!0#年'],
    // 他02年入伍: no length of time and no count begins with a nought.
    pattern: /(?<=[\p{Script=Han}，、；。])0\d年(?![款版级前后来间代产])/gu,
    judge: ({ 0: actual, index }, text) =>
      named.test(text.slice(index + 3, index + 9)) ||
      /(?:民国|昭和|明治|大正|平成|令和|第)$/.test(text.slice(Math.max(0, index - 2), index)) ||
      /^(?:(?:0?[1-9]|1[0-2])月|[底初末度]|年[底初末]|上半年|下半年|第?[一二三四]季度|[春夏秋冬])/.test(
        text.slice(index + 3, index + 9),
      )
        ? undefined
        : { instead: [`20${actual}`] },
  },
  {
    message: 'apostrophe',
    needs: ['’##年', "'##年", '‘##年', '＇##年'],
    pattern: /(?<![A-Za-z\d])[’'‘＇]\d\d年(?!代|[来间])/g,
    judge({ 0: actual, index }, text) {
      // The opening mark of a quotation: ‘97年…’.
      if (actual.startsWith('‘') && text.slice(index, index + 200).includes('’')) return undefined;
      // The closing one: ‘柳叶渡’24年…
      const before = text.slice(Math.max(0, index - 60), index);
      if (before.lastIndexOf('‘') > before.lastIndexOf('’')) return undefined;
      const full = inFull(actual.slice(1, 3));
      return full === undefined ? {} : { instead: [`${full}年`] };
    },
  },
  {
    message: 'range',
    needs: [...'-—–~～至到'].map((joint) => `##${joint}##年`),
    pattern: /(?<![\d.,/A-Za-z—～~–-]|\d[:：])(?:19|20)\d\d[-—–~～至到]\d\d年(?!代|级|[来间])/g,
    judge([actual]) {
      const [first, joint, last] = [actual.slice(0, 4), actual.charAt(4), actual.slice(5, 7)];
      if (Number(last) <= Number(first.slice(2))) return undefined;
      return { instead: [`${first}${joint}${first.slice(0, 2)}${last}年`] };
    },
  },
]);

export const shortYear = defineCheck({
  id: 'short-year',
  title: { en: 'Year in two digits', zh: '年份简写' },
  summary: {
    en: 'A year is written with four digits: `2024年6月`, not `24年6月` or `’24年`.',
    zh: '年份写四位数字：“2024年6月”，不写“24年6月”“’24年”。',
  },
  source: 'GB/T 15835—2011 5.1.4',
  scope: 'passage',
  severity: 'warning',
  mistake: 'numeral',
  triggers: '年',
  messages: {
    short: {
      en: 'A year takes four digits: `{actual}` may be read as a length of time',
      zh: '年份写四位数字，“{actual}”也会被读成时间的长短',
    },
    apostrophe: {
      en: 'A year takes four digits and no apostrophe, which is for names of events alone: `{actual}`',
      zh: '年份写四位数字，省字号只用于活动名称：“{actual}”',
    },
    range: { en: 'Both years take four digits: write `{expected}`', zh: '两个年份都写四位数字：应为“{expected}”' },
    replace: { en: 'Write `{instead}`', zh: '改为“{instead}”' },
  },
  *run({ prose }, { house }) {
    for (const slip of slipsIn(prose)) {
      // 2025–26年度 is how budgets are called in Hong Kong.
      if (slip.message !== 'range' || writesSimplified(house)) yield slip;
    }
  },
});
