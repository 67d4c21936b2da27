import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchesIn, wordTable } from '../../src/model/word-table.ts';

/** What stands where, looked for word by word. */
function slowly(words: readonly string[], text: string): readonly string[] {
  const found: { from: number; to: number }[] = [];
  for (let from = 0; from < text.length; from++) {
    for (let to = from + 1; to <= text.length; to++) if (words.includes(text.slice(from, to))) found.push({ from, to });
  }
  return found.map(({ from, to }) => `${from}-${to} ${words.lastIndexOf(text.slice(from, to))}`);
}

const found = (words: readonly string[], text: string): readonly string[] =>
  matchesIn(wordTable(words), text).map(({ from, to, word }) => `${from}-${to} ${word}`);

describe('a table of words', () => {
  it('finds words that begin, end and overlap with one another', () => {
    assert.deepEqual(found(['河湾', '河湾镇', '湾镇', '镇'], '河湾镇'), ['0-2 0', '0-3 1', '1-3 2', '2-3 3']);
  });

  it('finds nothing without words, in no text, and never an empty word', () => {
    assert.deepEqual(found([], '河湾镇'), []);
    assert.deepEqual(found(['', '海州'], ''), []);
    assert.deepEqual(found(['', '海州'], '海州'), ['0-2 1']);
  });

  it('finds characters beyond the basic plane, lone halves of them, and NUL', () => {
    assert.deepEqual(found(['𠮷野', '\ud842', '\0'], '\0𠮷野'), ['0-1 2', '1-2 1', '1-4 0']);
  });

  it('finds words of any length', () => {
    const long = ['河'.repeat(30), '河'.repeat(31), '河'.repeat(45)];
    assert.deepEqual(
      found(long, '河'.repeat(45)).filter((one) => one.startsWith('0-')),
      ['0-30 0', '0-31 1', '0-45 2'],
    );
  });

  it('finds what a look for each word finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('海', '州', '河', 'a'), maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 12 }),
        fc.string({ unit: fc.constantFrom('海', '州', '河', 'a'), maxLength: 20 }),
        (words, text) => {
          assert.deepEqual(found(words, text), slowly(words, text));
        },
      ),
    );
  });

  it('finds each of ten thousand words', () => {
    const words = Array.from({ length: 10_000 }, (_, index) =>
      String.fromCharCode(0x4e00 + (index % 97), 0x5000 + (index % 8_000), 0x6000 + (index >> 4)),
    );
    const table = wordTable(words);
    assert.equal(matchesIn(table, words.join('，')).length, words.length);
  });
});
