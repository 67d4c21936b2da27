import { type Diagnostic, FileChangeType } from 'vscode-languageserver';
import type { Locale } from '../model/finding.ts';
import { lineStarts } from '../model/range.ts';
import { isArticleName } from '../newsroom/files.ts';
import { picturesNamed } from '../newsroom/pictures-named.ts';
import type { UnusedPicture } from '../newsroom/unused-pictures.ts';
import { plainUri, relativePath } from '../newsroom/uri.ts';
import { readText } from '../newsroom/world.ts';
import type { Change } from './change.ts';
import { toDiagnostics } from './diagnostics.ts';
import { publisher } from './publish.ts';
import type { Session } from './session.ts';

/** The findings that stand at pictures: shown by Check the Newsroom, until they are no longer true. */
interface PictureFindings {
  /** Shows what was found under folders, in place of what was shown there. @param folders uris */
  show(found: readonly UnusedPicture[], folders: readonly string[]): void;
  /** Something is otherwise: pictures that a text names now are used, and those that are gone are nobody's. */
  take(change: Change): void;
}

const start = lineStarts('');

/** A place as a path, so that what an article writes can be found at its end. */
const pathOf = (uri: string): string => plainUri(uri).replace(/^[a-z][a-z0-9+.-]*:\/*/i, '');

const bySession = new WeakMap<Session, PictureFindings>();

/** The findings of the pictures of a session. @param send how they get to the client, when they are first asked for */
export function pictureFindings(
  session: Session,
  send: (params: { uri: string; diagnostics: Diagnostic[] }) => void = () => {},
): PictureFindings {
  const known = bySession.get(session) ?? showingPictures(session, send);
  bySession.set(session, known);
  return known;
}

function showingPictures(
  { client, documents, locale, world }: Session,
  send: (params: { uri: string; diagnostics: Diagnostic[] }) => void,
): PictureFindings {
  const look = (): { readonly locale: Locale; readonly pages: boolean } => ({ locale: locale(), pages: client.pages });
  const shown = new Map<string, UnusedPicture>();
  const published = publisher(send, () => JSON.stringify(look()));

  function publish(picture: UnusedPicture): void {
    const { locale, pages } = look();
    published.publish(picture.uri, undefined, picture, () => toDiagnostics([picture.finding], start, locale, pages));
  }

  function hide(uri: string): void {
    shown.delete(uri);
    published.clear(uri);
  }

  /** A text is otherwise than it was. */
  function read(uri: string, text: string): void {
    if (shown.size === 0) return;
    const paths = new Map([...shown.keys()].map((one) => [pathOf(one), one]));
    const named = picturesNamed([...paths.keys()], []);
    named.read(pathOf(uri), text);
    const left = new Set(named.left());
    for (const [path, one] of paths) if (!left.has(path)) hide(one);
  }

  async function readFile(uri: string): Promise<void> {
    read(uri, (await readText(world, uri)) ?? '');
  }

  return {
    show(found, folders) {
      const now = new Set(found.map(({ uri }) => uri));
      for (const uri of [...shown.keys()])
        if (!now.has(uri) && folders.some((folder) => relativePath(folder, uri) !== undefined)) hide(uri);
      for (const picture of found) {
        shown.set(picture.uri, picture);
        publish(picture);
      }
    },
    take(change) {
      if (shown.size === 0) return;
      if (change.kind === 'opened' || change.kind === 'saved')
        read(change.uri, documents.get(change.uri)?.getText() ?? '');
      else if (change.kind === 'settings') for (const picture of shown.values()) publish(picture);
      else if (change.kind === 'files')
        for (const { uri, type } of change.events) {
          if (type !== FileChangeType.Deleted) {
            if (isArticleName(uri)) void readFile(uri);
          } else for (const one of [...shown.keys()]) if (relativePath(uri, one) !== undefined) hide(one);
        }
    },
  };
}
