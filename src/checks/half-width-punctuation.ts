import type { House } from '../house/house.ts';
import type { Passage } from '../model/article.ts';
import type { PassageEdits } from '../model/finding.ts';
import type { ProseEdit } from '../model/prose.ts';
import { defineCheck } from './check.ts';
import { type HalfWidthMark, halfWidthMarksOf } from './copy/half-width-marks.ts';
import { signatureAt, signaturesOf } from './people/signatures.ts';
import { writesSimplified } from './words/simplified.ts';

interface Hit {
  readonly passage: Passage;
  readonly mark: HalfWidthMark;
  /** A bracket of a byline or a credit. */
  readonly signed: boolean;
}

export const halfWidthPunctuation = defineCheck({
  id: 'half-width-punctuation',
  title: { en: 'Half-width punctuation', zh: '半角标点' },
  summary: {
    en: 'Chinese text takes full-width punctuation marks.',
    zh: '中文语句使用全角标点。',
  },
  source: 'GB/T 15834—2011 4.2–4.9',
  scope: 'article',
  severity: 'warning',
  mistake: 'mark',
  options: {
    brackets: {
      type: 'choice',
      values: ['full', 'any'],
      default: 'full',
      about: {
        en: 'Round brackets around Chinese: `full` must be full-width, `any` may be either, as some agencies have them.',
        zh: '中文圆括号：full 须用全角，any 全角半角都可（个别通讯社用半角）。',
      },
    },
    collapse: {
      type: 'number',
      default: 20,
      about: {
        en: 'From so many half-width marks on, and when they outnumber the full-width ones, there is one finding for the article.',
        zh: '半角标点达到这个数目且多于全角时，全文只报一条。',
      },
    },
  },
  messages: {
    mark: {
      en: 'Chinese text takes the full-width `{expected}`, not `{actual}`',
      zh: '中文用全角标点：“{actual}”应为“{expected}”',
    },
    all: {
      en: 'Most marks of this article are half-width ({count}): Chinese text takes full-width ones, and one fix changes them all',
      zh: '全文标点多为半角（{count} 处），中文应用全角，可一次全部改正',
    },
    replace: { en: 'Write `{expected}`', zh: '改为“{expected}”' },
    replaceAll: { en: 'Make all {count} marks full-width', zh: '把 {count} 处标点全部改为全角' },
  },
  *run(article, { options, house, reading: { passages } }) {
    const signatures = signaturesOf(article);
    const hits: Hit[] = [];
    let half = 0;
    let full = 0;
    for (const passage of passages) {
      const found = halfWidthMarksOf(passage.prose, options.brackets === 'full');
      full += found.full;
      for (const mark of found.marks) {
        // A headline has no stop at all, and `title-punctuation` says so.
        if (mark.expected === '。' && (passage.level > 0 || passage.field !== undefined)) continue;
        // 夏曼．藍波安: the mark between the parts of a name in Taiwan.
        if (mark.actual === '．' && mark.doubtful && !writesSimplified(house)) continue;
        const signed = mark.pair && signatureAt(signatures, passage, mark.from) !== undefined;
        if (signed && signsInHalfWidth(house)) continue;
        half += mark.pair ? mark.edits.length : mark.actual.length;
        hits.push({ passage, mark, signed });
      }
    }
    const first = hits[0];
    if (first === undefined) return;
    if (half >= options.collapse && half > full) {
      const data = { count: half };
      const at = first.passage.prose.at(first.mark.from, first.mark.to);
      yield { message: 'all', data, at, fixes: [{ title: 'replaceAll', safe: true, passages: passageEdits(hits) }] };
      return;
    }
    for (const { passage, mark, signed } of hits) {
      // `malformed-byline` and `malformed-credit` speak of brackets in the house's own words.
      if (signed) continue;
      const data = { actual: mark.actual, expected: mark.expected };
      const prose = encodable(passage, mark.edits);
      const fixes = prose.length > 0 ? [{ title: 'replace' as const, safe: mark.doubtful !== true, prose }] : [];
      yield { message: 'mark', data, at: passage.prose.at(mark.from, mark.to), fixes };
    }
  },
});

function signsInHalfWidth({ byline, credit }: House): boolean {
  return byline.brackets === 'half' || credit.brackets === 'half';
}

/** The edits that the source can take; where spaces after a mark are cut off by markup, the mark alone. */
function encodable(passage: Passage, edits: readonly ProseEdit[]): readonly ProseEdit[] {
  return edits
    .map((edit) => (passage.prose.encode([edit]) ? edit : { ...edit, to: edit.from + edit.text.length }))
    .filter((edit) => passage.prose.encode([edit]));
}

/** The edits of all hits, passage by passage. */
function passageEdits(hits: readonly Hit[]): readonly PassageEdits[] {
  const byPassage = new Map<Passage, ProseEdit[]>();
  for (const { passage, mark } of hits) {
    if (mark.doubtful) continue;
    const edits = byPassage.get(passage);
    if (edits) edits.push(...mark.edits);
    else byPassage.set(passage, [...mark.edits]);
  }
  return [...byPassage].flatMap(([passage, edits]) => {
    edits.sort((a, b) => a.from - b.from);
    const { prose } = passage;
    const kept = prose.encode(edits) ? edits : encodable(passage, edits);
    return kept.length > 0 ? [{ prose, edits: kept }] : [];
  });
}
