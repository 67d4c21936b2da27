import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hand } from '../../src/cli/hand.ts';
import { inOrder } from '../../src/cli/jobs.ts';
import { article, type Newsroom, newsroom } from './newsroom.ts';

/** What `npm run build` makes. */
const cli = resolve(fileURLToPath(import.meta.url), '../../../cli.js');

/** Files of every kind that a run meets, so many that several threads have some of each. */
function mixedNewsroom(copies: number): Newsroom {
  const room = newsroom({
    'copydesk.yml': 'extends: china-report\nnmae: 河湾报\n',
    'staff.yml': 'staff: [沈若舟, 苗景行]\n',
    'city/copydesk.yml': 'extends: wire\nchecks: {wrong-interpunct: info}\n',
  });
  for (let index = 0; index < copies; index++) {
    const name = `${index % 2 === 0 ? '乡村' : 'city'}/${String(index).padStart(3, '0')}`;
    const title = `首批高山番茄上市${index % 5}`;
    const body = [
      '表演艺术家阿依古丽•买买提演唱了民歌。',
      '6月1日清晨，冷链车驶出云脚村。',
      '![番茄](图.jpg)\n\n番茄。（沈若舟摄）',
      '有人说:"好啊".',
    ];
    room.write(`${name}.md`, article(body[index % body.length], title));
    if (index % 7 === 0) room.write(`${name}b.md`, Buffer.from([0xff, 0x00, 0xfe]));
    if (index % 11 === 0) room.write(`${name}c.md`, Buffer.concat([Buffer.from(article()), Buffer.from([0xe6, 0x96])]));
  }
  return room;
}

describe('copydesk check --jobs', function () {
  this.timeout(120_000);
  let room: Newsroom;
  /** What one thread alone says of it, as JSON. */
  let plain: ReturnType<typeof run>;
  before(() => {
    room = mixedNewsroom(64);
    plain = run('check', '--format', 'json', '--jobs', '1');
  });
  after(() => room.remove());

  const run = (...argv: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...argv], {
      cwd: room.root,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'en' },
    });
    // How long it took is another each time.
    const out = stdout.replace(/"milliseconds": \d+|time="[\d.]+"|[\d.]+ s\)/g, '…');
    return { status, out, err: stderr };
  };

  it('says the same to the byte, whoever judged', () => {
    // All that a report holds, and the texts that it is shown with.
    for (const format of ['json', 'pretty']) {
      const one = format === 'json' ? plain : run('check', '--format', format, '--jobs', '1');
      assert.equal(one.status, 2, one.err);
      assert.ok(one.out.length > 1000 || one.err.length > 1000, format);
      assert.deepEqual(run('check', '--format', format, '--jobs', '2'), one, format);
    }
    assert.deepEqual(
      run('check', '乡村', '-j', '16', '--threshold', 'error'),
      run('check', '乡村', '-j1', '--threshold', 'error'),
    );
  });

  it('keeps and takes over what was found with --cache', () => {
    const located = ['--cache', '--cache-location', '.cache/findings.json', '--format', 'json'];
    const first = run('check', ...located, '--jobs', '2');
    assert.deepEqual(first, plain);
    const kept = room.read('.cache/findings.json');
    for (const jobs of ['1', '2']) {
      assert.deepEqual(run('check', ...located, '--jobs', jobs), plain);
      // What holds is taken over as it was found, its time too.
      assert.deepEqual(JSON.parse(room.read('.cache/findings.json')), JSON.parse(kept));
    }
  });

  it('fixes the same, and one thread alone writes', () => {
    const dry = (jobs: string) => run('fix', '--dry-run', '--jobs', jobs);
    assert.match(dry('1').out, /^\+.*阿依古丽·买买提/m);
    assert.deepEqual(dry('2'), dry('1'));
    const other = mixedNewsroom(64);
    try {
      const one = spawnSync(process.execPath, [cli, 'fix', '-j', '1'], { cwd: other.root, encoding: 'utf8' });
      const two = spawnSync(process.execPath, [cli, 'fix', '-j', '2'], { cwd: room.root, encoding: 'utf8' });
      assert.equal(two.status, one.status);
      const timeless = (text: string) => text.replace(/[\d.]+ s\)/, '').replaceAll(/[\d.]+ 秒/g, '');
      assert.deepEqual([timeless(two.stdout), two.stderr], [timeless(one.stdout), one.stderr]);
      for (let index = 0; index < 64; index++) {
        const name = `${index % 2 === 0 ? '乡村' : 'city'}/${String(index).padStart(3, '0')}.md`;
        assert.equal(room.read(name), other.read(name), name);
      }
    } finally {
      other.remove();
    }
  });

  it('refuses what is no number', () => {
    const { status, err } = run('check', '--jobs', 'many');
    assert.equal(status, 2);
    assert.match(err, /--jobs/);
  });

  it('ends with Ctrl+C, threads and all', async () => {
    const many = mixedNewsroom(800);
    try {
      const child = spawn(process.execPath, [cli, 'check', '--jobs', '2', '--format', 'json'], { cwd: many.root });
      const ended = new Promise<readonly unknown[]>((done) => child.on('exit', (code, signal) => done([code, signal])));
      let out = '';
      child.stdout.on('data', (data) => {
        out += data;
      });
      await new Promise((later) => setTimeout(later, 500));
      child.kill('SIGINT');
      assert.deepEqual(await ended, [null, 'SIGINT']);
      assert.equal(out, '');
    } finally {
      many.remove();
    }
  });
});

