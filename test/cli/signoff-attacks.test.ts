import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { type Newsroom, newsroom } from './newsroom.ts';

const house = `extends: china-report
signoff:
  free: [reviewers]
  steps:
    一审: {who: [编辑]}
    二审: {who: [部门主任], distinct: [一审]}
    三校: {who: [校对], distinct: [一审, 二审]}
gate: {from: published}
`;
const staff = `staff:
  - {name: 周砚, role: 编辑}
  - {name: 沈砚秋, role: 部门主任, pen-names: [砚秋]}
  - {name: 贺竹, role: 校对}
  - {name: 高远, role: 记者}
`;
const unsigned = `---
title: 河湾镇水渠通水
column: 乡村
published: 2026-06-01 18:00
source: 中国报道
reporters: [高远]
editor: 周砚
cover: 封面.jpg
stage: published
---

中国报道讯（高远报道）河湾镇的新水渠昨天通水，三个村的稻田用上了渠水。

村民说，[水站](https://a.example/x "水站主页")不同意提价，理由有三条。

![渠口](渠口.jpg "渠口一景")

新渠通水现场。高远/摄

1. 水量够用
2. 水价不变

责任编辑：周砚
`;

const put = (from: string | RegExp, to: string) => (text: string) => {
  assert.ok(typeof from === 'string' ? text.includes(from) : from.test(text), String(from));
  return text.replace(from, to);
};
const record = (...entries: readonly string[]) =>
  put('---\n\n中', `signoff:\n${entries.map((one) => `  - {${one}}\n`).join('')}---\n\n中`);
const added = (entry: string) => put('---\n\n中', `  - {${entry}}\n---\n\n中`);

/** Ways to publish what nobody has signed: each begins with the unsigned article. */
const ways: readonly (readonly [what: string, change: (text: string) => string])[] = [
  ['nothing done about it', (text) => text],
  ['allowed in the front matter', put('stage:', 'allow: [missing-signature]\nstage:')],
  ['allowed by a comment', put('\n\n中', '\n\n<!-- copydesk-allow missing-signature -->\n\n中')],
  ['the stage under its other name', put('stage:', '阶段:')],
  ['the stage in capitals', put('stage:', 'Stage:')],
  ['a stage that the house does not know', put('stage: published', 'stage: live')],
  ['a stage in other words', put('stage: published', 'stage: 已上线')],
  ['a quotation mark never closed', put('source: 中国报道', 'source: "中国报道')],
  ['a colon in a value', put('cover: 封面.jpg', 'cover: 封面.jpg: x')],
  ['a blank line before the front matter', (text) => `\n${text}`],
  ['no line before the fields', put('---\n', '')],
  ['a byte-order mark', (text) => `\ufeff${text}`],
  ['let through without a reason', record('override: published, name: 高远, time: 2026-06-01T10:00:00+08:00')],
  ['let through, which text nobody knows', record('override: published, name: 高远, reason: 急')],
  ['names without a text', record('step: 一审, name: 周砚', 'step: 二审, name: 沈砚秋', 'step: 三校, name: 贺竹')],
  ['let through to another stage', record('override: ready, name: 高远, reason: 急, text: 0123456789abcdef')],
];

/** Ways to change what was signed: each begins with the article that three have signed. */
const changes: readonly (readonly [what: string, change: (text: string) => string])[] = [
  ['a word', put('三个村', '五个村')],
  [
    'a word, allowed',
    (text) => put('三个村', '五个村')(text).replace('stage:', 'allow: [changed-after-signing]\nstage:'),
  ],
  ['a word, and the hashes gone', (text) => text.replace('三个村', '五个村').replace(/ {4}text: .*\n/g, '')],
  ['a word, and a step of one’s own', (text) => added('step: 四校, name: 高远')(text.replace('三个村', '五个村'))],
  [
    'a word, and front matter that does not parse',
    (text) => text.replace('三个村', '五个村').replace('封面.jpg', 'a: b'),
  ],
  ['a word struck out', put('不同意', '~~不~~同意')],
  ['a word struck out by HTML', put('不同意', '<del>不</del>同意')],
  ['a word hidden by HTML', put('不同意', '<span hidden>不</span>同意')],
  ['a word commented out', put('不同意', '<!--不-->同意')],
  ['words turned round', put('三个村的稻田', '\u202e三个村的稻田\u202c')],
  ['where a link leads', put('/x ', '/y ')],
  ['what a link says', put('水站主页', '提价公告')],
  ['what a picture says', put('渠口一景', '旧照')],
  ['what a picture shows, in words', put('![渠口]', '![水闸]')],
  ['another picture', put('(渠口.jpg', '(别处.jpg')],
  ['the caption', put('新渠通水现场', '旧渠堵塞现场')],
  ['the credit', put('高远/摄', '周砚/摄')],
  ['the cover', put('封面.jpg', '别的.jpg')],
  ['the cover gone', put('cover: 封面.jpg\n', '')],
  ['the byline', put('（高远报道）', '（周砚报道）')],
  ['a second headline', put('stage:', 'title: 水价要涨了\nstage:')],
  ['the order of a list', put('1. 水量够用\n2. 水价不变', '1. 水价不变\n2. 水量够用')],
  ['where a list begins to count', put('1. 水量够用\n2.', '3. 水量够用\n4.')],
  ['a note', (text) => `${text.replace('三条。', '三条。[^1]')}\n[^1]: 其实只有一条。\n`],
  ['a paragraph in a shortcode', put('村民说', '{{< comment >}}\n\n村民说')],
  ['a paragraph that HTML hides', put('村民说', '<div hidden>\n\n村民说')],
  ['a script', (text) => `${text}\n<script>document.title = "涨价"</script>\n`],
  ['a frame', (text) => `${text}\n<iframe src="https://b.example"></iframe>\n`],
  ['another signer’s name', put('name: 沈砚秋', 'name: 高远')],
  ['one person twice, by a pen-name', put('name: 周砚', 'name: 砚秋')],
  ['a signature dated ahead', put(/time: \d{4}/, 'time: 2999')],
  ['a signature dated back', (text) => text.replace(/time: \d{4}(?=[^\n]*\n {4}text: [^\n]*\n---)/, 'time: 2019')],
];

