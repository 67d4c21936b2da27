import assert from 'node:assert/strict';
import { parseArticle } from '../../src/model/parse.ts';
import { type Session, startSession } from './session.ts';

const page = `位置：首页 >> 三农

新桥通车：山里的橙子三小时进港

发布时间：2024-06-01 10:53:16 来源：海州日报

海州日报讯（记者陆晓晴）5月30日清晨，河湾镇大桥通车。第一辆货车装着2.4吨橙子驶过桥面，桥头等候的村民笑着鼓起掌来。

责任编辑：周砚
`;

describe('language server: the dialect of a newsroom’s front matter', () => {
  let session: Session;
  afterEach(() => session.stop());

  for (const [kind, head] of [
    ['toml', '+++\ntitle = "水渠"\n+++\n'],
    ['json', '{\n  "title": "水渠"\n}\n'],
    ['yaml', '---\ntitle: 水渠\n---\n'],
  ] as const)
    it(`is what a pasted page and a new article are written in: ${kind}`, async () => {
      const articles = Array.from({ length: 8 }, (_, index) => [`posts/${index}.md`, `${head}\n水渠通了。\n`] as const);
      session = await startSession({ files: Object.fromEntries(articles) });
      const uri = session.open('posts/0.md', `${head}\n水渠通了。\n`);
      const pasted = await session.desk('copydesk/import', { text: page, uri });
      assert.equal(parseArticle(pasted.text).frontMatter.kind, kind, pasted.text);
      assert.deepEqual(parseArticle(pasted.text).frontMatter.faults, []);
      const { articles: templates } = await session.desk('copydesk/templates', { uri });
      const [template] = templates;
      assert.ok(template);
      const begun = await session.desk('copydesk/newArticle', { id: template.id, values: { title: '一条水渠' }, uri });
      assert.equal(parseArticle(begun.text).frontMatter.kind, kind, begun.text);
      assert.deepEqual(parseArticle(begun.text).frontMatter.faults, [], begun.text);
    });
});

describe('language server: what a generator makes new articles of', () => {
  it('is no article in an archive without a house', async () => {
    const session = await startSession({});
    const made = session.open('archetypes/default.md', '---\ntitle: "{{ replace .Name "-" " " | title }}"\n---\n');
    const article = session.open('posts/a.md', '---\ntitle: "水渠" 通了\n---\n\n水渠通了。\n');
    await session.diagnostics(article, (all) => all.some(({ code }) => code === 'front-matter-syntax'));
    assert.deepEqual(await session.diagnostics(made, () => true), []);
    await session.stop();
  });
});

describe('language server: an article that is begun where no house is', () => {
  const begin = async (locale: string, files: Readonly<Record<string, string>> = {}) => {
    const session = await startSession({ locale, files });
    const uri = session.open('posts/a.md', '---\ntitle: Ferry\n---\n\nThe ferry runs.\n');
    const { articles } = await session.desk('copydesk/templates', { uri });
    const { text } = await session.desk('copydesk/newArticle', { id: 'article', values: {}, uri });
    await session.stop();
    return { text, label: articles.map(({ label, ownLabel }) => `${label}|${ownLabel ?? ''}`).join() };
  };

  it('is begun in the language of the reader, and in that of the house where there is one', async () => {
    const english = await begin('en');
    assert.doesNotMatch(`${english.text}${english.label}`, /\p{Script=Han}/u);
    assert.match(english.text, /The text begins here/);
    assert.match((await begin('zh-cn')).text, /正文从这里开始/);
    assert.match((await begin('en', { 'copydesk.yml': 'extends: plain\n' })).text, /正文从这里开始/);
    const own = await begin('zh-cn', { 'copydesk.yml': 'extends: plain\nlanguage: en\n' });
    assert.match(own.text, /The text begins here/);
  });
});
