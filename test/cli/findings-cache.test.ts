import assert from 'node:assert/strict';
import { renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { stampAt } from '../../src/disk/stamp.ts';
import { article, type Newsroom, newsroom, now } from './newsroom.ts';

const faulty = '表演艺术家阿依古丽•买买提演唱了民歌。';
const located = ['--cache', '--cache-location', '.cache/findings.json'];

describe('copydesk check --cache', () => {
  let room: Newsroom;
  beforeEach(() => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\n',
      'staff.yml': 'staff: [沈若舟, 苗景行]\n',
      'a.md': article(faulty),
      'b.md': article(undefined, '又一批番茄'),
      'c.md': `${article('云脚村的番茄还没有红。', '云脚村的番茄')}\n![番茄](图.jpg)\n\n番茄。（沈若舟摄）\n`,
    });
  });
  afterEach(() => room.remove());

  const said = (out: string): string => out.replace(/"milliseconds":\s*\d+/, '');
  /** What a run finds without the cache must be what it finds with it; says which articles were reviewed anew. */
  async function same(...argv: readonly string[]): Promise<readonly string[]> {
    const before = kept();
    const plain = await room.run(['check', '--format', 'json', ...argv]);
    const cached = await room.run(['check', '--format', 'json', ...located, ...argv]);
    assert.equal(said(cached.out), said(plain.out));
    assert.deepEqual([cached.code, cached.err], [plain.code, plain.err]);
    const after = kept();
    return Object.keys(after).filter((path) => JSON.stringify(after[path]) !== JSON.stringify(before[path]));
  }
  /** Marks what is kept, so that an entry that was made anew can be told from one that was found. */
  function kept(): Readonly<Record<string, unknown>> {
    try {
      const cache = JSON.parse(room.read('.cache/findings.json'));
      for (const entry of Object.values<{ at: number }>(cache.articles)) entry.at = now - 5;
      room.write('.cache/findings.json', JSON.stringify(cache));
      return cache.articles;
    } catch {
      return {};
    }
  }

  it('reviews what changed, and nothing else', async () => {
    assert.deepEqual(await same(), ['a.md', 'b.md', 'c.md']);
    assert.deepEqual(await same(), []);
    room.write('b.md', article(faulty, '又一批番茄'));
    assert.deepEqual(await same(), ['b.md']);
    // A change that leaves the time of the file as it was.
    const { atime, mtime } = statSync(join(room.root, 'b.md'));
    room.write('b.md', article(faulty.replace('•', '·'), '又一批番茄'));
    utimesSync(join(room.root, 'b.md'), atime, mtime);
    assert.deepEqual(await same(), ['b.md']);
  });

  it('reviews everything when the house, its people or the language of messages is another', async () => {
    const all = ['a.md', 'b.md', 'c.md'];
    await same();
    room.write('copydesk.yml', 'extends: china-report\nchecks: {wrong-interpunct: warning}\n');
    assert.deepEqual(await same(), all);
    room.write('staff.yml', 'staff: [沈若舟, 苗景行, 周砚]\n');
    assert.deepEqual(await same(), all);
    assert.deepEqual(await same('--locale', 'zh'), all);
    assert.deepEqual(await same('--locale', 'zh', '--check', 'wrong-interpunct'), all);
    room.write('schema.json', '{"required": ["weather"]}');
    room.write('copydesk.yml', 'extends: china-report\nfront-matter-schema: schema.json\n');
    assert.deepEqual(await same(), all);
    room.write('schema.json', '{"required": ["climate"]}');
    assert.deepEqual(await same(), all);
  });

  it('reviews an article when a picture that it shows comes or goes', async () => {
    await same();
    room.write('图.jpg', 'x');
    assert.deepEqual(await same(), ['c.md']);
    assert.deepEqual(await same(), []);
  });

  it('reviews an article again when another says what may be said once', async () => {
    room.write('copydesk.yml', 'extends: china-report\nfields: {slug: {type: text, role: slug, unique: true}}\n');
    room.write('a.md', article().replace('column:', 'slug: fanqie\ncolumn:'));
    await same();
    room.write('b.md', article().replace('column:', 'slug: fanqie\ncolumn:'));
    assert.deepEqual(await same(), ['a.md', 'b.md']);
  });

  it('knows what the other articles have now, whatever it kept of them', async () => {
    const long =
      '入夏以来，河湾镇新修的水渠全线通水，沿渠三个村的八百亩稻田都能自流灌溉，镇里把管护责任落到每一段，由各村用水户轮流巡渠，发现渗漏当天上报。';
    const said = async (): Promise<readonly string[]> => {
      assert.ok(Array.isArray(await same()));
      const { out } = await room.run(['check', '--format', 'ndjson', '--only', 'duplicate-article', ...located]);
      return [...out.matchAll(/"path":"([^"]+)"/g)].map(([, path = '']) => path);
    };
    assert.deepEqual(await said(), []);
    // Another title, a paragraph, an article that comes, one that goes: each is another's affair.
    room.write('b.md', article(undefined, '云脚村的番茄'));
    assert.deepEqual(await said(), ['b.md', 'c.md']);
    room.write('b.md', article(`先说水。\n\n${long}`, '又一批番茄'));
    assert.deepEqual(await said(), []);
    room.write('乡村/d.md', article(`后说水。\n\n${long}`, '沿渠三村'));
    assert.deepEqual(await said(), ['b.md', '乡村/d.md']);
    const { atime, mtime } = statSync(join(room.root, 'b.md'));
    room.write('b.md', room.read('b.md').replace('八百亩', '九百亩'));
    utimesSync(join(room.root, 'b.md'), atime, mtime);
    assert.deepEqual(await said(), []);
    room.write('b.md', room.read('b.md').replace('九百亩', '八百亩'));
    assert.deepEqual(await said(), ['b.md', '乡村/d.md']);
    rmSync(join(room.root, '乡村/d.md'));
    assert.deepEqual(await said(), []);
  });

  describe('in files that nobody has written to for a while', () => {
    /** A minute from now all files here have been let alone for a while; the articles' dates are past. */
    const at = Math.max(Date.now(), now) + 60_000;
    const check = (...argv: readonly string[]) => room.run(['check', '--format', 'json', ...argv], { at });
    const articles = (): Record<string, { at: number; text: string; stamp?: string }> =>
      JSON.parse(room.read('.cache/findings.json')).articles;
    const alter = (entries: unknown): void => {
      const cache = JSON.parse(room.read('.cache/findings.json'));
      room.write('.cache/findings.json', JSON.stringify({ ...cache, articles: entries }));
    };
    /** What is found with what is kept is what is found without. */
    async function checked(): Promise<string> {
      const [plain, cached] = [await check(), await check(...located)];
      assert.deepEqual([said(cached.out), cached.code, cached.err], [said(plain.out), plain.code, plain.err]);
      return cached.out;
    }

    it('reads none of them again', async () => {
      await checked();
      const kept = articles();
      assert.ok(Object.values(kept).every(({ stamp }) => stamp !== undefined));
      // Nobody would believe another hash, but for who does not look.
      alter(Object.fromEntries(Object.entries(kept).map(([path, entry]) => [path, { ...entry, text: 'x' }])));
      await checked();
      assert.ok(Object.values(articles()).every(({ text }) => text === 'x'));
    });

    it('sees what was written, whatever was done to its size and its times', async () => {
      const was = said(await checked());
      const place = join(room.root, 'b.md');
      const clean = room.read('b.md');
      const { atime, mtime, size } = statSync(place);
      const changed = clean.replace('高山番茄', '高山•茄');
      room.write('b.md', changed.padEnd(changed.length + size - Buffer.byteLength(changed), ' '));
      utimesSync(place, atime, mtime);
      assert.equal(statSync(place).size, size);
      assert.notEqual(said(await checked()), was);
      // Another file that is moved to its place, as old as the first.
      const before = statSync(place);
      room.write('new.txt', clean);
      utimesSync(join(room.root, 'new.txt'), before.atime, before.mtime);
      renameSync(join(room.root, 'new.txt'), place);
      await checked();
      assert.equal(articles()['b.md']?.stamp, stampAt(place));
    });

    it('takes over what a new checkout of the same text was found to be, and knows it then', async () => {
      await checked();
      const old = articles()['a.md'];
      room.write('a.md', room.read('a.md'));
      utimesSync(join(room.root, 'a.md'), 1e9, 1e9);
      await checked();
      assert.notEqual(articles()['a.md']?.stamp, old?.stamp);
      assert.equal(articles()['a.md']?.stamp, stampAt(join(room.root, 'a.md')));
      assert.equal(articles()['a.md']?.at, old?.at);
    });

    it('reads what was written just now, what has no front matter, and what there is something to tell of', async () => {
      room.write('e.md', '云脚村的番茄红了。\n');
      room.write('f.md', article(`云脚村的番茄\uFFFD红了。`));
      await room.run(['check', ...located], { at: Date.now() });
      const inARush = articles();
      assert.ok(Object.values(inARush).every(({ stamp }) => stamp === undefined));
      await checked();
      const unstamped = Object.entries(articles()).flatMap(([path, { stamp }]) => (stamp === undefined ? [path] : []));
      assert.deepEqual(unstamped.sort(), ['e.md', 'f.md']);
      assert.match(await checked(), /characters-lost/);
    });

    it('judges them by where they lie: a house that comes above them, or a folder that holds none', async () => {
      room.write('稿件/g.md', article(faulty, '一批番茄'));
      await checked();
      room.write('稿件/copydesk.yml', 'extends: china-report\nignore: [g.md]\n');
      assert.doesNotMatch(await checked(), /g\.md/);
    });
  });

  it('never keeps what a date to come would change', async () => {
    room.write('d.md', article().replace('2026-06-02', '2026-06-19'));
    assert.deepEqual(await same('d.md'), []);
    assert.deepEqual(await same('a.md', 'd.md'), ['a.md']);
  });

  it('keeps what a run of other articles found, and begins anew with what is no cache', async () => {
    await same();
    await same('a.md');
    assert.deepEqual(await same(), []);
    for (const broken of ['', '{"program":', '{"program": "x", "articles": {}}', '{"program": 1, "articles": 7}']) {
      room.write('.cache/findings.json', broken);
      await same();
    }
  });

  it('writes over nothing that is somebody’s own', async () => {
    for (const own of ['a.md', 'copydesk.yml', 'package.json', 'notes.txt']) {
      if (own === 'package.json') room.write(own, '{"name": "x"}');
      if (own === 'notes.txt') room.write(own, '三个电话要打。');
      const before = room.read(own);
      const { code, err } = await room.run(['check', '--cache', '--cache-location', own]);
      assert.deepEqual([code, room.read(own)], [2, before]);
      assert.match(err, /holds no findings of an earlier run/);
    }
  });

  it('says when it cannot be written, and finds the same', async () => {
    const { code, err } = await room.run(['check', '--cache', '--cache-location', 'a.md/findings.json']);
    assert.equal(code, 1);
    assert.match(err, /could not be kept/);
  });
});
