import assert from 'node:assert/strict';
import { recording } from '../../src/newsroom/reads.ts';
import type { World } from '../../src/newsroom/world.ts';
import { workOf } from '../work.ts';

const nothing: World = {
  readText: () => undefined,
  readHead: () => undefined,
  kinds: (uris) => uris.map(() => undefined),
  findFiles: () => ({ files: [], closed: [] }),
};

/** What has looked at so many places of a newsroom. */
function recorded(places: number) {
  const reads = recording(nothing);
  for (let at = 0; at < places; at++) reads.world.kinds([`file:///desk/content/${at % 40}/图片/${at}.jpg`]);
  return reads;
}

describe('what was read of a newsroom', () => {
  it('is stale with a file, with a folder above it whatever that is called, and with nothing beside it', async () => {
    const reads = recording(nothing);
    await reads.world.readText('file:///desk/v1.beta/稿/a.md');
    await reads.world.kinds(['file:///desk/图/b.jpg']);
    const isStale = (path: string, cameOrWent: boolean) =>
      reads.concernedBy([{ uri: `file:///desk/${path}`, cameOrWent }]);
    assert.deepEqual(
      ['v1.beta/稿/a.md', 'v1.beta/稿', 'v1.beta', '图/b.jpg', '图'].map((path) => isStale(path, true)),
      [true, true, true, true, true],
    );
    assert.deepEqual(
      ['v1.beta/稿/b.md', 'v1', 'v1.beta/稿件', '图/b', '图片'].map((path) => isStale(path, true)),
      [false, false, false, false, false],
    );
    // The text of a file is another one: whoever only looked whether it is there has nothing to learn.
    assert.deepEqual([isStale('v1.beta/稿/a.md', false), isStale('图/b.jpg', false)], [true, false]);
  });

  it('is not gone through for each of a thousand files that come at once', () => {
    const coming = Array.from({ length: 1000 }, (_, at) => ({ uri: `file:///desk/新/${at}.md`, cameOrWent: true }));
    const work = (places: number): number => {
      const reads = recorded(places);
      return Math.min(...[1, 2, 3].map(() => workOf(() => reads.concernedBy(coming))));
    };
    const few = work(100);
    const many = work(20_000);
    assert.ok(many <= Math.max(50, 8 * few), `${many} ms for ${few}`);
  });
});
