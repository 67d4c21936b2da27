import { listTemplates } from '../new-article.ts';
import { forNewArticle, inReadersLanguage } from '../own-templates.ts';
import type { DeskHandler } from './request.ts';

/** The templates and blocks of the house, with what filling them in asks for. */
export const templates: DeskHandler<'copydesk/templates'> = async (session, { uri }) => {
  const { inForce, own } = inReadersLanguage(session, await forNewArticle(session, uri));
  return listTemplates(inForce.house, own, session.locale());
};
