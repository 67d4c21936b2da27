import { deskClock } from '../desk-clock.ts';
import type { DeskHandler } from './request.ts';

/** The rows of the desk, and whether what changes of them is told from now on. */
export const desk: DeskHandler<'copydesk/desk'> = async (session, { watch, whole }) => {
  const { desk: rows } = session;
  const clock = await deskClock(session);
  if (whole === true) return { rows: await rows.reviewedRows(() => true), ...clock };
  if (watch === false) rows.leave();
  return { rows: watch === true ? await rows.look() : watch === false ? [] : await rows.known(), ...clock };
};
