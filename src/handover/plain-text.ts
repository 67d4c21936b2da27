import type { House } from '../house/house.ts';
import { isChineseHouse } from '../house/language.ts';
import type { Article } from '../model/article.ts';
import { readingOf } from '../reading/reading.ts';
import { bodyPieces, editorLine, handsLines, pictureOf, pictureWords } from './body.ts';
import type { WriteFormat } from './write-format.ts';

/** What of the article goes into the text besides its body. */
export interface PlainTextOptions {
  /** Headline and subtitle at the top; absent: yes. */
  readonly title?: boolean;
}

/**
 * An article as pure text, as desks send it: in Chinese every paragraph with two full-width blanks before it, in other
 * languages with an empty line after it. A picture is a line that names its file, its caption under it.
 */
export function plainText(article: Article, house: House, { title = true }: PlainTextOptions = {}): string {
  const chinese = isChineseHouse(house);
  const lines: string[] = [];
  let line = '';
  let preformatted = false;
  /** Open lists, with the number of the next item; 0 for one without numbers. */
  const lists: number[] = [];
  /** What the next line begins with. */
  let mark = '';
  let inRow = false;
  const end = (): void => {
    // A row is one line.
    if (inRow) line += ' ';
    if (inRow) return;
    const text = preformatted ? line.trimEnd() : line.replace(/[ \t]+/g, ' ').trim();
    if (text !== '') lines.push(mark + text);
    if (text !== '') mark = '';
    line = '';
  };
  for (const piece of bodyPieces(article, house)) {
    if (piece.kind === 'text') {
      if (!preformatted) line += piece.text.replace(/\n/g, ' ');
      else {
        const [first = '', ...others] = piece.text.split('\n');
        line += first;
        for (const other of others) {
          end();
          line = other;
        }
      }
      continue;
    }
    const opens = piece.kind === 'open';
    switch (piece.name) {
      case 'img':
        end();
        if (piece.kind === 'open') lines.push(pictureWords(pictureOf(piece.attributes), house));
        break;
      case 'br':
        end();
        break;
      case 'hr':
        lines.push(chinese ? '＊　＊　＊' : '* * *');
        break;
      case 'ol':
      case 'ul':
        end();
        if (piece.kind === 'open') lists.push(piece.name === 'ol' ? Number(piece.attributes.get('start') ?? 1) : 0);
        else lists.pop();
        break;
      case 'li': {
        end();
        const number = lists.at(-1) ?? 0;
        if (opens) {
          mark = number > 0 ? `${number}. ` : chinese ? '· ' : '- ';
          if (number > 0) lists[lists.length - 1] = number + 1;
        } else mark = '';
        break;
      }
      case 'td':
      case 'th':
        if (!opens) line += '\t';
        break;
      case 'tr':
        inRow = opens;
        if (!opens) {
          const row = line
            .replace(/\n/g, ' ')
            .split('\t')
            .map((cell) => cell.trim());
          lines.push(row.slice(0, -1).join('\t'));
        }
        line = '';
        break;
      case 'pre':
        end();
        preformatted = opens;
        break;
      case 'p':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
      case 'figure':
      case 'figcaption':
      case 'blockquote':
      case 'caption':
      case 'div':
      case 'table':
        end();
        break;
      default:
        break;
    }
  }
  end();
  const editor = editorLine(article, house);
  const body = [...lines, ...handsLines(article, house), ...(editor === undefined ? [] : [editor])];
  const head = title ? headOf(article, house) : [];
  const indented = chinese ? body.map((each) => `　　${each}`) : body;
  const between = chinese ? '\n' : '\n\n';
  return `${[...head, indented.join(between)].join(chinese ? '\n\n' : '\n\n').trimEnd()}\n`;
}

function headOf(article: Article, house: House): string[] {
  const { headline, text } = readingOf(article, house);
  const head = [headline.text, text('subtitle')?.texts.join(' ') ?? ''].filter((each) => each.trim() !== '');
  return head.length === 0 ? [] : [head.join('\n')];
}

/** As `copydesk render` writes it. */
export const writeText: WriteFormat = (article, house) => plainText(article, house);
