import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addByte, addUnit, addUnits, hasUnit, unitSet } from '../../src/model/unit-set.ts';

describe('sets of UTF-16 units', () => {
  it('are given units from one to another, and eight at a time, as they are given each', () => {
    fc.assert(
      fc.property(fc.nat(0xffff), fc.nat(200), fc.nat(0x1fff), fc.nat(255), (from, more, eighth, bits) => {
        const to = Math.min(0xffff, from + more);
        const [one, other] = [unitSet(), unitSet()];
        addUnits(one, from, to);
        addByte(one, eighth << 3, bits);
        for (let unit = from; unit <= to; unit++) addUnit(other, unit);
        for (let bit = 0; bit < 8; bit++) if (((bits >> bit) & 1) === 1) addUnit(other, (eighth << 3) + bit);
        assert.deepEqual(one, other);
      }),
    );
  });

  it('hold what they were given', () => {
    const set = unitSet();
    addUnits(set, 0x3400, 0x4dbf);
    assert.deepEqual(
      [0x33ff, 0x3400, 0x4000, 0x4dbf, 0x4dc0].map((unit) => hasUnit(set, unit)),
      [false, true, true, true, false],
    );
  });
});
