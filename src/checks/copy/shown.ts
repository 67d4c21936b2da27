/** Whether `[from, to)` is all that stands between two quotation marks: it is spoken of, as in “。。” and “the the”. */
export function isShown(text: string, from: number, to: number): boolean {
  return /[“‘「『"]/.test(text.charAt(from - 1)) && /[”’」』"]/.test(text.charAt(to));
}
