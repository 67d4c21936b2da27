import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import yaml from 'js-yaml';
import { checks } from '../../src/checks/index.ts';
import { fixAll } from '../../src/engine/fix.ts';
import type { House } from '../../src/house/house.ts';
import { resolveHouse } from '../../src/house/load.ts';
import type { Value } from '../../src/model/front-matter/front-matter.ts';
import { readFrontMatter } from '../../src/model/front-matter/read-front-matter.ts';
import { harm } from '../harm.ts';

const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 4, 4) };

function houseOf(text: string): House {
  const { house, faults } = resolveHouse({ text }, checks);
  assert.deepEqual(faults, []);
  assert.ok(house);
  return house;
}

const plain = houseOf(
  [
    'extends: none',
    'language: zh-Hans',
    'time-zone: Asia/Shanghai',
    'fields:',
    '  title: {type: text, role: title, prose: true}',
    '  excerpt: {type: text, prose: true}',
    '  date: {type: datetime, role: published}',
    '  updated: {type: datetime, form: 2024-06-01T10:53:16+08:00}',
    '  tags: {type: list}',
    '  author: {type: people}',
    'byline: {required: false}',
    'credit: {required: false}',
    '',
  ].join('\n'),
);
const prose: ReadonlySet<string> = new Set([
  'title',
  'excerpt',
  'subtitle',
  'summary',
  'series',
  'original_title',
  '标题',
  '副题',
  '摘要',
  '专题',
  '原标题',
]);

function* articles(folder: string): Iterable<string> {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) yield* articles(file);
    else if (/\.md$/.test(name)) yield file;
  }
}

/** Values as they stand behind a colon: what generators read of them must not change. */
const value = fc.constantFrom(
  '晚橙,开园',
  '"晚橙,开园"',
  "'他说''好'',通水'",
  '"one\ntwo,三"',
  "'水渠,\n通水'",
  '>\n  水渠,通水\n  开园',
  '|\n  水渠,通水\n  开园',
  '2018-07-25T12:12:34.000Z',
  '2019-10-15T16:58:27+08:00',
  '2016-03-01 23:06:08 +0800',
  '2016-03-01 3:06:08 -4',
  '"2016-03-01 23:06:08 +0800"',
  '2024-06-01',
  '2024-6-1',
  '2024/6/1 8:05',
  '2024-06-01 08:05:09',
  '[水渠, "通,水"]',
  '[水渠,\n通水]',
  '{a: 1, b: "通,水"}',
  '\n  - 水渠\n  - "通,水"',
  '\n- 水渠\n- 通水',
  '周砚',
  '[周砚, 高远]',
  '柳叶渡忙 #晚橙开园#',
  '晚橙 # 待核,一下',
  '&a 晚橙',
  '*a',
  '"{{ title }},通水"',
  '{{ title }}',
  '{% if a %}甲,乙{% endif %}',
  '0123',
  'yes',
  '12:30:45',
  '1_000',
  '~',
  '',
  'null',
  'https://example.com/a,b?c=d',
  '图/水渠 1,2.png',
  '"晚橙\\d开园"',
  '"晚橙"开园',
  '"甲", "乙"',
  '@晚橙',
  '甲: 乙',
  '"甲',
  '[周砚、高远）',
  '他说:"好"...',
  '!!str 晚橙,开园',
  '!!str 2024',
  '!paper 晚橙,开园',
  '&b "晚橙,开园"',
  '!!timestamp 2024-6-1 3:06:08',
  '!!seq [水渠, "通,水"]',
  'last-modified',
  '{created: 2024/6/1 8:05, updated: 2024-06-02}',
  '\n  created: 2024/6/1 8:05\n  updated: "通,水"',
  '[[乡村, "水,利"], 晚橙]',
  '{name: 周砚, url: "a,b"}',
  '\n  - name: 周砚\n    title: "记,者"\n  - 高远',
  '[*b, 周砚]',
  '周砚, 高远',
  'Field, Ann',
);
const key = fc.constantFrom('title', 'excerpt', 'date', 'updated', 'tags', 'author', 'other', 'path', '"quoted key"');
const fence = fc.constantFrom(
  ['---\n', '---\n'],
  ['\n---\n', '---\n'],
  ['---\r\n', '---\r\n'],
  ['\uFEFF---\n', '---\n'],
);
const body = '\n{% include a.html caption="大桥,通车" %}\n\n水渠,通水 [图](a,b.png) 了.\n';

