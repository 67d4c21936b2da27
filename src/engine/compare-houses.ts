import type { Facts } from '../checks/check.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import type { Finding } from '../model/finding.ts';
import { judge } from './review.ts';

/** One of two houses that are compared, and what is known of the world of each article. */
interface Side {
  readonly house: House;
  facts(article: Article): Facts;
}

/** What another house would say otherwise of an article. */
export interface HouseChange {
  /** `comes`: found by the second house alone; `goes`: by the first alone; `changes`: by both, said or weighed otherwise. */
  readonly kind: 'comes' | 'goes' | 'changes';
  /** As the second house says it, where it does. */
  readonly finding: Finding;
  /** What the first house says, where both say something. */
  readonly was?: Finding;
}

/**
 * What two houses say of the same articles, where it differs: for each article in source order. However often an article
 * has one fault, each counts.
 */
export function* compareHouses(
  articles: Iterable<Article>,
  before: Side,
  after: Side,
): Iterable<{ readonly article: Article; readonly changes: readonly HouseChange[] }> {
  for (const article of articles) {
    const was = judge(article, before.house, before.facts(article)).findings;
    const is = judge(article, after.house, after.facts(article)).findings;
    yield { article, changes: changesBetween(was, is) };
  }
}

function changesBetween(before: readonly Finding[], after: readonly Finding[]): readonly HouseChange[] {
  const left = new Map<string, Finding[]>();
  for (const finding of before) {
    const key = placeOf(finding);
    left.set(key, [...(left.get(key) ?? []), finding]);
  }
  const changes: HouseChange[] = [];
  for (const finding of after) {
    const same = left.get(placeOf(finding)) ?? [];
    const worded = same.findIndex(({ message }) => message.en === finding.message.en);
    const [was] = same.splice(Math.max(0, worded), 1);
    if (was === undefined) changes.push({ kind: 'comes', finding });
    else if (was.severity !== finding.severity || was.message.en !== finding.message.en)
      changes.push({ kind: 'changes', finding, was });
  }
  for (const rest of left.values()) for (const finding of rest) changes.push({ kind: 'goes', finding });
  return changes.sort((a, b) => a.finding.at.start - b.finding.at.start || a.finding.at.end - b.finding.at.end);
}

function placeOf({ check, at }: Finding): string {
  return `${check} ${at.start} ${at.end}`;
}
