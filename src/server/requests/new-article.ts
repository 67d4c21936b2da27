import { beginArticle } from '../new-article.ts';
import { forNewArticle, free, inReadersLanguage, withDialect } from '../own-templates.ts';
import type { DeskHandler } from './request.ts';

/** An article begun from a template. */
export const newArticle: DeskHandler<'copydesk/newArticle'> = async (session, { uri, id, values }) =>
  free(
    session,
    beginArticle(await withDialect(session, inReadersLanguage(session, await forNewArticle(session, uri))), id, values),
  );
