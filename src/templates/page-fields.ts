/** What was read off a page besides its text. Names are without letter-spacing; everything else is as written. */
export interface PageFields {
  readonly title?: string;
  readonly subtitle?: string;
  readonly series?: string;
  /** As the house writes it where the house knows the column, else as the page does. */
  readonly column?: string;
  /** `2024-06-01 10:53:16`, as the page's clock shows it. */
  readonly published?: string;
  readonly source?: string;
  readonly originalTitle?: string;
  readonly reporters: readonly string[];
  readonly correspondents: readonly string[];
  readonly photographers: readonly string[];
  readonly editors: readonly string[];
}
