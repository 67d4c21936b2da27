import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Lexicon } from '../../src/checks/words/lexicon.ts';
import { addWordsAt, hashOfPair, type Match, type WordHeads, wordHeads } from '../../src/model/word-heads.ts';
import { matchesIn, wordTable } from '../../src/model/word-table.ts';

/** Every word in a text, as a walk over it finds them. */
function wordsIn(heads: WordHeads, text: string): readonly Match[] {
  const found: Match[] = [];
  for (let from = 0; from + 1 < text.length; from++) {
    const hash = hashOfPair(text.charCodeAt(from), text.charCodeAt(from + 1));
    addWordsAt(heads, text, from, hash, found);
  }
  return found;
}

describe('words by their first two characters', () => {
  it('are found as a table of words finds them', () => {
    const character = fc.constantFrom('河', '湾', '镇', '渠', '\ud83d', 'a');
    const word = fc.string({ unit: character, minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 12 }),
        fc.string({ unit: character, maxLength: 40 }),
        (words, text) => {
          assert.deepEqual(wordsIn(wordHeads(words), text), matchesIn(wordTable(words), text));
        },
      ),
    );
  });

  it('are none in a text that is too short', () => {
    assert.deepEqual(wordsIn(wordHeads(['河湾']), '河'), []);
    assert.deepEqual(wordsIn(wordHeads(['河湾']), ''), []);
    assert.deepEqual(wordsIn(wordHeads([]), '河湾'), []);
  });

  it('are what the list of wrong words has: none twice, none of one character, and few that begin alike', () => {
    const { wrong }: Lexicon = JSON.parse(readFileSync('src/checks/words/lexicon.json', 'utf8'));
    const words = wrong.split('\n').map((line) => line.slice(0, line.indexOf('\t')));
    assert.equal(new Set(words).size, words.length);
    assert.ok(words.every((word) => word.length >= 2) && words.length < 0xffff);
    const alike = new Map<string, number>();
    for (const word of words) alike.set(word.slice(0, 2), (alike.get(word.slice(0, 2)) ?? 0) + 1);
    // 在次 has a row for each verb that may follow it.
    assert.ok(Math.max(...alike.values()) < 128);
    assert.ok([...alike.values()].filter((count) => count > 16).length <= 1);
  });
});
