import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { lineAt } from '../model/range.ts';
import { type Block, renderBody } from './body.ts';
import { showDate } from './dates.ts';
import { attribute, escapeHtml } from './escape.ts';
import { type FieldText, fieldText } from './fields.ts';
import { planPage } from './figures.ts';
import { type Filling, type Fillings, fillLayout } from './layout.ts';
import { drawPictures, type PageOptions } from './pictures.ts';
import { styleOf, themeOf } from './themes.ts';

export type { Block } from './body.ts';
export { isRemote } from './links.ts';
export type { PageOptions } from './pictures.ts';
export { styleOf, themeIds, themeOf } from './themes.ts';

/** An article as its house publishes it. */
export interface Page {
  /** For the window's title: the headline with the site's name. */
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** Id of a theme: a folder of `media/themes/`. */
  readonly theme: string;
  /** The HTML of the page before and after its body blocks; `data-line` in it counts from the text's start. */
  readonly frame: { readonly before: string; readonly after: string };
  readonly blocks: readonly Block[];
  /** How many lines the source has. */
  readonly lines: number;
}

/** Stands for the body while a layout is filled; escaped text never contains it. */
const BODY = '\0';

/** Draws the news page of an article from its tokens and furniture. A function of values; never throws. */
export function renderPage(article: Article, house: House, options: PageOptions): Page {
  const theme = themeOf(house);
  const headline = readHeadline(article, house);
  const blocks = renderBody(article.tokens, {
    plan: planPage(article),
    drawPicture: drawPictures(options),
    title: headline.token,
  });
  const html = fillLayout(theme.layout, fillingsOf(article, house, headline));
  const split = html.indexOf(BODY);
  return {
    title: [headline.text, house.name].filter((part) => part !== '').join(' - '),
    lang: house.language,
    theme: theme.id,
    frame: { before: html.slice(0, split), after: html.slice(split + BODY.length) },
    blocks,
    lines: article.lines.length,
  };
}

/** What stands in the `<body>` of a page. */
export function pageHtml(page: Page): string {
  return page.frame.before + page.blocks.map(({ html }) => html).join('') + page.frame.after;
}

/** A page as one complete HTML file with its theme's stylesheet in it: no script, no inline style, nothing remote. */
export function renderDocument(page: Page): string {
  return [
    '<!doctype html>',
    `<html${attribute('lang', page.lang)}>`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(page.title)}</title>`,
    `<style>\n${styleOf(page.theme)}</style>`,
    '</head>',
    '<body>',
    // Escaped text holds no quotation mark, so this can only be the attribute. Readers have no use for it.
    pageHtml(page)
      .replaceAll(/ data-line="\d+"/g, '')
      .trim(),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

interface Headline {
  /** With its series tag, as written; '' when the article has no title yet. */
  readonly text: string;
  readonly series: string | undefined;
  readonly rest: string;
  readonly line: number;
  /** Index of the inline token of a heading that is the headline, and is not printed again; -1: none. */
  readonly token: number;
}

/** 【系列】标题 */
const seriesTag = /^\s*【([^】]*)】/;

function readHeadline(article: Article, house: House): Headline {
  const field = fieldText(article, house, 'title');
  const heading = firstHeading(article, field !== undefined);
  const named = fieldText(article, house, 'series')?.texts.join(' ');
  const headingText = heading?.text.trim() ?? '';
  const text = field?.texts[0]?.trim() ?? headingText;
  const line = field?.line ?? heading?.line ?? 0;
  const token = heading && headingText === text ? heading.token : -1;
  const tagged = seriesTag.exec(text);
  const tag = tagged?.[1];
  // A series named in a field of its own and in the title is printed once.
  if (tagged && (named === undefined || named === tag)) {
    return { text, series: tag, rest: text.slice(tagged[0].length), line, token };
  }
  return { text, series: named, rest: text, line, token };
}

/** The heading that may be the headline: the first of level one, at the very top when a field has the title. */
function firstHeading(article: Article, onlyTop: boolean): { text: string; line: number; token: number } | undefined {
  const passage = article.passages.find(({ field, level }) => field === undefined && (onlyTop || level === 1));
  if (passage?.level !== 1 || article.tokens[passage.token]?.level !== 1) return undefined;
  // A heading with a picture in it is drawn where it stands.
  if (article.furniture.pictures.some((picture) => picture.passage === passage)) return undefined;
  return { text: passage.prose.rendered, line: lineAt(article.lines, passage.block.start), token: passage.token };
}

function fillingsOf(article: Article, house: House, headline: Headline): Fillings {
  const field = (role: Parameters<typeof fieldText>[2]): FieldText | undefined => fieldText(article, house, role);
  const editor = article.furniture.editors.length > 0 ? undefined : field('editor');
  const published = field('published');
  const joiner = house.language.toLowerCase().startsWith('zh') ? '、' : ', ';
  return {
    'site-line': constant(house.page.siteLine),
    home: constant(house.page.home),
    nav: list(house.page.nav),
    column: joined(field('column'), joiner),
    series: constant(headline.series ?? '', headline.line),
    // A page without a headline still has the place for it.
    title: { html: escapeHtml(headline.rest), line: headline.line },
    subtitle: joined(field('subtitle'), joiner),
    summary: joined(field('summary'), joiner),
    published: published && { html: time(published.texts[0] ?? '', house), line: published.line },
    source: joined(field('source'), joiner),
    body: { html: BODY },
    related: listed(field('related')),
    'editor-label': constant(house.editorLabel),
    editor: joined(editor, joiner),
    keywords: joined(field('keywords'), joiner),
    footer:
      house.page.footer.length === 0
        ? undefined
        : { html: house.page.footer.map((line) => `<p>${escapeHtml(line)}</p>`).join('') },
  };
}

function time(raw: string, house: House): string {
  const { text, machine } = showDate(raw, house);
  return machine === undefined
    ? escapeHtml(text)
    : `<time datetime="${escapeHtml(machine)}">${escapeHtml(text)}</time>`;
}

function constant(text: string, line?: number): Filling | undefined {
  if (text.trim() === '') return undefined;
  return line === undefined ? { html: escapeHtml(text) } : { html: escapeHtml(text), line };
}

function joined(found: FieldText | undefined, joiner: string): Filling | undefined {
  return found && { html: escapeHtml(found.texts.join(joiner)), line: found.line };
}

function listed(found: FieldText | undefined): Filling | undefined {
  const filling = found && list(found.texts);
  return filling && { ...filling, line: found.line };
}

function list(items: readonly string[]): Filling | undefined {
  if (items.length === 0) return undefined;
  return { html: `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>` };
}
