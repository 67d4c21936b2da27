import assert from 'node:assert/strict';
import { checks } from '../../src/checks/index.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import type { House } from '../../src/house/house.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { readStaff } from '../../src/house/staff.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { readingOf } from '../../src/reading/reading.ts';

const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 4, 4) };
const declared = [
  'extends: none',
  'language: zh-Hans',
  'time-zone: Asia/Shanghai',
  'fields:',
  '  title: {type: text, role: title, prose: true}',
  '  date: {type: datetime, role: published}',
  '  day: {type: date}',
  '  editor: {type: person, role: editor}',
  '  author: {type: people}',
  '  reporters: {type: people, role: reporters}',
  '  categories: {type: list}',
  '  cover: {type: image}',
  '  weight: {type: number}',
  '  draft: {type: boolean}',
  'byline: {forms: ["海州讯（记者{names}）"], required: false}',
  'credit: {required: false}',
  'other-fields: fine',
  '',
].join('\n');

function houseOf(text: string): House {
  const { house, faults } = resolveHouse({ text }, checks);
  assert.deepEqual(faults, []);
  assert.ok(house);
  return house;
}
const house = houseOf(declared);

/** What is said of an article with such fields, as `check: message`. */
function said(head: string, body = '水渠今年通水。', of = house): readonly string[] {
  const { findings } = review(parseArticle(`---\n${head}\n---\n\n${body}\n`), of, facts);
  return findings.map(({ check, message }) => `${check}: ${message.en}`);
}

describe('values that other programs understand', () => {
  const silent = [
    'title: !!str 2024',
    'title: ! 2024',
    'title: !!str "水渠通水"',
    'title: !paper 水渠通水',
    'title: !expr paste("水渠", "通水")',
    'title: &t 水渠通水\nother: *t',
    'title: &t 水渠通水',
    'a: &a 陆晓晴\ntitle: 水渠\neditor: *a',
    'a: &a [陆晓晴]\ntitle: 水渠\nauthor: *a',
    'title: 水渠\nauthor: !!seq [陆晓晴]',
    'a: &a 陆晓晴\ntitle: 水渠\nauthor: [*a, 高远]',
    'base: &b\n  title: 水渠\n<<: *b\ntitle: 水渠',
    'title: 水渠\nweight: !!int "3"',
    'title: 水渠\ndraft: !!bool "true"',
    'title: 水渠\neditor: !!null',
    'title: 水渠\nauthor: {name: 陆晓晴, url: https://example.com}',
    'title: 水渠\nauthor:\n  - name: 陆晓晴\n    affiliation: 海州大学\n  - 高远',
    'title: 水渠\nauthor: Field, Ann',
    'title: 水渠\ncategories: [乡村, [水利, 灌溉]]',
    ...[
      'last-modified',
      'today',
      'now',
      'git Last Modified',
      'Last Modified',
      'git Created',
      'Created',
      ':git',
      '\\today',
      '"`r Sys.Date()`"',
      '$Date$',
      '"$Date: 2024-06-01 08:00 $"',
      '!expr Sys.Date()',
      '!!timestamp 2024-06-01 08:00:00',
      '!!str 2024-06-01',
      '&d 2024-06-01',
      '{{date}}',
      '"{{ page.date }}"',
      '"<% tp.date.now() %>"',
      '{created: 2024-06-01, updated: 2024-06-02 08:00}',
      '\n  created: 2024-06-01\n  updated: 2024-06-02',
    ].map((date) => `title: 水渠\ndate: ${date}`),
    'title: 水渠\nday: today\n',
    'title: 水渠\nday:\n  created: 2024-06-01',
  ];

  it('are no fault, and nothing of them is changed in bulk', () => {
    for (const head of silent) {
      assert.deepEqual(said(head), [], head);
      const text = `---\n${head}\n---\n\n水渠今年通水。\n`;
      assert.equal(fixAll(text, house, facts).text, text, head);
    }
  });

  it('are told where they can be nothing else than a slip', () => {
    const samples: Readonly<Record<string, string>> = {
      'title: &晚橙开园': 'cut-value',
      'title: 水渠\ndate: 明天': 'bad-date',
      'title: 水渠\ndate: 2024-13-01': 'bad-date',
      'title: 水渠\ndate:\n  created: 2024-13-01': 'bad-date',
      'title: 水渠\ndate:\n  日: 2024-06-01': 'wrong-type',
      'title: 水渠\nauthor: {网址: 陆晓晴}': 'wrong-type',
      'title: [水渠, 通水]': 'wrong-type',
    };
    for (const [head, check] of Object.entries(samples))
      assert.deepEqual(
        said(head).map((one) => one.replace(/:.*/, '')),
        [check],
        head,
      );
  });

  it('are said once: what stands under names where none belong is not measured as well', () => {
    const [first, ...rest] = said('title: 水渠\ncover: {image: a.png, alt: "大桥，通车"}');
    assert.match(first ?? '', /^wrong-type/);
    assert.deepEqual(rest, []);
    assert.deepEqual(said('title: 水渠\ndraft: "true"'), ['wrong-type: `draft` takes `true` or `false`, not `"true"`']);
  });

  it('have the day of publication under `created`', () => {
    const article = parseArticle(
      '---\ntitle: 水渠\ndate:\n  updated: 2024-06-02\n  created: 2024-06-01\n---\n\n水渠。\n',
    );
    assert.equal(readingOf(article, house).published?.iso, '2024-06-01');
  });
});

describe('people whom an alias stands for', () => {
  it('are not compared with the byline', () => {
    const body = '海州讯（记者陆晓晴）水渠今年通水。';
    assert.deepEqual(said('title: 水渠\nreporters: [高远]', body).length, 1);
    assert.deepEqual(said('a: &a [高远]\ntitle: 水渠\nreporters: *a', body), []);
    assert.deepEqual(said('a: &a 高远\ntitle: 水渠\nreporters: [*a]', body), []);
    // Some of them are known, and some are not.
    const both = '海州讯（记者高远 周砚）水渠今年通水。';
    assert.deepEqual(said('a: &a 高远\ntitle: 水渠\nreporters: [*a, 周砚]', both), []);
  });
});

describe('a name in Traditional characters', () => {
  const { people: staff } = readStaff('staff:\n  - name: 陆晓晴\n  - name: 高远\n');
  const own: House = { ...house, staff };

  it('is that of the same person', () => {
    for (const byline of ['海州讯（记者陸曉晴）', '海州讯（记者陸曉晴 高遠）', '海州讯（記者陸曉晴）']) {
      const names = byline.includes('高遠') ? '陆晓晴, 高远' : '陆晓晴';
      const found = said(`title: 水渠\nreporters: [${names}]`, `${byline}水渠今年通水。`, own);
      assert.deepEqual(
        found.filter((one) => /mismatch|unknown-person/.test(one)),
        [],
        byline,
      );
    }
  });

  it('is another’s where it is another', () => {
    const found = said('title: 水渠\nreporters: [陆晓晴]', '海州讯（记者陸曉青）水渠今年通水。', own);
    assert.ok(found.some((one) => one.startsWith('byline-mismatch')));
  });
});
