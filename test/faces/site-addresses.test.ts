import assert from 'node:assert/strict';
import { articleValues } from '../../src/engine/newsroom-values.ts';
import { siteAddresses } from '../../src/newsroom/site-addresses.ts';
import { joinUri } from '../../src/newsroom/uri.ts';
import { article, newsroom } from '../cli/newsroom.ts';

const home = 'test:/海州';

/** The addresses of one article of a site. @param settings texts by path */
async function addresses(settings: Readonly<Record<string, string>>, path: string, frontMatter: string) {
  const at = (file: string): string => joinUri(home, ...file.split('/'));
  const texts = new Map(Object.entries(settings).map(([file, text]) => [at(file), text]));
  const world = {
    readText(uri: string) {
      const text = texts.get(uri);
      return text === undefined ? undefined : { text };
    },
  };
  const { addressesOf } = await siteAddresses(world, [...texts.keys()]);
  return [...addressesOf(at(path), articleValues(`---\n${frontMatter}\n---\n\n水渠通水。\n`))].sort();
}

interface Case {
  readonly it: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly path: string;
  readonly says: string;
  readonly has: readonly string[];
}

const day = 'title: 河湾镇：新渠 通水\ndate: 2026-05-02';
const hugo = (text: string) => ({ 'hugo.toml': text });
const jekyll = (text: string) => ({ '_config.yml': text });
const hexo = (text: string) => ({ '_config.yml': `source_dir: source\n${text}` });

