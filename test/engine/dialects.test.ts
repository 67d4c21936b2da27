import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checks } from '../../src/checks/index.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { readFrontMatter } from '../../src/model/front-matter/read-front-matter.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { plain } from './plain-value.ts';

const { house } = resolveHouse(
  {
    text: [
      'extends: none',
      'language: zh-Hans',
      'fields:',
      '  title: {type: text, role: title, prose: true, max-length: 20}',
      '  date: {type: datetime, role: published}',
      '  reporters: {type: people, role: reporters}',
      '  live: {type: boolean}',
      '  column: {type: choice, values: [乡村, 时政], required: draft}',
      'byline: {required: false}',
      '',
    ].join('\n'),
  },
  checks,
);
const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 4, 4) };

function said(text: string): unknown {
  const { entries, faults } = readFrontMatter(text);
  assert.deepEqual(faults, []);
  return Object.fromEntries(entries.map(({ key, value }) => [key, plain(value)]));
}

const toml = (inner: string): string => `+++\n${inner}+++\n正文。\n`;

function fixed(text: string): string {
  assert.ok(house);
  return fixAll(text, house, facts).text;
}

/** The findings as `check: text`, with what is marked. */
function found(text: string): readonly string[] {
  assert.ok(house);
  const article = parseArticle(text);
  return review(article, house, facts).findings.map(({ check, at }) => `${check} ${text.slice(at.start, at.end)}`);
}

describe('TOML front matter', () => {
  it('is read with its types, tables and places', () => {
    const inner = [
      'title = "晚橙 \\u5f00园"',
      "path = 'D:\\稿件'",
      'date = 2024-06-01T10:53:16+08:00',
      'day = 2024-06-01',
      'live = true',
      'weight = 1_000',
      'tags = [',
      '  "水渠", # 注',
      '  "通水",',
      ']',
      'a.b = 1',
      'point = { x = 1, y = 2 }',
      'text = """',
      '一行',
      '又一行"""',
      '[params]',
      'author = "周砚"',
      '[params.site]',
      'name = "海州"',
      '[[links]]',
      'url = "a"',
      '[[links]]',
      'url = "b"',
      '',
    ].join('\n');
    const text = toml(inner);
    assert.deepEqual(said(text), {
      title: '晚橙 开园',
      path: 'D:\\稿件',
      date: '2024-06-01T10:53:16+08:00',
      day: '2024-06-01',
      live: true,
      weight: 1000,
      tags: ['水渠', '通水'],
      a: { b: 1 },
      point: { x: 1, y: 2 },
      text: '一行\n又一行',
      params: { author: '周砚', site: { name: '海州' } },
      links: [{ url: 'a' }, { url: 'b' }],
    });
    for (const { keyAt, value, key } of readFrontMatter(text).entries) {
      assert.equal(text.slice(keyAt.start, keyAt.end), key);
      if (value.kind !== 'scalar') continue;
      const { prose } = value;
      for (let i = 0; i < prose.rendered.length; i++) {
        const { start, end } = prose.at(i, i + 1);
        if (prose.kindAt(i) === 'verbatim') assert.equal(text.slice(start, end), prose.rendered[i]);
      }
    }
  });

  it('is checked like YAML', () => {
    assert.deepEqual(
      found(toml('title = "晚橙,开园"\ndate = 2024-06-01T10:53:16+08:00\nlive = "是"\ncolumn = "乡村"\n')),
      ['half-width-punctuation ,', 'wrong-type "是"'],
    );
    assert.deepEqual(found(toml('title = "晚橙开园"\ndate = "2025-02-30"\ncolumn = "天气"\n')), [
      'bad-date 2025-02-30',
      'bad-value 天气',
    ]);
    assert.deepEqual(found(toml('title = "晚橙开园"\n')), ['missing-field +++']);
  });

  it('is mended in its own words', () => {
    assert.equal(
      fixed(toml('title = "晚橙,\\"开园\\"" # 题\nlive = "是"\nreporters = "周砚、高远"\ncolumn = "乡村"\n')),
      toml('title = "晚橙，“开园”" # 题\nlive = true\nreporters = ["周砚", "高远"]\ncolumn = "乡村"\n'),
    );
    assert.equal(
      fixed(toml("title = '晚橙,开园'\ncolumn = '乡村'\n")),
      toml("title = '晚橙，开园'\ncolumn = '乡村'\n"),
    );
    assert.equal(fixed(toml('date = "2024/6/1 8:05"\n')), toml('date = "2024-06-01 08:05"\n'));
    assert.equal(fixed(toml('title = 2024\n')), toml('title = "2024"\n'));
    for (const date of ['2024-06-01T10:53:16+08:00', '2024-06-01 10:53:16Z', '2024-06-01'])
      assert.equal(fixed(toml(`date = ${date}\n`)), toml(`date = ${date}\n`));
  });

  it('that does not parse is told at its place and left alone', () => {
    const text = toml('title = "晚橙,开园"\ncolumn = 乡村\n');
    assert.deepEqual(found(text).slice(0, 1), ['front-matter-syntax 乡村']);
    assert.equal(fixed(text), text);
  });
});

describe('JSON front matter', () => {
  const json =
    '{\n\t"title": "晚橙,\\"开园\\" \\ud83c\\udf4a",\n\t"live": "是",\n\t"reporters": "周砚、高远",\n\t"column": "乡村"\n}\n\n正文。\n';

  it('is read as JSON reads it', () => {
    assert.deepEqual(said(json), JSON.parse(json.slice(0, json.indexOf('}') + 1)));
    assert.deepEqual(said('{"a": {"b": [1, true, null, "c"]}, "d": "e\\/f"}\n\n正文。\n'), {
      a: { b: [1, true, null, 'c'] },
      d: 'e/f',
    });
  });

  it('is mended in its own words', () => {
    const text = fixed(json);
    assert.deepEqual(JSON.parse(text.slice(0, text.indexOf('}') + 1)), {
      title: '晚橙，“开园” 🍊',
      live: true,
      reporters: ['周砚', '高远'],
      column: '乡村',
    });
    assert.equal(
      fixed('{"title": "晚橙,开园", "column": "乡村"}\n\n正文。\n'),
      '{"title": "晚橙，开园", "column": "乡村"}\n\n正文。\n',
    );
  });

  it('that does not parse is told at its place and left alone', () => {
    for (const text of ['{"title": "晚橙,开园", column: "乡村"}\n\n正文。\n', '{"title": "晚橙,开园", }\n\n正文。\n']) {
      assert.ok(found(text).some((one) => one.startsWith('front-matter-syntax ')));
      assert.equal(fixed(text), text);
    }
  });
});

describe('front matter in any words', () => {
  it('is read for any text without a throw', () => {
    const piece = fc.constantFrom(
      'title',
      ' = ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '#',
      '\n',
      '2024-06-01',
      ',',
      ':',
      '\\',
      '晚橙',
      '"""',
      '[[',
      '.',
      '\u0000',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('toml', 'json'), (pieces, kind) => {
        const inner = pieces.join('');
        const text = kind === 'toml' ? `+++\ntitle = "a"\n${inner}\n+++\nb\n` : `{"title": "a"${inner}}\n\nb\n`;
        const read = readFrontMatter(text);
        for (const { keyAt, lines, value } of read.entries)
          for (const { start, end } of [keyAt, lines, value.at]) assert.ok(start <= end && end <= text.length);
        fixed(text);
      }),
      { numRuns: 60 },
    );
  });
});
