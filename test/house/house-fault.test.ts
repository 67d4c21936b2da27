import assert from 'node:assert/strict';
import { houseFindings } from '../../src/checks/house-file.ts';
import { houseFault, unknownWord } from '../../src/house/house-fault.ts';
import { type HouseMessage, houseMessages } from '../../src/house/house-messages.ts';
import { fillAll } from '../../src/model/finding.ts';

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

  it('lists what there is to choose from as each language lists things', () => {
    const { code, data } = unknownWord('unknown-value', at, '海报', ['title', 'body', 'credit'], { key: 'where' });
    const { en, zh } = fillAll(houseMessages[code as HouseMessage], data);
    assert.match(en, /title, body, credit/);
    assert.match(zh, /title、body、credit/);
  });
});
