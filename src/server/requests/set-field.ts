import { writeField } from '../../writing/field-form.ts';
import { editsOf, fieldNamed } from '../field-forms.ts';
import type { DeskHandler } from './request.ts';
import { writable } from './writable.ts';

/** The edits that write a field. */
export const setField: DeskHandler<'copydesk/setField'> = async (session, { uri, key, values }) => {
  const reviewed = await writable(session, uri);
  if (!reviewed) return null;
  const { article, inForce } = reviewed;
  return editsOf(
    reviewed,
    writeField(article, inForce.house, fieldNamed(key, inForce.house, session.locale()), values),
  );
};
