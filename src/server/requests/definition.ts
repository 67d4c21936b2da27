import type { DefinitionParams, Location } from 'vscode-languageserver';
import { definitionOfPerson } from '../../assist/people-help.ts';
import { lineStarts } from '../../model/range.ts';
import { lspRange } from '../diagnostics.ts';
import { personAsked } from '../person-asked.ts';
import type { Session } from '../session.ts';

/** Where the staff list names the person under the cursor. */
export async function definition(
  session: Session,
  { textDocument, position }: DefinitionParams,
): Promise<Location | null> {
  const person = await personAsked(session, textDocument.uri, position);
  const known = person?.staff && definitionOfPerson(person.staff.people, person.name);
  if (!person?.staff || known === undefined) return null;
  return { uri: person.staff.uri, range: lspRange(lineStarts(person.staff.text), known.at) };
}
