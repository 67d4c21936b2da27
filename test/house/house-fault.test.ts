import assert from 'node:assert/strict';
import { houseFindings } from '../../src/checks/house-file.ts';
import { houseFault, unknownWord } from '../../src/house/house-fault.ts';
import { type HouseMessage, houseMessages } from '../../src/house/house-messages.ts';

const at = { start: 0, end: 1, from: 0, to: 1 };

describe('faults of a house file', () => {
  it('are each said in words of their own', () => {
    const codes = Object.keys(houseMessages).filter((code) => code !== 'replace') as HouseMessage[];
    const said = houseFindings(codes.map((code) => houseFault(code, at))).map(({ message }) => message.zh);
    assert.equal(new Set(said).size, codes.length);
  });

  it('do not compile with a code of which nothing is said', () => {
    // @ts-expect-error: mistyped.
    houseFault('unknown-seting', at);
    // @ts-expect-error: nothing says what was meant.
    unknownWord('bad-size', at, 'x', []);
    assert.equal(houseFault('unknown-setting', at).code, 'unknown-setting');
  });
});
