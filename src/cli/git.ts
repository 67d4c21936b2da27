import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** The most that git may say. Bytes. */
const longest = 1024 * 1024 * 1024;

/** What git answered: bytes, or why it did not. */
type Answer = { readonly out: Buffer } | { readonly failed: string };

/** A line of a committed file. */
export interface BlamedLine {
  /** Without its end; a character for each byte. */
  readonly text: string;
  readonly name: string;
  readonly email: string;
}

/** A repository as far as it is read: nothing that its settings name is ever run. */
export interface Repository {
  /** The folder at its top, absolute. */
  readonly top: string;
  /** The id of a commit; `undefined` where the revision names none. */
  commit(revision: string): string | undefined;
  /** The commit at which what is here left the line of another; that one itself where they have none in common. */
  parted(from: string): string;
  /** It holds the latest commits alone. */
  isShallow(): boolean;
  /** The ids of the files of a commit, by path from the top with `/`; of the empty tree where it has none. */
  files(commit: string | undefined): ReadonlyMap<string, string>;
  /** The same of what is staged. */
  staged(): ReadonlyMap<string, string>;
  /** Files that were renamed between a commit and what is staged: the old path by the new one. */
  renamed(commit: string): ReadonlyMap<string, string>;
  /** The bytes of files by their ids; those that are not there are left out. */
  contents(ids: readonly string[]): ReadonlyMap<string, Buffer>;
  /** Each line of a file as it is committed, with who wrote it; none of one that is not. */
  blame(path: string): readonly BlamedLine[];
  /** Commits that changed a file, the latest first, renames followed, each with its path then. */
  history(path: string): readonly { readonly commit: string; readonly path: string }[];
}

/**
 * Looks at a repository with `git`. Only commands that read git's own store are used, so that neither hooks nor file
 * monitors, filters, converters or other programs of the repository's settings can run.
 *
 * @param folder absolute
 * @returns why it cannot, where git is missing or the folder lies in no repository
 */
