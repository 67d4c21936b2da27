/** Client command that says what a house file has learned; argument: {@link TaughtEdit}. */
export const taughtCommand = 'copydesk.taught';

/** An edit of a house or staff file that was made: what stood there, and what stands there now. */
export interface TaughtEdit {
  readonly uri: string;
  readonly start: { readonly line: number; readonly character: number };
  readonly before: string;
  /** Lines end with LF, whatever those of the file end with. */
  readonly after: string;
  /** The file was made for it. */
  readonly isNew: boolean;
  /** It was open already, and may hold what nobody has saved yet. */
  readonly wasOpen: boolean;
}
