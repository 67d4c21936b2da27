import type { Article } from '../model/article.ts';
import { changedLines } from '../model/changed-lines.ts';
import type { Finding } from '../model/finding.ts';
import { type LineSpan, touches } from '../model/line-spans.ts';
import { lineAt } from '../model/range.ts';
import type { ChangesNews } from './compare-protocol.ts';

/** Which findings are shown while somebody wants to see those on changed lines alone. */
export interface ChangesShown {
  /** What the editor knows of changes now; {@link ChangesNews.roots} without a folder: everything is shown. */
  take(news: ChangesNews): void;
  /** The findings of an article that are shown. The same list where nothing is left out. */
  of(reviewed: {
    readonly uri: string;
    readonly article: Article;
    readonly findings: readonly Finding[];
  }): readonly Finding[];
  /** Another number whenever something else may be shown. */
  stamp(): number;
}

const nothing: readonly Finding[] = [];

export function changesShown(): ChangesShown {
  let roots: readonly string[] = [];
  let before = new Map<string, string>();
  let stamp = 0;
  let spans = new WeakMap<Article, readonly LineSpan[]>();
  let shown = new WeakMap<readonly Finding[], readonly Finding[]>();
  return {
    take(news) {
      roots = news.roots;
      before = new Map(news.files.map(({ uri, before: text }) => [uri, text]));
      spans = new WeakMap();
      shown = new WeakMap();
      stamp++;
    },
    of({ uri, article, findings }) {
      if (!roots.some((root) => uri.startsWith(`${root}/`))) return findings;
      const earlier = before.get(uri);
      // It is as it was committed.
      if (earlier === undefined) return nothing;
      const lines = spans.get(article) ?? changedLines(earlier, article.text);
      spans.set(article, lines);
      const known = shown.get(findings);
      if (known) return known;
      const left = findings.filter(({ at }) =>
        touches(lines, lineAt(article.lines, at.start), lineAt(article.lines, Math.max(at.start, at.end - 1))),
      );
      const result = left.length === findings.length ? findings : left;
      shown.set(findings, result);
      return result;
    },
    stamp: () => stamp,
  };
}
