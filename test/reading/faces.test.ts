import assert from 'node:assert/strict';
import { review } from '../../src/engine/review.ts';
import { headTags } from '../../src/handover/head.ts';
import { newsArticle } from '../../src/handover/json-ld.ts';
import { ninjs } from '../../src/handover/ninjs.ts';
import type { House } from '../../src/house/house.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { renderCards } from '../../src/page/card.ts';
import { pageHtml, renderPage } from '../../src/page/index.ts';

const paper = shippedHouse('china-report');

/** What every face makes of one article. */
function faces(text: string, house: House = paper) {
  const article = parseArticle(text);
  const picture = () => undefined;
  const ld = newsArticle(article, house, picture);
  const item = ninjs(article, house, { picture });
  const options = { locale: 'zh', image: picture } as const;
  const people = (Array.isArray(item.people) ? item.people : []) as readonly { name: string; rel: string }[];
  return {
    checks: review(article, house, { files: new Map(), now: Date.UTC(2026, 0, 1) }).findings.map(({ check }) => check),
    page: pageHtml(renderPage(article, house, options)),
    cards: renderCards(article, house, options),
    head: headTags(article, house, picture).join('\n'),
    ld,
    item,
    authors: (ld.author ?? []).map(({ name }) => name),
    contributors: (ld.contributor ?? []).map(({ name }) => name),
    rel: (rel: string) => people.filter((person) => person.rel === rel).map(({ name }) => name),
  };
}

const signed = (byline: string, fields = ''): string =>
  `---\ntitle: 水渠通水\n${fields}---\n\n${byline}河湾镇今年修好了三条水渠。\n`;

describe('who signs is who they are, on every face', () => {
  for (const [byline, reporters, correspondents] of [
    ['中国报道讯（记者陆晓晴 通讯员高远）', ['陆晓晴'], ['高远']],
    ['中国报道讯（记者陆晓晴 通訊員高远）', ['陆晓晴'], ['高远']],
    ['中国报道讯（記者陆晓晴 通訊員高远）', ['陆晓晴'], ['高远']],
    ['中国报道讯（记者陆晓晴 信息员高远）', ['陆晓晴'], ['高远']],
    ['中国报道讯（记者陆晓晴 报道员高远）', ['陆晓晴'], ['高远']],
    ['中国报道讯（记者陆晓晴 宣传员高远）', ['陆晓晴'], ['高远']],
    ['中国报道讯（记者陆晓晴 特约通讯员高远）', ['陆晓晴'], ['高远']],
    ['中国报道讯（陆晓晴 通讯员高远 周砚）', ['陆晓晴'], ['高远', '周砚']],
    ['中国报道讯（通讯员高远）', [], ['高远']],
    ['中国报道讯（记者陆晓晴 见习记者高远）', ['陆晓晴', '高远'], []],
    ['中国报道讯（记者陆晓晴 实习生高远）', ['陆晓晴', '高远'], []],
    ['中国报道讯（记者陆晓晴 特约记者高远）', ['陆晓晴', '高远'], []],
    ['中国报道讯（记者陆晓晴 摄影记者高远）', ['陆晓晴', '高远'], []],
  ] as const) {
    it(byline, () => {
      const { authors, contributors, rel, head, checks } = faces(signed(byline));
      assert.deepEqual(authors, reporters);
      assert.deepEqual(contributors, correspondents);
      assert.deepEqual(rel('author'), reporters);
      assert.deepEqual(rel('contributor'), correspondents);
      for (const name of [...reporters, ...correspondents])
        assert.ok(head.includes(`<meta property="article:author" content="${name}">`), name);
      assert.ok(!checks.includes('byline-mismatch'));
      const fields = [
        ...(reporters.length > 0 ? [`reporters: [${reporters.join(', ')}]\n`] : []),
        ...(correspondents.length > 0 ? [`correspondents: [${correspondents.join(', ')}]\n`] : []),
      ].join('');
      // 摄影记者 may be named with the photographers.
      if (!byline.includes('摄影'))
        assert.ok(!faces(signed(byline, fields)).checks.includes('byline-mismatch'), `with ${fields}`);
    });
  }

  it('and a reporter from outside is where the front matter has them', () => {
    const byline = '中国报道讯（记者陆晓晴 特约记者高远）';
    for (const fields of [
      'reporters: [陆晓晴, 高远]\n',
      'reporters: [陆晓晴]\ncorrespondents: [高远]\n',
      'reporters: 陆晓晴、高远\n',
    ])
      assert.ok(!faces(signed(byline, fields)).checks.includes('byline-mismatch'), fields);
    const { authors, contributors } = faces(signed(byline, 'reporters: [陆晓晴]\ncorrespondents: [高远]\n'));
    assert.deepEqual([authors, contributors], [['陆晓晴'], ['高远']]);
  });

  it('and a house says with its forms whom a word of its own makes a correspondent', () => {
    const house = {
      ...paper,
      byline: { ...paper.byline, forms: ['中国报道讯（记者{reporters} 实习生{correspondents}）'] },
    };
    const { authors, contributors } = faces(signed('中国报道讯（记者陆晓晴 实习生高远）'), house);
    assert.deepEqual([authors, contributors], [['陆晓晴'], ['高远']]);
  });

  it('nobody twice', () => {
    const { authors, contributors } = faces(
      signed('中国报道讯（记者陆晓晴 通讯员高远）', 'reporters: [陆晓晴, 高远]\n'),
    );
    assert.deepEqual([authors, contributors], [['陆晓晴', '高远'], []]);
  });
});

