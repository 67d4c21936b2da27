import { findSlips } from './slips.ts';
import { isBetweenForeign } from './transliteration.ts';

type EventMessage = 'event' | 'history' | 'dot' | 'plain' | 'and' | 'write';

/** What a day may name. After a price or a version none of these stands. */
const EVENTS =
  '(?=(?:特大|重大|大|暴力|恐怖|恐袭|交通|爆炸|火灾|沉船|矿难|空难)?(?:事件|惨案|血案|案(?![例件板由值])|事故|晚会|大?地震|(?!级)[\\u4e00-\\u9fff]{2,3}大?地震|特大暴雨|暴雨|洪灾|台风|震灾|枪击|恐袭|袭击|空难|矿难|洪灾|讲话|运动|事变|国家公祭|消防日|国际消费者|打假))';

/** The days that an event may have: a month and a day in digits. */
function isDay(month: string, day: string): boolean {
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}

/** 2008地震 and 1120案: four digits are a day where their month has two and an event follows that has no number. */
function isYear(digits: string, text: string, index: number): boolean {
  return digits.length > 3 && (!/^1[0-2]/.test(digits) || /^案/.test(text.slice(index + digits.length)));
}

/** Events of history whose name is written in characters. */
const HISTORY: Readonly<Record<string, string>> = {
  '5.4': '五四',
  '5.30': '五卅',
  '7.7': '七七',
  '8.13': '八一三',
  '9.18': '九一八',
  '12.9': '一二·九',
  '1.28': '一·二八',
};

/** Days in characters that are said together, and how they are written. */
const IN_CHARACTERS: Readonly<Record<string, string>> = {
  一二九: '一二·九',
  一二八: '一·二八',
  一一七: '一一·七',
};

/** Events that are named by their day: “9·15”事件, “3·15”晚会, 一二·九运动, 五一劳动节. */
export const eventSlipsIn = findSlips<EventMessage>([
  {
    message: 'event',
    fixTitle: 'write',
    needs: ['.', '．', '·', '•', '-', '事件', '惨案', '事故', '地震', '晚会'],
    with: [...'特重大暴恐交爆火沉矿空事惨血案晚洪台震枪袭讲运国消打'].map((first) => `#${first}`).concat('地震'),
    holds: new RegExp(`\\d${EVENTS}`),
    pattern: new RegExp(
      `(?<![\\d.．·•/A-Za-z“‘-]|\\d[:：]|规模|規模|震[级級]|[里芮]氏)(?:(\\d{1,2})[.．·•-](\\d{1,2})|(?:(1[0-2]|[1-9])([0-3]\\d)))(?![\\d.．·•%％])${EVENTS}`,
      'g',
    ),
    judge({ 0: actual, 1: month, 2: day, 3: bareMonth, 4: bareDay, index }, text) {
      const [m = '', d = ''] = month === undefined ? [bareMonth, bareDay] : [month, day];
      if (!isDay(m, d)) return undefined;
      const history = HISTORY[`${Number(m)}.${Number(d)}`];
      if (history !== undefined && /^(?:运动|事变|惨案|青年节|抗战)/.test(text.slice(index + actual.length)))
        return { message: 'history', instead: [history] };
      // Three or four digits alone may count: 915事件 is a day, 120起事件 is not, and 2008地震 is a year.
      if (month === undefined && (/[第共达为约近超的起]$/.test(text.slice(0, index)) || isYear(actual, text, index)))
        return undefined;
      return { instead: [`“${Number(m)}·${Number(d)}”`] };
    },
  },
  {
    message: 'event',
    fixTitle: 'write',
    needs: ['“#.#', '“#．#', '“##.#', '“##．#'],
    // “3.15”晚会: the marks are there, the interpunct is not. A figure in quotation marks names none.
    pattern: new RegExp(
      `“(\\d{1,2})[.．](\\d{1,2})”(?:${EVENTS}|(?=(?:国际|世界|国家|全国|全民|中国)\\p{Script=Han}{1,7}[日节]))`,
      'gu',
    ),
    judge: ([, month = '', day = '']) =>
      isDay(month, day) ? { instead: [`“${Number(month)}·${Number(day)}”`] } : undefined,
  },
  {
    message: 'dot',
    fixTitle: 'write',
    needs: ['@.@', '@．@', '@•@'],
    // “一二.九”, 一.二八: the months that may be misread have an interpunct, and this is none.
    pattern: /(?<![一二三四五六七八九十])(?:一[.．•]二八|一二[.．•](?:九|一)|一一[.．•]七)(?![一二三四五六七八九十])/g,
    judge: ({ 0: actual }) => ({ instead: [actual.replace(/[.．•]/, '·')] }),
  },
  {
    message: 'plain',
    fixTitle: 'write',
    needs: ['·', '•', '.'],
    with: ['@·@', '@•@', '@.@', '@．@'],
    pattern:
      /(?<![一二三四五六七八九十])[二三四五六七八九十][·•.．][一二三四五六七八九十]{1,3}(?=”?(?:国际|劳动|精神|运动|青年节|儿童节|建军节|国庆|事变|惨案|妇女节|前夕|期间|假期|长假|小长假|黄金周|放假|表彰|慰问))/g,
    judge: ({ 0: actual }) => ({ instead: [actual.replace(/[·•.．]/, '')] }),
  },
  {
    message: 'event',
    fixTitle: 'write',
    needs: Object.keys(IN_CHARACTERS),
    pattern: /(?:一二九|一二八|一一七)(?=运动|抗战|事变|事件|惨案|学生运动)/g,
    judge: ({ 0: actual }) => ({ instead: [IN_CHARACTERS[actual] ?? actual] }),
  },
  {
    message: 'and',
    fixTitle: 'write',
    severity: 'info',
    needs: ['·'],
    // 水星·金星·地球和火星: what interpuncts part takes no 和. Parts of a name are not all as long.
    pattern:
      /(?<=(?:^|[^\p{Script=Han}·])(\p{Script=Han}{2,4})·\p{Script=Han}{2,4}·\p{Script=Han}{2,4})[和与](?=(\p{Script=Han}{2,4})(?:$|[^\p{Script=Han}]))/gu,
    judge: ({ 1: first = '', 2: last = '', index }, text) =>
      first.length === last.length && !isBetweenForeign(text, text.lastIndexOf('·', index))
        ? { instead: ['·'] }
        : undefined,
  },
]);
