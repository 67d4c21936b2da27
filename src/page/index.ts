import type { FieldRole, House } from '../house/house.ts';
import { indentsCode } from '../house/indented-code.ts';
import { isChineseHouse } from '../house/language.ts';
import type { Article } from '../model/article.ts';
import type { Finding } from '../model/finding.ts';
import type { FieldText } from '../reading/field-text.ts';
import type { Headline } from '../reading/headline.ts';
import { handsLine, unsignedHands } from '../reading/other-hands.ts';
import { type Reading, readingOf } from '../reading/reading.ts';
import { type Block, renderBody } from './body.ts';
import { changesBar, placeChanges } from './change-marks.ts';
import { embargoBar } from './embargo-bar.ts';
import { attribute, escapeHtml } from './escape.ts';
import { type FieldMarks, fieldMarks } from './field-marks.ts';
import { planPage } from './figures.ts';
import { findingPen, noFindings, placeFindings } from './finding-marks.ts';
import { type Filling, type Fillings, fillLayout } from './layout.ts';
import { safeImage } from './links.ts';
import { noteWords } from './notes.ts';
import type { OwnPage, OwnStyle } from './own/own-page.ts';
import { drawPictures, type PageOptions } from './pictures.ts';
import { OWN, styleOf, themeOf } from './themes.ts';

export { houseForText } from '../reading/text-house.ts';
export type { Block } from './body.ts';
export { isRemote } from './links.ts';
export type { FindAsset, OwnPage, OwnStyle, PageFault, PageFiles } from './own/own-page.ts';
export { LONGEST_PAGE_BYTES, noPage } from './own/own-page.ts';
export type { PageOptions } from './pictures.ts';
export { OWN, styleOf, themeOf } from './themes.ts';

/** An article as its house publishes it. */
export interface Page {
  /** For the window's title: the headline with the site's name. */
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** Id of a theme: a folder of `media/themes/`. */
  readonly theme: string;
  /** The HTML of the page before and after its body blocks; `data-line` in it counts from the text's start. */
  readonly around: { readonly before: string; readonly after: string };
  /**
   * What was found around the body, and what has no place on the page: `data-findings="0"` in it is the first
   * of these. Empty where findings are not marked.
   */
  readonly findings: readonly Finding[];
  readonly blocks: readonly Block[];
  /** How many lines the source has. */
  readonly lines: number;
  /** How the newsroom's own page is dressed; absent where a theme is drawn. `theme` is then {@link OWN}. */
  readonly own?: Pick<OwnPage, 'styles' | 'doctype' | 'html' | 'body'>;
}

/** Stands for the body while a layout is filled; escaped text never contains it. */
const BODY = '\0';

/** Draws the news page of an article from its tokens and furniture. A function of values; never throws. */
export function renderPage(article: Article, house: House, options: PageOptions): Page {
  const theme = themeOf(house);
  const reading = readingOf(article, house);
  const { headline } = reading;
  const found = options.findings ? placeFindings(article, options.findings) : noFindings;
  const blocks = renderBody(article.tokens, {
    plan: planPage(article),
    drawPicture: drawPictures(options),
    title: headline.token,
    footnotes: article.footnotes,
    words: noteWords(house.language),
    findings: found.body,
    locale: options.locale,
    indentedCode: indentsCode(house),
    ...(options.changes ? { changes: placeChanges(options.changes.prose) } : {}),
  });
  const pen = findingPen(options.locale);
  const marks = fieldMarks(reading.field, found, pen, headline.text, headline.token);
  const own = options.own?.layout ? options.own : undefined;
  const html = fillLayout(own?.layout ?? theme.layout, fillingsOf(reading, marks, options.site));
  const split = html.indexOf(BODY);
  return {
    title: [headline.text, house.page.name || house.name || (options.site?.name ?? '')]
      .filter((part) => part !== '')
      .join(' - '),
    // Browsers choose fonts by it.
    lang: own?.html.lang ?? house.language,
    theme: own ? OWN : theme.id,
    ...(own ? { own: { styles: own.styles, doctype: own.doctype, html: own.html, body: own.body } } : {}),
    around: {
      before:
        (options.changes
          ? changesBar(
              options.changes,
              options.locale,
              article.passages.find(({ token }) => token === headline.token),
            )
          : '') +
        embargoBar(reading, options.now, options.locale) +
        html.slice(0, split),
      after: html.slice(split + BODY.length),
    },
    findings: [
      ...pen.drawn,
      ...notDrawn(options.findings ?? [], [pen.drawn, ...blocks.map(({ findings }) => findings)]),
    ],
    blocks,
    lines: article.lines.length,
  };
}

