import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dateForms, inForm, stamp, stampLike } from '../../src/model/date-forms.ts';
import { didYouMean } from '../../src/model/did-you-mean.ts';
import { clockIn, clockOf, isNoDate, momentOf, plainDate, readDate } from '../../src/model/written-date.ts';

/** A date on the clock of a zone, or the name of its fault. */
function normal(text: string, zone: string | undefined = 'Asia/Shanghai'): string {
  const read = readDate(text);
  return isNoDate(read) ? read.fault : clockOf(read, zone);
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
      '2024 年 6 月 1 日 10 时 53 分',
      '2024年6月1号10点53分',
      '2024年6月1日上午10时53分',
      '2024年6月1日 10:53',
      '2024-06-01 10:53 +0800',
      '2024-06-01 2:53 UTC',
    ]) {
      assert.equal(normal(text), '2024-06-01 10:53', text);
    }
    assert.equal(normal('2024-06-01 10:53:16'), '2024-06-01 10:53:16');
    assert.equal(normal('2024年6月1日'), '2024-06-01');
    assert.equal(normal('20240601'), '2024-06-01');
    assert.equal(normal('2024年6月1日8时5分'), '2024-06-01 08:05');
    assert.equal(normal('2024/6/1 8:05'), '2024-06-01 08:05');
    assert.equal(normal('2024年6月1日8时'), '2024-06-01 08:00');
    assert.equal(normal('2024年6月1日下午3点'), '2024-06-01 15:00');
    assert.equal(normal('2024年6月1日晚上8点5分'), '2024-06-01 20:05');
  });

  it('are never guessed at', () => {
    for (const text of [
      '06/01/2024',
      '6月1日',
      '今天',
      '2024',
      '2024-06',
      '2024-06-01 tomorrow',
      '2024060110',
      '',
      '2024-06-01 10:53 PM',
      '2024-06/01',
      '2024-06-01 10:53 +2500',
      '2024-06-01 10:53 +08:75',
      '2024-06-01 10:53 CST',
      '2024年6月1日上午15时',
      '2024年6月1日晚上12时',
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

  it('say a moment by their offset, and by the zone without one', () => {
    const moment = (text: string, zone?: string): string => {
      const read = readDate(text);
      return isNoDate(read) ? read.fault : new Date(momentOf(read, zone)).toISOString();
    };
    assert.equal(moment('2018-07-25T12:12:34.250Z', 'Asia/Shanghai'), '2018-07-25T12:12:34.250Z');
    assert.equal(moment('2019-10-15T16:58:27+08:00'), '2019-10-15T08:58:27.000Z');
    assert.equal(moment('2016-03-01 23:06:08 -0430'), '2016-03-02T03:36:08.000Z');
    assert.equal(moment('2024-06-01 10:53', 'Asia/Shanghai'), '2024-06-01T02:53:00.000Z');
    assert.equal(moment('2024-06-01 10:53'), '2024-06-01T10:53:00.000Z');
    assert.equal(moment('2024-06-01', 'Asia/Shanghai'), '2024-05-31T16:00:00.000Z');
    assert.equal(moment('0024-06-01 10:53'), '0024-06-01T10:53:00.000Z');
  });

  it('keep their clock where nobody said the time zone', () => {
    const clock = (text: string): string => {
      const read = readDate(text);
      return isNoDate(read) ? read.fault : clockOf(read, undefined);
    };
    assert.equal(clock('2024-06-01T23:30:00Z'), '2024-06-01 23:30:00');
    assert.equal(clock('2019-10-15T16:58:27.5+08:00'), '2019-10-15 16:58:27');
    assert.equal(clock('2016-03-01 23:06 -05'), '2016-03-01 23:06');
  });

  const date = fc.record({
    year: fc.integer({ min: 1995, max: 9999 }),
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
    'y-m-dTH:M:S.125Z',
    'y-m-dTH:M+05:30',
    'y/m/d H:M:S +0800',
    'y-m-d H:M:S -5',
    'y-m-d H:M GMT',
    'y.m.d H:M:S-0330',
  );
  const written = fc
    .tuple(date, form)
    .map(([{ year, month, day, hour, minute, second }, pattern]) =>
      pattern
        .replace('y', String(year).padStart(4, '0'))
        .replace('m', String(month))
        .replace('d', String(day))
        .replace('H', String(hour))
        .replace('M', String(minute).padStart(2, '0'))
        .replace('S', String(second).padStart(2, '0')),
    );

  it('are in normal form once they have been written so', () => {
    fc.assert(
      fc.property(written, (text) => {
        const read = readDate(text);
        assert.ok(!isNoDate(read), text);
        const once = plainDate(read);
        const again = readDate(once);
        assert.ok(!isNoDate(again) && again.normal, once);
        assert.equal(plainDate(again), once);
        assert.deepEqual({ ...again, normal: read.normal }, read);
      }),
    );
  });

  it('never change clock, offset or moment by a form, save where it says so', () => {
    const zones = fc.constantFrom(undefined, 'Asia/Shanghai', 'Asia/Kolkata');
    fc.assert(
      fc.property(written, fc.constantFrom(undefined, ...dateForms), zones, (text, wanted, zone) => {
        const read = readDate(text);
        assert.ok(!isNoDate(read));
        const got = inForm(read, wanted, zone);
        if (got?.text === undefined) return;
        const after = readDate(got.text);
        assert.ok(!isNoDate(after), got.text);
        assert.equal(inForm(after, wanted, zone)?.text ?? got.text, got.text, text);
        if (got.change === undefined) {
          assert.deepEqual([clockOf(after, undefined), after.offset], [clockOf(read, undefined), read.offset], text);
        }
        assert.equal(momentOf(after, zone) - momentOf(read, zone), 0, `${text} ${got.text}`);
      }),
    );
  });

  it('are stamped as the house writes them', () => {
    const now = Date.UTC(2024, 5, 1, 2, 53, 16);
    for (const wanted of dateForms) assert.equal(stamp(now, wanted, 'Asia/Shanghai'), wanted);
    assert.equal(stamp(now, undefined, 'Asia/Shanghai'), '2024-06-01 10:53');
    const like = (text: string): string => {
      const read = readDate(text);
      return isNoDate(read) ? read.fault : stampLike(read, now, 'Asia/Shanghai');
    };
    assert.equal(like('2099-01-01'), '2024-06-01');
    assert.equal(like('2099-01-01 08:00'), '2024-06-01 10:53');
    assert.equal(like('2099-01-01T08:00:00.000Z'), '2024-06-01T02:53:16Z');
    assert.equal(like('2099-01-01 08:00:00 -0400'), '2024-05-31 22:53:16 -0400');
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
