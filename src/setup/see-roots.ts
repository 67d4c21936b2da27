import { isAliased } from '../model/image-path.ts';
import { type SeenFile, scalarTexts } from './see-file.ts';
import { type Counted, tally } from './tally.ts';

/** Where the pictures are that articles show. */
export interface SeenRoots {
  /** References to pictures of the archive's own. */
  readonly references: number;
  /** Those of which something can be said: all but `/images/…` where nothing tells what the site’s root is. */
  readonly judged: number;
  /** Those whose file lies where an article's folder says. */
  readonly beside: number;
  /** Folders from which `/images/a.jpg` leads to a file, with how many references each makes good; '' is the top. */
  readonly roots: readonly Counted<string>[];
  /** References whose file is nowhere. */
  readonly missing: number;
  readonly missingFiles: readonly string[];
}

const isRemote = (path: string): boolean => /^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(path);

/** Looks for the pictures that articles show. @param pictures paths from the archive's folder */
export function seeRoots(
  articles: readonly SeenFile[],
  pictures: readonly string[],
  covers: readonly string[],
): SeenRoots {
  const there = new Set(pictures);
  const byName = new Map<string, string[]>();
  for (const picture of pictures) {
    const name = picture.slice(picture.lastIndexOf('/') + 1);
    byName.set(name, [...(byName.get(name) ?? []), picture]);
  }
  const roots = tally<string>();
  let [references, beside, fromRoot] = [0, 0, 0];
  const lost: { readonly file: string; readonly isFromRoot: boolean }[] = [];
  for (const file of articles) {
    const folder = file.path.split('/').slice(0, -1);
    const covered = covers.flatMap((key) => scalarTexts(file.fields.get(key)));
    for (const written of [...file.pictures.map(({ src }) => src), ...covered]) {
      const path = written.replace(/[?#].*$/s, '');
      if (path === '' || isRemote(path) || isAliased(path) || /\{\{|\{%|<%/.test(path)) continue;
      references++;
      if (!path.startsWith('/') && there.has(joined(folder, path))) beside++;
      else {
        const bare = path.replace(/^(?:\.?\/)+/, '');
        const found = (byName.get(bare.slice(bare.lastIndexOf('/') + 1)) ?? []).find(
          (picture) => picture === bare || picture.endsWith(`/${bare}`),
        );
        if (found !== undefined && path.startsWith('/'))
          roots.add(found.slice(0, found.length - bare.length).replace(/\/$/, ''), file.path);
        else lost.push({ file: file.path, isFromRoot: path.startsWith('/') });
        if (path.startsWith('/')) fromRoot++;
      }
    }
  }
  // Where nothing tells what the site's root is, `/images/a.jpg` may be anywhere.
  const isKnown = roots.total() > fromRoot / 2;
  const missing = lost.filter(({ isFromRoot }) => !isFromRoot || isKnown);
  return {
    references,
    judged: isKnown ? references : references - fromRoot,
    beside,
    roots: isKnown ? roots.sorted() : [],
    missing: missing.length,
    missingFiles: [...new Set(missing.map(({ file }) => file))].slice(0, 20),
  };
}

function joined(folder: readonly string[], path: string): string {
  const parts = [...folder];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
