import assert from 'node:assert/strict';
import { fieldOfRole } from '../../src/house/field-keys.ts';
import type { House } from '../../src/house/house.ts';
import { stageSaid, stagesOf, stageWritten } from '../../src/house/stage-words.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { inLanguageOf } from '../../src/newsroom/in-language.ts';
import { houseForText } from '../../src/reading/text-house.ts';
import { type Archive, dayOf, pick, posts } from './archives.ts';
import { setUp } from './set-up.ts';
import { folder } from './worlds.ts';

const ids = { 'lu-xiaoqing': '陆晓晴', 'gao-yuan': '高远', 'zhou-yan': '周砚', 'zi-he': '訾禾' } as const;
const keys = Object.keys(ids);
const byId = (write: (id: string, name: string) => string): string =>
  Object.entries(ids)
    .map(([id, name]) => write(id, name))
    .join('');

/** Posts whose authors are ids, one or two each. */
const signed = (key: string, isList: boolean, more: Archive = {}): Archive => ({
  ...posts((index) => {
    const [one, other] = [pick(keys, index), pick(keys, index + 1)];
    return `${key}: ${isList ? (index % 3 === 0 ? `[${one}, ${other}]` : `[${one}]`) : one}\n`;
  }),
  ...more,
});

describe('authors that are ids of other files', () => {
  const sources: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    '_data/authors.yml': { '_data/authors.yml': byId((id, name) => `${id}:\n  name: ${name}\n  bio: 记者\n`) },
    'data/people.yaml': { 'data/people.yaml': byId((id, name) => `- id: ${id}\n  name: ${name}\n`) },
    'data/team.json': {
      'data/team.json': JSON.stringify(Object.entries(ids).map(([slug, name]) => ({ slug, name }))),
    },
    'data/authors.toml': { 'data/authors.toml': byId((id, name) => `[${id}]\nname = "${name}"\n\n`) },
    'data/authors': Object.fromEntries(
      Object.entries(ids).map(([id, name]) => [`data/authors/${id}.json`, JSON.stringify({ name })]),
    ),
    _authors: Object.fromEntries(
      Object.entries(ids).map(([id, name]) => [
        `_authors/${id}.md`,
        `---\nname: ${name}\n---\n\n在河湾镇跑了十年的农业新闻，爱写水渠和稻田。\n`,
      ]),
    ),
    'content/authors': Object.fromEntries(
      Object.entries(ids).map(([id, name]) => [`content/authors/${id}/_index.md`, `---\ntitle: ${name}\n---\n`]),
    ),
    '_config.yml#authors': {
      '_config.yml': `title: 海州日报\nplugins: [feed]\ndefaults:\n  - scope: {path: ''}\nauthors:\n${byId((id, name) => `  ${id}:\n    name: ${name}\n`)}markdown: kramdown\n`,
    },
    'hugo.toml#params.authors': {
      'hugo.toml': `baseURL = "https://haizhou.example/"\ntitle = "海州日报"\n[params]\nmode = "dark"\n${byId((id, name) => `[params.authors.${id}]\nname = "${name}"\n`)}`,
    },
    'docs/blog/.authors.yml': {
      'docs/blog/.authors.yml': `authors:\n${byId((id, name) => `  ${id}:\n    name: ${name}\n    description: 记者\n`)}`,
    },
    'data/site.json#team': {
      'data/site.json': JSON.stringify({
        title: '海州日报',
        team: Object.entries(ids).map(([slug, name]) => ({ slug, name })),
        menu: [{ name: '首页', url: '/' }],
      }),
    },
    // The ids stand in the files of a collection, which are called otherwise.
    '_authors#short_name': Object.fromEntries(
      Object.entries(ids).map(([id, name], index) => [
        `_authors/${index + 1}.md`,
        `---\nshort_name: ${id}\nname: ${name}\n---\n\n在河湾镇跑了十年的农业新闻，爱写水渠和稻田。\n`,
      ]),
    ),
    'src/content/authors#slug': Object.fromEntries(
      Object.entries(ids).map(([slug, name], index) => [
        `src/content/authors/${index + 1}.json`,
        JSON.stringify({ name, slug }),
      ]),
    ),
  };
  for (const [from, files] of Object.entries(sources)) {
    it(`are read from ${from}, which is said with counts`, async () => {
      const { house, files: made, proposal, seen } = await setUp(signed('authors', true, files));
      const field = fieldOfRole(house, 'reporters');
      assert.deepEqual(
        [field?.key, field?.type, field?.valuesFrom, field?.open],
        ['authors', 'people', from, undefined],
        made.house,
      );
      assert.equal(seen.articles.length, 30);
      assert.match(made.house, /values-from: .*# 30 of 30 articles; 40 of 40 values/);
      const decision = proposal.decisions.find(({ id }) => id === 'field:authors');
      assert.match(
        decision?.evidence.en ?? '',
        /40 of 40 values are among its 4: lu-xiaoqing \(陆晓晴\) 11, gao-yuan \(高远\) 11/,
      );
      assert.deepEqual(proposal.trial.checks, []);
    });
  }

  it('stand alone where each article has one', async () => {
    const { house } = await setUp(signed('author', false, sources['data/authors']));
    const field = fieldOfRole(house, 'reporters');
    assert.deepEqual([field?.type, field?.valuesFrom], ['person', 'data/authors']);
  });

  it('may be guests by their names beside those who have an id', async () => {
    const archive: Record<string, string> = { ...signed('author', false, sources['_data/authors.yml']) };
    const [first = ''] = Object.keys(archive);
    archive[first] = (archive[first] ?? '').replace('lu-xiaoqing', '欧阳清川');
    const { house, proposal } = await setUp(archive);
    assert.deepEqual(
      [fieldOfRole(house, 'reporters')?.valuesFrom, fieldOfRole(house, 'reporters')?.open],
      ['_data/authors.yml', true],
    );
    assert.deepEqual(proposal.decisions.find(({ id }) => id === 'field:author')?.outliers?.files, [first]);
    assert.deepEqual(proposal.trial.checks, []);
  });

  it('of which one is a slip are told by the house', async () => {
    const archive: Record<string, string> = { ...signed('author', false, sources['_data/authors.yml']) };
    const [first = ''] = Object.keys(archive);
    archive[first] = (archive[first] ?? '').replace('lu-xiaoqing', 'lu-xiaoqin');
    const { house, proposal } = await setUp(archive);
    assert.equal(fieldOfRole(house, 'reporters')?.open, undefined);
    assert.deepEqual(
      proposal.trial.checks.map(({ check, files }) => [check, files]),
      [['bad-value', [first]]],
    );
  });

  it('are no ids where the names are written out, or where other data happens to be near', async () => {
    const named = posts((index) => `author: ${pick(Object.values(ids), index)}\n`);
    const { house } = await setUp({ ...named, ...sources['_data/authors.yml'] });
    assert.equal(fieldOfRole(house, 'reporters')?.valuesFrom, undefined);
    const other = await setUp(signed('author', false, { 'data/words.yml': 'water: 水\nfield: 田\n' }));
    assert.equal(fieldOfRole(other.house, 'reporters')?.valuesFrom, undefined);
    // The articles' own folder lists no authors, whatever its files are called.
    const diaries = Object.fromEntries(
      keys.flatMap((id) =>
        [0, 1, 2].map((n) => [`posts/${n}/${id}.md`, `---\ntitle: 日记\nauthor: ${id}\n---\n\n水渠通了。\n`]),
      ),
    );
    const own = await setUp(diaries);
    assert.equal(own.house.fields.find(({ key }) => key === 'author')?.valuesFrom, undefined);
  });

  it('are columns too: shown by name', async () => {
    const archive = {
      ...posts((index) => `category: ${pick(['rural', 'economy'], index)}\n`),
      '_data/categories.yml': 'rural: {title: 乡村}\neconomy: {title: 经济}\nculture: {title: 文化}\n',
    };
    const field = fieldOfRole((await setUp(archive)).house, 'column');
    assert.deepEqual([field?.type, field?.valuesFrom], ['choice', '_data/categories.yml']);
  });
});

