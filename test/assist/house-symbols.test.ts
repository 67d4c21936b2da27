import assert from 'node:assert/strict';
import { houseSymbols } from '../../src/assist/house-symbols.ts';

describe('the outline of a house file', () => {
  it('has its settings one below the other, of one that is half typed too', () => {
    const text = 'extends: wire\n# 字段\nfields:\n  title:\n    type: text\n\n# 页面\npage: {home: x, nav: [\n';
    const shape = (list: ReturnType<typeof houseSymbols>): unknown =>
      list.map(({ name, range, children }) => [
        name,
        text.slice(range.start, range.end),
        ...(children.length > 0 ? [shape(children)] : []),
      ]);
    assert.deepEqual(shape(houseSymbols(text)), [
      ['extends', 'extends: wire'],
      ['fields', 'fields:\n  title:\n    type: text', [['title', 'title:\n    type: text', [['type', 'type: text']]]]],
      [
        'page',
        'page: {home: x, nav: [',
        [
          ['home', 'home: x,'],
          ['nav', 'nav: ['],
        ],
      ],
    ]);
  });
});
