import assert from 'node:assert/strict';
import { cluesOf, mayHold } from '../../src/checks/copy/clues.ts';

describe('clues of slips', () => {
  const holds = (text: string, ...clues: readonly string[]): boolean => mayHold(text, cluesOf(clues));

  it('are found as they are written, wherever they stand', () => {
    assert.equal(holds('渠通了，、等地受益', '、等'), true);
    assert.equal(holds('渠通了等、地受益', '、等'), false);
    assert.equal(holds('下', '以下', '下'), true);
    assert.equal(holds('', '下'), false);
  });

  it('stand for digits, Chinese digits, what is no digit, and the head of a line', () => {
    assert.equal(holds('共12个班', '#个班'), true);
    assert.equal(holds('共十个班', '#个班'), false);
    assert.equal(holds('共十个班', '@个班'), true);
    assert.equal(holds('2024年', '!##年'), false);
    assert.equal(holds('约24年', '!##年'), true);
    assert.equal(holds('24年', '!##年'), true);
    assert.equal(holds('，渠通了', '^，'), true);
    assert.equal(holds('渠\n，通了', '^，'), true);
    assert.equal(holds('渠，通了', '^，'), false);
  });

  it('do not reach beyond the text', () => {
    assert.equal(holds('12个', '#个班'), false);
    assert.equal(holds('个班', '#个班'), false);
  });

  it('are looked for anew in each text, and when more of them are known', () => {
    const [one, other] = [cluesOf(['渠']), cluesOf(['林'])];
    assert.deepEqual(
      [mayHold('渠', one), mayHold('渠', other), mayHold('林', one), mayHold('林', other)],
      [true, false, false, true],
    );
    const late = cluesOf(['林', '场']);
    assert.deepEqual([mayHold('林', late), mayHold('林', one), mayHold('渠', late)], [true, false, false]);
  });
});
