import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { NewsArticle, WithContext } from 'schema-dts';
import { headTags } from '../../src/handover/head.ts';
import { type NewsArticleLd, newsArticle } from '../../src/handover/json-ld.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { renderDocument, renderPage } from '../../src/page/index.ts';
import { inventedHouse, inventedWire, wireReport } from '../page/invented.ts';

/** Held against schema.org when the tests are type-checked: a property or value that it does not have is an error here. */
function schemaOrg({ author, contributor, editor, image, keywords, ...rest }: NewsArticleLd): WithContext<NewsArticle> {
  return {
    ...rest,
    author: author && [...author],
    contributor: contributor && [...contributor],
    editor: editor && [...editor],
    keywords: keywords && [...keywords],
    image: image?.map(({ creator, ...one }) => ({ ...one, creator: creator && [...creator] })),
  };
}

function ofCorpus(name: string): NewsArticleLd {
  const article = parseArticle(readFileSync(`test/corpus/china-report/${name}`, 'utf8'));
  return newsArticle(article, shippedHouse('china-report'), (src) => `https://site.example/${src}`);
}

describe('JSON-LD', () => {
  it('tells what a published article says of itself', () => {
    assert.deepEqual(ofCorpus('03-图片新闻.md'), {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: '稻田里的“丰收画”',
      inLanguage: 'zh-Hans',
      datePublished: '2026-09-21T15:02:36+08:00',
      articleSection: '乡村',
      author: [{ '@type': 'Person', name: '林听澜', jobTitle: '记者' }],
      editor: [{ '@type': 'Person', name: '苗景行', jobTitle: '责任编辑' }],
      publisher: { '@type': 'Organization', name: '中国报道网' },
      sourceOrganization: { '@type': 'Organization', name: '中国报道' },
      image: [
        {
          '@type': 'ImageObject',
          contentUrl: 'https://site.example/%E5%9B%BE%E7%89%87/%E7%A8%BB%E7%94%B0.png',
          caption: '俯瞰白鹭湾村的彩色稻田。',
          creditText: '林听澜摄',
          creator: [{ '@type': 'Person', name: '林听澜' }],
        },
        {
          '@type': 'ImageObject',
          contentUrl: 'https://site.example/%E5%9B%BE%E7%89%87/%E5%86%99%E7%94%9F.png',
          caption: '青禾镇中心小学的学生在田埂上写生。',
          creditText: '林听澜摄',
          creator: [{ '@type': 'Person', name: '林听澜' }],
        },
        {
          '@type': 'ImageObject',
          contentUrl: 'https://site.example/%E5%9B%BE%E7%89%87/%E6%94%B6%E5%89%B2.png',
          caption: '农机手驾驶收割机作业。',
          creditText: '受访者供图',
        },
      ],
    } satisfies NewsArticleLd);
  });

  it('has correspondents as contributors, a series as what it is part of, and a reprint by what it is based on', () => {
    const text =
      '---\ntitle: 【渡口的灯】夜校开课\npublished: 2026-01-02\nsource: 云岫日报\nseries: 渡口的灯\n---\n\n青禾新闻讯（记者沈砚秋 通讯员罗一帆）夜校开课。\n\n![](a.jpg)\n（AI生成）\n';
    const found = newsArticle(parseArticle(text), inventedHouse(), () => 'a.jpg');
    assert.deepEqual(found.author, [{ '@type': 'Person', name: '沈砚秋', jobTitle: '记者' }]);
    assert.deepEqual(found.contributor, [{ '@type': 'Person', name: '罗一帆', jobTitle: '通讯员' }]);
    assert.deepEqual(found.isPartOf, { '@type': 'CreativeWorkSeries', name: '渡口的灯' });
    assert.equal(found.isBasedOn?.publisher.name, '云岫日报');
    assert.equal(found.datePublished, '2026-01-02');
    assert.equal(found.image?.[0]?.digitalSourceType, 'https://schema.org/TrainedAlgorithmicMediaDigitalSource');
  });

  it('tells of a picture who took it, who holds it and who supplied it', () => {
    const of = (credit: string) =>
      newsArticle(
        parseArticle(`---\ntitle: 题\n---\n\n![](a.jpg)\n\n田里的人。（${credit}）\n`),
        inventedHouse(),
        () => 'a.jpg',
      ).image?.[0];
    const taken = of('新华社发 沈砚秋 摄');
    assert.deepEqual(
      [taken?.creator, taken?.copyrightNotice, taken?.creditText, taken?.caption],
      [[{ '@type': 'Person', name: '沈砚秋' }], '新华社', '新华社发 沈砚秋 摄', '田里的人。'],
    );
    assert.deepEqual(of('视觉中国供图')?.creator, undefined);
    const supplied = of('云岭镇政府供图');
    assert.deepEqual(
      [supplied?.sourceOrganization?.name, supplied?.creator, supplied?.copyrightNotice],
      ['云岭镇政府', undefined, undefined],
    );
  });

  for (const [written, names] of [
    ['陆晓晴、高远', ['陆晓晴', '高远']],
    ['陆晓晴 高远', ['陆晓晴', '高远']],
    ['周　砚', ['周砚']],
    ['[周　砚, 高远]', ['周砚', '高远']],
    ['["陆晓晴、高远"]', ['陆晓晴', '高远']],
  ] as const) {
    it(`has an author for each of \`reporters: ${written}\``, () => {
      const article = parseArticle(`---\ntitle: 题\nreporters: ${written}\n---\n\n正文。\n`);
      const { author } = newsArticle(article, shippedHouse('china-report'), () => undefined);
      assert.deepEqual(
        author?.map(({ name }) => name),
        names,
      );
    });
  }

  it('says that a draft is one', () => {
    const of = (stage: string) =>
      newsArticle(parseArticle(`---\ntitle: 题\nstage: ${stage}\n---\n`), shippedHouse('china-report'), () => undefined)
        .creativeWorkStatus;
    const field = shippedHouse('china-report').fields.find(({ role }) => role === 'stage');
    const label = field?.values?.find(({ value }) => value === 'draft')?.label;
    assert.equal(of('draft'), 'Draft');
    if (label !== undefined) assert.equal(of(label), 'Draft');
    assert.equal(of('published'), undefined);
  });

  it('has an English dateline and names without roles', () => {
    const found = newsArticle(parseArticle(wireReport), inventedWire(), (src) => src);
    assert.deepEqual(
      found.author?.map(({ name }) => name),
      ['Maren Holt'],
    );
    assert.equal(found.dateline, 'PORT LINNET');
    assert.equal(found.datePublished, '2026-03-09T21:05:00+00:00');
    assert.equal(schemaOrg(found).headline, found.headline);
  });
});