function notDrawn(findings: readonly Finding[], drawn: readonly (readonly Finding[])[]): readonly Finding[] {
  if (findings.length === 0) return [];
  const all = new Set(drawn.flat());
  return findings.filter((finding) => !all.has(finding));
}

/** What stands in the `<body>` of a page. */
export function pageHtml(page: Page): string {
  return page.around.before + page.blocks.map(({ html }) => html).join('') + page.around.after;
}

/**
 * A page as one complete HTML file with its stylesheets in it: nothing that runs, no inline style, nothing remote, and a
 * policy that lets a browser load nothing else.
 *
 * @param head tags for its head besides, such as what search engines read
 */
export function renderDocument(page: Page, head: readonly string[] = []): string {
  const { own } = page;
  return [
    own?.doctype ?? '<!doctype html>',
    `<html${attributes({ lang: page.lang, ...own?.html })}>`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<title>${escapeHtml(page.title)}</title>`,
    ...head,
    `<style>\n${styleOf(page.theme)}</style>`,
    ...(own?.styles ?? []).map(styleTag),
    '</head>',
    `<body${attributes(own?.body)}>`,
    // Escaped text holds no quotation mark, so this can only be the attribute. Readers have no use for it.
    pageHtml(page)
      .replaceAll(/ data-line="-?\d+"/g, '')
      .trim(),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** What a page may load once it is a file: pictures and fonts in it or beside it. */
const POLICY =
  "default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'; font-src 'self' file: data:; base-uri 'none'; form-action 'none'";

function styleTag({ css, media }: OwnStyle): string {
  return `<style${attribute('media', media)}>\n${css}</style>`;
}

function attributes(named: Readonly<Record<string, string>> = {}): string {
  return Object.entries(named)
    .map(([name, value]) => attribute(name, value))
    .join('');
}

function fillingsOf(reading: Reading, marks: FieldMarks, site: PageOptions['site']): Fillings {
  const { article, house, headline, chinese, text: field } = reading;
  const editor = article.furniture.editors.length > 0 ? undefined : field('editor');
  const published = field('published');
  const joiner = chinese ? '、' : ', ';
  const restAt = headline.text.length - headline.rest.length;
  return {
    'site-line': siteLine(house, site),
    home: constant(house.page.home),
    nav: list(house.page.nav),
    column: joined(field('column'), 'column', marks, joiner),
    series: seriesFilling(headline, marks),
    // A page without a headline still has the place for it.
    title: { html: marks.headline(restAt, headline.text.length), line: headline.line },
    headline: { html: fullHeadline(headline, house, marks), line: headline.line },
    subtitle: joined(field('subtitle'), 'subtitle', marks, joiner),
    summary: joined(field('summary'), 'summary', marks, joiner),
    published:
      published && whenWords(reading) !== ''
        ? {
            html: marks.whole('published', time(reading)),
            line: published.line,
          }
        : undefined,
    source: joined(field('source'), 'source', marks, joiner),
    author: constant(field('reporters')?.texts.join(joiner) ?? ''),
    meta: metaLine(reading),
    body: { html: BODY + handsUnder(reading, marks) },
    related: listed(field('related')),
    'editor-label': constant(house.editorLabel),
    editor: joined(editor, 'editor', marks, joiner),
    keywords: joined(field('keywords'), 'keywords', marks, joiner),
    footer:
      house.page.footer.length === 0
        ? undefined
        : { html: house.page.footer.map((line) => `<p>${escapeHtml(line)}</p>`).join('') },
  };
}

/** Who translated, proofread, drew or produced it, under the text that does not say so itself. */
function handsUnder(reading: Reading, marks: FieldMarks): string {
  const { chinese } = reading;
  return unsignedHands(reading)
    .map((hands) => {
      const whole = handsLine(hands, chinese);
      const names = hands.names.join(chinese ? '、' : ', ');
      const label = whole.slice(0, whole.length - names.length);
      return `<p class="hands" data-line="${hands.line}">${escapeHtml(label)}${hands.role === undefined ? escapeHtml(names) : marks.text(hands.role, names)}</p>\n`;
    })
    .join('');
}

/** The name at the top of the page, the logo before it. */
function siteLine({ page, name: own }: House, site: PageOptions['site']): Filling | undefined {
  const name = constant(page.name || page.siteLine || site?.name || own);
  const logo = site?.logo === undefined ? undefined : safeImage(site.logo);
  if (name === undefined || logo === undefined) return name;
  // The name beside it says what it shows.
  return { html: `<img class="logo" src="${escapeHtml(logo)}" alt=""> ${name.html}` };
}

function seriesFilling({ text, series = '', rest, line }: Headline, marks: FieldMarks): Filling | undefined {
  if (series.trim() === '') return undefined;
  // 【 and 】 are the theme's; a series from a field of its own is not in the headline.
  const tagged = rest.length < text.length;
  const from = text.indexOf('【') + 1;
  return { html: tagged ? marks.headline(from, from + series.length) : marks.text('series', series), line };
}

/** The headline on one line, its series tag as the house's language writes it. */
function fullHeadline({ series, text, rest }: Headline, house: House, marks: FieldMarks): string {
  const headline = marks.headline(text.length - rest.length, text.length);
  if (series === undefined) return headline;
  const tag = escapeHtml(series);
  return isChineseHouse(house) ? `【${tag}】${headline}` : `${tag}: ${headline}`;
}

/** The line of time and source as the house's language writes it; a saved page that has its own way keeps that. */
function metaLine(reading: Reading): Filling | undefined {
  const { chinese, text: field } = reading;
  const published = field('published');
  const source = field('source');
  const when = whenWords(reading);
  const whence = source?.texts.join(', ');
  const parts = chinese
    ? [when && `发布时间：${when}`, whence && `来源：${whence}`]
    : [when, whence && `Source: ${whence}`];
  const text = parts.filter((part) => part).join(chinese ? '　' : ' | ');
  const line = published?.line ?? source?.line;
  return text === '' || line === undefined ? undefined : { html: escapeHtml(text), line };
}

/** When it was published, in words; what is no date as it is written. */
function whenWords({ published, text }: Reading): string {
  const said = published?.text ?? text('published')?.texts[0]?.trim() ?? '';
  // A field of that name may say whether an article is published, and not when.
  return said === 'true' || said === 'false' ? '' : said;
}

function time(reading: Reading): string {
  const words = escapeHtml(whenWords(reading));
  const { published } = reading;
  return published === undefined ? words : `<time datetime="${escapeHtml(published.iso)}">${words}</time>`;
}

function constant(text: string, line?: number): Filling | undefined {
  if (text.trim() === '') return undefined;
  return line === undefined ? { html: escapeHtml(text) } : { html: escapeHtml(text), line };
}

function joined(found: FieldText | undefined, role: FieldRole, marks: FieldMarks, joiner: string): Filling | undefined {
  return found && { html: marks.text(role, found.texts.join(joiner)), line: found.line };
}

function listed(found: FieldText | undefined): Filling | undefined {
  const filling = found && list(found.texts);
  return filling && { ...filling, line: found.line };
}

function list(items: readonly string[]): Filling | undefined {
  if (items.length === 0) return undefined;
  return { html: `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>` };
}
