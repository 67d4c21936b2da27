import { articleEndings } from '../model/article-endings.ts';
import { endsAs, isArticleName, mayBeFolder } from './files.ts';
import { type GitIgnore, gitIgnore } from './git-ignore.ts';
import { listArticles } from './list-articles.ts';
import { nameOf, relativePath } from './uri.ts';
import { filesThere, type World } from './world.ts';

/**
 * Which files under a newsroom's folders may be articles. A folder is listed when it is first asked for; of an article
 * that comes or goes afterwards the list is told, and no folder is searched again for it.
 */
interface ArticleList {
  /** Uris, sorted, without what git leaves out. The same list until one came or went. */
  under(root: string): Promise<readonly string[]>;
  /**
   * Something came or went at these places; anywhere, when absent.
   * @returns whether articles may be others
   */
  changed(places: readonly string[] | undefined): boolean;
}

/** The name of the file in which git is told what to leave out. */
export const ignoreFile = '.gitignore';

/** @param most how many of a folder are kept: nobody asks for more */
export function articleList(world: World, most: number): ArticleList {
  const lists = new Map<string, Promise<readonly string[]>>();
  /** Kept, because to know it each folder and each one above the newsroom is looked into. */
  let ignored = gitIgnore(world);

  /** A list with those of the places that are files now, without those that are none. */
  async function brought(
    before: Promise<readonly string[]>,
    root: string,
    places: readonly string[],
    rules: GitIgnore,
  ): Promise<readonly string[]> {
    const [list, there] = await Promise.all([before, filesThere(world, places)]);
    const found = new Set(list);
    for (const [index, place] of places.entries()) {
      const isListed = there[index] === true && isInSight(place, root) && !(await rules.leavesOut(place, root));
      if (isListed) found.add(place);
      else found.delete(place);
    }
    const isSame = found.size === list.length && list.every((uri) => found.has(uri));
    return isSame ? list : [...found].sort();
  }

  return {
    under(root) {
      const list =
        lists.get(root) ?? listArticles(world, ignored, root).then(({ articles }) => articles.slice(0, most));
      lists.set(root, list);
      return list;
    },
    changed(places) {
      const articles = places?.filter(isArticleName) ?? [];
      if (places === undefined || places.some((place) => mayBeFolder(place) || nameOf(place) === ignoreFile)) {
        lists.clear();
        ignored = gitIgnore(world);
        return true;
      }
      if (articles.length === 0) return false;
      const rules = ignored;
      for (const [root, list] of lists) {
        const mine = articles.filter((uri) => relativePath(root, uri) !== undefined);
        if (mine.length > 0) lists.set(root, brought(list, root, mine, rules));
      }
      return true;
    },
  };
}

/** Whether a listing would show a file: nothing on its way begins with a dot or is `node_modules`. */
function isInSight(uri: string, root: string): boolean {
  const steps = (relativePath(root, uri) ?? '').split('/');
  return endsAs(uri, articleEndings) && steps.every((step) => !step.startsWith('.') && step !== 'node_modules');
}
