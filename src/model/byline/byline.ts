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
