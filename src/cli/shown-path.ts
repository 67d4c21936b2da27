import { relative, sep } from 'node:path';
import { pathOf } from '../disk/place.ts';

/** A file as reports show it: {@link showPath}. */
export function showUri(uri: string, cwd: string): string {
  return showPath(pathOf(uri) ?? uri, cwd);
}

/** A path as reports show it: relative to the working folder, or as it is when it lies on another drive. */
export function showPath(path: string, cwd: string): string {
  const shown = relative(cwd, path);
  return sep === '/' ? shown : shown.split(sep).join('/');
}
