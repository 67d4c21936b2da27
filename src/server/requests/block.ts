import { fillBlock } from '../new-article.ts';
import { forNewArticle } from '../own-templates.ts';
import type { DeskHandler } from './request.ts';

/** A block as a snippet. */
export const block: DeskHandler<'copydesk/block'> = async (session, { uri, id }) =>
  fillBlock(await forNewArticle(session, uri), id);
