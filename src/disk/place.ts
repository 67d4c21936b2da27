import { isAbsolute, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { joinUri } from '../newsroom/uri.ts';

/** The path of a file uri on this machine; `undefined` for every other uri. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** The uri of an absolute path, written as VS Code writes it. */
export function uriOf(path: string): string {
  const full = isAbsolute(path) ? path : resolve(path);
  const parts = full.split(sep);
  // \\server\share\a on Windows.
  if (sep === '\\' && full.startsWith('\\\\')) return joinUri(`file://${parts[2] ?? ''}`, ...parts.slice(3));
  return joinUri('file:///', ...parts.filter((part, index) => index === parts.length - 1 || part !== ''));
}
