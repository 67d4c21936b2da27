import { fillBlock } from '../new-article.ts';
import { forNewArticle } from '../own-templates.ts';
import type { DeskHandler } from './request.ts';

/** A block as a snippet. */
export const block: DeskHandler<'copydesk/block'> = async (session, { uri, id, values = {} }) =>
  fillBlock(await forNewArticle(session, uri), id, values);
