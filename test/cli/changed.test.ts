import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { article, type Newsroom, newsroom } from './newsroom.ts';

const slip = '清泉镇•河口镇签约。';

describe('only what changed', () => {
  let room: Newsroom;
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=陆晓晴', '-c', 'user.email=lu@example.com', ...args], {
      cwd: room.root,
      encoding: 'utf8',
    });
  const commit = (): void => {
    git('add', '-A');
    git('commit', '-qm', 'x');
  };
  const found = async (...argv: readonly string[]): Promise<readonly string[]> => {
    const { out, err, code } = await room.run([
      'check',
      '--format',
      'ndjson',
      '--only',
      'wrong-interpunct,duplicate-field',
      ...argv,
    ]);
    assert.notEqual(code, 2, err);
    return out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
      .map(({ path, range }) => `${path}:${range.start.line}`);
  };

  beforeEach(() => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      '乡村/旧 稿.md': article(`${slip}\n\n第二段。\n\n第三段。`, '旧稿'),
      'a.md': article(slip, '甲').replaceAll('\n', '\r\n'),
    });
    git('init', '-q');
    commit();
  });
  afterEach(() => room.remove());

  it('is nothing where nothing changed', async () => {
    assert.deepEqual(await found(), ['a.md:10', '乡村/旧 稿.md:10']);
    for (const flag of [['--changed'], ['--staged'], ['--since', 'HEAD']]) assert.deepEqual(await found(...flag), []);
    const { code, err } = await room.run(['check', '--changed']);
    assert.equal(code, 0);
    assert.doesNotMatch(err, /no articles/i);
  });

  it('is the lines that differ from the last commit, and new files as a whole', async () => {
    room.write('乡村/旧 稿.md', room.read('乡村/旧 稿.md').replace('第二段。', `第二段。${slip}`));
    room.write('新稿.md', article(slip, '新稿'));
    assert.deepEqual(await found('--changed'), ['乡村/旧 稿.md:12', '新稿.md:10']);
    // A line that was taken out leaves the next one.
    room.write('乡村/旧 稿.md', room.read('乡村/旧 稿.md').replace(`第二段。${slip}`, ''));
    assert.deepEqual(await found('--changed'), ['新稿.md:10']);
  });

  it('is none of the lines whose ends alone changed', async () => {
    room.write('a.md', room.read('a.md').replaceAll('\r\n', '\n'));
    assert.deepEqual(await found('--changed'), []);
    room.write('a.md', room.read('a.md').replace(slip, `${slip}${slip}`).replaceAll('\n', '\r\n'));
    assert.deepEqual(await found('--changed'), ['a.md:10', 'a.md:10']);
  });

  it('is what is staged, and not what was typed since', async () => {
    room.write('a.md', room.read('a.md').replace(slip, `${slip}\r\n\r\n又，${slip}`));
    git('add', 'a.md');
    room.write('a.md', `起\r\n${room.read('a.md')}\r\n再，${slip}\r\n`.replace('起\r\n', ''));
    assert.deepEqual(await found('--staged'), ['a.md:12']);
    assert.deepEqual(await found('--changed'), ['a.md:12', 'a.md:16']);
  });

  it('is what changed since a revision, through a rename', async () => {
    git('tag', '早');
    git('mv', '乡村/旧 稿.md', '时政 要闻.md');
    room.write('时政 要闻.md', room.read('时政 要闻.md').replace('第三段。', `第三段。${slip}`));
    commit();
    assert.deepEqual(await found('--since', '早'), ['时政 要闻.md:14']);
    assert.deepEqual(await found('--changed'), []);
    assert.deepEqual(await found('--since', 'HEAD~1'), ['时政 要闻.md:14']);
  });

  it('is none of what others committed to a branch since this one left it', async () => {
    git('branch', 'main-line');
    git('checkout', '-qb', 'ours');
    room.write('ours.md', article(slip, '丙'));
    commit();
    git('checkout', '-q', 'main-line');
    room.write('a.md', room.read('a.md').replace('•', '·'));
    room.write('theirs.md', article('八月开园。', '丁'));
    commit();
    git('checkout', '-q', 'ours');
    assert.deepEqual(await found('--since', 'main-line'), ['ours.md:10']);
    const before = room.read('a.md');
    await room.run(['fix', '--since', 'main-line', '--only', 'wrong-interpunct']);
    assert.deepEqual([room.read('a.md'), room.read('ours.md').includes('•')], [before, false]);
    // Two lines without a common commit are compared as they are.
    git('checkout', '-q', '--orphan', 'alone');
    commit();
    assert.deepEqual(await found('--since', 'main-line'), ['a.md:10']);
  });

  it('is the same in a hook, which git tells where its repository is, and in a worktree', async () => {
    const inHook = async (told: Readonly<Record<string, string>>, cwd: string): Promise<string> => {
      const before = process.cwd();
      Object.assign(process.env, told);
      process.chdir(cwd);
      try {
        const { out, code } = await room.run(['check', '--staged', '-f', 'unix', '--only', 'wrong-interpunct'], {
          cwd: relative(room.root, cwd),
        });
        return `${code} ${out.split(' ')[0]}`;
      } finally {
        process.chdir(before);
        for (const key of Object.keys(told)) delete process.env[key];
      }
    };
    const tree = join(room.root, 'tree');
    git('worktree', 'add', '-q', '-b', 'other', tree);
    writeFileSync(join(tree, 'b.md'), article(slip, '乙'));
    writeFileSync(join(tree, '乡村', 'c.md'), article(slip, '丙'));
    execFileSync('git', ['add', '.'], { cwd: tree });
    const gitDir = join(room.root, '.git', 'worktrees', 'tree');
    const told = { GIT_DIR: gitDir, GIT_INDEX_FILE: join(gitDir, 'index') };
    assert.equal(await inHook(told, tree), '1 b.md:10:16:');
    assert.equal(await inHook(told, join(tree, '乡村')), '1 c.md:10:16:');
    git('worktree', 'remove', '--force', tree);
    // As `git push` says it, from a folder below; and the index of another repository is none of ours.
    assert.equal(await inHook({ GIT_DIR: '.git' }, join(room.root, '乡村')), '0 ');
    room.write('乡村/d.md', article(slip, '丁'));
    git('add', '乡村');
    assert.equal(await inHook({ GIT_DIR: '.git' }, join(room.root, '乡村')), '1 d.md:10:16:');
    const outer = newsroom();
    execFileSync('git', ['init', '-q'], { cwd: outer.root });
    const index = join(outer.root, '.git', 'index');
    const before = process.cwd();
    process.chdir(outer.root);
    process.env.GIT_INDEX_FILE = index;
    try {
      const { out } = await room.run(['check', '--staged', '-f', 'unix', '--only', 'wrong-interpunct']);
      assert.equal(out.split(' ')[0], '乡村/d.md:10:16:');
    } finally {
      process.chdir(before);
      delete process.env.GIT_INDEX_FILE;
      outer.remove();
    }
    // A repository whose folder does not name it is found as it is said.
    renameSync(join(room.root, '.git'), join(room.root, '.elsewhere'));
    assert.equal(await inHook({ GIT_DIR: join(room.root, '.elsewhere') }, room.root), '1 乡村/d.md:10:16:');
    const all = { GIT_DIR: join(room.root, '.elsewhere'), GIT_WORK_TREE: room.root };
    assert.equal(await inHook(all, join(room.root, '乡村')), '1 d.md:10:16:');
  });

  it('is the same from a folder below, and of files that are named', async () => {
    room.write('乡村/旧 稿.md', room.read('乡村/旧 稿.md').replace('第二段。', `第二段。${slip}`));
    const { out } = await room.run(['check', '--changed', '--format', 'ndjson', '--only', 'wrong-interpunct'], {
      cwd: '乡村',
    });
    assert.match(out, /"path":"旧 稿.md"/);
    assert.deepEqual(await found('--changed', 'a.md'), []);
  });

  it('is everything in a repository without a commit', async () => {
    const fresh = newsroom({ 'copydesk.yml': 'extends: china-report\n', 'a.md': article(slip) });
    try {
      execFileSync('git', ['init', '-q'], { cwd: fresh.root });
      const { out } = await fresh.run(['check', '--changed', '--format', 'ndjson', '--only', 'wrong-interpunct']);
      assert.equal(out.trim().split('\n').length, 1);
    } finally {
      fresh.remove();
    }
  });

  it('mends those lines alone', async () => {
    room.write('乡村/旧 稿.md', room.read('乡村/旧 稿.md').replace('第二段。', `第二段。${slip}`));
    const { code, err } = await room.run(['fix', '--changed', '--only', 'wrong-interpunct']);
    assert.equal(code, 0, err);
    const mended = slip.replace('•', '·');
    assert.ok(room.read('乡村/旧 稿.md').includes(`第二段。${mended}`));
    assert.ok(room.read('乡村/旧 稿.md').includes(`报道）${slip}`));
    assert.ok(room.read('a.md').includes(slip));
  });

  it('says what is missing: the revision, the repository, git; and what cannot stand together', async () => {
    const said = async (argv: readonly string[], env?: Record<string, string>): Promise<string> => {
      const { code, err } = await room.run(['check', ...argv], env ? { env } : {});
      assert.equal(code, 2, argv.join(' '));
      return err;
    };
    assert.match(await said(['--since', 'nowhere']), /Git knows no revision `nowhere`/);
    assert.match(await said(['--since', '--all']), /`--all`|value/);
    assert.match(await said(['--changed', '--staged']), /--changed and --staged cannot stand together/);
    const outside = newsroom({ 'a.md': article() });
    try {
      const { code, err } = await outside.run(['check', '--changed']);
      assert.equal(code, 2);
      assert.match(err, /in no repository/);
    } finally {
      outside.remove();
    }
    const path = process.env.PATH;
    process.env.PATH = '';
    try {
      assert.match(await said(['--changed']), /there is no `git` on this machine/);
    } finally {
      process.env.PATH = path;
    }
  });

  it('says of a shallow clone, and of one without the earlier texts, how to get them', async () => {
    room.write('a.md', article('后来的一段。', '甲'));
    commit();
    const clone = newsroom();
    const shallow = (...args: readonly string[]) => clone.run(args, { cwd: 'shallow' });
    git('clone', '-q', '--depth', '1', `file://${room.root}`, `${clone.root}/shallow`);
    for (const args of [
      ['check', '--since', 'HEAD~1'],
      ['diff', 'HEAD~1', 'a.md'],
    ]) {
      const { code, err } = await shallow(...args);
      assert.deepEqual([code, /git fetch --unshallow/.test(err)], [2, true], err);
    }
    clone.remove();
    // As `git clone --filter=blob:none` leaves it, once what it came from is gone.
    const id = git('rev-parse', 'HEAD~1:a.md').trim();
    unlinkSync(join(room.root, '.git', 'objects', id.slice(0, 2), id.slice(2)));
    for (const args of [
      ['check', '--since', 'HEAD~1'],
      ['diff', 'HEAD~1', 'a.md'],
    ]) {
      const { code, err } = await room.run(args);
      assert.deepEqual([code, /does not hold what .*a\.md` said/.test(err)], [2, true], err);
    }
  });

  it('asks nobody for what a clone lacks', async () => {
    git('config', 'core.repositoryFormatVersion', '1');
    git('config', 'extensions.partialClone', 'origin');
    git('config', 'remote.origin.promisor', 'true');
    git('config', 'remote.origin.url', 'ext::touch asked');
    git('config', 'protocol.ext.allow', 'always');
    const id = git('rev-parse', 'HEAD:a.md').trim();
    unlinkSync(join(room.root, '.git', 'objects', id.slice(0, 2), id.slice(2)));
    room.write('a.md', article('后来的一段。', '甲'));
    const { code, err } = await room.run(['check', '--changed']);
    assert.deepEqual([code, existsSync(join(room.root, 'asked'))], [2, false], err);
  });

  it('runs nothing that the repository names', async () => {
    room.write('.gitattributes', '*.md filter=evil diff=evil\n');
    for (const key of [
      'filter.evil.clean',
      'diff.evil.textconv',
      'diff.evil.command',
      'core.fsmonitor',
      'diff.external',
    ])
      git('config', key, `touch ${room.root}/ran; cat`);
    room.write('a.md', room.read('a.md').replace(slip, `${slip}${slip}`));
    assert.deepEqual(await found('--changed'), ['a.md:10', 'a.md:10']);
    assert.deepEqual(await found('--since', 'HEAD'), ['a.md:10', 'a.md:10']);
    assert.throws(() => room.read('ran'));
  });
});
