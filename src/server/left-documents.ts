import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { parentUri } from '../newsroom/uri.ts';
import type { World } from '../newsroom/world.ts';

/** What becomes of documents and files. */
export type DocumentChange =
  | { readonly kind: 'opened' | 'edited' | 'saved' | 'closed'; readonly uri: string }
  | { readonly kind: 'files'; readonly events: readonly FileEvent[] };

/** Open documents by uri. */
interface OpenDocuments<T> {
  get(uri: string): T | undefined;
  keys(): string[];
}

/**
 * Open documents whose files are gone and in which nobody has written since they were last saved. An editor keeps such
 * a document for a while after its file was deleted, with no tab that shows it; to the newsroom the article is gone.
 */
interface LeftDocuments<T> {
  has(uri: string): boolean;
  /** The open documents that are not among them. */
  readonly others: OpenDocuments<T>;
  take(change: DocumentChange): void;
  /** The file of an open document says this: an editor follows a file that others write, and saves nothing then. */
  read(uri: string, text: string): void;
}

/** @param documents the open ones */
export function leftDocuments<T extends { getText(): string }>(documents: OpenDocuments<T>): LeftDocuments<T> {
  const left = new Set<string>();
  /** What a document's file said last: what was written since, and not taken back, is not lost. */
  const saved = new Map<string, string | undefined>();

  function gone(uri: string): void {
    for (const open of documents.keys())
      if ((open === uri || open.startsWith(`${uri}/`)) && documents.get(open)?.getText() === saved.get(open))
        left.add(open);
  }

  return {
    has: (uri) => left.has(uri),
    others: {
      get: (uri) => (left.has(uri) ? undefined : documents.get(uri)),
      keys: () => documents.keys().filter((uri) => !left.has(uri)),
    },
    take(change) {
      if (change.kind === 'files') {
        for (const { uri, type } of change.events) {
          if (type === FileChangeType.Deleted) gone(uri);
          else left.delete(uri);
        }
        return;
      }
      left.delete(change.uri);
      if (change.kind === 'closed') saved.delete(change.uri);
      else if (change.kind !== 'edited') saved.set(change.uri, documents.get(change.uri)?.getText());
    },
    read(uri, text) {
      if (documents.get(uri)) saved.set(uri, text);
    },
  };
}

/**
 * The files of open documents that are gone without anybody having said so. Of a folder that is deleted and made anew at
 * once, as by a switch of branches, an editor tells what is in it now: where a file came, those beside it are looked for.
 */
export async function goneUntold(
  events: readonly FileEvent[],
  documents: Pick<OpenDocuments<unknown>, 'keys'>,
  files: Pick<World, 'readText'>,
): Promise<FileEvent[]> {
  const told = new Set(events.map(({ uri }) => uri));
  const folders = new Set(
    events.filter(({ type }) => type === FileChangeType.Created).map(({ uri }) => parentUri(uri)),
  );
  const beside = documents.keys().filter((uri) => folders.has(parentUri(uri)) && !told.has(uri));
  const found = await Promise.all(beside.map((uri) => files.readText(uri)));
  return beside.filter((_, index) => found[index] === undefined).map((uri) => ({ uri, type: FileChangeType.Deleted }));
}
