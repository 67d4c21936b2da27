import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { article, type Newsroom, newsroom } from './newsroom.ts';

/** What `npm run build` makes. */
const cli = resolve(fileURLToPath(import.meta.url), '../../../cli.js');
const faulty = article('阿依古丽•买买提演唱了民歌。');

/** A watch that runs: what it has said since it was last asked. */
class Watch {
  readonly #child: ChildProcess;
  #out = '';
  #err = '';
  #wake = (): void => undefined;

  constructor(room: Newsroom, argv: readonly string[]) {
    this.#child = spawn(process.execPath, [cli, 'check', '--watch', ...argv], {
      cwd: room.root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'en', XDG_CACHE_HOME: join(room.root, '.cache') },
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.#out += chunk.toString();
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#err += chunk.toString();
      this.#wake();
    });
  }

  /** The report after the next change: everything up to the sentence that it waits. */
  async next(): Promise<string> {
    while (!this.#err.includes('Waiting for changes'))
      await new Promise<void>((done) => {
        this.#wake = done;
      });
    const said = this.#out + this.#err;
    this.#out = '';
    this.#err = '';
    return said;
  }

  /** Whether it says nothing for a while. */
  async isQuiet(milliseconds: number): Promise<boolean> {
    await new Promise((done) => setTimeout(done, milliseconds));
    return this.#out + this.#err === '';
  }

  /** Ctrl+C. */
  async end(): Promise<{ readonly code: number | null; readonly signal: string | null; readonly said: string }> {
    if (this.#child.exitCode !== null) return { code: this.#child.exitCode, signal: null, said: this.#out + this.#err };
    const left = new Promise<{ code: number | null; signal: string | null }>((done) =>
      this.#child.once('close', (code, signal) => done({ code, signal })),
    );
    this.#child.kill('SIGINT');
    return { ...(await left), said: this.#out + this.#err };
  }
}

describe('copydesk check --watch', function () {
  this.timeout(60_000);
  let room: Newsroom;
  let watch: Watch;
  beforeEach(() => {
    assert.ok(existsSync(cli), 'the command line is not built: npm run build');
    room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      'a.md': article(),
      '乡村/b.md': faulty.replace('首批', '头批'),
    });
  });
  afterEach(async () => {
    await watch.end();
    room.remove();
  });

  it('checks again what changed: articles, new ones, those that go, and the house', async () => {
    watch = new Watch(room, ['--only', 'wrong-interpunct']);
    assert.match(await watch.next(), /乡村\/b\.md[\s\S]*1 error/);
    room.write('a.md', faulty.replace('首批', '二批'));
    assert.match(await watch.next(), /2 errors in 2 articles/);
    room.write('乡村/新/c.md', faulty.replace('首批', '三批'));
    assert.match(await watch.next(), /3 errors in 3 articles/);
    room.write('copydesk.yml', 'extends: china-report\nchecks: {wrong-interpunct: off}\n');
    assert.match(await watch.next(), /Nothing found in 3 articles/);
    renameSync(join(room.root, 'copydesk.yml'), join(room.root, 'old.yml'));
    await watch.next();
    room.write('copydesk.yml', 'extends: china-report\n');
    rmSync(join(room.root, 'a.md'));
    assert.match(await watch.next(), /2 errors in 2 articles/);
    const { code, signal, said } = await watch.end();
    assert.deepEqual([code, signal, said], [0, null, '']);
  });

  it('looks neither at what it writes nor at what no article depends on', async () => {
    watch = new Watch(room, ['--output', 'report.html', '--output', 'out/report.json']);
    await watch.next();
    assert.ok(existsSync(join(room.root, 'out/report.json')));
    room.write('node_modules/x/y.md', 'x');
    room.write('.git/index', 'x');
    assert.ok(await watch.isQuiet(700));
    room.write('a.md', faulty.replace('首批', '二批'));
    assert.match(await watch.next(), /a\.md/);
    assert.match(room.read('report.html'), /a\.md/);
    assert.ok(await watch.isQuiet(500));
    assert.ok(!readdirSync(room.root).some((name) => name.endsWith('.tmp')));
  });

  it('goes on where a house file is half typed, and hears of one above the folder', async () => {
    watch = new Watch(room, ['乡村']);
    await watch.next();
    room.write('copydesk.yml', 'extends: china-report\nchecks: {wrong-interpunct\n');
    assert.match(await watch.next(), /house-file/);
    room.write('copydesk.yml', 'extends: china-report\nchecks: {wrong-interpunct: off}\n');
    assert.match(await watch.next(), /Nothing found/);
  });
});
