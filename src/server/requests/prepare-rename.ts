import type { PrepareRenameParams, Range, ResponseError } from 'vscode-languageserver';
import { ownerOfPenName, personAsked } from '../person-asked.ts';
import { refusal } from '../rename-person.ts';
import type { Session } from '../session.ts';

/** Whether the person under the cursor can be renamed. */
export async function prepareRename(
  session: Session,
  { textDocument, position }: PrepareRenameParams,
): Promise<{ range: Range; placeholder: string } | ResponseError<void> | null> {
  const person = await personAsked(session, textDocument.uri, position);
  if (person === undefined) return null;
  const owner = ownerOfPenName(person);
  if (owner) return refusal(session.locale(), 'renamePenName', { name: person.name, owner: owner.name });
  return { range: person.range, placeholder: person.name };
}
