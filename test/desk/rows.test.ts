import assert from 'node:assert/strict';
import { checks } from '../../src/checks/index.ts';
import { dayList, gapsOf } from '../../src/desk/day-list.ts';
import { dayPage } from '../../src/desk/day-page.ts';
import { rowOf, rowOfValues } from '../../src/desk/read-row.ts';
import { changeOf, type DeskRow, readingsIn } from '../../src/desk/row.ts';
import { articleValues } from '../../src/engine/newsroom-values.ts';
import { review } from '../../src/engine/review.ts';
import type { House } from '../../src/house/house.ts';
import { resolveHouse } from '../../src/house/load.ts';
import type { Locale } from '../../src/model/finding.ts';
import { parseArticle } from '../../src/model/parse.ts';

const china = house('extends: china-report\n');

function house(text: string): House {
  return resolveHouse({ text }, checks).salvaged;
}

function rowsOf(text: string, own: House = china, path = '乡村/a.md', locale: Locale = 'zh'): [DeskRow, DeskRow] {
  const place = { uri: `newsroom:/desk/${path}`, path };
  const article = parseArticle(text);
  const found = review(article, own, { files: new Map(), now: Date.UTC(2026, 5, 2) });
  return [
    rowOfValues(place, articleValues(text), own, locale),
    rowOf(place, { article, house: own, review: found }, locale),
  ];
}

const head = (row: DeskRow): DeskRow => {
  const { checked: _, ...rest } = row;
  return rest;
};

describe('a row of the desk', () => {
  it('says the same of the front matter before and after the review', () => {
    const texts = [
      '---\ntitle: 柿子红了清泉镇\ncolumn: 乡村\npublished: 2026-06-02 08:45:10\nreporters: [沈若舟, 苏禾]\neditor: 苗景行\nstage: ready\n---\n\n正文。\n',
      '---\n标题: 柿子红了\n栏目: 乡村\n记者: 沈若舟、苏 禾\n阶段: 待发\n---\n\n正文。\n',
      '---\ntitle: "“柿子”红了"\npublished: 2026-06-02T08:45:10Z\nstage: 已发\n---\n',
      '---\ntitle:\nstage:\n---\n\n正文。\n',
      '---\ntitle: [a\n---\n',
      '---\ntitle: 柿子\npublished: 明天\n---\n',
    ];
    for (const text of texts) {
      const [quick, whole] = rowsOf(text);
      assert.deepEqual(head(whole), quick, text);
    }
  });

  it('knows the stage of a site’s flag, in either state', () => {
    const site = house('extends: plain\nfields:\n  draft: {type: boolean, role: stage}\n');
    for (const [text, stage] of [
      ['---\ntitle: a\ndraft: true\n---\n', 'draft'],
      ['---\ntitle: a\ndraft: false\n---\n', 'published'],
      ['---\ntitle: a\n---\n', 'published'],
    ] as const) {
      const [quick, whole] = rowsOf(text, site);
      assert.equal(quick.stage, stage, text);
      assert.equal(whole.stage, stage, text);
    }
  });

  it('is dated by its name where its front matter gives no date', () => {
    assert.equal(rowsOf('---\ntitle: 柿子\n---\n', china, '_posts/2026-03-09-shizi.md')[0].date, '2026-03-09');
    for (const [name, day] of [
      ['20260309.md', '2026-03-09'],
      ['20260309-柿子.md', '2026-03-09'],
      ['2026-3-9-shizi.md', '2026-03-09'],
      ['20261345.md', ''],
      ['2026-06-31-shizi.md', ''],
      ['202603091.md', ''],
      ['18601234.md', ''],
      ['2026-30.md', ''],
    ] as const)
      assert.equal(rowsOf('---\ntitle: 柿子\n---\n', china, `报/${name}`)[0].date, day, name);
    assert.equal(rowsOf('---\ntitle: 柿子\n---\n', china, '2026-03-091.md')[0].date, '');
    assert.equal(
      rowsOf('---\ntitle: 柿子\npublished: 2026-03-10\n---\n', china, '2026-03-09-a.md')[0].date,
      '2026-03-10',
    );
  });

  it('names who signs where no field names anybody, and takes its title from a heading', () => {
    const [quick, whole] = rowsOf('# 柿子红了\n\n中国报道讯（沈若舟报道）6月1日，柿子红了。\n');
    assert.deepEqual([quick.title, quick.people], ['', []]);
    assert.deepEqual([whole.title, whole.people], ['柿子红了', ['沈若舟']]);
  });

  it('can be found by its sound', () => {
    const [{ sounds }] = rowsOf('---\ntitle: 河湾镇 24\n---\n');
    assert.ok(readingsIn(sounds)[0]?.includes('he'));
    assert.deepEqual(readingsIn(sounds).slice(3), [['2'], ['4']]);
    assert.deepEqual(readingsIn(''), []);
  });

  it('tells changes alone', () => {
    const [, one] = rowsOf('---\ntitle: 甲\n---\n', china, 'a.md');
    const [, two] = rowsOf('---\ntitle: 乙\n---\n', china, 'b.md');
    const before = new Map([one, two].map((row) => [row.uri, row]));
    assert.equal(changeOf(before, new Map([two, { ...one }].map((row) => [row.uri, row]))), undefined);
    const changed = { ...one, title: '丙' };
    assert.deepEqual(changeOf(before, new Map([[one.uri, changed]])), { rows: [changed], gone: [two.uri] });
  });
});