describe('words for stages', () => {
  const stagesIn = (house: House) => {
    const field = fieldOfRole(house, 'stage');
    assert.ok(field, 'no field of stages');
    return field;
  };
  const cases: readonly (readonly [key: string, words: Readonly<Record<string, string>>])[] = [
    ['status', { publish: 'published', pending: 'ready', draft: 'draft' }],
    ['状态', { 已发: 'published', 待审: 'ready', 草稿: 'draft' }],
    ['审核状态', { 已发布: 'published', 终审: 'ready', 退稿: 'draft' }],
    ['state', { Live: 'published', 'In review': 'ready', 'In progress': 'draft' }],
    ['draft', { 否: 'published', 是: 'draft' }],
    ['发布', { 是: 'published', 否: 'draft' }],
  ];
  for (const [key, words] of cases) {
    it(`of ${key}: ${Object.keys(words).join(', ')}`, async () => {
      const said = Object.keys(words);
      // Most are published, as in any archive.
      const archive = posts((index) => `${key}: ${index % 5 > 1 ? said[0] : pick(said, index)}\n`);
      const { house, files, proposal } = await setUp(archive);
      const field = stagesIn(house);
      assert.equal(field.type, 'choice', files.house);
      for (const [word, stage] of Object.entries(words)) {
        assert.equal(stageSaid(field, word), stage, word);
        assert.equal(stageWritten(field, stage as 'draft'), word);
      }
      assert.deepEqual(proposal.trial.checks, []);
      const draft = said.find((word) => words[word] === 'draft');
      assert.match(files.templates[0]?.text ?? '', new RegExp(`^${key}: "?${draft}"?$`, 'm'));
    });
  }

  it('of which only some were ever seen leave room for the others', async () => {
    const { house } = await setUp(posts(() => 'status: 已刊发\n'));
    const field = stagesIn(house);
    assert.equal(field.open, true);
    assert.deepEqual([stageWritten(field, 'published'), stageWritten(field, 'draft')], ['已刊发', 'draft']);
    assert.deepEqual(stagesOf(field), ['draft', 'ready', 'published']);
  });

  it('are none where the words say something else', async () => {
    const { house } = await setUp(posts((index) => `status: ${pick(['open', 'closed', 'solved'], index)}\n`));
    assert.equal(fieldOfRole(house, 'stage')?.key, undefined);
  });
});

