import type { CancellationToken, Location, ReferenceParams } from 'vscode-languageserver';
import { definitionOfPerson, mentionsOf } from '../../assist/people-help.ts';
import { lineStarts } from '../../model/range.ts';
import { lspRange } from '../diagnostics.ts';
import { articlesNaming, personAsked } from '../person-asked.ts';
import type { Session } from '../session.ts';

/** Wherever the newsroom names the person under the cursor, pen-names among the names. */
export async function references(
  session: Session,
  { textDocument: { uri: from }, position, context }: ReferenceParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  const person = await personAsked(session, from, position);
  if (person === undefined) return null;
  const { inForce, name, staff } = person;
  const places: Location[] = [];
  const known = staff && definitionOfPerson(staff.people, name);
  if (context.includeDeclaration && staff && known) {
    places.push({ uri: staff.uri, range: lspRange(lineStarts(staff.text), known.at) });
  }
  for (const written of known ? [known.name, ...known.penNames] : [name]) {
    for (const { uri, article } of await articlesNaming(session, from, person, written, token)) {
      for (const { at } of mentionsOf(article, inForce.house, written))
        places.push({ uri, range: lspRange(article.lines, at) });
    }
  }
  return places;
}
