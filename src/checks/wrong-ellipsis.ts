import { isChineseHouse } from '../house/language.ts';
import type { Passage } from '../model/article.ts';
import { CLOSING, chineseAfter, chineseBefore, classAt, hanAt, hanBefore } from '../model/characters.ts';
import { matchesOf } from '../model/matches.ts';
import { defineCheck } from './check.ts';
import { chineseRules } from './copy/chinese-rules.ts';
import { cluesOf, mayHold } from './copy/clues.ts';
import { isShown } from './copy/shown.ts';

/** Runs of dots, full stops, interpuncts and ellipsis characters that may stand for an ellipsis. */
const mayBeRuns = cluesOf(['..', '。。。', '．．．', '…', '···', '・・・', '•••']);
const RUNS = /\.{2,}|。{3,}|．{3,}|…+|·{3,}|・{3,}|•{3,}/g;

/** 等, 等等 and 什么的 behind an ellipsis; 等 is also waiting (……等她回来). */
const ETC =
  /^(?:等等|什么的|等(?=[，。；、！？”’）\d]|$|[多各几数两三四五六七八九十]|人[，。、的]|[地国][，。；、]|方面|问题|内容|情况|工作|活动|项目|产品|一系列))/;

export const wrongEllipsis = defineCheck({
  id: 'wrong-ellipsis',
  title: { en: 'Ellipsis', zh: '省略号' },
  summary: {
    en: 'The Chinese ellipsis is six dots, `……`, and takes the place of 等.',
    zh: '省略号为六个小圆点“……”，不与“等”“等等”并用。',
  },
  source: 'GB/T 15834—2011 4.11',
  scope: 'passage',
  severity: 'warning',
  mistake: 'mark',
  triggers: '.。．…·・•',
  messages: {
    dots: { en: 'The Chinese ellipsis is six dots: `……`, not `{actual}`', zh: '省略号误作“{actual}”，应为“……”' },
    etc: {
      en: '`……` says “and so on” already: drop it, or drop `{actual}`',
      zh: '“……”已有“等”的意思，与“{actual}”留一个即可',
    },
    replace: { en: 'Write `……`', zh: '改为“……”' },
    beside: {
      en: 'The ellipsis needs no `{actual}` beside it',
      zh: '省略号前不留句中点号，后面通常不用点号：“{actual}”可删',
    },
    pause: { en: 'Remove `{actual}`', zh: '删去“{actual}”' },
    remove: { en: 'Remove the ellipsis', zh: '删去省略号' },
  },
  *run(passage, { house }) {
    const { prose } = passage;
    const { text } = prose;
    const holds = chineseRules(text);
    if (!mayHold(text, mayBeRuns)) return;
    for (const match of matchesOf(text, RUNS)) {
      const from = match.index;
      const run = match[0];
      const to = from + run.length;
      if (run === '……') {
        const beside = pauseBeside(text, from, to);
        if (beside !== undefined && holds(from)) {
          const edit = { from: beside, to: beside + 1, text: '' };
          const fixes = [{ title: 'pause' as const, safe: false, prose: [edit] }];
          const at = prose.at(Math.min(beside, from), Math.max(beside + 1, to));
          yield { message: 'beside', severity: 'info', data: { actual: text.charAt(beside) }, at, fixes };
        }
        const etc = ETC.exec(text.slice(to, to + 6))?.[0];
        if (etc === undefined || !holds(from)) continue;
        const fixes = [{ title: 'remove' as const, safe: false, prose: [{ from, to, text: '' }] }];
        yield { message: 'etc', data: { actual: etc }, at: prose.at(from, to + etc.length), fixes };
        continue;
      }
      // Nothing else stands there: whether it is Chinese, the house says.
      const alone =
        passage.kind === 'paragraph' && text.trim() === run && !run.startsWith('…') && isChineseHouse(house);
      if (!alone && (!isEllipsis(passage, from, run) || !holds(from) || isShown(text, from, to))) continue;
      yield {
        message: 'dots',
        data: { actual: run },
        at: prose.at(from, to),
        // Two dots may be a full stop that was typed twice.
        fixes: [{ title: 'replace', safe: run !== '..', prose: [{ from, to, text: '……' }] }],
      };
    }
  },
});

/** A comma before an ellipsis, or a stop after it; “如果……，那么……” leaves words out on purpose. */
function pauseBeside(text: string, from: number, to: number): number | undefined {
  if ('，、；'.includes(text.charAt(from - 1) || ' ')) return from - 1;
  return text.charAt(to) === '。' ? to : undefined;
}

/** Whether a run is an ellipsis of Chinese text that is written in the wrong way. */
function isEllipsis({ kind, level, field, prose }: Passage, from: number, run: string): boolean {
  const { text } = prose;
  const to = from + run.length;
  const before = chineseBefore(text, from);
  const after = chineseAfter(text, to);
  // Twelve dots stand on a line of their own where whole paragraphs are left out.
  const alone = isLineEdge(text[from - 1]) && isLineEdge(text[to]);
  // Leaders of a table of contents run up to a page number at the end of the line.
  if (alone || /^ ?\d{1,4}(?=\n|$)/.test(text.slice(to, to + 6))) return false;
  if (run === '..') return hanBefore(text, from) && hanAt(text, to);
  const short = kind === 'heading' || level > 0 || field !== undefined || kind === 'table-cell';
  if (run === '…') return !short && before && (after || isLineEdge(text[to]) || (classAt(text, to) & CLOSING) !== 0);
  return before || (after && isLineEdge(text[from - 1]));
}

function isLineEdge(character: string | undefined): boolean {
  return character === undefined || character === '\n';
}
