import type { Passage } from '../model/article.ts';
import { askedOfText, isChineseProse, keptByText } from '../model/kept.ts';
import { defineCheck } from './check.ts';
import { wrongQuotes } from './copy/foreign-quotes.ts';
import { allPaired, type LoneMark, loneMarks } from './copy/mark-pairs.ts';
import { loneStraight } from './copy/straight-pairs.ts';
import { signatureAt, signaturesOf } from './people/signatures.ts';

export const unpairedMarks = defineCheck({
  id: 'unpaired-marks',
  title: { en: 'Unpaired marks', zh: '标点不成对' },
  summary: {
    en: 'Quotation marks, brackets and book-title marks come in pairs within a paragraph.',
    zh: '引号、括号、书名号在一段之内成对使用。',
  },
  source: 'GB/T 15834—2011 4.8, 4.9, 4.15',
  // The rule for quotations of several paragraphs needs the paragraph after.
  scope: 'article',
  severity: 'error',
  mistake: 'mark',
  messages: {
    open: {
      en: 'This `{mark}` is never closed: `{partner}` is missing',
      zh: '「{mark}」只有前一半，缺后面的「{partner}」',
    },
    close: {
      en: 'This `{mark}` has no `{partner}` before it',
      zh: '「{mark}」只有后一半，缺前面的「{partner}」',
    },
    turned: {
      en: 'This `{mark}` faces the wrong way: it should be `{turned}`',
      zh: '引号方向不对：「{mark}」应为「{turned}」',
    },
    german: {
      en: 'In German `„` is closed by `{turned}`, not by `{mark}`',
      zh: '德文引号「„」用「{turned}」收尾，不用「{mark}」',
    },
    replace: { en: 'Write `{turned}`', zh: '改为「{turned}」' },
  },
  *run(article, { house, reading: { passages } }) {
    const signatures = signaturesOf(article);
    for (let index = 0; index < passages.length; index++) {
      const passage = passages[index];
      if (passage === undefined || !hasLoneMarks(passage.prose)) continue;
      const { prose } = passage;
      if (northern.test(house.language) && isNorthern(prose.text)) continue;
      const marks = marksOf(prose);
      for (const lone of marks) {
        const signature = signatureAt(signatures, passage, lone.at);
        // The checks of bylines and credits speak of it.
        if (signature?.problems.some(({ code }) => code === 'unclosed-bracket')) continue;
        if (goesOn(lone, passages, index) && marks.every(({ at }) => at <= lone.at)) continue;
        const at = prose.at(lone.at, lone.at + 1);
        const data = { mark: lone.mark, partner: lone.partner, turned: lone.turned ?? '' };
        if (lone.turned === undefined) {
          // Which of straight marks is alone is told by the blanks beside them.
          const severity = lone.mark === '"' ? { severity: 'warning' as const } : {};
          yield { message: lone.opens ? 'open' : 'close', data, at, ...severity };
        } else {
          const fix = [{ from: lone.at, to: lone.at + 1, text: lone.turned }];
          const fixes = [{ title: 'replace' as const, safe: false, prose: fix }];
          // „ pairs with ” in other languages: a fault of style, and no quotation without an end.
          if (lone.partner === '„') yield { message: 'german', severity: 'warning', data, at, fixes };
          else yield { message: 'turned', data, at, fixes };
        }
      }
    }
  },
});

const marksOf = keptByText((text, prose): readonly LoneMark[] => {
  if (isChineseProse(prose)) return allPaired(text) ? [] : loneMarks(text, true);
  const curly = allPaired(text) ? [] : [...loneMarks(text, false), ...wrongQuotes(text)];
  return [...curly, ...loneStraight(text)].sort((a, b) => a.at - b.at);
});

const hasLoneMarks = askedOfText((_text, prose) => marksOf(prose).length > 0);

/** Languages whose quotations open and close with the same mark: ”Hej”. */
const northern = /^(?:sv|fi)(?![a-z])/i;

/** Whether all that a text has of quotation marks are pairs of ”. */
function isNorthern(text: string): boolean {
  return !/[“()（）]/.test(text) && (text.match(/”/g)?.length ?? 0) % 2 === 0;
}

/** Anything but pictures and code. */
const says = /[^\s\uFFFC]/;

/** A quotation of several paragraphs: each opens with “, and only the last closes (4.8.3.5). */
function goesOn({ mark, opens }: LoneMark, passages: readonly Passage[], index: number): boolean {
  if (!opens || !'“「‘『„«"'.includes(mark)) return false;
  const kind = passages[index]?.kind;
  // A picture, a headline or a quoted line may stand between two paragraphs of it.
  const next = passages
    .slice(index + 1, index + 4)
    .find((passage) => passage.kind === kind && says.test(passage.prose.text));
  return next?.prose.text.trimStart().startsWith(mark) === true;
}
