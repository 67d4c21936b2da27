import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { pathOf } from '../disk/place.ts';
import type { Io } from './io.ts';

/** A file as reports show it: {@link showPath}. */
export function showUri(uri: string, cwd: string): string {
  return showPath(pathOf(uri) ?? uri, cwd);
}

/** A path as reports show it: relative to the working folder, or as it is when it lies on another drive. */
export function showPath(path: string, cwd: string): string {
  const shown = relative(cwd, path);
  return sep === '/' ? shown : shown.split(sep).join('/');
}

/**
 * Shown paths as the service that runs us counts them. GitHub (and Gitea) and GitLab say where they checked out, and look
 * for annotations and reports from there, whichever folder the check ran in.
 */
export function pathsFromTop({ cwd, env }: Pick<Io, 'cwd' | 'env'>): (shown: string) => string {
  const said = env.GITHUB_WORKSPACE || env.CI_PROJECT_DIR;
  if (!said) return (shown) => shown;
  const top = realOf(said);
  return (shown) => {
    const path = showPath(resolve(cwd, shown), top);
    return path.startsWith('../') || resolve(path) === path ? shown : path;
  };
}

function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
