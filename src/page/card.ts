import settings from 'copydesk:themes/settings';
import { widthOf } from '../checks/copy/title-width.ts';
import type { FieldRole, House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { fill, inLocale, type Localized } from '../model/finding.ts';
import { readingOf } from '../reading/reading.ts';
import { attribute, escapeHtml } from './escape.ts';
import { isRemote, safeImage } from './links.ts';
import type { PageOptions } from './pictures.ts';

/** Where lists of a site cut a title when neither house nor theme says, in full widths. */
const otherwise = 28;

const fits: Localized = { en: 'The title fits: {width} of {limit}.', zh: '标题完整显示：{width}/{limit} 字。' };
const cuts: Localized = {
  en: 'Cut here: the title is {width} long, lists show {limit}.',
  zh: '标题被截断：共 {width} 字，列表只显示 {limit} 字。',
};
const bare: Localized = { en: 'No picture', zh: '没有图片' };

/** A title as a list of the site shows it. */
interface CutTitle {
  readonly shown: string;
  /** What the list leaves out; empty when the title fits. */
  readonly cut: string;
  /** Full widths: a Han character is one, a Latin letter half. */
  readonly width: number;
  readonly limit: number;
}

/** How many full widths of a title the site's lists show. */
function cardLimit(house: Pick<House, 'page'>): number {
  return house.page.cardTitle ?? settings[house.page.theme]?.cardTitle ?? otherwise;
}

/** Cuts a title where a list does, so that with the `…` it is as long as the list allows. Never inside a character. */
function cutTitle(title: string, limit: number): CutTitle {
  const width = widthOf(title);
  if (width <= limit) return { shown: title, cut: '', width, limit };
  const characters = Array.from(title);
  let room = limit - 1;
  let count = 0;
  for (const character of characters) {
    room -= widthOf(character);
    if (room < 0) break;
    count++;
  }
  return { shown: characters.slice(0, count).join(''), cut: characters.slice(count).join(''), width, limit };
}

/**
 * The article as the site's lists show it: once with its picture, once as a line. HTML for a document with the
 * preview's stylesheet; not part of the published page.
 */
export function renderCards(article: Article, house: House, options: PageOptions): string {
  const reading = readingOf(article, house);
  const text = (role: FieldRole): string => reading.text(role)?.texts[0]?.trim() ?? '';
  const title = cutTitle(reading.headline.text, cardLimit(house));
  const date = reading.published?.day ?? text('published');
  const src = text('cover') || (article.furniture.pictures[0]?.src ?? '');
  const found = src === '' || (isRemote(src) && options.image(src) === undefined) ? undefined : options.image(src);
  const url = found === undefined ? undefined : safeImage(found);
  const picture =
    url === undefined
      ? `<span class="copydesk-bare">${escapeHtml(inLocale(bare, options.locale))}</span>`
      : `<img src="${escapeHtml(url)}" alt="">`;
  const rest = title.cut === '' ? '' : '…';
  const shown = `${escapeHtml(title.shown)}${rest}`;
  const meta = [text('column'), text('source'), date]
    .filter((part) => part !== '')
    .map((part) => `<span>${escapeHtml(part)}</span>`);
  const summary = text('summary');
  const said = fill(inLocale(title.cut === '' ? fits : cuts, options.locale), {
    width: title.width,
    limit: title.limit,
  });
  return [
    `<main class="copydesk-cards"${attribute('data-cut', title.cut === '' ? '' : 'yes')}>`,
    `<article class="copydesk-card">${picture}<div><h1>${shown}</h1>${summary === '' ? '' : `<p>${escapeHtml(summary)}</p>`}<p class="copydesk-meta">${meta.join(' ')}</p></div></article>`,
    `<ul class="copydesk-list"><li><span>${shown}</span> <span class="copydesk-date">${escapeHtml(date)}</span></li></ul>`,
    `<p class="copydesk-said">${escapeHtml(said)}${title.cut === '' ? '' : ` <s>${escapeHtml(title.cut)}</s>`}</p>`,
    '</main>',
  ].join('\n');
}
