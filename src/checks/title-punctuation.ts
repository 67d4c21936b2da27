import type { Prose } from '../model/prose.ts';
import type { Reading } from '../reading/reading.ts';
import { defineCheck } from './check.ts';
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
  },
  messages: {
    ends: {
      en: 'A headline does not end with `{mark}`',
      zh: '标题末尾不用“{mark}”',
    },
    remove: { en: 'Remove `{mark}`', zh: '删去“{mark}”' },
  },
  *run(_article, { options, reading }) {
    if (!reading.chinese) return;
    for (const prose of headlines(reading, options.subheads)) {
      const text = prose.text;
      const found = marksAtEnd(text);
      if (found === undefined) continue;
      const { from, to } = found;
      yield {
        message: 'ends',
        data: { mark: text.slice(from, to) },
        at: prose.at(from, to),
        fixes: [{ title: 'remove', safe: true, prose: [{ from, to, text: '' }] }],
      };
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
