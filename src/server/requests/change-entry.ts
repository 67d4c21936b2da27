import { changeEntry as entryEdits } from '../../writing/change-entry.ts';
import { editsOf, fieldNamed } from '../field-forms.ts';
import type { DeskHandler } from './request.ts';
import { writable } from './writable.ts';

/** The edits that add, change or remove an entry of a field. */
export const changeEntry: DeskHandler<'copydesk/changeEntry'> = async (session, { uri, key, change }) => {
  const reviewed = await writable(session, uri);
  if (!reviewed) return null;
  const { article, inForce } = reviewed;
  return editsOf(
    reviewed,
    entryEdits(article, inForce.house, fieldNamed(key, inForce.house, session.locale()), change),
  );
};
