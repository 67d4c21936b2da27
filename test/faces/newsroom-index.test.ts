import assert from 'node:assert/strict';
import { houses } from '../../src/newsroom/houses.ts';
import { newsroomIndex } from '../../src/newsroom/newsroom-index.ts';
import { noSites } from '../../src/newsroom/site-addresses.ts';
import type { FoundFiles, World } from '../../src/newsroom/world.ts';

const root = 'test:/desk';
const text = '---\ntitle: 河湾镇通水\n---\n\n渠水到了。\n';

/** A newsroom whose folder is listed when the test lets it be, as it was when it was asked for. */
function slowWorld(files: Set<string>) {
  const waiting: (() => void)[] = [];
  const world: World = {
    readText: (uri) => (files.has(uri) ? { text } : undefined),
    readHead: () => undefined,
    kinds: (uris) => uris.map((uri) => (files.has(uri) ? 'file' : undefined)),
    findFiles: (_folder, endings) => {
      const found: FoundFiles = {
        files: [...files].filter((uri) => endings.some((ending) => uri.endsWith(ending))),
        closed: [],
      };
      return new Promise((resolve) => waiting.push(() => resolve(found)));
    },
  };
  return {
    world,
    async letGo(): Promise<void> {
      for (let turn = 0; turn < 20; turn++) {
        for (const go of waiting.splice(0)) go();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

describe('the index of a newsroom', () => {
  it('knows articles that came while it was listing', async () => {
    const files = new Set<string>();
    const { world, letGo } = slowWorld(files);
    const known = houses({
      world,
      opened: { folders: () => [root], isTrusted: () => true },
      without: () => '',
      report: () => {},
    });
    const index = newsroomIndex(world, { keys: () => [], text: () => undefined }, known.fileFor);
    const inForce = await known.of(`${root}/`);
    const first = index.articles(root, inForce);
    await new Promise((resolve) => setImmediate(resolve));
    files.add(`${root}/a.md`);
    index.changed();
    await letGo();
    await first;
    const second = index.articles(root, inForce);
    await letGo();
    assert.deepEqual([...(await second).keys()], [`${root}/a.md`]);
    const sites = index.sites(root);
    await letGo();
    assert.equal(await sites, noSites);
  });
});
