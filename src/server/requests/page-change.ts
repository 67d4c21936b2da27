import type { DeskHandler } from './request.ts';

/** What changed on the page of an article since a preview was last sent it. */
export const pageChange: DeskHandler<'copydesk/pageChange'> = (session, wanted) => session.previews.change(wanted);
