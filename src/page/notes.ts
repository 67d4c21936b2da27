import { isChineseHouse } from '../house/language.ts';
import type { FootnoteReference } from '../model/markdown/footnotes.ts';
import { attribute } from './escape.ts';

/** What a page says of its notes, in its own language. Ids hold numbers alone: labels are the article's. */
export interface NoteWords {
  readonly notes: string;
  readonly note: string;
  readonly back: string;
}

const chinese: NoteWords = { notes: '注释', note: '注释 ', back: '返回正文' };
const english: NoteWords = { notes: 'Notes', note: 'Note ', back: 'Back to the text' };

/** The words of a page by its language (BCP 47): Chinese, or English for every other. */
export function noteWords(language: string): NoteWords {
  return isChineseHouse({ language }) ? chinese : english;
}

/** The ids of Copydesk's own anchors begin with this, so that none of a page's own is one of them. */
export const ANCHOR = 'copydesk-note';

/** The number in the text; without a link inside of a link, which may hold no other. */
export function drawReference({ note, nth }: FootnoteReference, inLink: boolean, words: NoteWords): string {
  const number = `[${note.number}]`;
  if (inLink) return `<sup class="noteref">${number}</sup>`;
  const id = referenceId(note.number, nth);
  return `<sup class="noteref"><a href="#${ANCHOR}-${note.number}" id="${id}" role="doc-noteref"${attribute('aria-label', words.note + note.number)}>${number}</a></sup>`;
}

/** The way back from a note to each place that refers to it. */
export function drawBackLinks(number: number, references: number, words: NoteWords): string {
  let out = '';
  for (let nth = 1; nth <= references; nth++) {
    const label = nth === 1 ? words.back : `${words.back} ${nth}`;
    const which = nth === 1 ? '' : `<sup>${nth}</sup>`;
    out += `<a href="#${referenceId(number, nth)}" class="back" role="doc-backlink"${attribute('aria-label', label)}> \u21A9\uFE0E${which}</a>`;
  }
  return out;
}

function referenceId(number: number, nth: number): string {
  return `${ANCHOR}-ref-${number}${nth === 1 ? '' : `-${nth}`}`;
}
