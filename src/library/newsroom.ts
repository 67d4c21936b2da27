import { reportFinding } from '../engine/reported.ts';
import { lineStarts } from '../model/range.ts';
import { factSource, wantedBy } from '../newsroom/facts.ts';
import { gitIgnore } from '../newsroom/git-ignore.ts';
import { type HouseFaults, houses } from '../newsroom/houses.ts';
import { isArticleOf } from '../newsroom/is-article-of.ts';
import { listArticles } from '../newsroom/list-articles.ts';
import { newsroomIndex } from '../newsroom/newsroom-index.ts';
import { unusedPictures } from '../newsroom/unused-pictures.ts';
import { relativePath } from '../newsroom/uri.ts';
import { readText } from '../newsroom/world.ts';
import type * as Contract from './copydesk.d.ts';
import { articleOf, giveHouse } from './given.ts';
import { memoryRoot, memoryUri, memoryWorld } from './memory.ts';

export const openNewsroom: typeof Contract.openNewsroom = (files, options = {}) => {
  const { now = Date.now(), locale = 'en' } = options;
  const world = memoryWorld(files);
  const told = new Map<string, HouseFaults>();
  const known = houses({
    world,
    opened: { folders: () => [memoryRoot], isTrusted: () => true },
    without: () => '',
    report: (faults) => void told.set(faults.file, faults),
  });
  const index = newsroomIndex(world, { keys: () => [], text: () => undefined }, known.fileFor);
  const source = factSource(world, () => now, index);
  const pathOf = (uri: string): string => relativePath(memoryRoot, uri) ?? uri;

  const isOne = async (uri: string): Promise<boolean> =>
    isArticleOf(await known.of(uri), uri, (await readText(world, uri)) ?? '');

  return {
    async articles() {
      const { articles } = await listArticles(world, gitIgnore(world), memoryRoot);
      const are = await Promise.all(articles.map(isOne));
      return articles.filter((_, at) => are[at]).map(pathOf);
    },
    houseOf: async (path) => giveHouse((await known.of(memoryUri(path))).house),
    async factsOf(article, path) {
      const uri = memoryUri(path);
      const inForce = await known.of(uri);
      return source.gather(wantedBy(articleOf(article), inForce.house), inForce, uri, await known.limitOf(uri));
    },
    faults: () =>
      Object.fromEntries(
        [...told.values()]
          .filter(({ findings }) => findings.length > 0)
          .map(({ file, findings, lines }) => [
            pathOf(file),
            findings.map((finding) => reportFinding(finding, lines, locale)),
          ]),
      ),
    async pictures() {
      const unused = await unusedPictures([memoryRoot], { world, houses: known });
      return Object.fromEntries(
        unused.map(({ uri, finding }) => [pathOf(uri), [reportFinding(finding, lineStarts(''), locale)]]),
      );
    },
  };
};
