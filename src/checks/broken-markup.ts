import type { Article, Passage } from '../model/article.ts';
import { classAt, FULL_WIDTH, HAN, hanAt, hanBefore, LETTER } from '../model/characters.ts';
import { askedOfText } from '../model/kept.ts';
import type { LinkFault } from '../model/markdown/broken-target.ts';
import { HTML } from '../model/markdown/html-tags.ts';
import { matchesOf } from '../model/matches.ts';
import { LITERAL, type Prose } from '../model/prose.ts';
import { lineAt } from '../model/range.ts';
import { type Draft, defineCheck, type FixDraft } from './check.ts';
import { widthOf } from './copy/title-width.ts';
import { isUnderlined } from './copy/underlined.ts';
import {
  emptyLinks,
  glued,
  hasEmptyLink,
  lines,
  oddLinks,
  openFences,
  openStars,
  type Unread,
} from './copy/unread-markup.ts';

type Message =
  | Exclude<LinkFault, 'mark' | 'other'>
  | 'mark'
  | 'other'
  | 'heading'
  | 'bold'
  | 'note'
  | 'underline'
  | 'inside'
  | 'replace'
  | 'encode'
  | 'separate'
  | 'apart'
  | Unread;

export const brokenMarkup = defineCheck({
  id: 'broken-markup',
  title: { en: 'Broken markup', zh: '排版标记' },
  summary: {
    en: 'Bold, links, pictures and subheads are written so that readers see them, not their marks.',
    zh: '加粗、链接、图片、小标题要写对，不让读者看到标记本身。',
  },
  scope: 'article',
  severity: 'warning',
  messages: {
    blank: {
      en: 'The path in `{written}` has a space in it, so readers see the brackets: put it between `<` and `>`, or write `%20`',
      zh: '“{written}”的路径里有空格，读者会看到方括号：给路径加上 < >，或把空格写成 %20',
    },
    size: {
      en: 'Markdown knows no sizes, so readers see the brackets of `{written}`: leave the size out',
      zh: 'Markdown 不认“{written}”里的尺寸，读者会看到方括号：请删去尺寸',
    },
    title: {
      en: 'The title in `{written}` needs straight quotation marks, or readers see the brackets',
      zh: '“{written}”里的标题要用直引号，否则读者会看到方括号',
    },
    gap: {
      en: 'There is a space between the brackets of `{written}`, so readers see them: take it out',
      zh: '“{written}”的方括号和圆括号之间有空格，读者会看到括号：请删去空格',
    },
    wide: {
      en: 'The brackets in `{written}` are full-width, so readers see them: write `(` and `)`',
      zh: '“{written}”用了全角括号，读者会看到括号：请改成半角 ( )',
    },
    mark: {
      en: 'The `！` of `{written}` is full-width, so readers see a link and no picture: write `!`',
      zh: '“{written}”的“！”是全角，读者只看到链接、看不到图片：请改成半角 !',
    },
    empty: {
      en: '`{written}` names no file: readers see a gap',
      zh: '“{written}”没有写文件，读者会看到空白',
    },
    other: {
      en: 'Markdown does not understand `{written}`: readers see it as it is written',
      zh: 'Markdown 不认“{written}”，读者会原样看到它',
    },
    reversed: {
      en: 'The brackets of `{written}` have changed places, so readers see them: write `{mended}`',
      zh: '“{written}”的圆括号和方括号写反了，读者会看到括号：应写作“{mended}”',
    },
    shape: {
      en: 'A link takes `[` and `]`, so readers see the brackets of `{written}`: write `{mended}`',
      zh: '链接文字要放在半角 [ ] 里，否则读者会看到“{written}”的括号：应写作“{mended}”',
    },
    nowhere: {
      en: '`{written}` leads nowhere: its address is missing',
      zh: '“{written}”没有写地址，点了去不了任何地方',
    },
    open: {
      en: 'As many asterisks must close `{written}` as open it, or readers see them',
      zh: '“{written}”的星号前后不成对，读者会看到星号',
    },
    list: {
      en: '`{written}` needs a space after it to be an item of a list: without it the lines run into one',
      zh: '“{written}”后要有一个半角空格才是列表，否则各行会连成一段',
    },
    heading: {
      en: '`{written}` needs a space after the `#` to be a subhead: readers see the mark',
      zh: '“{written}”后要有一个半角空格才是小标题，否则读者会看到 #',
    },
    bold: {
      en: '`{written}` is not bold: readers see the asterisks',
      zh: '“{written}”没有加粗成功，读者会看到星号',
    },
    marks: {
      en: 'A space inside of `{written}` keeps it from being read, so readers see its marks: take the space out',
      zh: '“{written}”的标记里多了空格，读者会看到标记：请删去空格',
    },
    fence: {
      en: 'Nothing closes this block of code, so all the text below it is drawn as code: end it with a line of the same marks',
      zh: '这个代码块没有收尾，下面的正文都会当作代码：请在代码之后另起一行，写上同样的标记',
    },
    note: {
      en: 'The brackets of `{written}` are full-width, so it is not a footnote: write `{mended}`',
      zh: '“{written}”用了全角括号，成不了脚注：应写作“{mended}”',
    },
    underline: {
      en: '`{written}` right under text makes a subhead of it: leave a blank line between them',
      zh: '“{written}”紧跟在文字下一行，会把这段文字变成小标题：中间请空一行',
    },
    inside: {
      en: 'This picture is inside a paragraph: leave a blank line before and after it, with its caption and credit',
      zh: '图片插在段落里了：图片（连同说明和署名）前后请各空一行',
    },
    replace: { en: 'Write `{mended}`', zh: '改为“{mended}”' },
    encode: { en: 'Write `{encoded}`', zh: '改为“{encoded}”' },
    separate: { en: 'Leave a blank line', zh: '中间空一行' },
    apart: { en: 'Leave blank lines around the picture', zh: '图片前后各空一行' },
  },
  *run(article, { house }) {
    yield* links(article);
    yield* oddLinks(article);
    yield* openFences(article);
    for (const passage of article.passages) {
      if (passage.level > 0) yield* underlined(article, passage);
      const marked = mayHoldMarks(passage.prose);
      const empty = hasEmptyLink(article, passage);
      // HTML is no Markdown: there the marks are text.
      if ((!marked && !empty) || article.tokens[passage.token]?.markup === HTML) continue;
      if (empty) yield* emptyLinks(article, passage);
      if (!marked) continue;
      yield* headings(article, passage);
      yield* bolds(passage);
      yield* lines(passage);
      yield* openStars(article, passage);
      yield* glued(article, passage);
      yield* notes(passage);
    }
    if (house.credit.required || house.credit.caption) yield* inside(article);
  },
});

