import { classAt, DIGIT, LETTER } from '../model/characters.ts';
import { type Localized, listed } from '../model/finding.ts';
import type { Range } from '../model/range.ts';
import { defineCheck } from './check.ts';

export const invisibleCharacter = defineCheck({
  id: 'invisible-character',
  title: { en: 'Invisible character', zh: '看不见的字符' },
  summary: {
    en: 'No text holds characters that nobody sees: they part names and words for search, sites and machines.',
    zh: '稿件里不能有看不见的字符：它们会让人名、词语搜不到、对不上。',
  },
  scope: 'article',
  severity: 'warning',
  messages: {
    hidden: {
      en: 'There is an invisible character here ({code}): delete it',
      zh: '这里有看不见的字符（{code}），应删去',
    },
    remove: { en: 'Delete the invisible character', zh: '删去看不见的字符' },
  },
  *run({ text, invisible }) {
    let run: Range | undefined;
    for (const span of [...invisible, undefined]) {
      if (run && span?.start === run.end) {
        run = { start: run.start, end: span.end };
        continue;
      }
      if (run) {
        const { start, end } = run;
        const codes = codesOf(text.slice(start, end));
        yield {
          message: 'hidden',
          data: { code: codes },
          at: { from: 0, to: 0, start, end },
          fixes: [{ title: 'remove', safe: !opensLine(text, run), source: [{ start, end, text: instead(text, run) }] }],
        };
      }
      run = span;
    }
  },
});

/** As characters, or as the escapes of a value. */
function codesOf(written: string): Localized {
  const characters = written.startsWith('\\')
    ? written.match(/[\dA-Fa-f]{2,4}/g)?.map((digits) => String.fromCharCode(Number.parseInt(digits, 16)))
    : Array.from(written);
  return listed([...new Set((characters ?? []).map(codeOf))]);
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A separator of lines between two words is a blank to whoever reads it. */
function instead(text: string, { start, end }: Range): string {
  const word = LETTER | DIGIT;
  const parts = /[\u0085\u2028\u2029]/.test(text.slice(start, end));
  return parts && (classAt(text, start - 1) & word) !== 0 && (classAt(text, end) & word) !== 0 ? ' ' : '';
}

/** Without it, what follows would be a list, a quotation or a heading. */
function opensLine(text: string, { start, end }: Range): boolean {
  return (
    /(?:^|\n)[ \t>]{0,12}$/.test(text.slice(Math.max(0, start - 13), start)) &&
    /^[ \t]*(?:[#>|:=*+~`<-]|\d{1,9}[.)])/.test(text.slice(end, end + 20))
  );
}
