import assert from 'node:assert/strict';
import { fieldOfRole } from '../../src/house/field-keys.ts';
import { stampFor } from '../../src/house/field-types.ts';
import { articleEndings } from '../../src/model/article-endings.ts';
import { changesOf, withChanges } from '../../src/setup/changes.ts';
import { observe } from '../../src/setup/observe.ts';
import { articlePath } from '../../src/templates/article-path.ts';
import { type Archive, dayOf, pick } from './archives.ts';
import { setUp } from './set-up.ts';
import { folder, worldOf } from './worlds.ts';

const text = 'The tide came back at noon, and the canals of the old harbour were full by two.';

/** Thirty articles. @param head of each, fences and all */
const archive = (
  path: (index: number) => string,
  head: (index: number) => string,
  beside: Archive = {},
  body = text,
): Archive => ({
  ...Object.fromEntries(Array.from({ length: 30 }, (_, index) => [path(index), `${head(index)}\n\n${body}\n`])),
  ...beside,
});

/** The template for new articles. */
const templateOf = ({ files }: Awaited<ReturnType<typeof setUp>>): string => files.templates[0]?.text ?? '';

describe('archives of strangers', () => {
  for (const ending of articleEndings) {
    it(`have articles that end in ${ending}`, async () => {
      const { seen, house } = await setUp(
        archive(
          (index) => `posts/tide-${index}${ending}`,
          (index) => `---\ntitle: "The tide, part ${index}"\ndate: "${dayOf(index)}"\n---`,
          { '_quarto.yml': 'website:\n  title: "Gauge & Ledger"\n' },
        ),
      );
      assert.equal(seen.articles.length, 30);
      assert.equal(house.path, `posts/{slug}${ending}`);
    });
  }

  it('have their clock where their settings say, if it showed the offsets', async () => {
    const settings = (zone: string): Archive => ({ 'hugo.toml': `title = "Quay"\ntimeZone = "${zone}"\n` });
    const zoneOf = async (zone: string): Promise<string | undefined> => {
      const dated = archive(
        (index) => `content/tide-${index}.md`,
        (index) => `+++\ntitle = "Tide ${index}"\ndate = 2024-01-${10 + (index % 20)}T08:00:00-04:00\n+++`,
        settings(zone),
      );
      return (await setUp(dated)).house.timeZone;
    };
    assert.equal(await zoneOf('Atlantic/Bermuda'), 'Atlantic/Bermuda');
    assert.equal(await zoneOf('America/Halifax'), 'America/Halifax');
    // Written elsewhere than the settings say: the offsets tell.
    assert.notEqual(await zoneOf('Asia/Tokyo'), 'Asia/Tokyo');
  });

  it('hold back a few articles: one that is begun is held back, too', async () => {
    for (const [open, close, is] of [
      ['+++', '+++', ' ='],
      ['---', '---', ':'],
    ] as const) {
      const held = archive(
        (index) => `content/tide-${index}.md`,
        (index) =>
          `${open}\ntitle${is} "Tide ${index}"\ndate${is} ${dayOf(index)}\n${index % 9 === 0 ? `draft${is} true\n` : ''}${close}`,
      );
      assert.match(templateOf(await setUp(held)), /^draft(?: =|:) true$/m);
    }
  });

  it('have objects with lists of objects inside, of which nothing is asked (Nuxt, Hugo)', async () => {
    for (const more of [
      'head:\n  meta:\n    - name: robots\n      content: index',
      'menu:\n  main:\n    - {name: Quay, weight: 3}',
      'steps:\n  - name: dig\n    tools: [{name: spade}]',
      'data: {rows: [[1, 2], [3, 4]]}',
    ]) {
      const { proposal, files } = await setUp(
        archive(
          (index) => `content/1.news/${index}.tide.md`,
          (index) => `---\ntitle: Tide ${index}\ndate: ${dayOf(index)}\n${more}\n---`,
        ),
      );
      assert.deepEqual(proposal.trial.checks, [], files.house);
    }
  });

  it('have a page that opens a site, called README (VuePress)', async () => {
    const { seen } = await setUp(
      archive(
        (index) => `docs/guide/tide-${index}.md`,
        (index) => `---\ntitle: Tide ${index}\ndate: ${dayOf(index)}\nauthor: Anna Field\n---`,
        { 'docs/README.md': '---\nhome: true\nheroImage: /hero.png\n---\n\nThe handbook of the old harbour.\n' },
      ),
    );
    assert.deepEqual(
      seen.leftOut.map(({ value }) => value),
      ['/docs/README.md'],
    );
  });

  it('say their name in settings that are a program', async () => {
    for (const [file, settings] of [
      ['docusaurus.config.ts', "export default { title: 'Quay', url: 'https://quay.example' };"],
      ['docusaurus.config.js', 'const config = {\n  title: "Quay",\n};'],
      ['gatsby-config.js', 'module.exports = { siteMetadata: { title: `Quay` } };'],
      ['conf.py', 'BLOG_TITLE = "Quay"  # said on every page\nTIMEZONE = "Europe/Lisbon"\n'],
    ] as const) {
      const { house } = await setUp(
        archive(
          (index) => `posts/tide-${index}.md`,
          (index) => `---\ntitle: Tide ${index}\n---`,
          { [file]: settings },
        ),
      );
      assert.equal(house.name, 'Quay', file);
    }
  });

  it('have fields with names in Traditional characters', async () => {
    const { house } = await setUp(
      archive(
        (index) => `新聞/${dayOf(index)}-${index}.md`,
        (index) =>
          `---\n標題: 吊橋通車（${index}）\n副標: 沿海三個漁港的碼頭\n發佈時間: ${dayOf(index)} 08:30\n採訪: 林語桐\n圖片: /圖/橋.jpg\n關鍵詞: [吊橋, 漁港]\n狀態: ${pick(['待審', '已發佈'], index)}\n---`,
        {},
        '這座吊橋全長120公尺，橋面寬2公尺，可以容納輪椅通行。鎮上的書店只有一間，老闆娘認得每一個學生。',
      ),
    );
    const keyOf = (role: Parameters<typeof fieldOfRole>[1]): string | undefined => fieldOfRole(house, role)?.key;
    assert.deepEqual((['title', 'subtitle', 'published', 'cover', 'keywords', 'stage'] as const).map(keyOf), [
      '標題',
      '副標',
      '發佈時間',
      '圖片',
      '關鍵詞',
      '狀態',
    ]);
    assert.equal(house.checks['mixed-numerals'], undefined);
  });

  it('say how far an article has come in words of their own, which are no columns', async () => {
    const { house } = await setUp(
      archive(
        (index) => `稿件/${index}.md`,
        (index) => `---\n标题: 水渠之${index}\n状态: ${pick(['甲档', '乙档', '丙档'], index)}\n---`,
        {},
        '河湾镇今年修好了三条水渠，村里的老人说，浇地再也不用等雨。',
      ),
    );
    assert.equal(fieldOfRole(house, 'column'), undefined);
  });

  it('have lines without fences, and so has what is begun there (Pelican, MultiMarkdown)', async () => {
    const ran = await setUp(
      archive(
        (index) => `content/${pick(['news', 'tides'], index)}/tide-${index}.md`,
        (index) =>
          `Title: ${index % 3 ? `Tide: the "old" canal, part ${index}` : `#${index} of the tides`}\nDate: ${dayOf(index)} 10:20\nModified: ${dayOf(index)} 11:20\nCategory: ${pick(['news', 'tides'], index)}\nAuthor: Anna Field\nSummary: *Really*: the canal\n    was full by two.`,
      ),
    );
    assert.deepEqual(ran.proposal.trial.checks, [], ran.files.house);
    assert.match(templateOf(ran), /^Title: \{\{title\}\}\nDate: \{\{published\}\}\nModified: \{\{published\}\}\n/);
    assert.doesNotMatch(templateOf(ran), /---/);
  });
});

