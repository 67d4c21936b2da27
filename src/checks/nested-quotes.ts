import { hanAt } from '../model/characters.ts';
import { matchesOf } from '../model/matches.ts';
import type { Prose } from '../model/prose.ts';
import { type Draft, defineCheck } from './check.ts';
import { chineseRules } from './copy/chinese-rules.ts';
import { isEnglish } from './copy/english.ts';
import { nestedPairs, type Pair } from './copy/nested-pairs.ts';
import { findSlips } from './copy/slips.ts';
import { isTraditional } from './words/nonstandard.ts';
import { writesSimplified } from './words/simplified.ts';

type Message =
  | 'quotes'
  | 'outside'
  | 'single'
  | 'titles'
  | 'brackets'
  | 'colon'
  | 'award'
  | 'paper'
  | 'topic'
  | 'replace';

/** What marks of a kind become inside their like, and what they are called when the other way round. */
const INNER: Readonly<Record<string, string>> = { '“': '‘’', '‘': '“”', '《': '〈〉', '〈': '《》' };

const slipsIn = findSlips<Message>([
  {
    message: 'award',
    severity: 'warning',
    inTitles: true,
    needs: ['奖》', '项》', '杯》', '号》', '》称号', '》荣誉', '》奖项'],
    pattern:
      /(?<=(?:荣获|获得?|获评|斩获|颁发|授予|评为|捧得|捧回|夺得|摘得|折桂|申报|入选|参评|角逐)[^，。；：！？《》“”]{0,10})《[^《》“”，。；！？]{1,20}(?:奖|奖项|杯|称号)》|(?<=(?:荣获|获得?|授予|评为)[^，。；：！？《》“”]{0,10})《[^《》“”，。；！？]{1,20}》(?=(?:荣誉)?称号|奖项)|《[^《》“”，。；！？]{1,16}(?:集体|个人|单位|标兵|工作者|劳动者|模范|能手|[县乡镇村市]|社区|家庭|企业|学校|青年)》(?=(?:荣誉)?称号)/g,
    judge: ({ 0: actual }) => ({ instead: withoutMarks(actual) }),
  },
  {
    message: 'paper',
    severity: 'warning',
    inTitles: true,
    needs: ['证》', '照》', '本》', '簿》', '牌》'],
    pattern:
      /《[^《》“”，。；！？]{0,12}(?:身份证|营业执照|驾驶证|驾照|毕业证|结婚证|居住证|健康证|准考证|户口[本簿]|[船海][员士]证|[记学][者生]证|教师证|工作证|军官证|资格证|许可证|房产证|通行证|上岗证|合格证|导游证|[^《》金银铜王品底招门骨纸打]牌(?=》\p{Script=Han}))》(?!(?:一[书文篇词]|第|这|作者|剧|电影|片|的))/gu,
    judge: ({ 0: actual }) => ({ instead: [actual.slice(1, -1)] }),
  },
  {
    message: 'topic',
    severity: 'info',
    inTitles: true,
    needs: ['为题', '为主题'],
    pattern:
      /(?<=以)《[^《》]{1,40}》(?=为主?题的?(?:(?:主题|系列|演讲|征文|宣讲|宣传|教育)?活动|宣传|讲座|讨论|座谈|研讨|培训|论坛|班会))/g,
    judge: ({ 0: actual }) => ({ instead: [`“${actual.slice(1, -1)}”`] }),
  },
  {
    message: 'colon',
    severity: 'info',
    needs: ['：'],
    holds: /：[^“”。！？；：\n]{2,60}：/,
    // Two colons of one sentence, the second of which the first still governs.
    pattern:
      /(?<=(?:说|表示|指出|强调|认为|介绍|提出|告诉|宣布|透露|回答|写道|回忆道?|坦言|感慨|解释|建议|补充道?|直言|总结道?|笑道|提醒|叮嘱|告诫|要求|通报|嘱咐|呼吁|承诺|反映|认为)：[^“”。！？；：\n]{2,60})：(?!\d|\s*$)/g,
    judge: () => ({}),
  },
]);

export const nestedQuotes = defineCheck({
  id: 'nested-quotes',
  title: { en: 'Marks inside marks', zh: '标点套用' },
  summary: {
    en: 'Inside “ ” stand ‘ ’, inside 《 》 stand 〈 〉; 《 》 are for works alone.',
    zh: '引号套用外双内单，书名号套用外双内单；不是作品的不用书名号。',
  },
  source: 'GB/T 15834—2011 4.7.3.4, 4.8.3.4, 4.9.3.6, 4.15.3.5, A.13',
  scope: 'passage',
  severity: 'error',
  mistake: 'mark',
  triggers: '“《〈（(：',
  messages: {
    quotes: { en: 'Quotation marks inside others are {inner}', zh: '引号里再用引号，应为{inner}' },
    outside: { en: 'The outer quotation marks should be “ ”, with ‘ ’ inside', zh: '引号套用时外面用“”，里面用‘’' },
    titles: { en: 'A title inside a title takes {inner}', zh: '书名号里再用书名号，应为{inner}' },
    single: {
      en: 'A title stands in 《 》; 〈 〉 are for a title inside another',
      zh: '书名号用《》，〈〉只用在《》之内',
    },
    brackets: {
      en: 'Brackets inside brackets: make the outer ones ［ ］, or do without one pair',
      zh: '括号里又用同样的括号，外层宜改用［ ］，或改写句子',
    },
    colon: {
      en: 'Two colons in one sentence: a comma will do for the first',
      zh: '一句话里套用冒号，前一个可以改用逗号',
    },
    award: {
      en: 'An award is not a work: leave out 《 》',
      zh: '奖项、称号不是作品，不用书名号',
    },
    paper: {
      en: 'A certificate or a brand is not a work: leave out 《 》',
      zh: '证件、品牌不是作品，不用书名号',
    },
    topic: {
      en: 'A topic takes “ ”: 《 》 are for works',
      zh: '话题用引号；书名号用于作品',
    },
    replace: { en: 'Write {instead}', zh: '改为{instead}' },
  },
  *run({ prose }, { house }) {
    const pairs = nestedPairs(prose.text);
    yield* pairs.length === 0 ? slipsIn(prose) : draftsOf(prose, pairs, isEnglish(prose.text, house));
    if (prose.text.includes('〈') && writesSimplified(house)) yield* singleTitles(prose);
  },
});

