import ignore, { type Ignore } from 'ignore';
import { relativePath } from './uri.ts';

const compiled = new WeakMap<readonly string[], Ignore>();

/** Whether patterns as in `.gitignore` name a path. `path`: from the folder of who states them, with `/`. */
export function matches(patterns: readonly string[], path: string): boolean {
  if (patterns.length === 0 || !ignore.isPathValid(path)) return false;
  const rules = compiled.get(patterns) ?? ignore().add([...patterns]);
  compiled.set(patterns, rules);
  return rules.ignores(path);
}

/** The files that a house leaves out of its articles, as its file or one that it extends says. */
export interface LeftOut {
  readonly patterns: readonly string[];
  /** The uri of the folder from which they are read. */
  readonly folder: string;
}

/** Whether a file is left out. */
export function isLeftOut(leftOut: LeftOut | undefined, uri: string): boolean {
  const path = leftOut && relativePath(leftOut.folder, uri);
  return leftOut !== undefined && path !== undefined && matches(leftOut.patterns, path);
}
