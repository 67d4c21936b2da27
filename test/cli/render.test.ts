import assert from 'node:assert/strict';
import { existsSync, linkSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

describe('copydesk render of whatever comes', () => {
  const all = ['html', 'rich', 'wechat', 'text', 'jsonld', 'ninjs'] as const;
  let room: Newsroom;
  before(() => {
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n', 'en/copydesk.yml': 'extends: wire\n' });
  });
  after(() => room.remove());

  for (const format of all) {
    it(`${format} reads standard input, and writes to a file in a folder that it makes`, async () => {
      const printed = await room.run(['render', '-', '--format', format], { stdin: article() });
      assert.deepEqual([printed.code, printed.err], [0, '']);
      const written = await room.run(['render', '-', '--format', format, '-o', `出/${format}.txt`], {
        stdin: article(),
      });
      assert.deepEqual([written.code, written.out], [0, `出/${format}.txt\n`]);
      assert.equal(room.read(`出/${format}.txt`), printed.out);
    });

    it(`${format} reads GBK, and says so`, async () => {
      // 青禾 in GBK.
      const gbk = Buffer.concat([
        Buffer.from('---\ntitle: '),
        Buffer.from([0xc7, 0xe0, 0xba, 0xcc]),
        Buffer.from('\n---\n\n'),
        Buffer.from([0xc7, 0xe0, 0xba, 0xcc]),
        Buffer.from('\n'),
      ]);
      const { code, out, err } = await room.run(['render', '-', '--format', format], { stdin: gbk });
      assert.equal(code, 0);
      assert.match(out, /青禾/);
      assert.match(err, /GB18030/);
    });

    it(`${format} of an English house is English`, async () => {
      const text =
        '---\ntitle: A gauge on the pier\nbyline: Maren Holt\n---\n\nBy Maren Holt\n\nPORT LINNET — Words.\n\n![](gone.jpg)\n';
      const { code, out } = await room.run(['render', '-', '--format', format], { stdin: text, cwd: 'en' });
      assert.equal(code, 0);
      assert.doesNotMatch(out.replace(/<style>.*?<\/style>/gs, ''), /\p{Script=Han}/u);
      assert.match(out, /PORT LINNET/);
    });

    it(`${format} is whole whatever the front matter says`, async () => {
      const wild = '</script><script>window.taken=1</script> \\" &amp; \\u2028\\u2029 \\ud800 \\0 <!-- ]]> ';
      const text = `---\ntitle: "${wild}题"\nsubtitle: "${wild}"\nsource: "${wild}"\neditor: ["${wild}"]\ncolumn: "${wild}"\nkeywords: ["${wild}"]\nsummary: "${wild}"\npublished: "${wild}"\ncover: "${wild}.jpg"\n---\n\n${'</script>'}<script>window.taken=1</script>正文。\n\n![</script>](</script>.jpg)\n`;
      const { code, out } = await room.run(['render', '-', '--format', format], { stdin: text });
      assert.equal(code, 0);
      if (format === 'jsonld' || format === 'ninjs') {
        const item = JSON.parse(out);
        assert.match(item.headline ?? item.title, /^<\/script><script>window\.taken=1<\/script> " &amp; \u2028\u2029/);
        return;
      }
      if (format === 'text') return assert.match(out, /正文。/);
      assert.equal(out.split(/<script/i).length, format === 'html' ? 2 : 1);
      assert.doesNotMatch(out, /\0/);
      const json = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(out)?.[1];
      if (format === 'html') assert.match(JSON.parse(json ?? '').headline, /题$/);
    });
  }

  it('says what cannot be read or written', async () => {
    for (const [argv, said] of [
      [['render', '没有.md'], /没有\.md/],
      [['render', '.'], /EISDIR|directory/i],
      [['render', 'copydesk.yml', 'x'], /x/],
      [['render', '-', '-o', '.'], /Not written|EISDIR/],
      [['render', '-', '-o', 'copydesk.yml/a.html'], /Not written/],
      [['render', '-', '--house', 'no.yml'], /no\.yml/],
    ] as const) {
      const { code, out, err } = await room.run(argv, { stdin: article(), env: { LANG: 'en' } });
      assert.deepEqual([code, out], [2, ''], argv.join(' '));
      assert.match(err, said);
    }
    assert.equal((await room.run(['render', '-'], { stdin: Uint8Array.of(0xff, 0xd8, 0xff, 0, 1) })).code, 2);
    assert.equal((await room.run(['render', '-'], { stdin: '' })).code, 0);
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

describe('copydesk render -o', () => {
  let room: Newsroom;
  const files = {
    'copydesk.yml': 'extends: china-report\npage: {html: site/b.html}\nfront-matter-schema: schema.json\n',
    'staff.yml': '- 沈若舟\n',
    'schema.json': '{}',
    'site/b.html': '<h1>旧题</h1>',
    'a.md': article(),
    'b.markdown': article(),
    'notes.txt': '采访笔记',
    'photo.jpg': 'x',
  };
  before(() => {
    room = newsroom(files);
    symlinkSync('a.md', join(room.root, 'link.html'));
    symlinkSync('nowhere.html', join(room.root, 'dangling.html'));
    linkSync(join(room.root, 'a.md'), join(room.root, 'second.html'));
  });
  after(() => room.remove());

  const kept: readonly (readonly [string, ...string[]])[] = [
    ['a.md'],
    ['b.markdown'],
    ['copydesk.yml'],
    ['staff.yml'],
    ['site/b.html'],
    ['schema.json', '--format', 'jsonld'],
    ['notes.txt'],
    ['photo.jpg'],
    ['link.html'],
    ['second.html'],
    ['dangling.html'],
    ['new.md'],
    ['sub/copydesk.yml'],
  ];
  for (const [output, ...format] of kept) {
    it(`leaves ${output} as it is`, async () => {
      const { code, out, err } = await room.run(['render', 'a.md', '-o', output, ...format]);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /not written over/);
      for (const [path, text] of Object.entries(files)) assert.equal(room.read(path), text, path);
      assert.ok(!existsSync(join(room.root, 'new.md')) && !existsSync(join(room.root, 'nowhere.html')));
    });
  }

  it('writes over what it wrote before', async () => {
    for (const format of ['html', 'text', 'ninjs']) {
      const output = `out/a.${format === 'html' ? 'html' : format === 'text' ? 'txt' : 'json'}`;
      for (let time = 0; time < 2; time++) {
        const { code, err } = await room.run(['render', 'b.markdown', '-o', output, '--format', format]);
        assert.deepEqual([code, err], [0, '']);
      }
    }
  });

  it('jsonld can stand in a script element', async () => {
    room.write('c.md', article('正文', '标题</script><script>'));
    const { out } = await room.run(['render', 'c.md', '--format', 'jsonld']);
    assert.ok(!out.includes('<'));
    assert.equal(JSON.parse(out).headline, '标题</script><script>');
  });
});

describe('copydesk render, the newsroom’s name', () => {
  let room: Newsroom | undefined;
  afterEach(() => room?.remove());

  async function page(files: Readonly<Record<string, string>>): Promise<string> {
    room = newsroom(files);
    const { code, out, err } = await room.run(['render', 'a.md']);
    assert.deepEqual([code, err], [0, '']);
    return out;
  }
  const chinese = '---\ntitle: 柿子红了\nauthor: 陆晓晴\ndate: 2026-05-04\neditor: 高远\n---\n\n河湾镇的柿子红了。\n';

  it('is that of its folder where it has said none, and the author and the day stand under the title', async () => {
    const html = await page({ 'a.md': chinese });
    const name = room?.root.split('/').at(-1) ?? '';
    assert.match(html, new RegExp(`<p class="site-line">${name}</p>`));
    assert.match(html, new RegExp(`<title>柿子红了 - ${name}</title>`));
    assert.match(html, /<span class="author">陆晓晴<\/span>/);
    assert.match(html, /<time datetime="2026-05-04">2026-05-04<\/time>/);
    assert.match(html, /<html lang="zh-Hans">/);
    assert.match(html, /责任编辑/);
  });

  it('speaks the language of the text where nobody has said which', async () => {
    const english =
      '---\ntitle: Persimmons turn\nauthor: Ann Lee\npublished: 2026-05-04\neditor: Bo Hart\n---\n\nThe hills above Harrow turned red this week.\n';
    const html = await page({ 'a.md': english, 'copydesk.yml': 'name: Harbor Post\n' });
    assert.match(html, /<html lang="en">/);
    assert.match(html, /<p class="site-line">Harbor Post<\/p>/);
    assert.match(html, />4 May 2026<\/time>/);
    assert.match(html, />Editor<\/span> <span class="name">Bo Hart/);
    room?.remove();
    assert.match(
      await page({
        'a.md':
          "---\ntitle: Persimmons turn\ndate: '2026-05-04T10:14:29-04:00'\nauthors:\n- Ann Lee\n- Bo Hart\n---\n\nThe hills turned red this week.\n",
      }),
      /<span class="author">Ann Lee, Bo Hart<\/span>[\s\S]*datetime="2026-05-04T10:14:29-04:00">4 May 2026, 10:14</,
    );
    room?.remove();
    const traditional = '---\ntitle: 這裡的柿子紅了\n---\n\n河灣鎮的柿子紅了，這個時候來的人說，還會來。\n';
    assert.match(await page({ 'a.md': traditional }), /<html lang="zh-Hant">/);
    room?.remove();
    // A house that has said its language keeps it.
    assert.match(
      await page({ 'a.md': english, 'copydesk.yml': 'language: zh-Hans\n' }),
      /<html lang="zh-Hans">[\s\S]*2026-05-04<\/time>/,
    );
  });

  it('tells the day by whatever the field is called, and whether from when', async () => {
    for (const field of ['published', 'lastmod', 'updated', 'pubDate', '发布日期'])
      assert.match(
        await page({ 'a.md': `---\ntitle: 柿子\n${field}: 2026-05-04\n---\n\n红了。\n` }),
        /2026-05-04<\/time>/,
      );
    assert.match(
      await page({ 'a.md': '---\ntitle: 柿子\npublished: true\ndate: 2026-05-04\n---\n\n红了。\n' }),
      /2026-05-04<\/time>/,
    );
    assert.doesNotMatch(
      await page({ 'a.md': '---\ntitle: 柿子\npublished: false\n---\n\n红了。\n' }),
      /false|class="published"/,
    );
  });

  it('is what the house says for its pages, with its logo and its foot, in every theme', async () => {
    for (const base of ['plain', 'china-report', 'wire']) {
      const html = await page({
        'a.md': chinese,
        'copydesk.yml': `extends: ${base}\npage: {name: 海州日报, logo: 图/标志.svg, footer: [海州日报社]}\n`,
        '图/标志.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      });
      assert.match(
        html,
        /<p class="site-line"><img class="logo" src="%E5%9B%BE\/[^"]+\.svg" alt=""> 海州日报<\/p>/,
        base,
      );
      assert.match(html, /<div class="licences"><p>海州日报社<\/p><\/div>/, base);
      assert.doesNotMatch(html, /中国报道|京ICP/, base);
      room?.remove();
    }
  });

  it('bears no logo that is not there, lies elsewhere or is no picture, and the house file is told so', async () => {
    for (const logo of ['图/没有.png', 'https://example.com/a.png', '../a.png', 'a.md']) {
      const html = await page({ 'a.md': chinese, 'copydesk.yml': `page: {name: 海州日报, logo: '${logo}'}\n` });
      assert.doesNotMatch(html, /class="logo"/, logo);
      const { out } = (await room?.run(['check'])) ?? { out: '' };
      assert.match(out, /copydesk\.yml/, logo);
      room?.remove();
    }
  });
});
