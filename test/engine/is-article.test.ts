import assert from 'node:assert/strict';
import { isArticle } from '../../src/engine/is-article.ts';

describe('which Markdown files are articles', () => {
  const article = (path: string, text: string, inHouse = false) => isArticle({ path, text, inHouse });

  it('takes front matter for the mark of an article, wherever it is', () => {
    for (const text of [
      '---\ntitle: 柿子\n---\n',
      '\uFEFF---\r\ntitle: 柿子\r\n---\r\n',
      '---\ntitle',
      '---\n---\n',
      '+++\ntitle = "x"\n+++\n',
    ]) {
      assert.ok(article('a.md', text), JSON.stringify(text));
    }
    assert.ok(article('README.md', '---\ntitle: 柿子\n---\n'));
  });

  it('takes everything under a house file for an article, but not the documents of the repository', () => {
    assert.ok(article('乡村/a.md', '清泉镇', true));
    assert.ok(article('乡村/a.md', '', true));
    for (const path of ['README.md', 'README.zh-CN.md', 'docs/CONTRIBUTING.md', 'CHANGELOG.md'])
      assert.ok(!article(path, '# 说明', true), path);
  });

  it('leaves out other Markdown, templates, dot folders and packages', () => {
    assert.ok(!article('a.md', '# 说明\n'));
    assert.ok(!article('a.md', '---\n\n清泉镇\n'));
    assert.ok(!article('templates/news.md', '---\ntitle: {{title}}\n---\n', true));
    assert.ok(article('templates/news.md', '---\ntitle: x\n---\n'));
    for (const path of ['archetypes/default.md', 'site/archetypes/news.md', 'scaffolds/post.md'])
      for (const inHouse of [true, false]) assert.ok(!article(path, '---\ntitle: {{ title }}\n---\n', inHouse), path);
    assert.ok(!article('.github/a.md', '---\ntitle: x\n---\n', true));
    assert.ok(!article('node_modules/x/a.md', '---\ntitle: x\n---\n'));
  });
});
