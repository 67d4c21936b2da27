import { dayList } from '../../desk/day-list.ts';
import { dayPage as page } from '../../desk/day-page.ts';
import { clockIn } from '../../model/written-date.ts';
import { deskClock } from '../desk-clock.ts';
import type { Session } from '../session.ts';
import type { DeskHandler } from './request.ts';

/** The day that it is by the newsroom's clock, which need not be that of the machine. */
async function dayNow(session: Session): Promise<string> {
  const { timeZone } = await deskClock(session);
  return clockIn(session.now(), timeZone).slice(0, 10);
}

export const today: DeskHandler<'copydesk/today'> = async (session) => ({ day: await dayNow(session) });

/** The page of what goes out on a day; its articles are reviewed before the others. */
export const dayPage: DeskHandler<'copydesk/dayPage'> = async (session, { day }) => {
  const wanted = day ?? (await dayNow(session));
  const rows = await session.desk.reviewedRows(({ date }) => date.startsWith(wanted));
  const locale = session.locale();
  return { day: wanted, html: page(dayList(rows, wanted, locale), locale) };
};
