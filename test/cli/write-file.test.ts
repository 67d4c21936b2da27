import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readlinkSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../src/cli/write-file.ts';
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
