import assert from 'node:assert/strict';
import { formatsBy } from '../../src/model/date-formats.ts';
import { clockIn } from '../../src/model/written-date.ts';
import { givenDate } from '../../src/reading/dates.ts';

/** How many formats of dates are made while something is done. */
function made(deed: () => void): number {
  const real = Intl.DateTimeFormat;
  let count = 0;
  const counted = new Proxy(real, {
    construct(target, settings: [string?, Intl.DateTimeFormatOptions?]) {
      count++;
      return new target(...settings);
    },
  });
  Object.assign(Intl, { DateTimeFormat: counted });
  try {
    deed();
  } finally {
    Object.assign(Intl, { DateTimeFormat: real });
  }
  return count;
}

const moment = Date.UTC(2024, 4, 31, 16, 30);

describe('formats of dates', () => {
  it('are made once for each zone, whoever asks in between', () => {
    const zones = ['Asia/Shanghai', 'Asia/Kolkata', 'Europe/London', 'No/Where', undefined];
    const clocks = ['2024-06-01 00:30:00', '2024-05-31 22:00:00', '2024-05-31 17:30:00', '2024-05-31 16:30:00'];
    const count = made(() => {
      for (let round = 0; round < 50; round++)
        for (const [index, zone] of zones.entries())
          assert.equal(clockIn(moment, zone), clocks[Math.min(index, clocks.length - 1)]);
    });
    assert.ok(count <= zones.length + 1, `${count} formats`);
  });

  it('are not made for the clocks of Chinese newsrooms, which show what the platform would', () => {
    const zones = ['UTC', 'Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Macau', 'Asia/Taipei', 'Asia/Singapore'];
    for (const timeZone of zones) {
      const platform = new Intl.DateTimeFormat('sv-SE', {
        timeZone,
        dateStyle: 'short',
        timeStyle: 'medium',
      });
      // A day of each month for two centuries, the hour moving on; the summer times of the last one before 1992 too.
      for (let month = 0; month < 200 * 12; month++) {
        const at = Date.UTC(1900, month, 1 + (month % 28), month % 24, month % 60, month % 59, month % 1000);
        assert.equal(clockIn(at, timeZone), platform.format(at), `${timeZone} ${at}`);
      }
    }
    for (const [at, clock] of [
      [Date.UTC(1991, 6, 1, 0), '1991-07-01 09:00:00'],
      [Date.UTC(1991, 11, 31, 23, 59, 59, 999), '1992-01-01 07:59:59'],
      [Date.UTC(1992, 0, 1), '1992-01-01 08:00:00'],
      [Date.UTC(2026, 10, 29, 16, 0, 0, 1), '2026-11-30 00:00:00'],
    ] as const)
      assert.equal(clockIn(at, 'Asia/Shanghai'), clock);
    assert.equal(
      made(() => zones.map((zone) => clockIn(moment, zone))),
      0,
    );
  });

  it('are made once for each language of printed days', () => {
    const count = made(() => {
      for (let round = 0; round < 50; round++) {
        assert.equal(givenDate('2026-03-09 10:20', { language: 'en', timeZone: 'Asia/Shanghai' })?.day, '9 March 2026');
        assert.equal(givenDate('2026-03-09', { language: 'de', timeZone: undefined })?.day, '9. März 2026');
        assert.equal(givenDate('2026-03-09', { language: 'en-US', timeZone: undefined })?.day, 'March 9, 2026');
      }
    });
    assert.ok(count <= 4, `${count} formats`);
  });

  it('are forgotten when there are too many, and are right all the same', () => {
    const names: string[] = [];
    const format = formatsBy((locale) => {
      names.push(locale);
      return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long' });
    });
    for (let index = 0; index < 100; index++) format(`en-x-p${index % 50}`).format(moment);
    assert.equal(format('en').format(moment), 'May');
    assert.equal(format('de').format(moment), 'Mai');
    assert.equal(format('en').format(moment), 'May');
    assert.equal(names.filter((name) => name === 'en').length, 1);
  });

  it('throw for what is no language, each time', () => {
    const format = formatsBy((locale) => new Intl.DateTimeFormat(locale));
    for (let round = 0; round < 2; round++) assert.throws(() => format('no language'), RangeError);
  });
});
