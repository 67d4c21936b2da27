import type { HousesOfRun } from './houses.ts';
import type { Run } from './run.ts';
import { showUri } from './shown-path.ts';

/**
 * Why a command found no article: nothing ends as articles do, what does is none by its house, or there is no house
 * that says so and no front matter that shows it. With a line break; for standard error.
 *
 * @param listed how many files end as articles do
 */
export function whyNoArticles(run: Run, listed: number, houses: HousesOfRun): string {
  const houseFiles = houses.known().map(({ file }) => showUri(file, run.io.cwd));
  const why =
    houseFiles.length > 0
      ? run.say('house-alone', { paths: houseFiles.join(', ') })
      : listed > 0
        ? run.say('no-front-matter')
        : run.say('no-articles');
  return `copydesk: ${why}\n`;
}
