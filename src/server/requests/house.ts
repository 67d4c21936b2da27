import { houseInWords } from '../new-article.ts';
import type { DeskHandler } from './request.ts';

/** The house in force. */
export const house: DeskHandler<'copydesk/house'> = async (session, { uri }) =>
  houseInWords(await session.houses.of(uri), session.locale());
