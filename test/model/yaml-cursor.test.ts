import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Entry, Value } from '../../src/model/front-matter/front-matter.ts';
import { readYamlBlock } from '../../src/model/front-matter/read-yaml-block.ts';
import { type YamlCursor, yamlCursor, yamlKeys } from '../../src/model/front-matter/yaml-cursor.ts';
import type { YamlStep } from '../../src/model/front-matter/yaml-token.ts';

/** The cursor at `|`, which is not part of the text. */
function at(marked: string): YamlCursor | undefined {
  const offset = marked.indexOf('|');
  return yamlCursor(marked.slice(0, offset) + marked.slice(offset + 1), offset);
}

/** Its kind, its steps and the word that is replaced. */
function place(marked: string): string {
  const text = marked.replace('|', '');
  const found = at(marked);
  return found === undefined
    ? '—'
    : `${found.kind} /${found.path.join('/')} "${text.slice(found.range.start, found.range.end)}"`;
}

/** Every key that the parser reads, with its steps and place. */
function parsedKeys(text: string): string[] {
  const found: string[] = [];
  const into = (value: Value, path: readonly YamlStep[]): void => {
    if (value.kind === 'list') value.items.forEach((item, index) => void into(item, [...path, index]));
    if (value.kind === 'map') entries(value.entries, path);
  };
  const entries = (list: readonly Entry[], path: readonly YamlStep[]): void => {
    for (const { key, keyAt, value } of list) {
      found.push(`${[...path, key].join('/')} ${keyAt.start}-${keyAt.end}`);
      into(value, [...path, key]);
    }
  };
  const { entries: top, faults } = readYamlBlock(text, { start: 0, end: text.length });
  assert.deepEqual(faults, [], text);
  entries(top, []);
  return found;
}

const scannedKeys = (text: string): string[] =>
  yamlKeys(text).map(({ path, range }) => `${path.join('/')} ${range.start}-${range.end}`);

const houses = ['chinese', 'china-report', 'wire', 'magazine', 'people-paper', 'xinhua-wire', 'ycwb-colon'];

