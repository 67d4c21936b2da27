import assert from 'node:assert/strict';
import { completeFrontMatter, hoverFrontMatter } from '../../src/assist/front-matter-help.ts';
import { houseSheet } from '../../src/assist/house-sheet.ts';
import { checks } from '../../src/checks/index.ts';
import { inHouseForm } from '../../src/checks/people/byline-habits.ts';
import { fixAll } from '../../src/engine/fix.ts';
import { review } from '../../src/engine/review.ts';
import { newsArticle } from '../../src/handover/json-ld.ts';
import { plainText } from '../../src/handover/plain-text.ts';
import { richCopy } from '../../src/handover/rich-copy.ts';
import { describeHouse } from '../../src/house/describe.ts';
import { fieldsSchema } from '../../src/house/fields-schema.ts';
import type { House, Stage } from '../../src/house/house.ts';
import { resolveHouse } from '../../src/house/load.ts';
import { stagesOf } from '../../src/house/stage-words.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { applyEdits } from '../../src/model/range.ts';
import { pageHtml, renderDocument, renderPage } from '../../src/page/index.ts';
import { readingOf } from '../../src/reading/reading.ts';
import { stageWord } from '../../src/reading/stage.ts';
import { changeStage, progressOf, writeField } from '../../src/writing/field-form.ts';

function houseOf(text: string): House {
  const { house, faults } = resolveHouse({ text }, checks);
  assert.deepEqual(faults, [], text);
  assert.ok(house);
  return house;
}

const facts = { files: new Map<string, boolean>(), now: Date.UTC(2026, 0, 1) };
const articleOf = (fields: string) => parseArticle(`---\n${fields}\n---\n\n河湾镇的水渠修好了。\n`);
const found = (house: House, fields: string): readonly string[] =>
  review(articleOf(fields), house, facts).findings.map(({ check, at }) => {
    const { text } = articleOf(fields);
    return `${check} ${text.slice(at.start, at.end)}`;
  });

describe('other fields', () => {
  const fields =
    'fields:\n  headline: {type: text, role: title}\n  summary: {type: text}\n  tags: {type: list}\n  date: {type: datetime}\n';

  it('are fine where the house says so, but for what is surely a slip', () => {
    const house = houseOf(`extends: none\nbyline: {required: false}\nother-fields: fine\n${fields}`);
    const fine = 'weather: 晴\ntag: 水利\ndata: 三组\nlayout: post\ncategory: [甲]\nsumm: 摘';
    assert.deepEqual(found(house, fine), []);
    for (const slip of ['sumary', 'summray', 'Summary', 'haedline', 'Head-line'])
      assert.deepEqual(found(house, `${slip}: 水渠`), [`unknown-field ${slip}`], slip);
    // What is there already was not meant by the second name.
    assert.deepEqual(found(house, 'summary: 水渠\nsumary: 水渠'), []);
  });

  it('that may be a slip are none the less no field that is demanded', () => {
    const house = houseOf(
      'extends: none\nbyline: {required: false}\nother-fields: fine\nfields:\n  标题: {type: text, role: title, required: draft}\n' +
        '  date: {type: date, required: draft}\n  summary: {type: text, required: draft}\n',
    );
    const given = '标题: 水渠\ndate: 2024-06-01\nsummary: 摘';
    assert.deepEqual(found(house, given), []);
    assert.deepEqual(found(house, given.replace('标题', '标提')), ['missing-field ---']);
    assert.deepEqual(found(house, given.replace('date', 'data')), ['missing-field ---']);
    // What is surely a slip is told once.
    assert.deepEqual(found(house, given.replace('summary', 'sumary')), ['unknown-field sumary']);
  });

  it('are unknown where it says so, or nothing', () => {
    for (const said of ['', 'other-fields: unknown\n'])
      assert.deepEqual(found(houseOf(`extends: none\nbyline: {required: false}\n${said}${fields}`), 'weather: 晴'), [
        'unknown-field weather',
      ]);
    // A house on the plain one lets them stand until it says otherwise.
    assert.deepEqual(found(houseOf(fields), 'weather: 晴'), []);
    assert.deepEqual(found(houseOf(`other-fields: unknown\n${fields}`), 'weather: 晴'), ['unknown-field weather']);
  });
});

