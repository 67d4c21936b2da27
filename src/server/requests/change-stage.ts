import { stages } from '../../house/house.ts';
import { changeStage as stageEdits } from '../../writing/field-form.ts';
import { editsOf } from '../field-forms.ts';
import type { DeskHandler } from './request.ts';
import { writable } from './writable.ts';

/** The edits that move an article to a stage; none for a stage that there is not. */
export const changeStage: DeskHandler<'copydesk/changeStage'> = async (session, { uri, stage }) => {
  const reviewed = await writable(session, uri);
  if (!reviewed) return null;
  const wanted = stages.find((one) => one === stage);
  const { article, inForce } = reviewed;
  return editsOf(reviewed, wanted ? stageEdits(article, inForce.house, wanted, session.now()) : []);
};
