import type { CancellationToken, RenameParams, ResponseError, WorkspaceEdit } from 'vscode-languageserver';
import { definitionOfPerson, isOneName } from '../../assist/people-help.ts';
import { nameKey } from '../../model/name-key.ts';
import { articlesNaming, ownerOfPenName, personAsked } from '../person-asked.ts';
import { refusal, renameEdit } from '../rename-person.ts';
import type { Session } from '../session.ts';

/** Renames the person under the cursor through the newsroom. */
export async function rename(
  session: Session,
  { textDocument: { uri }, position, newName }: RenameParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | ResponseError<void> | null> {
  const person = await personAsked(session, uri, position);
  if (person === undefined) return null;
  const { inForce, name, staff } = person;
  const locale = session.locale();
  const wanted = newName.trim();
  const owner = ownerOfPenName(person);
  if (owner) return refusal(locale, 'renamePenName', { name, owner: owner.name });
  if (!isOneName(wanted)) return refusal(locale, 'renameNoName', { name: wanted });
  const listed = staff?.people.some((one) => nameKey(one.name) === nameKey(name));
  const other = definitionOfPerson(staff?.people ?? [], wanted);
  if (listed && other && nameKey(other.name) !== nameKey(name)) return refusal(locale, 'renameTaken', { name: wanted });
  const articles = await articlesNaming(session, uri, person, name, token);
  return renameEdit(
    { name, wanted },
    { staff, articles, house: inForce.house, now: session.now() },
    { client: session.client, locale },
  );
}
