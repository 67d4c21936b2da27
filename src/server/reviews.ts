import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Facts } from '../checks/check.ts';
import { type ReviewCache, review, reviewCache } from '../engine/review.ts';
import type { Article } from '../model/article.ts';
import { beside } from '../model/beside.ts';
import type { Finding } from '../model/finding.ts';
import { hashOf } from '../model/hash.ts';
import { type ParseCache, parseArticle, parseCache } from '../model/parse.ts';
import { type FactSource, type Wanted, wantedBy, withoutText } from '../newsroom/facts.ts';
import type { HouseInForce, Houses } from '../newsroom/houses.ts';
import { momentsOf } from '../reading/embargo.ts';
import { readingOf } from '../reading/reading.ts';
import { isArticleAt, mayBeArticle } from './role-of.ts';

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
  /** Mistakes as the house weighs them, for the error rate. */
  readonly mistakes: number;
}

/**
 * What a review of a file was made of, in a few hundred bytes. Whoever shows what was found keeps it instead of the
 * article, and learns by it whether another review would find the same: a newsroom has thousands of files that are shown,
 * and whatever comes into it may concern any of them.
 */
export interface Basis {
  /** A hash of the text. */
  readonly text: number;
  readonly inForce: HouseInForce;
  readonly isArticle: boolean;
  readonly wanted: Wanted;
  /** What was known of the world: {@link Facts.images}, and a hash of all else. */
  readonly images: Facts['images'];
  readonly facts: number;
  /** When it was reviewed, and when something else will be so of it. Milliseconds since the epoch. */
  readonly now: number;
  readonly moments: readonly number[];
}

const bases = beside<Reviewed, Basis>();

/** What a review was made of: one object for all that keep it. */
export function basisOf(reviewed: Reviewed): Basis {
  const known = bases.get(reviewed);
  if (known) return known;
  const { article, inForce, isArticle, facts } = reviewed;
  const basis = {
    text: hashOf(article.text),
    inForce,
    isArticle,
    wanted: withoutText(wantedBy(article, inForce.house)),
    images: facts.images,
    facts: hashOf(written(facts)),
    now: facts.now,
    moments: momentsOf(readingOf(article, inForce.house)),
  };
  bases.set(reviewed, basis);
  return basis;
}

/**
 * Reviews of open documents; asked for by diagnostics, actions, hover and preview alike. A review is kept for as long
 * as text, house and facts are those that it was made of, so that it cannot be stale and nobody need say that it is.
 */
export interface Reviews {
  /** The review of a document's present version, or `undefined` when it was closed or edited meanwhile. */
  current(uri: string): Promise<Reviewed | undefined>;
  /** The parsed article of a document's present version; `undefined` when it is not open. */
  parsed(uri: string): Article | undefined;
  /** Reviews a text that is not open. */
  ofText(uri: string, text: string): Promise<Reviewed>;
  /**
   * Whether a review of a file that is not open would find what one found that was made of this.
   *
   * @param text of the file; `undefined` where it is known to be the same, and only what is around it may not be
   */
  stillHolds(uri: string, text: string | undefined, basis: Basis): Promise<boolean>;
  /** Forgets a closed document. */
  forget(uri: string): void;
}

interface Kept {
  readonly version: number;
  readonly article: Article;
  readonly cache: ParseCache;
}

/**
 * @param ahead is told when something else will be so of an article that is reviewed; see {@link momentsOf}
 */