describe('the head of an exported page', () => {
  const text =
    "---\ntitle: '</script><script>window.taken=1</script> \"'\npublished: 2026-06-02 08:45\nsource: 青禾新闻\neditor: 林望舒\nsummary: 摘要\nkeywords: [春耕]\n---\n\n青禾新闻讯（沈砚秋）正文。\n\n![](图.jpg)\n（沈砚秋摄）\n";
  const article = parseArticle(text);
  const house = inventedHouse();
  const tags = headTags(article, house, (src) => src);

  it('has what Open Graph and Chinese search engines read', () => {
    const meta = (name: string) => tags.find((tag) => tag.startsWith('<meta') && tag.includes(`="${name}"`)) ?? '';
    assert.match(meta('og:type'), /content="article"/);
    assert.match(meta('article:published_time'), /content="2026-06-02T08:45:00\+08:00"/);
    assert.match(meta('pubtime_baidu'), /content="2026-06-02T08:45:00\+08:00"/);
    assert.match(meta('source_baidu'), /content="青禾新闻"/);
    assert.match(meta('author_baidu'), /content="沈砚秋"/);
    assert.match(meta('editor_baidu'), /content="林望舒"/);
    assert.match(meta('og:image'), /content="%E5%9B%BE\.jpg"/);
    assert.match(meta('article:tag'), /content="春耕"/);
  });

  it('is text and data, whatever the article says', () => {
    const document = renderDocument(renderPage(article, house, { locale: 'zh', image: (src) => src }), tags);
    assert.equal(document.split('<script').length, 2);
    const json = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(document)?.[1];
    assert.equal(JSON.parse(json ?? '{}').headline, '</script><script>window.taken=1</script> "');
    assert.doesNotMatch(document, /<script>/);
  });
});
