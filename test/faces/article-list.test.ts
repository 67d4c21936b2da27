import assert from 'node:assert/strict';
import { articleList } from '../../src/newsroom/article-list.ts';
import type { World } from '../../src/newsroom/world.ts';

const root = 'test:/desk';
const uri = (at: number): string => `${root}/${String(at).padStart(4, '0')}.md`;

/** A newsroom in memory that counts how often its folder is searched. */
function counting(files: Set<string>) {
  let searches = 0;
  const world: World = {
    readText: () => undefined,
    readHead: () => undefined,
    kinds: (uris) => uris.map((one) => (files.has(one) ? 'file' : undefined)),
    findFiles: () => {
      searches++;
      return { files: [...files], closed: [] };
    },
  };
  return { world, searches: () => searches };
}

describe('the list of a newsroom’s articles', () => {
  const most = 20;
  const first = (files: ReadonlySet<string>) => [...files].sort().slice(0, most);

  it('has another article for each that goes, however many lie beyond those that are compared', async () => {
    const files = new Set(Array.from({ length: 60 }, (_, at) => uri(at)));
    const { world, searches } = counting(files);
    const list = articleList(world, most, 5);
    assert.deepEqual(await list.under(root), first(files));
    for (let at = 0; at < 30; at++) {
      files.delete(uri(at));
      assert.ok(list.changed([uri(at)]));
      assert.deepEqual(await list.under(root), first(files), `after ${at + 1} went`);
    }
    // Those that stand in are few, and when they have come to an end it is listed anew.
    assert.equal(searches(), 6);
  });

  it('is as it would be listed anew, whatever came and went', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      let state = seed * 7919;
      const next = (below: number): number => {
        state = (state * 1103515245 + 12345) % 2147483648;
        return Math.floor((state / 2147483648) * below);
      };
      const files = new Set(Array.from({ length: next(60) }, () => uri(next(90))));
      const list = articleList(counting(files).world, most, 5);
      await list.under(root);
      for (let step = 0; step < 60; step++) {
        const places = Array.from({ length: 1 + next(4) }, () => uri(next(90)));
        for (const one of places) if (!files.delete(one)) files.add(one);
        list.changed(places);
        if (next(3) === 0) assert.deepEqual(await list.under(root), first(files), `seed ${seed}, step ${step}`);
      }
      assert.deepEqual(await list.under(root), first(files), `seed ${seed}`);
    }
  });
});
