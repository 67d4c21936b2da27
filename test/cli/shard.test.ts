import assert from 'node:assert/strict';
import { isInShard } from '../../src/cli/shard.ts';
import { reportFormats } from '../../src/house/report-formats.ts';
import { article, type Newsroom, newsroom } from './newsroom.ts';

describe('copydesk check --shard and copydesk merge', () => {
  let room: Newsroom;
  before(() => {
    room = newsroom({
      'copydesk.yml': 'extends: china-report\nnmae: 河湾报\nfields: {slug: {type: text, unique: true}}\n',
      'city/copydesk.yml': 'extends: wire\nchecks: {wrong-interpunct: info}\nnmae: 海州报\n',
      'closed.md': Buffer.from([0xff, 0x00, 0xfe]),
      'torn.md': Buffer.concat([Buffer.from(article()), Buffer.from([0xe6, 0x96])]),
    });
    const bodies = ['表演艺术家阿依古丽•买买提演唱了民歌。', '6月1日清晨，冷链车驶出云脚村。', '有人说:"好啊".'];
    for (let index = 0; index < 24; index++) {
      const text = article(bodies[index % 3]).replace('column:', `slug: tomato-${index % 9}\ncolumn:`);
      room.write(`${index % 4 === 0 ? 'city' : '乡村'}/${index}.md`, text);
    }
  });
  after(() => room.remove());

  /** The reports of the shards, as files; returns their names. */
  async function shards(count: number, ...operands: string[]): Promise<readonly string[]> {
    const names: string[] = [];
    for (let index = 1; index <= count; index++) {
      const { out } = await room.run(['check', '--shard', `${index}/${count}`, '--format', 'json', ...operands]);
      names.push(`reports/${index}-of-${count}.json`);
      room.write(names.at(-1) ?? '', out);
    }
    return names;
  }

  for (const format of reportFormats)
    it(`sharded and merged says what one run says, to the byte: ${format}`, async () => {
      const one = await room.run(['check', '--format', format]);
      assert.equal(one.code, 2);
      for (const count of [1, 3, 7]) {
        const merged = await room.run(['merge', '--format', format, ...(await shards(count)).toReversed()]);
        assert.deepEqual(merged, one);
      }
    });

  it('has the exit code of one run, and what was asked for that is not there is told once', async () => {
    const argv = ['乡村', 'missing', 'city/copydesk.yml'];
    const names = await shards(3, ...argv);
    for (const threshold of ['error', 'warning', 'info']) {
      const one = await room.run(['check', '--threshold', threshold, ...argv]);
      assert.match(one.err, /There is no file or folder `missing`/);
      assert.deepEqual(await room.run(['merge', '--threshold', threshold, ...names]), one);
    }
    const clean = await shards(4, '乡村/1.md', '乡村/13.md');
    assert.deepEqual(await room.run(['merge', ...clean]), await room.run(['check', '乡村/1.md', '乡村/13.md']));
  });

  it('follows what the house says for CI, as one run does', async () => {
    room.write('ci/copydesk.yml', 'extends: china-report\nci: {max-warnings: 100, threshold: error}\n');
    for (let index = 0; index < 6; index++) room.write(`ci/${index}.md`, article('有人说:"好啊".'));
    const inCi = { cwd: 'ci', env: { CI: 'true' } };
    const one = await room.run(['check'], inCi);
    for (const index of [1, 2])
      room.write(`ci/${index}.json`, (await room.run(['check', '--shard', `${index}/2`, '-f', 'json'], inCi)).out);
    assert.deepEqual(await room.run(['merge', '1.json', '2.json'], inCi), one);
    room.write('ci/copydesk.yml', '');
  });

  it('sees in a shard what the articles of the others say', async () => {
    const taken = (text: string): readonly string[] =>
      JSON.parse(text).files.flatMap(
        (file: { path: string; findings: readonly { check: string; message: string }[] }) =>
          file.findings
            .filter(({ message }) => /tomato-/.test(message))
            .map(({ message }) => `${file.path}: ${message}`),
      );
    const whole = taken((await room.run(['check', '--format', 'json'])).out);
    assert.ok(whole.length > 10, 'values that must be unique are not');
    const parts = (await shards(5)).flatMap((name) => taken(room.read(name)));
    assert.deepEqual(parts.toSorted(), whole.toSorted());
  });

  it('says nothing of a shard that has no article', async () => {
    for (const name of ['1/2', '2/2']) {
      const { err } = await room.run(['check', '--shard', name, '乡村/1.md']);
      assert.equal(err, '', name);
    }
  });

  it('refuses what is not all of one run', async () => {
    const [first = '', second = '', third = ''] = await shards(3);
    const other = (await shards(2))[0] ?? '';
    room.write('reports/whole.json', (await room.run(['check', '--format', 'json'])).out);
    room.write('reports/cut.json', room.read(first).slice(0, -20));
    room.write('reports/other.json', '{"version":"1","files":[{"path":3}],"notes":[],"summary":{}}');
    const refused = async (pattern: RegExp, ...names: string[]) => {
      const { code, out, err } = await room.run(['merge', ...names]);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, pattern);
    };
    await refused(/Shard 3 of 3 is missing/, first, second);
    await refused(/are both shard 1 of 3/, first, second, third, first);
    await refused(/is not one of 3 shards/, first, other);
    await refused(/is not one of 3 shards/, first, 'reports/whole.json');
    await refused(/was checked twice/, 'reports/whole.json', 'reports/whole.json');
    await refused(/is no report/, 'reports/cut.json');
    await refused(/is no report/, 'reports/other.json');
    await refused(/is no report/, 'copydesk.yml');
    await refused(/There is no file or folder/, 'reports/none.json');
    for (const asked of ['0/3', '4/3', '1', '1/0', 'a/b', '1/3/5', '-1/3', '1.5/3']) {
      const { code, err } = await room.run(['check', `--shard=${asked}`]);
      assert.equal(code, 2);
      assert.match(err, /such as `--shard 2\/4`/, asked);
    }
  });

  it('does not look for a person in a part of the articles', async () => {
    const { code, err } = await room.run(['check', '--shard', '1/2', '--by', '沈若舟']);
    assert.equal(code, 2);
    assert.match(err, /--by/);
  });

  it('reads a report that PowerShell wrote', async () => {
    const { out, code } = await room.run(['check', '--format', 'json']);
    room.write('reports/utf16.json', Buffer.from(`\ufeff${out}`, 'utf16le'));
    room.write('reports/marked.json', `\ufeff${out}`);
    for (const name of ['reports/utf16.json', 'reports/marked.json'])
      assert.deepEqual(await room.run(['merge', '--format', 'json', name]), { code, out, err: '' });
  });
});

describe('the shard of an article', () => {
  const paths = Array.from({ length: 10_000 }, (_, index) => `乡村/2026-06/${index}.md`);

  it('is one, and they are about as large as each other', () => {
    for (const count of [2, 3, 4, 7, 16]) {
      const sizes = Array.from({ length: count }, (_, at) =>
        paths.filter((path) => isInShard(path, { index: at + 1, count })),
      );
      assert.equal(
        sizes.reduce((sum, size) => sum + size.length, 0),
        paths.length,
      );
      for (const size of sizes)
        assert.ok(Math.abs(size.length * count - paths.length) < paths.length * 0.15, `${size.length}`);
    }
  });

  it('is the same on every machine, and however its accents are spelt', () => {
    const shardOf = (path: string) => [1, 2, 3, 4, 5].filter((index) => isInShard(path, { index, count: 5 }));
    // A change here sends articles to other shards, and what was kept for them is lost.
    assert.deepEqual(['乡村/1.md', '乡村/2.md', 'news/café.md'].map(shardOf), [[5], [4], [3]]);
    assert.deepEqual(shardOf('news/cafe\u0301.md'), shardOf('news/caf\u00e9.md'));
  });
});
