import assert from 'node:assert/strict';
import yaml from 'js-yaml';
import { checks } from '../../src/checks/index.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { itemsMeant } from '../../src/model/front-matter/items-meant.ts';

const { house } = resolveHouse(
  {
    text: [
      'extends: none',
      'language: zh-Hans',
      'fields:',
      '  title: {type: text, role: title}',
      '  reporters: {type: people, role: reporters}',
      '  keywords: {type: list}',
      '  published: {type: datetime, role: published, aliases: [date]}',
      'byline: {required: false}',
      '',
    ].join('\n'),
  },
  checks,
);
const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 4, 4) };

/** The front matter after Fix All. */
function fixed(inner: string): string {
  assert.ok(house);
  const { text } = fixAll(`---\n${inner}\n---\n\n正文。\n`, house, facts);
  return text.slice(4, text.indexOf('\n---', 4));
}

describe('repairs of fields that hold several values', () => {
  const meant: readonly (readonly [written: string, names: readonly string[]])[] = [
    ['reporters: "周砚", "高远"', ['周砚', '高远']],
    ['reporters: "周砚"、"高远"', ['周砚', '高远']],
    ["reporters: '周砚', '高远'", ['周砚', '高远']],
    ['reporters: 周砚, "高远"', ['周砚', '高远']],
    ['reporters: “周砚”、“高远”', ['周砚', '高远']],
    ['reporters: 【周砚，高远】', ['周砚', '高远']],
    ['reporters: ［周砚、高远］', ['周砚', '高远']],
    ['reporters: （周砚、高远）', ['周砚', '高远']],
    ['reporters: ["周砚"、"高远"]', ['周砚', '高远']],
    ['reporters: 周砚、高远、', ['周砚', '高远']],
    ['reporters: 周砚、高远', ['周砚', '高远']],
    ['reporters: [周砚、高远]', ['周砚', '高远']],
    ['reporters: 周砚（实习）、高远', ['周砚（实习）', '高远']],
    ['reporters: 【周砚】', ['周砚']],
    ['reporters:周砚、高远', ['周砚', '高远']],
    ['reporters：“周砚”，“高远”', ['周砚', '高远']],
    ['reporters:\n  -周砚\n  -高远', ['周砚', '高远']],
    ['reporters:\n-周砚\n-高远', ['周砚', '高远']],
    ['reporters:\n－周砚\n－高远', ['周砚', '高远']],
    ['reporters:\n  － 周砚\n  － 高远', ['周砚', '高远']],
    ['reporters:\n  • 周砚\n  • 高远', ['周砚', '高远']],
    ['reporters:\n• 周砚\n•　高远', ['周砚', '高远']],
    ['reporters:\n  — 周砚', ['周砚']],
    ['reporters:\n- 周砚\n-高远', ['周砚', '高远']],
    ['reporters: Ann Fields, Ben Okri', ['Ann Fields', 'Ben Okri']],
  ];
  for (const [written, names] of meant) {
    it(`make the list that was meant of ${JSON.stringify(written)}`, () => {
      assert.deepEqual(yaml.load(fixed(written)), { reporters: names });
    });
  }

  it('leave the comment after them where it is, and what only looks like one in the value', () => {
    assert.equal(fixed('reporters: "周砚", "高远" # 两人'), 'reporters: [周砚, 高远] # 两人');
    assert.deepEqual(yaml.load(fixed('reporters: "周砚 # 一", "高远"')), { reporters: ['周砚 # 一', '高远'] });
  });

  const left = [
    'reporters: [@周砚, 高远]',
    'reporters: [#周砚, 高远]',
    'reporters: [%周砚, 高远]',
    'reporters: [`周砚, 高远]',
    'reporters: [周砚、高远）',
    'reporters: 【周砚、高远]',
    'reporters: [周砚, 高远',
    'reporters: 周砚"、高远"',
    'reporters: "周砚"高远',
    'reporters: 记者：周砚、高远',
    'reporters: 周砚、高远，何竹',
    'reporters: Fields, Ann',
    'reporters: Ann Fields, Jr.',
    'reporters: @周砚',
    'reporters:\n  - @周砚\n  - 高远',
    'reporters: （周砚、高远',
    'reporters: - 周砚, 高远',
    'reporters: • 周砚、高远',
    'reporters: 周砚: 高远',
    'keywords: - 水渠, 河湾镇',
    'keywords: 周砚（记者，实习、高远',
    'keywords: "周砚" "高远"',
    'keywords: 水渠，河湾镇、青石滩',
    'tags: "水渠", "通水"',
    'tags: [@水渠, 通水]',
  ];
  for (const written of left) {
    it(`guess at nothing in ${JSON.stringify(written)}`, () => {
      assert.equal(fixed(written), written);
    });
  }

  it('part nothing in bulk that may be one name: degrees, companies, and what somebody put between marks in a list', () => {
    for (const value of [
      '["Washington, D.C."]',
      '"Washington, D.C."',
      'Martin Luther King, Jr.',
      '["Lin Xia, Ph.D."]',
      '["Hewan Canals, Inc."]',
      '["Field, Ann"]',
      '\n  - "Field, Ann"',
      "['Lunch, dinner and tea']",
      '["水渠，通水了"]',
    ])
      assert.equal(fixed(`keywords: ${value}`), `keywords: ${value}`);
    assert.equal(fixed('keywords: canal, water'), 'keywords: [canal, water]');
    assert.equal(fixed('keywords: "水渠，通水"'), 'keywords: [水渠, 通水]');
    assert.equal(fixed('reporters: 周砚,高远等'), 'reporters: 周砚,高远等');
    assert.equal(fixed('reporters: 周砚、高远 等'), 'reporters: 周砚、高远 等');
  });

  it('keep quotation marks that are words’ own, and figures', () => {
    assert.equal(fixed('keywords: “一带一路”、“双碳”'), 'keywords: [“一带一路”, “双碳”]');
    assert.deepEqual(itemsMeant('1,000 米,2,000 米', false)?.items, ['1,000 米', '2,000 米']);
    assert.equal(itemsMeant('1,000 米', false), undefined);
    assert.equal(fixed('keywords: 是、否'), 'keywords: [是, 否]');
    assert.equal(fixed('keywords: 2024-06-01、2024-06-02'), 'keywords: ["2024-06-01", "2024-06-02"]');
    assert.equal(fixed('keywords: yes、no、1_000、12:30'), 'keywords: ["yes", "no", "1_000", "12:30"]');
  });

  it('leave a text what it is', () => {
    assert.equal(fixed('title: @晚橙开园'), 'title: "@晚橙开园"');
    assert.equal(fixed('title: [独家]晚橙开园'), 'title: "[独家]晚橙开园"');
    assert.equal(fixed('title: 【独家】水渠，通水'), 'title: 【独家】水渠，通水');
    assert.equal(fixed('title: "晚橙", "开园"'), 'title: "晚橙", "开园"');
    assert.equal(fixed('keywords:\n  - @晚橙\n  - 开园'), 'keywords:\n  - "@晚橙"\n  - 开园');
  });

  it('never run on what a pair is open in', () => {
    for (const open of ['[', '【', '（', '"', '“', "'"]) {
      const text = `${open}${`${'周砚、'}${open}`.repeat(2_000)}`;
      const before = performance.now();
      itemsMeant(text, true);
      assert.ok(performance.now() - before < 200, open);
    }
  });
});

