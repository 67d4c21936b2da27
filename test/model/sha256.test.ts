import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256 } from '../../src/model/sha256.ts';

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const node = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('sha256', () => {
  it('is that of Node for texts of any length around the blocks of the standard', () => {
    for (let length = 0; length < 200; length++) {
      const text = 'a'.repeat(length);
      assert.equal(hex(sha256(text)), node(text), String(length));
    }
  });

  it('is that of Node for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        assert.equal(hex(sha256(text)), node(text));
      }),
    );
  });
});