describe('a bulk fix', () => {
  it('makes no text of a date that is still being typed', () => {
    for (const date of ['2024-06-01 08:', '2024-06-01T08: ', '2024-06-01 08: 3'])
      for (const key of ['date', 'updated']) {
        const text = `---\ntitle: 水渠\n${key}: ${date}\n---\n\n水渠通水。\n`;
        assert.equal(fixAll(text, plain, facts).text, text, date);
      }
  });

  it('leaves the articles of this project as other programs read them', () => {
    const house = houseOf('extends: china-report\n');
    let seen = 0;
    for (const file of [...articles('test/corpus'), ...articles('test/newsroom')]) {
      const text = readFileSync(file, 'utf8');
      for (const one of [house, plain]) {
        const { text: fixed } = fixAll(text, one, facts);
        assert.deepEqual(harm(text, fixed, prose), [], file);
        seen++;
      }
    }
    assert.ok(seen > 20);
  });

  it('leaves any front matter as js-yaml reads it, save where it says so', () => {
    // Several values in one text become a list, and a number where text belongs is quoted: the messages say so.
    const told = /^(?:tags|author)\b|^(?:title|excerpt): (?:\d+|true|false) → "/;
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(key, value), { maxLength: 5, selector: ([name]) => name }),
        fence,
        fc.boolean(),
        (entries, [open = '', close = ''], windows) => {
          const inner = entries.map(([name, said]) => `${name}: ${said}\n`).join('');
          const unix = `${open.replaceAll('\r', '')}${inner}${close.replaceAll('\r', '')}${body}`;
          const text = windows || open.includes('\r') ? unix.replaceAll('\n', '\r\n') : unix;
          const once = fixAll(text, plain, facts).text;
          assert.deepEqual(
            harm(text, once, prose).filter((one) => !told.test(one)),
            [],
            text,
          );
          assert.equal(fixAll(once, plain, facts).text, once);
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 120) },
    );
  });
});

function plainOf(value: Value): unknown {
  if (value.kind === 'list') return value.items.map(plainOf);
  if (value.kind === 'map') return Object.fromEntries(value.entries.map((entry) => [entry.key, plainOf(entry.value)]));
  return value.kind === 'scalar' ? value.value : null;
}

describe('front matter', () => {
  it('that js-yaml accepts has no fault, and says what it says there', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(key, value), { maxLength: 5, selector: ([name]) => name }), (entries) => {
        const inner = entries.map(([name, said]) => `${name}: ${said}\n`).join('');
        let wanted: unknown;
        try {
          wanted = yaml.load(inner, { schema: yaml.CORE_SCHEMA });
        } catch {
          return;
        }
        const read = readFrontMatter(`---\n${inner}---\n`);
        // `{{ title }}` is a map of a map to js-yaml, and code to us; what `&` and `*` do is not followed.
        if (/[{]{2}|[&*][ab]/.test(inner)) return;
        assert.deepEqual(read.faults, [], inner);
        const got = Object.fromEntries(read.entries.map((entry) => [entry.key, plainOf(entry.value)]));
        assert.deepEqual(got, wanted ?? {}, inner);
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });
});

describe('the oracle of harm', () => {
  it('notices what was harmed', () => {
    const of = (before: string, after: string): number =>
      harm(`---\n${before}\n---\n`, `---\n${after}\n---\n`, prose).length;
    assert.equal(of('date: 2018-07-25T12:12:34Z', 'date: 2018-07-25 12:12:34Z'), 0);
    assert.equal(of('date: 2018-07-25T12:12:34+08:00', 'date: 2018-07-25 12:12:34'), 1);
    assert.equal(of('date: 2016-03-01 23:06:08 +0800', 'date: 2016-03-01 23:06:08'), 1);
    assert.equal(of('date: 2024/6/1 8:05', 'date: 2024-06-01 08:05'), 0);
    assert.equal(of('date: 2024/6/1 8:05', 'date: 2024-06-01 09:05'), 1);
    assert.equal(of('title: 水渠,通水', 'title: 水渠，通水'), 0);
    assert.equal(of('other: 水渠,通水', 'other: 水渠，通水'), 1);
    assert.equal(of('title: 水渠', 'title: 渠水'), 1);
    assert.equal(of('tags: [a, b]', 'tags: [a]'), 2);
    assert.equal(of('a: "x\ny"', 'a: "x y"'), 0);
    assert.equal(harm('{{ "a,b" }}\n', '{{ "a，b" }}\n').length, 1);
    assert.equal(harm('[a](b,c)\n', '[a](b，c)\n').length, 1);
    assert.equal(harm('+++\na = "x,y"\n+++\n', '+++\na = "x，y"\n+++\n').length, 1);
  });
});
