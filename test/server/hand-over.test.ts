import assert from 'node:assert/strict';
import { type HandOverForm, handedFile } from '../../src/server/protocol.ts';
import { folder, type Session, startSession } from './session.ts';

const article = `---
title: 题
column: 乡村
published: 2026-06-02 08:45:10
---

中国报道讯（苏禾报道）正文。

![](../图片/有.png)

![](../图片/没有.png)

![](https://a.example/x.png)

![](../../外面.png)
`;

describe('language server: handing over', () => {
  let session: Session;
  let uri = '';

  beforeEach(async () => {
    session = await startSession({
      files: {
        'copydesk.yml': 'extends: china-report\n',
        '图片/有.png': 'x',
        '网页/a.html': '<link rel="stylesheet" href="s.css"><img src="logo.png"><h1>旧题</h1><div class="b">旧文</div>',
        '网页/s.css': 'p{background:url(logo.png)}',
        '网页/logo.png': 'x',
      },
    });
    uri = session.open('乡村/a.md', article);
    await session.diagnostics(uri);
  });
  afterEach(() => session.stop());

  const hand = async (as: HandOverForm, beside = false) => {
    const made = await session.desk('copydesk/handOver', { uri, as, trusted: true, beside });
    assert.ok(made);
    return made;
  };

  it('says on the page of an article under embargo that it is, as its preview does, and not in what is copied', async () => {
    const until = (day: string) => article.replace('published:', `embargo: ${day} 08:00\npublished:`);
    uri = session.open('乡村/b.md', until('2999-06-01'));
    const bar = /<p class="embargo-bar" role="note">Embargoed until 2999-06-01 08:00: not for publication<\/p>/;
    assert.match((await hand('page')).html, bar);
    for (const as of ['cms', 'wechat', 'text'] as const) {
      const { html, text } = await hand(as);
      assert.doesNotMatch(html + text, /mbargo/, as);
    }
    uri = session.open('乡村/c.md', until('2020-06-01'));
    assert.doesNotMatch((await hand('page')).html, /class="embargo-bar"/);
  });

  for (const as of ['cms', 'wechat', 'page'] as const) {
    it(`names the files of ${as} so that no article can, and says which are missing`, async () => {
      const made = await hand(as);
      assert.deepEqual(
        made.files.map((file) => decodeURIComponent(file)),
        [`${folder}/图片/有.png`],
      );
      assert.deepEqual(made.missing, ['../图片/没有.png', 'https://a.example/x.png', '../../外面.png']);
      assert.match(made.key, /^[0-9a-f-]{36}$/);
      assert.ok(made.html.includes(` src="${handedFile(made.key, 0)}"`));
      assert.ok(!made.html.includes(folder) && !made.html.includes('newsroom:'), 'no address of this machine');
      assert.notEqual((await hand(as)).key, made.key);
    });
  }

  it('is text without files', async () => {
    const made = await hand('text');
    assert.deepEqual([made.html, made.files, made.missing], ['', [], []]);
    assert.match(made.text, /　　【图片：\.\.\/图片\/没有\.png】/);
  });

  it('names pictures beside a page for search engines too', async () => {
    const name = handedFile((await hand('page', true)).key, 0);
    const { html, key } = await hand('page', true);
    assert.ok(html.includes(`<meta property="og:image" content="${handedFile(key, 0)}">`), name);
    assert.ok(html.includes(`"contentUrl":"${handedFile(key, 0)}"`));
  });

  it('has the newsroom’s own page whole, its stylesheets in it', async () => {
    const house = [...session.files.keys()].find((file) => file.endsWith('copydesk.yml')) ?? '';
    session.files.set(house, 'page: {html: 网页/a.html, slots: {title: h1, body: .b}}\n');
    session.watched(house, 2);
    const { html, files, key } = await hand('page');
    assert.deepEqual(
      files.map((file) => decodeURIComponent(file)).sort(),
      [`${folder}/图片/有.png`, `${folder}/网页/logo.png`].sort(),
    );
    const logo = handedFile(
      key,
      files.findIndex((file) => file.endsWith('logo.png')),
    );
    assert.ok(html.includes(`p{background:url("${logo}")}`) && html.includes(`<img src="${logo}">`));
    assert.doesNotMatch(html, /<link|旧题/);
  });
});
