import assert from 'node:assert/strict';
import { applyEdits, lineStarts, positionAt } from '../../src/model/range.ts';

describe('model/range', () => {
  it('counts LF, CR and CR LF as one line end each', () => {
    assert.deepEqual(lineStarts('a\nb\rc\r\nd'), [0, 2, 4, 7]);
    assert.deepEqual(positionAt(lineStarts('a\r\n新闻'), 4), { line: 1, column: 1 });
  });

  it('applies edits in any order and refuses overlap', () => {
    assert.equal(
      applyEdits('abc', [
        { start: 2, end: 3, text: 'C' },
        { start: 0, end: 0, text: '>' },
      ]),
      '>abC',
    );
    assert.throws(
      () =>
        applyEdits('abc', [
          { start: 0, end: 2, text: '' },
          { start: 1, end: 3, text: '' },
        ]),
      RangeError,
    );
  });
});
