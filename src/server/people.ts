import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  type Connection,
  ErrorCodes,
  InsertTextFormat,
  type Location,
  type Position,
  type Range,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { completePeople } from '../assist/people-complete.ts';
import { colleagueAt, definitionOfPerson, isOneName, mentionsOf, personAt } from '../assist/people-help.ts';
import { aboutPerson } from '../assist/people-words.ts';
import { nameKey } from '../checks/people/signed-people.ts';
import type { House } from '../house/house.ts';
import { type Colleague, readStaff } from '../house/staff.ts';
import type { Article } from '../model/article.ts';
import type { Locale, MessageData } from '../model/finding.ts';
import { parseArticle } from '../model/parse.ts';
import { lineStarts } from '../model/range.ts';
import { articleEndings } from '../newsroom/files.ts';
import { nameOf, parentUri } from '../newsroom/uri.ts';
import { readText, type World } from '../newsroom/world.ts';
import { lspRange } from './diagnostics.ts';
import { type HouseInForce, type Houses, owningFolder, staffFile } from './houses.ts';
import { type ArticleOfHouse, renameEdit, type StaffText } from './rename-person.ts';
import { isArticleAt, type Reviews } from './reviews.ts';
import { say } from './words.ts';

/** What answering for people needs of the server. */
export interface PeopleDesk {
  readonly reviews: Reviews;
  readonly houses: Houses;
  readonly world: World;
  folders(): readonly string[];
  locale(): Locale;
  document(uri: string): TextDocument | undefined;
  documents(): readonly string[];
  capabilities(): ClientCapabilities;
}

/** Who may be named at an offset, as LSP lists it. `snippets`: whether the client can fill in tab stops. */
export function peopleItems(
  article: Article,
  house: House,
  offset: number,
  locale: Locale,
  now: number,
  snippets: boolean,
): readonly CompletionItem[] {
  return completePeople(article, house, offset, now).map((person, index) => {
    const newText = snippets && person.snippet !== undefined ? person.snippet : person.text;
    const about = person.about[locale];
    return {
      label: person.label,
      kind: CompletionItemKind.Value,
      labelDetails: { description: person.detail[locale] },
      ...(about === '' ? {} : { documentation: { kind: 'markdown', value: about } }),
      textEdit: { range: lspRange(article.lines, person.range), newText },
      insertTextFormat: newText === person.text ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
      filterText: person.filter,
      sortText: `!${String(index).padStart(4, '0')}`,
    };
  });
}

/** Somebody under the cursor. */
interface Asked {
  readonly inForce: HouseInForce;
  readonly name: string;
  readonly range: Range;
  readonly staff: StaffText | undefined;
}

/** How many files are read at a time. */
const batch = 16;

