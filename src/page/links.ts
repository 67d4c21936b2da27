/** Characters that a browser takes out of a URL before it looks for the scheme. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that hide a scheme
const ignored = /[\u0000-\u0020\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060\uFEFF]+/g;
const scheme = /^([a-z][a-z0-9+.-]*):/i;
const linkSchemes = new Set(['http', 'https', 'mailto']);

function schemeOf(url: string): string | undefined {
  // A scheme that is spelled with entities has been decoded by the parser; percent signs never make one.
  return scheme.exec(url.replace(ignored, ''))?.[1]?.toLowerCase();
}

/** A link's destination when a reader may follow it (http, https, mailto, `#…`, a path), else `undefined`. */
export function safeLink(url: string): string | undefined {
  const named = schemeOf(url);
  if (named !== undefined) return linkSchemes.has(named) ? url : undefined;
  // `//host` and `\\host` leave the site with a scheme of their own.
  return /^[\\/]{2}/.test(url.replace(ignored, '')) ? undefined : url;
}

/** Whether a picture's destination points outside the newsroom's own files. */
export function isRemote(src: string): boolean {
  return schemeOf(src) !== undefined || /^[\\/]{2}/.test(src.replace(ignored, ''));
}

/** A picture's URL as the host resolved it; `undefined` for what could run or be read as a page. */
export function safeImage(url: string): string | undefined {
  const named = schemeOf(url);
  if (named === 'javascript' || named === 'vbscript' || named === 'command') return undefined;
  if (named === 'data') return /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/i.test(url) ? url : undefined;
  return url;
}
