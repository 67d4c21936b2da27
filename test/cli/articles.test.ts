import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/checks/index.ts';
import { article, type Newsroom, newsroom } from './newsroom.ts';

const page = `中国报道网——中国报道杂志唯一官方网站
位置:当前位置:首页 >> 乡村

青禾镇首批高山番茄上市

发布时间:2026-06-02 08:45:10 来源:中国报道

中国报道讯(沈若舟报道)6月1日清晨,青禾镇的冷链车驶出云脚村。

责任编辑:苗景行

关于我们|联系我们|法律顾问|版权声明
`;

describe('copydesk new', () => {
  let room: Newsroom;
  beforeEach(() => {
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n' });
  });
  afterEach(() => room.remove());

  it('lists the templates of the house', async () => {
    const { code, out } = await room.run(['new', '--locale', 'zh']);
    assert.equal(code, 0);
    assert.match(out, /^news\s+消息/m);
  });

  it('names each template once, the columns in line where names are Chinese', async () => {
    room.write('copydesk.yml', 'extends: china-report\ntemplates:\n  汛情快报: {label: {en: Flood, zh: 汛情}}\n');
    room.write('templates/汛情快报.md', '---\ntitle: {{title}}\n---\n');
    const { out, err } = await room.run(['new', '--locale', 'zh']);
    assert.deepEqual([/^news {8}消息/m.test(out), /^汛情快报 {2}/m.test(out)], [true, true], out + err);
    const refused = await room.run(['new', '汛请快报']);
    assert.equal(refused.err.match(/汛情快报/g)?.length, 2, refused.err);
  });

  it('writes an article where the house keeps it, and prints the path', async () => {
    const { code, out, err } = await room.run(['new', 'news', '--title', '首批高山番茄上市', '--reporter', '沈若舟']);
    assert.equal(code, 0, err);
    const path = out.trim();
    assert.match(path, /首批高山番茄上市.*\.md$/);
    const text = room.read(path);
    assert.match(text, /^title: 首批高山番茄上市$/m);
    assert.match(text, /2026-06-18 10:30/, 'the time in the house’s zone');
    assert.match(text, /沈若舟/);
  });

  it('never overwrites: the second article gets a number', async () => {
    const first = (await room.run(['new', 'news', '--title', '同题'])).out.trim();
    room.write(first, 'mine');
    const second = await room.run(['new', '消息', '--title', '同题']);
    assert.notEqual(second.out.trim(), first);
    assert.match(second.err, /exists already/);
    assert.equal(room.read(first), 'mine');
  });

  it('prints the article for --stdout and writes nothing', async () => {
    const { out } = await room.run(['new', 'news', '--title', '标题', '--stdout']);
    assert.match(out, /^---\ntitle: 标题\n/);
    assert.ok(!existsSync(join(room.root, '乡村')));
  });

  it('takes the newsroom’s own templates', async () => {
    room.write('templates/晨会.md', '---\ntitle: {{title}}\n---\n\n晨会记录。\n');
    const { out, code } = await room.run(['new', '晨会', '--title', '周一', '--stdout']);
    assert.equal(code, 0);
    assert.match(out, /晨会记录。/);
  });

  it('keeps a hostile title inside the newsroom', async () => {
    const { out, code } = await room.run(['new', 'news', '--title', '../../../逃逸/..\\x']);
    assert.equal(code, 0);
    assert.doesNotMatch(out, /\.\.[\\/]/);
    assert.ok(existsSync(join(room.root, out.trim())));
  });
});