describe('a day’s list', () => {
  const at = (path: string, published: string, more = ''): DeskRow =>
    rowsOf(
      `---\ntitle: ${path}\ncolumn: 乡村\npublished: ${published}\n${more}---\n\n正文。\n`,
      china,
      `${path}.md`,
    )[1];
  const rows = [
    at('晚', '2026-06-02 18:00:00'),
    at('全天', '2026-06-02'),
    at('早', '2026-06-02 06:30:00'),
    at('隔天', '2026-06-03 06:30:00'),
    // By the clock of the newsroom it is the second of June.
    at('零点', '2026-06-01T16:05:00Z'),
  ];

  it('holds what is dated to the day by the newsroom’s clock, in the order of the clock', () => {
    const { entries } = dayList(rows, '2026-06-02', 'zh');
    assert.deepEqual(
      entries.map(({ row, time }) => [row.title, time]),
      [
        ['零点', '00:05'],
        ['早', '06:30'],
        ['晚', '18:00'],
        ['全天', ''],
      ],
    );
  });

  it('says what is missing, the gravest first, in the language of its reader', () => {
    const row = rowsOf('---\ntitle: 柿子•红了\npublished: 2026-06-02\n---\n\n清泉•河口。\n')[1];
    assert.match(gapsOf(row, 'zh')[0] ?? '', /^错误 \d+ 处$/);
    assert.match(gapsOf(row, 'zh').join('；'), /未填：.*；.*无图$/);
    assert.match(gapsOf(row, 'en').join('; '), /^errors: .*no picture$/);
    assert.deepEqual(gapsOf(head(row), 'en'), ['not checked']);
  });

  it('knows an embargo, and the signature that is next', () => {
    const own = house(
      'extends: china-report\nfields:\n  embargo: {type: datetime, role: embargo}\nsignoff:\n  steps:\n    first: {label: 一审}\n',
    );
    const text = (embargo: string): string =>
      `---\ntitle: 甲\npublished: 2026-06-02 08:00:00\nembargo: ${embargo}\n---\n\n正文。\n`;
    const early = rowsOf(text('2026-06-02 10:00:00'), own)[1];
    assert.match(gapsOf(early, 'zh').join('；'), /待签：一审；2026-06-02 10:00:00 解禁/);
    const late = rowsOf(text('2026-06-02 07:00:00'), own)[1];
    assert.equal(late.checked?.embargo?.iso, '2026-06-02T07:00:00+08:00');
    assert.doesNotMatch(gapsOf(late, 'zh').join('；'), /解禁/);
  });

  it('names as its author who wrote it, and not who edited it', () => {
    const by = (head: string, body = '正文。'): readonly string[] =>
      rowsOf(`---\ntitle: 甲\n${head}---\n\n${body}\n`)[1].authors;
    assert.deepEqual(by('editor: 周砚\nreporters: [高远]\ncorrespondents: [贺竹]\n'), ['高远', '贺竹']);
    assert.deepEqual(by('editor: 周砚\nphotographers: [贺竹]\n'), ['贺竹']);
    assert.deepEqual(by('editor: 周砚\n', '中国报道讯（高远报道）水渠昨天通水。'), ['高远']);
    assert.deepEqual(by('editor: 周砚\n'), []);
    const [, row] = rowsOf('---\ntitle: 甲\npublished: 2026-06-02\nreporters: [高远]\neditor: 周砚\n---\n\n正文。\n');
    assert.deepEqual(row.people, ['高远', '周砚']);
    const page = dayPage(dayList([row], '2026-06-02', 'zh'), 'zh');
    assert.match(page, /<td class="people">高远<\/td>/);
  });

  it('says how long articles are: in words where they are written in letters', () => {
    const dated = (body: string): DeskRow =>
      rowsOf(`---\ntitle: 甲\npublished: 2026-06-02\n---\n\n${body}\n`, china, `乡村/${body.length}.md`)[1];
    const [zh, en] = [dated('水渠昨天通水。'), dated('The canal opened on Monday.')];
    const lengths = (rows: readonly DeskRow[], locale: Locale): readonly string[] => {
      const page = dayPage(dayList(rows, '2026-06-02', locale), locale);
      const [sum] = /<p>[^<]*<\/p>/.exec(page) ?? [''];
      const cells = [...page.matchAll(/<td class="characters">(.*?)<\/td>/g)].map(([, text = '']) => text);
      return [sum.replace(/<\/?p>/g, ''), ...cells];
    };
    assert.deepEqual(lengths([en], 'en').slice(1), ['5 words']);
    assert.match(lengths([en], 'en')[0] ?? '', /^1 articles, 5 words; /);
    assert.deepEqual(lengths([zh], 'en').slice(1), ['7 characters']);
    assert.match(lengths([zh, en], 'en')[0] ?? '', /, 12 words and characters; /);
    assert.deepEqual(lengths([zh], 'zh').slice(1), ['7']);
    assert.match(lengths([zh, en], 'zh')[0] ?? '', /，12 字；/);
  });

  it('is a page on which nothing of an article is markup', () => {
    const row: DeskRow = { ...(rows[0] as DeskRow), title: '<img src=x onerror=alert(1)>', column: '"&' };
    const page = dayPage(dayList([row], '2026-06-02', 'zh'), 'zh');
    assert.match(page, /<title>2026-06-02 发稿单<\/title>/);
    assert.match(page, /&lt;img src=x/);
    assert.doesNotMatch(page, /<img|<script/);
    assert.match(dayPage(dayList([], '2026-06-02', 'en'), 'en'), /No article is dated to this day/);
  });
});