/** What is no change to whoever reads. */
const same: readonly (readonly [what: string, change: (text: string) => string])[] = [
  ['nothing', (text) => text],
  ['lines broken elsewhere', put('昨天通水，三', '昨天通水，\n三')],
  ['a character that nobody sees', put('新水渠', '新\u200b水渠')],
  ['emphasis', put('不同意', '**不同意**')],
  ['another way of writing a list', put('reporters: [高远]', 'reporters:\n  - 高远')],
  ['a note to the desk', put('村民说', '<!-- 核对过 -->\n\n村民说')],
  ['a field that is free', put('stage:', 'reviewers: [贺竹]\nstage:')],
];

describe('ways round the sign-off', () => {
  let room: Newsroom;
  let signed: string;
  const verify = async (text: string, path = '乡村/a.md') => {
    room.write(path, text);
    return room.run(['signoff', '--verify', path]);
  };

  before(async () => {
    room = newsroom({ 'copydesk.yml': house, 'staff.yml': staff, '乡村/a.md': unsigned });
    for (const name of ['周砚', '沈砚秋', '贺竹']) {
      const { code, err } = await room.run(['signoff', '乡村/a.md', '--as', name]);
      assert.equal(code, 0, err);
    }
    signed = room.read('乡村/a.md');
  });
  after(() => room.remove());

  for (const [what, change] of ways)
    it(`unsigned: ${what}: is found`, async () => {
      const { code, out, err } = await verify(change(unsigned));
      assert.equal(code, 1, out + err);
    });
  for (const [what, change] of changes)
    it(`after signing: ${what}: is found`, async () => {
      const text = change(signed);
      assert.notEqual(text, signed);
      const { code, out, err } = await verify(text);
      assert.equal(code, 1, out + err);
    });
  for (const [what, change] of same)
    it(`after signing: ${what}: is no change`, async () => {
      const { code, out, err } = await verify(change(signed));
      assert.equal(code, 0, out + err);
    });

  it('a copy is signed for what was copied, and no more', async () => {
    assert.equal((await verify(signed, '乡村/b.md')).code, 0);
    assert.equal((await verify(signed.replace('三个村', '五个村'), '乡村/b.md')).code, 1);
  });

  it('in a record of its own: what is gone, another’s, or written over does not sign', async () => {
    room.write('copydesk.yml', house.replace('signoff:', 'signoff:\n  record: file'));
    room.write('乡村/c.md', unsigned);
    for (const name of ['周砚', '沈砚秋', '贺竹']) await room.run(['signoff', '乡村/c.md', '--as', name]);
    const kept = room.read('乡村/c.signoff.yml');
    const code = async (path: string) => (await room.run(['signoff', '--verify', path])).code;
    assert.equal(await code('乡村/c.md'), 0);
    // Renamed without its record.
    room.write('乡村/d.md', unsigned);
    assert.equal(await code('乡村/d.md'), 1);
    room.write('乡村/d.signoff.yml', kept);
    assert.equal(await code('乡村/d.md'), 0);
    room.write('乡村/d.md', unsigned.replace('三个村', '五个村'));
    assert.equal(await code('乡村/d.md'), 1);
    for (const faulty of ['', '[', kept.replace(/text: .*/g, ''), kept.replace('signoff:', 'signed:')]) {
      room.write('乡村/c.signoff.yml', faulty);
      assert.equal(await code('乡村/c.md'), 1, faulty);
    }
  });
});

