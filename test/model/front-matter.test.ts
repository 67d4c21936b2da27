import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Entry, FrontMatter, Value } from '../../src/model/front-matter/front-matter.ts';
import { readFrontMatter } from '../../src/model/front-matter/read-front-matter.ts';
import { yamlLimits } from '../../src/model/front-matter/yaml-guard.ts';
import type { Place } from '../../src/model/prose.ts';
import { applyEdits } from '../../src/model/range.ts';
import { anyText } from '../any-text.ts';

/** A value as plain text, for reading in a test. */
function plain(value: Value): unknown {
  switch (value.kind) {
    case 'scalar':
      return value.value;
    case 'list':
      return value.items.map(plain);
    case 'map':
      return value.entries.map((entry) => [entry.key, plain(entry.value)]);
    case 'null':
      return null;
    default:
      return 'other';
  }
}

const entries = (frontMatter: FrontMatter): unknown =>
  frontMatter.entries.map((entry) => [entry.key, plain(entry.value)]);
const faults = (text: string): string[] =>
  readFrontMatter(text).faults.map(
    (fault) => `${fault.code} ${JSON.stringify(text.slice(fault.at.start, fault.at.end))}`,
  );
const fenced = (yaml: string): string => `---\n${yaml}---\n正文\n`;
/** The text after every edit that the faults offer. */
const mended = (text: string): string =>
  applyEdits(
    text,
    readFrontMatter(text).faults.flatMap((fault) => fault.edits ?? []),
  );

describe('front matter: where it lies', () => {
  const body = (text: string): [string, string] => {
    const read = readFrontMatter(text);
    return [read.kind, text.slice(read.bodyStart)];
  };

  it('ends at --- or ..., with CRLF, a lone CR, a BOM or trailing blanks', () => {
    assert.deepEqual(body('---\ntitle: a\n---\nb'), ['yaml', 'b']);
    assert.deepEqual(body('---\r\ntitle: a\r\n---\r\nb'), ['yaml', 'b']);
    assert.deepEqual(body('---\rtitle: a\r---\rb'), ['yaml', 'b']);
    assert.deepEqual(body('\uFEFF--- \ntitle: a\n... \nb'), ['yaml', 'b']);
    assert.deepEqual(body('---\n---\nb'), ['yaml', 'b']);
    assert.deepEqual(body('---\ntitle: a\n---'), ['yaml', '']);
  });

  it('does not end at an indented --- of a block scalar, nor at ---- or --- with text', () => {
    const text = '---\nsummary: |\n  one\n  ---\n  two\ntitle: a\n---\nb';
    assert.deepEqual(body(text), ['yaml', 'b']);
    assert.deepEqual(entries(readFrontMatter(text)), [
      ['summary', 'one\n---\ntwo\n'],
      ['title', 'a'],
    ]);
    assert.deepEqual(body('---\ntitle: a\n----\nx: b\n---\nb'), ['yaml', 'b']);
  });

  it('is not an article that opens with a thematic break', () => {
    for (const text of [
      '---\n\n第一段。\n\n---\n\n第二段。\n',
      '---',
      '---\n',
      '---\n\n# 标题\n',
      '---\n# 标题\n\n正文',
      '---\nhttps://a.test/\n---\n',
      '----\n',
      '{{title}}',
      '{ x',
    ]) {
      assert.deepEqual(body(text), ['none', text], text);
    }
  });

  it('that nobody closed ends before the body', () => {
    assert.deepEqual(body('---\ntitle: a\ncolumn: b\n\n正文。\n\n---\n\n又一段。\n'), [
      'unclosed',
      '\n正文。\n\n---\n\n又一段。\n',
    ]);
    assert.deepEqual(body('---\ntitle: a\n正文。\n'), ['unclosed', '正文。\n']);
    assert.deepEqual(body('---\ntitle: a\ntags:\n- x\n  # 注\ncolumn: b\n# 标题\n'), ['unclosed', '# 标题\n']);
    assert.equal(mended('---\r\ntitle: a\r\n\r\n正文。'), '---\r\ntitle: a\r\n---\r\n\r\n正文。');
    assert.equal(mended('---\ntitle: a'), '---\ntitle: a\n---\n');
  });

  it('in TOML or JSON is recognised and named', () => {
    assert.deepEqual(body('+++\ntitle = "a"\n+++\nb'), ['toml', 'b']);
    assert.deepEqual(body('{\n  "title": "a }"\n}\nb'), ['json', 'b']);
    assert.deepEqual(faults('+++\ntitle = "a"\n+++\nb'), []);
  });
});