/** Whether a text holds marks of what is looked for in it, or lines, which may be a list. */
const mayHoldMarks = askedOfText((text) => /[#＃*＊^＾\n]|__|~~/.test(text));

/** Longest piece of an article that a message repeats, in UTF-16 units. */
const LONGEST = 60;

function shown(written: string): string {
  const line = written.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function* links({ broken, text }: Article): Iterable<Draft<Message>> {
  for (const { passage, fault, written, mended, from, to } of broken) {
    const at = passage.prose.at(from, to);
    const fixes: FixDraft<Message>[] = [];
    const encoded = mended?.replace(/<([^<>]*)>/, (_, path: string) => path.replaceAll(' ', '%20'));
    // What could not be traced to its place is told, and left alone.
    if (mended !== undefined && text.slice(at.start, at.end) === written) {
      fixes.push({ title: 'replace', safe: false, source: [{ start: at.start, end: at.end, text: mended }] });
      if (encoded !== undefined && encoded !== mended) {
        fixes.push({ title: 'encode', safe: false, source: [{ start: at.start, end: at.end, text: encoded }] });
      }
    }
    const data = { written: shown(written), mended: shown(mended ?? ''), encoded: shown(encoded ?? '') };
    yield { message: fault, data, at, fixes };
  }
}

const bareHeading = /^(?:#{2,6}(?=[^#\s!])|[#＃]{1,6}(?=\u3000)|＃{1,6}(?=[^＃\s]| {1,3}\S))/;
/** `#晚橙开园` with text under it; hashtags come together, with others, or last. */
const soleHeading = /^#(?=\p{Script=Han}[^#＃\n]{1,29}$)/u;

/** `##晚橙`; a single `#` may open a hashtag. */
function* headings({ passages }: Article, passage: Passage): Iterable<Draft<Message>> {
  const { prose, kind } = passage;
  const { text } = prose;
  if (kind === 'paragraph' && soleHeading.test(text)) {
    const next = passages[passages.indexOf(passage) + 1];
    if (next?.kind === 'paragraph' && /[。！？”]$/.test(next.prose.text.trimEnd())) yield* heading(prose, '#');
    return;
  }
  const marks = kind === 'paragraph' ? bareHeading.exec(text)?.[0] : undefined;
  if (marks === undefined || text.includes('\n') || prose.kindAt(0) !== 'verbatim') return;
  // #晚橙开园# and ##晚橙开园## are hashtags.
  if (/[#＃]\s*$/.test(text)) return;
  yield* heading(prose, marks);
}

function* heading(prose: Prose, marks: string): Iterable<Draft<Message>> {
  const { text } = prose;
  const rest = text.slice(marks.length).trimStart();
  const { start, end } = prose.at(0, text.length - rest.length);
  const mended = `${'#'.repeat(marks.length)} `;
  yield {
    message: 'heading',
    data: { written: marks, mended: shown(`${mended}${rest}`) },
    at: prose.at(0, marks.length),
    fixes: [{ title: 'replace', safe: false, source: [{ start, end, text: mended }] }],
  };
}

const stars = /(\*\*|＊＊)([^*＊\n]{1,200})(\*\*|＊＊)/g;

/** Two asterisks that stand in the text round words: `**晚橙 **`. */
function* bolds({ prose }: Passage): Iterable<Draft<Message>> {
  const { text } = prose;
  if (!text.includes('**') && !text.includes('＊＊')) return;
  for (const match of matchesOf(text, stars)) {
    const [written, open = '', inside = '', close = ''] = match;
    const from = match.index;
    const to = from + written.length;
    const words = inside.trim();
    if (words === '' || words.includes(LITERAL) || !isText(words)) continue;
    const wide = open === '＊＊' || close === '＊＊';
    if (words === inside && !wide) continue;
    // 2 ** 3 ** 4
    if (/^\s/.test(inside) && /\s$/.test(inside) && !hanAt(words, 0)) continue;
    if (prose.kindAt(from) !== 'verbatim' || prose.kindAt(to - 1) !== 'verbatim') continue;
    const mended = `**${words}**`;
    const { start, end } = prose.at(from, to);
    const whole = end - start === written.length;
    yield {
      message: 'bold',
      data: { written: shown(written), mended: shown(mended) },
      at: prose.at(from, to),
      fixes: whole ? [{ title: 'replace', safe: false, source: [{ start, end, text: mended }] }] : [],
    };
  }
}

function isText(words: string): boolean {
  return (
    (classAt(words, 0) & (HAN | LETTER | FULL_WIDTH)) !== 0 || hanBefore(words, words.length) || /^[“"‘'\d]/.test(words)
  );
}

const wideNote = /[［【〔[][\^＾]([^\]］】〕\s\uFFFC]{1,40})[\]］】〕]/g;

/** `［^1］` */
function* notes({ prose }: Passage): Iterable<Draft<Message>> {
  const { text } = prose;
  if (!/[\^＾]/.test(text)) return;
  for (const { 0: written, 1: label = '', index } of matchesOf(text, wideNote)) {
    const mended = `[^${label}]`;
    if (written === mended || prose.kindAt(index) !== 'verbatim') continue;
    const { start, end } = prose.at(index, index + written.length);
    yield {
      message: 'note',
      data: { written: shown(written), mended: shown(mended) },
      at: prose.at(index, index + written.length),
      fixes: [{ title: 'replace', safe: false, source: [{ start, end, text: mended }] }],
    };
  }
}

/** A paragraph with a line of `-` or `=` right under it, which was meant as a line. */
function* underlined(article: Article, { token, prose, level, block }: Passage): Iterable<Draft<Message>> {
  if (level === 0 || !isUnderlined(article, token) || !isSentence(prose.text)) return;
  const { text, lines } = article;
  const start = lines[lineAt(lines, block.end) + 1];
  if (start === undefined) return;
  const written = /^[ >]*([-=]+)/.exec(text.slice(start, start + 200))?.[1];
  if (written === undefined || isDrawn(prose.text, written)) return;
  const before = text.slice(start - 2, start) === '\r\n' ? '\r\n' : '\n';
  const alone = text.slice(start, start + 1) === written.charAt(0);
  yield {
    message: 'underline',
    data: { written },
    at: { from: 0, to: 0, start, end: start + text.slice(start, start + 200).indexOf(written) + written.length },
    fixes: alone ? [{ title: 'separate', safe: false, source: [{ start, end: start, text: before }] }] : [],
  };
}

/** What ends like a sentence, holds one or is as long as one was not meant as a headline; a headline may go over lines. */
function isSentence(text: string): boolean {
  return /[。！？…；：，”.]\s*$/.test(text) || /[，。；、,;]\s*\n|。/.test(text) || widthOf(text) > LONGEST_HEADLINE;
}

/** In characters of Chinese; two letters are as wide as one. */
const LONGEST_HEADLINE = 42;
/** A line under a headline that was drawn as long as the headline is no line between paragraphs. */
const SHORTEST_DRAWN = 6;

function isDrawn(text: string, written: string): boolean {
  const last = widthOf(text.slice(text.lastIndexOf('\n') + 1).trimEnd());
  return written.length >= SHORTEST_DRAWN && Math.abs(written.length - last * 2) <= 2;
}

/** A picture with text before it in its paragraph, where pictures stand with caption and credit. */
function* inside({ furniture, text }: Article): Iterable<Draft<Message>> {
  for (const { passage, at } of furniture.pictures) {
    if (passage.kind !== 'paragraph') continue;
    const before = passage.prose.text.slice(0, at.from);
    const ink = before.replaceAll(LITERAL, '').trim();
    if (ink.length < 2 || before.length > 4000) continue;
    // A line of its own under the text is a picture that lost its blank line; one in a sentence may be a sign.
    const ownLine = /\n[ \t]*$/.test(before) && /^[ \t]*(?:\n|$)/.test(passage.prose.text.slice(at.to));
    if (!ownLine) continue;
    const lineStart = text.lastIndexOf('\n', at.start - 1) + 1;
    if (text.slice(lineStart, at.start).trim() !== '') continue;
    const source = [{ start: lineStart, end: lineStart, text: '\n' }];
    yield { message: 'inside', at, fixes: [{ title: 'apart', safe: false, source }] };
  }
}
