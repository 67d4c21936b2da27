import type { DeskChange, DeskRow } from '../desk/row.ts';

/** The time zone by which the newsroom says what is today; absent where its house names none. */
export interface DeskClock {
  readonly timeZone?: string;
}

/** Asked by the desk's view. */
export interface DeskListRequests {
  /**
   * The newsroom's articles as the desk lists them: what their front matter says, and what reviews said so far. With
   * `watch` what changes is told by {@link deskNotification} from now on, until it is `false`; `whole`: the answer waits
   * until every article is reviewed.
   */
  'copydesk/desk': {
    params: { readonly watch?: boolean; readonly whole?: boolean };
    result: { readonly rows: readonly DeskRow[] } & DeskClock;
  };
  /** The day that it is, such as `2026-11-29`, by the newsroom's clock. */
  'copydesk/today': { params: Record<string, never>; result: { readonly day: string } };
  /** A day's list as a page to print. `day`: `2026-11-29`; absent: today, by the newsroom's clock. */
  'copydesk/dayPage': {
    params: { readonly day?: string };
    result: { readonly day: string; readonly html: string };
  };
}

/** Sent by the server while the desk's rows are watched: {@link DeskNews}. */
export const deskNotification = 'copydesk/deskChanged';

/** What became of the desk's rows; `left`: how many articles are still to be reviewed. */
export interface DeskNews extends DeskChange, DeskClock {
  readonly left: number;
}
