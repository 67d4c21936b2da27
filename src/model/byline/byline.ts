/** A stretch of a byline or credit: offsets are UTF-16 units into the text that was read. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Somebody named in a byline or credit. */
export interface Person extends Piece {
  /** The name with letter-spacing removed (`王 刚` is `王刚`); `text` is as written. */
  readonly name: string;
  /** The role word written nearest, carried on through its group; `undefined` where none is written. */
  readonly role: string | undefined;
}

/** What can be wrong with a byline or credit by its own lights. */
export type ProblemCode =
  | 'unclosed-bracket'
  | 'unopened-bracket'
  | 'mixed-brackets'
  | 'glued-groups'
  | 'glued-names'
  | 'glued-head'
  | 'doubled-role'
  | 'role-after-name'
  | 'missing-role'
  | 'missing-name'
  | 'spaced-name'
  | 'stray-space'
  | 'mixed-spacing'
  | 'doubled-formula'
  | 'untraceable';

/** Something wrong with a byline or credit that can be told without knowing the house. */
export interface Problem {
  readonly code: ProblemCode;
  readonly from: number;
  readonly to: number;
  /** Where two things that are run together belong apart, or where a bracket would close. */
  readonly at?: number;
  /** Every place where a bracket may close that never does, the likeliest first. */
  readonly choices?: readonly number[];
}

/**
 * `head` (本报讯（…）), `dateline` (…电), `bracket` (【…】 or （…） alone), `line` (role line), `sign` (— Reuters),
 * `bare` (a name and nothing else), `note` (affiliation note), `info` (来源：… 时间：… 作者：…), `attribution` (据央视).
 */
export type BylineKind = 'head' | 'dateline' | 'bracket' | 'line' | 'sign' | 'bare' | 'note' | 'info' | 'attribution';

/** A byline or dateline read into structure; all offsets are UTF-16 units into the text that was read. */
export interface Byline {
  readonly kind: BylineKind;
  readonly from: number;
  readonly to: number;
  readonly outlet: Piece | undefined;
  readonly place: Piece | undefined;
  readonly date: Piece | undefined;
  /** 电, 讯, 消息, 快讯, 报道. */
  readonly verb: Piece | undefined;
  readonly people: readonly Person[];
  /** Role words in written order, as they stand; a role that was written twice is there twice. */
  readonly roles: readonly Piece[];
  /** The brackets round the people, when there are any: offsets of the two marks (equal when it is not closed). */
  readonly brackets?: { readonly open: number; readonly close: number };
  /** Well formed by its own lights. */
  readonly ok: boolean;
  readonly problems: readonly Problem[];
}
