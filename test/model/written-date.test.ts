import assert from 'node:assert/strict';
import fc from 'fast-check';
import { didYouMean } from '../../src/model/did-you-mean.ts';
import { clockIn, isNoDate, normalDate, readDate } from '../../src/model/written-date.ts';

/** A date as the house writes it, or the name of its fault. */
function normal(text: string, zone = 'Asia/Shanghai'): string {
  const read = readDate(text);
  return isNoDate(read) ? read.fault : normalDate(read, zone);
}

describe('dates as they are written', () => {
  it('are read in every form of a newsroom', () => {
    for (const text of [
      '2024-06-01 10:53',
      '2024/6/1 10:53',
      '2024.6.1 10:53',
      '2024年6月1日10时53分',
      '2024年06月01日 10:53',
      '2024-6-1T10:53',
      '２０２４－０６－０１　１０：５３',
      '20240601 10:53',
      '2024-06-01 10:53+08:00',
      '2024-06-01T02:53Z',
      ' 2024–06–01 10:53 ',
    ]) {
      assert.equal(normal(text), '2024-06-01 10:53', text);
    }
    assert.equal(normal('2024-06-01 10:53:16'), '2024-06-01 10:53:16');
    assert.equal(normal('2024年6月1日'), '2024-06-01');
    assert.equal(normal('20240601'), '2024-06-01');
  });

  it('are never guessed at', () => {
    for (const text of [
      '06/01/2024',
      '6月1日',
      '今天',
      '2024',
      '2024-06',
      '1 June 2024',
      '2024-06-01 tomorrow',
      '2024060110',
      '',
      '2024-06-01 10:53 PM',
      '2024-06/01',
    ]) {
      assert.equal(normal(text), 'unreadable', text);
    }
  });

  it('must be on the calendar', () => {
    assert.equal(normal('2024-02-29'), '2024-02-29');
    assert.deepEqual(readDate('2023-02-29'), { fault: 'no-such-day', last: 28 });
    assert.deepEqual(readDate('1900-02-29'), { fault: 'no-such-day', last: 28 });
    assert.equal(normal('2024-04-31'), 'no-such-day');
    assert.equal(normal('2024-00-10'), 'no-such-month');
    assert.equal(normal('2024-06-01 24:00'), 'no-such-time');
  });

  it('move with their offset into the house’s zone, and a date without a time never does', () => {
    assert.equal(normal('2024-06-01T23:30:00Z'), '2024-06-02 07:30:00');
    assert.equal(normal('2024-01-15T12:00-05:00', 'Europe/London'), '2024-01-15 17:00');
    assert.equal(normal('2024-07-15T12:00-05:00', 'Europe/London'), '2024-07-15 18:00');
    assert.equal(normal('2024-06-01', 'Pacific/Kiritimati'), '2024-06-01');
    assert.equal(clockIn(Date.UTC(2024, 4, 31, 16, 30), 'Asia/Shanghai'), '2024-06-01 00:30:00');
    assert.equal(clockIn(0, 'No/Where'), '1970-01-01 00:00:00');
  });

  it('are in normal form once they have been written so', () => {
    const date = fc.record({
      year: fc.integer({ min: 1000, max: 9999 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      hour: fc.nat(23),
      minute: fc.nat(59),
      second: fc.nat(59),
    });
    const form = fc.constantFrom(
      'y-m-d H:M',
      'y/m/d H:M:S',
      'y年m月d日H时M分S秒',
      'y.m.d',
      'y-m-dTH:M:SZ',
      'y-m-dTH:M+05:30',
    );
    fc.assert(
      fc.property(date, form, ({ year, month, day, hour, minute, second }, pattern) => {
        const text = pattern
          .replace('y', String(year))
          .replace('m', String(month))
          .replace('d', String(day))
          .replace('H', String(hour))
          .replace('M', String(minute).padStart(2, '0'))
          .replace('S', String(second).padStart(2, '0'));
        const once = normal(text);
        assert.match(once, /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}(:\d{2})?)?$/, text);
        assert.equal(normal(once), once);
        const again = readDate(once);
        assert.ok(!isNoDate(again) && again.normal);
      }),
    );
  });

  it('never throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc
            .array(fc.constantFrom('2024', '-', '6', '/', '年', '月', '日', ' ', ':', 'T', 'Z', '+', '99', '时'))
            .map((parts) => parts.join('')),
        ),
        (text) => {
          normal(text, 'Asia/Shanghai');
        },
      ),
    );
  });
});

describe('did you mean', () => {
  it('suggests what is near and nothing else', () => {
    const fields = ['title', 'column', 'published', 'source', 'editor', 'original_title'];
    assert.equal(didYouMean('titel', fields), 'title');
    assert.equal(didYouMean('Column', fields), 'column');
    assert.equal(didYouMean('original-title', fields), 'original_title');
    assert.equal(didYouMean('pub', fields), 'published');
    assert.equal(didYouMean('publised', fields), 'published');
    assert.equal(didYouMean('weather', fields), undefined);
    assert.equal(didYouMean('', fields), undefined);
    assert.equal(didYouMean('title', ['title']), undefined);
    assert.equal(didYouMean('乡材', ['乡村', '文化']), '乡村');
    assert.equal(didYouMean('天气', ['乡村', '文化']), undefined);
  });
});