describe('code of a generator in the front matter', () => {
  it('is left alone', () => {
    for (const inner of [
      'title: "{{ replace .Name "-" " " | title }}"',
      'title: {{ .Title }}',
      'date: {{ .Date }}',
      'title: {{ title | upcase }},通水',
      'reporters: {% for name in names %}{{ name }}、{% endfor %}',
      'reporters: "{{ site.author }}、{{ page.author }}"',
      'title: <%= title %>,"通水"',
      'date: ${date}',
      'title: "{{ a }}"\ntitle: "{{ a }}"',
    ])
      assert.equal(fixed(inner), inner);
  });
});

describe('names that the newsroom has given a field', () => {
  const own = resolveHouse(
    {
      text: 'extends: chinese\nfields:\n  published: {aliases: [date]}\n  reporters: {aliases: [author]}\n  editor: {aliases: [小编]}\n',
    },
    checks,
  ).house;

  it('are as good as its key', () => {
    assert.ok(own);
    for (const inner of [
      'title: 水渠通水\ncolumn: 乡村\ndate: 2026-05-01 10:00\nauthor: [周砚]',
      'title: 水渠通水\n小编: 何竹\ndate: 2026-05-01 10:00',
      '标题: 水渠通水\n栏目: 乡村\ndate: 2026-05-01 10:00\n小编: 何竹',
    ]) {
      const text = `---\n${inner}\n---\n\n正文。\n`;
      const done = fixAll(text, own, facts);
      assert.equal(done.text, text);
      assert.deepEqual(
        done.findings.filter(({ check }) => check === 'mixed-field-names'),
        [],
      );
    }
  });

  it('are told beside those of a house that we ship, and never renamed in bulk', () => {
    assert.ok(own);
    const text = '---\n标题: 水渠通水\ncolumn: 乡村\n来源: 海州日报\n---\n\n正文。\n';
    const done = fixAll(text, own, facts);
    assert.equal(done.text, text);
    assert.equal(done.findings.filter(({ check }) => check === 'mixed-field-names').length, 1);
  });

  it('are what a slip of letters in them was meant to be', () => {
    assert.ok(own);
    const { text } = fixAll('---\nTitle: 水渠\nDate: 2024-06-01\nAUTHOR: 周砚\n---\n\n正文。\n', own, facts);
    assert.match(text, /^---\ntitle: 水渠\ndate: 2024-06-01\nauthor: 周砚\n---/);
  });

  it('are not removed in bulk as a second of the same', () => {
    assert.ok(own);
    const text = '---\ntitle: 水渠通水\npublished: 2026-05-01 10:00\ndate: 2026-05-01 10:00\n---\n\n正文。\n';
    assert.equal(fixAll(text, own, facts).text, text);
  });
});
