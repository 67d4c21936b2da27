import type { DeskHandler } from './request.ts';

/** The rows of the desk, and whether what changes of them is told from now on. */
export const desk: DeskHandler<'copydesk/desk'> = async ({ desk: rows }, { watch, whole }) => {
  if (whole === true) return { rows: await rows.reviewedRows(() => true) };
  if (watch === false) rows.leave();
  return { rows: watch === true ? await rows.look() : watch === false ? [] : await rows.known() };
};
