import type { DeskHandler } from './request.ts';

/** The edits of a quick fix that was chosen on a page. */
export const pageFix: DeskHandler<'copydesk/pageFix'> = (session, wanted) => session.previews.fix(wanted);
