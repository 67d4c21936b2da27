import { stagesFormOf } from '../field-forms.ts';
import type { DeskHandler } from './request.ts';
import { writable } from './writable.ts';

/** The stages of an article, for Change Stage…. */
export const stages: DeskHandler<'copydesk/stages'> = async (session, { uri }) => {
  const reviewed = await writable(session, uri);
  return reviewed ? stagesFormOf(reviewed, session.locale()) : null;
};
