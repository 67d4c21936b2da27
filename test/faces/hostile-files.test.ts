import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/cli/report.ts';
import { longestText } from '../../src/newsroom/world.ts';
import { article, type Ran } from '../cli/newsroom.ts';
import { type Newsroom, newsroom, openFolder } from './faces.ts';

const house = 'extends: china-report\n';

/** What may stand where a file is expected, and is none that can be read. */
const traps: readonly (readonly [name: string, put: (path: string) => void])[] = [
  ['a link to a device that never ends', (path) => symlinkSync('/dev/zero', path)],
  ['a link to an empty device', (path) => symlinkSync('/dev/null', path)],
  ['a pipe that nobody writes to', (path) => void execFileSync('mkfifo', [path])],
  ['a folder', (path) => mkdirSync(path)],
  ['a link to nowhere', (path) => symlinkSync('nowhere', path)],
  ['a link to itself', (path) => symlinkSync(path, path)],
];

describe('what is no regular file of a sane size', () => {
  let room: Newsroom;
  afterEach(() => room.remove());

  const put = (path: string, trap: (path: string) => void): void => trap(join(room.root, path));
  const notes = ({ out }: Ran): readonly string[] =>
    (JSON.parse(out) as Report).notes.map(({ path, code, failed }) => `${path} ${code} ${failed}`);
  const check = (...operands: string[]): Promise<Ran> => room.run(['check', '--format', 'json', ...operands]);
  const found = ({ out }: Ran, path: string): readonly string[] =>
    (JSON.parse(out) as Report).files.find((file) => file.path === path)?.findings.map((one) => one.check) ?? ['none'];

  for (const [name, trap] of traps) {
    it(`as copydesk.yml is told, and no other style judges: ${name}`, async () => {
      room = newsroom({ 'copydesk.yml': house, 'sub/a.md': article('他说好的...走吧。'), 'b.md': article() });
      put('sub/copydesk.yml', trap);
      const ran = await check();
      assert.equal(ran.code, 2, ran.err);
      assert.deepEqual(notes(ran), ['sub/copydesk.yml unreadable true']);
      assert.deepEqual(found(ran, 'sub/copydesk.yml'), ['house-file']);
      assert.deepEqual(found(ran, 'sub/a.md'), ['none']);
      assert.deepEqual(found(ran, 'b.md'), []);
      // A bulk fix by another house's rules would be harm.
      const fixed = await room.run(['fix']);
      assert.equal(fixed.code, 2);
      assert.equal(room.read('sub/a.md'), article('他说好的...走吧。'));
      for (const command of [['house'], ['new'], ['schema', 'fields']]) {
        const { code, err } = await room.run(command, { cwd: 'sub' });
        assert.equal(code, 2, command.join(' '));
        assert.match(err, /copydesk\.yml: Cannot be read: it is no regular file/);
      }
      const opened = await openFolder(room, 'sub');
      const uri = await opened.open('sub/a.md');
      assert.deepEqual(await opened.findings(opened.uri('sub/copydesk.yml')), ['house-file']);
      assert.deepEqual(await opened.findings(uri), []);
      await opened.stop();
    });

    it(`as staff.yml is told, and nobody is a stranger: ${name}`, async () => {
      room = newsroom({ 'copydesk.yml': house, 'a.md': article() });
      put('staff.yml', trap);
      const ran = await check();
      assert.equal(ran.code, 2);
      assert.deepEqual(notes(ran), ['staff.yml unreadable true']);
      assert.deepEqual(found(ran, 'a.md'), []);
      const opened = await openFolder(room, '');
      const uri = await opened.open('a.md');
      assert.deepEqual(await opened.findings(opened.uri('staff.yml')), ['house-file']);
      assert.deepEqual(await opened.findings(uri), []);
      await opened.stop();
    });

    it(`as schema, base or saved page is told in the house file: ${name}`, async () => {
      for (const [setting, path] of [
        ['front-matter-schema: a.json\n', 'a.json'],
        ['page: {html: site.html, slots: {body: .article}}\n', 'site.html'],
      ] as const) {
        room = newsroom({ 'copydesk.yml': `${house}${setting}`, 'a.md': article() });
        put(path, trap);
        const ran = await check();
        assert.equal(ran.code, 1, ran.err);
        assert.deepEqual(found(ran, 'copydesk.yml'), ['house-file'], path);
        room.remove();
      }
      room = newsroom({ 'copydesk.yml': 'extends: ./base.yml\n', 'a.md': article() });
      put('base.yml', trap);
      const ran = await check();
      assert.equal(ran.code, 2, ran.out);
      assert.deepEqual(found(ran, 'base.yml'), ['house-file']);
      assert.deepEqual(found(ran, 'a.md'), ['none']);
    });

    it(`as .gitignore is told: ${name}`, async () => {
      room = newsroom({ 'copydesk.yml': house, 'a.md': article() });
      put('.gitignore', trap);
      const ran = await check();
      assert.equal(ran.code, 2);
      assert.deepEqual(notes(ran), ['.gitignore unreadable true']);
      assert.deepEqual(found(ran, 'a.md'), []);
    });

    it(`as a named article, template or input is told: ${name}`, async () => {
      room = newsroom({ 'copydesk.yml': house, 'b.md': article(), 'templates/x.md': '' });
      put('a.md', trap);
      if (name !== 'a folder') {
        const ran = await check('a.md', 'b.md');
        assert.equal(ran.code, 2);
        assert.deepEqual(notes(ran), ['a.md unreadable true']);
        assert.deepEqual(found(ran, 'b.md'), []);
      }
      for (const argv of [
        ['render', 'a.md'],
        ['import', 'a.md'],
        ['parse', '--as', 'byline', 'a.md'],
      ]) {
        const { code, err } = await room.run(argv);
        assert.equal(code, 2, argv.join(' '));
        assert.match(err, /a\.md: Cannot be read/);
      }
      put('templates/消息.md', trap);
      assert.equal((await room.run(['new'])).code, 0);
      assert.equal((await room.run(['check', '--house', 'a.md'])).code, 2);
    });
  }

  it('is refused by its length alone', async () => {
    room = newsroom({ 'copydesk.yml': house, 'a.md': article(), 'b.md': article() });
    truncateSync(join(room.root, 'a.md'), longestText + 1);
    room.write('staff.yml', '');
    truncateSync(join(room.root, 'staff.yml'), 2 ** 40);
    const ran = await check();
    assert.equal(ran.code, 2);
    assert.deepEqual([...notes(ran)].sort(), ['a.md unreadable true', 'staff.yml unreadable true']);
    assert.deepEqual(found(ran, 'b.md'), []);
  });
});

