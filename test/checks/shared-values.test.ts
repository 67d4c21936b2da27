import assert from 'node:assert/strict';
import { fixAll } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';

const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 11, 31) };
const houses = (['plain', 'wire', 'china-report', 'magazine'] as const).map((id) => shippedHouse(id));

const article = (fields: string): string => `---\n${fields}\n---\n\n水渠通了水。\n`;
const found = (text: string, house: (typeof houses)[number], id: string): readonly string[] =>
  review(parseArticle(text), house, facts)
    .findings.filter(({ check }) => check === id)
    .map(({ message }) => message.en);

describe('a fix in bulk of a field', () => {
  it('leaves alone what other fields repeat', () => {
    for (const fields of [
      'title: &题 "水渠,通水"\npermalink: *题',
      'published: &d 2024/6/1 8:05\nlastmod: *d',
      'date: &d 2024/6/1 8:05\nlastmod: *d',
      'seo: &s {title: "水渠,通水"}\ntitle: 水渠\nmore: *s',
      'base: &b\n  description: 水渠,通水...\ndescription: 好\nother:\n  <<: *b',
      'reporters: &r 周砚、高远\nauthors: *r',
      'title: 水渠\nkeywords: &k 水渠，通水\ntags: *k',
    ])
      for (const house of houses) assert.equal(fixAll(article(fields), house, facts).text, article(fields), fields);
  });

  it('mends a value with a name that nothing repeats', () => {
    const fields = 'title: &t "水渠,通水"\nmore: "*"';
    assert.match(fixAll(article(fields), shippedHouse('plain'), facts).text, /"水渠，通水"/);
  });

  it('touches no value that a program fills in, and no item that looks like a text', () => {
    for (const fields of ['title: 水渠\ndate: %date%', 'title: 水渠\ngruppe: - 周砚', 'title: 水渠\ngruppe: | 周砚'])
      for (const house of houses) assert.equal(fixAll(article(fields), house, facts).text, article(fields), fields);
  });

  it('keeps a link to a note about somebody', () => {
    const fields = 'title: 水渠\ncolumn: 乡村\nreporters: "[[周砚]]"';
    const house = shippedHouse('china-report');
    assert.equal(fixAll(article(fields), house, facts).text, article(fields));
    assert.deepEqual(found(article(fields), house, 'wrong-type'), []);
  });

  it('renames nothing where only its lines say that it is front matter', () => {
    const text = 'Title: 水渠\nDate: 2024-06-01 10:20\nSlug: my-post\n\n水渠通了水。\n';
    for (const house of houses) assert.equal(fixAll(text, house, facts).text, text);
  });
});

describe('a folder without a house', () => {
  it('says nothing of fields that have one meaning there and two names', () => {
    const fields = [
      'title: 水渠',
      'date: 2024-06-01',
      'lastmod: 2024-06-02',
      'updated: 2024-06-03',
      'author: 周砚',
      'authors: [周砚, 高远]',
      'description: 水渠',
      'summary: 水渠通水',
    ].join('\n');
    const house = shippedHouse('plain');
    assert.deepEqual(found(article(fields), house, 'duplicate-field'), []);
    const twice = found(article(`${fields}\nlastmod: 2024-06-04`), house, 'duplicate-field');
    assert.deepEqual(twice, ['`lastmod` is on line 4 already']);
  });
});

describe('cut-value', () => {
  it('takes what stands behind a whole date or a number for the comment that it is', () => {
    const house = shippedHouse('china-report');
    for (const field of [
      'published: 2024-06-01 #发布',
      'published: 2024-06-01 08:05:00 +0800 #北京时间',
      'weight: 3 #置顶',
    ])
      assert.deepEqual(found(article(field), house, 'cut-value'), [], field);
    assert.equal(found(article('title: 水渠 #通水了#'), house, 'cut-value').length, 1);
  });
});
