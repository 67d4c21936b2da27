import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Lexicon } from '../../../src/checks/words/lexicon.ts';
import { compiledCharacters } from './characters.ts';
import { dictionary } from './dictionary.ts';
import { compiledDoubled, compiledTails } from './doubled.ts';
import { compiledIdioms } from './idioms.ts';
import { compiledPlaces } from './places.ts';
import { compiledRows } from './wrong.ts';

const file = 'src/checks/words/lexicon.json';

describe('the lexicon', () => {
  it('is what the lists and the dictionaries say; UPDATE=1 writes it', () => {
    const tables: Lexicon = {
      ...compiledRows(dictionary()),
      ...compiledIdioms(dictionary()),
      doubled: compiledDoubled(dictionary()),
      tails: compiledTails(dictionary()),
      ...compiledCharacters(),
      ...compiledPlaces(),
    };
    const written = `${JSON.stringify(tables, undefined, 2)}\n`;
    if (process.env.UPDATE === '1') writeFileSync(file, written);
    assert.ok(readFileSync(file, 'utf8') === written, 'run UPDATE=1 npm run test:pure -- words to rewrite it');
  }).timeout(180_000);
});
