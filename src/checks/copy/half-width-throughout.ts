import type { House } from '../../house/house.ts';
import type { Article } from '../../model/article.ts';
import { halfWidthMarksOf } from './half-width-marks.ts';

/**
 * Whether an article's punctuation is half-width from end to end, so that `half-width-punctuation` reports it once for
 * the whole article: brackets of bylines and credits then go with it.
 */
export function isHalfWidthThroughout(article: Article, house: House): boolean {
  const setting = house.checks['half-width-punctuation'];
  if (setting?.severity === 'off') return false;
  const limit = setting?.options?.collapse;
  let half = 0;
  let full = 0;
  for (const { prose } of article.passages) {
    const found = halfWidthMarksOf(prose, true);
    half += found.half;
    full += found.full;
  }
  return half >= (typeof limit === 'number' ? limit : 20) && half > full;
}
