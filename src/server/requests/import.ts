import { importText } from '../new-article.ts';
import { forNewArticle, free, withDialect } from '../own-templates.ts';
import type { DeskHandler } from './request.ts';

/** An article made of the text of a page. */
export const importPage: DeskHandler<'copydesk/import'> = async (session, { uri, text }) =>
  free(session, importText(await withDialect(session, await forNewArticle(session, uri)), text, session.locale()));
