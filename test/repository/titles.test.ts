import assert from 'node:assert/strict';
import { rules, titleOf } from '../../src/checks/index.ts';
import { cells } from '../../src/cli/reporters/width.ts';

describe('titles of checks', () => {
  it('are one to five words of English, short enough for a list', () => {
    for (const { id, title } of rules) {
      assert.match(title.en, /^[“A-Z][A-Za-z’”-]*(?: [A-Za-z’-]+){0,4}$/, id);
      assert.ok(title.en.length <= 28, `${id}: ${title.en}`);
    }
  });

  it('are two to eight characters of Chinese', () => {
    for (const { id, title } of rules) {
      assert.match(title.zh, /^[\p{Script=Han}A-Za-z ]+$/u, id);
      assert.match(title.zh, /\p{Script=Han}{2}/u, id);
      assert.ok(cells(title.zh) <= 16, `${id}: ${title.zh}`);
    }
  });

  it('tell checks apart in either language', () => {
    for (const locale of ['en', 'zh'] as const) {
      assert.equal(new Set(rules.map(({ id }) => titleOf(id, locale))).size, rules.length, locale);
    }
  });

  it('are the id of what nobody knows', () => {
    assert.equal(titleOf('no-such-check', 'zh'), 'no-such-check');
  });
});
