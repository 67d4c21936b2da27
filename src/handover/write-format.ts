import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';

/** Where the reader of an export finds a picture, by `Picture.src`. `undefined`: not at all, and it is left out. */
export type PictureUrl = (src: string) => string | undefined;

/** Where an article's pictures lie for who takes it: beside what is written, or by addresses of their own. */
interface PicturesOf {
  readonly beside: PictureUrl;
  readonly absolute: PictureUrl;
}

/** Writes an article as the next desk takes it, to the last line end. */
export type WriteFormat = (article: Article, house: House, pictures: PicturesOf) => string;
