import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { article, type Newsroom, newsroom } from './newsroom.ts';

const long =
  '入夏以来，河湾镇新修的水渠全线通水，沿渠三个村的八百亩稻田都能自流灌溉，镇里把管护责任落到每一段，由各村用水户轮流巡渠，发现渗漏当天上报。';

describe('copydesk check, across articles', () => {
  let room: Newsroom;
  before(() => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\nchecks: {missing-image: off}\n',
      'a.md': `${article(long, '河湾镇的水渠')}\n![水渠](图/水渠.jpg)\n水渠。（沈若舟摄）\n`,
      'b.md': article(`\n\n${long}`, '又一条水渠').replace('2026-06-02', '2026-06-03'),
      '乡村/c.md': `${article('渠水到了。', '河湾镇的水渠')}\n![水渠](../图/水渠.jpg)\n水渠两岸。（苗景行摄）\n`,
      'sub/copydesk.yml': 'extends: ../copydesk.yml\n',
      'sub/d.md': article('渠水又到了。', '河湾镇的水渠'),
      'plain.txt': long,
    });
  });
  after(() => room.remove());

  const found = async (...argv: readonly string[]): Promise<readonly string[]> => {
    const checks = ['--check', 'duplicate-article', '--check', 'credit-differs'];
    const { out } = await room.run(['check', '--format', 'ndjson', ...checks, ...argv]);
    return out
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
      .map(({ path, check, message }) => `${path} ${check}: ${message}`);
  };

  it('says of one article what others have, though they were not named', async () => {
    assert.deepEqual(await found('乡村/c.md'), [
      '乡村/c.md duplicate-article: `a.md` has the same title: is it the same article?',
      '乡村/c.md credit-differs: This picture is credited `（苗景行摄）` here and `（沈若舟摄）` in `a.md`: one of them is wrong',
    ]);
  });

  it('says the same of it in a run over all, and looks into no other newsroom', async () => {
    const all = await found();
    assert.deepEqual(
      all.filter((line) => line.startsWith('乡村/')),
      await found('乡村/c.md'),
    );
    assert.deepEqual(
      all.filter((line) => line.startsWith('sub/')),
      [],
    );
    // One title and one picture on two pages each, and a lead that the other article has without its byline.
    assert.deepEqual(
      all.map((line) => line.slice(0, line.indexOf(':'))).sort(),
      ['a.md', '乡村/c.md']
        .flatMap((path) => [`${path} credit-differs`, `${path} duplicate-article`])
        .concat(['a.md duplicate-article', 'b.md duplicate-article'])
        .sort(),
    );
  });

  for (const [name, one, other] of [
    ['图 一.jpg', '![](<图/图 一.jpg>)', '![](图/图%20一.jpg)'],
    ['图(1).jpg', '![](图/图(1).jpg)', '![](<图/图(1).jpg>)'],
    ['图 (2).jpg', '<img src="图/图 (2).jpg">', '![](图/图%20%282%29.jpg "渠")'],
    ['图三.jpg', "<img alt='' src='图/图三.jpg'>", '![](./图/图三.jpg)'],
  ] as const)
    it(`knows the picture ${name} however it is written: ${one} and ${other}`, async () => {
      const shown = (picture: string, title: string, who: string): string =>
        `${article('渠水流了。', title)}\n${picture}\n\n渠首。（${who}摄）\n`;
      room.write('e.md', shown(one, '渠首一', '沈若舟'));
      room.write('f.md', shown(other, '渠首二', '苗景行'));
      const told = await found('e.md', 'f.md');
      for (const file of ['e.md', 'f.md']) rmSync(join(room.root, file));
      assert.equal(told.filter((line) => line.includes('credit-differs')).length, 2, told.join('\n'));
    });

  it('says that a correction is not linked, where the house asks for it and until it is', async () => {
    const correcting = newsroom({
      'copydesk.yml':
        'extends: china-report\nfields: {corrects: {type: path}}\nchecks: {unlinked-correction: {severity: warning, columns: [更正启事]}}\n',
      '乡村/通水.md': article(long, '河湾镇通水'),
      '更正/a.md': article('见[《河湾镇通水》](../乡村/通水.md)。', '更正一则').replace(
        'column: 乡村',
        'column: 更正启事',
      ),
      '更正/b.md': article('八百亩应为九百亩。', '又更正一则').replace('column:', 'corrects: ../乡村/通水.md\ncolumn:'),
    });
    const said = async (): Promise<readonly string[]> => {
      const { out } = await correcting.run(['check', '--format', 'ndjson', '--only', 'unlinked-correction']);
      return [...out.matchAll(/"message":"`([^`]+)`/g)].map(([, path = '']) => path);
    };
    try {
      assert.deepEqual(await said(), ['更正/a.md', '更正/b.md']);
      correcting.write('乡村/通水.md', article(`${long}（[更正](../更正/a.md)）`, '河湾镇通水'));
      assert.deepEqual(await said(), ['更正/b.md']);
    } finally {
      correcting.remove();
    }
  });

  it('knows a correction, and a link to it, by the addresses that articles say they have', async () => {
    const column = (body: string, title: string, more: string): string =>
      article(body, title).replace('column: 乡村', `${more}\ncolumn: 更正启事`);
    const original = (body: string, more: string): string =>
      article(body, '河湾镇通水').replace('column:', `${more}\ncolumn:`);
    const room = newsroom({
      'copydesk.yml':
        'extends: china-report\nchecks: {unlinked-correction: {severity: warning, columns: [更正启事]}}\n',
      '乡村/通水.md': original(long, 'permalink: /2026/通水/'),
      '更正/a.md': column('见[《河湾镇通水》](/2026/%E9%80%9A%E6%B0%B4/)。', '更正一则', 'aliases: [/更正/0503/]'),
      // The same address twice makes neither a correction of the other.
      '乡村/渠.md': article('渠水到了。', '渠水到了河湾镇').replace('column:', 'permalink: /2026/通水/\ncolumn:'),
      '更正/b.md': column('见[《别的》](/2026/别的/)。', '又更正一则', 'slug: x'),
    });
    const said = async (): Promise<readonly string[]> => {
      const { out } = await room.run(['check', '--format', 'ndjson', '--only', 'unlinked-correction', '乡村/通水.md']);
      return [...out.matchAll(/"message":"`([^`]+)`/g)].map(([, path = '']) => path);
    };
    try {
      assert.deepEqual(await said(), ['更正/a.md']);
      room.write('乡村/通水.md', original(`${long}（[更正](/更正/0503/)）`, 'permalink: /2026/通水/'));
      assert.deepEqual(await said(), []);
    } finally {
      room.remove();
    }
  });

  it('knows a correction, and a link to it, by addresses of the newsroom’s own site', async () => {
    const site = (option: string) =>
      `extends: china-report\nchecks: {unlinked-correction: {severity: warning, columns: [更正启事]${option}}}\n`;
    const corrects = (link: string): string =>
      article(`见[《河湾镇通水》](${link})。`, '更正一则').replace(
        'column: 乡村',
        'permalink: /g/0503/\ncolumn: 更正启事',
      );
    const original = (body: string): string =>
      article(body, '河湾镇通水').replace('column:', 'permalink: /2026/canal/\ncolumn:');
    const room = newsroom({ '乡村/通水.md': original(long), '更正/a.md': '' });
    const said = async (option: string, link: string, settings = '', body = long): Promise<string> => {
      room.write('copydesk.yml', site(option));
      room.write('_config.yml', settings);
      room.write('乡村/通水.md', original(body));
      room.write('更正/a.md', corrects(link));
      const { out } = await room.run(['check', '--format', 'ndjson', '--only', 'unlinked-correction', '乡村']);
      return [...out.matchAll(/"message":"`([^`]+)`/g)].map(([, path = '']) => path).join();
    };
    const url = 'https://haizhou.example';
    try {
      for (const [what, option, link, settings] of [
        ['an option', `, site: '${url}'`, `${url}/2026/canal/`, ''],
        ['with its folder', `, site: '${url}/news/'`, `${url}/news/2026/canal/`, ''],
        ['another spelling', `, site: '${url}'`, 'http://www.Haizhou.example:80/2026/canal#top', ''],
        ['no scheme', `, site: '${url}'`, '//haizhou.example/2026/canal/?from=rss', ''],
        ['Jekyll', '', `${url}/2026/canal/`, `url: ${url}\n`],
        ['Jekyll in a folder', '', `${url}/blog/2026/canal/`, `url: ${url}\nbaseurl: /blog\n`],
        ['Hexo', '', `${url}/2026/canal/`, `source_dir: source\nurl: ${url}\n`],
      ] as const)
        assert.equal(await said(option, link, settings), '更正/a.md', what);
      for (const [what, option, link, settings] of [
        ['nobody says where the site lies', '', `${url}/2026/canal/`, ''],
        ['another site', `, site: '${url}'`, 'https://qinghe.example/2026/canal/', ''],
        ['a site whose name only ends so', `, site: '${url}'`, 'https://not-haizhou.example/2026/canal/', ''],
        ['another article', `, site: '${url}'`, `${url}/2026/ferry/`, ''],
        ['outside the site’s folder', `, site: '${url}/news/'`, `${url}/2026/canal/`, ''],
      ] as const)
        assert.equal(await said(option, link, settings), '', what);
      const option = `, site: '${url}'`;
      const link = `${url}/2026/canal/`;
      for (const back of [`${url}/g/0503/`, '/g/0503', '//haizhou.example/g/0503'])
        assert.equal(await said(option, link, '', `${long}（[更正](${back})）`), '', back);
      assert.equal(await said(option, link, '', `${long}（[更正](${url}/g/0504/)）`), '更正/a.md');
    } finally {
      room.remove();
    }
  });

  it('is silent in the plain house', async () => {
    const plain = newsroom({ 'a.md': article(long), 'b.md': article(long) });
    try {
      const { out } = await plain.run(['check']);
      assert.doesNotMatch(out, /duplicate-article/);
    } finally {
      plain.remove();
    }
  });
});
