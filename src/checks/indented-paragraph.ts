import type { Article, Passage } from '../model/article.ts';
import { INDENTED } from '../model/markdown/indented.ts';
import { lineAt, type TextEdit } from '../model/range.ts';
import { defineCheck } from './check.ts';

export const indentedParagraph = defineCheck({
  id: 'indented-paragraph',
  title: { en: 'Indented paragraph', zh: '段首空格' },
  summary: {
    en: 'A paragraph begins at the edge: the page makes its indent, and four blanks make code of it.',
    zh: '段首不打空格：缩进由页面排出，四个空格会变成代码。',
  },
  scope: 'article',
  severity: 'warning',
  options: {
    'full-width': {
      type: 'boolean',
      default: true,
      about: {
        en: 'Full-width blanks at the head of a paragraph are looked at too; `false` where the site needs them.',
        zh: '段首的全角空格也检查；网站靠它排缩进时设为 false。',
      },
    },
    code: {
      type: 'boolean',
      default: false,
      about: {
        en: 'The newsroom writes code by indenting it: indented text is then neither checked nor changed.',
        zh: '本社用缩进写代码：缩进的文字不检查、不改动。',
      },
    },
  },
  messages: {
    code: {
      en: 'This paragraph is indented by {count} columns, and Markdown takes it for code: delete the indent',
      zh: '段首缩进了 {count} 列，Markdown 会当成代码：删去缩进，读者才会看到正文',
    },
    wide: {
      en: 'This paragraph begins with {count} spaces: delete them, for the page makes its own indent',
      zh: '段首打了 {count} 个空格：请删去，缩进由页面排出',
    },
    remove: { en: 'Delete the indent', zh: '删去缩进' },
  },
  *run(article, { options }) {
    for (const passage of article.passages) {
      const { prose, kind } = passage;
      if (isIndented(article, passage)) {
        if (options.code) continue;
        const source = indents(article, passage);
        const first = source[0];
        if (first === undefined) continue;
        const written = article.text.slice(first.start, first.end);
        const safe = kind === 'paragraph' && !underlined(article, passage);
        yield {
          message: 'code',
          data: { count: columns(written) },
          at: { from: 0, to: 0, start: first.start, end: first.end },
          fixes: [{ title: 'remove', safe, source }],
        };
      } else if (options['full-width'] && kind === 'paragraph' && prose.text.startsWith('\u3000')) {
        const to = prose.text.length - prose.text.trimStart().length;
        if (to === prose.text.length || opensBlock.test(prose.text.slice(to, to + 12))) continue;
        yield {
          message: 'wide',
          data: { count: to },
          severity: 'info',
          at: prose.at(0, to),
          fixes: [{ title: 'remove', safe: true, prose: [{ from: 0, to, text: '' }] }],
        };
      }
    }
  },
});

/** What would be no paragraph at the head of a line. */
const opensBlock = /^(?:[#>|:=*+~`<!-]|\d{1,9}[.)])/;

function isIndented({ tokens }: Article, { token }: Passage): boolean {
  return tokens[token - 1]?.markup === INDENTED;
}

/** Edits that take away what stands before each line of a paragraph. */
function indents({ text, lines }: Article, { prose, block }: Passage): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const head = prose.at(0, 0).start;
  const last = lineAt(lines, block.end);
  for (let line = lineAt(lines, head); line <= last; line++) {
    const lineStart = lines[line] ?? 0;
    let end = lineStart;
    while (end < text.length && ' \t>'.includes(text.charAt(end))) end++;
    let start = end;
    while (start > lineStart && text.charAt(start - 1) !== '>') start--;
    // A mark of a quotation keeps its blank.
    if (start > lineStart && start < end) start++;
    if (start < end) edits.push({ start, end, text: '' });
  }
  return edits;
}

function columns(indent: string): number {
  let count = 0;
  for (const character of indent) count += character === '\t' ? 4 - (count % 4) : 1;
  return count;
}

/** A line of `-` or `=` under it would make it a subhead. */
function underlined({ text, lines }: Article, { block }: Passage): boolean {
  const next = lines[lineAt(lines, block.end) + 1];
  return next !== undefined && /^ {0,3}(?:-+|=+)[ \t]*(?:\r?\n|$)/.test(text.slice(next, next + 200));
}
