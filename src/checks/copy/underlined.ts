import type { Article } from '../../model/article.ts';

/** Whether a line under it makes a heading, instead of `#` before it. */
export function isUnderlined({ tokens }: Article, token: number): boolean {
  const markup = tokens[token - 1]?.markup;
  return markup === '-' || markup === '=';
}
