/**
 * Paths in uris, by string: LSP clients of every kind write uris of every scheme, and what comes from the client
 * must go back as it was written (VS Code compares them so).
 */

/** The uri of the folder that holds `uri`, or `undefined` at the root and for uris without a path (`untitled:`). */
export function parentUri(uri: string): string | undefined {
  const root = rootLength(uri);
  const end = uri.endsWith('/') ? uri.length - 1 : uri.length;
  const slash = uri.lastIndexOf('/', end - 1);
  return root < 0 || slash < root || end <= root + 1 ? undefined : uri.slice(0, Math.max(slash, root + 1));
}

/** `folder` with `name` (not encoded) under it. */
export function joinUri(folder: string, ...names: readonly string[]): string {
  const base = folder.endsWith('/') ? folder.slice(0, -1) : folder;
  return [base, ...names.map((name) => encodeSegment(name))].join('/');
}

/** The folder that a path such as `..` or `../site` leads to; steps above the top are left out. */
export function folderFrom(folder: string, path: string | undefined): string {
  let here = folder;
  for (const step of (path ?? '').split('/')) {
    if (step === '..') here = parentUri(here) ?? here;
    else if (step !== '' && step !== '.') here = joinUri(here, step);
  }
  return here;
}

/**
 * Where a relative reference written in an article leads, staying inside `root`.
 * @param folder the folder of the article
 * @param root the folder that must not be left, for `/…` too
 * @param reference as written, percent-encoded or not
 * @returns `undefined` for references that leave the root, have a scheme, or cannot be decoded
 */
export function resolveUri(folder: string, root: string, reference: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(reference) || reference.startsWith('//') || reference.includes('\\'))
    return undefined;
  const end = reference.search(/[?#]/);
  const path = end === -1 ? reference : reference.slice(0, end);
  const here = path.startsWith('/') ? '' : relativePath(root, folder);
  if (here === undefined) return undefined;
  const parts = here === '' ? [] : here.split('/');
  for (const raw of path.split('/')) {
    const part = decode(raw);
    if (part === undefined || part.includes('/') || part.includes('\\') || part.includes('\0')) return undefined;
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else parts.push(part);
  }
  return joinUri(root, ...parts);
}

/** The decoded path of `uri` under `folder`: '' for the folder itself, `undefined` outside it. */
export function relativePath(folder: string, uri: string): string | undefined {
  const base = folder.endsWith('/') ? folder.slice(0, -1) : folder;
  if (uri.length <= base.length + 1 && (uri === base || uri === `${base}/`)) return '';
  if (!uri.startsWith(base) || uri[base.length] !== '/') return undefined;
  const path = uri.slice(base.length + 1);
  // Where a part cannot be decoded the others are.
  return (
    decode(path) ??
    path
      .split('/')
      .map((part) => decode(part) ?? part)
      .join('/')
  );
}

/** The decoded last part of a uri. */
export function nameOf(uri: string): string {
  const raw = uri.slice(uri.lastIndexOf('/') + 1).replace(/^[a-z]+:/, '');
  return decode(raw) ?? raw;
}

/** The last parts of a uri's path, decoded, `count` at most. */
export function lastSegments(uri: string, count: number): readonly string[] {
  return uri
    .slice(Math.max(rootLength(uri), 0))
    .split('/')
    .slice(-count)
    .map((part) => decode(part) ?? part);
}

/** A uri without its encoding, for comparing: clients encode in more than one way. */
export function plainUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** Offset of the slash that opens the path, or -1 for an opaque uri. */
function rootLength(uri: string): number {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(uri);
  if (!scheme) return -1;
  const rest = scheme[0].length;
  return uri.startsWith('//', rest) ? uri.indexOf('/', rest + 2) : uri.startsWith('/', rest) ? rest : -1;
}

/** As VS Code encodes a path segment: everything but unreserved characters. */
function encodeSegment(name: string): string {
  if (/^[\w.~-]*$/.test(name)) return name;
  const encoded = escaped(name);
  if (!/[!'()*]/.test(encoded)) return encoded;
  return encoded.replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function escaped(name: string): string {
  try {
    return encodeURIComponent(name);
  } catch {
    // A name that is no text (half a surrogate pair) can be written by no uri.
    return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD'));
  }
}

function decode(part: string): string | undefined {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
