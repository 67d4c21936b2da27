import assert from 'node:assert/strict';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { pageHtml, renderPage } from '../../src/page/index.ts';

const article = parseArticle('---\ntitle: 水渠通水\nembargo: 2026-06-01 08:00\n---\n\n正文。\n');
const page = (now: number | undefined, house = 'china-report', locale: 'en' | 'zh' = 'zh') =>
  pageHtml(
    renderPage(article, shippedHouse(house), { locale, image: () => undefined, ...(now === undefined ? {} : { now }) }),
  );

describe('the page of an article under embargo', () => {
  it('says so above everything else until the very moment, in the reader’s language', () => {
    const before = Date.parse('2026-05-31T23:59:59Z');
    assert.ok(
      page(before).startsWith('<p class="embargo-bar" role="note">2026-06-01 08:00 解禁，在此之前不得发布</p>'),
    );
    assert.match(page(before, 'china-report', 'en'), /Embargoed until 2026-06-01 08:00: not for publication/);
    assert.doesNotMatch(page(Date.parse('2026-06-01T00:00:00Z')), /embargo-bar/);
  });

  it('says nothing where nobody knows the time, or the house has no such field', () => {
    assert.doesNotMatch(page(undefined), /embargo-bar/);
    assert.doesNotMatch(page(Number.NaN), /embargo-bar/);
    assert.doesNotMatch(page(0, 'plain'), /embargo-bar/);
  });
});
