import { formOf } from '../field-forms.ts';
import type { DeskHandler } from './request.ts';
import { writable } from './writable.ts';

/** The fields of an article, for Set Field…. */
export const fields: DeskHandler<'copydesk/fields'> = async (session, { uri }) => {
  const reviewed = await writable(session, uri);
  if (!reviewed) return null;
  const around = await session.around(uri, reviewed.inForce);
  const forms = reviewed.inForce.house.fields.map((field) => formOf(field, reviewed, around, session.locale()));
  return { version: reviewed.version, fields: forms };
};
