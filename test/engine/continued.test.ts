import assert from 'node:assert/strict';
import yaml from 'js-yaml';
import { checks } from '../../src/checks/index.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { readFrontMatter } from '../../src/model/front-matter/read-front-matter.ts';
import { shownText } from '../../src/model/front-matter/values.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { plain } from './plain-value.ts';

const { house } = resolveHouse(
  {
    text: [
      'extends: none',
      'language: zh-Hans',
      'fields:',
      '  title: {type: text, role: title, prose: true}',
      '  excerpt: {type: text, prose: true}',
      '  description: {type: text, prose: true}',
      '  reporters: {type: people, role: reporters}',
      '',
    ].join('\n'),
  },
  checks,
);
const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 4, 4) };

const accepted: readonly (readonly [name: string, inner: string])[] = [
  ['a quoted text at column 0', 'excerpt: "The workshop and\ntraining session will be held from 8:00 a.m."\n'],
  ['two of them', 'excerpt: "one\ntwo: three"\ndescription: "one\ntwo: three"\n'],
  ['single quotation marks', "note: '水渠\n通水 ''了'''\nexcerpt: 乙\n"],
  ['a blank line inside', 'title: "水渠\n\n通水"\nexcerpt: 乙\n'],
  ['a line that looks like a comment', 'title: "水渠\n# 通水"\nexcerpt: 乙\n'],
  ['a tab before the words', 'title: "水渠\n\t通水"\n'],
  ['blanks on both sides of the break', 'title: "one  \n   two"\n'],
  ['an escape at the break', 'title: "one\\\ntwo"\n'],
  ['CR LF', 'title: "one\r\ntwo"\r\nexcerpt: 乙\r\n'],
  ['brackets', 'reporters: [周砚,\n高远]\nexcerpt: 乙\n'],
  ['brackets with quoted words over lines', 'reporters: ["one\ntwo", 高远]\n'],
  ['braces', 'links: {title: 通水,\nurl: "a\nb"}\n'],
  ['an item of a list', 'reporters:\n  - "one\ntwo"\n  - 高远\n'],
  ['an item as deep as its dash', 'reporters:\n  - "one\n  two"\n  - 高远\n'],
  ['a key between quotation marks', '"title": "one\ntwo"\n'],
  ['a value under a name', 'links:\n  title: "one\ntwo"\n  url: c\n'],
  ['block text before it', 'excerpt: |\n  "one\n  two: three\ntitle: "a\nb"\n'],
];

describe('values that go on at column 0', () => {
  for (const [name, inner] of accepted) {
    const text = `---\n${inner}---\n\n正文。\n`;
    it(`are read as generators read them: ${name}`, () => {
      const { entries, faults } = readFrontMatter(text);
      assert.deepEqual(faults, []);
      const read = Object.fromEntries(entries.map(({ key, value }) => [key, plain(value)]));
      assert.deepEqual(read, yaml.load(inner));
    });

    it(`have places that say what they read: ${name}`, () => {
      for (const { value } of readFrontMatter(text).entries) {
        if (value.kind !== 'scalar') continue;
        const { prose } = value;
        for (let i = 0; i < prose.rendered.length; i++) {
          const { start, end } = prose.at(i, i + 1);
          if (prose.kindAt(i) === 'verbatim') assert.equal(text.slice(start, end), prose.rendered[i]);
        }
      }
    });

    it(`are left to stand by Fix All: ${name}`, () => {
      assert.ok(house);
      const fixed = fixAll(text, house, facts).text;
      assert.deepEqual(yaml.load(fixed.slice(4, fixed.indexOf('\n---'))), yaml.load(inner));
    });
  }

  it('can be edited where they stand', () => {
    const text = '---\ntitle: "通水,了\n河湾"\n---\n';
    const [entry] = readFrontMatter(text).entries;
    assert.ok(entry?.value.kind === 'scalar');
    assert.deepEqual(entry.value.prose.encode([{ from: 2, to: 3, text: '，' }]), [{ start: 14, end: 15, text: '，' }]);
  });

  it('are no way to swallow what nobody closed', () => {
    const { entries, faults } = readFrontMatter('---\ntitle: "甲\nexcerpt: "乙"\nreporters: [丙]\n---\n');
    assert.deepEqual(
      faults.map(({ code }) => code),
      ['unclosed-quote'],
    );
    assert.deepEqual(
      entries.map(({ key }) => key),
      ['title', 'excerpt', 'reporters'],
    );
  });
});

