import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Finding, Locale } from '../model/finding.ts';
import { isArticleName } from '../newsroom/files.ts';
import { gitIgnore } from '../newsroom/git-ignore.ts';
import { listArticles } from '../newsroom/list-articles.ts';
import { nameOf, relativePath } from '../newsroom/uri.ts';
import { readText, type World } from '../newsroom/world.ts';
import { addCounts, count } from './diagnostics.ts';
import type { Counts, NewsroomCount } from './newsroom-protocol.ts';
import type { Reviewed, Reviews } from './reviews.ts';
import { say } from './words.ts';

/** How many files are read at a time. */
const batch = 8;

/** What the folder-wide check works with. */
interface Newsroom {
  readonly world: World;
  readonly reviews: Reviews;
  readonly locale: Locale;
  /** Whether a document is open: then its text goes before the file. */
  isOpen(uri: string): boolean;
  /** The findings of an article that are shown. */
  shown(reviewed: Reviewed): readonly Finding[];
  /**
   * Told about each article, found faulty or not. May return others of which something else is found now, since this
   * article says something that nobody told of: those of them that were checked are checked once more.
   */
  found(reviewed: Reviewed): undefined | Promise<ReadonlySet<string>>;
}

/**
 * Checks every article under folders, one batch after the other, so that typing stays answered.
 * @param places uris of folders, or of single files
 */
export async function checkNewsroom(
  places: readonly string[],
  { world, reviews, locale, isOpen, shown, found }: Newsroom,
  progress: WorkDoneProgressReporter,
  token: CancellationToken,
): Promise<NewsroomCount> {
  progress.begin(say(locale, 'checking'), 0, say(locale, 'readingFolder'), true);
  const checked = new Map<string, { readonly counts: Counts; readonly characters: number }>();
  const concerned = new Set<string>();
  try {
    const uris = new Set<string>();
    const ignored = gitIgnore(world);
    for (const place of places) {
      if (isArticleName(place)) uris.add(place);
      else for (const uri of (await listArticles(world, ignored, place)).articles) uris.add(uri);
    }
    const all = [...uris].sort();
    for (let done = 0; done < all.length && !token.isCancellationRequested; done += batch) {
      const some = all.slice(done, done + batch);
      await check(some);
      const next = all[done + batch - 1] ?? all.at(-1) ?? '';
      const name = shortName(places, next);
      progress.report(
        Math.round((100 * Math.min(all.length, done + batch)) / all.length),
        say(locale, 'checkingFile', { done: Math.min(all.length, done + batch), all: all.length, name }),
      );
    }
    const again = [...concerned].filter((uri) => checked.has(uri));
    for (let done = 0; done < again.length && !token.isCancellationRequested; done += batch)
      await check(again.slice(done, done + batch));
  } finally {
    progress.done();
  }
  let counts: Counts = { error: 0, warning: 0, info: 0 };
  let characters = 0;
  for (const one of checked.values()) {
    characters += one.characters;
    counts = addCounts(counts, one.counts);
  }
  return { files: checked.size, characters, counts, cancelled: token.isCancellationRequested };

  async function check(uris: readonly string[]): Promise<void> {
    const reviewed = await Promise.all(uris.map((uri) => read(uri)));
    for (const one of reviewed) {
      if (!one?.isArticle) continue;
      checked.set(one.uri, { counts: count(shown(one)), characters: one.characters });
      for (const other of (await found(one)) ?? []) concerned.add(other);
    }
  }

  async function read(uri: string): Promise<Reviewed | undefined> {
    if (isOpen(uri)) return reviews.current(uri);
    const text = await readText(world, uri);
    return text === undefined ? undefined : reviews.ofText(uri, text);
  }
}

function shortName(places: readonly string[], uri: string): string {
  for (const place of places) {
    const path = relativePath(place, uri);
    if (path) return path;
  }
  return nameOf(uri);
}
