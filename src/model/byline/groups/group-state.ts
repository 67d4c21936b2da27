import type { Person, Piece, Problem } from '../byline.ts';
import { namesOf, type Span } from '../names/names.ts';
import { isOutlet } from '../names/outlets.ts';
import type { Item } from './scan.ts';

/** A role as it was written, with where its group begins. */
export interface Role {
  readonly kind: 'title' | 'work';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Groups of people read from a run of items. */
export interface Groups {
  readonly outlet: Piece | undefined;
  readonly place: Piece | undefined;
  readonly date: Piece | undefined;
  readonly people: readonly Person[];
  readonly problems: readonly Problem[];
  /** Organisations that were named in a person's stead, stock agencies in brackets included. */
  readonly organisations: readonly Piece[];
  /** Roles in written order. */
  readonly roles: readonly Role[];
  /** The tail (摄影报道), or a work that closes the last group (…摄). */
  readonly tail: Piece | undefined;
  /** Works and tails that stand after their people (张三 文 李四 摄), with the range of people that each closes. */
  readonly closings: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  /** Where the last group that was understood ends. */
  readonly end: number;
}

/** What has been read of a byline's groups so far. It lives for one reading, and nobody else sees it. */
export interface GroupState {
  readonly text: string;
  /** The text, folded. */
  readonly s: string;
  readonly items: readonly Item[];
  /** Body text may follow: stop at the first thing that is no part of a byline. */
  readonly open: boolean;
  readonly people: Person[];
  readonly problems: Problem[];
  readonly organisations: Piece[];
  readonly roles: Role[];
  readonly closings: { start: number; end: number; text: string }[];
  /** What stands between each role and its first name. */
  readonly gaps: { readonly gap: string; readonly from: number; readonly to: number }[];
  outlet: Piece | undefined;
  place: Piece | undefined;
  date: Piece | undefined;
  tail: Piece | undefined;
  /** The role of the names that follow. */
  role: Role | undefined;
  /** People already counted to that role. */
  named: number;
  /** People without a role before the first one. */
  unlabelled: number;
  /** Words that are names, not yet made into people. */
  run: Span[];
  /** Index of the first person whom no closing work or tail has covered. */
  clause: number;
  end: number;
}

export function startGroups(text: string, s: string, items: readonly Item[], open: boolean): GroupState {
  return {
    text,
    s,
    items,
    open,
    people: [],
    problems: [],
    organisations: [],
    roles: [],
    closings: [],
    gaps: [],
    outlet: undefined,
    place: undefined,
    date: undefined,
    tail: undefined,
    role: undefined,
    named: 0,
    unlabelled: 0,
    run: [],
    clause: 0,
    end: items[0]?.from ?? 0,
  };
}

/** A stretch of the text as written; 《》 around it do not belong to a name. */
export function pieceAt({ text, s }: GroupState, from: number, to: number): Piece {
  const quoted = s.charAt(from) === '《' && s.charAt(to - 1) === '》' ? 1 : 0;
  return { text: text.slice(from + quoted, to - quoted), from: from + quoted, to: to - quoted };
}

/** How many are named so far, those still in the run included. */
export function countNamed({ people, run }: GroupState): number {
  return people.length + run.length;
}

/** Whether a role has been read that nobody is named for yet. */
export function isWaiting({ role, named, run }: GroupState): boolean {
  return role !== undefined && named === 0 && run.length === 0;
}

/** Makes people of the names that have been collected. */
export function flush(state: GroupState): void {
  if (state.run.length === 0) return;
  const found = namesOf(state.text, state.s, state.run, state.role?.text, state.problems);
  state.people.push(...found);
  state.named += found.length;
  if (state.role === undefined) state.unlabelled += found.length;
  state.run = [];
}

/** Ends a group: the names that follow have no role until one is written. */
export function endGroup(state: GroupState): void {
  state.role = undefined;
  state.named = 0;
}

/** A work or a tail that stands after its people covers everybody since the last one. */
export function closeClause(state: GroupState, by: string): void {
  if (state.people.length > state.clause)
    state.closings.push({ start: state.clause, end: state.people.length, text: by });
  state.clause = state.people.length;
}

/** Keeps the first outlet that is written; one that was begun before a joiner (半岛晨报、39度视频) is continued. */
export function takeOutlet(state: GroupState, from: number, to: number): void {
  const { s, organisations } = state;
  let start = from;
  const previous = organisations[organisations.length - 1];
  if (previous && previous.to === from - 1 && '/、-·'.includes(s.charAt(from - 1))) {
    organisations.pop();
    start = previous.from;
  }
  // 本文由海川日报记者…: the outlet begins after 由.
  const by = s.lastIndexOf('由', to - 1);
  if (by >= start && isOutlet(s.slice(by + 1, to))) start = by + 1;
  if (!/^本[文版期组篇章节辑栏]/.test(s.slice(start, to))) state.outlet ??= pieceAt(state, start, to);
}
