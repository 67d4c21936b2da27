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
  /** Told about each article, found faulty or not. */
  found(reviewed: Reviewed): void;
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
  let counts: Counts = { error: 0, warning: 0, info: 0 };
  let files = 0;
  let characters = 0;
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
      const reviewed = await Promise.all(some.map((uri) => read(uri)));
      for (const one of reviewed) {
        if (!one?.isArticle) continue;
        files++;
        characters += one.characters;
        counts = addCounts(counts, count(shown(one)));
        found(one);
      }
      const next = all[done + batch - 1] ?? all.at(-1) ?? '';
      const name = shortName(places, next);
      progress.report(
        Math.round((100 * Math.min(all.length, done + batch)) / all.length),
        say(locale, 'checkingFile', { done: Math.min(all.length, done + batch), all: all.length, name }),
      );
    }
  } finally {
    progress.done();
  }
  return { files, characters, counts, cancelled: token.isCancellationRequested };

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
