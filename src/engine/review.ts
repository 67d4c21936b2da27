import type { Facts } from '../checks/check.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import type { Finding } from '../model/finding.ts';

/** What one review found. */
export interface Review {
  /** In source order. */
  readonly findings: readonly Finding[];
  /** Characters as editors count them (字数): each Han character and full-width mark, each Latin word or number. */
  readonly characters: number;
}

/** Findings of passages from earlier reviews of the same house; give the same one again to review a keystroke. */
export interface ReviewCache {
  readonly passages: Map<string, unknown>;
}

/** The one verdict: editor, command line, CI and preview all call this. */
export declare function review(article: Article, house: House, facts: Facts, cache?: ReviewCache): Review;

/** The paths an article refers to (images, related articles), as written, for the host to look up into `Facts.files`. */
export declare function references(article: Article, house: House): readonly string[];