const cases: readonly Case[] = [
  {
    it: 'Hugo, folders and name',
    settings: hugo('title = "海州"'),
    path: 'content/乡村/Canal.md',
    says: day,
    has: ['乡村/canal'],
  },
  {
    it: 'Hugo, a folder with its page',
    settings: hugo(''),
    path: 'content/乡村/canal/index.md',
    says: `${day}\nslug: new-canal`,
    has: ['new-canal', '乡村/new-canal'],
  },
  {
    it: 'Hugo, a section by pattern',
    settings: hugo('[permalinks]\n  posts = "/:year/:month/:title/"\n'),
    path: 'content/posts/a.md',
    says: day,
    has: ['2026/05/河湾镇新渠-通水'],
  },
  {
    it: 'Hugo, patterns of pages alone',
    settings: {
      'hugo.yaml':
        'permalinks:\n  page:\n    posts: /:year/:slugorcontentbasename/\n  section:\n    posts: /p/:title/\n',
    },
    path: 'content/posts/canal.md',
    says: day,
    has: ['2026/canal'],
  },
  {
    it: 'Hugo, JSON',
    settings: { 'hugo.json': '{"permalinks": {"posts": "/:section/:yearday/:filename/"}}' },
    path: 'content/posts/canal.md',
    says: day,
    has: ['posts/122/canal'],
  },
  {
    it: 'Hugo, a folder of settings',
    settings: {
      'config/_default/hugo.toml': 'baseURL = "https://haizhou.example/blog/"\n',
      'config/_default/permalinks.toml': 'posts = "/:year/:slug/"\n',
    },
    path: 'content/posts/a.md',
    says: `${day}\nslug: canal`,
    has: ['2026/canal', 'blog/2026/canal', 'canal'],
  },
  {
    it: 'Hugo, a language in the name',
    settings: hugo('[languages.en]\ntitle = "Haizhou"\n[languages.zh]\ntitle = "海州"\n'),
    path: 'content/posts/canal.en.md',
    says: day,
    has: ['en/posts/canal', 'posts/canal'],
  },
  {
    it: 'Hugo, a folder for each language',
    settings: hugo('[languages.zh]\ncontentDir = "content/zh"\n'),
    path: 'content/zh/posts/canal.md',
    says: day,
    has: ['posts/canal'],
  },
  {
    it: 'Hugo, an older config.toml',
    settings: {
      'config.toml': 'baseurl = "https://haizhou.example"\n[permalinks]\nposts = "/:year/:month/:day/:slug/"\n',
    },
    path: 'content/posts/canal.md',
    says: 'title: New canal\ndate: 2026-05-02T07:30:00+08:00',
    has: ['2026/05/01/new-canal', '2026/05/02/new-canal'],
  },
  {
    it: 'Hugo, an address of its own',
    settings: hugo(''),
    path: 'content/a.md',
    says: `${day}\nurl: /here/`,
    has: ['here'],
  },
  // In doubt there is none.
  {
    it: 'Hugo, no date',
    settings: hugo('permalinks.posts = "/:year/:slug/"'),
    path: 'content/posts/a.md',
    says: 'title: 甲',
    has: [],
  },
  {
    it: 'Hugo, a date from elsewhere',
    settings: hugo('permalinks.posts = "/:year/:slug/"\n[frontmatter]\ndate = [":filename"]'),
    path: 'content/posts/a.md',
    says: day,
    has: [],
  },
  {
    it: 'Hugo, a part that is not known',
    settings: hugo('permalinks.posts = "/:06/:sections[1:]/:slug/"'),
    path: 'content/posts/a.md',
    says: day,
    has: [],
  },
  {
    it: 'Hugo, one address for all',
    settings: hugo('permalinks.posts = "/:year/:month/"'),
    path: 'content/posts/a.md',
    says: day,
    has: [],
  },
  { it: 'Hugo, outside its content', settings: hugo(''), path: '稿件/a.md', says: day, has: [] },
  {
    it: 'Hugo, folders from elsewhere',
    settings: hugo('[[module.mounts]]\nsource = "a"\ntarget = "content"'),
    path: 'content/a.md',
    says: day,
    has: [],
  },
  {
    it: 'Hugo, faulty settings',
    settings: hugo('[permalinks\nposts = '),
    path: 'content/posts/canal.md',
    says: day,
    has: ['posts/canal'],
  },
  {
    it: 'a config.toml of something else',
    settings: { 'config.toml': '[server]\nport = 80\n' },
    path: 'content/posts/a.md',
    says: day,
    has: [],
  },

  {
    it: 'Jekyll, nothing said',
    settings: jekyll('title: 海州'),
    path: '_posts/2026-05-02-canal.md',
    says: 'title: 甲',
    has: ['2026/05/02/canal'],
  },
  {
    it: 'Jekyll, the categories above and in it',
    settings: jekyll('permalink: pretty\nbaseurl: /site'),
    path: '乡村/_posts/2026-05-02-新渠-通水.md',
    says: 'title: 甲\ncategories: News',
    has: ['site/乡村/news/2026/05/02/新渠-通水', '乡村/news/2026/05/02/新渠-通水'],
  },
  {
    it: 'Jekyll, none',
    settings: jekyll('permalink: none'),
    path: '_posts/2026-05-02-canal.md',
    says: 'title: 甲',
    has: ['canal'],
  },
  {
    it: 'Jekyll, ordinal',
    settings: jekyll('permalink: ordinal'),
    path: '_posts/2026-05-02-canal.md',
    says: 'title: 甲',
    has: ['2026/122/canal'],
  },
  {
    it: 'Jekyll, a pattern and a date of its own',
    settings: jekyll('permalink: /:categories/:year-:month-:day/:title:output_ext'),
    path: '_posts/2026-05-02-canal.md',
    says: 'title: 甲\ndate: 2026-06-03 10:00:00 +0800\ncategories: [乡村, 水利]',
    has: ['乡村/水利/2026-06-03/canal'],
  },
  {
    it: 'Jekyll, a date near midnight',
    settings: jekyll('timezone: Asia/Shanghai'),
    path: '_posts/2026-05-02-canal.md',
    says: 'title: 甲\ndate: 2026-05-01T23:30:00Z',
    has: ['2026/05/01/canal', '2026/05/02/canal'],
  },
  {
    it: 'Jekyll, a pattern in the article',
    settings: jekyll(''),
    path: '_posts/2026-05-02-canal.md',
    says: 'title: 甲\npermalink: /news/:year/:title/',
    has: ['news/2026/canal'],
  },
  {
    it: 'Jekyll, a collection',
    settings: jekyll('collections:\n  villages:\n    output: true\n    permalink: /村/:path/\n'),
    path: '_villages/河湾/index-1.md',
    says: 'title: 甲',
    has: ['村/河湾/index-1'],
  },
  {
    it: 'Jekyll, a collection without a pattern',
    settings: jekyll('collections: {villages: {output: true}}'),
    path: '_villages/河湾.md',
    says: 'title: 甲',
    has: ['villages/河湾'],
  },
  {
    it: 'Jekyll, a collection without pages',
    settings: jekyll('collections: [villages]'),
    path: '_villages/河湾.md',
    says: 'title: 甲',
    has: [],
  },
  {
    it: 'Jekyll, the default of a folder',
    settings: jekyll('defaults:\n  - scope: {path: "", type: posts}\n    values: {permalink: "/:title/"}\n'),
    path: '_posts/2026-05-02-canal.md',
    says: 'title: 甲',
    has: ['canal'],
  },
  {
    it: 'Jekyll, defaults that set categories',
    settings: jekyll('defaults:\n  - scope: {path: ""}\n    values: {categories: 乡村}\n'),
    path: '_posts/2026-05-02-canal.md',
    says: 'title: 甲',
    has: [],
  },
  {
    it: 'Jekyll, a page',
    settings: jekyll('permalink: pretty'),
    path: '关于/社务.md',
    says: 'title: 甲',
    has: ['关于/社务'],
  },
  { it: 'Jekyll, a draft', settings: jekyll(''), path: '_drafts/canal.md', says: 'title: 甲', has: [] },
  {
    it: 'Jekyll, a part that is not known',
    settings: jekyll('permalink: /:nobody/:title/'),
    path: '_posts/2026-05-02-canal.md',
    says: 'title: 甲',
    has: [],
  },

  {
    it: 'Hexo, nothing said',
    settings: hexo(''),
    path: 'source/_posts/乡村/canal.md',
    says: day,
    has: ['2026/05/02/乡村/canal'],
  },
  {
    it: 'Hexo, a category, and a folder of its own',
    settings: hexo('permalink: :category/:name.html\nroot: /blog/\n'),
    path: 'source/_posts/乡村/canal.md',
    says: `${day}\ncategories: [乡村, 水利]`,
    has: ['blog/乡村/水利/canal', '乡村/水利/canal'],
  },
  {
    it: 'Hexo, the day in the name',
    settings: hexo('new_post_name: :year-:month-:day-:title.md\npermalink: :year/:title/\n'),
    path: 'source/_posts/2026-05-02-canal.md',
    says: 'title: 甲',
    has: ['2026/canal'],
  },
  {
    it: 'Hexo, a field of its own',
    settings: hexo('permalink: :lang/:title/\npermalink_defaults: {lang: zh}\n'),
    path: 'source/_posts/canal.md',
    says: 'title: 甲',
    has: ['zh/canal'],
  },
  {
    it: 'Hexo, a number that it makes up',
    settings: hexo('permalink: p/:abbrlink/\n'),
    path: 'source/_posts/canal.md',
    says: day,
    has: [],
  },
  {
    it: 'Hexo, categories called otherwise',
    settings: hexo('permalink: :category/:title/\ncategory_map: {乡村: village}\n'),
    path: 'source/_posts/canal.md',
    says: `${day}\ncategories: 乡村`,
    has: [],
  },
  { it: 'Hexo, no date', settings: hexo(''), path: 'source/_posts/canal.md', says: 'title: 甲', has: [] },

  { it: 'no site', settings: {}, path: '_posts/2026-05-02-canal.md', says: 'title: 甲\nslug: canal', has: ['canal'] },
  {
    it: 'two generators',
    settings: { ...hugo(''), ...jekyll('') },
    path: '_posts/2026-05-02-canal.md',
    says: 'title: 甲',
    has: [],
  },
  {
    it: 'two sites, each in its folder',
    settings: { '_config.yml': 'permalink: none', 'docs/hugo.toml': '' },
    path: 'docs/content/a.md',
    says: 'title: 甲',
    has: ['a'],
  },
];

