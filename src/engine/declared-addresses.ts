import { withoutArticleEnding } from '../model/article-endings.ts';
import type { ArticleValues } from './newsroom-values.ts';

/** Under these keys generators let an article say what address it has, or had. */
const addressKeys: readonly string[] = [
  'permalink',
  'url',
  'slug',
  'aliases',
  'alias',
  'redirect_from',
  'redirect-from',
];

/**
 * The addresses that an article says it has or had, as {@link addressOf} writes them; a slug by itself is one step.
 * Patterns (`/:year/:title/`) and addresses of other sites are none.
 */
export function declaredAddresses(values: ArticleValues): readonly string[] {
  const found = addressKeys.flatMap((key) => values.get(key) ?? []).map(addressOf);
  return [...new Set(found.filter((address) => address !== undefined))];
}

/**
 * What a link and an address have in common, however they are written: no slashes at the ends, no steps that begin it,
 * no ending, no query. `undefined` for what is on another site, is worked out elsewhere, or leads to the front page.
 */
export function addressOf(written: string): string | undefined {
  const path = decoded(written.trim().replace(/[?#].*$/s, ''));
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|[:{}<>*\s]/i.test(path)) return undefined;
  const plain = withoutArticleEnding(
    path
      .replace(/^(?:\.{0,2}\/)+/, '')
      .replace(/\/$/, '')
      .replace(/\.html?$/i, ''),
  ).replace(/(?:^|\/)_?index$/i, '');
  return plain === '' ? undefined : plain.normalize('NFC').toLowerCase();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
