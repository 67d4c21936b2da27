import type { Article, Passage } from '../model/article.ts';
import type { Footnote } from '../model/markdown/footnotes.ts';
import { HTML } from '../model/markdown/html-tags.ts';
import { matchesOf } from '../model/matches.ts';
import { type Draft, defineCheck } from './check.ts';

type Message = 'missing' | 'colon' | 'narrow' | 'raw' | 'unused' | 'again';

export const brokenFootnote = defineCheck({
  id: 'broken-footnote',
  title: { en: 'Footnote', zh: '脚注' },
  summary: {
    en: 'A footnote has its place in the text and its note, each once.',
    zh: '脚注的标记和注文应一一对应。',
  },
  scope: 'article',
  severity: 'warning',
  messages: {
    missing: {
      en: 'There is no note for `{mark}`: add `{mark}: …`, or readers see the brackets',
      zh: '“{mark}”没有注文：请补上“{mark}: …”，否则读者会看到方括号',
    },
    colon: {
      en: 'The colon after `{mark}` is full-width: write `{mark}: …`, or readers see the brackets',
      zh: '“{mark}”后的冒号应为半角（{mark}: …），否则读者会看到方括号',
    },
    narrow: { en: 'Write `{mark}: `', zh: '改为“{mark}: ”' },
    raw: {
      en: '`{mark}` is not a footnote inside raw HTML: readers see the brackets',
      zh: 'HTML 中的“{mark}”不会成为脚注，读者会看到方括号',
    },
    unused: {
      en: 'Nothing in the text refers to the note `{mark}`: readers never see it',
      zh: '正文没有引用脚注“{mark}”，读者看不到这条注文',
    },
    again: {
      en: 'There are two notes `{mark}`: readers see only the first',
      zh: '脚注“{mark}”有两条注文，读者只看到前一条',
    },
  },
  *run(article) {
    if (!article.text.includes('[^')) return;
    const { notes } = article.footnotes;
    const labels = new Set(notes.map(({ label }) => label));
    // The mark of such a note is right, and will be read when the note is.
    for (const { prose } of article.passages) labels.add(/^\[\^([^\]\s\uFFFC]+)\]：/.exec(prose.text)?.[1]);
    for (const passage of article.passages) yield* unread(passage, article, labels);
    const seen = new Set<string>();
    for (const note of notes) {
      if (note.label === undefined) continue;
      const message = seen.has(note.label) ? 'again' : 'unused';
      seen.add(note.label);
      if (note.number > 0) continue;
      const first = passageOf(note, article);
      if (first) {
        yield { message, data: { mark: `[^${note.label}]` }, at: first.prose.at(0, first.prose.text.length) };
      }
    }
  },
});

/** What looks like a reference and is text. */
function* unread(
  { prose, token }: Passage,
  article: Article,
  labels: ReadonlySet<string | undefined>,
): Iterable<Draft<Message>> {
  if (!prose.text.includes('[^')) return;
  // A name with marks in it is literal where no note has it.
  for (const { 0: found, index } of matchesOf(prose.text, /\[\^(?:[^\]\s\uFFFC]+|\uFFFC+)\]/g)) {
    // An escaped bracket is meant as one.
    if (prose.kindAt(index) !== 'verbatim') continue;
    const to = index + found.length;
    const mark = prose.rendered.slice(index, to);
    const label = mark.slice(2, -1);
    const at = prose.at(index, to);
    const data = { mark };
    if (article.tokens[token]?.markup === HTML && labels.has(label)) yield { message: 'raw', data, at };
    else if (index === 0 && prose.text.charAt(to) === '：') {
      const { start, end } = prose.at(to, to + 1);
      yield {
        message: 'colon',
        data,
        at,
        fixes: [{ title: 'narrow', safe: false, source: [{ start, end, text: ': ' }] }],
      };
    } else if (!labels.has(label)) yield { message: 'missing', data, at };
  }
}

function passageOf({ open, close }: Footnote, { passages }: Article): Passage | undefined {
  return passages.find(({ token }) => open < token && token < close);
}
