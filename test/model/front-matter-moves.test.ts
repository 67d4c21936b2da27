import assert from 'node:assert/strict';
import fc from 'fast-check';
import { orderFields } from '../../src/model/front-matter/order-front-matter.ts';
import { readFrontMatter } from '../../src/model/front-matter/read-front-matter.ts';
import {
  joinLists,
  type ListShape,
  reshape,
  type Split,
  shapeOf,
} from '../../src/model/front-matter/reshape-front-matter.ts';
import { applyEdits } from '../../src/model/range.ts';

const order = [['title', '标题'], 'series', ['column', '栏目'], 'published', 'reporters', 'keywords', 'stage'];

const ordered = (text: string): string => applyEdits(text, orderFields(readFrontMatter(text), text, order));

/** The first entry of a block, in another shape. */
function shaped(text: string, shape: ListShape, split: Split = false): string {
  const [entry] = readFrontMatter(text).entries;
  assert.ok(entry);
  return applyEdits(text, reshape(text, entry, shape, split));
}

const value = fc.constantFrom(
  '乡村',
  '"a: b"',
  "'it''s'",
  '2024-06-01',
  '[甲, "乙, 丙"]',
  '',
  'true',
  '【山海】# 不是注释',
);
const block = fc.constantFrom('\n  - 甲\n  - "乙: 丙"', '\n  - 甲 # 注\n  # - 乙\n  - 丙', ' |\n  一行\n\n  又一行');
const key = fc.constantFrom(
  'title',
  '标题',
  'series',
  'column',
  '栏目',
  'published',
  'reporters',
  'keywords',
  'weather',
  'x-y',
);
const line = fc.oneof(
  fc
    .tuple(key, value, fc.constantFrom('', ' # 注'))
    .map(([name, said, note]) => `${name}: ${said}${said === '' ? '' : note}\n`),
  fc.tuple(key, block).map(([name, said]) => `${name}:${said}\n`),
  fc.constantFrom('\n', '# 一条注释\n', '# 又一条\n'),
);
const blocks = fc
  .tuple(fc.array(line, { maxLength: 9 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, end]) => `---\n${lines.join('')}---\n正文\n`.replaceAll('\n', end));

describe('putting fields in order', () => {
  it('moves as few lines as will do, with the comments that stand on them', () => {
    assert.equal(
      ordered('---\n# 头\n\ncolumn: 乡村 # 栏\n# 题\ntitle: 柿子\nstage: draft\n---\n'),
      '---\n# 头\n\n# 题\ntitle: 柿子\ncolumn: 乡村 # 栏\nstage: draft\n---\n',
    );
    assert.equal(
      ordered('---\ntitle: a\nkeywords:\n  - 甲\n  # - 乙\nreporters: [丙]\n---\n'),
      '---\ntitle: a\nreporters: [丙]\nkeywords:\n  - 甲\n  # - 乙\n---\n',
    );
    const edits = orderFields(
      readFrontMatter('---\nstage: a\ntitle: b\ncolumn: c\n---\n'),
      '---\nstage: a\ntitle: b\ncolumn: c\n---\n',
      order,
    );
    assert.deepEqual(
      edits.map(({ start, end, text }) => [start, end, text]),
      [
        [4, 13, ''],
        [32, 32, 'stage: a\n'],
      ],
    );
  });

  it('leaves alone what is in order or cannot be moved', () => {
    for (const text of [
      '---\ntitle: a\ncolumn: b\n---\n',
      '---\ncolumn: b\ntitle: "a\n---\n',
      '---\n{column: b, title: a}\n---\n',
      '---\ncolumn: &a b\ntitle: *a\n---\n',
      '+++\ncolumn = 1\n+++\n',
      'column: b\ntitle: a\n',
    ])
      assert.equal(ordered(text), text);
  });

  it('changes no line, and comes to rest', () => {
    fc.assert(
      fc.property(blocks, (text) => {
        const after = ordered(text);
        const lines = (whole: string): string[] => whole.split(/(?<=\n)/).sort();
        assert.deepEqual(lines(after), lines(text));
        assert.equal(ordered(after), after);
        assert.equal(after.slice(after.indexOf('正文')), text.slice(text.indexOf('正文')));
      }),
      { numRuns: 400 },
    );
  });
});

