import assert from 'node:assert/strict';
import fc from 'fast-check';
import { review } from '../../src/engine/review.ts';
import type { Field } from '../../src/house/house.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { importPage } from '../../src/templates/import.ts';
import { markdownHeading, markdownParagraph } from '../../src/templates/markdown-text.ts';
import { columnsOf, readBreadcrumb, readTimeLine } from '../../src/templates/page-head.ts';
import { fold, isFooter, isNavigation, readStaffLine } from '../../src/templates/page-lines.ts';
import { anyText } from '../any-text.ts';
import { assertGrowsEvenly } from '../work.ts';
import { sampleHouse } from './sample-house.ts';

const rendered = (markdown: string) => parseArticle(markdown).passages.map((passage) => passage.prose.rendered);

const page = `沿河晚报网——沿河晚报唯一官方网站
位置：当前位置：首页 >> 三农

【山海同行·禾泽牵手】新桥通车: 山里的*橙子*三小时进港

发布时间：2024-06-01 10:53:16 来源：沿河晚报

（通讯员供图）

沿河晚报讯（记者林晓禾 通讯员孟实）5月30日清晨，禾泽县青石滩大桥通车。第一辆货车装着2.4吨橙子驶过桥面，司机王守田按了三声喇叭，桥头等候的村民笑着鼓起掌来。

# 1号桥墩旁，施工队长吴启明把安全帽摘下来。<b>“等这一天，等了三年。”</b>他说，_桥_通了，心也就通了，往后进山出山再不用等渡船，学生上学、老人看病都方便。

相关链接：三年三座桥

1. 2022年，望江渡改桥工程完工；2023年，柳叶渡大桥通车；加上这一座，禾泽县三年建成三座跨河大桥，沿河七个村的渡口全部停用。

 

责任编辑：许青禾

关于我们|联系我们|法律顾问|版权声明

版权所有 沿河晚报社 广播电视节目制作经营许可证：（禾）字第00001号
`;

