import { sampleOf, writeByline } from '../house/forms-write.ts';
import type { Article, Passage } from '../model/article.ts';
import { lineEndOf } from '../model/front-matter/edit-front-matter.ts';
import { defineCheck, type FixDraft } from './check.ts';

export const missingByline = defineCheck({
  id: 'missing-byline',
  title: { en: 'Who wrote it', zh: '缺署名' },
  summary: {
    en: 'Every article says who wrote it, where and how the house says it.',
    zh: '每篇稿件都要按本社的写法署名。',
  },
  scope: 'article',
  severity: 'warning',
  serves: ['byline.required', 'byline.forms'],
  messages: {
    head: {
      en: 'This article has no byline: add one at the head of the text, such as `{expected}`',
      zh: '稿件没有署名，请在正文开头写明，如“{expected}”',
    },
    'under-title': {
      en: 'This article has no byline: add one under the title, such as `{expected}`',
      zh: '稿件没有署名，请在标题下写明，如“{expected}”',
    },
    end: {
      en: 'This article has no byline: add one at the end, such as `{expected}`',
      zh: '稿件没有署名，请在文末写明，如“{expected}”',
    },
    add: { en: 'Add `{expected}`', zh: '加上“{expected}”' },
  },
  *run(article, { house, reading }) {
    const style = house.byline;
    const { bylines, looseSignature } = article.furniture;
    if (!style.required || bylines.length > 0 || looseSignature) return;
    const paragraphs = textParagraphs(article);
    const first = paragraphs[0];
    const last = paragraphs[paragraphs.length - 1];
    if (!first || !last) return;
    const written = writeByline(style, {
      reporters: reading.names('reporters'),
      correspondents: reading.names('correspondents'),
      ...(style.outlets[0] === undefined ? {} : { outlet: style.outlets[0] }),
    });
    // A house without a form, or with faulty ones alone, asks for names in no more than their own words.
    const expected = written ?? (sampleOf(style.forms, house.language) || sampleOf(['{name}'], house.language));
    const at =
      style.position === 'end' ? last.prose.at(last.prose.text.length, last.prose.text.length) : first.prose.at(0, 0);
    yield {
      message: style.position,
      data: { expected },
      at,
      fixes:
        written === undefined
          ? []
          : [{ title: 'add', safe: false, ...insertion(article, written, style.position, first, last) }],
    };
  },
});

/** Paragraphs that are neither furniture nor empty. */
function textParagraphs(article: Article): readonly Passage[] {
  const { ranges, looseCredits, pictures, editors } = article.furniture;
  const furniture = new Set<Passage>([
    ...looseCredits.map(({ passage }) => passage),
    ...pictures.map(({ passage }) => passage),
    ...editors.map(({ passage }) => passage),
  ]);
  return article.passages.filter(
    (passage) =>
      passage.kind === 'paragraph' &&
      passage.prose.text.trim() !== '' &&
      !furniture.has(passage) &&
      !ranges.some(({ start, end }) => passage.block.start >= start && passage.block.end <= end),
  );
}

function insertion(
  article: Article,
  written: string,
  position: 'head' | 'under-title' | 'end',
  first: Passage,
  last: Passage,
): Pick<FixDraft, 'prose' | 'source'> {
  if (position === 'head') return { prose: [{ from: 0, to: 0, text: written }] };
  const lineEnd = lineEndOf(article.text);
  const { start } = first.block;
  const { end } = last.block;
  if (position === 'under-title') return { source: [{ start, end: start, text: written + lineEnd + lineEnd }] };
  const break_ = /[\r\n]$/.test(article.text.slice(0, end)) ? lineEnd : lineEnd + lineEnd;
  return { source: [{ start: end, end, text: break_ + written + (end < article.text.length ? lineEnd : '') }] };
}
