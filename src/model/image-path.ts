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
