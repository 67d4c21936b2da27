import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { clearLeftovers, leftoverName, replaceFile, writeNew, writeWhole } from '../../src/cli/write-file.ts';
import { type Newsroom, newsroom } from './newsroom.ts';

describe('replacing a file', () => {
  let room: Newsroom;
  beforeEach(() => {
    room = newsroom({ 'a.md': 'old' });
  });
  afterEach(() => room.remove());
  const old = Buffer.from('old');
  const fresh = Buffer.from('new 新');

  it('keeps mode bits and leaves nothing else behind', () => {
    const path = join(room.root, 'a.md');
    chmodSync(path, 0o640);
    assert.equal(replaceFile(path, old, fresh), undefined);
    assert.equal(room.read('a.md'), 'new 新');
    assert.equal(statSync(path).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(room.root), ['a.md']);
  });

  it('puts the new text in its place at once: whoever is reading the old one reads it to its end', () => {
    const path = join(room.root, 'a.md');
    const reader = openSync(path, 'r');
    assert.equal(replaceFile(path, old, fresh), undefined);
    assert.equal(readFileSync(reader, 'utf8'), 'old');
    closeSync(reader);
    assert.equal(room.read('a.md'), 'new 新');
  });

  it('writes through a symbolic link and leaves the link', () => {
    const link = join(room.root, 'link.md');
    symlinkSync('a.md', link);
    assert.equal(replaceFile(link, old, fresh), undefined);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.equal(readlinkSync(link), 'a.md');
    assert.equal(room.read('a.md'), 'new 新');
  });

  it('leaves a read-only file alone, even for root', () => {
    const path = join(room.root, 'a.md');
    chmodSync(path, 0o444);
    assert.equal(replaceFile(path, old, fresh)?.kind, 'read-only');
    assert.equal(room.read('a.md'), 'old');
  });

  it('leaves a file alone that was changed meanwhile', () => {
    const path = join(room.root, 'a.md');
    assert.equal(replaceFile(path, Buffer.from('older'), fresh)?.kind, 'changed');
    assert.equal(room.read('a.md'), 'old');
    assert.deepEqual(readdirSync(room.root), ['a.md']);
  });

  it('says why when the file is gone', () => {
    assert.equal(replaceFile(join(room.root, 'none.md'), old, fresh)?.kind, 'failed');
  });
});

describe('writing a file whole', () => {
  let room: Newsroom;
  beforeEach(() => {
    room = newsroom({ 'a.md': 'old' });
  });
  afterEach(() => room.remove());
  const fresh = Buffer.from('new 新');
  const at = (name: string): string => join(room.root, name);

  it('makes folders, replaces, and leaves nothing else behind', () => {
    assert.equal(writeWhole(at('out/a.html'), fresh), undefined);
    assert.equal(writeWhole(at('out/a.html'), Buffer.from('newer')), undefined);
    assert.equal(room.read('out/a.html'), 'newer');
    assert.deepEqual(readdirSync(at('out')), ['a.html']);
  });

  it('never touches what is there when it was to be new', () => {
    assert.equal(writeNew(at('a.md'), fresh)?.kind, 'changed');
    assert.equal(room.read('a.md'), 'old');
    assert.equal(writeNew(at('b/c.md'), fresh), undefined);
    assert.equal(room.read('b/c.md'), 'new 新');
    assert.deepEqual(readdirSync(at('b')), ['c.md']);
  });

  it('has room for the longest name that a disk takes', () => {
    const name = `${'长'.repeat(84)}.md`;
    room.write(name, 'old');
    assert.equal(Buffer.byteLength(name), 255);
    assert.equal(replaceFile(at(name), Buffer.from('old'), fresh), undefined);
    assert.equal(room.read(name), 'new 新');
  });

  it('says so when a device takes nothing more', function () {
    if (!existsSync('/dev/full')) return this.skip();
    // A device is written to as it is, so that its fullness comes through.
    assert.equal(writeWhole('/dev/full', fresh)?.kind, 'failed');
  });

  it('leaves a file alone that has a second name', () => {
    linkSync(at('a.md'), at('b.md'));
    assert.equal(replaceFile(at('a.md'), Buffer.from('old'), fresh)?.kind, 'linked');
    assert.equal(room.read('b.md'), 'old');
    assert.equal(statSync(at('a.md')).ino, statSync(at('b.md')).ino);
  });

  it('keeps the owner of a file that is somebody else’s', function () {
    if (process.getuid?.() !== 0) return this.skip();
    chownSync(at('a.md'), 4711, 4711);
    assert.equal(replaceFile(at('a.md'), Buffer.from('old'), fresh), undefined);
    assert.deepEqual([statSync(at('a.md')).uid, statSync(at('a.md')).gid], [4711, 4711]);
  });

  it('clears what a killed run left, and what is not ours stays', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const mine = leftoverName(pid);
    const running = leftoverName(process.pid);
    const elsewhere = `.copydesk-00000000-${pid}.tmp`;
    for (const name of [mine, running, elsewhere, '.copydesk-notes.tmp']) room.write(name, 'half');
    clearLeftovers(room.root);
    assert.deepEqual(readdirSync(room.root).sort(), [elsewhere, running, '.copydesk-notes.tmp', 'a.md'].sort());
  });
});
