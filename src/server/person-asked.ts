import type { CancellationToken, Position, Range } from 'vscode-languageserver';
import { colleagueAt, definitionOfPerson, personAt } from '../assist/people-help.ts';
import { type Colleague, readStaff } from '../house/staff.ts';
import { articleEndings, articleLanguages } from '../model/article-endings.ts';
import { nameKey } from '../model/name-key.ts';
import { parseArticle } from '../model/parse.ts';
import { lineStarts } from '../model/range.ts';

import { owningFolder } from '../newsroom/find-house.ts';
import type { HouseInForce } from '../newsroom/houses.ts';
import { parentUri } from '../newsroom/uri.ts';
import { readText } from '../newsroom/world.ts';
import { lspRange } from './diagnostics.ts';
import type { ArticleOfHouse, StaffText } from './rename-person.ts';
import { isArticleAt } from './role-of.ts';
import type { Session } from './session.ts';

/** Somebody under the cursor, in an article or in a staff file. */
interface PersonAsked {
  readonly inForce: HouseInForce;
  readonly name: string;
  readonly range: Range;
  /** The staff file that lists them, else the nearest. */
  readonly staff: StaffText | undefined;
}

/** How many files are read at a time. */
const batch = 16;

/** Who stands at a position of an open document; `undefined` where nobody does. */
export async function personAsked(session: Session, uri: string, position: Position): Promise<PersonAsked | undefined> {
  const role = await session.roleOf(uri);
  const inForce = await session.houses.of(uri);
  const document = session.documents.get(uri);
  if (!document) return undefined;
  if (role === 'staff') {
    const staff = await staffAt(session, uri);
    if (staff === undefined || session.documents.get(uri) === undefined) return undefined;
    const known = colleagueAt(staff.people, document.offsetAt(position));
    return known && { inForce, name: known.name, range: lspRange(lineStarts(staff.text), known.at), staff };
  }
  const article = role === 'article' ? session.reviews.parsed(uri) : undefined;
  const person = article && personAt(article, inForce.house, document.offsetAt(position));
  if (article === undefined || person === undefined) return undefined;
  const staff = await staffOf(session, inForce, person.name);
  return { inForce, name: person.name, range: lspRange(article.lines, person.at), staff };
}

/** Whose pen-name a name is. */
export function ownerOfPenName({ staff, name }: PersonAsked): Colleague | undefined {
  const known = definitionOfPerson(staff?.people ?? [], name);
  return known && nameKey(known.name) !== nameKey(name) ? known : undefined;
}

/**
 * The articles that may name somebody, of a house and of all whose people come from the same staff file: open ones
 * as they are, the others as they are on disk. What was found so far when it is cancelled.
 */
export async function articlesNaming(
  session: Session,
  uri: string,
  { inForce, staff }: PersonAsked,
  name: string,
  token: CancellationToken,
): Promise<readonly ArticleOfHouse[]> {
  const { standing, houses, reviews, world } = session;
  const folders = session.folders();
  const folder = (staff && parentUri(staff.uri)) ?? inForce.root ?? owningFolder(folders, uri);
  const files = folder === undefined ? [] : (await world.findFiles(folder, articleEndings)).files;
  // Open documents that are no files yet belong to a newsroom, too; a staff file is no article, though it names people.
  const open = standing.keys().filter((one) => articleLanguages.includes(standing.get(one)?.languageId ?? ''));
  const uris = [...new Set([...files, ...open])];
  const characters = [...nameKey(name)];
  const found: ArticleOfHouse[] = [];
  const read = async (one: string): Promise<void> => {
    const text = await readText(world, one);
    // Reading an article takes longer than seeing that the name cannot be in it.
    const folded = text?.toLowerCase();
    if (text === undefined || folded === undefined) return;
    if (!characters.every((character) => character === '·' || folded.includes(character))) return;
    const own = await houses.of(one);
    const shared = own.file === inForce.file || (staff !== undefined && own.staffFiles.includes(staff.uri));
    if (!shared || !isArticleAt(one, own, text, folders)) return;
    const document = standing.get(one);
    const article = (document && reviews.parsed(one)) ?? parseArticle(text);
    found.push({ uri: one, version: document?.version ?? null, article });
  };
  for (let done = 0; done < uris.length && !token.isCancellationRequested; done += batch) {
    await Promise.all(uris.slice(done, done + batch).map(read));
  }
  return found.sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

async function staffAt(session: Session, uri: string): Promise<StaffText | undefined> {
  const text = await readText(session.world, uri);
  const version = session.standing.get(uri)?.version ?? null;
  return text === undefined ? undefined : { uri, version, text, people: readStaff(text).people };
}

async function staffOf(session: Session, { staffFiles }: HouseInForce, name: string): Promise<StaffText | undefined> {
  const read = await Promise.all(staffFiles.map((file) => staffAt(session, file)));
  const all = read.filter((staff) => staff !== undefined);
  return all.find(({ people }) => definitionOfPerson(people, name) !== undefined) ?? all[0];
}
