/**
 * The path of a picture as its writer and the file system know it: the parser percent-encodes destinations, and a
 * writer may have done so too. What is not valid percent-encoding stays as it is.
 */
export function imagePath(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}

/**
 * Whether a path begins with a generator's own word for a folder, which its settings say: `{static}/a.jpg`,
 * `@/assets/a.png`, `@site/static/a.png`, `~/a.png`.
 */
export function isAliased(path: string): boolean {
  return /^(?:\{[\w-]{1,40}\}|@[a-z]{0,40}\/|~\/|\|[\w-]{1,40}\|)/i.test(path);
}

/** A path as it is written behind a link or picture: what would end it, or be read as something else, is encoded. */
export function linkTarget(path: string): string {
  return path.replace(/[\s()<>"%\\?#]/g, (character) =>
    character === '(' || character === ')' ? `%${character.charCodeAt(0).toString(16)}` : encodeURIComponent(character),
  );
}
