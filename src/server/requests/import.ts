import { importText } from '../desk.ts';
import { deskAt, free } from '../own-templates.ts';
import type { DeskHandler } from './request.ts';

/** An article made of the text of a page. */
export const importPage: DeskHandler<'copydesk/import'> = async (session, { uri, text }) =>
  free(session, importText(await deskAt(session, uri), text, session.locale()));
