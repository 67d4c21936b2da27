import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeFolder, keepBytes, readKept } from '../../src/cli/code-cache.ts';
import { article, type Newsroom, newsroom } from './newsroom.ts';

const dist = resolve(fileURLToPath(import.meta.url), '../../..');
const faulty = article('表演艺术家阿依古丽•买买提演唱了民歌。');

describe('where compiled code is kept', () => {
  it('is the folder that the user has for what can be made again', () => {
    const at = (platform: NodeJS.Platform, env: Record<string, string>, home = '/home/lu') =>
      codeFolder({ platform, env, home })?.replaceAll('\\', '/');
    assert.equal(at('linux', {}), '/home/lu/.cache/copydesk/code');
    assert.equal(at('linux', { XDG_CACHE_HOME: '/var/lu' }), '/var/lu/copydesk/code');
    assert.equal(at('linux', { XDG_CACHE_HOME: 'here' }), '/home/lu/.cache/copydesk/code');
    assert.equal(at('darwin', {}), '/home/lu/Library/Caches/copydesk/code');
    assert.equal(at('win32', { LOCALAPPDATA: 'C:/Users/lu/AppData/Local' }), 'C:/Users/lu/AppData/Local/copydesk/code');
  });

  it('is nowhere for who has no folder, or wants none', () => {
    assert.equal(codeFolder({ platform: 'linux', env: {}, home: '' }), undefined);
    assert.equal(codeFolder({ platform: 'win32', env: {}, home: 'C:/Users/lu' }), undefined);
    const env = { NODE_DISABLE_COMPILE_CACHE: '1' };
    assert.equal(codeFolder({ platform: 'linux', env, home: '/home/lu' }), undefined);
  });
});

describe('compiled code', () => {
  let folder: string;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'copydesk-code-')), 'copydesk', 'code');
  });
  afterEach(() => rmSync(resolve(folder, '../..'), { recursive: true, force: true }));

  it('is read as it was kept, in a folder that nobody else may open', () => {
    keepBytes(folder, 'a.bin', Buffer.from('code'));
    assert.equal(readKept(folder, 'a.bin')?.toString(), 'code');
    assert.deepEqual(readdirSync(folder), ['a.bin']);
    if (process.platform !== 'win32') assert.equal(statSync(folder).mode & 0o777, 0o700);
  });

  it('is neither read nor kept where others may write', function () {
    if (process.platform === 'win32') return this.skip();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'a.bin'), 'planted');
    chmodSync(folder, 0o777);
    assert.equal(readKept(folder, 'a.bin'), undefined);
    keepBytes(folder, 'b.bin', Buffer.from('code'));
    assert.deepEqual(readdirSync(folder), ['a.bin']);
  });

  it('of versions that nobody has run for a month is cleared', () => {
    keepBytes(folder, 'old.bin', Buffer.from('code'));
    utimesSync(join(folder, 'old.bin'), 0, 0);
    keepBytes(folder, 'recent.bin', Buffer.from('code'));
    keepBytes(folder, 'new.bin', Buffer.from('code'));
    assert.deepEqual(readdirSync(folder).sort(), ['new.bin', 'recent.bin']);
  });
});

describe('the program that users call (dist/cli.js)', function () {
  this.timeout(30_000);
  let room: Newsroom;
  let caches: string;
  before(() => {
    room = newsroom({ 'copydesk.yml': 'extends: china-report\n', 'a.md': faulty });
    caches = mkdtempSync(join(tmpdir(), 'copydesk-cache-'));
  });
  after(() => {
    room?.remove();
    rmSync(caches, { recursive: true, force: true });
  });

  const run = (env: Readonly<Record<string, string>> = {}) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(dist, 'cli.js'), 'check', '--format', 'json', 'a.md'],
      { cwd: room.root, encoding: 'utf8', env: { ...process.env, LC_ALL: 'en', XDG_CACHE_HOME: caches, ...env } },
    );
    assert.equal(stderr, '');
    assert.equal(status, 1);
    return stdout.replace(/"milliseconds":[^,}]*/, '');
  };
  const kept = (): string[] => readdirSync(join(caches, 'copydesk/code'), { recursive: true, encoding: 'utf8' });

  it('is ASCII, so that no way of reading it loses a character', () => {
    assert.match(readFileSync(join(dist, 'cli.main.js'), 'latin1'), /^[\0-\x7f]*$/);
  });

  it('finds the same with kept code, with code that is broken, and without', () => {
    const first = run({ NODE_DISABLE_COMPILE_CACHE: '1' });
    assert.match(first, /wrong-interpunct/);
    assert.ok(!existsSync(join(caches, 'copydesk')));
    assert.equal(run(), first);
    const files = kept();
    assert.ok(files.length > 0);
    assert.equal(run(), first);
    assert.deepEqual(kept(), files);
    for (const name of files) {
      const file = join(caches, 'copydesk/code', name);
      if (statSync(file).isFile()) writeFileSync(file, 'no code');
    }
    assert.equal(run(), first);
    assert.equal(run({ XDG_CACHE_HOME: join(room.root, 'a.md') }), first);
  });

  it('keeps more code once a run does its work, where the first one failed', function () {
    if ('enableCompileCache' in module) return this.skip();
    rmSync(join(caches, 'copydesk'), { recursive: true, force: true });
    const sizes = (): number[] => kept().map((name) => statSync(join(caches, 'copydesk/code', name)).size);
    const failed = spawnSync(process.execPath, [join(dist, 'cli.js'), 'check', 'nowhere.md'], {
      cwd: room.root,
      env: { ...process.env, XDG_CACHE_HOME: caches },
    });
    assert.equal(failed.status, 2);
    const [little = 0, ...none] = sizes();
    assert.deepEqual(none, []);
    run();
    assert.ok(Math.max(...sizes()) > little * 1.05);
    const files = kept();
    const before = files.map((name) => statSync(join(caches, 'copydesk/code', name)).mtimeMs);
    run();
    assert.deepEqual(kept(), files);
    assert.deepEqual(
      files.map((name) => statSync(join(caches, 'copydesk/code', name)).mtimeMs),
      before,
    );
  });

  it('keeps code for each command, whatever was run first', function () {
    // Newer ones keep it themselves, function by function.
    if ('enableCompileCache' in module) return this.skip();
    rmSync(join(caches, 'copydesk'), { recursive: true, force: true });
    const env = { ...process.env, XDG_CACHE_HOME: caches };
    for (const argument of ['--version', 'nonsense'])
      spawnSync(process.execPath, [join(dist, 'cli.js'), argument], { cwd: room.root, env });
    assert.equal(kept().length, 1);
    run();
    assert.equal(kept().length, 2);
  });
});