describe('ways round the sign-off, closed by how a job asks', () => {
  let room: Newsroom;
  const path = '乡村/a.md';
  const git = (who: string, ...args: readonly string[]): string =>
    execFileSync('git', ['-c', `user.name=${who}`, '-c', 'user.email=', ...args], { cwd: room.root, encoding: 'utf8' });
  const commit = (who: string): void => {
    git(who, 'add', '-A');
    git(who, 'commit', '-qm', 'x');
  };
  const verify = (...more: readonly string[]) => room.run(['signoff', '--verify', ...more]);

  beforeEach(() => {
    room = newsroom({ 'copydesk.yml': house, 'staff.yml': staff, [path]: unsigned });
  });
  afterEach(() => room.remove());

  for (const [what, change] of [
    ['taken away', put('stage: published\n', '')],
    ['empty', put('stage: published', 'stage:')],
    ['an earlier one', put('stage: published', 'stage: draft')],
    ['under another name', put('stage:', 'state:')],
    ['its front matter gone', (text: string) => text.replace(/^---[\s\S]*?---\n/, '')],
  ] as const)
    it(`a stage that is ${what}: the job says which stage it publishes for`, async () => {
      room.write(path, change(unsigned));
      const { code, out } = await verify('--for', 'published', path);
      assert.equal(code, 1, out);
      assert.equal((await room.run(['ready', '--for', 'published', path])).code, 1);
    });

  it('what is signed passes whichever stage is asked about', async () => {
    for (const name of ['周砚', '沈砚秋', '贺竹']) await room.run(['signoff', path, '--as', name]);
    assert.equal((await verify('--for', 'published', path)).code, 0);
    room.write(path, room.read(path).replace('stage: published\n', ''));
    assert.equal((await verify('--for', 'published', path)).code, 0);
    assert.equal((await verify('--for', 'ready', path)).code, 0);
  });

  for (const [what, text] of [
    ['another house', 'extends: plain\n'],
    ['the same house without its steps', 'extends: china-report\n'],
    ['everything left out', 'extends: plain\nignore: ["*"]\n'],
  ] as const)
    it(`a house of one’s own, ${what}: is told, and the job names the house that holds`, async () => {
      room.write('乡村/copydesk.yml', text);
      room.write('b.md', unsigned.replace('stage: published', 'stage: draft'));
      const { code, err } = await verify();
      assert.equal(code, 0);
      if (!text.includes('ignore')) assert.match(err, /乡村\/copydesk\.yml lists no steps of signing.*\(1\)/);
      assert.equal((await verify('--house', 'copydesk.yml')).code, 1);
    });

  it('a newsroom that lists no steps is verified by nobody', async () => {
    room.write('copydesk.yml', 'extends: china-report\n');
    const { code, err } = await verify();
    assert.equal(code, 2);
    assert.match(err, /This house signs nothing/);
  });

  describe('who wrote a signature, by Git', () => {
    const signed = async (): Promise<void> => {
      git('高远', 'init', '-q');
      commit('高远');
      for (const name of ['周砚', '沈砚秋', '贺竹']) {
        await room.run(['signoff', path, '--as', name]);
        commit(name);
      }
    };

    it('is whom it names, pen-names and moved files included', async () => {
      git('高远', 'init', '-q');
      commit('高远');
      await room.run(['signoff', path, '--as', '周砚']);
      commit('周砚');
      await room.run(['signoff', path, '--as', '沈砚秋']);
      commit('砚秋');
      await room.run(['signoff', path, '--as', '贺竹']);
      commit('贺竹');
      git('高远', 'mv', path, '乡村/b.md');
      commit('高远');
      const { code, out, err } = await verify('--authors');
      assert.equal(code, 0, out + err);
    });

    for (const record of ['front-matter', 'file'])
      it(`another name, written by hand (${record}): is found`, async () => {
        room.write('copydesk.yml', house.replace('signoff:', `signoff:\n  record: ${record}`));
        git('高远', 'init', '-q');
        commit('高远');
        for (const name of ['周砚', '沈砚秋', '贺竹']) await room.run(['signoff', path, '--as', name]);
        assert.match((await verify('--authors')).out, /“三校” is not committed/);
        commit('高远');
        assert.equal((await verify()).code, 0);
        const { code, out } = await verify('--authors');
        assert.equal(code, 1);
        for (const name of ['周砚', '沈砚秋', '贺竹'])
          assert.match(out, new RegExp(`By the record ${name} has signed “.*”; Git says that 高远 wrote it`));
      });

    for (const [what, from, to] of [
      ['the name', 'name: 沈砚秋', 'name: 周砚秋'],
      ['the text', /( {4}text: [0-9a-f]{15})[0-9a-f](?=\n---)/, '$1x'],
      ['the step', 'step: 三校', 'step: 三校 '],
    ] as const)
      it(`${what} of a signature that somebody else changed: is found`, async () => {
        await signed();
        assert.equal((await verify('--authors')).code, 0);
        room.write(path, room.read(path).replace(from, to));
        commit('高远');
        assert.match((await verify('--authors')).out, /Git says that (?:\S+、)?高远(?:、\S+)? wrote it/);
      });

    it('is asked of a repository, and of nothing else', async () => {
      const { code, err } = await verify('--authors');
      assert.equal(code, 2, err);
    });
  });
});
