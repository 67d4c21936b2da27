import assert from 'node:assert/strict';
import { isBare } from '../../src/model/front-matter/bare-lines.ts';
import { textOf } from '../../src/model/front-matter/values.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { applyEdits } from '../../src/model/range.ts';

const read = (text: string): readonly (readonly [string, string | undefined])[] =>
  parseArticle(text).frontMatter.entries.map(({ key, value }) => [key, textOf(value)]);

describe('front matter without fences', () => {
  const text =
    'Title: 新桥通车: 山里的"橙子" #5\nDate: 2024-06-01 10:53\nSummary: *Really*: @me said [x]\n    and more, {so} it goes\nTags: a, b\nSlug:\n\n正文。\n';

  it('says what stands on its lines, whatever YAML would make of it', () => {
    for (const one of [text, text.replaceAll('\n', '\r\n')]) {
      const { frontMatter } = parseArticle(one);
      assert.deepEqual(frontMatter.faults, []);
      assert.ok(isBare(frontMatter));
      assert.deepEqual(read(one), [
        ['Title', '新桥通车: 山里的"橙子" #5'],
        ['Date', '2024-06-01 10:53'],
        ['Summary', '*Really*: @me said [x] and more, {so} it goes'],
        ['Tags', 'a, b'],
        ['Slug', undefined],
      ]);
      for (const { key, keyAt, lines } of frontMatter.entries) {
        assert.equal(one.slice(keyAt.start, keyAt.end), key);
        assert.match(one.slice(lines.start, lines.end), new RegExp(`^${key}:[^]*\\n$`));
      }
      assert.equal(one.slice(frontMatter.bodyStart).trim(), '正文。');
    }
  });

  it('is edited where it stands, without quotation marks', () => {
    const { value } = parseArticle(text).frontMatter.entries[0] ?? {};
    assert.ok(value?.kind === 'scalar');
    const edits = value.prose.encode([{ from: 4, to: 6, text: '：' }]);
    assert.ok(edits);
    assert.match(applyEdits(text, edits), /^Title: 新桥通车：山里的"橙子" #5\n/);
    assert.equal(value.prose.encode([{ from: 4, to: 6, text: '\nAuthor: x' }]), undefined);
  });

  it('is YAML that lacks its fences where its names are not in capitals', () => {
    assert.deepEqual(parseArticle('title: a: b\ndate: 2024-06-01\n\n正文。\n').frontMatter.faults.length, 1);
    assert.ok(!isBare(parseArticle('title: a\ndate: 2024-06-01\n\n正文。\n').frontMatter));
    assert.ok(!isBare(parseArticle('---\nTitle: a\n---\n正文。\n').frontMatter));
  });

  it('is read in time that grows with it', () => {
    const long = `Title: a\n${'Key: value and more\n  of it\n'.repeat(2000)}\n\nText.\n`;
    const before = performance.now();
    read(long);
    assert.ok(performance.now() - before < 1000);
  });
});
