import { badDate } from './bad-date.ts';
import { badValue } from './bad-value.ts';
import type { Check } from './check.ts';
import { checkFailed } from './check-failed.ts';
import { duplicateField } from './duplicate-field.ts';
import { frontMatterSyntax } from './front-matter-syntax.ts';
import { halfWidthPunctuation } from './half-width-punctuation.ts';
import { houseFile } from './house-file.ts';
import { longTitle } from './long-title.ts';
import { missingField } from './missing-field.ts';
import { missingFrontMatter } from './missing-front-matter.ts';
import { missingImage } from './missing-image.ts';
import { repeatedWord } from './repeated-word.ts';
import { stackedPunctuation } from './stacked-punctuation.ts';
import { straightQuotes } from './straight-quotes.ts';
import { unknownField } from './unknown-field.ts';
import { unknownPerson } from './unknown-person.ts';
import { unpairedMarks } from './unpaired-marks.ts';
import { unusedAllowance } from './unused-allowance.ts';
import { wrongDash } from './wrong-dash.ts';
import { wrongEllipsis } from './wrong-ellipsis.ts';
import { wrongInterpunct } from './wrong-interpunct.ts';
import { wrongType } from './wrong-type.ts';

/** Every check that Copydesk ships, by name. A check is listed here and nowhere else. */
export const checks: readonly Check[] = [
  badDate,
  badValue,
  checkFailed,
  duplicateField,
  frontMatterSyntax,
  halfWidthPunctuation,
  houseFile,
  longTitle,
  missingField,
  missingFrontMatter,
  missingImage,
  repeatedWord,
  stackedPunctuation,
  straightQuotes,
  unknownField,
  unknownPerson,
  unpairedMarks,
  unusedAllowance,
  wrongDash,
  wrongEllipsis,
  wrongInterpunct,
  wrongType,
];
