import assert from 'node:assert/strict';
import { checks } from '../../src/checks/index.ts';
import { review } from '../../src/engine/review.ts';
import { resolveHouse, shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';

const houseOf = (text: string) => {
  const { house, faults } = resolveHouse({ text }, checks);
  assert.deepEqual(faults, []);
  assert.ok(house);
  return house;
};

/** The checks that find something in an article of a house whose file has this text. */
const found = (house: string, article: string): readonly string[] =>
  review(parseArticle(article), houseOf(house), { files: new Map(), now: Date.UTC(2026, 0, 1) }).findings.map(
    ({ check }) => check,
  );

const bare = '河湾镇的水渠修好了。\n';
const withFields = (fields: string, body = bare) => `---\n${fields}\n---\n\n${body}`;

describe('a house file that extends nothing', () => {
  it('asks for nothing while it says nothing', () => {
    const loose = withFields(
      'titel: 水渠修好了。\nauthor: {name: 陆晓晴}\ndate: 去年\nweather: 晴',
      `海州日报讯(记者 陆晓晴,高远)${bare}`,
    );
    assert.deepEqual(found('name: 海州日报\n', loose), found('extends: plain\n', loose));
    assert.deepEqual(found('', bare), []);
  });

  it('hears of what serves the settings that it says, and of nothing else', () => {
    const cases: readonly (readonly [house: string, article: string, check: string])[] = [
      [`byline:\n  forms: ['海州日报讯（记者{reporters}）']\n`, `海州日报讯(记者陆晓晴)${bare}`, 'malformed-byline'],
      ['byline: {required: true}\n', withFields('title: 水渠'), 'missing-byline'],
      ['credit: {required: true}\n', withFields('title: 水渠', `![水渠](a.jpg)\n\n水渠通水。\n`), 'missing-credit'],
      ['fields:\n  column: {type: choice, values: [乡村, 人物]}\n', withFields('column: 乡愁'), 'bad-value'],
      ['fields:\n  column: {type: text, required: draft}\n', withFields('title: 水渠'), 'missing-field'],
      ['fields:\n  column: {type: text, required: draft}\n', bare, 'missing-front-matter'],
      ['fields:\n  stars: {type: number}\n', withFields('stars: 三颗'), 'wrong-type'],
      ['fields:\n  held: {type: date}\n', withFields('held: 2025-02-30'), 'bad-date'],
      ['fields:\n  headline: {type: text, role: title}\n', withFields('headline: 水渠修好了。'), 'title-punctuation'],
      ['checks:\n  long-title: {max: 5}\n', withFields('title: 河湾镇的水渠修好了'), 'long-title'],
      ['checks:\n  title-punctuation: info\n', withFields('title: 水渠修好了。'), 'title-punctuation'],
    ];
    for (const [house, article, check] of cases) {
      assert.deepEqual(found(house, article), [check], house);
      assert.deepEqual(found('name: 海州日报\n', article), [], house);
      // Whoever turns it off in so many words does not hear of it.
      const off = house.includes('checks:') ? undefined : `${house}checks: {${check}: off}\n`;
      if (off) assert.deepEqual(found(off, article), [], off);
    }
  });

  it('leaves off what the file above turned off, though it says what that serves', () => {
    const above = 'extends: plain\nchecks: {malformed-byline: off}\n';
    const base = resolveHouse({ text: above, name: '../copydesk.yml' }, checks);
    const below = `extends: ../copydesk.yml\nbyline:\n  forms: ['海州日报讯（记者{reporters}）']\n`;
    const { house, faults } = resolveHouse({ text: below, base }, checks);
    assert.deepEqual(faults, []);
    assert.equal(house?.checks['malformed-byline']?.severity, 'off');
  });

  it('is not asked for a byline by its forms, nor for fields by a field that may be left out', () => {
    assert.deepEqual(found(`byline:\n  forms: ['海州日报讯（记者{reporters}）']\n`, withFields('title: 水渠')), []);
    assert.deepEqual(found('byline: {forms: [], required: false}\n', `海州日报讯(记者陆晓晴)${bare}`), []);
    assert.deepEqual(found('fields:\n  column: {type: text}\n', withFields('title: 水渠')), []);
    assert.deepEqual(found('fields:\n  column: {type: text}\n', bare), []);
  });

  it('gives the meaning and the names of the plain fields to its own', () => {
    const house = houseOf(
      'fields:\n  headline: {type: text, role: title}\n  published: {type: datetime, aliases: [date]}\n  作者: {type: text}\n',
    );
    const keys = house.fields.map(({ key }) => key);
    assert.deepEqual(
      ['title', 'headline', 'date', 'published', 'author', '作者', 'source'].map((key) => keys.includes(key)),
      [false, true, false, true, true, true, true],
    );
    const { aliases = [] } = house.fields.find(({ key }) => key === 'author') ?? {};
    assert.ok(aliases.includes('记者') && !aliases.includes('作者'));
    // What it changes of a plain field is still that field.
    assert.equal(houseOf('fields: {title: {max-length: 30}}\n').fields[0]?.role, 'title');
  });

  it('has no clock and no word of a Chinese house when it writes in another language', () => {
    const { timeZone, editorLabel } = houseOf('language: en\n');
    assert.deepEqual([timeZone, editorLabel], [undefined, 'Editor']);
    assert.equal(houseOf('language: en\ntime-zone: Europe/London\n').timeZone, 'Europe/London');
    assert.equal(houseOf('language: zh-Hant\n').timeZone, shippedHouse('plain').timeZone);
  });

  it('passes on what it has asked for to houses that extend it', () => {
    const base = resolveHouse({ text: `byline:\n  forms: ['海州日报讯（记者{reporters}）']\n` }, checks);
    const { house } = resolveHouse({ text: 'extends: ../copydesk.yml\nname: 乡镇\n', base }, checks);
    assert.ok(house);
    assert.notEqual(house.checks['malformed-byline']?.severity, 'off');
    assert.equal(house.checks['bad-value']?.severity, 'off');
  });

  it('that extends another house of ours has what that house has', () => {
    const { checks: settings } = houseOf('extends: wire\nfields: {tags: {type: list}}\n');
    assert.deepEqual(settings, shippedHouse('wire').checks);
  });
});