/** 〈节水办法〉: the inner marks around a title that stands in no other. Traditional Chinese has them for articles and poems. */
function* singleTitles(prose: Prose): Iterable<Draft<Message>> {
  const { text } = prose;
  // Whoever writes both kinds in a paragraph tells a chapter from its book.
  if (/[《》]/.test(text) || isTraditional(prose)) return;
  const holds = chineseRules(text);
  for (const { 0: actual, index: from } of matchesOf(text, /〈\p{Script=Han}[^〈〉《》，。；：！？\n]{1,30}〉/gu)) {
    const inQuotation = text.lastIndexOf('“', from) > text.lastIndexOf('”', from);
    if (inQuotation || !holds(from) || /^〈[一二三四五六七八九十百上中下甲乙丙丁]{1,3}〉$/.test(actual)) continue;
    const to = from + actual.length;
    const edits = [
      { from, to: from + 1, text: '《' },
      { from: to - 1, to, text: '》' },
    ];
    yield {
      message: 'single',
      data: { instead: '《…》' },
      severity: 'warning',
      at: prose.at(from, to),
      fixes: [{ title: 'replace', safe: false, prose: edits }],
    };
  }
}

function* draftsOf(prose: Prose, pairs: readonly Pair[], english: boolean): Iterable<Draft<Message>> {
  const { text } = prose;
  const holds = chineseRules(text);
  for (const pair of pairs) {
    const fault = english && pair.mark === '“' ? faultInEnglish(text, pair) : faultOf(text, pair);
    // Other marks are those of Chinese.
    if (fault === undefined || (!(english && pair.mark === '“') && !holds(pair.open))) continue;
    const { message, marks, safe, severity } = fault;
    const edits = [
      { from: pair.open, to: pair.open + 1, text: marks.charAt(0) },
      { from: pair.close, to: pair.close + 1, text: marks.charAt(1) },
    ];
    const data = { inner: [...marks].join(' '), instead: [...marks].join('…') };
    const draft: Draft<Message> = {
      message,
      data,
      at: prose.at(pair.open, pair.close + 1),
      ...(severity ? { severity } : {}),
      fixes: marks === '' ? [] : [{ title: 'replace', safe, prose: edits }],
    };
    yield draft;
  }
  yield* slipsIn(prose);
}

function withoutMarks(actual: string): readonly string[] {
  const name = actual.slice(1, -1);
  return [name, `“${name}”`];
}

/** “a “floating” school”: as words stand between the marks on both sides, none of them was turned the wrong way. */
function faultInEnglish(text: string, { open, close, outer }: Pair): Fault | undefined {
  if (outer.mark !== '“') return undefined;
  const opens = /[\s(—]/.test(text.charAt(open - 1)) && /\w/.test(text.charAt(open + 1));
  const closes = /[\w,.!?]/.test(text.charAt(close - 1)) && /[\s,.;:!?)”—]/.test(text.charAt(close + 1));
  return opens && closes ? { message: 'quotes', marks: INNER['“'] ?? '', safe: false, severity: 'warning' } : undefined;
}

interface Fault {
  readonly message: Message;
  readonly marks: string;
  readonly safe: boolean;
  readonly severity?: 'warning' | 'info';
}

function faultOf(text: string, { open, close, mark, outer }: Pair): Fault | undefined {
  const same = outer.mark === mark;
  if (mark === '“' || mark === '‘') {
    if (!same || isBetweenQuotations(text, outer.open + 1, open, close, outer.close)) return undefined;
    // A title between them begins anew: “《海州“长渠”志》”.
    const before = text.slice(Math.max(outer.open, open - 100), open);
    if (before.lastIndexOf('《') > before.lastIndexOf('》')) return undefined;
    const certain =
      close + 1 === outer.close || /[说道称问：:]$/.test(text.slice(Math.max(0, outer.open - 1), outer.open));
    return { message: 'quotes', marks: INNER[mark] ?? '', safe: certain };
  }
  if (mark === '《' || mark === '〈')
    return same ? { message: 'titles', marks: INNER[mark] ?? '', safe: true } : undefined;
  // The brackets of an institution's own name, and those with a number or a letter, stay.
  const inner = text.slice(open + 1, close);
  if (!/\p{Script=Han}/u.test(inner) || inner.length < 2 || !'（'.includes(mark)) return undefined;
  return { message: 'brackets', marks: '', safe: false, severity: 'info' };
}

/**
 * Whether what looks like a quotation inside another is what stands between two, whose marks were turned the wrong
 * way: `“甲“和”乙”`.
 */
function isBetweenQuotations(text: string, from: number, open: number, close: number, end: number): boolean {
  const between = text.slice(open + 1, close);
  if (open === from || close + 1 === end) return !/[\p{Script=Han}\p{L}\d]/u.test(between);
  return (
    /^[，。、；：！？]/.test(between) ||
    /^(?:和|与|及|或|以及|还有|、|到|至|的)$/.test(between) ||
    !hanAt(text, open + 1)
  );
}