describe('several people in one text are several on every face', () => {
  for (const [written, names] of [
    ['陆晓晴、高远', ['陆晓晴', '高远']],
    ['陆晓晴，高远', ['陆晓晴', '高远']],
    ['陆晓晴 高远', ['陆晓晴', '高远']],
    ['"陆晓晴/高远"', ['陆晓晴', '高远']],
    ['[陆晓晴, 高远]', ['陆晓晴', '高远']],
    ['周　砚', ['周砚']],
    ['[周　砚, 高远]', ['周砚', '高远']],
  ] as const) {
    it(`reporters: ${written}`, () => {
      const { authors, rel, checks } = faces(signed(`中国报道讯（记者${names.join(' ')}）`, `reporters: ${written}\n`));
      assert.deepEqual(authors, names);
      assert.deepEqual(rel('author'), names);
      assert.ok(!checks.includes('byline-mismatch'));
    });
  }
});

describe('a date is read once and shown alike on every face', () => {
  const dated = (published: string): string => signed('', `published: ${published}\n`);
  for (const [written, shown, iso] of [
    ['2024-06-01 08:05', '2024-06-01 08:05', '2024-06-01T08:05:00+08:00'],
    ['2024年6月1日8时5分', '2024-06-01 08:05', '2024-06-01T08:05:00+08:00'],
    ['2024/6/1 8:05', '2024-06-01 08:05', '2024-06-01T08:05:00+08:00'],
    ['2024.6.1 8:05', '2024-06-01 08:05', '2024-06-01T08:05:00+08:00'],
    ['2018-07-25T12:12:34.000Z', '2018-07-25 20:12:34', '2018-07-25T20:12:34+08:00'],
    ['2019-10-15T16:58:27+08:00', '2019-10-15 16:58:27', '2019-10-15T16:58:27+08:00'],
    ['2016-03-01 23:06:08 +0800', '2016-03-01 23:06:08', '2016-03-01T23:06:08+08:00'],
    ['2016-03-01 23:06:08 -0500', '2016-03-02 12:06:08', '2016-03-02T12:06:08+08:00'],
    ['20240601', '2024-06-01', '2024-06-01'],
  ] as const) {
    it(written, () => {
      const { page, cards, head, ld, item } = faces(dated(written));
      assert.ok(page.includes(`<time datetime="${iso}">${shown}</time>`), page);
      assert.ok(cards.includes(`<span>${shown.slice(0, 10)}</span>`));
      assert.ok(head.includes(`<meta property="article:published_time" content="${iso}">`));
      assert.equal(ld.datePublished, iso);
      assert.equal(item.firstCreated, iso.includes('T') ? iso : undefined);
    });
  }

  for (const written of [
    '2025-02-30',
    '2025-02-30 10:00',
    '2025-06-01 24:00',
    '2025-13-01',
    '2025-06-01 10:60',
    '待定',
  ]) {
    it(`and “${written}”, which is none, is printed as it is written`, () => {
      const { page, cards, head, ld, item, checks } = faces(dated(written));
      assert.ok(page.includes(written));
      assert.doesNotMatch(page, /<time/);
      assert.ok(cards.includes(`<span>${written}</span>`));
      assert.doesNotMatch(head, /published_time/);
      assert.equal(ld.datePublished, undefined);
      assert.equal(item.firstCreated, undefined);
      assert.ok(checks.includes('bad-date'));
    });
  }
});
