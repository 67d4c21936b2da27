import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editsBetween } from '../../src/engine/edits-between.ts';
import { applyEdits } from '../../src/model/range.ts';

const text = fc
  .array(fc.constantFrom('清', '泉', ',', '，', 'a', '\n', '\r\n', '🍅', ' '), { maxLength: 60 })
  .map((parts) => parts.join(''));

describe('edits between two texts', () => {
  it('turn the one into the other, in order and disjoint', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = editsBetween(before, after);
        assert.equal(applyEdits(before, edits), after);
        for (const [index, edit] of edits.entries()) assert.ok(edit.start >= (edits[index - 1]?.end ?? 0));
      }),
    );
  });

  it('touch nothing but what was exchanged', () => {
    assert.deepEqual(editsBetween('清泉,河口;\n山水\n', '清泉，河口；\n山水\n'), [
      { start: 2, end: 3, text: '，' },
      { start: 5, end: 6, text: '；' },
    ]);
    assert.deepEqual(editsBetween('清泉。。河口\n', '清泉。河口\n'), [{ start: 3, end: 4, text: '' }]);
  });

  it('are none for the same text', () => {
    assert.deepEqual(editsBetween('清泉', '清泉'), []);
  });
});
