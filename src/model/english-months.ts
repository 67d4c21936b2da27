/** The months as English writes them in full, January first. */
export const MONTH_NAMES: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'Jun', 'Jul', 'Aug', 'Sept?', 'Oct', 'Nov', 'Dec'];

/** A month as English writes it, in full or short, as part of a pattern; `monthOf` says which it is. */
export const ENGLISH_MONTH = `(?:${MONTH_NAMES.join('|')}|(?:${SHORT.join('|')})\\b\\.?)`;

/** The number of a month by its English name, in full or in short, from 1; 0 for none. */
export function monthOf(name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return MONTH_NAMES.findIndex((month) => month.slice(0, 3).toLowerCase() === start) + 1;
}