describe('the cursor in YAML', () => {
  it('stands on keys of any depth', () => {
    assert.equal(place('na|'), 'key / "na"');
    assert.equal(place('|'), 'key / ""');
    assert.equal(place('a: 1\n|\nb: 2\n'), 'key / ""');
    assert.equal(place('fields:\n  |'), 'key /fields ""');
    assert.equal(place('fields:\n  title:\n    re|quired: draft\n'), 'key /fields/title "required"');
    assert.equal(place('fields:\n  title:\n    type: text\n  |\n'), 'key /fields ""');
    assert.equal(place('fields:\n  title:\n    type: text\n|\n'), 'key / ""');
    assert.equal(place('values:\n  - value: x\n    al|\n'), 'key /values/0 "al"');
    assert.equal(place('values:\n  - a\n  - val|ue: x\n'), 'key /values/1 "value"');
    assert.equal(place('a:\r\n  b|\r\nc: d\r\n'), 'key /a "b"');
    assert.equal(place('标题|: 甲\n'), 'key / "标题"');
    assert.equal(place('"ti|tle": 甲\n'), 'key / ""title""');
    assert.equal(place('a: {b: {c|}}\n'), 'key /a/b "c"');
    assert.equal(place('a: {b: 1, |}\n'), 'key /a ""');
    assert.equal(place('a: {|'), 'key /a ""');
    assert.equal(place('a:\n  - {x: 1, y|: 2}\n'), 'key /a/0 "y"');
  });

  it('stands on values', () => {
    assert.equal(place('extends: |'), 'value /extends ""');
    assert.equal(place('extends:|'), 'value /extends ""');
    assert.equal(place('extends：|'), 'value /extends "："');
    assert.equal(place('extends: wi|re # 通讯社\n'), 'value /extends "wire"');
    assert.equal(place('name: "青|禾"\n'), 'value /name ""青禾""');
    assert.equal(place('name: "青|\nid: x\n'), 'value /name ""青"');
    assert.equal(place('list: [a, |]\n'), 'value /list/1 ""');
    assert.equal(place('list: [a,|'), 'value /list/1 ""');
    assert.equal(place('list: [|\nname: x\n'), 'value /list/0 ""');
    assert.equal(place('list:\n  - |'), 'value /list/0 ""');
    assert.equal(place('list:\n  -|'), 'value /list/0 ""');
    assert.equal(place('list:\n- a\n- |\n'), 'value /list/1 ""');
    assert.equal(place('list:\n  - - a\n    - b|\n'), 'value /list/0/1 "b"');
    assert.equal(place('a: {b: |'), 'value /a/b ""');
    assert.equal(place('a: {b:|}'), 'value /a/b ""');
    assert.equal(place('a: [{b: x|}]'), 'value /a/0/b "x"');
    assert.equal(place('栏目: 乡|村\n'), 'value /栏目 "乡村"');
  });

  it('is nowhere in comments, block text and behind brackets', () => {
    for (const marked of ['# na|', 'a: b # c|', 'a: |\n  b|\n'.replace('|', '>'), 'a: [b] |', 'a: {b: c}|', '--|-\n'])
      assert.equal(place(marked), marked === '--|-\n' ? 'key / "---"' : '—', marked);
  });

  it('is not misled by what is half typed above', () => {
    assert.equal(place('fields:\n  title:\n    ty\n    |\n'), 'key /fields/title ""');
    assert.equal(place('outlets: [a, b\nbyline:\n  |\n'), 'key /byline ""');
    assert.equal(place('name: "青禾\nbyline:\n  |\n'), 'key /byline ""');
    assert.equal(place('name："青禾\nbyline：\n  |\n'), 'key /byline ""');
    assert.equal(place('checks:\n  long-title: {max\n  wrong-dash: |\n'), 'value /checks/wrong-dash ""');
    assert.equal(place('values:\n  - {value: a\n  - {value: b, |\n'), 'key /values/1 ""');
  });

  it('knows what stands beside it, and what is missing before it', () => {
    assert.deepEqual(at('page:\n  |\n  home: x\n  nav: []\n')?.others, ['home', 'nav']);
    assert.deepEqual(at('page:\n  home: x\n  n|av: []\n')?.others, ['home']);
    assert.deepEqual(at('a: {b: 1, |, c: 2}')?.others, ['b', 'c']);
    assert.deepEqual(at('a: [x, "y", |]')?.others, ['x', 'y']);
    assert.deepEqual(at('a:\n  - x\n  - |\n  - z\n')?.others, ['x', 'z']);
    assert.equal(at('a:|')?.gap, ' ');
    assert.equal(at('a：|')?.gap, ': ');
    assert.equal(at('a: |')?.gap, '');
    assert.equal(at('a:\n  -|')?.gap, ' ');
    assert.equal(at('a: [x,|')?.gap, ' ');
  });

  it('reads the keys of every house as the parser does', () => {
    for (const id of houses) {
      const text = readFileSync(`src/house/${id}.yml`, 'utf8');
      assert.deepEqual(scannedKeys(text), parsedKeys(text), id);
      const windows = text.replaceAll('\n', '\r\n');
      assert.deepEqual(scannedKeys(windows), parsedKeys(windows), id);
    }
  });

  it('reads whatever the parser writes as the parser does', () => {
    const key = fc.constantFrom('a', 'b', 'title', '标题', 'max-length', '2', 'x y');
    const scalar = fc.oneof(
      fc.constantFrom(
        '乡村',
        'a: b',
        '# c',
        '[x',
        '{y',
        '- z',
        "it's",
        '"q"',
        'two\nlines',
        '“引”：号',
        '',
        'x #y',
        '：',
      ),
      fc.integer({ min: -9, max: 999 }),
      fc.boolean(),
    );
    const tree = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, scalar, tie('list'), tie('map')),
      list: fc.array(tie('value'), { maxLength: 4 }),
      map: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    })).map;
    fc.assert(
      fc.property(tree, fc.constantFrom(2, 4), fc.boolean(), fc.boolean(), (value, indent, indentSeq, flow) => {
        const text = stringify(value, {
          indent,
          indentSeq,
          lineWidth: 0,
          ...(flow ? { collectionStyle: 'flow' as const } : {}),
        });
        assert.deepEqual(scannedKeys(text), parsedKeys(text), text);
      }),
      { numRuns: 400 },
    );
  });

  it('is found, or not, at every offset of any text, and the word is of one line', () => {
    const piece = fc.constantFrom(...'ab:：- #\n\r\n"\'[]{},&!*|>?标 \t'.split(''), 'key: ', '\n  ', '- ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.nat(), (pieces, seed) => {
        const text = pieces.join('');
        const offset = text.length === 0 ? 0 : seed % (text.length + 1);
        const found = yamlCursor(text, offset);
        if (found === undefined) return;
        assert.ok(found.range.start <= offset && offset <= found.range.end, JSON.stringify([text, offset, found]));
        assert.doesNotMatch(text.slice(found.range.start, found.range.end), /[\r\n]/);
      }),
      { numRuns: 2000 },
    );
  });
});