describe('what objects of generators tell', () => {
  const house = houseOf(
    'extends: none\nbyline: {required: false}\nfields:\n  title: {type: text, role: title}\n  authors: {type: people, role: reporters, values: [anna, tom]}\n  editor: {type: person}\n  date: {type: date, role: published}\n  updated: {type: date}\n  tags: {type: list}\n  cover: {type: image}\n',
  );
  for (const fine of [
    'authors: [anna, {name: 高远, url: https://haizhou.example}]',
    'authors: {name: 高远, url: https://haizhou.example}',
    'authors:\n  - name: 高远\n    title: 记者',
    'editor: {name: 高远}',
    'authors: {login: gy, display_name: 高远}',
    'authors: [{author: 高远}]',
    'date: {created: 2024-06-01, updated: 2024-07-01}',
    'date: Last Modified',
    'updated: git Created',
    'cover: "{static}/images/a.jpg"',
    'cover: "@/assets/a.png"',
    'cover: "@site/static/a.png"',
    'cover: ~/assets/a.png',
  ])
    it(`is read: ${fine.split('\n')[0]}`, () => {
      const { findings } = review(articleOf(fine), house, {
        ...facts,
        files: new Map([
          ...['{static}/images/a.jpg', '@/assets/a.png', '@site/static/a.png', '~/assets/a.png'].map(
            (path) => [path, false] as const,
          ),
        ]),
      });
      assert.deepEqual(
        findings.map(({ check, message }) => [check, message.en]),
        [],
      );
    });

  for (const [wrong, said] of [
    ['authors: [anna, {nick: 高远}]', 'wrong-type'],
    ['authors: [anna, nobody]', 'bad-value'],
    ['editor: {nick: 高远}', 'wrong-type'],
    ['tags: [{name: 水利}]', 'wrong-type'],
    ['date: modified', 'bad-date'],
  ] as const)
    it(`and nothing else: ${wrong}`, () =>
      assert.deepEqual([...new Set(found(house, wrong).map((one) => one.split(' ')[0]))], [said]));

  it('and is shown by the name, whatever else it tells', () => {
    const article = articleOf('authors:\n  - name: 高远\n    title: 特约作者\n  - {login: zy, display_name: 周砚}');
    const reading = readingOf(article, house);
    assert.deepEqual(reading.text('reporters')?.texts, ['高远', '周砚']);
    assert.deepEqual(reading.names('reporters'), ['高远', '周砚']);
  });

  it('and whoever a data file lists is no stranger to the staff list', () => {
    const listed: House = {
      ...houseOf('fields: {authors: {type: people, role: reporters, values-from: authors.yml}}\n'),
      staff: [{ name: '周砚', penNames: [], roles: [], details: [], at: { start: 0, end: 0, from: 0, to: 0 } }],
    };
    const withLabels: House = {
      ...listed,
      fields: listed.fields.map((field) =>
        field.key === 'authors' ? { ...field, values: [{ value: 'gaoyuan', label: '高远' }] } : field,
      ),
    };
    const strangers = (fields: string): readonly string[] =>
      review(articleOf(fields), withLabels, facts)
        .findings.filter(({ check }) => check === 'unknown-person')
        .map(({ message }) => message.en);
    assert.deepEqual(strangers('authors: [gaoyuan]'), []);
    assert.equal(strangers('authors: [陆晓晴]').length, 1);
  });
});

