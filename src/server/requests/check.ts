import type { DeskHandler } from './request.ts';

/** Checks one open document now. */
export const check: DeskHandler<'copydesk/check'> = async (session, { uri }) =>
  (await session.diagnose.check(uri)) ?? null;
