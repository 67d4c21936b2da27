import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findArticles } from '../../src/cli/find-articles.ts';
import { article, type Newsroom, newsroom } from './newsroom.ts';

describe('finding articles', () => {
  let room: Newsroom;
  before(() => {
    room = newsroom({
      '.git/HEAD': '',
      '.gitignore': '*.tmp.md\n/旧稿/\nkeep/*\n!keep/this.md\n',
      'b.md': '',
      'a.MD': '',
      'c.markdown': '',
      'd.txt': '',
      'x.tmp.md': '',
      '旧稿/e.md': '',
      '乡村/f.md': '',
      '乡村/.gitignore': '!y.tmp.md\n',
      '乡村/y.tmp.md': '',
      '乡村/深/g.md': '',
      'keep/this.md': '',
      'keep/that.md': '',
      'node_modules/p/h.md': '',
      '.obsidian/i.md': '',
      '.hidden.md': '',
      '[草稿]/j.md': '',
    });
  });
  after(() => room.remove());

  const find = async (...paths: string[]) => {
    const { files, missing } = await findArticles(paths, room.root);
    return {
      files: files.map(({ path }) => relative(room.root, path)),
      missing,
      named: files.filter(({ named }) => named).length,
    };
  };

  it('walks the working folder as git sees it', async () => {
    assert.deepEqual((await find()).files, [
      '[草稿]/j.md',
      'a.MD',
      'b.md',
      'c.markdown',
      'keep/this.md',
      '乡村/f.md',
      '乡村/y.tmp.md',
      '乡村/深/g.md',
    ]);
  });

  it('reads a named file whatever it is called and whoever ignores it', async () => {
    const found = await find('x.tmp.md', 'd.txt', '.hidden.md', 'node_modules/p/h.md');
    assert.equal(found.named, 4);
    assert.equal(found.files.length, 4);
  });

  it('walks a named folder that git ignores', async () => {
    assert.deepEqual((await find('旧稿')).files, ['旧稿/e.md']);
  });

  it('takes a folder whose name looks like a pattern for the folder', async () => {
    assert.deepEqual((await find('[草稿]')).files, ['[草稿]/j.md']);
  });

  it('expands patterns, each file once', async () => {
    assert.deepEqual((await find('乡村/*.md', '乡村/f.md', '**/g.md')).files, [
      '乡村/f.md',
      '乡村/y.tmp.md',
      '乡村/深/g.md',
    ]);
  });

  it('does not follow links, which may lead out or round', async () => {
    const other = newsroom({ '外面/out.md': '', 'in/b.md': '' });
    symlinkSync('..', join(other.root, 'in/round'));
    symlinkSync(join(other.root, '外面'), join(other.root, 'in/out'));
    const { files } = await findArticles(['in'], other.root);
    assert.deepEqual(
      files.map(({ path }) => relative(other.root, path)),
      ['in/b.md'],
    );
    other.remove();
  });

  it('names what is not there', async () => {
    assert.deepEqual((await find('none', 'no*.md')).missing, [
      { path: 'none', pattern: false },
      { path: 'no*.md', pattern: true },
    ]);
  });

  it('checks what is left of a folder whose articles go while it runs, and says of a named one that it is gone', async () => {
    const names = Array.from({ length: 300 }, (_, at) => `${1000 + at}.md`);
    const other = newsroom(
      Object.fromEntries(names.map((name, at) => [name, article(undefined, `第${at}批番茄上市`)])),
    );
    // A program of its own, from the last to the first: they meet in the middle.
    const script = `for (const name of ${JSON.stringify([...names].reverse())}) { require('fs').rmSync(name); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1); }`;
    const gone = spawn(process.execPath, ['-e', script], { cwd: other.root });
    const ended = new Promise((resolve) => gone.on('exit', resolve));
    while (existsSync(join(other.root, '1290.md'))) await new Promise(setImmediate);
    const { code, err } = await other.run(['check']);
    await ended;
    assert.equal(code, 0, err);
    assert.equal((await other.run(['check', '1000.md'])).code, 2);
    other.remove();
  });
});
