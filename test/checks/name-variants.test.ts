import assert from 'node:assert/strict';
import { nameVariants } from '../../src/checks/name-variants.ts';
import { review } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { readStaff } from '../../src/house/staff.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { assertGrowsEvenly } from '../work.ts';

const house = shippedHouse('china-report');
const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 4, 4) };

function found(text: string, own = house): readonly string[] {
  const article = parseArticle(text);
  const { findings } = review(article, own, facts, undefined, [nameVariants]);
  return findings.filter(({ check }) => check === nameVariants.id).map(({ at }) => text.slice(at.start, at.end));
}

describe('name-variants', () => {
  it('never doubts a spelling that the staff list has', () => {
    const text = '马克·唐纳来了。马克·唐纳带来茶。马克·唐纳走了。\n\n马克·托纳也来了。\n';
    assert.deepEqual(found(text), ['马克·托纳']);
    const { people } = readStaff('staff: [马克·托纳]\n');
    assert.deepEqual(found(text, { ...house, staff: people }), ['马克·唐纳', '马克·唐纳', '马克·唐纳']);
  });

  it('takes no word around a name for a part of it', () => {
    for (const [before, after] of [
      ['发言人', '表示'],
      ['总统', '希望来年再来'],
      ['记者问', '当天到场'],
      ['村民', '于5日抵达'],
      ['邻居', '因此留下'],
    ]) {
      assert.deepEqual(
        found(`马克·托纳来了。马克·托纳说好。\n\n${before}马克·托纳${after}。\n`),
        [],
        `${before}…${after}`,
      );
      assert.deepEqual(
        found(`马克·托纳来了。马克·托纳说好。\n\n${before}马克·唐纳${after}。\n`),
        ['马克·唐纳'],
        `${before}…${after}`,
      );
    }
  });

  it('leaves titles, units and lists alone', () => {
    for (const text of [
      '“云岫·橙园”开园。\n\n“云岫·茶园”开园。\n',
      '“星期三·早读”与听众见面。\n\n“星期三·晚读”与听众见面。\n',
      '莎莉·莱斯与莎莉·莱恩同台。\n',
      '安·李来了。安·林也来了。\n',
      '马克·托纳来了。\n\n马克·托纳德也来了。\n',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });

  it('takes time in step with the text, whatever it holds', () => {
    const pieces = ['马克·', '马克·托纳，', '马·', '···', '马克·托纳·唐纳·', '里约·卡洛•'];
    for (const piece of pieces) {
      assertGrowsEvenly('names', piece, 100_000, (text) => {
        review(parseArticle(text), house, facts, undefined, [nameVariants]);
      });
    }
  });
});
