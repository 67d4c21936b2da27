import assert from 'node:assert/strict';
import { applyPatch, parsePatch } from 'diff';
import { unifiedDiff } from '../../src/engine/unified-diff.ts';

const text = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

describe('the change of a file as a unified diff', () => {
  const before = text(20_000, (at) => (at % 2 === 0 ? `第${at}段说的是渠水。` : ''));
  const changes: Readonly<Record<string, string>> = {
    'every paragraph rewritten': before.replaceAll('渠水', '水渠'),
    'every fifth paragraph rewritten': text(20_000, (at) =>
      at % 2 === 0 ? `第${at}段说的是${at % 10 === 0 ? '水渠' : '渠水'}。` : '',
    ),
    'every fiftieth paragraph gone, and a line end at the end': `${before
      .split('\n')
      .filter((_, at) => at % 20 !== 0)
      .join('\n')}\n`,
    'a paragraph at the head and one at the end': `头一段。\n${before}\n末一段。`,
    'nothing left': '',
  };
  for (const [name, after] of Object.entries(changes))
    it(`makes of 20,000 lines what they became, and back: ${name}`, function () {
      this.timeout(15_000);
      const began = process.cpuUsage().user;
      const patch = unifiedDiff('乡 村/稿.md', before, after);
      assert.ok(process.cpuUsage().user - began < 8_000_000, 'it takes no minutes');
      assert.equal(applyPatch(before, patch), after);
      const [parsed] = parsePatch(patch);
      for (const { lines, oldLines, newLines } of parsed?.hunks ?? []) {
        const count = (marks: string): number => lines.filter((line) => marks.includes(line[0] ?? '?')).length;
        assert.deepEqual([count(' -'), count(' +')], [oldLines, newLines]);
        const edge = lines.findIndex((line) => !line.startsWith(' '));
        assert.ok(edge <= 3, 'three lines around what changed');
      }
    });
});