describe('copydesk import', () => {
  for (const text of ['', '\n \u3000\n', '\uFEFF'])
    it(`makes no article of ${JSON.stringify(text)}`, async () => {
      const bare = newsroom({ 'page.txt': text });
      try {
        const { code, out, err } = await bare.run(['import', 'page.txt']);
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, /There is no text to make an article of in page\.txt/);
        assert.deepEqual(readdirSync(bare.root), ['page.txt']);
        assert.match((await bare.run(['import', '-', '--locale', 'zh'], { stdin: text })).err, /“<stdin>”里没有文字/);
      } finally {
        bare.remove();
      }
    });

  let room: Newsroom;
  beforeEach(() => {
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n', 'page.txt': page });
  });
  afterEach(() => room.remove());

  it('writes an article that check can read', async () => {
    const { code, out, err } = await room.run(['import', 'page.txt']);
    assert.equal(code, 0, err);
    const text = room.read(out.trim());
    assert.match(text, /^title: 青禾镇首批高山番茄上市$/m);
    assert.doesNotMatch(text, /版权声明/);
    await room.run(['fix', out.trim()]);
    const checked = await room.run(['check', out.trim()]);
    assert.equal(checked.code, 0, checked.out);
  });

  it('tells what it left out of the page, and what it was not sure of', async () => {
    const { out, err } = await room.run(['import', '-', '--stdout'], {
      stdin: '河湾镇三条水渠通水\n\n河湾镇今年修好了三条水渠。\n\n分享到：微信 微博\n',
    });
    assert.doesNotMatch(out, /微博/);
    assert.match(err, /copydesk: Left out buttons and counters: 分享到：微信 微博/);
  });

  it('reads standard input, and prints for --stdout', async () => {
    const { out } = await room.run(['import', '-', '--stdout'], { stdin: page });
    assert.match(out, /^---\n/);
  });
});

describe('copydesk render', () => {
  let room: Newsroom;
  beforeEach(() => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      '乡村/a.md': article(
        '通车。\n\n![通车](../图/a%20b.png)\n\n通车。（沈若舟摄）\n\n![远](https://example.org/x.png)',
      ),
      '图/a b.png': 'x',
    });
  });
  afterEach(() => room.remove());

  it('prints the page', async () => {
    const { code, out } = await room.run(['render', '乡村/a.md']);
    assert.equal(code, 0);
    assert.match(out, /^<!doctype html>/);
    assert.match(out, /首批高山番茄上市/);
    assert.doesNotMatch(out, /<script(?! type="application\/ld\+json">)|<img[^>]*example\.org/);
  });

  it('writes the page with -o, pictures found from there', async () => {
    const { code, out } = await room.run(['render', '乡村/a.md', '-o', '网页/out/a.html']);
    assert.deepEqual([code, out], [0, '网页/out/a.html\n']);
    const html = room.read('网页/out/a.html');
    assert.ok(html.includes(`src="../../${encodeURIComponent('图')}/a%20b.png"`), html);
  });
});

