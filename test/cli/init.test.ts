import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { daily, weekly } from '../setup/archives.ts';
import { type Newsroom, newsroom } from './newsroom.ts';

describe('copydesk init', () => {
  let room: Newsroom;
  afterEach(() => room.remove());

  it('with --yes writes a house under which the archive is quiet', async () => {
    room = newsroom(daily(30));
    const ran = await room.run(['init', '--yes']);
    assert.equal(ran.code, 0, ran.err);
    assert.deepEqual(ran.out.trim().split('\n').sort(), ['copydesk.yml', 'staff.yml']);
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

  it('overwrites nothing', async () => {
    room = newsroom({ ...daily(30), 'staff.yml': 'staff: [陆小舟]\n' });
    const ran = await room.run(['init', '--yes']);
    assert.equal(room.read('staff.yml'), 'staff: [陆小舟]\n');
    assert.match(ran.err, /`staff\.yml` is there already and was left as it is/);
  });

  it('says so where there is no folder and where there are no articles', async () => {
    room = newsroom({ 'README.md': '# Nothing yet\n' });
    const nowhere = await room.run(['init', 'elsewhere']);
    assert.deepEqual([nowhere.code, nowhere.err], [2, 'copydesk: There is no folder `elsewhere`.\n']);
    const empty = await room.run(['init', '--yes']);
    assert.equal(empty.code, 2);
    assert.match(empty.err, /There are no articles in `\.`/);
  });
});
