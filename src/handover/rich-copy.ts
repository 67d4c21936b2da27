import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { attribute, escapeHtml } from '../page/escape.ts';
import { safeImage } from '../page/links.ts';
import { themeOf } from '../page/themes.ts';
import { bodyPieces, editorLine, handsLines, pictureOf, pictureWords } from './body.ts';
import { copyStyles, type Destination, type StyleName } from './copy-styles.ts';
import { plainText } from './plain-text.ts';
import { type Piece, voids } from './tags.ts';
import type { WriteFormat } from './write-format.ts';

export interface RichCopyOptions {
  readonly for: Destination;
  /** Elements alone, without their look: for programs. Absent: no. */
  readonly bare?: true;
  /** The URL of a picture by its destination; `undefined`: a line that names the file stands in its place. */
  readonly image: (src: string) => string | undefined;
  /** How wide a picture is in pixels, where that is known: mail programs and Word go by the attribute alone. */
  readonly width?: (src: string) => number | undefined;
}

/** The widest that a picture is pasted, in CSS pixels: about the column of a page of paper. */
export const WIDEST = 640;

/** What goes onto the clipboard. */
export interface RichCopy {
  readonly html: string;
  readonly text: string;
}

/**
 * The body of an article as rich text whose styles survive a paste: elements that editors keep, each with its own
 * `style`, no classes. Title and time have fields of their own where it goes.
 *
 * WeChat's editor takes no links, so that they are their words there; it breaks an item of a list after its first piece
 * of text unless there is one `section` around all, loses a list within an item, and draws every line break and no two
 * blanks of the source.
 */
export function richCopy(article: Article, house: House, options: RichCopyOptions): RichCopy {
  const wechat = options.for === 'wechat';
  const layoutOnly = !wechat && house.page.copy?.styles === 'layout';
  const styles = options.bare ? {} : copyStyles(themeOf(house).id, options.for, layoutOnly);
  const style = (name: StyleName): string => attribute('style', styles[name]);
  /** Items that were closed before a list within them. */
  const cut = new Set<number>();
  let out = '';
  /** For each open element what closes it. */
  const closes: string[] = [];
  const around: string[] = [];
  const item = (unmarked = false): string => {
    const marker = unmarked ? 'list-style:none' : undefined;
    const own = attribute('style', [styles.li, marker].filter((part) => part).join(';'));
    return wechat ? `<li${own}><section${style('item')}>` : `<li${own}>`;
  };
  const itemEnd = wechat ? '</section></li>' : '</li>';
  const open = (piece: Extract<Piece, { kind: 'open' }>): string => {
    const { name, attributes } = piece;
    const kind = attributes.get('class') ?? '';
    switch (name) {
      case 'br':
        return '<br>';
      case 'hr':
        return `<hr${style('hr')}>`;
      case 'img':
        return picture(attributes, house, options, style('img'));
      case 'figure':
        // Editors drop figures, so that picture and caption are paragraphs.
        closes.push('</p>');
        return `<p${style('figure')}>`;
      case 'figcaption': {
        // The figure's paragraph ends here.
        const figure = around.lastIndexOf('figure');
        closes[figure] = '';
        closes.push('');
        return '</p>\n';
      }
      case 'p':
        closes.push('</p>');
        return `<p${style(paragraphStyle(kind, around))}>`;
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        closes.push(`</${name}>`);
        return `<${name}${style(name === 'h2' ? 'h2' : 'h3')}>`;
      case 'a': {
        const href = attributes.get('href');
        // A place on this page is nowhere on the other.
        const followed = !wechat && href !== undefined && !href.startsWith('#');
        closes.push(followed ? '</a>' : '');
        return followed ? `<a${attribute('href', href)}${style('a')}>` : '';
      }
      case 'th':
      case 'td': {
        closes.push(`</${name}>`);
        const align = /^align-(left|center|right)$/.exec(kind)?.[1];
        const own = align ? styles[name]?.replace(/text-align:[a-z]+/, `text-align:${align}`) : styles[name];
        const spans = ['colspan', 'rowspan'].map((span) => attribute(span, attributes.get(span))).join('');
        return `<${name}${spans}${attribute('style', own ?? (align && `text-align:${align}`))}>`;
      }
      case 'ol':
      case 'ul': {
        const start = name === 'ol' ? attribute('start', attributes.get('start')) : '';
        const list = `<${name}${start}${style(name)}>`;
        closes.push(`</${name}>`);
        const parent = around.lastIndexOf('li');
        if (!wechat || parent < 0 || cut.has(parent)) return list;
        cut.add(parent);
        closes[parent] = '';
        return itemEnd + list;
      }
      case 'li':
        closes.push(itemEnd);
        return item();
      case 'blockquote':
      case 'table':
      case 'pre':
        closes.push(`</${name}>`);
        return `<${name}${style(name)}>`;
      case 'code':
        closes.push('</code>');
        return `<code${around.includes('pre') ? '' : style('code')}>`;
      case 'div':
      case 'span':
      case 'section':
      case 'time':
        // The page's own boxes, and the words that it marks for its own sake.
        closes.push('');
        return '';
      default:
        closes.push(`</${name}>`);
        return `<${name}>`;
    }
  };
  /** What an item still says after a list within it stands in an item without a mark. */
  const resume = (): string => {
    const parent = around.lastIndexOf('li');
    if (!cut.has(parent) || parent < Math.max(around.lastIndexOf('ul'), around.lastIndexOf('ol'))) return '';
    cut.delete(parent);
    closes[parent] = itemEnd;
    return item(true);
  };
  for (const piece of bodyPieces(article, house)) {
    if (piece.kind === 'text') {
      const text = wechat ? pasteable(piece.text, around.includes('pre'), out) : piece.text;
      out += (text.trim() === '' ? '' : resume()) + drawn(text, wechat);
    } else if (piece.kind === 'open') {
      if (piece.name !== 'ul' && piece.name !== 'ol') out += resume();
      out += open(piece);
      if (!voids.has(piece.name)) around.push(piece.name);
    } else {
      around.pop();
      cut.delete(around.length);
      out += closes.pop() ?? '';
    }
  }
  const editor = editorLine(article, house);
  for (const line of handsLines(article, house)) out += `<p${style('editor')}>${escapeHtml(line)}</p>\n`;
  if (editor !== undefined) out += `<p${style('editor')}>${escapeHtml(editor)}</p>\n`;
  // Where pictures are left out, nothing stands for them.
  const html = out.replace(/<p[^<>]*>\s*<\/p>\n?/g, '').trim();
  return {
    html: wechat ? html.replaceAll('\n', '') : html,
    text: plainText(article, house, { title: false }),
  };
}

