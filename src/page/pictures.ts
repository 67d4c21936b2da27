import { type Finding, fill, inLocale, type Locale, type Localized } from '../model/finding.ts';
import { imagePath } from '../model/image-path.ts';
import { altText } from '../model/markdown/inline-runs.ts';
import type { PageChanges } from './change-marks.ts';
import { attribute, escapeHtml } from './escape.ts';
import type { DrawPicture } from './inline.ts';
import { isRemote, safeImage } from './links.ts';
import type { OwnPage } from './own/own-page.ts';

const absent: Localized = { en: 'Picture not found: {src}', zh: '找不到图片：{src}' };
const remote: Localized = { en: 'Picture from another site, not shown: {src}', zh: '未显示站外图片：{src}' };
const empty: Localized = { en: 'Picture without a file name', zh: '图片没有文件名' };
const undescribed: Localized = { en: 'Picture without a description', zh: '没有替代文字的图片' };

/** Longest path that a placeholder prints, in UTF-16 units: a picture may be written into its address. */
const LONGEST_PATH = 200;

/** What the host decides about a page. */
export interface PageOptions {
  /** What to mark on the page; absent: nothing, and the page is as it will be published. */
  readonly findings?: readonly Finding[];
  /** What changed since an earlier version, to be marked; absent: nothing is. */
  readonly changes?: PageChanges;
  /** The reader's language, for the words that are Copydesk's own; the page's words are its theme's and house's. */
  readonly locale: Locale;
  /**
   * The URL to show for a picture, by its destination as `Picture.src` has it; `undefined` when the picture is
   * absent or not allowed, and a placeholder stands in its place.
   */
  readonly image: (src: string) => string | undefined;
  /** The newsroom: its name where the house says none for its pages, and the URL of its logo; absent: neither. */
  readonly site?: { readonly name: string; readonly logo?: string };
  /** The present moment, milliseconds since the epoch: an article under embargo then says so at its top. Absent: it does not. */
  readonly now?: number;
  /** The newsroom's own page, read by `readOwnPage`; absent: the house's theme is drawn. */
  readonly own?: OwnPage;
}

/** Draws pictures where the host finds them, and a quiet placeholder with their words where it does not. */
export function drawPictures({ image, locale }: PageOptions): DrawPicture {
  return (token, attributes = '') => {
    const src = String(token.attrGet('src') ?? '');
    const alt = altText(token.children ?? []);
    const found = src === '' ? undefined : image(src);
    const url = found === undefined ? undefined : safeImage(found);
    if (url !== undefined) {
      const title = attribute('title', token.attrGet('title') ?? undefined);
      // An empty description says that the picture is ornament, and a button that bears a finding is none.
      const isNameless = alt === '' && attributes.includes(' role=');
      const name = isNameless ? attribute('aria-label', inLocale(undescribed, locale)) : ` alt="${escapeHtml(alt)}"`;
      return `<img${attributes} src="${escapeHtml(url)}"${name}${title}>`;
    }
    const words = src === '' ? empty : isRemote(src) ? remote : absent;
    const said = fill(inLocale(words, locale), {
      src: src.length > LONGEST_PATH ? `${src.slice(0, LONGEST_PATH)}…` : imagePath(src),
    });
    // As it is read on the page, word for word, so that who speaks to the machine says what it listens to.
    const label = alt === '' ? said : `${alt} ${said}`;
    const name = alt === '' ? '' : `<span class="alt">${escapeHtml(alt)}</span> `;
    // Of two attributes of a name the first counts: the role of a finding.
    return `<span${attributes} class="no-picture" role="img"${attribute('aria-label', label)}>${name}<span class="path">${escapeHtml(said)}</span></span>`;
  };
}
