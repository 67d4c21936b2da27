import type { Check } from './check.ts';
import { checkFailed } from './check-failed.ts';
import { halfWidthPunctuation } from './half-width-punctuation.ts';
import { missingImage } from './missing-image.ts';
import { repeatedWord } from './repeated-word.ts';
import { stackedPunctuation } from './stacked-punctuation.ts';
import { straightQuotes } from './straight-quotes.ts';
import { unpairedMarks } from './unpaired-marks.ts';
import { unusedAllowance } from './unused-allowance.ts';
import { wrongDash } from './wrong-dash.ts';
import { wrongEllipsis } from './wrong-ellipsis.ts';
import { wrongInterpunct } from './wrong-interpunct.ts';

/** Every check that Copydesk ships, by name. A check is listed here and nowhere else. */
export const checks: readonly Check[] = [
  checkFailed,
  halfWidthPunctuation,
  missingImage,
  repeatedWord,
  stackedPunctuation,
  straightQuotes,
  unpairedMarks,
  unusedAllowance,
  wrongDash,
  wrongEllipsis,
  wrongInterpunct,
];
