import assert from 'node:assert/strict';
import { givenDate } from '../../src/reading/dates.ts';
import { inventedHouse, inventedWire } from '../page/invented.ts';

describe('a date of the front matter, as it is shown', () => {
  const chinese = inventedHouse();
  const english = inventedWire();
  for (const [raw, zh, en] of [
    ['2026-03-09 10:20:05', '2026-03-09 10:20:05', '9 March 2026, 10:20'],
    ['2026-03-09 10:20', '2026-03-09 10:20', '9 March 2026, 10:20'],
    ['2026-3-9', '2026-03-09', '9 March 2026'],
    ['2026-03-09T10:20:05+08:00', '2026-03-09 10:20:05', '9 March 2026, 02:20'],
    ['2026-07-09T22:20Z', '2026-07-10 06:20', '9 July 2026, 23:20'],
    ['2026-03-09 00:00', '2026-03-09 00:00', '9 March 2026, 00:00'],
    ['2024年6月1日8时5分', '2024-06-01 08:05', '1 June 2024, 08:05'],
    ['2024/6/1 8:05', '2024-06-01 08:05', '1 June 2024, 08:05'],
    ['2024.6.1', '2024-06-01', '1 June 2024'],
    ['２０２４－０６－０１　０８：０５', '2024-06-01 08:05', '1 June 2024, 08:05'],
    ['2018-07-25T12:12:34.000Z', '2018-07-25 20:12:34', '25 July 2018, 13:12'],
    ['2016-03-01 23:06:08 +0800', '2016-03-01 23:06:08', '1 March 2016, 15:06'],
    ['2016-12-31T20:00:00Z', '2017-01-01 04:00:00', '31 December 2016, 20:00'],
  ] as const) {
    it(`${raw} is ${zh} or ${en}`, () => {
      const shown = givenDate(raw, chinese);
      assert.equal(shown?.text, zh);
      assert.equal(shown?.day, zh.slice(0, 10));
      assert.equal(givenDate(raw, english)?.text, en);
      assert.equal(givenDate(raw, english)?.day, en.replace(/, .*/, ''));
    });
  }

  for (const raw of [
    '3月9日',
    '2026-02-31 25:00',
    '2025-02-30',
    '2025-02-29',
    '2025-06-01 24:00',
    'soon',
    '待定',
    '',
  ]) {
    it(`“${raw}” is none`, () => assert.equal(givenDate(raw, chinese), undefined));
  }
});

describe('a date of the front matter, as it is handed on', () => {
  for (const [raw, timeZone, iso] of [
    ['2026-06-02 08:45:10', 'Asia/Shanghai', '2026-06-02T08:45:10+08:00'],
    ['2026-06-02 08:45', 'Asia/Shanghai', '2026-06-02T08:45:00+08:00'],
    ['2026年6月2日8时45分', 'Asia/Shanghai', '2026-06-02T08:45:00+08:00'],
    ['2026-06-02T00:45:10Z', 'Asia/Shanghai', '2026-06-02T08:45:10+08:00'],
    ['2018-07-25T12:12:34.000Z', 'Asia/Shanghai', '2018-07-25T20:12:34+08:00'],
    ['2016-03-01 23:06:08 +0800', 'Europe/London', '2016-03-01T15:06:08+00:00'],
    ['2026-06-02', 'Asia/Shanghai', '2026-06-02'],
    ['2026-07-01 12:00', 'Europe/London', '2026-07-01T12:00:00+01:00'],
    ['2026-01-01 12:00', 'Europe/London', '2026-01-01T12:00:00+00:00'],
    ['2026-03-29 00:30', 'Europe/London', '2026-03-29T00:30:00+00:00'],
    ['2026-03-29 02:30', 'Europe/London', '2026-03-29T02:30:00+01:00'],
    ['2026-01-01 12:00', 'America/St_Johns', '2026-01-01T12:00:00-03:30'],
    ['2026-06-02T08:45:10+08:00', undefined, '2026-06-02T08:45:10+08:00'],
    ['待定', 'Asia/Shanghai', undefined],
  ] as const) {
    it(`${raw} in ${timeZone ?? 'no zone that is known'} is ${iso}`, () => {
      const house = { language: 'zh', ...(timeZone && { timeZone }) };
      assert.equal(givenDate(raw, house)?.iso, iso);
    });
  }
});
