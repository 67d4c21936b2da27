import { isPictureData } from '../model/picture-formats.ts';

/** Characters that a browser takes out of a URL before it looks for the scheme, or that a reader does not see. */
const ignored = /[\u0000-\u0020\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060\uFEFF]+/g;
const linkSchemes: readonly string[] = ['http', 'https', 'mailto'];

interface Destination {
  /** What stands before the first colon, in lower case, whether or not it could be a scheme; `undefined`: a path. */
  readonly scheme: string | undefined;
  /** `//host`, or `\\host` for browsers that read it as the same. */
  readonly otherHost: boolean;
}

function readDestination(url: string): Destination {
  const bare = url.replace(ignored, '');
  const scheme = /^([^/?#:]*):/.exec(bare)?.[1]?.toLowerCase();
  return { scheme, otherHost: /^[\\/]{2}/.test(bare) };
}

/** A link's destination when a reader may follow it (http, https, mailto, `#…`, a path), else `undefined`. */
export function safeLink(url: string): string | undefined {
  const { scheme, otherHost } = readDestination(url);
  if (otherHost) return undefined;
  return scheme === undefined || linkSchemes.includes(scheme) ? url : undefined;
}

/** Whether a picture's destination points outside the newsroom's own files. */
export function isRemote(src: string): boolean {
  const { scheme, otherHost } = readDestination(src);
  return otherHost || scheme !== undefined;
}

/** A picture's URL as the host resolved it; `undefined` for what could run or be read as a page. */
export function safeImage(url: string): string | undefined {
  const { scheme } = readDestination(url);
  if (scheme === 'javascript' || scheme === 'vbscript' || scheme === 'command') return undefined;
  if (scheme === 'data') return isPictureData(url) ? url : undefined;
  return url;
}
