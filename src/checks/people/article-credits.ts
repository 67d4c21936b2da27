import type { Article, Passage } from '../../model/article.ts';
import { beside } from '../../model/beside.ts';
import type { Credit } from '../../model/credit/credit.ts';
import type { LooseCredit, Picture } from '../../model/furniture/furniture.ts';

/** A credit with the passage that holds it, and the picture that it belongs to when there is one. */
export interface PlacedCredit {
  readonly passage: Passage;
  readonly credit: Credit;
  readonly picture?: Picture;
}

/** Every credit of an article in reading order: those of pictures, and those that stand alone. */
export function creditsOf(article: Article): readonly PlacedCredit[] {
  const known = credits.get(article);
  if (known) return known;
  const placed = placedCredits(article);
  credits.set(article, placed);
  return placed;
}

/** Several checks ask one after the other. */
const credits = beside<Article, readonly PlacedCredit[]>();

function placedCredits({ furniture }: Article): readonly PlacedCredit[] {
  const { pictures, looseCredits } = furniture;
  const placed: PlacedCredit[] = [];
  for (const picture of pictures) if (picture.credit) placed.push({ ...picture.credit, picture });
  placed.push(...looseCredits);
  return placed.sort((a, b) => a.passage.block.start - b.passage.block.start || a.credit.from - b.credit.from);
}

const labelled =
  /^[（(【]?(?:[题头首封配插主]?(?:面)?[图圖](?:片|文)?|摄影|攝影|照片|制图|插画|海报|[Pp]hotos?|[Ii]mages?|[Pp]ictures?)(?:均?来源|均?由)? ?[/／|｜丨:：]/;

/** Whether a credit without a picture above it stands for all that the article has: 图片来源：…, 图/高远 at the foot. */
export function isForAll({ passage, credit: { kind, from } }: LooseCredit): boolean {
  return kind === 'blanket' || kind === 'source' || labelled.test(passage.prose.text.slice(from).trimStart());
}