describe('writing a list in another shape', () => {
  it('keeps quotation marks, line ends and comments behind it', () => {
    assert.equal(shaped('---\na: [甲, "乙"] # 注\n---\n', 'block'), '---\na:\n  - 甲\n  - "乙" # 注\n---\n');
    assert.equal(
      shaped("---\r\na:\r\n  - 甲\r\n  - '乙, 丙'\r\nb: 1\r\n---\r\n", 'flow'),
      "---\r\na: [甲, '乙, 丙']\r\nb: 1\r\n---\r\n",
    );
    assert.equal(shaped('---\na: 甲、乙，丙\n---\n', 'flow', 'words'), '---\na: [甲, 乙, 丙]\n---\n');
    assert.equal(shaped('---\na:\n  - 甲\n---\n', 'one'), '---\na: 甲\n---\n');
    assert.equal(shaped('---\na:\n  - 甲, 乙\n---\n', 'flow'), '---\na: ["甲, 乙"]\n---\n');
  });

  it('leaves alone what would lose something', () => {
    for (const text of [
      '---\na:\n  - 甲 # 注\n  - 乙\n---\n',
      '---\na:\n  - x: 1\n---\n',
      '---\na: |\n  甲\n---\n',
      '---\na: [*b]\n---\n',
    ])
      for (const shape of ['flow', 'block', 'one'] as const) assert.ok([text, shaped(text, shape)].includes(text));
    assert.equal(shaped('---\na:\n  - 甲 # 注\n  - 乙\n---\n', 'flow'), '---\na:\n  - 甲 # 注\n  - 乙\n---\n');
    assert.equal(shaped('---\na: [甲, 乙]\n---\n', 'one'), '---\na: [甲, 乙]\n---\n');
  });

  it('says the same afterwards, and touches nothing but the field', () => {
    fc.assert(
      fc.property(blocks, fc.constantFrom<ListShape>('one', 'flow', 'block'), fc.nat(), (text, shape, at) => {
        const before = readFrontMatter(text);
        const entry = before.entries[at % Math.max(1, before.entries.length)];
        if (entry === undefined || before.faults.length > 0) return;
        const edits = reshape(text, entry, shape, false);
        for (const edit of edits) assert.ok(edit.start >= entry.keyAt.end && edit.end <= entry.value.at.end);
        const after = readFrontMatter(applyEdits(text, edits));
        assert.deepEqual(after.faults, []);
        const said = ({ entries }: typeof before): unknown =>
          entries.map(({ key: name, value: own }) => [name, texts(own)]);
        assert.deepEqual(said(after), said(before));
        if (edits.length > 0) {
          const own = after.entries[before.entries.indexOf(entry)];
          assert.equal(own && shapeOf(applyEdits(text, edits), own), shape);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('joins two lists in the shape of the first', () => {
    const joined = (text: string): string => {
      const [first, second] = readFrontMatter(text).entries;
      assert.ok(first && second);
      return applyEdits(text, joinLists(text, first, second));
    };
    assert.equal(joined('---\na: [甲]\nb: [乙, 甲]\n---\n'), '---\na: [甲, 乙]\nb: [乙, 甲]\n---\n');
    assert.equal(joined('---\na:\n- 甲\nb: 乙\n---\n'), '---\na:\n- 甲\n- 乙\nb: 乙\n---\n');
    assert.equal(joined('---\na: 甲\nb: 乙\n---\n'), '---\na: [甲, 乙]\nb: 乙\n---\n');
    assert.equal(joined('---\na: []\nb: 乙\n---\n'), '---\na: [乙]\nb: 乙\n---\n');
  });
});

function texts(own: ReturnType<typeof readFrontMatter>['entries'][number]['value']): unknown {
  if (own.kind === 'list') return own.items.flatMap(texts);
  if (own.kind === 'scalar') return [own.value];
  return own.kind === 'null' ? [] : own.kind;
}
