import { inLocale, type Locale } from '../model/finding.ts';
import { asOf } from './as-of.ts';
import { badDate } from './bad-date.ts';
import { badValue } from './bad-value.ts';
import { brokenEmbargo } from './broken-embargo.ts';
import { brokenFootnote } from './broken-footnote.ts';
import { brokenLink } from './broken-link.ts';
import { brokenMarkup } from './broken-markup.ts';
import { bylineMismatch } from './byline-mismatch.ts';
import { changedAfterSigning } from './changed-after-signing.ts';
import type { Check, Notice, Rule } from './check.ts';
import { checkFailed } from './check-failed.ts';
import { conflictMarker } from './conflict-marker.ts';
import { courtesyTitle } from './courtesy-title.ts';
import { creditDiffers } from './credit-differs.ts';
import { creditMismatch } from './credit-mismatch.ts';
import { cutValue } from './cut-value.ts';
import { dateStyle } from './date-style.ts';
import { doubledCharacter } from './doubled-character.ts';
import { duplicateArticle } from './duplicate-article.ts';
import { duplicateField } from './duplicate-field.ts';
import { frontMatterSyntax } from './front-matter-syntax.ts';
import { fullWidthCharacters } from './full-width-characters.ts';
import { futureDate } from './future-date.ts';
import { halfWidthPunctuation } from './half-width-punctuation.ts';
import { hardSentence } from './hard-sentence.ts';
import { houseFile } from './house-file.ts';
import { houseTerm } from './house-term.ts';
import { idiomSlip } from './idiom-slip.ts';
import { impossibleDate } from './impossible-date.ts';
import { indefiniteArticle } from './indefinite-article.ts';
import { indentedParagraph } from './indented-paragraph.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { listMark } from './list-mark.ts';
import { longTitle } from './long-title.ts';
import { malformedByline } from './malformed-byline.ts';
import { malformedCredit } from './malformed-credit.ts';
import { misplacedFence } from './misplaced-fence.ts';
import { missingAlt } from './missing-alt.ts';
import { missingByline } from './missing-byline.ts';
import { missingCaption } from './missing-caption.ts';
import { missingCredit } from './missing-credit.ts';
import { missingDiacritic } from './missing-diacritic.ts';
import { missingField } from './missing-field.ts';
import { missingFrontMatter } from './missing-front-matter.ts';
import { missingImage } from './missing-image.ts';
import { missingSignature } from './missing-signature.ts';
import { mixedFieldNames } from './mixed-field-names.ts';
import { mixedNumerals } from './mixed-numerals.ts';
import { nameVariants } from './name-variants.ts';
import { nestedQuotes } from './nested-quotes.ts';
import { nonstandardCharacter } from './nonstandard-character.ts';
import { numberStyle } from './number-style.ts';
import { numbering } from './numbering.ts';
import { passiveVoice } from './passive-voice.ts';
import { redundantAcronym } from './redundant-acronym.ts';
import { redundantApproximation } from './redundant-approximation.ts';
import { repeatedWord } from './repeated-word.ts';
import { schemaMismatch } from './schema-mismatch.ts';
import { scriptSpacing } from './script-spacing.ts';
import { sentenceSpacing } from './sentence-spacing.ts';
import { serialComma } from './serial-comma.ts';
import { shortYear } from './short-year.ts';
import { stackedPunctuation } from './stacked-punctuation.ts';
import { straightQuotes } from './straight-quotes.ts';
import { straySpace } from './stray-space.ts';
import { titlePunctuation } from './title-punctuation.ts';
import { truncatedRange } from './truncated-range.ts';
import { unknownField } from './unknown-field.ts';
import { unknownPerson } from './unknown-person.ts';
import { unlabelledAiImage } from './unlabelled-ai-image.ts';
import { unlinkedCorrection } from './unlinked-correction.ts';
import { unpairedMarks } from './unpaired-marks.ts';
import { untraceableCredit } from './untraceable-credit.ts';
import { unusedAllowance } from './unused-allowance.ts';
import { unusedPicture } from './unused-picture.ts';
import { wordyPhrase } from './wordy-phrase.ts';
import { wrongContraction } from './wrong-contraction.ts';
import { wrongDash } from './wrong-dash.ts';
import { wrongEllipsis } from './wrong-ellipsis.ts';
import { wrongInterpunct } from './wrong-interpunct.ts';
import { wrongPercent } from './wrong-percent.ts';
import { wrongPlace } from './wrong-place.ts';
import { wrongType } from './wrong-type.ts';
import { wrongWeekday } from './wrong-weekday.ts';
import { wrongWord } from './wrong-word.ts';

/** Every check that Copydesk ships. A check is listed here and nowhere else. */
export const checks: readonly Check[] = [
  asOf,
  badDate,
  badValue,
  brokenEmbargo,
  brokenFootnote,
  brokenLink,
  brokenMarkup,
  bylineMismatch,
  changedAfterSigning,
  conflictMarker,
  courtesyTitle,
  creditDiffers,
  creditMismatch,
  cutValue,
  doubledCharacter,
  dateStyle,
  duplicateArticle,
  duplicateField,
  frontMatterSyntax,
  fullWidthCharacters,
  futureDate,
  halfWidthPunctuation,
  hardSentence,
  houseTerm,
  idiomSlip,
  impossibleDate,
  indefiniteArticle,
  indentedParagraph,
  invisibleCharacter,
  listMark,
  longTitle,
  malformedByline,
  malformedCredit,
  misplacedFence,
  missingAlt,
  missingByline,
  missingCaption,
  missingCredit,
  missingDiacritic,
  missingField,
  missingFrontMatter,
  missingImage,
  missingSignature,
  mixedFieldNames,
  mixedNumerals,
  nameVariants,
  nonstandardCharacter,
  nestedQuotes,
  numberStyle,
  numbering,
  passiveVoice,
  redundantAcronym,
  redundantApproximation,
  repeatedWord,
  schemaMismatch,
  scriptSpacing,
  sentenceSpacing,
  serialComma,
  shortYear,
  stackedPunctuation,
  straightQuotes,
  straySpace,
  titlePunctuation,
  truncatedRange,
  unknownField,
  unknownPerson,
  unlabelledAiImage,
  unlinkedCorrection,
  unpairedMarks,
  untraceableCredit,
  wordyPhrase,
  wrongContraction,
  wrongDash,
  wrongEllipsis,
  wrongInterpunct,
  wrongPercent,
  wrongPlace,
  wrongType,
  wrongWeekday,
  wrongWord,
];

/** What is said without being looked for. */
const notices: readonly Notice[] = [checkFailed, houseFile, unusedAllowance, unusedPicture];

/** All that Copydesk can find or say, by name: what houses set, what articles allow, what is explained. */
export const rules: readonly Rule[] = [...checks, ...notices].sort((a, b) => (a.id < b.id ? -1 : 1));

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of an id; `undefined` for what other programs, or other versions of Copydesk, find. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}

/** What readers call a rule; for an id that is not known, the id. */
export function titleOf(id: string, locale: Locale): string {
  const rule = byId.get(id);
  return rule === undefined ? id : inLocale(rule.title, locale);
}