describe('front matter: what it holds', () => {
  it('keeps order, duplicates, nesting and dates as they are written', () => {
    const text = fenced(
      'title: a\npublished: 2024-06-01 10:53:16\nslug: 0123\ntitle: b\nrelated:\n  - title: 续\n    url: x.md\ntags: [x, "y, z"]\nempty:\n',
    );
    const read = readFrontMatter(text);
    assert.deepEqual(entries(read), [
      ['title', 'a'],
      ['published', '2024-06-01 10:53:16'],
      ['slug', 123],
      ['title', 'b'],
      [
        'related',
        [
          [
            ['title', '续'],
            ['url', 'x.md'],
          ],
        ],
      ],
      ['tags', ['x', 'y, z']],
      ['empty', null],
    ]);
    const slug = read.entries[2]?.value;
    assert.equal(slug?.kind === 'scalar' && slug.raw, '0123');
    assert.equal(slug?.kind === 'scalar' && slug.prose.text, '0123');
    assert.deepEqual(read.faults, []);
  });

  it('gives each entry its own lines, comments between entries to neither', () => {
    const text = fenced('a: 1 # one\n# two\nb: |\n  x\n\n  y\n\nc:\n  - z # end\n');
    assert.deepEqual(
      readFrontMatter(text).entries.map((entry) => text.slice(entry.lines.start, entry.lines.end)),
      ['a: 1 # one\n', 'b: |\n  x\n\n  y\n', 'c:\n  - z # end\n'],
    );
  });

  it('follows no alias, tag or merge key, and __proto__ is a key like any other', () => {
    assert.deepEqual(
      entries(readFrontMatter(fenced('a: &x {b: 1}\nc: *x\n<<: *x\nd: !!js/function 1\n__proto__: {e: 1}\n'))),
      [
        ['a', [['b', 1]]],
        ['c', 'other'],
        ['<<', 'other'],
        ['d', 'other'],
        ['__proto__', [['e', 1]]],
      ],
    );
    assert.equal(({} as Record<string, unknown>).e, undefined);
  });
});

