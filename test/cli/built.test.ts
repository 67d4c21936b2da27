import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parsePage } from '../../src/checks/page.ts';
import { weekly } from '../setup/archives.ts';
import { article, type Newsroom, newsroom } from './newsroom.ts';

/** What `npm run build` makes. */
const cli = resolve(fileURLToPath(import.meta.url), '../../../cli.js');
const faulty = article('表演艺术家阿依古丽•买买提演唱了民歌。');

describe('the built command line (dist/cli.js, from `npm run build`)', function () {
  this.timeout(30_000);
  let room: Newsroom;
  before(() => {
    assert.ok(existsSync(cli), 'the command line is not built: npm run build');
    room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      '乡村/a.md': faulty,
      'b.md': article(undefined, '又一批番茄'),
    });
  });
  after(() => room?.remove());

  it('says that the folder is gone in which it was started', function () {
    if (process.platform === 'win32') return this.skip();
    const command = `mkdir gone && cd gone && rmdir ../gone && "${process.execPath}" "${cli}" check`;
    for (const [locale, said] of [
      ['en', /^copydesk: The folder that you are in is gone/],
      ['zh', /^copydesk: 当前所在的文件夹已不存在/],
    ] as const) {
      const { status, stderr } = spawnSync('sh', ['-c', `${command} --locale ${locale}`], {
        cwd: room.root,
        encoding: 'utf8',
      });
      assert.equal(status, 2, stderr);
      assert.match(stderr, said);
    }
  });

  const run = (argv: readonly string[], input = '') =>
    spawnSync(process.execPath, [cli, ...argv], {
      cwd: room.root,
      input,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'en' },
    });

  it('checks a folder and ends with its exit code', () => {
    const { status, stdout, stderr } = run(['check', '--format', 'ndjson']);
    assert.equal(status, 1, stderr);
    assert.equal(stdout.trimEnd().split('\n').length, 1);
    assert.equal(run(['check', 'b.md']).status, 0);
    assert.equal(run(['check', 'none.md']).status, 2);
  });

  it('ends after its last answer, though nobody closes its input: a terminal stays open', async () => {
    const asked = newsroom({ ...weekly(), 'x.md': faulty });
    try {
      for (const argv of [['init'], ['fix', '--interactive', 'x.md']]) {
        const child = spawn(process.execPath, [cli, ...argv], { cwd: asked.root, stdio: ['pipe', 'ignore', 'pipe'] });
        // Asked again and again until it ends: how many questions there are is no matter here.
        child.stderr.on('data', () => void child.stdin.write('y\n'));
        child.stdin.on('error', () => undefined);
        const ended = await new Promise((resolve) => {
          const late = setTimeout(() => resolve('still running'), 20_000);
          child.on('exit', (code) => {
            clearTimeout(late);
            resolve(code);
          });
        });
        child.kill();
        assert.ok(ended === 0 || ended === 1, `${argv.join(' ')}: ${ended}`);
      }
    } finally {
      asked.remove();
    }
  });

  it('hears answers, in a first run and from the compiled code that it keeps', () => {
    const asking = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      'a.md': article().replace('reporters: [沈若舟]', 'reporters: [苗景行]'),
    });
    try {
      for (const cache of ['first', 'kept']) {
        const { status, stderr, stdout } = spawnSync(process.execPath, [cli, 'fix', '-i', '-n'], {
          cwd: asking.root,
          input: '1\n',
          encoding: 'utf8',
          env: { ...process.env, LC_ALL: 'en', XDG_CACHE_HOME: asking.root },
        });
        assert.equal(status, 1, `${cache}: ${stderr}`);
        assert.match(stdout, /^\+reporters: \[沈若舟\]$/m);
      }
    } finally {
      asking.remove();
    }
  });

  // A function's name, for one, is another in what is built.
  it('finds in every example of every check what the sources find', async () => {
    const pages = readdirSync('src/checks').filter((file) => file.endsWith('.md'));
    for (const file of pages) {
      const { examples } = parsePage(readFileSync(`src/checks/${file}`, 'utf8'));
      for (const [index, { text }] of examples.entries()) room.write(`pages/${file}/${index}.md`, text);
    }
    const argv = ['check', '--format', 'ndjson', '--threshold', 'info', 'pages'];
    const { stdout, stderr } = run(argv);
    assert.equal(stderr, '');
    const { out } = await room.run(argv);
    assert.match(out, /indented-paragraph/);
    // What depends on the clock may differ.
    const timeless = (lines: string) =>
      lines
        .split('\n')
        .filter((line) => line !== '' && !/"check":"(?:future-date|missing-field|bad-date|broken-embargo)"/.test(line));
    const [built, sources] = [timeless(stdout), timeless(out)];
    assert.deepEqual(
      built.filter((line) => !sources.includes(line)),
      [],
    );
    assert.deepEqual(
      sources.filter((line) => !built.includes(line)),
      [],
    );
  });

  it('has every text asset in it: pages of checks, templates, houses, page themes', () => {
    for (const argv of [
      ['explain', 'wrong-interpunct'],
      ['new', 'news', '--title', 'x', '--stdout'],
      ['house'],
      ['render', 'b.md'],
      ['schema'],
    ]) {
      const { status, stdout, stderr } = run(argv);
      assert.equal(status, 0, `${argv.join(' ')}: ${stderr}`);
      assert.ok(stdout.length > 100, argv.join(' '));
    }
  });

  it('leaves out what .gitignore names', () => {
    const kept = newsroom({
      '.gitignore': 'old/\n',
      'copydesk.yml': 'extends: china-report\n',
      'old/a.md': faulty,
      'b.md': article(),
    });
    const { status, stderr } = spawnSync(process.execPath, [cli, 'check'], { cwd: kept.root, encoding: 'utf8' });
    kept.remove();
    assert.equal(status, 0, stderr);
  });

  it('reads standard input and gives it back mended', () => {
    const { status, stdout } = run(['fix', '--stdin', '--stdin-filename', 'c.md'], faulty);
    assert.equal(status, 0);
    assert.equal(stdout, faulty.replace('•', '·'));
  });

  it('ends quietly when its reader goes away', async () => {
    for (let index = 0; index < 200; index++) room.write(`many/${index}.md`, faulty);
    const child = spawn(process.execPath, [cli, 'check', 'many'], {
      cwd: room.root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((done) => child.on('close', done));
    assert.doesNotMatch(err, /EPIPE|\n\s+at /);
  });

  it('goes on when nobody reads its notes any more, and says with its exit code what it found', async () => {
    for (const [target, code] of [
      ['none.md', 2],
      ['乡村', 1],
      ['b.md', 0],
    ] as const) {
      const child = spawn(process.execPath, [cli, 'check', '--max-warnings', '0', target], {
        cwd: room.root,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      child.stderr.destroy();
      const ended = await new Promise((done) => child.on('close', (status, signal) => done(signal ?? status)));
      assert.equal(ended, code, target);
    }
  });

  it('ends without a word of its own when both its streams go into a pipe that is closed', () => {
    const many = Array.from({ length: 40 }, (_, index) => `none-${index}.md`).join(' ');
    const line = `"${process.execPath}" "${cli}" check ${many} many 2>&1 | head -1; echo "\${PIPESTATUS[0]}"`;
    const { stdout } = spawnSync('bash', ['-c', line], { cwd: room.root, encoding: 'utf8' });
    const [first, status, ...more] = stdout.trimEnd().split('\n');
    assert.match(first ?? '', /none-|many/);
    // Whether the reader is gone before the end is a race; a crash would be another number, or a signal.
    assert.ok(['0', '1', '2'].includes(status ?? ''), status);
    assert.deepEqual(more, []);
  });

  it('speaks LSP for `copydesk lsp`', async () => {
    const child = spawn(process.execPath, [cli, 'lsp'], { cwd: room.root, stdio: ['pipe', 'pipe', 'inherit'] });
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
    const answer = await new Promise<string>((done) => {
      let out = '';
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        if (out.includes('"capabilities"')) done(out);
      });
    });
    assert.match(answer, /"textDocumentSync"/);
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    const code = await new Promise((done) => child.on('exit', done));
    assert.equal(code, 0);
  });
});
