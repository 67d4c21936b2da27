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
  /** Uris, sorted, without what git leaves out. */
  under(root: string): Promise<readonly string[]>;
  /**
   * Something came or went at these places; anywhere, when absent.
   * @returns whether articles may be others
   */
  changed(places: readonly string[] | undefined): boolean;
}

/** The name of the file in which git is told what to leave out. */
export const ignoreFile = '.gitignore';

/** How many more than are asked for are kept of a folder, to stand in for those that go. */
const reserve = 1000;

/** What is known of a folder. */
interface Listed {
  /** Sorted. */
  readonly uris: readonly string[];
  /** More come after the last of them. */
  readonly isCut: boolean;
}

/**
 * @param most how many of a folder are asked for: only so many are kept, and a few to stand in for them
 * @param spare how many those few are
 */
export function articleList(world: World, most: number, spare = reserve): ArticleList {
  const lists = new Map<string, Promise<Listed>>();
  /** Kept, because to know it each folder and each one above the newsroom is looked into. */
  let ignored = gitIgnore(world);

  async function listed(root: string, rules: GitIgnore): Promise<Listed> {
    const { articles } = await listArticles(world, rules, root);
    const kept = most + spare;
    return { uris: articles.length > kept ? articles.slice(0, kept) : articles, isCut: articles.length > kept };
  }

  /** A list with those of the places that are files now, without those that are none. */
  async function brought(
    before: Promise<Listed>,
    root: string,
    places: readonly string[],
    rules: GitIgnore,
  ): Promise<Listed> {
    const [list, there] = await Promise.all([before, filesThere(world, places)]);
    const { uris, isCut } = list;
    const found = new Set(uris);
    const last = uris.at(-1) ?? '';
    for (const [index, place] of places.entries()) {
      // Where others follow, it is one of those.
      if (isCut && place > last) continue;
      const isListed = there[index] === true && isInSight(place, root) && !(await rules.leavesOut(place, root));
      if (isListed) found.add(place);
      else found.delete(place);
    }
    if (found.size === uris.length && uris.every((uri) => found.has(uri))) return list;
    // So many went that nobody is left to stand in for them.
    if (isCut && found.size < most) return listed(root, rules);
    return { uris: [...found].sort(), isCut };
  }

  return {
    async under(root) {
      const known = lists.get(root) ?? listed(root, ignored);
      lists.set(root, known);
      const { uris } = await known;
      return uris.length > most ? uris.slice(0, most) : uris;
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
