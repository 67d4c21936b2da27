import assert from 'node:assert/strict';
import { ruleAt } from '../../src/house/rule-at.ts';

const text = `extends: chinese
terms:
  # 镇名
  - use: 河湾镇
    not: [河湾乡, 河湾公社]
    why: 改镇了
  - {use: 海州, not: 海洲}
checks:
  wrong-interpunct: error
  half-width-punctuation:
    severity: warning
fields:
  desk: {type: text, required: draft}
byline: {names: [全称, 简称]}
`;

describe('the rule at a place of a house file', () => {
  const at = (mark: string, source = text) => ruleAt(source, source.indexOf(mark) + mark.length);

  it('is the term, whichever of its lines the cursor is in', () => {
    for (const mark of ['- use', '河湾镇', '河湾公社]', '改镇了', '    why'])
      assert.deepEqual(at(mark)?.path, ['terms', 0], mark);
    for (const mark of ['  - {use', '海洲}']) assert.deepEqual(at(mark)?.path, ['terms', 1], mark);
    assert.match(text.slice(at('河湾公社')?.start, at('河湾公社')?.end), /^use: 河湾镇[\s\S]*改镇了/);
  });

  it('is a setting, the innermost one', () => {
    assert.deepEqual(at('wrong-interpunct: err')?.path, ['checks', 'wrong-interpunct']);
    assert.deepEqual(at('severity: war')?.path, ['checks', 'half-width-punctuation', 'severity']);
    assert.deepEqual(at('required: dr')?.path, ['fields', 'desk', 'required']);
    assert.deepEqual(at('全称')?.path, ['byline', 'names', 0]);
    assert.deepEqual(at('extends: chi')?.path, ['extends']);
  });

  it('is gone from the file without it, and nothing else is', () => {
    const without = at('河湾公社')?.without ?? '';
    assert.doesNotMatch(without, /河湾/);
    assert.match(without, /海州/);
    assert.match(without, /wrong-interpunct: error/);
    assert.doesNotMatch(at('wrong-interpunct: err')?.without ?? '', /wrong-interpunct/);
  });

  it('is none in an empty file, or while the file cannot be read', () => {
    assert.equal(ruleAt('', 0), undefined);
    assert.equal(ruleAt('# 说明\n', 3), undefined);
    assert.equal(ruleAt('terms: [{use: 河', 10), undefined);
    assert.equal(ruleAt('just words', 3), undefined);
    for (let offset = 0; offset <= text.length; offset++) ruleAt(text, offset);
  });
});