export function reviews(
  open: (uri: string) => TextDocument | undefined,
  houses: Houses,
  facts: FactSource,
  folders: () => readonly string[],
  ahead: (uri: string, moments: readonly number[]) => void,
): Reviews {
  const articles = new Map<string, Kept>();
  const latest = new Map<string, Reviewed>();
  const caches = new Map<string, ReviewCache>();

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

  const gather = async (uri: string, inForce: HouseInForce, wanted: Wanted): Promise<Facts> =>
    facts.gather(wanted, inForce, uri, await houses.limitOf(uri));

  async function examine(
    uri: string,
    version: number,
    article: Article,
    known?: Reviewed,
    cache?: ReviewCache,
  ): Promise<Reviewed> {
    const inForce = await houses.of(uri);
    const found = { uri, version, inForce, article };
    const isArticle = isArticleAt(uri, inForce, article.text, folders());
    const gathered = isArticle ? await gather(uri, inForce, wantedBy(article, inForce.house)) : noFacts;
    if (known && isSame(known, { ...found, isArticle, facts: gathered })) return known;
    // Whose house cannot be read is not judged by another one's.
    if (!isArticle || inForce.isUnknown)
      return { ...found, isArticle, findings: [], characters: 0, mistakes: 0, facts: gathered };
    ahead(uri, momentsOf(readingOf(article, inForce.house)));
    return { ...found, isArticle, ...review(article, inForce.house, gathered, cache), facts: gathered };
  }

  return {
    async current(uri) {
      const document = open(uri);
      if (!document) return undefined;
      const { version } = document;
      const result = await examine(uri, version, parse(document), latest.get(uri), cacheFor(uri));
      if (open(uri)?.version !== version) return undefined;
      const known = latest.get(uri);
      // Another one who asked at the same time may have been first.
      if (known && isSame(known, result)) return known;
      latest.set(uri, result);
      return result;
    },
    parsed(uri) {
      const document = open(uri);
      return document && parse(document);
    },
    ofText: (uri, text) => examine(uri, 0, parseArticle(text)),
    async stillHolds(uri, text, basis) {
      const inForce = await houses.of(uri);
      if (inForce !== basis.inForce) return false;
      // Of what was no article, and of what lies in no folder any more, only the text tells.
      if (text === undefined && !(basis.isArticle && mayBeArticle(uri, folders()))) return false;
      if (text !== undefined) {
        if (hashOf(text) !== basis.text) return false;
        if (isArticleAt(uri, inForce, text, folders()) !== basis.isArticle) return false;
      }
      if (!basis.isArticle) return true;
      const found = await gather(uri, inForce, basis.wanted);
      return (
        !isOneBetween(basis.moments, basis.now, found.now) &&
        found.images === basis.images &&
        hashOf(written(found)) === basis.facts
      );
    },
    forget(uri) {
      articles.delete(uri);
      latest.delete(uri);
      caches.delete(uri);
    },
  };
}

const noFacts: Facts = { files: new Map(), now: 0 };

type MadeOf = Pick<Reviewed, 'article' | 'version' | 'inForce' | 'isArticle' | 'facts'>;

/** Whether two reviews were made of the same. */
function isSame(one: MadeOf, other: MadeOf): boolean {
  return (
    one.article === other.article &&
    one.version === other.version &&
    one.inForce === other.inForce &&
    one.isArticle === other.isArticle &&
    sameFacts(one.facts, other.facts) &&
    !(one.isArticle && hasCome(one, other.facts.now))
  );
}

/** Whether a moment has come since a review at which something else is so. */
function hasCome({ article, inForce, facts }: MadeOf, now: number): boolean {
  if (facts.now === now) return false;
  return isOneBetween(momentsOf(readingOf(article, inForce.house)), facts.now, now);
}

function isOneBetween(moments: readonly number[], after: number, until: number): boolean {
  return moments.some((moment) => after < moment && moment <= until);
}

/** Whether two looks at the world found the same, whatever the clock says. */
function sameFacts(one: Facts, other: Facts): boolean {
  return one.images === other.images && written(one) === written(other);
}

/** Facts but the moment, and the list of pictures, which is long and the same list for as long as it says the same. */
function written({ images: _, now: __, ...facts }: Facts): string {
  return JSON.stringify(facts, (_key, value: unknown) => (value instanceof Map ? [...value] : value));
}
