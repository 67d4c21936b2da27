import type { Check } from './check.ts';
import { checkFailed } from './check-failed.ts';
import { unusedAllowance } from './unused-allowance.ts';

/** Every check that Copydesk ships, by name. A check is listed here and nowhere else. */
export const checks: readonly Check[] = [checkFailed, unusedAllowance];
