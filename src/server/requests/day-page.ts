import { dayList } from '../../desk/day-list.ts';
import { dayPage as page } from '../../desk/day-page.ts';
import { clockIn } from '../../model/written-date.ts';
import type { DeskHandler } from './request.ts';

/** The page of what goes out on a day; its articles are reviewed before the others. */
export const dayPage: DeskHandler<'copydesk/dayPage'> = async (session, { day }) => {
  const { house } = await session.houses.of(session.folders()[0]);
  const wanted = day ?? clockIn(session.now(), house.timeZone).slice(0, 10);
  const rows = await session.desk.reviewedRows(({ date }) => date.startsWith(wanted));
  const locale = session.locale();
  return { day: wanted, html: page(dayList(rows, wanted, locale), locale) };
};
