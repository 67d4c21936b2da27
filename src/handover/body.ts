import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { fieldText } from '../page/fields.ts';
import { renderPage } from '../page/index.ts';
import { type Piece, piecesOf } from './tags.ts';

/** Stands before a picture's destination in the HTML of a body, so that every picture is drawn as one. */
const PICTURE = 'copydesk-picture:';

/** The body of an article as the page draws it, as pieces; the `src` of a picture is as `Picture.src`. */
export function bodyPieces(article: Article, house: House): readonly Piece[] {
  const page = renderPage(article, house, { locale: 'en', image: (src) => PICTURE + src });
  return [...piecesOf(page.blocks.map(({ html }) => html).join(''))];
}

/** The destination of a picture among {@link bodyPieces}. */
export function pictureOf(attributes: ReadonlyMap<string, string>): string {
  const src = attributes.get('src') ?? '';
  return src.startsWith(PICTURE) ? src.slice(PICTURE.length) : src;
}

/** The editor's line, where the front matter names the editor and the body does not; `undefined`: none. */
export function editorLine(article: Article, house: House): string | undefined {
  if (article.furniture.editors.length > 0) return undefined;
  const names = fieldText(article, house, 'editor')?.texts;
  if (names === undefined || house.editorLabel === '') return undefined;
  const chinese = house.language.toLowerCase().startsWith('zh');
  return chinese ? `${house.editorLabel}：${names.join('、')}` : `${house.editorLabel}: ${names.join(', ')}`;
}
