import { everythingFixed } from '../actions.ts';
import { editsOf } from '../field-forms.ts';
import type { DeskHandler } from './request.ts';

/** The edits that fix everything safe in one article, and what they leave to a person. */
export const fixAll: DeskHandler<'copydesk/fixAll'> = async (session, { uri }) => {
  const reviewed = await session.reviews.current(uri);
  if (!reviewed?.isArticle) return null;
  const { edits, findings } = everythingFixed(reviewed) ?? { edits: [], findings: reviewed.findings };
  const fixed = edits.length === 0 ? 0 : reviewed.findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length;
  const left = findings.filter(({ severity }) => severity !== 'info').length;
  return { ...editsOf(reviewed, edits), fixed, left };
};
