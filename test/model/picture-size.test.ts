import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pictureHead, pictureSize } from '../../src/model/picture-size.ts';
import { assertEnds } from '../work.ts';

/** The first bytes of pictures of every kind that is measured. */
const heads: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
  [0xff, 0xd8, 0xff, 0xe1, 0, 16, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49, 0x2a, 0],
  [0x47, 0x49, 0x46, 0x38, 0x39, 0x61],
  [0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50, 0x56, 0x50, 0x38, 0x20],
  [0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x61, 0x76, 0x69, 0x66, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  [0, 0, 0, 12, 0x4a, 0x58, 0x4c, 0x20, 0x0d, 0x0a, 0x87, 0x0a],
  [0x69, 0x63, 0x6e, 0x73, 0, 0, 0, 8],
  [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0],
  [0x42, 0x4d],
  [0x38, 0x42, 0x50, 0x53],
  [...new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ')],
];

describe('the size of a picture', () => {
  it('is read, or not, of any bytes, and soon', function () {
    this.timeout(120_000);
    const bytes = fc
      .tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 600 }), fc.nat({ max: 3 }))
      .map(([head, rest, fill]) =>
        Uint8Array.from([...head, ...rest, ...new Array(fill * 40).fill(fill % 2 ? 0 : 255)]),
      );
    fc.assert(
      fc.property(bytes, (head) => {
        const size = assertEnds('a head', () => pictureSize(head));
        if (size) assert.ok(size.width > 0 && size.height > 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('costs no more for a head as long as is read of a file', () => {
    for (const head of heads) {
      for (const fill of [0, 1, 0xff, 0x20, 0x31]) {
        const long = new Uint8Array(pictureHead).fill(fill);
        long.set(head);
        assertEnds(`${head.slice(0, 4)} filled with ${fill}`, () => pictureSize(long));
      }
    }
  });
});
