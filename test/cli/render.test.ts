import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { article, type Newsroom, newsroom } from './newsroom.ts';

const saved =
  '<html><head><link rel="stylesheet" href="a_files/s.css"><style>b{background:url(../../out.png)}</style></head>' +
  '<body class="b"><h1>旧题</h1><div class="article">旧文</div><script>1</script></body></html>';

describe('copydesk render --format', () => {
  let room: Newsroom;
  before(() => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      '乡村/a.md': `${article()}\n![番茄](图/番茄.jpg)\n（沈若舟摄）\n`,
      '乡村/图/番茄.jpg': 'x',
    });
  });
  after(() => room.remove());

  const printed = async (format: string): Promise<string> => {
    const { code, out, err } = await room.run(['render', '乡村/a.md', '--format', format]);
    assert.deepEqual([code, err], [0, '']);
    return out;
  };

  it('text is the article as desks send it', async () => {
    assert.match(
      await printed('text'),
      /^首批高山番茄上市\n\n　　中国报道讯（沈若舟报道）.*\n　　责任编辑：苗景行\n　　【图片：图\/番茄\.jpg】\n　　（沈若舟摄）\n$/s,
    );
  });

  it('rich and wechat are the text with its styles', async () => {
    assert.match(
      await printed('rich'),
      /^<p style="[^"]*text-indent:2em[^"]*">中国报道讯.*<img src="%E5%9B%BE\/%E7%95%AA%E8%8C%84\.jpg"/s,
    );
    assert.match(await printed('wechat'), /font-size:17px/);
  });

  it('jsonld and ninjs are JSON', async () => {
    assert.equal(JSON.parse(await printed('jsonld')).datePublished, '2026-06-02T08:45:10+08:00');
    const item = JSON.parse(await printed('ninjs'));
    assert.match(item.uri, /^urn:newsml:/);
    assert.match(item.associations[0].renditions[0].href, /^file:\/\/\//);
  });

  it('html has what search engines read', async () => {
    const html = await printed('html');
    assert.match(html, /<meta property="og:title" content="首批高山番茄上市">/);
    assert.match(html, /<span class="published" id="pubtime_baidu">/);
    assert.equal(await printed('html'), (await room.run(['render', '乡村/a.md'])).out);
  });

  it('is one of those that there are', async () => {
    const { code, err } = await room.run(['render', '乡村/a.md', '--format', 'txt']);
    assert.equal(code, 2);
    assert.match(err, /html, rich, wechat, text, jsonld, ninjs/);
    assert.equal((await room.run(['check', '--format', 'text'])).code, 2);
  });
});

describe('the newsroom’s own page on the command line', () => {
  let room: Newsroom;
  beforeEach(() => {
    room = newsroom({
      'copydesk.yml': 'page: {html: site/a.html, slots: {title: h1, body: .article}}\n',
      'site/a.html': saved,
      'site/a_files/s.css': 'p{background:url(x.png)}',
      'site/a_files/x.png': 'x',
      '乡村/a.md': article(),
    });
  });
  afterEach(() => room.remove());

  it('is drawn, its files named from where the page is written, and none outside the newsroom', async () => {
    writeFileSync(join(room.root, '..', 'out.png'), '');
    const { out } = await room.run(['render', '乡村/a.md', '-o', 'web/x/a.html']);
    assert.equal(out, 'web/x/a.html\n');
    const html = room.read('web/x/a.html');
    assert.match(html, /p\{background:url\("\.\.\/\.\.\/site\/a_files\/x\.png"\)\}/);
    assert.match(html, /<body class="b">\n<h1>首批高山番茄上市<\/h1><div class="article"><p>/);
    assert.doesNotMatch(html, /旧|out\.png|<script>/);
    rmSync(join(room.root, '..', 'out.png'));
  });

  it('has its faults reported in copydesk.yml', async () => {
    room.write('copydesk.yml', 'page:\n  html: site/a.html\n  slots: {title: h3, body: .article}\n');
    const { code, out } = await room.run(['check', '--format', 'json']);
    assert.equal(code, 1);
    const file = JSON.parse(out).files.find(({ path }: { path: string }) => path === 'copydesk.yml');
    assert.equal(file.findings.length, 1);
    assert.deepEqual(file.findings[0].range.start, { line: 3, column: 18, offset: 43 });
    assert.match(file.findings[0].message, /`h3`/);
  });

  it('is not read where there is none, or through a link that leads out of the newsroom', async () => {
    room.write('copydesk.yml', 'page: {html: site/b.html, slots: {body: .article}}\n');
    assert.match((await room.run(['check'])).out, /site\/b\.html/);
    const elsewhere = mkdtempSync(join(tmpdir(), 'copydesk-'));
    writeFileSync(join(elsewhere, 'b.html'), saved);
    symlinkSync(join(elsewhere, 'b.html'), join(room.root, 'site/b.html'));
    const { code, out } = await room.run(['check']);
    rmSync(elsewhere, { recursive: true });
    assert.equal(code, 1);
    assert.match(out, /site\/b\.html/);
  });
});
