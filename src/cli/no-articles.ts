import type { HousesOfRun } from './houses.ts';
import type { Source } from './read-articles.ts';
import type { Run } from './run.ts';
import { showUri } from './shown-path.ts';

/**
 * Why a command found no article: nothing ends as articles do, what does is none by its house, or there is no house
 * that says so and no front matter that shows it. With a line break; for standard error.
 */
export function whyNoArticles(run: Run, sources: readonly Source[], houses: HousesOfRun): string {
  const houseFiles = houses.known().map(({ file }) => showUri(file, run.io.cwd));
  const why =
    houseFiles.length > 0
      ? run.say('house-alone', { paths: houseFiles.join(', ') })
      : sources.length > 0
        ? run.say('no-front-matter')
        : run.say('no-articles');
  return `copydesk: ${why}\n`;
}
