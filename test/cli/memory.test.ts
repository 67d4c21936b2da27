import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { heldReports } from '../../src/cli/held-reports.ts';
import type { FileReport } from '../../src/cli/report.ts';
import { runNode, usagePreload } from '../bench/measure.ts';
import { article } from './newsroom.ts';

/** What `npm run build` makes. */
const cli = resolve(fileURLToPath(import.meta.url), '../../../cli.js');

const report = (path: string, count: number): FileReport => ({
  path,
  characters: 9,
  mistakes: count,
  findings: Array.from({ length: count }, (_, at) => ({
    check: 'wrong-ellipsis',
    severity: 'warning',
    message: `${path} 第${at}处：省略号“……”😀`,
    range: { start: { line: 1, column: 1, offset: at }, end: { line: 1, column: 4, offset: at + 3 } },
    fixes: [{ title: '改', safe: true, edits: [{ start: at, end: at + 3, text: '……' }] }],
  })),
});

/** What a report says, wherever it lies. */
const said = (held: FileReport | undefined) =>
  held && {
    path: held.path,
    characters: held.characters,
    mistakes: held.mistakes,
    findings: held.findings,
  };

describe('reports that wait for the last article', () => {
  it('say the same from memory and from a file, in any order and as often as they are asked', () => {
    const held = heldReports(5);
    const all = [3, 0, 4, 1, 200, 0, 2, ...new Array(600).fill(1)].map((count, at) =>
      report(`乡村/\ud83d${'\ude00长'.repeat(at % 50)}${at}.md`, count),
    );
    for (const one of all) held.hold(one);
    assert.equal(held.count, all.length);
    const kept = held.all();
    for (const order of [kept.keys(), [...kept.keys()].reverse(), kept.keys()])
      for (const at of order) assert.deepEqual(said(kept[at]), all[at]);
    held.end();
  });

  it('leave nothing behind', () => {
    const mine = () => readdirSync(tmpdir()).filter((name) => name.startsWith('copydesk-')).length;
    const before = mine();
    const held = heldReports(0);
    held.hold(report('a.md', 3));
    held.end();
    assert.equal(mine(), before);
  });

  it('stay in memory where no file can be written', () => {
    const { TMPDIR } = process.env;
    process.env.TMPDIR = join(tmpdir(), 'nobody', 'here');
    try {
      const one = report('a.md', 3);
      const held = heldReports(0);
      held.hold(one);
      assert.deepEqual(held.all().map(said), [one]);
    } finally {
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
    }
  });
});

describe('the memory of a check', function () {
  this.timeout(240_000);
  const rooms: string[] = [];
  after(() => {
    for (const room of rooms) rmSync(room, { recursive: true });
  });

  /** A newsroom of short articles, each with faults and a paragraph of its own. */
  function room(articles: number): string {
    const root = mkdtempSync(join(tmpdir(), 'newsroom-'));
    rooms.push(root);
    mkdirSync(join(root, '乡村'));
    writeFileSync(join(root, 'copydesk.yml'), 'extends: china-report\n');
    const slips = '他说:“第一车番茄,今早装好了...”车队六点出发,'.repeat(6);
    for (let at = 0; at < articles; at++)
      writeFileSync(join(root, '乡村', `${at}.md`), article(`第${at}车。${slips}`, `河湾镇第${at}车番茄出发`));
    return root;
  }

  it('hardly grows with the number of articles, however many findings they have', async () => {
    const peak = async (articles: number): Promise<number> => {
      const { rss } = await runNode([cli, 'check'], room(articles), usagePreload(process.cwd()));
      return rss;
    };
    const few = await peak(450);
    const many = await peak(1350);
    assert.ok(many < few * 1.3, `${Math.round(few)} MB for 450 articles, ${Math.round(many)} MB for 1350`);
  });
});
