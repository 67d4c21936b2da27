import type { Person, Piece } from './byline.ts';

/** Something wrong with a byline or credit that can be told without knowing the house. */
export interface Problem {
  /** Such as `unclosed-bracket`, `glued-groups`, `glued-names`, `doubled-role`, `role-after-name`, `missing-role`, `spaced-name`, `mixed-brackets`. */
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** A byline or dateline read into structure; all offsets are UTF-16 units into the text that was read. */
export interface Byline {
  /** `head` (本报讯（…）), `dateline` (…电), `bracket` (【…】), `line` (role line), `sign` (end signature), `note` (affiliation note). */
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly outlet: Piece | undefined;
  readonly place: Piece | undefined;
  readonly date: Piece | undefined;
  /** 电, 讯, 消息, 快讯, 报道. */
  readonly verb: Piece | undefined;
  readonly people: readonly Person[];
  /** Well formed by its own lights. */
  readonly ok: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Reads a byline at the head of a paragraph (`where: 'head'`), or one that is the whole of a line
 * (`where: 'line'`). Returns `undefined` for running text. Linear in the length of `text`.
 */
export function readByline(_text: string, _where: 'head' | 'line'): Byline | undefined {
  return undefined;
}
