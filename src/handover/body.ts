import type { House } from '../house/house.ts';
import { isChineseHouse } from '../house/language.ts';
import type { Article } from '../model/article.ts';
import { imagePath } from '../model/image-path.ts';
import { renderPage } from '../page/index.ts';
import { noteWords } from '../page/notes.ts';
import { handsLine, unsignedHands } from '../reading/other-hands.ts';
import { readingOf } from '../reading/reading.ts';
import { handedPieces } from './handed-pieces.ts';
import { type Piece, piecesOf } from './tags.ts';

/** Stands before a picture's destination in the HTML of a body, so that every picture is drawn as one. */
const PICTURE = 'copydesk-picture:';

/**
 * The body of an article as the page draws it, as pieces, in elements that editors take; the `src` of a picture is as
 * `Picture.src`.
 */
export function bodyPieces(article: Article, house: House): readonly Piece[] {
  const page = renderPage(article, house, { locale: 'en', image: (src) => PICTURE + src });
  const drawn = piecesOf(page.blocks.map(({ html }) => html).join(''));
  return [...handedPieces(drawn, noteWords(house.language), isChineseHouse(house))];
}

/** The destination of a picture among {@link bodyPieces}. */
export function pictureOf(attributes: ReadonlyMap<string, string>): string {
  const src = attributes.get('src') ?? '';
  return src.startsWith(PICTURE) ? src.slice(PICTURE.length) : src;
}

/** Longest path that a line names, in UTF-16 units: a picture may be written into its address. */
const LONGEST_PATH = 200;

/** What stands for a picture that does not travel with the text: its file, for the desk to put there. */
export function pictureWords(src: string, house: House): string {
  const path = imagePath(src);
  const named = path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path;
  return isChineseHouse(house) ? `【图片：${named}】` : `[Picture: ${named}]`;
}

/** Those who did other work, a line each, where the body does not name them. */
export function handsLines(article: Article, house: House): readonly string[] {
  const reading = readingOf(article, house);
  return unsignedHands(reading).map((hands) => handsLine(hands, reading.chinese));
}

/** The editor's line, where the front matter names the editor and the body does not; `undefined`: none. */
export function editorLine(article: Article, house: House): string | undefined {
  if (article.furniture.editors.length > 0) return undefined;
  const names = readingOf(article, house).text('editor')?.texts;
  if (names === undefined || house.editorLabel === '') return undefined;
  const chinese = isChineseHouse(house);
  return chinese ? `${house.editorLabel}：${names.join('、')}` : `${house.editorLabel}: ${names.join(', ')}`;
}
