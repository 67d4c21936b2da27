import { beginArticle } from '../desk.ts';
import { deskAt, free } from '../own-templates.ts';
import type { DeskHandler } from './request.ts';

/** An article begun from a template. */
export const newArticle: DeskHandler<'copydesk/newArticle'> = async (session, { uri, id, values }) =>
  free(session, beginArticle(await deskAt(session, uri), id, values));
