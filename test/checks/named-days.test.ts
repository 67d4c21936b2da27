import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Facts } from '../../src/checks/check.ts';
import { impossibleDate } from '../../src/checks/impossible-date.ts';
import { wrongWeekday } from '../../src/checks/wrong-weekday.ts';
import { judge } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';

const facts: Facts = { files: new Map(), now: 0 };
const plain = { ...shippedHouse('plain'), checks: {} };
const wire = { ...shippedHouse('wire'), checks: {} };
const DAY = 86_400_000;

/** What the two checks mark, and what the calendar has instead, where they say so. */
function found(text: string, house = plain): readonly string[] {
  return judge(parseArticle(text), house, facts, undefined, [impossibleDate, wrongWeekday]).findings.map(
    ({ at, message }) => {
      const marked = text.slice(at.start, at.end);
      const instead = / is `([^`]*)`:/.exec(message.en)?.[1];
      return instead === undefined ? marked : `${marked} ${instead}`;
    },
  );
}

/** Days of this century and the last, as the machine's own calendar tells them. */
const days = fc.integer({ min: Date.UTC(1930, 0, 1) / DAY, max: Date.UTC(2099, 11, 31) / DAY }).map((day) => {
  const date = new Date(day * DAY);
  const words = (locale: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(date);
  return {
    chinese: `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`,
    english: words('en-US', { year: 'numeric', month: 'long', day: 'numeric' }),
    british: words('en-GB', { year: 'numeric', month: 'long', day: 'numeric' }),
    星期: words('zh-CN', { weekday: 'long' }),
    weekday: words('en-US', { weekday: 'long' }),
  };
});

describe('days that a text names', () => {
  it('are silent with their own day of the week, and found with any other, in both languages', () => {
    fc.assert(
      fc.property(days, days, (day, other) => {
        const chinese = (weekday: string) => `河湾镇的水渠${day.chinese}（${weekday}）通水。`;
        const english = (weekday: string) =>
          `The canal was opened on ${weekday}, ${day.english}, and that is ${day.british}.`;
        assert.deepEqual(found(chinese(day.星期)), []);
        assert.deepEqual(found(english(day.weekday), wire), []);
        const differs = day.weekday !== other.weekday;
        assert.deepEqual(found(chinese(other.星期)), differs ? [`${other.星期} ${day.星期}`] : []);
        assert.deepEqual(found(english(other.weekday), wire), differs ? [`${other.weekday} ${day.weekday}`] : []);
      }),
    );
  });

  it('are marked where they stand', () => {
    for (const [text, ...marked] of [
      ['水渠 2024 年 6 月 18 日 (周一) 通水，乡亲们都来了。', '周一 周二'],
      ['上周一（2024年6月18日）通水。', '周一 周二'],
      ['会期为2024年6月18日，星期天。', '星期天 星期二'],
      ['2024年6月23日，礼拜一，停水。', '礼拜一 礼拜日'],
      ['2024年6月18日是星期二，2024年6月19日是星期二。', '星期二 星期三'],
      ['工期是6月28日到31日，4月29、30、31日停水。', '31日', '31日'],
      ['水渠4月31日上午通水，0月3日停水，6月0日再通。', '4月31日', '0月3日', '6月0日'],
      ['2100年2月29日和2023年2月29号都不在日历上。', '2100年2月29日', '2023年2月29号'],
      ['二〇二四年九月三十一日印发，十一月三十一日施行。', '九月三十一日', '十一月三十一日'],
      ['晚上8:65开始，当天下午26时结束。', '8:65', '26时'],
    ] as const)
      assert.deepEqual(found(text), marked, text);
    for (const [text, ...marked] of [
      ['The talks began on Wed., June 18, 2024, and the canal was closed the day after.', 'Wed. Tue.'],
      ['The canal, opened 18 June 2024, Monday, has water.', 'Monday Tuesday'],
      ['It was signed by 31 June, and by Sept. 31st, 2025, it is over.', '31 June', 'Sept. 31st, 2025'],
      ['They met on Tuesday, Feb. 30, and dated it (June 31).', 'Feb. 30', 'June 31'],
    ] as const)
      assert.deepEqual(found(text, wire), marked, text);
  });

  it('are believed where the text means something else', () => {
    for (const text of [
      '民国113年6月31日的告示，昭和12年2月30日的报纸。',
      '农历2024年二月三十日，旧历6月31日。',
      '版本号是1.6月31日前更新。',
      '日记里写着“2月30日”，可见是误写。',
      '他2024年6月17日至6月18日（星期一至星期二）、2024年6月19日和20日（星期三、星期四）在柳城。',
      '2024年6月18日，周一鸣到了；2024年6月18日周三立到了。',
      '1815年6月18日（星期一）的战事。',
      '女排昨晚25:21取胜，男篮今晚98:75，下午26:24。',
      '比赛用时25时30分，最快的3小时75分。',
    ])
      assert.deepEqual(found(text), [], text);
    for (const text of [
      'In June 31 people came, and since May 32 have left. By March 35 villages had water.',
      'It is open Monday through Wednesday, June 18, 2024, and every Monday, June 18, 2024.',
      'There is no such day as June 31, and nobody was born on Feb. 30.',
    ])
      assert.deepEqual(found(text, wire), [], text);
  });

  it('without a year are those near the article’s own date, unless another year is told of', () => {
    const article = (date: string, text: string) => `---\ntitle: 河湾镇水渠通水\ndate: ${date}\n---\n\n${text}\n`;
    const text = '水渠6月18日（星期三）通水。';
    assert.deepEqual(found(article('2024-06-20', text)), ['星期三 星期二']);
    assert.deepEqual(found(article('2025-06-20', text)), []);
    assert.deepEqual(found(article('2024-12-20', text)), []);
    assert.deepEqual(found(article('2024-06-20', `去年动工，${text}`)), []);
    assert.deepEqual(found(article('2024-12-30', '水渠1月2日（星期五）通水。')), ['星期五 星期四']);
    assert.deepEqual(found(text), []);
  });
});
