import assert from 'node:assert/strict';
import type { Facts } from '../../../src/checks/check.ts';
import { repeatedWord } from '../../../src/checks/repeated-word.ts';
import { fixEdits } from '../../../src/engine/fix-edits.ts';
import { judge } from '../../../src/engine/review.ts';
import { shippedHouse } from '../../../src/house/load.ts';
import { parseArticle } from '../../../src/model/parse.ts';
import { applyEdits } from '../../../src/model/range.ts';

const facts: Facts = { files: new Map(), now: 0 };
const house = { ...shippedHouse('wire'), checks: {} };

describe('repeated-word', () => {
  const findings = (text: string) => judge(parseArticle(text), house, facts, undefined, [repeatedWord]).findings;

  it('finds words that no line ends with across the end of a line, and leaves lines as they are', () => {
    for (const [wrong, doubled, right] of [
      [
        'The bridge opens in May, and the\nthe ferry stops.',
        'the\nthe',
        'The bridge opens in May, and\nthe ferry stops.',
      ],
      ['> The bridge is\n> is closed to the ferry.', 'is\n> is', '> The bridge\n> is closed to the ferry.'],
      ['The bridge leads\r\nto\r\nto the landing.', 'to\r\nto', undefined],
    ]) {
      const [finding, ...more] = findings(wrong ?? '');
      assert.ok(finding && more.length === 0 && wrong !== undefined, wrong);
      assert.equal(wrong.slice(finding.at.start, finding.at.end), doubled);
      const edits = finding.fixes[0] && fixEdits(finding, finding.fixes[0]);
      assert.equal(edits && applyEdits(wrong, edits), right);
    }
  });

  it('says nothing of a label above its own word, and of lines that are meant', () => {
    for (const text of [
      'Security\nSecurity is what they sell to the town.',
      'They sang of the  \nthe bridge and the ferry.',
      'They sang of the\\\nthe bridge and the ferry.',
    ])
      assert.deepEqual(findings(text), [], text);
  });
});
