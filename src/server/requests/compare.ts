import { parseArticle } from '../../model/parse.ts';
import { readText } from '../../newsroom/world.ts';
import { changesDocument, changesTitle } from '../../page/changes-page.ts';
import { compareArticles } from '../../reading/compare-articles.ts';
import { readingOf } from '../../reading/reading.ts';
import type { DeskHandler } from './request.ts';

/** What changed since an earlier version of an article, as it stands in the editor. */
export const compare: DeskHandler<'copydesk/compare'> = async (session, { uri, before, names, onlyPublished }) => {
  const text = await readText(session.world, uri);
  if (text === undefined) return null;
  const { house } = await session.houses.of(uri);
  const earlier = parseArticle(before);
  if (onlyPublished && readingOf(earlier, house).stage !== 'published') return null;
  const comparison = compareArticles(earlier, parseArticle(text), house);
  const locale = session.locale();
  return {
    title: changesTitle(names, locale),
    html: changesDocument(comparison, names, locale),
    isSame: comparison.isSame,
  };
};
