import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ArticleValues, saysTheSame } from '../../src/engine/newsroom-values.ts';
import { packedValues } from '../../src/engine/packed-values.ts';
import { anyText } from '../any-text.ts';

const all = (values: ArticleValues) => [...values];

describe('what articles say, packed', () => {
  const key = fc.oneof(fc.constantFrom('title', '标题', '', 'reporters\0', '__proto__', 'constructor'), anyText(6));
  const texts = fc.array(fc.oneof(anyText(8), fc.constantFrom('', '\u007f', '\u0080', 'a\u007fb', '\ud83d')));

  it('is the same in every way of asking, whatever it says', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, texts), { maxLength: 6 }), (entries) => {
        const plain: ArticleValues = new Map(entries);
        const packed = packedValues(plain);
        assert.deepEqual(all(packed), all(plain));
        assert.deepEqual([[...packed.keys()], [...packed.values()]], [[...plain.keys()], [...plain.values()]]);
        assert.equal(packed.size, plain.size);
        for (const asked of [...plain.keys(), 'title', '标', '\u0080', 'toString']) {
          assert.deepEqual(packed.get(asked), plain.get(asked), asked);
          assert.equal(packed.has(asked), plain.has(asked), asked);
        }
        const told: unknown[] = [];
        packed.forEach((said, name, whole) => {
          assert.equal(whole, packed);
          told.push([name, said]);
        });
        assert.deepEqual(told, all(plain));
        assert.ok(saysTheSame(plain, packed) && saysTheSame(packed, plain));
        assert.equal(packedValues(packed), packed);
      }),
      { numRuns: 1000 },
    );
  });
});
