import assert from 'node:assert/strict';
import { houseTerm } from '../../src/checks/house-term.ts';
import { checks } from '../../src/checks/index.ts';
import { termFaults } from '../../src/engine/term-cases.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { termLists, termsOf } from '../../src/house/term-lists.ts';
import { readTerms, type Term } from '../../src/house/terms.ts';

const at = { start: 0, end: 0, from: 0, to: 0 };

describe('lists of terms that come with Copydesk', () => {
  it('say of each term what is written, what is not, and what it rests on', () => {
    for (const list of termLists)
      for (const { use, not, see, why, from } of termsOf(list, at)) {
        assert.ok(use && not.length > 0 && see, `${list}: ${use}`);
        assert.ok(!not.includes(use), use);
        if (why) assert.ok(/[a-z]/.test(why.en) && /\p{Script=Han}/u.test(why.zh), use);
        if (list === 'dated-terms') assert.match(from ?? '', /^\d{4}(?:-\d{2}){0,2}$/, use);
      }
  });

  it('find each of their words, and nothing in what they prescribe', () => {
    const house = resolveHouse({ text: 'extends: plain\nlanguage: zh-Hans\n' }, checks).salvaged;
    for (const list of termLists) {
      const terms = termsOf(list, at).map(
        (term): Term => ({
          ...term,
          cases: [
            ...term.not.map((word) => ({ text: `记者从${word}获悉。`, at, silent: false })),
            ...[term.use ?? '', ...term.except].map((word) => ({ text: `记者从${word}获悉。`, at, silent: true })),
          ],
        }),
      );
      assert.deepEqual(termFaults(terms, house), [], `${list} (${houseTerm.id})`);
    }
  });

  it('are taken by name, after what the newsroom says itself', () => {
    const { terms, faults } = readTerms('terms:\n  - list: dated-terms\n  - {use: 产销对接, not: 消费扶贫}\n');
    assert.deepEqual(faults, []);
    assert.deepEqual(
      terms.filter(({ not }) => not.includes('消费扶贫')).map(({ use }) => use),
      ['产销对接'],
    );
    assert.ok(terms.some(({ not }) => not.includes('定点扶贫')));
    const wrong = readTerms('terms:\n  - list: dated-term\n  - {list: institutions, use: 水}\n').faults;
    assert.deepEqual(
      wrong.map(({ code }) => code),
      ['unknown-value-near', 'unknown-setting'],
    );
  });
});