describe('columns that are folders under another name', () => {
  const placed = (folders: Readonly<Record<string, string>>, list = false): Archive =>
    archive(
      (index) => `content/${pick(Object.values(folders), index)}/${2023 + (index % 2)}/${index}.md`,
      (index) => {
        const column = pick(Object.keys(folders), index);
        return `---\ntitle: 水渠之${index}\ndate: ${dayOf(index)}\n栏目: ${list ? `[${column}]` : column}\n---`;
      },
      {},
      '河湾镇今年修好了三条水渠，村里的老人说，浇地再也不用等雨。',
    );
  const pinyin = { 政务: 'zhengwu', 民生: 'minsheng', 乡镇: 'xiangzhen' };

  it('are mapped by the house, and a new article goes there', async () => {
    for (const list of [false, true]) {
      const { house, files } = await setUp(placed(pinyin, list));
      assert.equal(house.path, 'content/{column}/{year}/{slug}.md', files.house);
      assert.match(files.house, /\{value: 政务, folder: zhengwu\}/);
      const moment = {
        date: '2024-06-01',
        year: '2024',
        month: '06',
        day: '01',
        time: '10:53',
        seconds: '16',
        offset: '+08:00',
      };
      const path = articlePath(house, { title: '新桥通车', column: '民生', moment, kind: 'article' });
      assert.equal(path, 'content/minsheng/2024/新桥通车.md');
    }
  });

  it('may differ in capitals alone, and need no word where they are the same', async () => {
    const { files } = await setUp(placed({ News: 'news', Sport: 'sport', 文化: '文化' }));
    assert.match(files.house, /\{value: News, folder: news\}/);
    assert.doesNotMatch(files.house, /folder: 文化/);
    assert.doesNotMatch((await setUp(placed({ 文化: '文化', 经济: '经济' }))).files.house, /folder:/);
  });

  it('are none where a folder holds several columns, or a column lies in several folders', async () => {
    const { house, files } = await setUp(placed({ 政务: 'a', 民生: 'a', 乡镇: 'b' }));
    assert.doesNotMatch(files.house, /folder:/);
    assert.doesNotMatch(house.path, /\{column\}/);
    const mixed = archive(
      (index) => `content/${pick(['a', 'b', 'c'], index)}/${index}.md`,
      (index) => `---\ntitle: 水渠之${index}\n栏目: ${pick(['政务', '民生'], index)}\n---`,
    );
    assert.doesNotMatch((await setUp(mixed)).files.house, /folder:/);
  });

  it('are proposed with their folder when one is new', async () => {
    const world = worldOf(placed({ ...pinyin, 科教: 'kejiao' }));
    const seen = await observe(world, folder);
    const { files, house } = await setUp(placed(pinyin));
    const changes = changesOf(seen, { house, text: files.house, staff: undefined });
    const { texts, refused } = withChanges(changes, { house: files.house, staff: undefined }, 'en');
    assert.deepEqual(refused, []);
    assert.match(texts.house, /\{value: 科教, folder: kejiao\}/);
  });
});

