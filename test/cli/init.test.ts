import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { daily, posts, weekly } from '../setup/archives.ts';
import { type Newsroom, newsroom } from './newsroom.ts';

describe('copydesk init', () => {
  let room: Newsroom;
  afterEach(() => room.remove());

  it('with --yes writes a house under which the archive is quiet', async () => {
    room = newsroom(daily(30));
    const ran = await room.run(['init', '--yes']);
    assert.equal(ran.code, 0, ran.err);
    assert.deepEqual(ran.out.trim().split('\n').sort(), ['copydesk.yml', 'staff.yml', 'templates/article.md']);
    assert.match(ran.err, /Bylines: .*本报讯（记者\{reporters\}） \d+/);
    const checked = await room.run(['check', '--threshold', 'warning']);
    assert.equal(checked.code, 0, checked.out);
    assert.match(checked.err + checked.out, /30 articles/);
  });

  it('with --dry-run prints the files and writes none', async () => {
    room = newsroom(weekly());
    const ran = await room.run(['init', '--dry-run']);
    assert.equal(ran.code, 0, ran.err);
    assert.match(ran.out, /^==> copydesk\.yml <==\n# House style/);
    assert.ok(!existsSync(join(room.root, 'copydesk.yml')));
  });

  it('with --json prints the proposals as data, asks nothing and writes nothing', async () => {
    room = newsroom(daily(30));
    const ran = await room.run(['init', '--json']);
    assert.deepEqual([ran.code, ran.err], [0, '']);
    const { decisions, files, ...rest } = JSON.parse(ran.out);
    assert.deepEqual(rest, { version: '1', isNew: true, articles: 30, rate: 0 });
    const byId = (id: string) => decisions.find((one: { readonly id: string }) => one.id === id);
    assert.equal(byId('bylines').question, 'who');
    assert.deepEqual(byId('field:categories').settings.slice(0, 2), [
      { path: ['fields', 'categories', 'type'], value: 'choice', comment: '30 of 30 articles' },
      { path: ['fields', 'categories', 'role'], value: 'column' },
    ]);
    assert.equal(byId('people').people.length, 6);
    assert.deepEqual(byId('template').templates, ['templates/article.md']);
    assert.ok(byId('language').choices.some(({ id }: { readonly id: string }) => id === 'en'));
    assert.ok(!existsSync(join(room.root, 'copydesk.yml')));
    // Those are the files that are written when everything is accepted.
    const written = await room.run(['init', '--yes', '--json']);
    assert.deepEqual(JSON.parse(written.out).written.sort(), ['copydesk.yml', 'staff.yml', 'templates/article.md']);
    for (const { path, text } of files) assert.equal(room.read(path), text);
  });

  it('with --json tells a newsroom that has a house what is new, as data', async () => {
    room = newsroom({ ...weekly(), 'copydesk.yml': 'extends: plain\nfields:\n  标题: {type: text, role: title}\n' });
    const before = room.read('copydesk.yml');
    const { isNew, files, decisions, refused, written } = JSON.parse((await room.run(['init', '--json'])).out);
    assert.deepEqual([isNew, refused, written], [false, [], undefined]);
    assert.ok(decisions.some(({ id }: { readonly id: string }) => id === 'field:栏目'));
    assert.equal(files[0].before, before);
    assert.equal(room.read('copydesk.yml'), before);
    const accepted = JSON.parse((await room.run(['init', '--json', '--yes'])).out);
    assert.deepEqual(accepted.written, ['copydesk.yml']);
    assert.equal(room.read('copydesk.yml'), files[0].text);
    const nothing = JSON.parse((await room.run(['init', '--json'])).out);
    assert.deepEqual([nothing.decisions, nothing.files], [[], []]);
  });

  it('with --json writes no recipe beside', async () => {
    room = newsroom(weekly());
    const ran = await room.run(['init', '--json', '--recipe', 'github']);
    assert.deepEqual([ran.code, ran.out], [2, '']);
    assert.match(ran.err, /--json and --recipe cannot stand together/);
  });

  it('asks, and leaves out what is not so', async () => {
    room = newsroom(daily(30));
    const ran = await room.run(['init'], { stdin: 'y\nno\n\n' });
    assert.equal(ran.code, 0, ran.err);
    const house = room.read('copydesk.yml');
    assert.match(house, /path: content/);
    assert.match(house, /required: draft/);
    assert.doesNotMatch(house, /^ {2}forms:/m);
    assert.ok(!existsSync(join(room.root, 'staff.yml')));
  });

  it('writes nothing when it is stopped, or nobody answers', async () => {
    room = newsroom(weekly());
    const stopped = await room.run(['init'], { stdin: 'q\n' });
    assert.deepEqual([stopped.code, existsSync(join(room.root, 'copydesk.yml'))], [2, false]);
    const alone = await room.run(['init']);
    assert.equal(alone.code, 2);
    assert.match(alone.err, /copydesk init --yes/);
    assert.ok(!existsSync(join(room.root, 'copydesk.yml')));
  });

  it('speaks Chinese, in the file too', async () => {
    room = newsroom(daily(30));
    const ran = await room.run(['init', '--yes', '--locale', 'zh']);
    assert.match(ran.err, /读了 30 篇稿件：/);
    assert.match(room.read('copydesk.yml'), /# 社内规范，由 copydesk init 根据 30 篇稿件拟定/);
    assert.match(room.read('copydesk.yml'), /# 30 篇中 30 篇/);
  });

  it('speaks Traditional Chinese: every sentence of ours, and nothing of the archive', async () => {
    room = newsroom(daily(30));
    const ran = await room.run(['init', '--yes', '--locale', 'zh-tw']);
    const said = `${ran.err}${room.read('copydesk.yml').replace(/^[^#]*$/gm, '')}`;
    assert.match(said, /欄位「categories」：欄目：從清單中選一項（30 篇中 30 篇；乡村 8/);
    assert.match(said, /30 篇中 30 篇有署名，多在段首；這些寫法能讀 30 處署名中的 30 處/);
    assert.match(said, /媒體名稱：海州日报（見 hugo\.toml）/);
    assert.match(said, /# 社內規範，由 copydesk init 根據 30 篇稿件擬定/);
    // What is left in simplified characters was written by others.
    const ours = said.replace(/海州日报|本报讯|记者|通讯员|陆晓晴|乡村|经济|高远|周砚/g, '');
    assert.doesNotMatch(ours, /[这们说时来见写过还后开关门问书长东车马让请从学实现数处须项规设]/u);
  });

  it('overwrites nothing', async () => {
    room = newsroom({ ...daily(30), 'staff.yml': 'staff: [陆小舟]\n' });
    const ran = await room.run(['init', '--yes']);
    assert.equal(room.read('staff.yml'), 'staff: [陆小舟]\n');
    assert.match(ran.err, /`staff\.yml` is there already and was left as it is/);
  });

  it('makes a template of the usual shape, from which `copydesk new` begins an article that the house takes', async () => {
    room = newsroom(daily(30));
    await room.run(['init', '--yes']);
    const made = await room.run([
      'new',
      'article',
      '--title',
      '第三十一条水渠通水',
      '--column',
      '经济',
      '--reporter',
      '高远',
    ]);
    assert.equal(made.code, 0, made.err);
    assert.match(made.out, /^content\/posts\/经济\/2026-06-18-/);
    const text = room.read(made.out.trim());
    assert.match(text, /^title: 第三十一条水渠通水$/m);
    assert.match(text, /^date: 2026-06-18T10:30:00\+08:00$/m);
    assert.match(text, /^本报讯（记者高远）/m);
    const checked = await room.run([
      'check',
      '--check',
      'wrong-type',
      '--check',
      'bad-date',
      '--check',
      'missing-field',
    ]);
    assert.equal(checked.code, 0, checked.out);
  });

  it('of a newsroom that has a house tells what is new, and adds it line by line', async () => {
    room = newsroom(daily(40));
    await room.run(['init', '--yes']);
    const nothing = await room.run(['init', '--yes']);
    assert.match(nothing.err, /`copydesk\.yml` knows everything/);
    room.write('copydesk.yml', room.read('copydesk.yml').replace('other-fields: fine', 'other-fields: unknown # ours'));
    for (let index = 0; index < 4; index++)
      room.write(
        `content/posts/体育/2025-01-0${index + 1}-bisai.md`,
        `---\ntitle: 村里的第${index + 1}场球赛\ndate: 2025-01-0${index + 1}T10:00:00+08:00\ncategories: 体育\ntags: [球赛]\nauthor: 林望舒\ncover: /images/canal.jpg\ndescription: 球赛\nvenue: 河湾镇体育场\n---\n\n【海州日报讯】（记者林望舒）比赛在周末举行，镇上的人都来了。\n`,
      );
    const before = room.read('copydesk.yml');
    const dry = await room.run(['init', '--dry-run']);
    assert.match(dry.out, /^\+.*venue/m);
    assert.equal(room.read('copydesk.yml'), before);
    const ran = await room.run(['init', '--yes']);
    assert.equal(ran.code, 0, ran.err);
    const house = room.read('copydesk.yml');
    assert.match(house, /values: \[.*, 体育\]/);
    assert.match(house, /^ {2}venue: \{type: text\} {2}# 4 of 44 articles$/m);
    assert.match(house, /^ {4}- "【海州日报讯】（记者\{reporters\}）"$/m);
    assert.match(room.read('staff.yml'), /林望舒/);
    // Nothing else is touched: what was there stands there in its order, comments included.
    const lines = before.split('\n').filter((line) => !line.includes('values:'));
    assert.deepEqual(
      house.split('\n').filter((line) => lines.includes(line)),
      lines,
    );
    assert.match((await room.run(['init', '--yes'])).err, /knows everything/);
  });

  it('asks a draft for no more than drafts have, where they have a folder of their own', async () => {
    for (const [posts, drafts, settings] of [
      ['_posts', '_drafts', '_config.yml'],
      ['source/_posts', 'source/_drafts', 'hexo.yml'],
    ] as const) {
      room = newsroom({
        [settings]: 'title: 石榴巷\n',
        [`${drafts}/还没想好.md`]: '---\ntitle: 还没想好\n---\n\n巷子口的邮筒还在。\n',
        ...Object.fromEntries(
          Array.from({ length: 20 }, (_, index) => [
            `${posts}/2024-05-${10 + index}-巷子-${index}.md`,
            `---\ntitle: 巷子之${index}\ndate: 2024-05-${10 + index} 08:00\ntags: [巷子]\n---\n\n巷子里住着${index + 3}户人家。\n`,
          ]),
        ),
      });
      assert.equal((await room.run(['init', '--yes'])).code, 0);
      assert.match(room.read('copydesk.yml'), /^drafts: \[_drafts\/\] {2}# 1 file$/m);
      assert.equal((await room.run(['check'])).code, 0);
      room.write(`${posts}/2024-07-01-新.md`, '---\ntitle: 新巷子\n---\n\n巷子里搬来一户人家。\n');
      room.write(`${drafts}/无题.md`, '---\ndate: 2024-07-01 08:00\n---\n\n巷子里搬来一户人家。\n');
      const { out } = await room.run(['check', '--format', 'json']);
      const { files } = JSON.parse(out) as { files: { path: string; findings: { message: string }[] }[] };
      assert.deepEqual(
        files
          .flatMap(({ path, findings }) => findings.map(({ message }) => `${path.split('/').at(-1)}: ${message}`))
          .sort(),
        [
          '2024-07-01-新.md: `date`, `tags` are missing: they are needed from stage `published` on',
          '无题.md: `title` is missing: it is needed from stage `draft` on',
        ],
      );
      room.remove();
    }
  });

  it('run again, has nothing to say of what it has decided: fields of which nothing is asked, ids that a file lists', async () => {
    const summaries = posts(
      (index) =>
        `author: ${['lxq', 'gy'][index % 2]}\nexcerpt: 水渠通到了第${index}个村\n${index % 3 === 0 ? `description: 第${index}条水渠的来历\n` : ''}`,
      { '_data/authors.yml': 'lxq: {name: 陆晓晴}\ngy: {name: 高远}\n' },
    );
    room = newsroom(summaries);
    assert.equal((await room.run(['init', '--yes'])).code, 0);
    const house = readFileSync(join(room.root, 'copydesk.yml'), 'utf8');
    assert.match(house, /: off/);
    assert.match(house, /values-from/);
    const again = await room.run(['init', '--yes']);
    assert.match(again.err, /knows everything/);
    // Somebody new has no id yet: that is for the file of ids, and no value of the house.
    for (const name of ['a', 'b', 'c'])
      writeFileSync(
        join(room.root, 'posts', `${name}.md`),
        '---\ntitle: 水渠\ndate: 2024-06-01\nauthor: zy\nexcerpt: 水渠\ndescription: 来历\n---\n\n水渠通水了。\n',
      );
    const later = await room.run(['init', '--yes']);
    assert.doesNotMatch(later.err, /Not added/);
    assert.equal(readFileSync(join(room.root, 'copydesk.yml'), 'utf8'), house);
  });

  it('speaks of one article as of one', async () => {
    room = newsroom({ 'a.md': '---\ntitle: 水渠\n---\n\n河湾镇的水渠通水了。\n' });
    const ran = await room.run(['init', '--yes']);
    assert.match(ran.err, /What 1 article says:/);
    assert.match(ran.err, /Under this house 1 article has 0\.0 errors/);
  });

  it('says so where there is no folder and where there are no articles', async () => {
    room = newsroom({ 'README.md': '# Nothing yet\n' });
    const nowhere = await room.run(['init', 'elsewhere']);
    assert.deepEqual([nowhere.code, nowhere.err], [2, 'copydesk: There is no folder `elsewhere`.\n']);
    const empty = await room.run(['init', '--yes']);
    assert.equal(empty.code, 2);
    assert.match(empty.err, /There are no articles in `\.`/);
  });

  it('says that no article can be read, and names one', async () => {
    // 青石灘的渡口上週啟用，附近的居民不用再繞遠路。鎮裡的工作人員說，工程從去年秋天開始。 in Big5
    const big5 = Buffer.from(
      'ab43a5dbc579aabab4e7a466a457b667b1d2a5cea141aafeaaf1aabaa97ea5c1a4a3a5cea641c2b6bbb7b8f4a143c2edb8cc' +
        'aabaa475a740a448adfbbba1a141a475b57bb171a568a67eaceea4d1b67da96ca143',
      'hex',
    );
    room = newsroom({ '稿/a.md': big5, '稿/b.md': big5 });
    const ran = await room.run(['init', '--yes']);
    assert.equal(ran.code, 2);
    assert.match(ran.err, /No article in `\.` can be read \(\d files?, `稿\/[ab]\.md` for one\)/);
  });
});
