import assert from 'node:assert/strict';
import { makeArticle } from './articles.ts';
import { profile, profileOf } from './profile.ts';

describe('the articles of the benchmark', () => {
  const articles = Array.from({ length: 100 }, (_, seed) => makeArticle(4096, seed));

  it('have the marks of press copy', () => {
    for (const [name, share] of Object.entries(profileOf(articles))) {
      const [, least = 0, most = 0] = profile[name] ?? [];
      assert.ok(share >= least && share <= most, `${name}: ${share.toFixed(1)} in 1,000, not ${least} to ${most}`);
    }
  });

  it('have the size that was asked for, and are not alike', () => {
    const sizes = articles.map((text) => Buffer.byteLength(text));
    assert.ok(Math.min(...sizes) > 3500 && Math.max(...sizes) < 5500, `${Math.min(...sizes)} to ${Math.max(...sizes)}`);
    assert.equal(new Set(articles).size, articles.length);
    assert.equal(makeArticle(4096, 7), articles[7]);
  });
});
