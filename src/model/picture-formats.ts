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

/** Whether a URL is a picture that is written into it. */
export function isPictureData(url: string): boolean {
  return data.test(url);
}

/** Whether the name of a file or its path, without a query, ends as one of `formats` does, in small or capital letters. */
export function isPictureName(path: string, formats: readonly string[] = pictureFormats): boolean {
  return formats.includes(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}