describe('addresses that a site makes', () => {
  for (const { it: name, settings, path, says, has } of cases)
    it(name, async () => assert.deepEqual(await addresses(settings, path, says), [...has].sort()));

  it('are believed by corrections and by links to them', async () => {
    const room = newsroom({
      'copydesk.yml': 'extends: china-report\nchecks: {unlinked-correction: warning}\n',
      '_config.yml': 'permalink: pretty\n',
      '_posts/2026-05-02-canal.md': article('渠水到了。', '甲'),
      '_posts/2026-05-03-bridge.md': article('桥通了，[更正](/2026/05/09/sorry/)。', '乙'),
      '_posts/2026-05-04-road.md': article('路通了，[更正]({% post_url 2026-05-09-sorry %})。', '丙'),
      '_posts/2026-05-09-sorry.md': article(
        '[渠水](/2026/05/02/canal/)、[桥](/2026/05/03/bridge/)、[路](/2026/05/04/road.html)有误。',
        '丁',
      ).replace(/column: .*/, 'column: 更正'),
    });
    try {
      const { out } = await room.run(['check', '--format', 'ndjson', '--check', 'unlinked-correction']);
      const found = out.split('\n').filter((line) => line !== '');
      assert.deepEqual(
        found.map((line) => JSON.parse(line).path),
        ['_posts/2026-05-02-canal.md'],
      );
      room.write('_config.yml', 'permalink: none\n');
      assert.equal((await room.run(['check', '--format', 'ndjson', '--check', 'unlinked-correction'])).out, '');
    } finally {
      room.remove();
    }
  });
});
