import { relativePath } from './uri.ts';

/** A value, or a promise of one: the disk answers at once, a client over a wire. Whoever asks awaits either. */
export type Answer<T> = T | Promise<T>;

/**
 * Why a file that is there cannot be read as text: it is no regular file (a folder, a pipe, a device, a link that leads
 * nowhere), longer than {@link longestText}, closed to us, or holds no text.
 */
export type Refusal = 'not-a-file' | 'too-long' | 'closed' | 'not-text';

/** A file read as text, or why it could not be. */
export type FileText =
  | {
      readonly text: string;
      /** It is not in UTF-8 or UTF-16: read as GB18030, which is worth a word. */
      readonly isGuessed?: true;
    }
  | { readonly refused: Refusal };

/** What stands at a place: `other` is a pipe, a device, a link that leads nowhere or what may not be looked at. */
export type Kind = 'file' | 'folder' | 'other';

/** The files that were found, and the folders that could not be looked into. Uris. */
export interface FoundFiles {
  readonly files: readonly string[];
  readonly closed: readonly string[];
}

/** No text that a person works on is longer. Bytes. */
export const longestText = 10 * 1024 * 1024;

/**
 * The files around the articles: all that a newsroom is read from. The disk answers for the command line and for
 * clients of the server that do not (`disk/`), the client where workspaces may be virtual. Nothing of it throws: what
 * cannot be told counts as not there.
 *
 * Only regular files of a sane size are ever read, so that a link to a device or a pipe cannot hang who asks.
 */
export interface World {
  /** A file's text as it is now, unsaved edits included; `undefined` when nothing is there. */
  readText(uri: string): Answer<FileText | undefined>;
  /** The first bytes of a regular file on the disk, at most `bytes`; `undefined` where there is none. */
  readHead(uri: string, bytes: number): Answer<Uint8Array | undefined>;
  /** For each uri what stands there, links followed; `undefined` for nothing. */
  kinds(uris: readonly string[]): Answer<readonly (Kind | undefined)[]>;
  /**
   * The regular files below a folder with one of these endings (`.md`, whatever their case) or, for those without a dot
   * at their start, of these names (`copydesk.yml`), which are found whatever they are. Folders that begin with a dot,
   * `node_modules` and links to folders are left out.
   */
  findFiles(folder: string, endings: readonly string[]): Answer<FoundFiles>;
  /**
   * Where a file really is, links followed; `undefined` where there is none. Absent where the world itself counts what a
   * link takes out of the newsroom as not there.
   */
  realPlace?(uri: string): Answer<string | undefined>;
}

/** The text of a file; `undefined` when there is none that can be read. */
export async function readText(world: Pick<World, 'readText'>, uri: string): Promise<string | undefined> {
  const read = await world.readText(uri);
  return read && 'text' in read ? read.text : undefined;
}

/** Whether no link takes a file out of a folder. */
export async function isInside(world: Pick<World, 'realPlace'>, uri: string, folder: string): Promise<boolean> {
  if (world.realPlace === undefined) return true;
  const [place, root] = await Promise.all([world.realPlace(uri), world.realPlace(folder)]);
  return place !== undefined && root !== undefined && (relativePath(root, place) ?? '') !== '';
}

/** For each uri whether a regular file is there that no link takes out of a folder. */
export async function filesInside(
  world: Pick<World, 'kinds' | 'realPlace'>,
  uris: readonly string[],
  folder: string,
): Promise<readonly boolean[]> {
  const there = await filesThere(world, uris);
  return Promise.all(uris.map(async (uri, index) => there[index] === true && (await isInside(world, uri, folder))));
}

/** For each uri whether a regular file is there. */
export async function filesThere(world: Pick<World, 'kinds'>, uris: readonly string[]): Promise<readonly boolean[]> {
  if (uris.length === 0) return [];
  return (await world.kinds(uris)).map((kind) => kind === 'file');
}

/** A world that tells of each file that is read and of each folder that is listed, before it answers. */
export function told(world: World, tell: (uri: string, isFolder: boolean) => void): World {
  return {
    ...world,
    readText(uri) {
      tell(uri, false);
      return world.readText(uri);
    },
    readHead(uri, bytes) {
      tell(uri, false);
      return world.readHead(uri, bytes);
    },
    findFiles(folder, endings) {
      tell(folder, true);
      return world.findFiles(folder, endings);
    },
  };
}

/**
 * A world in which open documents go before the files. What a place is, is still asked of the disk: an editor keeps a
 * document for a while after its file was deleted.
 */
export function withOpenTexts(world: World, openText: (uri: string) => string | undefined): World {
  return {
    ...world,
    readText(uri) {
      const text = openText(uri);
      return text === undefined ? world.readText(uri) : { text };
    },
  };
}
