import type { House as OwnHouse } from '../house/house.ts';
import type { Resolved } from '../house/load.ts';
import type { Article as OwnArticle } from '../model/article.ts';
import { plainFields } from '../model/front-matter/plain-fields.ts';
import type * as Contract from './copydesk.d.ts';

// What callers hold says little, so that little is promised; what it stands for is found by it here.
const articles = new WeakMap<Contract.Article, OwnArticle>();
const houses = new WeakMap<Contract.House, OwnHouse>();
const resolved = new WeakMap<Contract.ResolvedHouse, { readonly made: Resolved; readonly house: OwnHouse }>();
const given = new WeakMap<OwnHouse, Contract.House>();

/** An article as callers hold it. */
export function giveArticle(own: OwnArticle): Contract.Article {
  const { text, frontMatter } = own;
  const article = { text, fields: plainFields(frontMatter.entries), bodyStart: frontMatter.bodyStart };
  articles.set(article, own);
  return article;
}

/** A house as callers hold it; the same for the same house. */
export function giveHouse(own: OwnHouse): Contract.House {
  const known = given.get(own);
  if (known) return known;
  const { id, name, language } = own;
  const house = { id, name, language, templates: own.templates.map((template) => template.id) };
  houses.set(house, own);
  given.set(own, house);
  return house;
}

/** Keeps what a resolved house was made of, for one that extends it. */
export function keepResolved(answer: Contract.ResolvedHouse, made: Resolved, house: OwnHouse): void {
  resolved.set(answer, { made, house });
}

/** What a resolved house was made of. Throws a TypeError for one that {@link giveHouse} did not give. */
export function madeOf(base: Contract.ResolvedHouse): { readonly made: Resolved; readonly house: OwnHouse } {
  return found(resolved, base, 'a house that resolveHouse made');
}

/** The article behind what a caller holds. Throws a TypeError for anything else. */
export const articleOf = (article: Contract.Article): OwnArticle =>
  found(articles, article, 'an article that parseArticle made');

/** The house behind what a caller holds. Throws a TypeError for anything else. */
export const houseOf = (house: Contract.House): OwnHouse =>
  found(houses, house, 'a house that resolveHouse or openNewsroom made');

function found<K extends object, V>(known: WeakMap<K, V>, key: K, wanted: string): V {
  const value = known.get(key);
  if (value === undefined) throw new TypeError(`expected ${wanted}`);
  return value;
}
