import assert from 'node:assert/strict';
import { fieldOfRole } from '../../src/house/field-keys.ts';
import type { House } from '../../src/house/house.ts';
import { observe } from '../../src/setup/observe.ts';
import type { Proposal } from '../../src/setup/propose.ts';
import { blog, daily, gallery, transcripts, weekly } from './archives.ts';
import { setUp } from './set-up.ts';
import { folder, worldOf } from './worlds.ts';

const keyOf = (house: House, role: Parameters<typeof fieldOfRole>[1]): string | undefined =>
  fieldOfRole(house, role)?.key;

/** Errors and warnings in 10,000 characters. */
const rateOf = ({ trial }: Proposal): number =>
  (trial.checks.reduce((sum, { findings }) => sum + findings, 0) * 10_000) / trial.characters;

describe('a house proposed for an archive', () => {
  it('of one article speaks its language', async () => {
    for (const [text, language] of [
      ['---\ntitle: 水渠\n---\n\n河湾镇水渠通水。\n', 'zh-Hans'],
      ['---\ntitle: 河湾镇的水渠\n---\n\n![](a.jpg)\n', 'zh-Hans'],
      ['---\ntitle: 水渠\n---\n\n這條水渠通水了。\n', 'zh-Hant'],
      ['---\ntitle: Canal\n---\n\nThe canal is open again.\n', 'en'],
    ] as const) {
      const { house, files } = await setUp({ 'a.md': text });
      assert.equal(house.language, language, text);
      assert.match(files.house, /from 1 article: the counts/);
    }
  });

  it('of a daily has its fields by what they mean, its dates and its columns', async () => {
    const { house, proposal } = await setUp(daily());
    assert.equal(house.name, '海州日报');
    assert.equal(house.language, 'zh-Hans');
    assert.equal(house.timeZone, 'Asia/Shanghai');
    assert.deepEqual(
      (['title', 'published', 'column', 'keywords', 'reporters', 'summary', 'cover'] as const).map((role) =>
        keyOf(house, role),
      ),
      ['title', 'date', 'categories', 'tags', 'author', 'description', 'cover'],
    );
    assert.equal(fieldOfRole(house, 'published')?.form, '2024-06-01T10:53:16+08:00');
    assert.deepEqual(
      fieldOfRole(house, 'column')
        ?.values?.map(({ value }) => value)
        .sort(),
      ['乡村', '教育', '文化', '经济'],
    );
    assert.equal(fieldOfRole(house, 'title')?.required, 'draft');
    // The folder that makes `/images/canal.jpg` a file.
    assert.deepEqual(house.static, ['static']);
    assert.equal(house.checks['missing-image'], undefined);
    assert.ok(rateOf(proposal) <= 3, JSON.stringify(proposal.trial.checks));
  });

  it('takes no slip for a habit, and no habit from a handful of articles', async () => {
    const words = '大桥全长三公里，河湾镇的水渠通水，';
    const article = (text: string): string => `---\ntitle: 河湾镇的水渠\n---\n\n${text}\n`;
    const archive = (count: number, text: (index: number) => string) =>
      setUp(Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.md`, article(text(index))])));
    // Wrong words in one article of six: no newsroom means to write them.
    const wrong = await archive(
      24,
      (index) => `${words}${index % 6 === 0 ? '他们再接再励，由于由于下雨。' : '大家高兴。'}`,
    );
    for (const slip of ['wrong-word', 'idiom-slip', 'doubled-character'])
      assert.equal(wrong.house.checks[slip]?.severity, undefined, slip);
    // Half-width marks in one article of six are a way to write, and told as questions.
    const half = await archive(24, (index) => `${words}${index % 6 === 0 ? '大家高兴,都来了,' : '大家高兴，'}喝茶。`);
    assert.equal(half.house.checks['half-width-punctuation']?.severity, 'info');
    const few = await archive(3, (index) => `${words}${index === 0 ? '大家高兴,都来了,' : '大家高兴，'}喝茶。`);
    assert.equal(few.house.checks['half-width-punctuation']?.severity, undefined);
  });

  it('counts places where articles alone would say that a rule is not kept to', async () => {
    const article = (text: string): string => `---\ntitle: 河湾镇的水渠\n---\n\n${text}\n`;
    const archive = (text: (index: number) => string) =>
      setUp(Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`${index}.md`, article(text(index))])));
    const said = async (text: (index: number) => string, check: string) => {
      const { house, proposal } = await archive(text);
      const { severity, options } = house.checks[check] ?? {};
      assert.equal(proposal.trial.articles, 41);
      return severity ?? options;
    };
    const sound = '大桥全长三公里，河湾镇的水渠通水，大家高兴：都来了；客商也来，一边看，一边问，谁不想买？';
    // A slip in each article but one, and twelve places beside it as they should be.
    const comma = (times: number) => (index: number) =>
      `${`${sound}\n\n`.repeat(times)}${index === 7 ? '' : '茶农笑,'}喝茶。`;
    assert.equal(await said(comma(100), 'half-width-punctuation'), undefined);
    // In short ones they are a wall, and a question.
    assert.equal(await said(comma(2), 'half-width-punctuation'), 'info');
    // One of three: nobody gives that up, and nobody is told at each that it is wrong.
    const mixed = (): string => '大桥全长三公里，水渠通水，茶农笑,喝茶。';
    assert.equal(await said(mixed, 'half-width-punctuation'), 'info');
    const own = (): string => '大桥全长三公里,水渠通水,茶农笑，喝茶。';
    assert.equal(await said(own, 'half-width-punctuation'), 'off');
    const quote = (index: number): string =>
      `${`${sound}老陆说：“水来了”，大家说：“来了”。\n\n`.repeat(80)}${index === 7 ? '' : '他说："好"。'}`;
    assert.equal(await said(quote, 'straight-quotes'), undefined);
  });

  it('reads its bylines by forms with counts, wherever they stand', async () => {
    const { house, seen, files } = await setUp(daily());
    assert.equal(seen.bylines.read, seen.bylines.total);
    assert.deepEqual(house.byline.forms, [
      '本报讯（记者{reporters}）',
      '本报讯（记者{reporters} 通讯员{correspondents}）',
      '（记者 {reporters}）',
    ]);
    assert.match(files.house, /^ {4}- 本报讯（记者\{reporters\} 通讯员\{correspondents\}） {2}# \d+$/m);
    assert.equal(house.byline.position, 'head');
    assert.equal(house.byline.required, true);
  });

  it('knows the articles from what is none', async () => {
    const { seen, house } = await setUp(daily(20));
    assert.equal(seen.articles.length, 20);
    assert.deepEqual(seen.leftOut.map(({ value }) => value).sort(), ['_index.md', 'archetypes/']);
    assert.equal(house.path, 'content/posts/{column}/{date}-{slug}.md');
    const other = await setUp(blog());
    assert.deepEqual(other.seen.leftOut.map(({ value }) => value).sort(), ['_includes/']);
    assert.equal(other.seen.articles.length, 25);
    // A draft is no measure of what is published, and still an article: it is checked while it is written.
    assert.deepEqual(other.house.ignore, ['_includes/']);
  });

  it('of an English blog is in English, in the zone that its offsets show', async () => {
    const { house, proposal } = await setUp(blog());
    assert.deepEqual([house.language, house.timeZone, house.name], ['en', 'America/New_York', 'Harbour Notes']);
    // Short names in small letters are ids of other files, and nobody’s name.
    assert.equal(fieldOfRole(house, 'reporters')?.type, 'list');
    assert.equal(house.byline.required, false);
    assert.equal(rateOf(proposal), 0);
  });

  it('knows fields by their names in Chinese', async () => {
    const { house, files } = await setUp(weekly());
    assert.deepEqual(
      (['title', 'published', 'reporters', 'column', 'summary'] as const).map((role) => keyOf(house, role)),
      ['标题', '日期', '作者', '栏目', '摘要'],
    );
    assert.equal(fieldOfRole(house, 'published')?.type, 'date');
    assert.equal(fieldOfRole(house, 'reporters')?.type, 'people');
    assert.match(files.staff ?? '', /- 陆晓晴 {2}# \d+ articles/);
  });

  it('knows fields by what they hold, where their names say nothing', async () => {
    const archive = Object.fromEntries(
      Object.entries(weekly()).map(([path, text]) => [
        path,
        text.replace('标题', 'a1').replace('日期', 'b2').replace('作者', 'c3').replace('栏目', 'd4'),
      ]),
    );
    const { house } = await setUp(archive);
    assert.deepEqual(
      (['title', 'published', 'reporters', 'column'] as const).map((role) => keyOf(house, role)),
      ['a1', 'b2', 'c3', 'd4'],
    );
  });

  it('reads who took the pictures by forms, and demands credit and caption where all have them', async () => {
    const { house, seen, proposal } = await setUp(gallery());
    assert.equal(seen.credits.read, seen.credits.total);
    assert.deepEqual(house.credit.forms, ['（{photographers} 摄）', '（{organisation}供图）']);
    assert.deepEqual([house.credit.required, house.credit.caption], [true, true]);
    assert.equal(rateOf(proposal), 0, JSON.stringify(proposal.trial.checks));
  });

  it('of texts without front matter demands none', async () => {
    const { house, proposal } = await setUp(transcripts());
    assert.equal(house.path, 'news/{year}{month}{day}.md');
    assert.equal(rateOf(proposal), 0);
  });

  it('demands only what nearly all articles do', async () => {
    const archive: Record<string, string> = { ...weekly(40) };
    for (const path of Object.keys(archive).slice(0, 3)) archive[path] = (archive[path] ?? '').replace(/摘要.*\n/, '');
    const { house, proposal } = await setUp(archive);
    assert.equal(fieldOfRole(house, 'summary')?.required, undefined);
    assert.equal(fieldOfRole(house, 'title')?.required, 'draft');
    const [first] = Object.keys(archive);
    archive[first ?? ''] = (archive[first ?? ''] ?? '').replace(/日期.*\n/, '');
    const again = await setUp(archive);
    const decision = again.proposal.decisions.find(({ id }) => id === 'required:日期');
    assert.deepEqual([decision?.outliers?.count, decision?.outliers?.files], [1, [first]]);
    assert.ok(!proposal.decisions.some(({ id }) => id === 'required:摘要'));
  });

  it('takes for the newsroom’s own way what it does everywhere', async () => {
    const archive = Object.fromEntries(
      Object.entries(weekly()).map(([path, text]) => [
        path,
        text.replace('天不亮', '(多数是老人)天不亮').replace('就上山', '就"上山"'),
      ]),
    );
    const { house, proposal } = await setUp(archive);
    assert.deepEqual(house.checks['half-width-punctuation']?.options, { brackets: 'any' });
    assert.equal(house.checks['straight-quotes']?.severity, 'off');
    assert.equal(rateOf(proposal), 0);
  });

  it('does not take a slip for a habit, however small the archive is', async () => {
    const archive: Record<string, string> = { ...weekly(4) };
    const [first = ''] = Object.keys(archive);
    archive[first] = (archive[first] ?? '').replace('当天炒完。', '当天炒完...');
    const { house, proposal } = await setUp(archive);
    assert.equal(house.checks['wrong-ellipsis'], undefined);
    assert.deepEqual(
      proposal.trial.checks.map(({ check, findings }) => [check, findings]),
      [['wrong-ellipsis', 1]],
    );
  });

  it('is found in the same way however the files come, and stops when it is told', async () => {
    const archive = daily();
    const shuffled = Object.fromEntries(Object.entries(archive).reverse());
    assert.equal((await setUp(shuffled)).files.house, (await setUp(archive)).files.house);
    const stop = new AbortController();
    stop.abort();
    await assert.rejects(observe(worldOf(archive), folder, { signal: stop.signal }));
  });
});