describe('copydesk explain', () => {
  const room = newsroom();
  after(() => room.remove());

  it('lists every check in both languages', async () => {
    for (const locale of ['en', 'zh']) {
      const { out, code } = await room.run(['explain', '--locale', locale]);
      assert.equal(code, 0);
      for (const { id } of rules) assert.ok(out.includes(id), id);
    }
    const rows: readonly { check: string }[] = JSON.parse((await room.run(['explain', '--format', 'json'])).out);
    assert.equal(rows.length, rules.length);
  });

  it('prints the page of a check in the reader’s language', async () => {
    const zh = await room.run(['explain', 'wrong-interpunct', '--locale', 'zh']);
    assert.match(zh.out, /^# 间隔号 · wrong-interpunct\n/);
    assert.match(zh.out, /间隔号/);
    const { out } = await room.run(['explain', 'wrong-interpunct']);
    assert.match(out, /interpunct/);
    // With examples: an article, what is found in it, and how it reads when mended.
    assert.match(out, /```article\n[\s\S]*•[\s\S]*wrong-interpunct: [\s\S]*```fixed\n[\s\S]*·/);
    assert.match(zh.out, /```article\n[\s\S]*wrong-interpunct：/);
  });

  it('knows a check by its title in either language, as reports show it', async () => {
    for (const { id, title } of rules)
      for (const asked of [title.en, title.zh, title.en.toUpperCase()]) {
        const { out, err } = await room.run(['explain', asked, '--format', 'json']);
        assert.equal(err, '', asked);
        const { check, page }: { readonly check: string; readonly page: string } = JSON.parse(out);
        assert.equal(check, id, asked);
        assert.ok(page.startsWith(`# ${title.en} · ${id}\n`), page.slice(0, 80));
      }
    assert.equal((await room.run(['explain', '破折'])).code, 2);
  });
});

describe('copydesk house', () => {
  it('prints the resolved house with what the newsroom changed', async () => {
    const room = newsroom({ 'copydesk.yml': 'extends: china-report\nname: 澜溪报\n', 'a/b.md': '' });
    const { out, code } = await room.run(['house', 'a/b.md']);
    assert.equal(code, 0);
    assert.match(out, /^name: 澜溪报 +# copydesk\.yml$/m);
    assert.match(out, /^language: zh-Hans +# chinese$/m);
    assert.match(out, /Asia\/Shanghai/);
    assert.equal(JSON.parse((await room.run(['house', '--format', 'json'])).out).name, '澜溪报');
    room.remove();
  });

  it('prints a house that comes with it, and tries its cases out', async () => {
    const room = newsroom({});
    const { out, code } = await room.run(['house', 'xinhua-wire']);
    assert.equal(code, 0);
    assert.match(out, /^extends: chinese$/m);
    assert.match(out, /^cases:$/m);
    assert.equal(JSON.parse((await room.run(['house', 'wire', '--format', 'json'])).out).id, 'wire');
    const cases = await room.run(['house', 'xinhua-wire', '--cases']);
    assert.equal(cases.code, 0);
    assert.match(
      cases.out,
      /^✓ byline: 新华社海州6月17日电\(记者陆晓晴\) \(width\) → 新华社海州6月17日电（记者陆晓晴）$/m,
    );
    assert.match(cases.out, /^\d+ cases, 0 failed$/m);
    room.remove();
  });

  it('tries the newsroom’s own cases out; check reports a failing one at its line', async () => {
    const room = newsroom({
      'copydesk.yml':
        'byline: {brackets: half}\ncases:\n  - credit: （高远摄）\n  - byline: 中国报道讯（高远报道）\n    finds: form\n',
      'a.md': '',
    });
    const { out, code } = await room.run(['house', '--cases']);
    assert.equal(code, 1);
    assert.match(out, /^✓ credit: （高远摄）$/m);
    assert.match(out, /^✗ byline: 中国报道讯（高远报道）$/m);
    const checked = await room.run(['check']);
    assert.equal(checked.code, 1);
    assert.match(checked.out, /copydesk\.yml\n\s+4:13.*nothing is wrong with/);
    room.remove();
  });

  it('says what is wrong with a broken house, and where', async () => {
    const room = newsroom({ 'copydesk.yml': 'extends: nobody\n' });
    const { out, err, code } = await room.run(['house']);
    assert.equal(code, 1);
    assert.match(err, /copydesk\.yml\n\s+1:10/);
    assert.doesNotMatch(out, /house-file/);
    room.remove();
  });
});

describe('copydesk parse', () => {
  it('prints one JSON document a line', async () => {
    const room = newsroom();
    const { out, code } = await room.run(['parse', '--as', 'byline'], {
      stdin: '中国报道讯（沈若舟 通讯员顾南乔）\r\n今天天气好。\n',
    });
    assert.equal(code, 0);
    const [first, second, ...rest] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      first.people.map(({ name }: { name: string }) => name),
      ['沈若舟', '顾南乔'],
    );
    assert.equal(second.kind, null);
    assert.deepEqual(rest, []);
    // What an editor saves without a line end at its end has a last line all the same.
    const open = await room.run(['parse', '--as', 'byline'], { stdin: '今天天气好。\n中国报道讯（沈若舟）' });
    assert.deepEqual(
      open.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).people.length),
      [0, 1],
    );
    room.remove();
  });
});

describe('the sample page', () => {
  it('is imported by the command line', async () => {
    const room = newsroom({ 'copydesk.yml': 'extends: china-report\n' });
    const { out, code } = await room.run(['import', '-', '--stdout'], {
      stdin: readFileSync('test/newsroom/pasted-page.txt'),
    });
    assert.equal(code, 0);
    for (const line of [
      'title: 【山海同行•云澜牵手】医疗队翻过三道梁,把义诊台支到茶厂门口',
      'column: 乡村',
      'source: 中国报道',
      'published: 2025-10-18 15:26:40',
      'editor: 许青禾',
    ]) {
      assert.ok(
        out.split('\n').some((each) => each.replace(/['"]/g, '') === line),
        `${line} is not in\n${out}`,
      );
    }
    assert.ok(!out.includes('许可证'), 'the foot of the site is no part of the article');
    room.remove();
  });
});
