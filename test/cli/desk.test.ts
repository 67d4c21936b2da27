import assert from 'node:assert/strict';
import { article, type Newsroom, newsroom } from './newsroom.ts';

describe('copydesk desk', () => {
  let room: Newsroom;
  before(() => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      '乡村/a.md': article(),
      '乡村/b.md': article('清泉•河口的柿子红了。', '柿子红了').replace('06-02 08:45:10', '06-02 07:00:00'),
      '时政要闻/c.md': article(undefined, '夜间门诊').replace('06-02', '06-03'),
      'README.md': '# 说明\n',
    });
  });
  after(() => room.remove());

  it('lists the articles, each on a line', async () => {
    const { code, out, err } = await room.run(['desk', '--locale', 'zh']);
    assert.deepEqual([code, err], [0, '']);
    const lines = out.trimEnd().split('\n');
    assert.equal(lines.length, 3);
    assert.match(lines[0] ?? '', /^2026-06-02 08:45 {2}草稿 {2}乡村 .* 字 .*乡村\/a\.md\s+首批高山番茄上市$/);
    assert.match(lines[1] ?? '', /1 处错误.*柿子红了$/);
    assert.match((await room.run(['desk', '--locale', 'en'])).out, /errors 1/);
  });

  it('lists them as JSON, without what is of use to an editor alone', async () => {
    const { out } = await room.run(['desk', '乡村', '-f', 'json']);
    const { version, articles } = JSON.parse(out);
    assert.equal(version, '1');
    assert.equal(articles.length, 2);
    assert.deepEqual(Object.keys(articles[0]), [
      'path',
      'title',
      'stage',
      'stageWord',
      'column',
      'date',
      'people',
      'checked',
    ]);
    assert.equal(articles[1].checked.errors, 1);
  });

  it('lists what goes out on a day in its order, and what each lacks', async () => {
    const { code, out } = await room.run(['desk', '--day', '2026-06-02', '--locale', 'zh']);
    assert.equal(code, 0);
    assert.match(out, /^2026-06-02：2 篇\n07:00 .*柿子红了 .*错误 1 处.*\n08:45 .*首批高山番茄上市 .*\n$/);
    assert.match((await room.run(['desk', '--day', '2026年6月3日', '--locale', 'zh'])).out, /1 篇\n.*夜间门诊/);
    assert.match((await room.run(['desk', '--day', 'today'])).out, /^2026-06-18/);
  });

  it('writes a day’s page', async () => {
    const { out } = await room.run(['desk', '--day', '2026-06-02', '--html', '-o', 'day.html', '--locale', 'zh']);
    assert.equal(out, 'day.html\n');
    const page = room.read('day.html');
    assert.match(page, /<h1>2026-06-02 发稿单<\/h1>[\s\S]*柿子红了[\s\S]*首批高山番茄上市/);
    assert.doesNotMatch(page, /夜间门诊/);
  });

  it('says what it cannot do', async () => {
    const day = await room.run(['desk', '--day', '明天', '--locale', 'zh']);
    assert.deepEqual([day.code, day.out], [2, '']);
    assert.match(day.err, /“明天”/);
    assert.match((await room.run(['desk', '--html'])).err, /--day/);
    const none = newsroom();
    assert.match((await none.run(['desk'])).err, /no articles/);
    none.remove();
  });
});