describe('a field that is one word or a list', () => {
  const house = houseOf(
    'extends: none\nbyline: {required: false}\nfields:\n  categories: {type: list, alone: text}\n  tags: {type: list, alone: list}\n  author: {type: people, alone: text}\n  topics: {type: list}\n',
  );
  const write = (fields: string, key: string, values: readonly string[]): string => {
    const article = articleOf(fields);
    const field = house.fields.find((one) => one.key === key);
    assert.ok(field);
    return (
      applyEdits(article.text, writeField(article, house, field, values))
        .split('\n---')[0]
        ?.slice(4) ?? ''
    );
  };

  it('may be either', () => {
    for (const value of ['水利', '[水利]', '[水利, 农事]', '\n  - 水利\n  - 农事'])
      for (const key of ['categories', 'tags', 'topics']) assert.deepEqual(found(house, `${key}: ${value}`), []);
    assert.deepEqual(found(house, 'author: 陆晓晴'), []);
    assert.deepEqual(found(house, 'author: [陆晓晴, 高远]'), []);
  });

  it('is written as the house says, and stays as it stands where it says nothing', () => {
    assert.equal(write('title: 水渠', 'categories', ['水利']), 'categories: 水利\ntitle: 水渠');
    assert.equal(write('title: 水渠', 'tags', ['水利']), 'tags: [水利]\ntitle: 水渠');
    assert.equal(write('title: 水渠', 'topics', ['水利']), 'topics: [水利]\ntitle: 水渠');
    assert.equal(write('categories: 水利', 'categories', ['水利', '农事']), 'categories: [水利, 农事]');
    assert.equal(write('categories: [水利, 农事]', 'categories', ['农事']), 'categories: [农事]');
    assert.equal(write('tags: 水利', 'tags', ['农事']), 'tags: [农事]');
    assert.equal(write('topics: 水利', 'topics', ['农事']), 'topics: 农事');
    assert.equal(write('author:', 'author', ['陆晓晴']), 'author: 陆晓晴');
    assert.equal(write('author: 陆晓晴', 'author', ['陆晓晴', '高远']), 'author: [陆晓晴, 高远]');
  });
});

describe('the flag of a site as the stage', () => {
  const drafts = houseOf(
    'extends: none\nbyline: {required: false}\nfields:\n  title: {type: text, role: title}\n  draft: {type: boolean, role: stage}\n',
  );
  const published = houseOf(
    'fields:\n  published: {type: boolean, role: stage}\n  date: {type: datetime, role: published}\n',
  );
  const stage = (house: House, fields: string): Stage => readingOf(articleOf(fields), house).stage;

  it('is read by what it is called, and what is not there is published', () => {
    assert.deepEqual(
      ['draft: true', 'draft: false', 'title: 水渠', 'draft:'].map((fields) => stage(drafts, fields)),
      ['draft', 'published', 'published', 'published'],
    );
    assert.deepEqual(
      ['published: false', 'published: true', 'title: 水渠'].map((fields) => stage(published, fields)),
      ['draft', 'published', 'published'],
    );
    const named = houseOf(
      'extends: none\nbyline: {required: false}\nfields:\n  发布: {type: boolean, role: stage, aliases: [live]}\n  x: {type: text}\n',
    );
    assert.deepEqual(
      ['发布: true', 'live: false'].map((fields) => stage(named, fields)),
      ['published', 'draft'],
    );
    const own = houseOf(
      'extends: none\nbyline: {required: false}\nfields:\n  review: {type: boolean, role: stage, when-true: ready, when-false: draft}\n',
    );
    assert.deepEqual(
      ['review: true', 'review: false'].map((fields) => stage(own, fields)),
      ['ready', 'draft'],
    );
  });

  it('stands beside a date of the same meaning', () => {
    const both = articleOf('published: false\ndate: 2026-03-09 10:20');
    const reading = readingOf(both, published);
    assert.deepEqual([reading.stage, reading.published?.iso.slice(0, 10)], ['draft', '2026-03-09']);
    assert.deepEqual(found(published, 'published: false\ndate: 2026-03-09 10:20'), []);
    assert.deepEqual(found(published, 'published: 2026-03-09'), ['wrong-type 2026-03-09']);
  });

  it('is changed to the stages that it can say', () => {
    const change = (house: House, fields: string, to: Stage): string =>
      applyEdits(articleOf(fields).text, changeStage(articleOf(fields), house, to, facts.now)).split('\n---')[0] ?? '';
    assert.equal(change(drafts, 'draft: true # 待核', 'published'), '---\ndraft: false # 待核');
    assert.equal(change(drafts, 'title: 水渠', 'draft'), '---\ntitle: 水渠\ndraft: true');
    assert.match(change(published, 'published: false', 'published'), /^---\ndate: 2026-01-01 08:00\npublished: true$/);
    assert.equal(change(drafts, 'draft: true', 'ready'), '---\ndraft: true');
    const [, field] = drafts.fields;
    assert.deepEqual(field && stagesOf(field), ['draft', 'published']);
    assert.equal(progressOf(articleOf('draft: true'), drafts).stage, 'draft');
  });

  it('has words in both languages, and so has a stage of a Chinese house', () => {
    assert.deepEqual([stageWord(drafts, 'draft', 'en'), stageWord(drafts, 'draft', 'zh')], ['Draft', '草稿']);
    const own = houseOf('extends: china-report\n');
    assert.deepEqual([stageWord(own, 'ready', 'en'), stageWord(own, 'ready', 'zh')], ['Ready', '待发']);
    const words = houseOf(
      'extends: none\nbyline: {required: false}\nfields:\n  状态: {type: choice, role: stage, values: [{value: 草稿, aliases: [draft]}, {value: 已签发, aliases: [published]}]}\n',
    );
    assert.equal(readingOf(articleOf('状态: 已签发'), words).stage, 'published');
    // What stands in the articles is what the desk shows, where it is a word of the reader's language.
    assert.deepEqual(
      [stageWord(words, 'published', 'en'), stageWord(words, 'published', 'zh')],
      ['Published', '已签发'],
    );
    assert.equal(stageWord(words, 'ready', 'zh'), '待发');
    assert.match(
      applyEdits(articleOf('状态: 草稿').text, changeStage(articleOf('状态: 草稿'), words, 'published', facts.now)),
      /^---\n状态: 已签发\n/,
    );
  });
});

