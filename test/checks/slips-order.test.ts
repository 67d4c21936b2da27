import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rules } from '../../src/checks/index.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { shippedHouse } from '../../src/house/load.ts';

const house = shippedHouse('china-report');
const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 11, 31) };

/** The checks of marks and numerals whose fixes may be made in bulk. */
const fixing = [
  'full-width-characters',
  'half-width-punctuation',
  'list-mark',
  'mixed-numerals',
  'nested-quotes',
  'numbering',
  'stacked-punctuation',
  'straight-quotes',
  'stray-space',
  'truncated-range',
  'wrong-dash',
  'wrong-ellipsis',
  'wrong-interpunct',
];

/** Slips with a word between: of marks that touch, which was meant depends on what is seen first. */
const slips = fc
  .array(
    fc.constantFrom(
      ...[
        '河湾镇',
        '陆晓晴说',
        '水渠通了',
        '，',
        '。',
        '15-30%',
        '5～8 %',
        '1977-1981年',
        '6--7日',
        '９时',
        '6：45',
        '0。5%',
        '二零二四年',
        '、等地',
        '“长渠”、“渡口”',
        '“他说“好””',
        '《读《长渠》记》',
        ' ，',
        '（ 河湾 ）',
        '"水"',
        '...',
        '……等等',
        '卡尔.马克思',
        '•',
        '。。',
        '。”。',
        ',',
        '第一、',
        '（一）、',
      ],
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map((parts) => `河湾镇${parts.join('水渠')}\n`);

const oneByOne = (text: string, order: readonly string[]): string =>
  order.reduce((now, id) => fixAll(now, house, facts, { only: new Set([id]) }).text, text);

/** Until nothing moves: a mended mark may show another slip. */
function settled(text: string, order: readonly string[]): string {
  let now = text;
  for (let round = 0; round < 5; round++) {
    const next = oneByOne(now, order);
    if (next === now) return now;
    now = next;
  }
  return now;
}

describe('fixes of marks and numerals', () => {
  it('are of checks that there are', () => {
    const ids = new Set(rules.map(({ id }) => id));
    assert.deepEqual(
      fixing.filter((id) => !ids.has(id)),
      [],
    );
  });

  it('lead to the same text in whatever order the checks mend it, and all at once', () => {
    fc.assert(
      fc.property(slips, fc.shuffledSubarray(fixing, { minLength: fixing.length }), (text, order) => {
        const together = fixAll(text, house, facts, { only: new Set(fixing) }).text;
        assert.equal(settled(text, order), together);
        assert.equal(fixAll(together, house, facts, { only: new Set(fixing) }).text, together);
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    );
  }).timeout(240_000);
});
