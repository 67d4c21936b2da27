import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Facts } from '../checks/check.ts';
import { type ReviewCache, review, reviewCache } from '../engine/review.ts';
import type { Article } from '../model/article.ts';
import type { Finding } from '../model/finding.ts';
import { type ParseCache, parseArticle, parseCache } from '../model/parse.ts';
import { type FactSource, wantedBy } from '../newsroom/facts.ts';
import type { HouseInForce, Houses } from '../newsroom/houses.ts';
import { isArticleAt } from './role-of.ts';

/** A document as it was at one version, with everything that was found. */
export interface Reviewed {
  readonly uri: string;
  readonly version: number;
  readonly inForce: HouseInForce;
  /** Whether it is an article; if not, `findings` is empty. */
  readonly isArticle: boolean;
  readonly article: Article;
  readonly findings: readonly Finding[];
  /** What was known of the world when it was reviewed. */
  readonly facts: Facts;
  /** Characters as editors count them. */
  readonly characters: number;
}

/** Reviews of open documents, one a version; asked for by diagnostics, actions, hover and preview alike. */
export interface Reviews {
  /** The review of a document's present version, or `undefined` when it was closed or edited meanwhile. */
  current(uri: string): Promise<Reviewed | undefined>;
  /** The parsed article of a document's present version; `undefined` when it is not open. */
  parsed(uri: string): Article | undefined;
  /** Reviews a text that is not open. */
  ofText(uri: string, text: string): Promise<Reviewed>;
  /** Something that an article was reviewed with changed: it must be reviewed anew. */
  stale(uri: string): void;
  /** Forgets a closed document. */
  forget(uri: string): void;
  /** Houses, files or settings changed, so every review must be made anew. */
  changed(): void;
}

interface Kept {
  readonly version: number;
  readonly article: Article;
  readonly cache: ParseCache;
}

export function reviews(
  open: (uri: string) => TextDocument | undefined,
  houses: Houses,
  facts: FactSource,
  folders: () => readonly string[],
): Reviews {
  const articles = new Map<string, Kept>();
  const latest = new Map<
    string,
    { readonly version: number; readonly stamp: number; readonly review: Promise<Reviewed> }
  >();
  const caches = new Map<string, ReviewCache>();
  let stamp = 0;

  function parse(document: TextDocument): Article {
    const known = articles.get(document.uri);
    if (known?.version === document.version) return known.article;
    const cache = known?.cache ?? parseCache();
    const article = parseArticle(document.getText(), cache);
    articles.set(document.uri, { version: document.version, article, cache });
    return article;
  }

  function cacheFor(uri: string): ReviewCache {
    const cache = caches.get(uri) ?? reviewCache();
    caches.set(uri, cache);
    return cache;
  }

  async function examine(uri: string, version: number, article: Article, cached: boolean): Promise<Reviewed> {
    const inForce = await houses.of(uri);
    const found = { uri, version, inForce, article };
    if (!isArticleAt(uri, inForce, article.text, folders())) {
      return { ...found, isArticle: false, findings: [], characters: 0, facts: { files: new Map(), now: 0 } };
    }
    const gathered = await facts.gather(wantedBy(article, inForce.house), inForce, uri, await houses.limitOf(uri));
    // Whose house cannot be read is not judged by another one's.
    if (inForce.isUnknown) return { ...found, isArticle: true, findings: [], characters: 0, facts: gathered };
    const result = review(article, inForce.house, gathered, cached ? cacheFor(uri) : undefined);
    return { ...found, isArticle: true, findings: result.findings, characters: result.characters, facts: gathered };
  }

  return {
    async current(uri) {
      const document = open(uri);
      if (!document) return undefined;
      const { version } = document;
      const known = latest.get(uri);
      const mine =
        known?.version === version && known.stamp === stamp
          ? known
          : { version, stamp, review: examine(uri, version, parse(document), true) };
      latest.set(uri, mine);
      const result = await mine.review;
      return open(uri)?.version === version ? result : undefined;
    },
    parsed(uri) {
      const document = open(uri);
      return document && parse(document);
    },
    ofText: (uri, text) => examine(uri, 0, parseArticle(text), false),
    stale: (uri) => void latest.delete(uri),
    forget(uri) {
      articles.delete(uri);
      latest.delete(uri);
      caches.delete(uri);
    },
    changed() {
      stamp++;
    },
  };
}
