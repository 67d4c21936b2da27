import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { article, type Newsroom, newsroom, type Ran } from './newsroom.ts';

describe('copydesk diff', () => {
  let room: Newsroom;
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=陆晓晴', '-c', 'user.email=lu@example.com', ...args], { cwd: room.root });
  };
  const run = (...argv: readonly string[]): Promise<Ran> => room.run(['diff', '--locale', 'en', ...argv]);
  const first = article('渠水到了河湾镇。\n\n第二段说的是稻田。', '通水');

  beforeEach(() => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      '旧 稿.md': first.replace('column:', 'stage: published\ncolumn:'),
      'b.md': first,
    });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'x');
  });
  afterEach(() => room.remove());

  it('shows words between two files, and ends with 1 where a reader sees a difference', async () => {
    room.write('c.md', first.replace('到了', '昨天到了').replace('title: 通水', 'title: 通水了'));
    const { out, code } = await run('b.md', 'c.md');
    assert.equal(code, 1);
    assert.match(out, /^--- b\.md\n\+\+\+ c\.md\n\ntitle {2}changed\n {2}通水\{\+了\+\}\n\nline 10 {2}changed\n/);
    assert.match(out, /渠水\{\+昨天\+\}到了河湾镇/);
    room.write('c.md', first.replace('渠水到了', '渠水\n到了').replaceAll('\n', '\r\n'));
    const same = await run('b.md', 'c.md');
    assert.deepEqual([same.code, same.out], [0, 'Nothing that a reader sees is different between b.md and c.md.\n']);
  });

  it('says of what is gone where it stood, in the version that had it', async () => {
    const third = '第三段里有渡口、夜校和果园，都是今年的新事。';
    room.write('b.md', first.replace('第二段说的是稻田。', `第二段说的是稻田。\n\n${third}`));
    room.write('c.md', first.replace('第二段说的是稻田。', third.replace('今年', '去年')));
    const { out } = await run('b.md', 'c.md');
    assert.match(out, /^line 12 before {2}removed\n {2}\[-第二段/m);
    assert.match(out, /^line 12 {2}changed$/m);
    assert.match((await room.run(['diff', '--locale', 'zh', 'b.md', 'c.md'])).out, /^原第 12 行 {2}删去$/m);
  });

  it('is in colour on a terminal, and in no colour where nobody wants it', async () => {
    room.write('c.md', first.replace('到了', '昨天到了'));
    assert.match((await room.run(['diff', 'b.md', 'c.md'], { isTTY: true })).out, /\u001b\[32m/);
    assert.doesNotMatch(
      (await room.run(['diff', 'b.md', 'c.md'], { isTTY: true, env: { NO_COLOR: '1' } })).out,
      /\u001b/,
    );
  });

  it('compares with the last commit, a revision, through a rename, and with the published one', async () => {
    git('mv', '旧 稿.md', '新 稿.md');
    room.write('新 稿.md', room.read('新 稿.md').replace('stage: published', 'stage: draft').replace('到了', '就要到'));
    git('add', '-A');
    git('commit', '-qm', 'y');
    room.write('新 稿.md', room.read('新 稿.md').replace('稻田', '菜地'));
    assert.doesNotMatch((await run('新 稿.md')).out, /就要/);
    assert.match((await run('新 稿.md')).out, /\[-稻田-\]\{\+菜地\+\}/);
    assert.match((await run('HEAD~1', '新 稿.md')).out, /就要[\s\S]*菜地/);
    const { out } = await run('--published', '新 稿.md');
    assert.match(out, /stage {2}changed[\s\S]*就要[\s\S]*菜地/);
    assert.match(out, /^--- [0-9a-f]{10}$/m);
  });

  it('writes a page that loads nothing, with what was changed said aloud', async () => {
    room.write('c.md', first.replace('到了', '昨天到了<b>'));
    const { out } = await run('--format', 'html', 'b.md', 'c.md');
    assert.match(out, /default-src 'none'/);
    assert.match(out, /<ins><span class="said">\[added\]<\/span>昨天/);
    assert.doesNotMatch(out, /<b>|<script|src=|href=/);
    const { code } = await run('--format', 'html', '-o', '修订.html', 'b.md', 'c.md');
    assert.equal(code, 1);
    assert.match(room.read('修订.html'), /^<!doctype html>/);
    assert.equal(JSON.parse((await run('--format', 'json', 'b.md', 'c.md')).out).version, '1');
  });

  it('says what is not there', async () => {
    assert.match((await run('nowhere', 'b.md')).err, /Git knows no revision `nowhere`/);
    assert.match((await run('b.md', 'none.md')).err, /none\.md/);
    room.write('neu.md', first);
    assert.match((await run('neu.md')).err, /There was no `neu\.md` at `HEAD`/);
    assert.match((await run('--published', 'b.md')).err, /says that it is published/);
    for (const argv of [['nowhere', 'b.md'], ['b.md', 'none.md'], ['neu.md']])
      assert.equal((await run(...argv)).code, 2);
  });
});
