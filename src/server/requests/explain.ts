import { explain as pageOf } from '../desk.ts';
import type { DeskHandler } from './request.ts';

/** The page of a check. */
export const explain: DeskHandler<'copydesk/explain'> = (session, { id }) => pageOf(id, session.locale());