describe('odd front matter of strangers', () => {
  it('is that of files which are numbered, and not dated', async () => {
    const pathOf = async (name: (index: number) => string): Promise<string> =>
      (
        await setUp(
          archive(
            (index) => `issues/${name(index)}.md`,
            (index) => `---\ntitle: Tide ${index}\n---`,
          ),
        )
      ).house.path;
    assert.equal(await pathOf((index) => `2024${9000 + index}`), 'issues/{slug}.md');
    assert.equal(await pathOf((index) => dayOf(index).replaceAll('-', '')), 'issues/{year}{month}{day}.md');
  });

  it('says yes and no as YAML 1.1 has them, and so does what is begun there', async () => {
    const made = await setUp(
      archive(
        (index) => `_posts/${dayOf(index)}-tide.md`,
        (index) => `---\nlayout: post\ntitle: Tide ${index}\ncomments: yes\ntoc: no\n---`,
      ),
    );
    assert.match(templateOf(made), /^comments: yes\ntoc: no$/m);
  });

  it('has names of several words, where they come again', async () => {
    const { house, seen } = await setUp(
      archive(
        (index) => `articles/tide-${index}.md`,
        (index) =>
          `---\nArticle Title: Tide ${index}\nPublish Date: ${dayOf(index)}\nWritten By: ${pick(['Anna Field', 'Tom Brook'], index)}\n` +
          `${index === 4 ? 'And then the water: came back\n' : ''}---`,
      ),
    );
    assert.equal(fieldOfRole(house, 'title')?.key, 'Article Title');
    assert.equal(fieldOfRole(house, 'published')?.key, 'Publish Date');
    assert.equal(fieldOfRole(house, 'reporters')?.key, 'Written By');
    assert.ok(seen.fields.some(({ key }) => key === 'And then the water'));
    assert.equal(
      house.fields.some(({ key }) => key === 'And then the water'),
      false,
    );
  });

  it('takes objects over from one another, which is no field of theirs', async () => {
    const { house, files } = await setUp(
      archive(
        (index) => `articles/tide-${index}.md`,
        (index) =>
          `---\ntitle: Tide ${index}\nbase: &base\n  licence: open\n  desk: harbour\nmeta:\n  <<: *base\n  page: ${index}\n---`,
      ),
    );
    assert.doesNotMatch(files.house, /<</);
    assert.deepEqual(
      house.fields.find(({ key }) => key === 'meta')?.fields?.map(({ key }) => key),
      ['page'],
    );
  });

  it('is not that of two people who write, nor of a file with nothing in it', async () => {
    const { seen, house } = await setUp(
      archive(
        (index) => `content/posts/tide-${index}.md`,
        (index) => `---\ntitle: Tide ${index}\ndate: ${dayOf(index)}\n---`,
        {
          'content/authors/anna.md': '---\nname: Anna Field\navatar: /a.png\n---\n',
          'content/authors/tom.md': '---\nname: Tom Brook\navatar: /b.png\n---\n',
          'content/posts/later.md': '\n',
        },
      ),
    );
    assert.equal(seen.articles.length, 30);
    assert.deepEqual(house.ignore, ['/content/authors/']);
  });

  it('may stand above Japanese or Korean, which is no Chinese', async () => {
    const languageOf = async (body: string): Promise<string> =>
      (
        await setUp(
          archive(
            (index) => `記事/${index}.md`,
            (index) => `---\ntitle: ${index}\n---`,
            {},
            body,
          ),
        )
      ).house.language;
    assert.equal(await languageOf('渡し場が先週開放された。近くの住民は遠回りをしなくて済む。'), 'ja');
    assert.equal(await languageOf('나루터가 지난주에 다시 열렸다. 주민들은 먼 길을 돌아가지 않아도 된다.'), 'ko');
    // A name between Chinese.
    assert.equal(await languageOf('渡口的招牌写着“ようこそ”，村里的老人说，这是一位客人送给学校的礼物。'), 'zh-Hans');
  });
});

