import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every file that is in the repository or would be with the next commit, with `/`, sorted. */
export function repositoryFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  // A file that was deleted but not yet committed as such is listed too.
  return [...new Set(listed.split('\0'))].filter((file) => file !== '' && existsSync(file)).sort();
}

/** The TypeScript files of `src`. */
export function sourceFiles(): readonly string[] {
  return repositoryFiles().filter((file) => file.startsWith('src/') && /\.ts$/.test(file) && !file.endsWith('.d.ts'));
}

/** What runs when the product is built. */
export function buildFiles(): readonly string[] {
  return repositoryFiles().filter((file) => /^src\/build\/.*\.mjs$/.test(file));
}

export function read(file: string): string {
  return readFileSync(file, 'utf8');
}

/** One import as written. `line` counts from 1. */
export interface Import {
  readonly line: number;
  readonly from: string;
  /** What is imported, as it is called where it stands; `*`: all of it, by whatever name. */
  readonly names: readonly string[];
}

/** The imports of a TypeScript text: static, dynamic, re-exports, `require`. The formatter keeps each on known lines. */
export function importsOf(text: string): readonly Import[] {
  const found: Import[] = [];
  let open: string[] = [];
  text.split('\n').forEach((each, index) => {
    if (/^(import|export)\b/.test(each)) open = [];
    open.push(each);
    const stated = /^(?:import|export)\b.*?from '([^']+)'/.exec(each) ?? /^\} from '([^']+)'/.exec(each);
    const bare = /^import '([^']+)'/.exec(each);
    const dynamic = /\b(?:import|require)\('([^']+)'\)/.exec(each);
    const from = stated?.[1] ?? bare?.[1] ?? dynamic?.[1];
    if (from === undefined) return;
    const listed = stated ? /\{([^}]*)\}/.exec(open.join(' '))?.[1] : undefined;
    const names = listed
      ?.split(',')
      .map((name) =>
        name
          .trim()
          .replace(/^type /, '')
          .replace(/ as .*$/, ''),
      )
      .filter((name) => name !== '');
    found.push({ line: index + 1, from, names: names ?? ['*'] });
  });
  return found;
}

/** What a relative import means: the file, from the repository. `undefined` for a package. */
export function resolved(file: string, from: string): string | undefined {
  return from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from) : undefined;
}