describe('lists of objects', () => {
  const pictured = posts(
    (index) =>
      `images:\n  - src: canal.jpg\n    caption: 第${index + 1}条水渠。\n${index % 4 === 0 ? '  - src: canal.jpg\n    caption: 渠边。\n    credit: 高远\n' : ''}seo: {title: 水渠, robots: index}\n`,
    { 'posts/canal.jpg': 'not looked into' },
  );

  it('have fields of their own, each with its count', async () => {
    const { house, files, proposal } = await setUp(pictured);
    const images = house.fields.find(({ key }) => key === 'images');
    assert.equal(images?.type, 'list');
    assert.deepEqual(
      images?.fields?.map(({ key, type, required }) => [key, type, required]),
      [
        ['src', 'image', 'draft'],
        ['caption', 'text', 'draft'],
        ['credit', 'text', undefined],
      ],
    );
    assert.match(files.house, /^ {6}credit: \{type: text\} {2}# 8 of 38$/m);
    const seo = house.fields.find(({ key }) => key === 'seo');
    assert.deepEqual([seo?.type, seo?.fields?.map(({ key }) => key)], ['map', ['title', 'robots']]);
    assert.doesNotMatch(files.templates[0]?.text ?? '', /images|seo/);
    assert.deepEqual(proposal.trial.checks, []);
  });

  it('that tell of people name them', async () => {
    const { house, proposal } = await setUp(
      posts(
        (index) =>
          `authors:\n  - name: ${pick(Object.values(ids), index)}\n    url: https://haizhou.example/${index}\n`,
      ),
    );
    const field = fieldOfRole(house, 'reporters');
    assert.deepEqual(
      [field?.type, field?.fields?.map(({ key, type }) => [key, type])],
      [
        'list',
        [
          ['name', 'text'],
          ['url', 'url'],
        ],
      ],
    );
    assert.deepEqual(proposal.trial.checks, []);
  });

  it('are none where the names in them are data', async () => {
    const { house } = await setUp(
      posts((index) => `scores: {球队${index}: 3, 球队${index + 1}: 1, 球队${index + 2}: ${index}}\n`),
    );
    const scores = house.fields.find(({ key }) => key === 'scores');
    assert.deepEqual([scores?.type, scores?.fields], ['map', undefined]);
  });
});

describe('front matter in another dialect', () => {
  const toml = (index: number): string =>
    `+++\ntitle = "河湾镇第${index + 1}条水渠通水"\ndate = ${dayOf(index)}T10:00:00+08:00\ndraft = false\ntags = ["水利"]\nauthor = "${pick(Object.values(ids), index)}"\n+++\n\n水渠通了。\n`;
  const json = (index: number): string =>
    `${JSON.stringify({ title: `河湾镇第${index + 1}条水渠通水`, date: `${dayOf(index)}T10:00:00+08:00`, author: pick(Object.values(ids), index) }, null, 2)}\n\n水渠通了。\n`;

  it('has a template in that dialect', async () => {
    const archive = (write: (index: number) => string): Archive =>
      Object.fromEntries([...Array(30).keys()].map((index) => [`posts/${index}.md`, write(index)]));
    const inToml = await setUp(archive(toml));
    assert.equal(
      inToml.files.templates[0]?.text,
      '+++\ntitle = {{title}}\ndate = {{published}}\ndraft = true\ntags = {{tags}}\nauthor = {{reporters}}\n+++\n\n{{cursor}}\n',
    );
    assert.equal(fieldOfRole(inToml.house, 'reporters')?.alone, 'text');
    const inJson = await setUp(archive(json));
    assert.equal(
      inJson.files.templates[0]?.text,
      '{\n  "title": {{title}},\n  "date": {{published}},\n  "author": {{reporters}}\n}\n\n{{cursor}}\n',
    );
  });
});

describe('languages', () => {
  const text = (language: string, index: number): string =>
    language === 'zh'
      ? `河湾镇今年修好了${index + 1}条水渠，村里的老人说，浇地再也不用等雨。\n`
      : `Canal number ${index + 1} of Hewan was opened this year, and nobody in the village waits for the rain now.\n`;
  const archive = (path: (language: string, index: number) => string, more: (language: string) => string = () => '') =>
    Object.fromEntries(
      [...Array(30).keys()].flatMap((index) =>
        (index % 3 === 0 ? ['zh', 'en'] : ['zh']).map((language): [string, string] => [
          path(language, index),
          `---\ntitle: ${language === 'zh' ? '水渠通水' : 'A canal opens'}\ndate: ${dayOf(index)}\n${more(language)}---\n\n${text(language, index)}`,
        ]),
      ),
    );
  const named: Readonly<Record<string, (language: string, index: number) => string>> = {
    'folders with tags': (language, index) => `content/${language}/posts/canal-${index}.md`,
    'folders with names in Chinese': (language, index) => `${language === 'zh' ? '中文' : '英文'}/canal-${index}.md`,
    'folders with names in English': (language, index) =>
      `${language === 'zh' ? 'chinese' : 'English'}/canal-${index}.md`,
    'the other one in a name': (language, index) => `posts/canal-${index}/index${language === 'zh' ? '' : '.en'}.md`,
    'tags with a region': (language, index) => `posts/canal-${index}.${language === 'zh' ? 'zh-CN' : 'en_US'}.md`,
  };
  for (const [said, path] of Object.entries(named)) {
    it(`are known by ${said}`, async () => {
      const { house, files, proposal } = await setUp(archive(path));
      assert.deepEqual([house.language, house.languages], ['zh-Hans', ['en']], files.house);
      assert.match(files.house, /^languages: \[en\] {2}# 10 of 40 articles$/m);
      const inForce = { house, root: folder };
      const inLanguage = inLanguageOf(inForce, `${folder}/${path('en', 0)}`);
      assert.equal(inLanguage.house.language, 'en');
      assert.equal(inLanguageOf(inForce, `${folder}/${path('zh', 0)}`).house.language, 'zh-Hans');
      assert.deepEqual(proposal.trial.checks, []);
    });
  }

  it('are none by folders that happen to be called so', async () => {
    const columns = archive((language, index) => `posts/${language === 'zh' ? 'it' : 'no'}/canal-${index}.md`);
    assert.deepEqual((await setUp(columns)).house.languages, []);
    const alone = posts((index) => `n: ${index}\n`);
    const moved = Object.fromEntries(Object.entries(alone).map(([path, one]) => [`zh/${path}`, one]));
    assert.deepEqual((await setUp(moved)).house.languages, []);
    const against = archive((language, index) => `posts/${language === 'zh' ? 'en' : 'zh'}/canal-${index}.md`);
    assert.deepEqual((await setUp(against)).house.languages, []);
  });

  for (const [key, words] of [
    ['lang', ['中文', '英文']],
    ['语言', ['简体中文', 'English']],
    ['language', ['zh-CN', 'en-GB']],
    ['locale', ['zh_CN', 'en_US']],
  ] as const) {
    it(`are known by a field: ${key}: ${words.join(', ')}`, async () => {
      const { house, files } = await setUp(
        archive(
          (language, index) => `posts/canal-${index}-${language}.md`,
          (language) => `${key}: ${words[language === 'zh' ? 0 : 1]}\n`,
        ),
      );
      assert.equal(fieldOfRole(house, 'language')?.key, key, files.house);
      const speaks = (word: string): string =>
        houseForText(parseArticle(`---\n${key}: ${word}\n---\n\n${text('zh', 0)}`), house).language;
      assert.equal(speaks(words[0]), 'zh-Hans');
      assert.match(speaks(words[1]), /^en/);
      // What is no language says none.
      assert.equal(speaks('水渠'), 'zh-Hans');
    });
  }

  it('are none in a field whose words are something else', async () => {
    const { house } = await setUp(posts((index) => `lang: ${pick(['go', 'rust', 'python'], index)}\n`));
    assert.equal(fieldOfRole(house, 'language'), undefined);
  });
});

describe('a trial', () => {
  it('looks at links too: where most lead elsewhere they are the newsroom’s way', async () => {
    const linked = posts((index) => `n: ${index}\n`);
    const archive = Object.fromEntries(
      Object.entries(linked).map(([path, text]) => [path, `${text}\n详见[水渠图](guide/canal.md)。\n`]),
    );
    const { house, proposal } = await setUp(archive);
    assert.equal(house.checks['broken-link']?.severity, 'off');
    assert.deepEqual(proposal.trial.checks, []);
    assert.equal((await setUp(linked)).house.checks['broken-link'], undefined);
  });
});