describe('a moment with its offset', () => {
  const house = houseOf(
    'extends: none\nbyline: {required: false}\ntime-zone: Asia/Shanghai\nfields:\n  date: {type: datetime, role: published, form: 2024-06-01T10:53:16+08:00}\n',
  );

  it('is asked for, mended in bulk only where the moment stays, and written so', () => {
    assert.deepEqual(found(house, 'date: 2026-03-09T10:20:00+08:00'), []);
    assert.deepEqual(found(house, 'date: 2026-03-09 10:20:00 +0800'), ['bad-date 2026-03-09 10:20:00 +0800']);
    assert.match(
      fixAll(articleOf('date: 2026-03-09 10:20:00 +0800').text, house, facts).text,
      /date: 2026-03-09T10:20:00\+08:00\n/,
    );
    assert.match(fixAll(articleOf('date: 2026-03-09 10:20').text, house, facts).text, /date: 2026-03-09 10:20\n/);
  });
});

describe('people in other works', () => {
  const house = houseOf(
    'extends: none\nbyline:\n  required: false\n  forms: ["译者：{translators} 校对：{proofreaders}", "策划：{commissioners} 监制：{producers}"]\nfields:\n  译者: {type: people, role: translators, label: 翻译}\n',
  );

  it('stand in forms of their own, are people of the article, and are handed over with what they did', () => {
    const body = '译者：陆晓晴 校对：高远\n\n河湾镇的水渠修好了。\n\n策划：周砚 监制：高远\n';
    const article = parseArticle(`---\n译者: [陆晓晴]\n---\n\n${body}`);
    assert.deepEqual(review(article, house, facts).findings, []);
    const forms = article.furniture.bylines.map(({ passage, byline }) =>
      inHouseForm(passage.prose.text.slice(byline.from, byline.to), byline, house.byline),
    );
    assert.deepEqual(forms, [true, true]);
    assert.ok(readingOf(article, house).people.some(({ name, where }) => name === '陆晓晴' && where === 'field'));
    assert.deepEqual(newsArticle(article, house, () => undefined).contributor, [
      { '@type': 'Person', name: '陆晓晴', jobTitle: '翻译' },
      { '@type': 'Person', name: '周砚' },
      { '@type': 'Person', name: '高远', jobTitle: '校对' },
    ]);
  });

  const labelled = (language: string): House =>
    houseOf(
      `extends: none\nlanguage: ${language}\nbyline: {required: false}\nfields:\n  title: {type: text, role: title}\n  fanyi: {type: people, role: translators, label: {zh: 编译, en: Translated by}}\n  jianzhi: {type: people, role: producers}\n`,
    );
  const made = (body: string): string => `---\ntitle: 水渠\nfanyi: [陆晓晴, 高远]\njianzhi: 周砚\n---\n\n${body}\n`;

  it('stand on the page, in what is handed over, in the sheet of the house and on hover in its own words', () => {
    for (const [language, one, other, sheet] of [
      ['zh-Hans', '编译：陆晓晴、高远', '监制：周砚', '编译'],
      ['en', 'Translated by 陆晓晴, 高远', 'Producer: 周砚', 'Translated by'],
    ] as const) {
      const house = labelled(language);
      const article = parseArticle(made('河湾镇的水渠修好了。'));
      const page = renderPage(article, house, { locale: 'en', image: () => undefined });
      const words = pageHtml(page).replace(/<[^>]*>/g, '');
      assert.ok(words.includes(one) && words.includes(other), words);
      assert.match(page.around.after, /<p class="hands" data-line="2">/);
      const exported = renderDocument(page);
      assert.ok(exported.replace(/<[^>]*>/g, '').includes(one));
      const text = plainText(article, house);
      assert.ok(text.includes(one) && text.includes(other), text);
      assert.ok(richCopy(article, house, { for: 'wechat', image: () => undefined }).html.includes(other));
      const rows = JSON.stringify(houseSheet(house, language === 'en' ? 'en' : 'zh'));
      assert.ok(rows.includes(sheet), rows);
      const hover = hoverFrontMatter(article, house, article.text.indexOf('fanyi') + 1);
      assert.ok(JSON.stringify(hover).includes(sheet), JSON.stringify(hover));
    }
  });

  it('are not said twice where the text names them', () => {
    const article = parseArticle(made('译者：陆晓晴\n\n河湾镇的水渠修好了。'));
    const words = pageHtml(renderPage(article, labelled('zh-Hans'), { locale: 'zh', image: () => undefined })).replace(
      /<[^>]*>/g,
      '',
    );
    assert.ok(words.includes('编译：高远'), words);
    assert.equal(words.split('陆晓晴').length, 2);
  });

  it('stand there in roles that the house has no field of ours for, under its label or the name of the role', () => {
    const own = (language: string): House =>
      houseOf(
        `extends: none\nlanguage: ${language}\nbyline: {required: false}\nfields:\n  title: {type: text, role: title}\n  illustrators: {type: people}\n  配音: {type: people}\n  sheji: {type: people, label: {zh: 版式设计, en: Layout}}\n  people: {type: people, label: {zh: 人物, en: In this story}}\n  shot: {type: people, label: {zh: 摄影, en: Photographs}}\n`,
      );
    const text =
      '---\ntitle: 水渠\nillustrators: [陆晓晴, 高远]\n配音: 周砚\nsheji: 何竹\npeople: [林晓禾]\nshot: [苏禾, 程慎]\n---\n\n河湾镇的水渠修好了。\n\n（程慎 摄）\n';
    for (const [language, ...wanted] of [
      ['zh-Hans', '插画：陆晓晴、高远', '配音：周砚', '版式设计：何竹', '摄影：苏禾'],
      ['en', 'Illustration: 陆晓晴, 高远', 'Presenter: 周砚', 'Layout: 何竹', 'Photographs: 苏禾'],
    ] as const) {
      const article = parseArticle(text);
      const words = pageHtml(renderPage(article, own(language), { locale: 'en', image: () => undefined })).replace(
        /<[^>]*>/g,
        '',
      );
      for (const line of wanted) assert.ok(words.includes(line), `${line}\n${words}`);
      assert.ok(!words.includes('林晓禾'), words);
      assert.equal(words.split('程慎').length, 2, words);
      assert.ok(plainText(article, own(language)).includes(wanted[0]));
    }
  });

  it('are no slot under another name', () => {
    const { faults } = resolveHouse({ text: 'byline:\n  forms: ["译者：{translator}"]\n' }, checks);
    assert.deepEqual(
      faults.map(({ code }) => code),
      ['bad-form'],
    );
  });
});

