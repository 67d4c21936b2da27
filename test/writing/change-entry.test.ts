import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checks } from '../../src/checks/index.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { applyEdits } from '../../src/model/range.ts';
import { changeEntry, type EntryChange } from '../../src/writing/change-entry.ts';
import { entriesIn, partsOf } from '../../src/writing/field-entries.ts';

const { house } = resolveHouse(
  {
    text: 'extends: china-report\nfields:\n  scores: {type: map, of: number, aliases: [评分]}\n  places: {type: map}\n',
  },
  checks,
);

function fieldOf(key: string) {
  const field = house?.fields.find((one) => one.key === key);
  assert.ok(house && field, key);
  return { house, field };
}

/** The front matter after a change to a field, with `same` for none. */
function after(key: string, lines: string, change: EntryChange): string {
  const { house: own, field } = fieldOf(key);
  const text = `---\n${lines}---\n\n正文。\n`;
  const edits = changeEntry(parseArticle(text), own, field, change);
  assert.ok(edits.every(({ start, end }) => start <= end));
  const whole = applyEdits(text, edits);
  assert.ok(whole.endsWith('---\n\n正文。\n'));
  return edits.length === 0 ? 'same' : whole.slice(4, -'---\n\n正文。\n'.length);
}

const add = (texts: Extract<EntryChange, { kind: 'add' }>['texts']): EntryChange => ({ kind: 'add', texts });
const remove = (at: number): EntryChange => ({ kind: 'remove', at });
const set = (at: number, part: Extract<EntryChange, { kind: 'set' }>['part'], text: string): EntryChange => ({
  kind: 'set',
  at,
  part,
  text,
});

