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

/** A path as it is written behind a link or picture: what would end it, or be read as something else, is encoded. */
export function linkTarget(path: string): string {
  return path.replace(/[\s()<>"%\\?#]/g, (character) =>
    character === '(' || character === ')' ? `%${character.charCodeAt(0).toString(16)}` : encodeURIComponent(character),
  );
}
