import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { attribute, escapeHtml } from '../page/escape.ts';
import { safeImage } from '../page/links.ts';
import { themeOf } from '../page/themes.ts';
import { bodyPieces, editorLine, pictureOf } from './body.ts';
import { copyStyles, type StyleName } from './copy-styles.ts';
import { plainText } from './plain-text.ts';
import { type Piece, voids } from './tags.ts';

/** Where rich text is pasted. */
export type Destination = 'cms' | 'wechat';

export interface RichCopyOptions {
  readonly for: Destination;
  /** The URL of a picture by its destination; `undefined`: a line that names the file stands in its place. */
  readonly image: (src: string) => string | undefined;
}

/** What goes onto the clipboard. */
export interface RichCopy {
  readonly html: string;
  readonly text: string;
}

/**
 * The body of an article as rich text whose styles survive a paste: elements that editors keep, each with its own
 * `style`, no classes. Title and time have fields of their own where it goes. WeChat takes no links, so that they are
 * their words there.
 */
export function richCopy(article: Article, house: House, options: RichCopyOptions): RichCopy {
  const styles = copyStyles(themeOf(house).id, options.for);
  const style = (name: StyleName): string => attribute('style', styles[name]);
  const chinese = house.language.toLowerCase().startsWith('zh');
  let out = '';
  /** For each open element what closes it. */
  const closes: string[] = [];
  const around: string[] = [];
  const open = (piece: Extract<Piece, { kind: 'open' }>): string => {
    const { name, attributes } = piece;
    const kind = attributes.get('class') ?? '';
    switch (name) {
      case 'br':
        return '<br>';
      case 'hr':
        return `<hr${style('hr')}>`;
      case 'img':
        return picture(attributes, options, style('img'), chinese);
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
        const followed = options.for === 'cms' && href !== undefined;
        closes.push(followed ? '</a>' : '');
        return followed ? `<a${attribute('href', href)}${style('a')}>` : '';
      }
      case 'th':
      case 'td': {
        closes.push(`</${name}>`);
        const align = /^align-(left|center|right)$/.exec(kind)?.[1];
        const own = [styles[name], align && `text-align:${align}`].filter((part) => part).join(';');
        return `<${name}${attribute('style', own)}>`;
      }
      case 'ol':
        closes.push('</ol>');
        return `<ol${attribute('start', attributes.get('start'))}${style('ol')}>`;
      case 'ul':
      case 'li':
      case 'blockquote':
      case 'table':
      case 'pre':
      case 'code':
      case 'strong':
      case 'em':
        closes.push(`</${name}>`);
        return `<${name}${style(name)}>`;
      case 'div':
      case 'span':
      case 'time':
        // The page's own boxes, and the words that it marks for its own sake.
        closes.push('');
        return '';
      default:
        closes.push(`</${name}>`);
        return `<${name}>`;
    }
  };
  for (const piece of bodyPieces(article, house)) {
    if (piece.kind === 'text') out += escapeHtml(piece.text);
    else if (piece.kind === 'open') {
      out += open(piece);
      if (!voids.has(piece.name)) around.push(piece.name);
    } else {
      around.pop();
      out += closes.pop() ?? '';
    }
  }
  const editor = editorLine(article, house);
  if (editor !== undefined) out += `<p${style('editor')}>${escapeHtml(editor)}</p>\n`;
  return { html: out.trim(), text: plainText(article, house, { title: false }) };
}

function paragraphStyle(kind: string, around: readonly string[]): StyleName {
  if (around.includes('figcaption')) return 'figcaption';
  if (kind === 'editor') return 'editor';
  if (kind === 'byline' || kind === 'credit') return 'byline';
  if (around.includes('blockquote')) return 'quote';
  return around.includes('li') ? 'item' : 'p';
}

function picture(
  attributes: ReadonlyMap<string, string>,
  { image }: RichCopyOptions,
  style: string,
  chinese: boolean,
): string {
  const src = pictureOf(attributes);
  const found = image(src);
  const url = found === undefined ? undefined : safeImage(found);
  if (url !== undefined) return `<img${attribute('src', url)}${attribute('alt', attributes.get('alt'))}${style}>`;
  return escapeHtml(chinese ? `【图片：${src}】` : `[Picture: ${src}]`);
}