export function repositoryAt(folder: string): Repository | { readonly failed: string; readonly isMissing: boolean } {
  const found = topOf(folder);
  if ('failed' in found) return { failed: found.failed, isMissing: found.failed === '' };
  const { top } = found;
  const environment = withIndexOf(top, found.environment);
  const out = (args: readonly string[], input?: string): Buffer => {
    const answer = git(top, args, environment, input);
    return 'out' in answer ? answer.out : Buffer.alloc(0);
  };
  return {
    top,
    commit: (revision) =>
      out(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
        .toString()
        .trim() || undefined,
    parted: (from) => out(['merge-base', from, 'HEAD']).toString().trim() || from,
    isShallow: () => out(['rev-parse', '--is-shallow-repository']).toString().trim() === 'true',
    files: (commit) =>
      commit === undefined ? new Map() : entries(out(['ls-tree', '-r', '-z', '--full-tree', commit]), 2),
    staged: () => entries(out(['ls-files', '-s', '-z', '--full-name', '--', ':/']), 1),
    renamed(commit) {
      const fields = out(['diff-index', '--cached', '-M', '-z', '--diff-filter=R', '--no-ext-diff', commit]);
      const parts = fields.toString('utf8').split('\0');
      const found = new Map<string, string>();
      for (let at = 0; at + 2 < parts.length; at += 3) found.set(parts[at + 2] ?? '', parts[at + 1] ?? '');
      return found;
    },
    contents: (ids) => batch(out(['cat-file', '--batch'], `${ids.join('\n')}\n`)),
    // A revision is named so that no filter reads the file in the working folder.
    blame: (path) =>
      blamed(out(['-c', 'blame.ignoreRevsFile=', 'blame', '--no-textconv', '--line-porcelain', 'HEAD', '--', path])),
    history(path) {
      const log = [
        'log',
        '--follow',
        '--no-show-signature',
        '--format=%x01%H',
        '--name-only',
        '-z',
        '--no-ext-diff',
        '--no-textconv',
        '--',
      ];
      const found: { commit: string; path: string }[] = [];
      for (const part of out([...log, path])
        .toString('utf8')
        .split('\x01')) {
        const [commit = '', ...names] = part.split(/[\0\n]+/).filter((one) => one !== '');
        const [name] = names;
        if (name !== undefined) found.push({ commit, path: name });
      }
      return found;
    },
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder at the top of the repository in which a folder lies, found from the folder. To a hook git says which
 * repository it is (`GIT_DIR`), which takes whatever folder is asked about for the top, so it is asked only where
 * nothing is found without, or where the top is said as well.
 */
function topOf(folder: string): { readonly top: string; readonly environment: Environment } | { failed: string } {
  const { GIT_DIR: said, ...others } = process.env;
  const tried = said === undefined || process.env.GIT_WORK_TREE !== undefined ? [process.env] : [others, process.env];
  let failed = '';
  for (const environment of tried) {
    const answer = git(folder, ['rev-parse', '--show-toplevel'], environment);
    if ('out' in answer) return { top: resolve(answer.out.toString('utf8').replace(/\r?\n$/, '')), environment };
    failed ||= answer.failed;
  }
  return { failed };
}

/** The index that a hook is told of is that of the repository in which it runs, and of no other. */
function withIndexOf(top: string, environment: Environment): Environment {
  const { GIT_INDEX_FILE: index, ...others } = environment;
  if (index === undefined) return environment;
  const own = topOf(process.cwd());
  return 'top' in own && own.top !== top ? others : environment;
}

function git(folder: string, args: readonly string[], environment: Environment, input?: string): Answer {
  const quiet = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', '-c', 'core.quotepath=off'];
  const { status, stdout, stderr, error } = spawnSync('git', [...quiet, '-C', folder, '--no-pager', ...args], {
    ...(input === undefined ? {} : { input }),
    maxBuffer: longest,
    windowsHide: true,
    // A clone that lacks files must not fetch them, nor ask for a password to do so.
    env: {
      ...environment,
      GIT_OPTIONAL_LOCKS: '0',
      GIT_NO_LAZY_FETCH: '1',
      GIT_ALLOW_PROTOCOL: 'none',
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C',
    },
  });
  if (error) return { failed: 'code' in error && error.code === 'ENOENT' ? '' : error.message };
  return status === 0 ? { out: stdout } : { failed: stderr.toString('utf8').trim().split('\n')[0] ?? 'git' };
}

/** `id line line\nauthor …\nauthor-mail <…>\n…\n\ttext\n` for each line. */
function blamed(out: Buffer): readonly BlamedLine[] {
  const lines: BlamedLine[] = [];
  let name = '';
  let email = '';
  const plain = (text: string): string => Buffer.from(text, 'latin1').toString('utf8');
  for (const line of out.toString('latin1').split('\n')) {
    if (line.startsWith('\t')) lines.push({ text: line.slice(1).replace(/\r$/, ''), name, email });
    else if (line.startsWith('author ')) name = plain(line.slice(7));
    else if (line.startsWith('author-mail ')) email = plain(line.slice(12).replace(/^<|>$/g, ''));
  }
  return lines;
}

/** `mode … id …\tpath`: what stands at a place of the words before the tab, by path. */
function entries(list: Buffer, place: number): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of list.toString('utf8').split('\0')) {
    const tab = entry.indexOf('\t');
    const id = entry.slice(0, Math.max(0, tab)).split(' ')[place];
    if (tab > 0 && id !== undefined) found.set(entry.slice(tab + 1), id);
  }
  return found;
}

/** `id blob size\n…\n` for each that is there. */
function batch(out: Buffer): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at);
    if (end === -1) break;
    const [id = '', kind, size] = out.toString('latin1', at, end).split(' ');
    if (size === undefined) {
      at = end + 1;
      continue;
    }
    const from = end + 1;
    if (kind === 'blob') found.set(id, out.subarray(from, from + Number(size)));
    at = from + Number(size) + 1;
  }
  return found;
}
