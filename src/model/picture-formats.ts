/** The pictures that a news page can carry: how their names end, and their media type behind `image/`. */
const mediaTypes = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
  avif: 'avif',
  svg: 'svg+xml',
} as const;

/** How the names of pictures end, without the dot: the one list of checks, index, server and page. */
export const pictureFormats: readonly string[] = Object.keys(mediaTypes);

/** Those that a window shows besides: an article's picture may end so, though no page should carry it. */
export const watchedPictures: readonly string[] = [...pictureFormats, 'bmp'];

const data = new RegExp(
  `^data:image/(?:${[...new Set(Object.values(mediaTypes))].join('|').replace('+', '\\+')})[;,]`,
  'i',
);

/** What a picture may end with anywhere: on a page, in a window, out of a camera. */
const anyFormats: readonly string[] = [...watchedPictures, 'heic', 'tif', 'tiff'];

/** Whether a URL is a picture that is written into it. */
export function isPictureData(url: string): boolean {
  return data.test(url);
}

/** Whether the name of a file or its path, without a query, ends as one of `formats` does, in small or capital letters. */
export function isPictureName(path: string, formats: readonly string[] = pictureFormats): boolean {
  const dot = path.lastIndexOf('.');
  return dot >= 0 && formats.includes(path.slice(dot + 1).toLowerCase());
}

/** Whether an address leads to a picture of any kind, what stands behind `?` or `#` aside. */
export function leadsToPicture(address: string): boolean {
  return isPictureName(address.replace(/[?#].*$/s, ''), anyFormats);
}