describe('what is new to a house', () => {
  it('is written with the line ends of its files', async () => {
    const head = (index: number, more = ''): string =>
      `---\ntitle: Tide ${index}\nauthor: ${pick(['Anna Field', 'Tom Brook'], index)}\ndate: ${dayOf(index)}\n${more}---`;
    const path = (index: number): string => `issues/tide-${index}.md`;
    const before = await setUp(archive(path, (index) => head(index)));
    const after = archive(path, (index) =>
      head(index, `places:\n  - {name: Quay ${index}, kind: dock}\nbudget: ${index}\n`),
    );
    for (const lineEnd of ['\r\n', '\r']) {
      const houseText = before.files.house.replaceAll('\n', lineEnd);
      const staffText = before.files.staff?.replaceAll('\n', lineEnd);
      const changes = changesOf(await observe(worldOf(after), folder), {
        house: before.house,
        text: houseText,
        staff: undefined,
      });
      const { texts, refused } = withChanges(changes, { house: houseText, staff: staffText }, 'en');
      assert.deepEqual(refused, []);
      assert.match(texts.house, /budget: \{type: number\}/);
      assert.deepEqual([...new Set(texts.house.match(/\r\n|\n|\r/g))], [lineEnd]);
    }
  });
});

describe('people of strangers', () => {
  it('are one each, whether a field says By before them or a byline has them in capitals', async () => {
    const names = ['Anna Field', 'Tom Brook', "Siobhan O'Dell"];
    const { seen, house } = await setUp(
      archive(
        (index) => `issues/tide-${index}.md`,
        (index) =>
          `---\ntitle: Tide ${index}\nbyline: By ${pick(names, index)}\n---\n\nBy ${pick(names, index).toUpperCase()}`,
      ),
    );
    assert.deepEqual(seen.people.map(({ name }) => name).sort(), [...names].sort());
    assert.equal(fieldOfRole(house, 'reporters')?.key, 'byline');
  });
});

describe('dates of strangers', () => {
  for (const write of [
    (day: string) => day.replaceAll('-', '/'),
    (day: string) => `${day.replaceAll('-', '/')} 08:30`,
    (day: string) => day.replace(/-0?/g, '/'),
    (day: string) => day.replace(/-0?/g, '.'),
    (day: string) => day.replaceAll('-', '.'),
    (day: string) => `${day.replace(/-0?(\d+)-0?(\d+)/, '年$1月$2日')} 08:30`,
    (day: string) => day.replaceAll('-', ''),
  ]) {
    it(`are written as they were: ${write('2024-06-01')}`, async () => {
      const { house, files, proposal } = await setUp(
        archive(
          (index) => `稿件/${index}.md`,
          (index) => `---\n标题: 水渠之${index}\n发布时间: ${write(dayOf(index))}\n---`,
          {},
          '河湾镇今年修好了三条水渠，村里的老人说，浇地再也不用等雨。',
        ),
      );
      assert.deepEqual(proposal.trial.checks, [], files.house);
      assert.notEqual(house.checks['bad-date']?.severity, 'off', files.house);
      const field = fieldOfRole(house, 'published');
      assert.ok(field?.form !== undefined, files.house);
      assert.match(
        stampFor(field, Date.UTC(2024, 5, 1, 0, 30), 'Asia/Shanghai') ?? '',
        new RegExp(`^${write('2024-06-01').slice(0, 8)}`),
      );
    });
  }
});

describe('a habit of strangers', () => {
  it('that an option of its check does not cover turns the check off', async () => {
    const { house, proposal } = await setUp(
      archive(
        (index) => `稿件/${index}.md`,
        (index) => `---\n标题: 水渠之${index}\n副题: 水渠通到了第${index + 3}个村。\n---`,
        {},
        '河湾镇今年修好了三条水渠，村里的老人说，浇地再也不用等雨。',
      ),
    );
    assert.deepEqual(proposal.trial.checks, []);
    assert.equal(house.checks['title-punctuation']?.severity, 'off');
  });
});
