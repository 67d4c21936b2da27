import { houseFindings } from '../checks/house-file.ts';
import type { House } from '../house/house.ts';
import { extendedFile, type Resolved } from '../house/load.ts';
import { withSchema } from '../house/with-schema.ts';
import type { Finding } from '../model/finding.ts';
import { hashOf } from '../model/hash.ts';
import { staffFile, termsFile } from './files.ts';
import type { LeftOut } from './ignore.ts';
import { loadHouse, refusedFindings } from './load-house.ts';
import { folderFrom, joinUri, nameOf, parentUri, relativePath } from './uri.ts';
import { withValues } from './values-from.ts';
import type { FileText, World } from './world.ts';

/** What a file is to a house, besides the house file itself. */
type CompanionRole = 'staff' | 'terms' | 'schema' | 'page';

/** A file that belongs to a house. */
export interface Companion {
  readonly role: CompanionRole;
  readonly uri: string;
}

/** A list that a newsroom keeps beside its house file, where there is one. */
export interface Beside {
  readonly uri: string;
  readonly read: FileText | undefined;
}

/** The files of a house that are looked for by name. */
type HouseFiles = Pick<HouseRead, 'read' | 'staff' | 'terms'>;

/** A house file as it stands, without people and before any last good one takes its place. */
export interface HouseRead {
  readonly file: string;
  readonly folder: string;
  readonly read: FileText;
  readonly staff: Beside;
  readonly terms: Beside;
  /** `undefined` when the file has faults or cannot be read. */
  readonly house: House | undefined;
  readonly salvaged: House;
  readonly resolved: Resolved;
  readonly findings: readonly Finding[];
  readonly leftOut: LeftOut | undefined;
  /** The files that it names. */
  readonly companions: readonly Companion[];
  /** The id of the house that it rests on where it extends none. */
  readonly without: string;
  /** Whether the files that it names say still what they said. */
  stillSays(): Promise<boolean>;
}

/** The text of a file that was read; nothing of one that was refused. */
export function textIn(read: FileText | undefined): string {
  return read && 'text' in read ? read.text : '';
}

/** Whether nothing is otherwise of what a house was made of. @param files as they are now */
export async function isMadeOf(made: HouseRead, { read, staff, terms }: HouseFiles): Promise<boolean> {
  return (
    isSameText(made.read, read) &&
    isSameText(made.staff.read, staff.read) &&
    isSameText(made.terms.read, terms.read) &&
    (await made.stillSays())
  );
}

/** Whether two looks at a file found the same. */
function isSameText(one: FileText | undefined, other: FileText | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return 'text' in one
    ? 'text' in other && one.text === other.text
    : 'refused' in other && one.refused === other.refused;
}

/** The uri of the house file that a file extends, which may lie anywhere in `top`; `undefined` where it extends none. */
export function extendedBy(file: string, text: string, top: string | undefined): string | 'missing' | undefined {
  const path = extendedFile(text);
  if (path === undefined) return undefined;
  const folder = parentUri(file);
  const base = folder === undefined || /^[\\/]|\0/.test(path) ? undefined : folderFrom(folder, path);
  return base !== undefined && relativePath(top ?? folder ?? base, base) ? base : 'missing';
}

/** The house file and the lists beside it. @returns `undefined` when there is no such house file */
export async function readFiles(world: World, file: string): Promise<HouseFiles | undefined> {
  const beside = async (name: string): Promise<Beside> => {
    const uri = joinUri(parentUri(file) ?? file, name);
    return { uri, read: await world.readText(uri) };
  };
  const [read, staff, terms] = await Promise.all([world.readText(file), beside(staffFile), beside(termsFile)]);
  return read && { read, staff, terms };
}

/**
 * Makes a house of what was read.
 *
 * @param base what came of the house file that it extends
 * @param without the id of the house that it rests on where it extends none
 */
export async function makeHouse(
  world: World,
  file: string,
  { read, staff, terms }: HouseFiles,
  base: Resolved | 'missing' | 'circle' | undefined,
  without: string,
): Promise<HouseRead> {
  const folder = parentUri(file) ?? file;
  const text = textIn(read);
  const named = remembering(world);
  const { house, salvaged: plain, findings, resolved } = loadHouse(text, nameOf(file), base, without);
  const { frontMatterSchema: path, schemaFolder, ignore = [], ignoreFolder } = plain;
  const schema = path === undefined ? undefined : joinUri(folderFrom(folder, schemaFolder), ...path.split('/'));
  const schemaText = schema === undefined ? undefined : await named.world.readText(schema);
  const listed = await withValues(named.world, plain, folder);
  const { house: salvaged, faults } = withSchema(listed.house, text, schemaText && textIn(schemaText));
  const { html, htmlFolder } = salvaged.page;
  const page = html === undefined ? undefined : joinUri(folderFrom(folder, htmlFolder), ...html.split(/[\\/]/));
  const refused = 'refused' in read;
  // Patterns are read from where they stand; those of a file from elsewhere, from here.
  const stated = folderFrom(folder, ignoreFolder);
  return {
    file,
    folder,
    read,
    staff,
    terms,
    house: refused ? undefined : house && salvaged,
    salvaged,
    resolved,
    findings: refused ? refusedFindings(read.refused) : [...findings, ...houseFindings(faults)],
    leftOut:
      ignore.length === 0
        ? undefined
        : { patterns: ignore, folder: relativePath(stated, folder) === undefined ? folder : stated },
    companions: [
      { role: 'staff', uri: staff.uri },
      { role: 'terms', uri: terms.uri },
      ...(schema === undefined ? [] : [{ role: 'schema', uri: schema } as const]),
      ...listed.files.map((uri) => ({ role: 'schema', uri }) as const),
      ...(page === undefined ? [] : [{ role: 'page', uri: page } as const]),
    ],
    without,
    stillSays: named.isSame,
  };
}

/** A world that remembers what it gave, and tells whether it would give the same again. */
function remembering(world: World): { readonly world: World; isSame(): Promise<boolean> } {
  // Of texts their hashes: a folder of people has two thousand files.
  const markOf = (read: FileText | undefined): unknown => (read && 'text' in read ? hashOf(read.text) : read?.refused);
  const texts = new Map<string, unknown>();
  const lists: { readonly folder: string; readonly endings: readonly string[]; readonly found: string }[] = [];
  return {
    world: {
      ...world,
      async readText(uri) {
        const read = await world.readText(uri);
        texts.set(uri, markOf(read));
        return read;
      },
      async findFiles(folder, endings) {
        const found = await world.findFiles(folder, endings);
        lists.push({ folder, endings, found: JSON.stringify(found) });
        return found;
      },
    },
    async isSame() {
      for (const { folder, endings, found } of lists)
        if (JSON.stringify(await world.findFiles(folder, endings)) !== found) return false;
      for (const [uri, mark] of texts) if (markOf(await world.readText(uri)) !== mark) return false;
      return true;
    },
  };
}