/** Answers definition, references and rename, in articles and in the staff file, and hover in the staff file. */
export function answerPeople(connection: Connection, desk: PeopleDesk): void {
  const textOf = async (uri: string): Promise<string | undefined> =>
    desk.document(uri)?.getText() ?? (await readText(desk.world, uri));

  async function staffAt(uri: string): Promise<StaffText | undefined> {
    const text = await textOf(uri);
    const version = desk.document(uri)?.version ?? null;
    return text === undefined ? undefined : { uri, version, text, people: readStaff(text).people };
  }

  /** The staff file that lists somebody, else the nearest. */
  async function staffOf({ staffFiles }: HouseInForce, name: string): Promise<StaffText | undefined> {
    const all = (await Promise.all(staffFiles.map(staffAt))).filter((staff) => staff !== undefined);
    return all.find(({ people }) => definitionOfPerson(people, name) !== undefined) ?? all[0];
  }

  async function asked(uri: string, position: Position): Promise<Asked | undefined> {
    const document = desk.document(uri);
    if (!document) return undefined;
    const inForce = await desk.houses.of(uri);
    if (nameOf(uri) === staffFile) {
      const staff = await staffAt(uri);
      if (staff === undefined || desk.document(uri) === undefined) return undefined;
      const known = colleagueAt(staff.people, document.offsetAt(position));
      return known && { inForce, name: known.name, range: lspRange(lineStarts(staff.text), known.at), staff };
    }
    const article = desk.reviews.parsed(uri);
    if (article === undefined || !isArticleAt(uri, inForce, article.text)) return undefined;
    const person = personAt(article, inForce.house, document.offsetAt(position));
    if (person === undefined) return undefined;
    const staff = await staffOf(inForce, person.name);
    return { inForce, name: person.name, range: lspRange(article.lines, person.at), staff };
  }

  /**
   * The articles that may name somebody, of a house and of all whose people come from the same staff file: open ones
   * as they are, the others as they are on disk.
   */
  async function articlesNaming(
    uri: string,
    { inForce, staff }: Asked,
    name: string,
  ): Promise<readonly ArticleOfHouse[]> {
    const folder = (staff && parentUri(staff.uri)) ?? inForce.root ?? owningFolder(desk.folders(), uri);
    const files = folder === undefined ? [] : (await desk.world.findFiles(folder, articleEndings)).files;
    // Open documents that are no files yet belong to a newsroom, too; a staff file is no article, though it names people.
    const open = desk.documents().filter((one) => desk.document(one)?.languageId === 'markdown');
    const uris = [...new Set([...files, ...open])];
    const characters = [...nameKey(name)];
    const found: ArticleOfHouse[] = [];
    const read = async (one: string): Promise<void> => {
      const text = await textOf(one);
      // Reading an article takes longer than seeing that the name cannot be in it.
      const folded = text?.toLowerCase();
      if (text === undefined || folded === undefined) return;
      if (!characters.every((character) => character === '·' || folded.includes(character))) return;
      const own = await desk.houses.of(one);
      const shared = own.file === inForce.file || (staff !== undefined && own.staffFiles.includes(staff.uri));
      if (!shared || !isArticleAt(one, own, text)) return;
      const document = desk.document(one);
      const article = (document && desk.reviews.parsed(one)) ?? parseArticle(text);
      found.push({ uri: one, version: document?.version ?? null, article });
    };
    for (let done = 0; done < uris.length; done += batch) {
      await Promise.all(uris.slice(done, done + batch).map(read));
    }
    return found.sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  const refuse = (id: Parameters<typeof say>[1], data: MessageData) =>
    new ResponseError<void>(ErrorCodes.InvalidParams, say(desk.locale(), id, data));

  /** Whose pen-name a name is. */
  function ownerOfPenName({ staff, name }: Asked): Colleague | undefined {
    const known = definitionOfPerson(staff?.people ?? [], name);
    return known && nameKey(known.name) !== nameKey(name) ? known : undefined;
  }

  connection.onDefinition(async ({ textDocument, position }): Promise<Location | null> => {
    const person = await asked(textDocument.uri, position);
    const known = person?.staff && definitionOfPerson(person.staff.people, person.name);
    if (!person?.staff || known === undefined) return null;
    return { uri: person.staff.uri, range: lspRange(lineStarts(person.staff.text), known.at) };
  });

  connection.onReferences(async ({ textDocument, position, context }): Promise<Location[] | null> => {
    const person = await asked(textDocument.uri, position);
    if (person === undefined) return null;
    const { inForce, name, staff } = person;
    const places: Location[] = [];
    const known = staff && definitionOfPerson(staff.people, name);
    if (context.includeDeclaration && staff && known) {
      places.push({ uri: staff.uri, range: lspRange(lineStarts(staff.text), known.at) });
    }
    // Whoever asks after a person means the pen-names too.
    for (const written of known ? [known.name, ...known.penNames] : [name]) {
      for (const { uri, article } of await articlesNaming(textDocument.uri, person, written)) {
        for (const { at } of mentionsOf(article, inForce.house, written))
          places.push({ uri, range: lspRange(article.lines, at) });
      }
    }
    return places;
  });

  connection.onPrepareRename(async ({ textDocument, position }) => {
    const person = await asked(textDocument.uri, position);
    if (person === undefined) return null;
    const owner = ownerOfPenName(person);
    if (owner) return refuse('renamePenName', { name: person.name, owner: owner.name });
    return { range: person.range, placeholder: person.name };
  });

  connection.onRenameRequest(
    async ({ textDocument, position, newName }): Promise<WorkspaceEdit | ResponseError<void> | null> => {
      const person = await asked(textDocument.uri, position);
      if (person === undefined) return null;
      const { inForce, name, staff } = person;
      const wanted = newName.trim();
      const owner = ownerOfPenName(person);
      if (owner) return refuse('renamePenName', { name, owner: owner.name });
      if (!isOneName(wanted)) return refuse('renameNoName', { name: wanted });
      const listed = staff?.people.some((one) => nameKey(one.name) === nameKey(name));
      const other = definitionOfPerson(staff?.people ?? [], wanted);
      if (listed && other && nameKey(other.name) !== nameKey(name)) return refuse('renameTaken', { name: wanted });
      const annotated = desk.capabilities().workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
      const articles = await articlesNaming(textDocument.uri, person, name);
      return renameEdit(
        { name, wanted },
        { staff, articles, house: inForce.house },
        { annotated, locale: desk.locale() },
      );
    },
  );
}

/** Who an entry of the staff file is, for a hover there; `undefined` elsewhere. */
export function staffHover(text: string, offset: number, locale: Locale) {
  const known = colleagueAt(readStaff(text).people, offset);
  return (
    known && {
      contents: { kind: 'markdown' as const, value: aboutPerson(known)[locale] },
      range: lspRange(lineStarts(text), known.at),
    }
  );
}