describe('front matter: faults', () => {
  const cases: readonly [string, string, readonly string[], string?][] = [
    ['a key being typed', 'title: a\ntit\ncolumn: b\n', ['missing-colon "tit"']],
    [
      'prose among the keys',
      'title: a\n一行 文字。\n又一行。\ncolumn: b\n',
      ['missing-colon "一行 文字。\\n又一行。"'],
    ],
    ['a full-width colon', 'title：甲\ncolumn: b\n', ['full-width-colon "："'], 'title: 甲\ncolumn: b\n'],
    ['a full-width colon with a blank', 'title： 甲\n', ['full-width-colon "："'], 'title: 甲\n'],
    [
      'a full-width colon inside',
      'related:\n  - title: 甲\n    url：b\n',
      ['full-width-colon "："'],
      'related:\n  - title: 甲\n    url: b\n',
    ],
    ['no blank after the colon', 'title:甲\ncolumn: b\n', ['missing-space ":"'], 'title: 甲\ncolumn: b\n'],
    [
      'a colon inside a value',
      'title: 甲: 乙 # c\ncolumn: b\n',
      ['unquoted-colon ":"'],
      'title: "甲: 乙" # c\ncolumn: b\n',
    ],
    ['a colon beside both quotation marks', 'title: a"\'\\: b\n', ['unquoted-colon ":"'], "title: 'a\"''\\: b'\n"],
    ['an open quotation mark', 'title: "甲\ncolumn: "b"\n', ['unclosed-quote "\\"甲"']],
    ['text after a quotation', 'title: "甲"乙\n', ['text-after-quote "乙"'], 'title: \'"甲"乙\'\n'],
    ['full-width quotation marks', 'title: “甲: 乙”\n', ['full-width-quotes "“"'], 'title: "甲: 乙"\n'],
    ['a mark that YAML reserves', 'title: @甲\n', ['reserved-start "@"'], 'title: "@甲"\n'],
    ['a title in square brackets', 'title: [甲]乙\n', ['reserved-start "["'], 'title: "[甲]乙"\n'],
    ['an open bracket', 'tags: [甲, 乙\ncolumn: b\n', ['unclosed-bracket "[甲, 乙"']],
    ['a tab', 'tags:\n\t- 甲\ncolumn: b\n', ['tab-indentation "\\t"'], 'tags:\n  - 甲\ncolumn: b\n'],
    ['a line pushed in', 'title: 甲\n  column: b\nx: y\n', ['bad-indentation "  "'], 'title: 甲\ncolumn: b\nx: y\n'],
    ['a list instead of keys', '- a\n- b\n', ['not-a-map "- a\\n- b"']],
    ['a key that is no word', '[a]: b\nc: d\n', ['bad-key "[a]"']],
  ];
  for (const [name, yaml, expected, fixed] of cases) {
    it(name, () => {
      assert.deepEqual(faults(fenced(yaml)), expected);
      assert.equal(mended(fenced(yaml)), fenced(fixed ?? yaml));
      if (fixed) assert.deepEqual(faults(fenced(fixed)), []);
      const crlf = fenced(yaml).replaceAll('\n', '\r\n');
      assert.equal(mended(crlf), fenced(fixed ?? yaml).replaceAll('\n', '\r\n'));
    });
  }

  it('leave the other entries readable, and the broken one as it was meant', () => {
    const yaml = 'title: 甲: 乙\ntit\ncolumn：丙\nsource: "丁\neditor: 戊\n';
    assert.deepEqual(entries(readFrontMatter(fenced(yaml))), [
      ['title', '甲: 乙'],
      ['column', '丙'],
      ['source', '丁'],
      ['editor', '戊'],
    ]);
  });

  it('stay one or none at every step of typing a front matter', () => {
    const rest = 'column: 乡村\npublished: 2024-06-01 10:53\nreporters:\n  - 丁一\n';
    const typed = 'title: "甲乙：丙"';
    for (let length = 1; length <= typed.length; length++) {
      const text = fenced(`${rest}${typed.slice(0, length)}\neditor: 戊\n`);
      const read = readFrontMatter(text);
      assert.ok(read.faults.length <= 1, text);
      for (const key of ['column', 'published', 'reporters', 'editor'])
        assert.ok(
          read.entries.some((entry) => entry.key === key),
          `${key} in ${text}`,
        );
    }
  });
});

describe('front matter: hostile input', () => {
  const { length } = yamlLimits;
  const bombs: Readonly<Record<string, string>> = {
    'nested lists': `a: ${'['.repeat(1000)}${']'.repeat(1000)}\n`,
    'nested maps': `a: ${'{b: '.repeat(1000)}\n`,
    'lists one line deep': `a:\n${'- '.repeat(5000)}\n`,
    'explicit keys': `${'? '.repeat(5000)}\n`,
    indentation: Array.from({ length: 300 }, (_, level) => `${' '.repeat(level)}k:\n`).join(''),
    keys: 'a: b\n'.repeat(12_000),
    marks: `a: ${'"'.repeat(length - 100)}\n`,
    closers: `a: ${']'.repeat(length - 100)}\n`,
    dashes: `a:\n${'-\n'.repeat(30_000)}`,
    size: `a: ${'x'.repeat(length)}\n`,
    aliases: `a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: &d [*c, *c, *c, *c]\n`,
    directives: '%YAML 1.1\n'.repeat(100),
    tags: `a: ${'!'.repeat(60_000)}\n`,
    tabs: `a:\n${'\t'.repeat(60_000)}b\n`,
    'broken lines': 'a: b: c\n'.repeat(249),
    'full-width colons': 'a：b\n'.repeat(1900),
  };
  for (const [name, yaml] of Object.entries(bombs)) {
    it(name, () => {
      for (let again = 0; again < 5; again++) {
        const text = `---\ntitle: 甲\n${yaml}---\n正文\n`;
        const read = readFrontMatter(text);
        assert.equal(read.kind, 'yaml');
        for (const fault of read.faults)
          assert.ok(fault.at.start >= read.range.start && fault.at.end <= read.range.end);
      }
    });
  }

  it('is named, not parsed', () => {
    const code = (yaml: string): string | undefined => readFrontMatter(fenced(yaml)).faults[0]?.code;
    assert.equal(code(bombs['nested lists'] ?? ''), 'too-deep');
    assert.equal(code(bombs.keys ?? ''), 'too-many-keys');
    assert.equal(code(bombs.marks ?? ''), 'too-complex');
    assert.equal(code(bombs.size ?? ''), 'too-long');
  });
});

