import assert from 'node:assert/strict';
import { diffArrays } from 'diff';
import { changedLines } from '../../src/model/changed-lines.ts';
import { diffSequences } from '../../src/model/sequence-diff.ts';

/** What the stretches say of two sequences, and that they are those two. */
function told(before: readonly string[], after: readonly string[]): readonly string[] {
  let [old, now] = [0, 0];
  const said = diffSequences(before, after).map(({ kind, count }) => {
    assert.ok(count > 0);
    if (kind === 'same')
      assert.deepEqual(before.slice(old, old + count), after.slice(now, now + count), 'the same on both sides');
    if (kind !== 'added') old += count;
    if (kind !== 'removed') now += count;
    return `${kind} ${count}`;
  });
  assert.deepEqual([old, now], [before.length, after.length], 'nothing is left out');
  return said;
}

const lines = (count: number, text: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => text(at));

describe('how one sequence became another', () => {
  it('is weighed as ever where little changed', () => {
    const before = lines(400, (at) => (at % 2 === 0 ? `第${at}段` : ''));
    const after = before.flatMap((line, at) => (at % 10 === 0 ? [`${line}改`] : at % 17 === 0 ? [] : [line]));
    assert.deepEqual(
      told(before, after),
      diffArrays([...before], [...after]).map(
        ({ added, removed, count }) => `${added ? 'added' : removed ? 'removed' : 'same'} ${count}`,
      ),
    );
    assert.deepEqual(told([], []), []);
    assert.deepEqual(told([], ['a']), ['added 1']);
    assert.deepEqual(told(['a'], []), ['removed 1']);
  });

  const before = lines(20_000, (at) => (at % 2 === 0 ? `第${at}段说的是渠水。` : ''));
  const hostile: Readonly<Record<string, readonly string[]>> = {
    'every paragraph rewritten': before.map((line) => (line === '' ? '' : `${line}改`)),
    'every second paragraph rewritten': before.map((line, at) => (at % 4 === 0 ? `${line}改` : line)),
    'turned round': [...before].reverse(),
    'halves swapped': [...before.slice(10_000), ...before.slice(0, 10_000)],
    'one line again and again': before.map(() => '同一行。'),
    'gone but for the blank lines': before.map(() => ''),
    'twice as long': before.flatMap((line) => [line, `${line}又`]),
  };
  for (const [name, after] of Object.entries(hostile))
    it(`does not take minutes on 20,000 lines: ${name}`, function () {
      this.timeout(8000);
      const began = process.cpuUsage();
      told(before, after);
      const { user, system } = process.cpuUsage(began);
      assert.ok(user + system < 4_000_000, `${(user + system) / 1000} ms`);
    });

  it('finds what stayed between what was rewritten', () => {
    const after = hostile['every second paragraph rewritten'] ?? [];
    const spans = changedLines(before.join('\n'), after.join('\n'));
    assert.equal(spans.length, 5000);
    assert.ok(spans.every(({ from, to }) => from % 4 === 0 && to === from + 1));
  });
});