describe('a list of objects', () => {
  const house = houseOf(
    [
      'extends: none',
      'byline: {required: false}',
      'fields:',
      '  title: {type: text, role: title}',
      '  projects:',
      '    type: list',
      '    label: {zh: 项目, en: Projects}',
      '    fields:',
      '      name: {type: text, required: draft, max-length: 6}',
      '      url: {type: url, label: {zh: 网址, en: Address}}',
      '      kind: {type: choice, values: [水渠, 桥]}',
      '      since: {type: date}',
      '      stars: {type: number, most: 5}',
      '  sidebar:',
      '    type: map',
      '    fields:',
      '      open: {type: boolean}',
      '      heading: {type: text}',
      '',
    ].join('\n'),
  );
  const good =
    'title: 水渠\nprojects:\n  - name: 南渠\n    url: https://example.com\n    kind: 桥\n    since: 2024-06-01\n  - {name: 北渠, stars: 3}\nsidebar: {open: true, heading: 目录}';

  it('is right as it should be, in YAML, TOML and JSON', () => {
    assert.deepEqual(found(house, good), []);
    const of = (text: string) => review(parseArticle(text), house, facts).findings.map(({ check }) => check);
    const toml = (stars: string) =>
      `+++\ntitle = "水渠"\n[[projects]]\nname = "南渠"\nstars = ${stars}\n+++\n\n河湾镇的水渠修好了。\n`;
    const json = (stars: string) =>
      `{"title": "水渠", "projects": [{"name": "南渠", "stars": ${stars}}]}\n\n河湾镇的水渠修好了。\n`;
    for (const text of [toml('3'), json('3')]) assert.deepEqual(of(text), [], text);
    for (const text of [toml('9'), json('9')]) assert.deepEqual(of(text), ['bad-value'], text);
  });

  it('is checked field by field, at its place', () => {
    const cases: Readonly<Record<string, readonly string[]>> = {
      'projects: [南渠]': ['wrong-type 南渠'],
      'projects: 南渠': ['wrong-type 南渠'],
      'projects: [{name: 南渠, stars: 九}]': ['wrong-type 九'],
      'projects: [{name: 南渠, stars: 9}]': ['bad-value 9'],
      'projects: [{name: 南渠, kind: 乡村}]': ['bad-value 乡村'],
      'projects: [{name: 南渠, since: 2025-02-30}]': ['bad-date 2025-02-30'],
      'projects: [{name: 河湾镇的第一水渠}]': ['bad-value 河湾镇的第一水渠'],
      'projects: [{url: https://example.com}]': ['missing-field {url: https://example.com}'],
      'projects: [{name: 南渠, strs: 3}]': ['unknown-field strs'],
      'projects: [{name: 南渠, weather: 晴}]': ['unknown-field weather'],
      'sidebar: {open: 是}': ['wrong-type 是'],
      'sidebar: {hading: 目录}': ['unknown-field hading'],
      'sidebar: [目录]': ['wrong-type [目录]'],
    };
    for (const [fields, expected] of Object.entries(cases))
      assert.deepEqual(found(house, `title: 水渠\n${fields}`), expected, fields);
  });

  it('is completed and explained inside', () => {
    const at = (marked: string): readonly string[] => {
      const text = `---\ntitle: 水渠\n${marked}\n---\n\n正文。\n`;
      const offset = text.indexOf('|');
      const article = parseArticle(text.slice(0, offset) + text.slice(offset + 1));
      return completeFrontMatter(article, house, offset, facts.now).map(({ label }) => label);
    };
    assert.deepEqual(at('projects:\n  - name: 南渠\n    |'), ['url', 'kind', 'since', 'stars']);
    assert.deepEqual(at('projects:\n  - name: 南渠\n    kind: |'), ['水渠', '桥']);
    assert.deepEqual(at('projects: [{kind: |}]'), ['水渠', '桥']);
    assert.deepEqual(at('sidebar:\n  open: |'), ['true', 'false']);
    const article = articleOf(good);
    const hover = (what: string) => hoverFrontMatter(article, house, article.text.indexOf(what) + 1)?.text.en ?? '';
    assert.match(hover('url:'), /Address/);
    assert.match(hover('https:'), /Address/);
    assert.match(hover('projects:'), /`name`, `url`/);
  });

  it('stands in the schema of the fields, in the printed house, and is told where it is wrong', () => {
    const schema = JSON.stringify(fieldsSchema(house));
    assert.match(schema, /"projects":\{.*"required":\["name"\].*"sidebar"/);
    const printed = resolveHouse({ text: describeHouse(house, 'en') }, checks);
    assert.deepEqual(printed.faults, []);
    assert.deepEqual(printed.house?.fields, house.fields);
    const faults = (text: string) =>
      resolveHouse({ text }, checks).faults.map(({ code, at }) => `${code} ${text.slice(at.start, at.end)}`);
    assert.deepEqual(faults('fields:\n  a: {type: list, fields: {b: {type: txt}}}\n'), ['unknown-value-near txt']);
    assert.deepEqual(faults('fields:\n  a: {type: list, fields: {b: {typ: text}}}\n'), [
      'missing-setting b',
      'unknown-setting-near typ',
    ]);
    assert.deepEqual(faults('fields:\n  a: {type: text, fields: {b: {type: text}}}\n'), ['idle-setting fields']);
  });
});
