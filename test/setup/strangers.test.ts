import assert from 'node:assert/strict';
import { fieldOfRole } from '../../src/house/field-keys.ts';
import { articleEndings } from '../../src/model/article-endings.ts';
import { type Archive, dayOf, pick } from './archives.ts';
import { setUp } from './set-up.ts';

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
