import type { House } from '../house/house.ts';
import type { Desk } from './desk.ts';

/** What a newsroom may let agents write: the safe fixes of an article that is there; those and new articles. */
type Permission = 'fixes' | 'all';

/** Whether agents may write so here: because the house says so, or whoever started this does. */
export function mayWrite(desk: Pick<Desk, 'mayWrite'>, { agents }: House, wanted: Permission): boolean {
  return desk.mayWrite || agents?.write === 'all' || agents?.write === wanted;
}
