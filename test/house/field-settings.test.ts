import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checks } from '../../src/checks/index.ts';
import { review } from '../../src/engine/review.ts';
import { fieldOfKey, spellingOf } from '../../src/house/field-keys.ts';
import { houseIds, resolveHouse, shippedHouse } from '../../src/house/load.ts';
import { houseTexts } from '../../src/house/shipped-trees.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { applyEdits } from '../../src/model/range.ts';
import { changeStage, missingFor, progressOf, writeField } from '../../src/writing/field-form.ts';

const faults = (text: string): readonly string[] =>
  resolveHouse({ text }, checks).faults.map(({ code, at }) => `${code} ${text.slice(at.start, at.end)}`);

describe('the fields of a house file', () => {
  it('have names and settings that fit', () => {
    assert.deepEqual(
      faults(
        'extends: chinese\nfields:\n  title: {aliases: [标题, 栏目]}\n  a: {type: boolean, max-length: 3}\n  b: {type: text, excludes: [nobody], required-with: ["c=1"]}\n  cover: {least-size: large}\n',
      ),
      [
        'double-name 栏目',
        'idle-setting max-length',
        'unknown-field-named nobody',
        'unknown-field-named "c=1"',
        'bad-size large',
      ],
    );
    assert.deepEqual(
      faults(
        'extends: chinese\nfields:\n  cover: {least-size: 900x500, formats: [jpg]}\n  tags: {type: list, of: url}\n',
      ),
      [],
    );
  });

  for (const id of houseIds) it(`of ${id} have no faults`, () => assert.deepEqual(faults(houseTexts[id] ?? ''), []));

  it('have two names in a Chinese house', () => {
    const house = shippedHouse('china-report');
    assert.equal(fieldOfKey(house, '标题')?.key, 'title');
    const article = parseArticle('---\n标题: 柿子红了\n栏目: 乡村\n阶段: ready\n---\n\n中国报道讯（苏禾报道）正文。\n');
    assert.equal(spellingOf(article.frontMatter, house), 'alias');
    const found = review(article, house, { files: new Map(), now: 0 }).findings;
    assert.deepEqual(
      found.map(({ check }) => check),
      ['missing-field'],
    );
    // What is added is named like the rest.
    assert.match(JSON.stringify(found[0]?.fixes), /来源: 中国报道/);
  });
});

describe('writing a field', () => {
  const house = shippedHouse('china-report');
  const line = fc.constantFrom(
    'title: 柿子红了 # 题',
    '标题: "柿子"',
    "column: '乡村'",
    'keywords: [甲, "乙"] # 词',
    'keywords:\n  - 甲\n  - 乙',
    '# 注',
    '',
    'published: 2024/6/1',
    'stage: draft',
    'weather: 晴',
    'title: # 待定',
    'column:   # 待定',
    'keywords: # 待定',
    'reporters:# 不是注',
  );
  const text = fc
    .tuple(fc.array(line, { maxLength: 7 }), fc.constantFrom('\n', '\r\n'))
    .map(([lines, end]) => `---\n${lines.map((one) => `${one}\n`).join('')}---\n\n正文。\n`.replaceAll('\n', end));
  const values = fc.constantFrom('春', 'a: b', '甲、乙', '"', "it's", '#', '2024', 'x'.repeat(20));

  it('changes that field’s lines and no other', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('title', 'column', 'keywords', 'reporters'), values, (before, key, value) => {
        const article = parseArticle(before);
        const field = fieldOfKey(house, key);
        assert.ok(field);
        const edits = writeField(article, house, field, [value]);
        if (article.frontMatter.faults.length > 0 || article.frontMatter.kind !== 'yaml') return;
        const after = applyEdits(before, edits);
        const read = parseArticle(after);
        assert.deepEqual(read.frontMatter.faults, []);
        const notes = (all: string): number => all.split(' # 待定').length;
        assert.equal(notes(after), notes(before), after);
        const entry = read.frontMatter.entries.find((one) => fieldOfKey(house, one.key) === field);
        const said = entry?.value.kind === 'list' ? entry.value.items[0] : entry?.value;
        assert.equal(said?.kind === 'scalar' ? said.value : undefined, value);
        const own = article.frontMatter.entries.find((one) => fieldOfKey(house, one.key) === field);
        for (const edit of edits) {
          if (own) assert.ok(own.lines.start <= edit.start && edit.end <= own.lines.end, JSON.stringify(edit));
          else assert.equal(edit.start, edit.end);
        }
        assert.deepEqual(writeField(read, house, field, [value]), []);
      }),
      { numRuns: 400 },
    );
  });

  it('takes an article through its stages', () => {
    const now = Date.UTC(2026, 4, 4, 1, 30);
    let article = parseArticle('柿子红了。\n');
    article = parseArticle(applyEdits(article.text, changeStage(article, house, 'published', now)));
    assert.equal(article.text, '---\npublished: 2026-05-04 09:30\nstage: published\n---\n\n柿子红了。\n');
    assert.deepEqual(progressOf(article, house), { stage: 'published', missing: 4 });
    assert.deepEqual(
      missingFor(article, house, 'ready').map(({ key }) => key),
      ['title', 'column', 'source'],
    );
    article = parseArticle(applyEdits(article.text, changeStage(article, house, 'draft', now)));
    assert.match(article.text, /\npublished: 2026-05-04 09:30\nstage: draft\n---/);
  });
});