describe('an operand that leads nowhere', () => {
  it('is told, and the others are checked', async () => {
    const room = newsroom({ 'copydesk.yml': house, 'a.md': article() });
    symlinkSync('round.md', join(room.root, 'round.md'));
    for (const operand of [
      'round.md',
      'a.md/b.md',
      `${'长'.repeat(100)}.md`,
      'x'.repeat(5000),
      'a\0b.md',
      'round.md/x',
    ]) {
      const { code, out, err } = await room.run(['check', '--format', 'json', operand, 'a.md']);
      assert.equal(code, 2, operand.slice(0, 20));
      assert.doesNotMatch(err, /itself failed/);
      const { files, notes }: Report = JSON.parse(out);
      assert.deepEqual(
        files.map(({ path }) => path),
        ['a.md'],
      );
      assert.equal(notes.length, 1, operand.slice(0, 20));
      for (const argv of [
        ['render', operand],
        ['house', operand],
        ['fix', operand],
      ]) {
        const ran = await room.run(argv);
        assert.equal(ran.code, 2, `${argv[0]} ${operand.slice(0, 20)}`);
        assert.doesNotMatch(ran.err, /itself failed/);
      }
    }
    room.remove();
  });
});

describe('a file whose name is no text', () => {
  it('is told to be renamed, and the others are mended', async function () {
    // Elsewhere no file may have such a name.
    if (process.platform !== 'linux') this.skip();
    const room = newsroom({ 'copydesk.yml': house, 'a.md': `${article()}\n长征--五号。\n` });
    const name = Buffer.concat([Buffer.from(`${room.root}/`), Buffer.of(0xc3, 0xfb), Buffer.from('.md')]);
    writeFileSync(name, article());
    const { code, err } = await room.run(['fix']);
    const dashed = room.read('a.md');
    room.remove();
    assert.equal(code, 2);
    assert.match(err, /\.md: Cannot be read: its name is not UTF-8, so it cannot be opened by it: rename the file/);
    assert.match(dashed, /长征——五号/);
  });
});

// Windows has no such modes, and who may do anything has no such errors.
const isRoot = process.getuid?.() === 0;
describe('what may not be read', () => {
  it('is told: a house file, a folder', () => {
    const room = newsroom({
      'copydesk.yml': house,
      'a.md': article(),
      'shut/b.md': article(),
      'sub/copydesk.yml': house,
      'sub/c.md': article(),
    });
    chmodSync(room.root, 0o755);
    chmodSync(join(room.root, 'shut'), 0);
    chmodSync(join(room.root, 'sub/copydesk.yml'), 0);
    // Whoever has no rights here may have none where the repository lies, either.
    const program = mkdtempSync(join(tmpdir(), 'copydesk-program-'));
    chmodSync(program, 0o755);
    for (const name of ['cli.js', 'cli.main.js', 'lexicon.json', 'package.json'])
      copyFileSync(join(process.cwd(), 'dist', name), join(program, name));
    const { status, stdout } = spawnSync(process.execPath, [join(program, 'cli.js'), 'check', '--format', 'json'], {
      cwd: room.root,
      encoding: 'utf8',
      ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}),
    });
    rmSync(program, { recursive: true });
    chmodSync(join(room.root, 'shut'), 0o755);
    room.remove();
    assert.equal(status, 2);
    const { notes, files }: Report = JSON.parse(stdout);
    assert.deepEqual(
      notes.map(({ path, code }) => `${path} ${code}`),
      ['shut unreadable', 'sub/copydesk.yml unreadable'],
    );
    assert.deepEqual(
      files.map(({ path, findings }) => `${path} ${findings.map(({ check }) => check)}`),
      ['a.md ', 'sub/copydesk.yml house-file'],
    );
  });
});