describe('text over several lines', () => {
  const shown = (inner: string): string => {
    const [entry] = readFrontMatter(`---\n${inner}---\n`).entries;
    assert.ok(entry?.value.kind === 'scalar');
    return shownText(entry.value);
  };
  it('has no blank between Chinese characters where a line ended', () => {
    assert.equal(shown('a: >\n  两万三千盘秧苗，\n  陆续下田。\n').trim(), '两万三千盘秧苗，陆续下田。');
    assert.equal(shown('a: 两万三千盘\n  秧苗 下田\n'), '两万三千盘秧苗 下田');
    assert.equal(shown('a: "两万三千盘\n秧苗"\n'), '两万三千盘秧苗');
    assert.equal(shown("a: '两万三千盘”\n  “秧苗'\n"), '两万三千盘”“秧苗');
    assert.equal(shown('a: "两万三千盘\\u0020秧苗\n  下田"\n'), '两万三千盘 秧苗下田');
    assert.equal(shown('a: the sluice\n  opens\n'), 'the sluice opens');
    assert.equal(shown('a: 水渠 2\n  公里\n'), '水渠 2 公里');
    assert.equal(shown('a: |\n  两万\n  三千\n'), '两万\n三千\n');
  });
});

describe('front matter with a fault elsewhere', () => {
  it('has its continued lines read as such', () => {
    assert.ok(house);
    const text = [
      '---',
      'excerpt: "The workshop and',
      'training session will be held from 8:00 a.m."',
      "description: 'one",
      "training, 2: 3'",
      'links: [a,',
      'b:c]',
      'reporters: "周砚", "高远"',
      '---',
      '',
    ].join('\n');
    assert.deepEqual(
      readFrontMatter(text).faults.map(({ code }) => code),
      ['text-after-quote'],
    );
    assert.equal(fixAll(text, house, facts).text, text.replace('"周砚", "高远"', '[周砚, 高远]'));
  });

  it('has no line made a field that may be part of something else', () => {
    assert.ok(house);
    for (const inner of [
      'excerpt: "The workshop and\ntraining session from 8:00 a.m.\ntitle: @甲\n',
      'excerpt: "他说\n地点：河湾镇\ntitle:甲\n',
      'excerpt: [他说,\n地点：河湾镇\n',
      'title: 甲\nheld from 8:00 on\n',
      'title: 甲\nhttps://example.com/a\n',
      'title: 甲\n8:00\n',
    ]) {
      const text = `---\n${inner}---\n\n正文。\n`;
      assert.equal(fixAll(text, house, facts).text, text);
    }
  });
});

describe('front matter that does not parse', () => {
  const broken = [
    'title: "甲\nexcerpt: 他说,好\nexcerpt: 他说,好\n"乙\n',
    'title: 水渠,通水\nexcerpt: "甲" 乙 "丙\ndate: 2024/6/1\n',
    'title: 水渠,通水\n  excerpt: 他说:"好"\nreporters: 周砚、高远\n',
    'title: 水渠,通水\nreporters: [周砚、高远）\n',
    'title: 水渠,通水。\n没有冒号的一行\n',
  ];
  it('has no safe fix but those that mend it', () => {
    assert.ok(house);
    for (const inner of broken) {
      const article = parseArticle(`---\n${inner}---\n\n正文。\n`);
      assert.ok(article.frontMatter.faults.length > 0, inner);
      for (const { check, fixes, at } of review(article, house, facts).findings) {
        if (check === 'front-matter-syntax' || at.start >= article.frontMatter.bodyStart) continue;
        assert.ok(!fixes.some(({ safe }) => safe), `${check} in ${inner}`);
      }
    }
  });

  it('leaves the body to be mended', () => {
    assert.ok(house);
    const fixed = fixAll('---\ntitle: 水渠,通水\n没有冒号的一行\n---\n\n水渠,通水了。\n', house, facts).text;
    assert.equal(fixed, '---\ntitle: 水渠,通水\n没有冒号的一行\n---\n\n水渠，通水了。\n');
  });
});