/** Text that looks like front matter often enough to reach every corner. */
const scraps = fc.constantFrom(
  '---',
  '...',
  '+++',
  '\n',
  '\r\n',
  '\r',
  'title',
  'column',
  ': ',
  ':',
  '：',
  '"',
  "'",
  '“',
  '”',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '- ',
  '|',
  '>',
  '  ',
  '\t',
  '#',
  ' # ',
  '&a',
  '*a',
  '!x',
  '? ',
  '<<',
  '%',
  '@',
  '`',
  '甲',
  '乙。',
  '😀',
  '\uD83D',
  '\0',
  '\uFEFF',
  '\u2028',
  'a',
  '1',
  '~',
  '\\',
  '\\n',
  '\\u4e00',
  'true',
);
const messy = fc
  .tuple(
    fc.constantFrom('', '---\n', '\uFEFF---\r\n', '---\ntitle: a\n'),
    fc.array(scraps, { maxLength: 40 }),
    fc.constantFrom('', '\n---\n正文', '\r\n...\r\n'),
  )
  .map(([head, middle, tail]) => head + middle.join('') + tail);

describe('front matter: for any text', () => {
  const places = function* (value: Value): Iterable<Place> {
    yield value.at;
    if (value.kind === 'scalar') yield value.prose.at(0, value.prose.text.length);
    if (value.kind === 'list') for (const item of value.items) yield* places(item);
    if (value.kind === 'map') for (const entry of value.entries) yield* placesOf(entry);
  };
  const placesOf = function* (entry: Entry): Iterable<Place> {
    yield entry.keyAt;
    yield* places(entry.value);
  };

  it('never throws, and every place is inside the block', () => {
    fc.assert(
      fc.property(fc.oneof(messy, anyText(60)), (text) => {
        const read = readFrontMatter(text);
        const inside = (at: { start: number; end: number }, what: string): void => {
          assert.ok(
            read.range.start <= at.start && at.start <= at.end && at.end <= read.range.end,
            `${what} ${at.start}-${at.end} in ${read.range.start}-${read.range.end}`,
          );
        };
        assert.ok(
          read.range.start <= read.inner.start && read.inner.end <= read.range.end && read.range.end <= text.length,
        );
        assert.ok(read.bodyStart === read.range.end);
        if (read.kind === 'none') assert.equal(read.entries.length + read.faults.length, 0);
        for (const entry of read.entries) {
          inside(entry.lines, 'lines');
          assert.ok(entry.lines.start <= entry.keyAt.start && entry.keyAt.end <= entry.lines.end);
          for (const at of placesOf(entry)) inside(at, entry.key);
        }
        for (const fault of read.faults) {
          inside(fault.at, fault.code);
          for (const edit of fault.edits ?? []) inside(edit, 'edit');
          if (fault.edits) applyEdits(text, fault.edits);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('reads scalars as prose whose every character is that character of the source', () => {
    const walk = function* (value: Value): Iterable<Extract<Value, { kind: 'scalar' }>> {
      if (value.kind === 'scalar') yield value;
      if (value.kind === 'list') for (const item of value.items) yield* walk(item);
      if (value.kind === 'map') for (const entry of value.entries) yield* walk(entry.value);
    };
    fc.assert(
      fc.property(messy, (text) => {
        for (const entry of readFrontMatter(text).entries) {
          for (const { prose, value } of walk(entry.value)) {
            if (typeof value === 'string') assert.equal(prose.rendered, value);
            for (let i = 0; i < prose.text.length; i++) {
              if (prose.kindAt(i) !== 'verbatim') continue;
              const at = prose.at(i, i + 1);
              assert.equal(text.slice(at.start, at.end), prose.text[i]);
            }
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