describe('text as Markdown', () => {
  it('escapes what would be markup, and nothing else', () => {
    const same = [
      '记者从县里获悉',
      'a_b 和 5 - 3 = 2',
      '(1)第一',
      '1.5万元',
      '“引语”——他说',
      '【系列】甲',
      'R&D投入',
      '3 > 2',
      '#话题#',
      '~10%',
      'a < b',
      '[1]',
    ];
    for (const line of same) assert.equal(markdownParagraph(line), line);
    assert.equal(markdownParagraph('1. 甲'), '1\\. 甲');
    assert.equal(markdownParagraph('# 甲'), '\\# 甲');
    assert.equal(markdownParagraph('---'), '\\---');
    assert.equal(markdownParagraph('*甲*[乙](丙)&amp;<i>'), '\\*甲\\*[乙]\\(丙)\\&amp;\\<i>');
  });

  it('renders as the same text', () => {
    const unit = fc.constantFrom(
      ...'#>-+*_~`[]()!<>&\\|:=.1a桥“，” \t\u3000\u00a0/"\''.split(''),
      '<!--',
      '-->',
      '&amp;',
      '&#35;',
      '](',
      ']: ',
      '~~',
      '**',
      '```',
      'http://a.b',
      '\\\\',
      '<a>',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (line) => {
        fc.pre(line.trim() !== '');
        assert.deepEqual(rendered(`甲\n\n${markdownParagraph(line)}\n\n乙`), ['甲', line.trim(), '乙']);
        assert.deepEqual(rendered(`甲\n\n${markdownHeading(line, 2)}\n\n乙`), ['甲', line.trim(), '乙']);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('lines of a page', () => {
  const times: readonly (readonly [string, Record<string, unknown>])[] = [
    ['发布时间:2024-06-01 10:53:16 来源:沿河晚报', { date: '2024-06-01', time: '10:53:16', source: '沿河晚报' }],
    [
      '发布时间：2024-6-1 9:53 来源：沿河晚报',
      { date: '2024-06-01', time: '9:53'.padStart(5, '0'), source: '沿河晚报' },
    ],
    ['2024年06月01日08:18  来源：沿河网-文化频道', { date: '2024-06-01', time: '08:18', source: '沿河网-文化频道' }],
    ['2024年06月01日 12:10　来源：禾泽网', { date: '2024-06-01', time: '12:10', source: '禾泽网' }],
    [
      '发布时间：2024-06-01 09:27:50 丨 来源：禾泽日报 丨 责任编辑：许青禾',
      { time: '09:27:50', source: '禾泽日报', editors: ['许青禾'] },
    ],
    [
      '【时间：2024年03月31日】【来源：禾泽网】【作者：林晓禾 周砚】【编辑：许青禾】',
      { date: '2024-03-31', source: '禾泽网', authors: ['林晓禾', '周砚'], editors: ['许青禾'] },
    ],
    ['发布时间：2024/7/17 09:03:39 | 来源 ：禾泽台', { date: '2024-07-17', time: '09:03:39', source: '禾泽台' }],
    ['来源：当地商报 时间：2024-09-23 14:34:05 作者：', { date: '2024-09-23', source: '当地商报', authors: [] }],
    ['2024年12月28日 19:55 禾泽日报', { date: '2024-12-28', time: '19:55', source: '禾泽日报' }],
    ['2024-06-05 11:10 禾泽网[整理]', { source: '禾泽网[整理]' }],
    ['（ 2024年09月03日 08版）', { date: '2024-09-03', source: undefined }],
    ['发布时间：24-03-08', { date: undefined, source: undefined }],
    ['2024-06-05 20:35', { date: '2024-06-05', time: '20:35' }],
    [
      '来源：禾泽文联 时间：2024-11-01 作者：孟实 点击： 摄影：周砚',
      { source: '禾泽文联', authors: ['孟实'], photographers: ['周砚'] },
    ],
    [
      'Published: June 1, 2024 10:53 Source: Riverside Wire',
      { date: '2024-06-01', time: '10:53', source: 'Riverside Wire' },
    ],
  ];
  for (const [line, expected] of times) {
    it(`reads ${line}`, () => {
      const read = readTimeLine(line);
      for (const [key, value] of Object.entries(expected))
        assert.deepEqual(read?.[key as keyof typeof read], value, key);
    });
  }

  it('takes no sentence for a time line', () => {
    for (const line of [
      '2024年6月1日，禾泽县青石滩大桥通车。',
      '来源：这个词有两个意思。',
      '会议时间另行通知',
      '新桥2024年12月28日通车在即两岸群众奔走相告喜不自胜',
      '13-14-2024',
      '沿河社首尔2023年10月13日电',
    ]) {
      assert.equal(readTimeLine(line), undefined, line);
    }
  });

  it('reads breadcrumbs', () => {
    assert.deepEqual(readBreadcrumb('位置:当前位置:首页\u00a0>>\u00a0乡村'), ['首页', '乡村']);
    assert.deepEqual(readBreadcrumb('您所在的位置： 禾泽网 > 时政 > 要闻> 正文'), ['禾泽网', '时政', '要闻', '正文']);
    assert.deepEqual(columnsOf(['禾泽网', '时政', '要闻', '正文']), ['要闻', '时政']);
    assert.deepEqual(readBreadcrumb('禾泽网>>文化'), ['禾泽网', '文化']);
    assert.deepEqual(readBreadcrumb('首页 - 动态'), ['首页', '动态']);
    assert.equal(readBreadcrumb('3 > 2'), undefined);
    assert.equal(readBreadcrumb('新桥通车，位置：河边。'), undefined);
  });

  const editors: readonly (readonly [string, readonly string[]])[] = [
    ['责任编辑:许青禾', ['许青禾']],
    ['【编辑:许青禾】', ['许青禾']],
    ['(责编：许青禾、孟实)', ['许青禾', '孟实']],
    ['【纠错】 责任编辑： 许青禾', ['许青禾']],
    ['【纠错】 责任编辑：', []],
    ['责编 | 许青禾 孟实', ['许青禾', '孟实']],
    ['责任编辑：许青禾_NT6056', ['许青禾']],
    ['[责任编辑：许青禾 PN054]', ['许青禾']],
    ['编辑 许青禾 校对 孟实', ['许青禾']],
    ['编辑|许青禾 责编|孟实 校对|周砚', ['许青禾']],
    ['（责任编辑： HN666）', []],
    ['Editor: Ada Lin', ['Ada Lin']],
  ];
  for (const [line, expected] of editors) it(`reads ${line}`, () => assert.deepEqual(readStaffLine(line), expected));

  it('takes no sentence for an editor line', () => {
    for (const line of ['编辑部的灯亮到天明', '责任编辑：这是一个怎样的岗位？', '编辑 是一门手艺。'])
      assert.equal(readStaffLine(line), undefined, line);
  });

  it('knows navigation and small print', () => {
    assert.ok(isNavigation(fold('关于我们|联系我们|法律顾问|版权声明')));
    assert.ok(isNavigation(fold('About us | Contact | Privacy policy')));
    assert.ok(!isNavigation('产业|就业|文化'));
    assert.ok(isFooter(fold('互联网出版许可证：新出网证（禾）字 1号 禾ICP备00000001号')));
    assert.ok(!isFooter('他花了三天办下经营许可证'));
  });
});

describe('importing a page', () => {
  const imported = importPage(page, sampleHouse);

  it('reads the fields', () => {
    assert.deepEqual(imported.fields, {
      title: '【山海同行·禾泽牵手】新桥通车: 山里的*橙子*三小时进港',
      series: '山海同行·禾泽牵手',
      column: '乡村',
      published: '2024-06-01 10:53:16',
      source: '沿河晚报',
      reporters: ['林晓禾'],
      correspondents: ['孟实'],
      photographers: [],
      editors: ['许青禾'],
    });
    assert.equal(imported.path, '乡村/2024/2024-06-01-山海同行·禾泽牵手-新桥通车-山里的橙子三小时进港.md');
  });

  it('writes them as the house’s fields are: times in its form, people in lists', () => {
    const written = (key: string, more: Partial<Field>): string | undefined => {
      const fields = sampleHouse.fields.map((field) => (field.key === key ? { ...field, ...more } : field));
      const { text } = importPage(page, { ...sampleHouse, fields });
      return text.split('\n').find((line) => line.startsWith(`${key}:`));
    };
    assert.equal(written('published', { type: 'date' }), 'published: 2024-06-01');
    const form = '2024-06-01T10:53:16+08:00';
    assert.equal(written('published', { form }), 'published: 2024-06-01T10:53:16+08:00');
    assert.equal(written('published', { form: '2024-06-01 10:53' }), 'published: 2024-06-01 10:53');
    assert.equal(written('reporters', { type: 'list' }), 'reporters: [林晓禾]');
    assert.equal(written('reporters', { type: 'list', of: 'person' }), 'reporters: [林晓禾]');
    assert.equal(written('reporters', { type: 'text' }), 'reporters: 林晓禾');
    assert.equal(written('editor', { type: 'people' }), 'editor: [许青禾]');
  });

  it('writes them as front matter that reads back', () => {
    const { entries, faults } = parseArticle(imported.text).frontMatter;
    assert.deepEqual(faults, []);
    const values = entries.map(({ key, value }) => [key, value.kind === 'scalar' ? value.value : value.kind]);
    assert.deepEqual(values, [
      ['title', imported.fields.title],
      ['series', '山海同行·禾泽牵手'],
      ['column', '乡村'],
      ['published', '2024-06-01 10:53:16'],
      ['source', '沿河晚报'],
      ['reporters', 'list'],
      ['correspondents', 'list'],
      ['editor', '许青禾'],
    ]);
  });

  it('keeps every paragraph of the text and leaves the site’s lines out', () => {
    const lines = page
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const from = lines.indexOf('（通讯员供图）');
    assert.deepEqual(rendered(imported.text), lines.slice(from, -3));
  });

  it('keeps the credit of a picture that is not there, and says so', () => {
    const { furniture } = parseArticle(imported.text);
    assert.equal(furniture.looseCredits.length, 1);
    assert.equal(furniture.pictures.length, 0);
    assert.equal(furniture.bylines[0]?.byline.people.length, 2);
    assert.deepEqual(
      furniture.sections.map((section) => section.kind),
      ['related'],
    );
    assert.ok(imported.notes.some((note) => /只留下了署名行/.test(note.zh)));
  });

  it('counts captions without their pictures, and keeps them', () => {
    const caption = '图为5月30日，第一辆货车驶过青石滩大桥。（周砚摄）';
    const { fields, text, notes } = importPage(page.replace('（通讯员供图）', caption), sampleHouse);
    assert.deepEqual(fields.photographers, ['周砚']);
    assert.equal(rendered(text)[0], caption);
    assert.ok(notes.some((note) => note.zh.startsWith('有 1 处图片')));
  });

  it('says what was left out, in both languages', () => {
    const zh = imported.notes.map((note) => note.zh).join('\n');
    const en = imported.notes.map((note) => note.en).join('\n');
    for (const words of ['沿河晚报唯一官方网站', '关于我们', '版权所有']) {
      assert.ok(zh.includes(words));
      assert.ok(en.includes(words));
    }
  });

  it('takes text that is no page as body', () => {
    const poem = '春水初生\n\n春林初盛\n\n* 春风十里';
    const { text, notes, path } = importPage(poem, sampleHouse);
    assert.equal(text, '春水初生\n\n春林初盛\n\n\\* 春风十里\n');
    assert.equal(notes.length, 1);
    assert.equal(path, 'page.md');
    assert.equal(importPage('', sampleHouse).text, '');
  });

  it('reads a page without a breadcrumb, with the outlet below and a byline under the title', () => {
    const other =
      '登录\n注册\n\n新桥通车三小时进港\n沿河晚报记者 林晓禾\n2024年06月01日 12:10\n来源：\n禾泽网\n\n　　5月30日清晨，禾泽县青石滩大桥通车。第一辆货车装着2.4吨橙子驶过桥面，桥头等候的村民笑着鼓起掌来，司机按了三声喇叭。\n\n　　（记者林晓禾）\n\n【编辑:许青禾】\n\n相关阅读\n一篇别的报道\n又一篇别的报道\n\n打印 关闭\nCopyright © 2024 禾泽网';
    const { fields, text, notes } = importPage(other, sampleHouse);
    assert.equal(fields.title, '新桥通车三小时进港');
    assert.equal(fields.source, '禾泽网');
    assert.equal(fields.published, '2024-06-01 12:10');
    assert.deepEqual(fields.editors, ['许青禾']);
    assert.deepEqual(fields.reporters, ['林晓禾']);
    const body = rendered(text);
    assert.equal(body[0], '沿河晚报记者 林晓禾');
    assert.equal(body.length, 3);
    assert.ok(notes.some((note) => note.zh.includes('一篇别的报道')));
  });

  it('reads an English page for an English house', () => {
    const english = `Harrow Sound Wire
Home > Business

Tidal bridge opens: a village stops waiting for the ferry

By Ada Lindqvist and Jonas Pell

Published: 3 October 2025, 06:30 | Source: Harrow Sound Wire

The last ferry left Harrow Sound at 5:40 on Friday morning with eleven passengers, two dogs and a hearse. By noon, cars were driving over the water.

Related: What the ferry carried

In its last full year the ferry made 2,190 crossings and carried 31,400 passengers, which comes to about 86 a day.

Editor: Tom Okafor

About us | Contact us | Privacy policy
Copyright © 2025 Harrow Sound Wire. All rights reserved.
`;
    const wire = shippedHouse('wire');
    const { fields, text, path } = importPage(english, wire);
    assert.deepEqual(fields, {
      title: 'Tidal bridge opens: a village stops waiting for the ferry',
      column: 'business',
      published: '2025-10-03 06:30',
      source: 'Harrow Sound Wire',
      reporters: ['Ada Lindqvist', 'Jonas Pell'],
      correspondents: [],
      photographers: [],
      editors: ['Tom Okafor'],
    });
    assert.equal(path, 'business/2025-10-03-tidal-bridge-opens-a-village-stops-waiting-for-the-ferry.md');
    const { findings } = review(parseArticle(text), wire, { files: new Map(), now: Date.UTC(2025, 10, 1) });
    assert.deepEqual(findings, []);
    assert.equal(rendered(text)[0], 'By Ada Lindqvist and Jonas Pell');
    assert.equal(rendered(text).length, 4);
  });

  it('never throws and loses no running text, whatever it is given', () => {
    const piece = fc.oneof(
      anyText(40),
      fc.constantFrom(
        ...page.split('\n'),
        '---',
        'title: x',
        '来源：',
        '责任编辑：',
        '【编辑',
        '>> ',
        '\u0000',
        '\ud800',
        '相关链接：',
        '原标题：甲',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom('\n', '\r\n', '\r', '\n\n'), (lines, end) => {
        const { text, path } = importPage(lines.join(end), sampleHouse, { now: 0 });
        assert.ok(path.endsWith('.md'));
        const seen = new Set(rendered(text));
        const running = lines.filter((line) => line.length > 90 && page.includes(line));
        for (const line of running) if (!/版权所有/.test(line)) assert.ok(seen.has(line.trim()), line);
      }),
      { numRuns: 200 },
    );
  });

  it('reads 5 MB on one line, and a million lines', () => {
    importPage(page.replaceAll('\n', ' ').repeat(8000), sampleHouse);
    importPage('\n'.repeat(1_000_000), sampleHouse);
    importPage('桥'.repeat(1_000_000), sampleHouse);
  }).timeout(120_000);

  it('takes time that grows with the text, not with its square', () => {
    for (const unit of [
      '来源：',
      '编辑',
      '>> ',
      '（',
      '【',
      '原标题:',
      '2024-',
      '桥',
      ' ',
      '许可证',
      '\n',
      '|关于我们',
      '[',
      '*',
      '_',
      '甲\n',
      '责任编辑：甲\n',
      '（甲摄）\n',
    ]) {
      assertGrowsEvenly('a page', unit, 30_000, (text) => void importPage(text, sampleHouse));
    }
  }).timeout(120_000);
});

describe('characters that nobody sees in a page', () => {
  it('lose no name, no title and no editor', () => {
    const marked = page
      .replace('林晓禾', '林\u200b晓禾')
      .replace('孟实', '\u2060孟实\u200e')
      .replace('责任编辑：许青禾', '责任\u200b编辑：许青\u00ad禾')
      .replace('新桥通车', '新桥\ufeff通车');
    assert.notEqual(marked, page);
    assert.equal(importPage(marked, sampleHouse).text, importPage(page, sampleHouse).text);
  });
});
