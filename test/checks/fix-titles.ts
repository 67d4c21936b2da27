/** What a fix may do, in one word. */
const acts =
  'Accept Add Allow Capitalise Change Close Delete Divide Drop Fill Give Insert Join Keep Leave Make Move Name Part Put Read ' +
  'Remove Rename Replace Set Spell Split Swap Take Turn Use Write';

/**
 * How the title of a fix begins in English: with what will be done. What a check says is wrong never does, so that
 * the two, which stand in one table, can be told apart.
 */
export const titleOfFix = new RegExp(`^(?:${acts.replaceAll(' ', '|')})\\b`);
