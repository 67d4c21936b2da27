import assert from 'node:assert/strict';
import { chmodSync, linkSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { speaker } from '../../src/cli/messages.ts';
import { whyNotWritten } from '../../src/cli/not-written.ts';
import { writeNew, writeWhole } from '../../src/cli/write-file.ts';
import { article, type Newsroom, newsroom } from './newsroom.ts';

describe('what the system refuses to write', () => {
  let room: Newsroom;
  beforeEach(() => {
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n', 'a.md': article() });
  });
  afterEach(() => room.remove());

  for (const [code, en, zh] of [
    ['EACCES', /you may not write there \(EACCES\); choose another folder/, /没有写入权限（EACCES）；请换一个文件夹/],
    ['EPERM', /may not write there \(EPERM\)/, /权限（EPERM）/],
    ['ENOSPC', /no room for it \(ENOSPC\); make room/, /空间不够（ENOSPC）；请腾出/],
    ['EROFS', /can be read, but not written to/, /磁盘是只读的/],
    ['EISDIR', /a folder has this name/, /同名文件夹/],
    ['ENOTDIR', /is a file and no folder/, /有一段是文件/],
    ['ENOENT', /not there any more \(ENOENT\)/, /不在原处（ENOENT）/],
    ['ENAMETOOLONG', /name is too long/, /名字太长/],
    ['EBUSY', /another program has it open/, /另一个程序正开着它/],
  ] as const)
    it(`is told in the reader’s language, with what to do: ${code}`, () => {
      const failed = { kind: 'failed', code, detail: `${code}: no such luck, open '/x/.copydesk-1.tmp'` } as const;
      assert.match(whyNotWritten(failed, speaker('en')), en);
      assert.match(whyNotWritten(failed, speaker('zh')), zh);
    });

  it('is told as well of what we do not write over, from every command that writes', async () => {
    for (const file of ['r.json', 'a.html', 'k.json']) room.write(file, '');
    room.write('l.json', '');
    for (const file of ['r.json', 'a.html', 'k.json']) chmodSync(join(room.root, file), 0o444);
    linkSync(join(room.root, 'l.json'), join(room.root, 'm.json'));
    for (const [said, ...argv] of [
      [/r\.json: Not written: the file is read-only; make it writable/, 'check', '--output', 'r.json'],
      [/a\.html: Not written: the file is read-only/, 'render', 'a.md', '--output', 'a.html'],
      [/next run: the file is read-only/, 'check', '--cache', '--cache-location', 'k.json'],
      [/l\.json: Not written: the file has another name \(a hard link\)/, 'check', '--output', 'l.json'],
    ] as const) {
      const { err } = await room.run(argv);
      assert.match(err, said);
      assert.doesNotMatch(err, /EACCES|EMLINK/);
    }
  });

  it('is told in the system’s words where we know none', () => {
    assert.equal(
      whyNotWritten({ kind: 'failed', code: 'EWHATEVER', detail: 'a tape broke' }, speaker('zh')),
      'a tape broke',
    );
  });

  it('comes with its code from every way of writing', () => {
    mkdirSync(join(room.root, 'folder'));
    const bytes = Buffer.from('x');
    assert.equal(writeWhole(join(room.root, 'folder'), bytes)?.code, 'EISDIR');
    assert.equal(writeNew(join(room.root, 'a.md/b.md'), bytes)?.code, 'EEXIST');
    assert.equal(writeWhole(join(room.root, '长'.repeat(200)), bytes)?.code, 'ENAMETOOLONG');
  });

  for (const [argv, file] of [
    [['render', 'a.md', '-o', 'copydesk.yml/a.html'], 'copydesk.yml/a.html'],
    [['record', 'a.md', '-o', 'copydesk.yml/a.html'], 'copydesk.yml/a.html'],
    [['check', '-o', 'copydesk.yml/a.html'], 'copydesk.yml/a.html'],
    [['check', '-o', `${'长'.repeat(200)}.html`], `${'长'.repeat(200)}.html`],
  ] as const)
    it(`names the file that was asked for, and none of ours: ${argv.join(' ').slice(0, 40)}`, async () => {
      for (const locale of ['en', 'zh']) {
        const { code, err } = await room.run([...argv, '--locale', locale]);
        assert.equal(code, 2, err);
        assert.ok(err.startsWith(`copydesk: ${file}: ${locale === 'en' ? 'Not written: ' : '未能写入：'}`), err);
        assert.doesNotMatch(err, /\.tmp|syscall| open '/);
      }
    });
});