describe('work in order', () => {
  /** A hand that answers when it is let, and doubles. */
  function hand(log: string[]): Hand<number, number> & { answer(): boolean; die(): void } {
    const given: (readonly number[])[] = [];
    let answered: (results: readonly number[]) => void = () => undefined;
    let lost = (): void => undefined;
    return {
      give: (items) => void given.push(items),
      end: () => void log.push('ended'),
      listen(told, gone) {
        answered = told;
        lost = gone;
      },
      answer() {
        const batch = given.shift();
        if (batch) answered(batch.map((one) => one * 2));
        return batch !== undefined;
      },
      die: () => lost(),
    };
  }
  const items = Array.from({ length: 1000 }, (_, index) => index);
  const doubled = items.map((item) => item * 2);

  it('is told in the order of the items, though a hand is slow or is lost', async () => {
    const log: string[] = [];
    const [slow, dying] = [hand(log), hand(log)];
    let own = 0;
    const results: number[] = [];
    for await (const result of inOrder(
      items,
      async (item) => {
        own++;
        if (own === 20) dying.answer();
        if (own === 50) dying.die();
        if (own % 60 === 0) slow.answer();
        return item * 2;
      },
      [slow, dying],
      (item) => item,
    )) {
      results.push(result);
      if (results.length >= own) while (slow.answer());
    }
    assert.deepEqual(results, doubled);
    assert.ok(own < items.length);
    assert.deepEqual(log, ['ended', 'ended']);
  });

  it('does not run ahead of what is told for more than memory allows', async () => {
    const stuck = hand([]);
    let own = 0;
    const told = inOrder(
      items,
      async (item) => {
        own++;
        return item * 2;
      },
      [stuck],
      (item) => item,
    )[Symbol.asyncIterator]();
    const first = told.next();
    await new Promise((later) => setTimeout(later, 100));
    // The hand has the first batch and does not answer.
    assert.ok(own < 400, `${own} of 1,000 were done before the first was told`);
    stuck.die();
    assert.equal((await first).value, 0);
    await told.return?.(undefined);
  });

  it('begins no item before the one before it was taken when it works alone', async () => {
    const begun: number[] = [];
    for await (const one of inOrder(
      [1, 2, 3],
      async (item) => {
        begun.push(item);
        return item;
      },
      [],
      (item) => item,
    )) {
      assert.equal(begun.at(-1), one);
      if (one === 2) break;
    }
    assert.deepEqual(begun, [1, 2]);
  });

  it('hands on what is thrown, and ends the hands', async () => {
    const log: string[] = [];
    await assert.rejects(async () => {
      for await (const _ of inOrder(
        items,
        () => Promise.reject(new Error('no')),
        [hand(log)],
        (item) => item,
      ));
    }, /no/);
    assert.deepEqual(log, ['ended']);
  });
});
