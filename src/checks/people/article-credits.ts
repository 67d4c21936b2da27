import type { Article, Passage } from '../../model/article.ts';
import type { Credit } from '../../model/credit/credit.ts';
import type { Picture } from '../../model/furniture/furniture.ts';

/** A credit with the passage that holds it, and the picture that it belongs to when there is one. */
export interface PlacedCredit {
  readonly passage: Passage;
  readonly credit: Credit;
  readonly picture?: Picture;
}

/** Every credit of an article in reading order: those of pictures, and those that stand alone. */
export function creditsOf(article: Article): readonly PlacedCredit[] {
  const { pictures, looseCredits } = article.furniture;
  const placed: PlacedCredit[] = [];
  for (const picture of pictures) if (picture.credit) placed.push({ ...picture.credit, picture });
  placed.push(...looseCredits);
  return placed.sort((a, b) => a.passage.block.start - b.passage.block.start || a.credit.from - b.credit.from);
}