/** Text without what WeChat's editor would draw otherwise: line breaks of the source, and blanks that count. */
function pasteable(text: string, preformatted: boolean, before: string): string {
  if (preformatted) return text.replace(/\n$/, '').replaceAll('  ', '\u00A0\u00A0').replace(/^ /gm, '\u00A0');
  if (text.includes('\n') && text.trim() === '') return /[>\s]$/.test(before) ? '' : ' ';
  return (before.endsWith('<br>') ? text.replace(/^\n+/, '') : text).replaceAll('\n', ' ');
}

function drawn(text: string, wechat: boolean): string {
  return wechat ? escapeHtml(text).replaceAll('\n', '<br>') : escapeHtml(text);
}

function paragraphStyle(kind: string, around: readonly string[]): StyleName {
  if (around.includes('figcaption')) return 'figcaption';
  if (kind === 'editor') return 'editor';
  if (kind === 'byline' || kind === 'credit') return kind;
  if (around.includes('blockquote')) return 'quote';
  return around.includes('li') ? 'item' : 'p';
}

function picture(
  attributes: ReadonlyMap<string, string>,
  house: House,
  options: RichCopyOptions,
  style: string,
): string {
  const rule = house.page.copy?.pictures ?? 'inside';
  if (rule === 'none') return '';
  const src = pictureOf(attributes);
  const found = rule === 'named' ? undefined : options.image(src);
  const url = found === undefined ? undefined : safeImage(found);
  if (url === undefined) return escapeHtml(pictureWords(src, house));
  const natural = options.for === 'cms' ? (options.width?.(src) ?? 0) : 0;
  const width = natural > WIDEST ? WIDEST : undefined;
  return `<img${attribute('src', url)}${attribute('alt', attributes.get('alt'))}${attribute('width', width)}${style}>`;
}

/** Rich text for a CMS, as `copydesk render` writes it. */
export const writeRich: WriteFormat = (article, house, { beside }) =>
  `${richCopy(article, house, { for: 'cms', image: beside }).html}\n`;

/** Rich text for WeChat, likewise. */
export const writeWechat: WriteFormat = (article, house, { beside }) =>
  `${richCopy(article, house, { for: 'wechat', image: beside }).html}\n`;
