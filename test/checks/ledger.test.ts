import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Trace } from '../../src/engine/traces.ts';
import { ledger } from '../../src/newsroom/ledger.ts';
import { numberTable } from '../../src/newsroom/number-table.ts';

describe('a table of numbers by keys', () => {
  it('says what a map says, though keys crowd at the same places', () => {
    // Keys that end alike stand behind each other; 0 and the greatest are keys as any.
    const key = fc.oneof(
      fc.nat({ max: 90 }).map((nth) => nth * 2 ** 20 + (nth % 3)),
      fc.constantFrom(0, 61, 62, 63, 64, 2 ** 32, 2 ** 31, 2 ** 53 - 1),
    );
    const step = fc.tuple(key, fc.oneof(fc.constant(0), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const table = numberTable();
        const map = new Map<number, number>();
        for (const [one, value] of steps) {
          if (value === 0) {
            table.delete(one);
            map.delete(one);
          } else {
            table.set(one, value);
            map.set(one, value);
          }
          for (const [asked] of steps) assert.equal(table.get(asked), map.get(asked) ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('finds what moved up, though half of what there is wants the same place', () => {
    // Of 53 bits the lower ones say the place: these all want one of two, round the end of the table and back.
    const key = (nth: number): number => (nth % 2 === 0 ? 2 ** 31 - 1 : 2 ** 32 - 2) + nth * 2 ** 32;
    const table = numberTable();
    const map = new Map<number, number>();
    for (let round = 0; round < 400; round++) {
      const one = key((round * 37) % 61);
      if (round % 3 === 2) {
        table.delete(one);
        map.delete(one);
      } else {
        table.set(one, round - 500);
        map.set(one, round - 500);
      }
      for (let nth = 0; nth < 61; nth++) assert.equal(table.get(key(nth)), map.get(key(nth)) ?? 0);
    }
  });

  it('holds a hundred thousand', () => {
    const table = numberTable();
    for (let nth = 1; nth <= 100_000; nth++) table.set(nth * 77_777_777, nth);
    for (let nth = 1; nth <= 100_000; nth += 2) table.delete(nth * 77_777_777);
    for (let nth = 1; nth <= 100_000; nth++) assert.equal(table.get(nth * 77_777_777), nth % 2 === 0 ? nth : 0);
  });
});

describe('a ledger', () => {
  const trace = (paragraphs: readonly number[], pictures: readonly string[]): Trace => ({
    values: new Map(),
    paragraphs,
    pictures,
    links: [],
    text: 0,
  });
  const keysOf = (_uri: string, { paragraphs, pictures }: Trace) => ({
    had: paragraphs,
    spokenOf: pictures.map((picture) => 1000 + picture.length),
  });
  const some = fc.tuple(
    fc.array(fc.nat({ max: 12 }), { maxLength: 5 }),
    fc.array(fc.constantFrom('a', 'bb', 'ccc'), { maxLength: 2 }),
  );

  it('that followed what was written says what one says that is made anew', () => {
    fc.assert(
      fc.property(
        fc.array(some, { minLength: 1, maxLength: 24 }),
        fc.array(fc.tuple(fc.nat(), some), { maxLength: 30 }),
        (first, later) => {
          const now = new Map(first.map(([had, spoken], nth) => [`${nth}.md`, trace(had, spoken)]));
          const followed = ledger(now, keysOf);
          for (const [nth, [had, spoken]] of later) {
            const uri = `${nth % first.length}.md`;
            now.set(uri, trace(had, spoken));
            followed.put(uri, trace(had, spoken));
          }
          const anew = ledger(now, keysOf);
          for (const uri of [...now.keys(), 'nobody.md']) {
            for (let key = 0; key < 13; key++) assert.deepEqual(followed.others(key, uri), anew.others(key, uri));
            for (let key = 1000; key < 1005; key++) assert.deepEqual(followed.others(key, uri), anew.others(key, uri));
            assert.deepEqual([...followed.sharers(uri)].sort(), [...anew.sharers(uri)].sort());
          }
        },
      ),
    );
  });

  it('names those who share a thing, in order, and nobody where more than sixteen do', () => {
    const of = (count: number) =>
      ledger(
        Array.from({ length: count }, (_, nth): [string, Trace] => [
          `${String(nth).padStart(2, '0')}.md`,
          trace([7, 7], []),
        ]),
        keysOf,
      );
    assert.deepEqual(of(3).others(7, '01.md'), ['00.md', '02.md']);
    assert.equal(of(16).others(7, '').length, 16);
    assert.deepEqual(of(17).others(7, ''), []);
    assert.deepEqual(of(1).others(7, '00.md'), []);
    assert.deepEqual(of(1).put('00.md', trace([], [])), new Set());
    const two = of(2);
    assert.deepEqual(two.put('00.md', trace([], [])), new Set(['01.md']));
    assert.deepEqual(two.others(7, '01.md'), []);
    assert.deepEqual(two.put('99.md', trace([7], [])), new Set());
  });
});
