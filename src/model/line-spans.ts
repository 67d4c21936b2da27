/** Lines of a text, counted from 0: from the first to before the last. */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
}

/** Whether a stretch of lines, its last one included, touches any of the spans. */
export function touches(spans: readonly LineSpan[], first: number, last: number): boolean {
  return spans.some(({ from, to }) => first < to && last >= from);
}
