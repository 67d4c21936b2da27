import { fillBlock } from '../desk.ts';
import { deskAt } from '../own-templates.ts';
import type { DeskHandler } from './request.ts';

/** A block as a snippet. */
export const block: DeskHandler<'copydesk/block'> = async (session, { uri, id }) =>
  fillBlock(await deskAt(session, uri), id);
