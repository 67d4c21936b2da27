import assert from 'node:assert/strict';
import { type Schema, Validator } from '@cfworker/json-schema';
import fc from 'fast-check';
import { rules } from '../../src/checks/index.ts';
import { termFaults } from '../../src/engine/term-cases.ts';
import { resolveHouse, shippedHouse } from '../../src/house/load.ts';
import { joinTerms, readTerms } from '../../src/house/terms.ts';
import { termAsWritten, termsSchema } from '../../src/house/terms-schema.ts';
import { lineStarts, positionAt } from '../../src/model/range.ts';

const house = shippedHouse('plain');

/** Faults as `line:column code`, both from 1, cases tried out. */
function faultsOf(text: string): readonly string[] {
  const { terms, faults } = readTerms(text);
  return [...faults, ...termFaults(terms, house)].map(({ code, at }) => {
    const { line, column } = positionAt(lineStarts(text), at.start);
    return `${line + 1}:${column + 1} ${code}`;
  });
}

const list = `terms:
  - use: 消费帮扶
    not: [消费扶贫, 消费式扶贫]
    from: 2021-02
    why: {zh: 已改称, en: renamed}
    see: 《有关通知》
    where: [title, body]
    quoted: true
    severity: error
    ask: true
    except: 消费扶贫馆
    cases:
      - 消费扶贫成效明显
      - {text: 消费式扶贫成效明显, fixed: 消费式扶贫成效明显}
      - {silent: 消费扶贫馆开馆}
  - not: 村官
`;

describe('a file of terms', () => {
  it('says of each word what is written, what is not, why, since when and where', () => {
    const { terms, faults } = readTerms(list);
    assert.deepEqual(faults, []);
    const [first, second] = terms;
    assert.deepEqual(first && termAsWritten(first), {
      use: '消费帮扶',
      not: ['消费扶贫', '消费式扶贫'],
      except: ['消费扶贫馆'],
      why: { zh: '已改称', en: 'renamed' },
      see: '《有关通知》',
      from: '2021-02',
      where: ['title', 'body'],
      quoted: true,
      severity: 'error',
      ask: true,
      cases: [
        '消费扶贫成效明显',
        { text: '消费式扶贫成效明显', fixed: '消费式扶贫成效明显' },
        { silent: '消费扶贫馆开馆' },
      ],
    });
    assert.deepEqual(second && termAsWritten(second), { not: ['村官'] });
    assert.deepEqual(faultsOf(list), []);
  });

  it('is told where it is wrong, and the rest of it holds', () => {
    const cases: readonly [string, readonly string[]][] = [
      ['term: []\n', ['1:1 unknown-setting-near']],
      ['terms: 水渠\n', ['1:8 expected-list']],
      ['terms:\n  - 水渠\n', ['2:5 expected-map']],
      ['terms:\n  - {why: 改称}\n', ['2:5 empty-term']],
      ['terms:\n  - {use: 甲, not: 甲}\n', ['2:19 same-term']],
      ['terms:\n  - {use: 甲, nott: 乙}\n', ['2:14 unknown-setting-near']],
      ['terms:\n  - {use: 甲, not: 乙, from: 去年}\n', ['2:28 bad-bound']],
      ['terms:\n  - {use: 甲, not: 乙, where: 头版}\n', ['2:29 unknown-value']],
      ['terms:\n  - {use: 甲, not: 乙, severity: grave}\n', ['2:32 unknown-value']],
      ['terms:\n  - {use: 甲, not: 乙, ask: 也许}\n', ['2:27 expected-boolean']],
      ['terms:\n  - {use: 甲, not: 乙}\n  - {use: 丙, not: 乙}\n', ['3:11 duplicate-term']],
      ['terms:\n  - {use: 甲, not: 乙, until: 2020}\n  - {use: 丙, not: 乙, from: 2021}\n', []],
      [
        'terms:\n  - {use: 甲, not: 乙, until: 2020, cases: [乙]}\n  - {use: 丙, not: 乙, from: 2021, cases: [{text: 乙丁, fixed: 丙丁}]}\n',
        [],
      ],
      ['terms:\n  - {use: 甲, not: 乙, cases: [丙]}\n', ['2:30 case-unfound']],
      ['terms:\n  - {use: 甲, not: 乙, cases: [{silent: 乙}]}\n', ['2:39 case-found']],
      ['terms:\n  - {use: 甲, not: 乙, cases: [{text: 乙丁, fixed: 丁甲}]}\n', ['2:48 case-fixed']],
      ['terms:\n  - {use: 甲, not: 乙, cases: [{txt: 乙}]}\n', ['2:30 bad-term-case']],
    ];
    for (const [text, expected] of cases) assert.deepEqual(faultsOf(text), expected, text);
  });

  it('never throws, and what it takes without a word its JSON Schema takes', () => {
    const validator = new Validator(termsSchema() as Schema, '7');
    const word = fc.constantFrom('甲', 'utilise', '{n}公分', '%', '2021', 'title', 'error', 'true');
    const term = fc.dictionary(
      fc.constantFrom('use', 'not', 'except', 'why', 'see', 'from', 'until', 'where', 'quoted', 'severity', 'ask', 'x'),
      fc.oneof(word, fc.array(word, { maxLength: 2 }), fc.boolean()),
      { maxKeys: 4 },
    );
    fc.assert(
      fc.property(fc.array(term, { maxLength: 3 }), (terms) => {
        const { faults } = readTerms(JSON.stringify({ terms }));
        if (faults.length === 0) assert.ok(validator.validate({ terms }).valid, JSON.stringify(terms));
      }),
      { numRuns: 300 },
    );
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void readTerms(`terms:\n  - ${text}`)));
  });

  it('may stand in the house file, and is printed with the house', () => {
    const { house: own, faults } = resolveHouse(
      { text: 'extends: plain\nterms:\n  - {use: 甲, not: 乙}\n  - {nut: 丙}\n' },
      rules,
    );
    assert.equal(own, undefined);
    assert.deepEqual(
      faults.map(({ code }) => code),
      ['empty-term', 'unknown-setting-near'],
    );
  });

  it('goes before the one above: a word that both speak of is as the nearer says', () => {
    const of = (text: string) => readTerms(`terms: ${text}\n`).terms;
    const joined = joinTerms(of('[{use: 甲, not: 乙}]'), of('[{use: 丙, not: [乙, 丁]}, {use: 戊, not: 己}]')) ?? [];
    assert.deepEqual(
      joined.map(({ use, not }) => [use, not]),
      [
        ['甲', ['乙']],
        ['丙', ['丁']],
        ['戊', ['己']],
      ],
    );
  });
});
