import { fixEverything } from '../actions.ts';
import { editsOf } from '../field-forms.ts';
import type { DeskHandler } from './request.ts';

/** The edits that fix everything safe in one article. */
export const fixAll: DeskHandler<'copydesk/fixAll'> = async (session, { uri }) => {
  const reviewed = await session.reviews.current(uri);
  if (!reviewed?.isArticle) return null;
  const fixed = reviewed.findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length;
  return { ...editsOf(reviewed, fixEverything(reviewed) ?? []), fixed };
};
