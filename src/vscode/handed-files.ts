import * as vscode from 'vscode';
import { type HandOver, handedFile } from '../server/protocol.ts';
import { handedTypes } from './media-types.ts';

/** The largest file that is put into a page, in bytes, and the most of all together. */
const largest = 8_000_000;
const most = 40_000_000;

/** From this many files on the reader sees how far it is, and may stop it. */
const many = 5;

/** HTML with its files in it or beside it. */
interface Filled {
  readonly html: string;
  /** Names of files that could not be read, or are too large: they are left out. */
  readonly missing: readonly string[];
}

/** Puts the files into what was handed over, as `data:` URLs. `undefined` when the reader stopped it. */
export async function filesInside(made: HandOver, title: string): Promise<Filled | undefined> {
  let total = 0;
  return filled(made, title, async (uri) => {
    const type = handedTypes[endingOf(uri)];
    const { size } = await vscode.workspace.fs.stat(uri);
    if (type === undefined || size > largest || total + size > most) throw new RangeError('too large');
    total += size;
    return `data:${type};base64,${base64(await vscode.workspace.fs.readFile(uri))}`;
  });
}

/**
 * Copies the files into a folder beside a page, and names them there. `undefined` when the reader stopped it.
 *
 * @param page where the page will be written
 */
export async function filesBeside(made: HandOver, title: string, page: vscode.Uri): Promise<Filled | undefined> {
  const folder = `${nameOf(page).replace(/\.[^.]*$/, '')}_files`;
  const taken = new Set<string>();
  return filled(made, title, async (uri) => {
    const name = freeName(nameOf(uri), taken);
    await vscode.workspace.fs.copy(uri, vscode.Uri.joinPath(page, '..', folder, name), { overwrite: true });
    return `${encodeURIComponent(folder)}/${encodeURIComponent(name)}`;
  });
}

async function filled(
  { html, files, key, missing }: HandOver,
  title: string,
  place: (uri: vscode.Uri) => Promise<string>,
): Promise<Filled | undefined> {
  const urls: (string | undefined)[] = [];
  const lost = [...missing];
  const work = async (step: (done: number) => void, stopped: () => boolean): Promise<boolean> => {
    for (const [index, file] of files.entries()) {
      if (stopped()) return false;
      const uri = vscode.Uri.parse(file, true);
      try {
        urls.push(await place(uri));
      } catch {
        urls.push(undefined);
        lost.push(nameOf(uri));
      }
      step(index + 1);
    }
    return true;
  };
  const done =
    files.length < many
      ? await work(
          () => {},
          () => false,
        )
      : await vscode.window.withProgress(
          { location: vscode.ProgressLocation.Notification, title, cancellable: true },
          (progress, token) =>
            work(
              (count) => progress.report({ message: `${count}/${files.length}`, increment: 100 / files.length }),
              () => token.isCancellationRequested,
            ),
        );
  if (!done) return undefined;
  const name = handedFile(key, 0).slice(0, -2);
  const put = html
    // A picture without a file is what is said of it; an address that leads nowhere would be asked for.
    .replace(new RegExp(` src="${name}(\\d+)\\."`, 'g'), (whole, index: string) => (urls[Number(index)] ? whole : ''))
    .replace(new RegExp(`${name}(\\d+)\\.`, 'g'), (_, index: string) => urls[Number(index)] ?? 'data:,');
  return { html: put, missing: lost };
}

/** A name that no file in the folder has yet, whatever the case of its letters. */
function freeName(wanted: string, taken: Set<string>): string {
  const dot = wanted.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [wanted.slice(0, dot), wanted.slice(dot)] : [wanted, ''];
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${stem}-${number}${ending}`;
  taken.add(name.toLowerCase());
  return name;
}

export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function endingOf(uri: vscode.Uri): string {
  const name = nameOf(uri);
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
