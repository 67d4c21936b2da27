import assert from 'node:assert/strict';
import fc from 'fast-check';
import { insertFields, removeEntry, renameKey, setField } from '../../src/model/front-matter/edit-front-matter.ts';
import type { Value } from '../../src/model/front-matter/front-matter.ts';
import { readFrontMatter } from '../../src/model/front-matter/read-front-matter.ts';
import { quoteScalar, writeScalar } from '../../src/model/front-matter/yaml-scalar.ts';
import { applyEdits } from '../../src/model/range.ts';
import { anyText } from '../any-text.ts';

type ScalarOf = Extract<Value, { kind: 'scalar' }>;

/** The scalar under `key`. */
function scalar(text: string, key: string): ScalarOf {
  const value = readFrontMatter(text).entries.find((entry) => entry.key === key)?.value;
  assert.equal(value?.kind, 'scalar', JSON.stringify(text));
  return value as ScalarOf;
}

/** Ways of writing one value; `undefined` where it cannot be written so. */
const ways: Readonly<Record<string, (value: string) => string | undefined>> = {
  plain: (value) => (writeScalar(value) === value ? value : undefined),
  single: (value) => (/^[\p{L}\p{N}\p{P}\p{Zs}]*$/u.test(value) ? `'${value.replaceAll("'", "''")}'` : undefined),
  double: (value) => JSON.stringify(value),
  escaped: (value) =>
    `"${Array.from({ length: value.length }, (_, i) => `\\u${value.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')}"`,
  literal: (value) =>
    /^[^\s\p{C}][^\p{C}\p{Z}]*(?:[ \n][^\p{C}\p{Z}\n]+)*$/u.test(value)
      ? `|-\n  ${value.replaceAll('\n', '\n  ')}`
      : undefined,
  folded: (value) => (/^[^\s\p{C}][^\p{C}\p{Z}]*$/u.test(value) ? `>-\n  ${value}` : undefined),
  spread: (value) => (/^\p{L}+(?: \p{L}+)+$/u.test(value) ? value.replace(' ', '\n    ') : undefined),
  'double spread': (value) => (/^\p{L}+(?: \p{L}+)+$/u.test(value) ? `"${value.replace(' ', '\n    ')}"` : undefined),
};

/** Characters that nobody sees are none of a value: test/checks/invisible-values.test.ts. */
const pieces = fc.constantFrom(
  '甲',
  '乙',
  ' ',
  '：',
  ': ',
  '#',
  ' #',
  '"',
  "'",
  '“',
  '”',
  ',',
  '[',
  ']',
  '{',
  '&',
  '*',
  '-',
  '- ',
  '?',
  '1',
  'true',
  '\\',
  '\n',
  '\t',
  '😀',
  '·',
  '•',
  'a',
  'null',
  '~',
  '|',
  '%',
  '@',
  '\0',
);
const words = fc
  .array(fc.constantFrom('one', '甲乙', 'x'), { minLength: 2, maxLength: 4 })
  .map((parts) => parts.join(' '));
const messy = fc.array(pieces, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
const value = fc.oneof({ weight: 3, arbitrary: messy }, { weight: 1, arbitrary: words });
const way = fc.constantFrom(...Object.keys(ways));
const ends = fc.constantFrom('\n', '\r\n');

describe('YAML scalars as prose', () => {
  it('are aligned in every style', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(value, way, ends, (said, name, lineEnd) => {
        const written = ways[name]?.(said);
        fc.pre(written !== undefined);
        seen.add(name);
        const text = `---\na: 1\ntitle: ${written}\nb: 2\n---\n正文`.replaceAll('\n', lineEnd);
        const { prose } = scalar(text, 'title');
        assert.equal(prose.text, said);
        for (let i = 0; i < said.length; i++) {
          assert.notEqual(prose.kindAt(i), 'literal');
          const at = prose.at(i, i + 1);
          if (prose.kindAt(i) === 'verbatim') assert.equal(text.slice(at.start, at.end), said[i]);
          else assert.ok(at.end > at.start);
        }
      }),
      { numRuns: 3000 },
    );
    assert.deepEqual([...seen].sort(), Object.keys(ways).sort());
  });

  it('say what an edit of the prose says, and nothing else of the text moves', () => {
    let minimal = 0;
    fc.assert(
      fc.property(
        value,
        value,
        way,
        ends,
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (said, added, name, lineEnd, a, b, flow) => {
          const written = ways[name]?.(said);
          fc.pre(written !== undefined && !(flow && /[\n,[\]{}]/.test(written)));
          const head = '---\n# 注\na: 1\n';
          const tail = ' # 尾\nb: 2\n---\n正文';
          const block = /^[|>]/.test(written ?? '');
          const line = flow ? `title: [x, ${written}, y]` : `title: ${written}`;
          const text = `${head}${line}${block ? tail.slice(4) : tail}`.replaceAll('\n', lineEnd);
          const read = readFrontMatter(text);
          fc.pre(read.faults.length === 0);
          const held = read.entries.find((entry) => entry.key === 'title')?.value;
          const target = flow && held?.kind === 'list' ? held.items[1] : held;
          fc.pre(target?.kind === 'scalar' && target.prose.text === said);
          const from = Math.min(a % (said.length + 1), b % (said.length + 1));
          const to = Math.max(a % (said.length + 1), b % (said.length + 1));
          const edits = (target as ScalarOf).prose.encode([{ from, to, text: added }]);
          if (!edits) return;
          minimal++;
          const after = applyEdits(text, edits);
          const wanted = said.slice(0, from) + added + said.slice(to);
          const again = readFrontMatter(after);
          const found = again.entries.find((entry) => entry.key === 'title')?.value;
          const result = flow && found?.kind === 'list' ? found.items[1] : found;
          assert.equal(result?.kind === 'scalar' ? result.prose.rendered : result?.kind, wanted, after);
          assert.deepEqual(again.faults, []);
          assert.deepEqual(
            again.entries.map((entry) => entry.key),
            ['a', 'title', 'b'],
          );
          assert.ok(after.startsWith(head.replaceAll('\n', lineEnd)));
          assert.ok(after.endsWith(tail.slice(4).replaceAll('\n', lineEnd)));
        },
      ),
      { numRuns: 4000 },
    );
    assert.ok(minimal > 1000, `only ${minimal} edits were encoded`);
  });

  it('change by the fewest characters', () => {
    const edit = (written: string, from: number, to: number, added: string) => {
      const text = `---\ntitle: ${written}\n---\n`;
      const edits = scalar(text, 'title').prose.encode([{ from, to, text: added }]);
      return edits?.map((one) => `${text.slice(one.start, one.end)}→${one.text}`);
    };
    assert.deepEqual(edit('甲•乙 # 注', 1, 2, '·'), ['•→·']);
    assert.deepEqual(edit('"甲•乙"', 1, 2, '·'), ['•→·']);
    assert.deepEqual(edit("'甲•乙'", 1, 2, "'"), ["•→''"]);
    assert.deepEqual(edit('甲•乙', 1, 2, ': '), ['→"', '•→: ', '→"']);
    assert.deepEqual(edit('2024年', 4, 5, ''), ['→"', '年→', '→"']);
    assert.deepEqual(edit('>\n  甲•乙\n  丙', 1, 2, '·'), ['•→·']);
    assert.deepEqual(edit('"a\\u2022b"', 1, 2, '·'), ['\\u2022→·']);
    assert.deepEqual(edit('"a\\tb"', 0, 1, ''), ['a→']);
    assert.equal(edit('|\n  甲', 0, 1, '\u0000'), undefined);
  });

  it('never edit half of what is written as one', () => {
    const text = '---\ntitle: "\\U0001F600甲"\n---\n';
    const { prose } = scalar(text, 'title');
    assert.equal(prose.text, '😀甲');
    assert.equal(prose.encode([{ from: 1, to: 2, text: '' }]), undefined);
    assert.equal(applyEdits(text, prose.encode([{ from: 0, to: 2, text: '' }]) ?? []), '---\ntitle: "甲"\n---\n');
  });

  it('are quoted so that they read back', () => {
    fc.assert(
      fc.property(fc.oneof(value, anyText()), (said) => {
        fc.pre(!/\p{Cs}/u.test(said));
        for (const written of [writeScalar(said), quoteScalar(said)])
          assert.equal(scalar(`---\ntitle: ${written}\n---\n`, 'title').value, said);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('editing the front matter', () => {
  const order = ['title', 'column', 'published', 'source', 'editor'];
  const read = (text: string) => readFrontMatter(text);
  const set = (text: string, key: string, yaml: string): string =>
    applyEdits(text, setField(read(text), text, key, yaml, order));

  it('sets a value and nothing else', () => {
    const text = '---\n# 头\ntitle: 甲 # 尾\n\ncolumn:\npublished: |\n  旧\nsource: [a]\n---\n';
    assert.equal(set(text, 'title', '乙'), text.replace('甲', '乙'));
    assert.equal(set(text, 'column', '乡村'), text.replace('column:', 'column: 乡村'));
    assert.equal(set(text, 'published', '2024-06-01'), text.replace('|\n  旧', '2024-06-01'));
    assert.equal(set(text, 'source', '\n  - a\n  - b'), text.replace(' [a]', '\n  - a\n  - b'));
    assert.equal(set(text, 'source', ''), text.replace('[a]', ''));
    assert.deepEqual(setField(read(text), text, 'title', '甲', order), []);
  });

  it('leaves a comment apart from a value that was not there', () => {
    for (const text of ['---\ntitle: # 待定\n---\n', '---\ntitle:   # 待定\n---\n']) {
      const filled = set(text, 'title', '甲');
      const [entry] = read(filled).entries;
      assert.equal(entry?.value.kind === 'scalar' && entry.value.value, '甲', filled);
      assert.ok(filled.includes(' # 待定'), filled);
    }
  });

  it('adds fields in the house order, with the text’s own line ends', () => {
    const text = '---\r\ntitle: 甲\r\nextra: x\r\nsource: s\r\n---\r\n正文';
    const added = applyEdits(
      text,
      insertFields(
        read(text),
        text,
        [
          { key: 'editor', yaml: '戊' },
          { key: 'published', yaml: '' },
          { key: 'column', yaml: '乡村' },
        ],
        order,
      ),
    );
    assert.equal(
      added,
      '---\r\ntitle: 甲\r\ncolumn: 乡村\r\npublished:\r\nextra: x\r\nsource: s\r\neditor: 戊\r\n---\r\n正文',
    );
  });

  it('adds fields to TOML and JSON in their own words', () => {
    const add = (text: string, ...fields: (readonly [string, string])[]): string =>
      applyEdits(
        text,
        insertFields(
          read(text),
          text,
          fields.map(([key, yaml]) => ({ key, yaml })),
          order,
        ),
      );
    const fields = [
      ['editor', '[戊, 己]'],
      ['column', '乡村'],
      ['published', '2024-06-01 08:00'],
    ] as const;
    assert.equal(
      add('+++\r\ntitle = "甲"\r\n\r\n[params]\r\nsource = "s"\r\n+++\r\n正文', ...fields),
      '+++\r\ntitle = "甲"\r\ncolumn = "乡村"\r\npublished = "2024-06-01 08:00"\r\neditor = ["戊", "己"]\r\n\r\n[params]\r\nsource = "s"\r\n+++\r\n正文',
    );
    assert.equal(
      add('+++\n[params]\nsource = "s"\n+++\n正文', ['column', '']),
      '+++\ncolumn = ""\n[params]\nsource = "s"\n+++\n正文',
    );
    assert.equal(
      add('{\n  "title": "甲",\n  "source": "s"\n}\n正文', ...fields),
      '{\n  "title": "甲",\n  "column": "乡村",\n  "published": "2024-06-01 08:00",\n  "source": "s",\n  "editor": ["戊", "己"]\n}\n正文',
    );
    assert.equal(add('{"source": "s"}\n正文', ['title', '甲']), '{"title": "甲", "source": "s"}\n正文');
    assert.equal(add('{"title": "甲"}\n正文', ['column', '']), '{"title": "甲", "column": ""}\n正文');
    assert.equal(
      add('{"title": "甲"}\n正文', ['column', '\n  - title: 乙']),
      '{"title": "甲", "column": [{"title": "乙"}]}\n正文',
    );
    // What cannot be said so is not added.
    assert.equal(set('+++\ntitle = "甲"\n+++\n', 'title', '乙: 丙'), '+++\ntitle = "甲"\n+++\n');
    assert.equal(set("+++\ntitle = '甲'\n+++\n", 'title', '[乙]'), '+++\ntitle = ["乙"]\n+++\n');
    assert.equal(set('{"title": "甲"}\n', 'title', '乙'), '{"title": "乙"}\n');
  });

  it('makes a front matter where there is none, below a BOM', () => {
    const text = '\uFEFF正文';
    assert.equal(
      applyEdits(text, insertFields(read(text), text, [{ key: 'title', yaml: '甲' }], order)),
      '\uFEFF---\ntitle: 甲\n---\n\n正文',
    );
  });

  it('renames and removes', () => {
    const text = '---\ntitel: 甲 # 注\n# 留\ncolumn: 乙\n---\n';
    const [first, second] = read(text).entries;
    assert.ok(first && second);
    assert.equal(applyEdits(text, renameKey(text, first, 'title')), text.replace('titel', 'title'));
    assert.equal(applyEdits(text, removeEntry(read(text), second)), '---\ntitel: 甲 # 注\n# 留\n---\n');
    const flow = '---\n{a: 1, b: 2}\n---\n';
    const [one] = read(flow).entries;
    assert.ok(one);
    assert.deepEqual(removeEntry(read(flow), one), []);
  });

  it('touches no line but its own, for any value', () => {
    const head = '---\n# 头\nsource: "s" # 注\n\n';
    const tail = 'editor:   戊\n---\n正文\n';
    fc.assert(
      fc.property(value, value, ends, (had, next, lineEnd) => {
        const text = `${head}title: ${writeScalar(had)} # 尾\n${tail}`.replaceAll('\n', lineEnd);
        fc.pre(read(text).faults.length === 0);
        const after = set(text, 'title', writeScalar(next));
        assert.equal(scalar(after, 'title').value, next);
        assert.ok(
          after.startsWith(head.replaceAll('\n', lineEnd)) &&
            after.endsWith(` # 尾\n${tail}`.replaceAll('\n', lineEnd)),
        );
      }),
      { numRuns: 500 },
    );
  });
});