describe('an entry of a field', () => {
  const link = add({ title: '新: 篇', url: 'c.md' });
  const cases: readonly (readonly [name: string, key: string, before: string, EntryChange, wanted: string])[] = [
    [
      'a link in a list of its own lines',
      'related',
      'related: # 注\n  - title: "甲" # 一\n    url: a.md\ntitle: b\n',
      link,
      'related: # 注\n  - title: "甲" # 一\n    url: a.md\n  - title: "新: 篇"\n    url: c.md\ntitle: b\n',
    ],
    [
      'a link in a list without indentation',
      'related',
      'related:\n-   url: a.md\n',
      link,
      'related:\n-   url: a.md\n-   title: "新: 篇"\n    url: c.md\n',
    ],
    [
      'a link between brackets',
      'related',
      'related: [{title: 甲, url: a.md}] # 注\n',
      add({ title: '乙, 丙', url: 'c.md' }),
      'related: [{title: 甲, url: a.md}, {title: "乙, 丙", url: c.md}] # 注\n',
    ],
    ['a link in an empty list', 'related', 'related: []\n', link, 'related: [{title: "新: 篇", url: c.md}]\n'],
    [
      'the first link',
      'related',
      'title: b\nstage: draft\n',
      link,
      'title: b\nrelated:\n  - title: "新: 篇"\n    url: c.md\nstage: draft\n',
    ],
    [
      'a link under a key that says nothing',
      'related',
      'related: # 注\ntitle: b\n',
      link,
      'related: # 注\n  - title: "新: 篇"\n    url: c.md\ntitle: b\n',
    ],
    [
      'a link under an empty key',
      'related',
      'related:\ntitle: b\n',
      link,
      'related:\n  - title: "新: 篇"\n    url: c.md\ntitle: b\n',
    ],
    [
      'an address beside addresses',
      'related',
      'related:\n  - a.md\n',
      add({ url: 'c.md' }),
      'related:\n  - a.md\n  - c.md\n',
    ],
    [
      'a link beside one address alone',
      'related',
      'related: a.md # 注\n',
      add({ url: 'c.md' }),
      'related:\n  - a.md # 注\n  - c.md\n',
    ],
    [
      'a title',
      'related',
      "related:\n  - title: '甲' # 一\n    url: a.md\n",
      set(0, 'title', "it's"),
      "related:\n  - title: 'it''s' # 一\n    url: a.md\n",
    ],
    [
      'a title that was not there',
      'related',
      'related:\n  - url: a.md # 一\n',
      set(0, 'title', '甲'),
      'related:\n  - url: a.md # 一\n    title: 甲\n',
    ],
    [
      'a title for an address alone',
      'related',
      'related:\n  - a.md # 一\n  - b.md\n',
      set(0, 'title', '甲'),
      'related:\n  - title: 甲\n    url: a.md # 一\n  - b.md\n',
    ],
    [
      'a title for an address between brackets',
      'related',
      'related: [a.md, b.md]\n',
      set(1, 'title', '甲'),
      'related: [a.md, {title: 甲, url: b.md}]\n',
    ],
    [
      'no title any more',
      'related',
      'related:\n  - title: 甲\n    url: a.md\n',
      set(0, 'title', ''),
      'related:\n  - url: a.md\n',
    ],
    [
      'an address under another name',
      'related',
      'related:\n  - link: a.md\n',
      set(0, 'url', 'b c.md'),
      'related:\n  - link: b c.md\n',
    ],
    [
      'a link less',
      'related',
      'related:\n  # 上\n  - a.md # 一\n  # 下\n  - title: 乙\n    url: b.md\n',
      remove(0),
      'related:\n  # 上\n  # 下\n  - title: 乙\n    url: b.md\n',
    ],
    ['a link less between brackets', 'related', 'related: [a.md, b.md, c.md]\n', remove(1), 'related: [a.md, c.md]\n'],
    ['the last one less', 'related', 'related: [a.md, b.md]\n', remove(1), 'related: [a.md]\n'],
    ['the only link less', 'related', 'title: b\nrelated:\n  - title: 乙\n    url: b.md\n', remove(0), 'title: b\n'],
    [
      'the only link under a comment less',
      'related',
      'related:\n  # 待补\n  - b.md\n',
      remove(0),
      'related:\n  # 待补\n',
    ],
    [
      'a value of a map',
      'scores',
      'scores:\n  东: 1 # 一\n  西: 2\n',
      set(0, 'value', '3'),
      'scores:\n  东: 3 # 一\n  西: 2\n',
    ],
    ['a name of a map', 'places', 'places: {东: "甲", 西: 乙}\n', set(0, 'name', '南'), 'places: {南: "甲", 西: 乙}\n'],
    ['a name that is there', 'places', 'places: {东: 甲, 西: 乙}\n', set(0, 'name', '西'), 'same'],
    [
      'one more in a map',
      'scores',
      '评分:\n    东: 1\ntitle: b\n',
      add({ name: '西', value: '2' }),
      '评分:\n    东: 1\n    西: 2\ntitle: b\n',
    ],
    [
      'one more in a map between brackets',
      'places',
      'places: {东: 甲} # 注\n',
      add({ name: 'a: b', value: '乙, 丙' }),
      'places: {东: 甲, "a: b": "乙, 丙"} # 注\n',
    ],
    [
      'the first of a map',
      'scores',
      '标题: b\n栏目: 乡村\n',
      add({ name: '东', value: '1' }),
      '标题: b\n栏目: 乡村\n评分:\n  东: 1\n',
    ],
    [
      'the first under an empty key',
      'scores',
      'scores:\ntitle: b\n',
      add({ name: '东', value: '1' }),
      'scores:\n  东: 1\ntitle: b\n',
    ],
    ['one less in a map', 'scores', 'scores:\n  东: 1\n  西: 2 # 二\n', remove(1), 'scores:\n  东: 1\n'],
    ['the only one less', 'scores', 'title: b\nscores: {东: 1}\n', remove(0), 'title: b\nscores: {}\n'],
    ['a number that is none', 'scores', 'scores: {东: 1}\n', set(0, 'value', '1, 2: 3'), 'same'],
    [
      'an allowance',
      'allow',
      'allow:\n  - wrong-dash: 引文 # 一\n',
      add({ check: 'future-date', reason: '预告' }),
      'allow:\n  - wrong-dash: 引文 # 一\n  - future-date: 预告\n',
    ],
    [
      'an allowance in a map',
      'allow',
      '标题: b\n允许: {wrong-dash: 引文}\n',
      add({ check: 'future-date', reason: '预告' }),
      '标题: b\n允许: {wrong-dash: 引文, future-date: 预告}\n',
    ],
    [
      'the first allowance, by the name that the article would give it',
      'allow',
      '标题: b\n',
      add({ check: 'future-date', reason: '预告' }),
      '标题: b\n允许:\n  - future-date: 预告\n',
    ],
    [
      'a reason',
      'allow',
      'allow:\n  - wrong-dash: 引文\n    future-date: 旧\n',
      set(1, 'reason', '预告'),
      'allow:\n  - wrong-dash: 引文\n    future-date: 预告\n',
    ],
    [
      'a reason for a check alone',
      'allow',
      'allow: [wrong-dash]\n',
      set(0, 'reason', '引文'),
      'allow: [{wrong-dash: 引文}]\n',
    ],
    [
      'another check',
      'allow',
      'allow:\n  - wrong-dash：引文\n',
      set(0, 'check', 'future-date'),
      'allow:\n  - future-date: 引文\n',
    ],
    [
      'an allowance less',
      'allow',
      'allow:\n  - wrong-dash: 引文\n    future-date: 旧\n',
      remove(0),
      'allow:\n  - future-date: 旧\n',
    ],
    ['what is no list', 'related', 'related: {a: b}\n', link, 'same'],
    ['an alias', 'related', 'related: *a\n', link, 'same'],
    ['broken YAML', 'related', 'title: "b\n', link, 'same'],
    ['an entry that is not there', 'related', 'related: [a.md]\n', remove(3), 'same'],
  ];
  for (const [name, key, before, change, expected] of cases) {
    it(name, () => {
      assert.equal(after(key, before, change), expected);
      if (expected === 'same') return;
      const crlf = after(key, before.replaceAll('\n', '\r\n'), change);
      // The fences of the test end in a line feed: what is added goes by the first line.
      assert.equal(crlf.replaceAll('\r\n', '\n'), expected);
    });
  }

  it('keeps line ends, a byte-order mark, and what is not its own', () => {
    const note = fc.constantFrom('', ' # 注', ' # "b: c"');
    const word = fc.constantFrom('甲', '"乙: 丙"', "'it''s'", 'a.md', '../图片/a b.md', '新篇');
    const linkLines = fc
      .tuple(word, word, note, note)
      .map(([a, b, x, y]) => `  - title: ${a}${x}\n    url: ${b}${y}\n`);
    const linkItem = fc.oneof(
      linkLines,
      fc.tuple(word, note).map(([a, x]) => `  - ${a}${x}\n`),
    );
    const related = fc.oneof(
      fc
        .array(fc.oneof(linkItem, fc.constant('  # 一行注\n')), { minLength: 1, maxLength: 4 })
        .map((all) => `related:\n${all.join('')}`),
      fc
        .array(word, { maxLength: 3 })
        .map((all) => `related: [${all.map((one) => `{title: ${one}, url: x.md}`).join(', ')}]\n`),
      fc.constant(''),
    );
    const change: fc.Arbitrary<EntryChange> = fc.oneof(
      fc.record({ title: fc.constantFrom('新', 'a: b', '"', '#'), url: fc.constantFrom('n.md', 'a, b') }).map(add),
      fc.nat(3).map(remove),
      fc
        .tuple(fc.nat(3), fc.constantFrom('title' as const, 'url' as const), fc.constantFrom('新', 'a: b', "'", '[x'))
        .map(([at, part, text]) => set(at, part, text)),
    );
    let done = 0;
    fc.assert(
      fc.property(
        related,
        change,
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\uFEFF'),
        (field, wish, end, mark) => {
          const { house: own, field: meant } = fieldOf('related');
          const text =
            `${mark}---\n# 头\ntitle: "甲" # 题\n\n${field}# 尾\nstage: draft\n---\n\n正文：“甲”。\n`.replaceAll(
              '\n',
              end,
            );
          const article = parseArticle(text);
          const before = entriesIn(article, meant);
          const edits = changeEntry(article, own, meant, wish);
          const result = applyEdits(text, edits);
          if (edits.length === 0) return;
          done++;
          assert.ok(!/\r(?!\n)/.test(result) && (end === '\n' || !/[^\r]\n/.test(result)));
          const head = `${mark}---${end}# 头${end}title: "甲" # 题${end}`;
          assert.ok(result.startsWith(field === '' ? head : `${head}${end}`));
          assert.ok(result.endsWith(`# 尾${end}stage: draft${end}---${end}${end}正文：“甲”。${end}`));
          const now = entriesIn(parseArticle(result), meant);
          assert.equal(
            now?.length,
            (before?.length ?? 0) + (wish.kind === 'add' ? 1 : wish.kind === 'remove' ? -1 : 0),
          );
          // Comments go only with an entry that goes.
          const comments = (whole: string): number => whole.split('#').length;
          if (wish.kind !== 'remove' && !JSON.stringify(wish).includes('#'))
            assert.equal(comments(result), comments(text));
          // Every line that was there is there still, but for the one that is changed or removed.
          const lines = new Set(result.split(end));
          const lost = text.split(end).filter((line) => !lines.has(line));
          assert.ok(lost.length <= (wish.kind === 'remove' ? 3 : 1), JSON.stringify(lost));
        },
      ),
      { numRuns: 500 },
    );
    assert.ok(done > 230, String(done));
  });

  it('is of a kind that the form knows, for every field that is no plain value', () => {
    for (const field of house?.fields ?? []) {
      const composite = /^(?:links|map)$/.test(field.type) || field.role === 'allow';
      assert.equal(partsOf(field).length, composite ? 2 : 0, field.key);
    }
  });
});
