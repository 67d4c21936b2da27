import type { Passage } from '../model/article.ts';
import { fillAll, inLocale, type Locale, type Localized } from '../model/finding.ts';
import type { ChangedPassage, GoneBlock, ProseChanges } from '../reading/changed-prose.ts';
import { changeWords } from './change-words.ts';
import { attribute, escapeHtml } from './escape.ts';

/** What a page marks as changed, and since when. */
export interface PageChanges {
  readonly prose: ProseChanges;
  /** What the earlier version is called: a revision, a file. */
  readonly since: string;
}

/** The changes of a body, by inline token; the end of the body is token -1. */
export interface ChangesInBody {
  readonly passages: ReadonlyMap<number, ChangedHere>;
  readonly gone: ReadonlyMap<number, readonly GoneBlock[]>;
  /** First lines of code that is not as it was. */
  readonly code: ReadonlySet<number>;
}

/** What changed in a passage. */
export interface ChangedHere extends ChangedPassage {
  /** Where the passage ends, in UTF-16 units of `prose.rendered`. */
  readonly end: number;
}

/** Under which token stands what is gone at the end of a body. */
export const END = -1;

/** Where on the page changes belong. */
export function placeChanges({ passages, gone, code }: ProseChanges): ChangesInBody {
  return {
    passages: new Map(
      [...passages].map(([{ token, prose }, changed]) => [token, { ...changed, end: prose.rendered.length }]),
    ),
    gone: new Map([...gone].map(([passage, blocks]) => [passage?.token ?? END, blocks])),
    code,
  };
}

/** Draws changes. The elements say what they are by their names, and by words that a stylesheet lets be read aloud. */
export interface ChangePen {
  added(html: string): string;
  removed(text: string): string;
  /** A sign that a passage was moved. */
  moved(): string;
  /** A block that is gone; inside a line where it stood in a list, a quotation or a table. */
  gone(block: GoneBlock, isInside: boolean): string;
}

export function changePen(locale: Locale): ChangePen {
  const said = (word: keyof typeof changeWords): string => attribute('data-said', inLocale(changeWords[word], locale));
  return {
    added: (html) => (html === '' ? '' : `<ins class="copydesk-added"${said('added')}>${html}</ins>`),
    removed: (text) => `<del class="copydesk-removed"${said('removed')}>${escapeHtml(text)}</del>`,
    moved: () => `<span class="copydesk-moved"${said('moved')}></span>`,
    gone({ fate, text, kind }, isInside) {
      const look = `copydesk-gone${kind === 'heading' ? ' copydesk-heading' : ''}`;
      const del = `<del class="${look}"${said(fate)}>${escapeHtml(text)}</del>`;
      return isInside ? del : `<p class="copydesk-gone-block">${del}</p>\n`;
    },
  };
}

/** Text as HTML with what changed in it. @param draw the text between as HTML; `at` is its offset */
export function markedText(
  content: string,
  at: number,
  { added, removed }: ChangedHere,
  pen: ChangePen,
  draw: (part: string, at: number) => string,
): string {
  const end = at + content.length;
  const points = [...added.flatMap(({ from, to }) => [from, to]), ...removed.map((one) => one.at)];
  const cuts = [...new Set([at, ...points.filter((point) => point > at && point < end), end])].sort((a, b) => a - b);
  let out = '';
  for (const [index, from] of cuts.entries()) {
    const to = cuts[index + 1];
    if (to === undefined) break;
    for (const one of removed) if (one.at === from) out += pen.removed(one.text);
    const html = draw(content.slice(from - at, to - at), from);
    out += isAdded(added, from) ? pen.added(html) : html;
  }
  return out;
}

/** Whether what stands at an offset came. */
export function isAdded(added: ChangedPassage['added'], at: number): boolean {
  return added.some(({ from, to }) => from <= at && at < to);
}

const words = {
  title: { en: 'Changes since {since}', zh: '对照 {since} 的修订' },
  places: { en: 'Changes since {since}: {places}', zh: '对照 {since}，改动 {places} 处' },
  headline: { en: 'Headline', zh: '标题' },
  same: { en: 'Nothing that a reader sees has changed since {since}.', zh: '对照 {since}，读者看到的内容没有变化。' },
} as const satisfies Readonly<Record<string, Localized>>;

/**
 * What stands above a page on which changes are marked: since when, how many, and what changed of the front matter.
 *
 * @param headline the passage that is the page's headline, where that is none of the front matter
 */
export function changesBar({ prose, since }: PageChanges, locale: Locale, headline?: Passage): string {
  const pen = changePen(locale);
  const say = (word: keyof typeof words): string =>
    escapeHtml(inLocale(fillAll(words[word], { since, places: String(prose.places) }), locale));
  const rows = prose.fields.map(({ key, pieces }) => {
    const drawn = pieces.map(({ kind, text }) =>
      kind === 'same' ? escapeHtml(text) : kind === 'added' ? pen.added(escapeHtml(text)) : pen.removed(text),
    );
    return `<dt>${escapeHtml(key)}</dt><dd>${drawn.join('')}</dd>`;
  });
  const changed = headline && prose.passages.get(headline);
  if (headline && changed) {
    const { rendered } = headline.prose;
    const drawn = markedText(rendered, 0, { ...changed, end: rendered.length }, pen, escapeHtml);
    rows.unshift(`<dt>${say('headline')}</dt><dd>${drawn}</dd>`);
  }
  const list = rows.length === 0 ? '' : `<dl>${rows.join('')}</dl>`;
  return `<section class="copydesk-changes" lang="${locale === 'en' ? 'en' : 'zh'}" aria-label="${say('title')}"><p>${say(prose.places === 0 ? 'same' : 'places')}</p>${list}</section>`;
}
