import ignore, { type Ignore } from 'ignore';
import { joinUri, parentUri, relativePath } from './uri.ts';
import type { Refusal, World } from './world.ts';

/** What git leaves out, by the `.gitignore` files of a newsroom; each is read once. */
export interface GitIgnore {
  /**
   * Whether git would leave out what was found under `root`: a file, or a folder with a slash at its end. As git has
   * it, the nearest file decides, and nothing under a folder that is left out comes back. Whoever asks for a folder
   * that is left out wants what is in it.
   */
  leavesOut(uri: string, root: string): Promise<boolean>;
  /** `.gitignore` files that are there and cannot be read. */
  refused(): readonly { readonly uri: string; readonly refused: Refusal }[];
}

interface FolderRules {
  readonly own: Ignore | undefined;
  /** Git looks no further up than here. */
  readonly isRepository: boolean;
}

export function gitIgnore(world: Pick<World, 'readText' | 'kinds'>): GitIgnore {
  const rules = new Map<string, FolderRules>();
  const folders = new Map<string, boolean>();
  const tops = new Map<string, string | undefined>();
  const refused: { readonly uri: string; readonly refused: Refusal }[] = [];

  async function readRules(folder: string): Promise<FolderRules> {
    const uri = joinUri(folder, '.gitignore');
    const [read, kinds] = await Promise.all([world.readText(uri), world.kinds([joinUri(folder, '.git')])]);
    const isRepository = kinds[0] !== undefined;
    if (read && 'refused' in read) refused.push({ uri, refused: read.refused });
    return { own: read && 'text' in read ? ignore().add(read.text) : undefined, isRepository };
  }

  async function rulesOf(folder: string): Promise<FolderRules> {
    const known = rules.get(folder) ?? (await readRules(folder));
    rules.set(folder, known);
    return known;
  }

  async function decided(uri: string, isFolder: boolean, top: string | undefined): Promise<boolean> {
    for (let folder = parentUri(uri); folder !== undefined; folder = parentUri(folder)) {
      const { own, isRepository } = rules.get(folder) ?? (await rulesOf(folder));
      const name = own && (relativePath(folder, uri) ?? '') + (isFolder ? '/' : '');
      const verdict = name !== undefined && ignore.isPathValid(name) ? own?.test(name) : undefined;
      if (verdict?.ignored) return true;
      if (verdict?.unignored || folder === top || isRepository) return false;
    }
    return false;
  }

  async function folderLeftOut(folder: string, root: string, top: string | undefined): Promise<boolean> {
    const above = parentUri(folder);
    if (folder === root || above === undefined) return false;
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const answer = (await folderLeftOut(above, root, top)) || (await decided(folder, true, top));
    folders.set(folder, answer);
    return answer;
  }

  /** Rules from above a folder that is left out and asked for say nothing more. */
  async function topOf(root: string): Promise<string | undefined> {
    if (!tops.has(root)) tops.set(root, (await decided(root, true, undefined)) ? root : undefined);
    return tops.get(root);
  }

  return {
    async leavesOut(uri, root) {
      const top = tops.has(root) ? tops.get(root) : await topOf(root);
      if (uri.endsWith('/')) return folderLeftOut(uri.slice(0, -1), root, top);
      const folder = parentUri(uri) ?? root;
      return (folders.get(folder) ?? (await folderLeftOut(folder, root, top))) || decided(uri, false, top);
    },
    refused: () => refused,
  };
}
