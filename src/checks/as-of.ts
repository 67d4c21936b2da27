import { isInside } from '../model/addresses.ts';
import { matchesOf } from '../model/matches.ts';
import type { Prose } from '../model/prose.ts';
import { defineCheck } from './check.ts';
import { chineseRules } from './copy/chinese-rules.ts';
import { quotedIn } from './copy/quoted.ts';

/** 截止 at the head of a clause: 报名截止 and 已于昨日截止 are something else. */
const heads = /(?<![\u3400-\u9fff\uFFFC])截止[到至]?/g;

/** What a time begins with. */
const time =
  /^(?:北京时间|当地时间|公元)?(?:[0-9０-９〇零一二三四五六七八九十]{1,4}[年月日号时点]|目前|当前|现在|眼下|今[天日年晚早]|昨[天日晚]|前[天日]|去年|上[午月周]|[中下]午|当[天日晚时]|此时|[\u3400-\u9fff]{0,2}发稿|[年月]底|本[月周年季]|周[一二三四五六日]|收盘|统计)/;

/** What a time is made of, and what is said of it, besides what is so by then. */
const timeParts =
  /[0-9０-９〇零一二三四五六七八九十]+|[年月日号时点分秒周]|北京时间|当地时间|目前|当前|现在|今[天日晚早]|昨[天日晚]|发稿|[上中下]午|[晚早]上?|[底前后末]|为?止|左右|统计|收盘/g;

/** How many characters besides the time make a statement of a clause without a comma. */
const STATEMENT = 3;

export const asOf = defineCheck({
  id: 'as-of',
  title: { en: 'As of or until', zh: '截至和截止' },
  summary: {
    en: 'What is so by a certain time is said with 截至; 截止 is the end itself: 报名截止, 截止日期.',
    zh: '表示到某时为止的情况用“截至”；“截止”是到期停止：“报名截止”“截止日期”。',
  },
  source: '现代汉语词典',
  scope: 'passage',
  severity: 'error',
  mistake: 'word',
  triggers: '截',
  messages: {
    until: { en: 'Before a time `{actual}` should be `截至`', zh: '时间前的“{actual}”应为“截至”' },
    replace: { en: 'Write `截至`', zh: '改为“截至”' },
  },
  *run({ prose }) {
    const { text } = prose;
    const isProse = chineseRules(text);
    for (const { 0: actual, index: from } of matchesOf(text, heads)) {
      const to = from + actual.length;
      const clause = /^[^，。；！？\n]*/.exec(text.slice(to))?.[0] ?? '';
      if (!time.test(clause) || !isProse(from) || isQuotedForItsWords(prose, to)) continue;
      // 截止6月30日。 is a date by which something ends.
      const goesOn = text.charAt(to + clause.length) === '，';
      if (!goesOn && clause.replace(timeParts, '').length < STATEMENT) continue;
      yield {
        message: 'until',
        data: { actual },
        at: prose.at(from, to),
        fixes: [
          {
            title: 'replace',
            safe: !isInside(quotedIn(prose), from),
            prose: [{ from, to, text: '截至' }],
          },
        ],
      };
    }
  },
});

/** “截止今天”这几个字, “截止目前”的说法: what is quoted is spoken of. */
function isQuotedForItsWords(prose: Prose, at: number): boolean {
  const quotation = quotedIn(prose).find(({ start, end }) => start < at && at < end);
  if (quotation === undefined) return false;
  return /^(?:这[一几两三四]?个?[字词句]|一[词语]|的?(?:写法|说法|用法)|应[为作改]|有误|是?[写用]?错)/.test(
    prose.text.slice(quotation.end, quotation.end + 6),
  );
}
