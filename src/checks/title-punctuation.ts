import type { Prose } from '../model/prose.ts';
import type { Reading } from '../reading/reading.ts';
import { type Draft, defineCheck } from './check.ts';
import { isUnderlined } from './copy/underlined.ts';

/** Marks behind which more is said: no headline ends with one. */
const FULL = '。，、；：．';
/** The same marks of a Latin keyboard, which count behind a Han character. */
const HALF = '.,;:';

/** Where the marks at the end of a headline stand; `undefined` when it ends as it should, or is nothing but marks. */
function marksAtEnd(text: string): { readonly from: number; readonly to: number } | undefined {
  const to = text.trimEnd().length;
  const back = (marks: string): number => {
    let from = to;
    while (from > 0 && marks.includes(text.charAt(from - 1))) from--;
    return from;
  };
  const full = back(FULL);
  if (/[。．]{2}$/.test(text.slice(full, to))) return undefined;
  if (full < to) return full > 0 ? { from: full, to } : undefined;
  const half = back(HALF);
  // Two dots or more are an ellipsis that was written in a hurry; `wrong-ellipsis` speaks of it.
  if (text.slice(half, to).endsWith('..')) return undefined;
  return half < to && /\p{Script=Han}/u.test(text.charAt(half - 1)) ? { from: half, to } : undefined;
}

type Message = 'ends' | 'caption' | 'remove';

export const titlePunctuation = defineCheck({
  id: 'title-punctuation',
  title: { en: 'Mark after the headline', zh: '标题末尾标点' },
  summary: {
    en: 'A Chinese headline or subhead ends without a stop, comma, semicolon or colon.',
    zh: '标题末尾不用句号、逗号、顿号、分号、冒号。',
  },
  source: 'GB/T 15834—2011 B.4',
  scope: 'article',
  severity: 'warning',
  mistake: 'mark',
  serves: ['fields.*.role=title'],
  options: {
    subheads: {
      type: 'boolean',
      default: true,
      about: { en: 'Subheads in the text are looked at too.', zh: '正文中的小标题也检查。' },
    },
    captions: {
      type: 'boolean',
      default: false,
      about: {
        en: 'Captions of pictures end without a stop too, as the standard has it for phrases; most papers write sentences.',
        zh: '图片说明末尾也不用句号（国家标准对短语式说明的规定；多数报社写整句）。',
      },
    },
  },
  messages: {
    caption: {
      en: 'This house ends a caption without a stop',
      zh: '本社图片说明末尾不用句号',
    },
    ends: {
      en: 'A headline does not end with `{mark}`',
      zh: '标题末尾不用“{mark}”',
    },
    remove: { en: 'Remove `{mark}`', zh: '删去“{mark}”' },
  },
  *run(_article, { options, reading }) {
    if (!reading.chinese) return;
    if (options.captions) {
      for (const { caption } of reading.article.furniture.pictures) {
        if (caption === undefined) continue;
        const { prose } = caption.passage;
        const to = caption.from + prose.text.slice(caption.from, caption.to).trimEnd().length;
        if (prose.text.charAt(to - 1) !== '。') continue;
        const edit = { from: to - 1, to, text: '' };
        const fix = { title: 'remove' as const, data: { mark: '。' }, safe: false, prose: [edit] };
        const draft: Draft<Message> = { message: 'caption', at: prose.at(to - 1, to), fixes: [fix] };
        yield draft;
      }
    }
    for (const prose of headlines(reading, options.subheads)) {
      const text = prose.text;
      const found = marksAtEnd(text);
      if (found === undefined) continue;
      const { from, to } = found;
      const draft: Draft<Message> = {
        message: 'ends',
        data: { mark: text.slice(from, to) },
        at: prose.at(from, to),
        fixes: [{ title: 'remove', safe: true, prose: [{ from, to, text: '' }] }],
      };
      yield draft;
    }
  },
});

function* headlines({ article, entry }: Reading, subheads: boolean): Iterable<Prose> {
  for (const role of ['title', 'subtitle'] as const) {
    const value = entry(role)?.value;
    if (value?.kind === 'scalar') yield value.prose;
  }
  for (const { kind, level, prose, token } of article.passages) {
    // What a line under it made a headline may be a sentence; `broken-markup` speaks of it.
    if (kind === 'heading' && (subheads || level === 1) && !isUnderlined(article, token)) yield prose;
  }
}
