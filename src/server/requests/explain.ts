import { explain as pageOf } from '../new-article.ts';
import type { DeskHandler } from './request.ts';

/** The page of a check. */
export const explain: DeskHandler<'copydesk/explain'> = (session, { id }) => pageOf(id, session.locale());
