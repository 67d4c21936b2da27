import type { House } from './house.ts';

/** Whether a house writes code by indenting it, so that indented text is no prose: an option of `indented-paragraph`. */
export function indentsCode({ checks }: House): boolean {
  return checks['indented-paragraph']?.options?.code === true;
}
