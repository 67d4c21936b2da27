import type { Facts } from '../checks/check.ts';
import { bylineFaults, malformedByline } from '../checks/malformed-byline.ts';
import { creditFaults, malformedCredit } from '../checks/malformed-credit.ts';
import { creditsOf } from '../checks/people/article-credits.ts';
import type { House } from '../house/house.ts';
import type { CaseKind, HouseCase } from '../house/house-case.ts';
import { type HouseFault, houseFault, unknownWord } from '../house/house-fault.ts';
import { isChineseHouse } from '../house/language.ts';
import type { Resolved } from '../house/load.ts';
import type { Article } from '../model/article.ts';
import { listed } from '../model/finding.ts';
import { parseArticle } from '../model/parse.ts';
import { readingOf } from '../reading/reading.ts';
import { fixAll } from './fix.ts';

/** What the checks make of a byline or credit that a house gives as an example. */
export interface Tried {
  /** It was read as what it is; for text: as running text. */
  readonly read: boolean;
  /** Defects such as `width`, in written order. */
  readonly finds: readonly string[];
  /** How it reads after the safe fixes. */
  readonly fixed: string;
}

/** What `finds` may name, by the kind of a case: the defects that the two checks tell apart. */
export const defectNames: Readonly<Record<CaseKind, readonly string[]>> = {
  byline: bylineFaults,
  credit: creditFaults,
  text: [],
};

const facts: Facts = { files: new Map(), now: 0 };

/** Something to say round a byline or credit, as an article does. */
interface CaseText {
  readonly before: string;
  readonly after: string;
}

/** Where a byline or credit may stand: where the house has it first, then elsewhere. */
function placesFor(kind: CaseKind, house: House): readonly CaseText[] {
  const chinese = isChineseHouse(house);
  const sentence = chinese ? '河湾镇今年修好了三条水渠，春耕用水不再发愁。' : 'The canals carry water again.';
  if (kind === 'text') return [{ before: '', after: `\n\n${sentence}\n` }];
  if (kind === 'credit') {
    const picture = chinese ? '![水渠](canal.jpg)\n' : '![The canal](canal.jpg)\n';
    const caption = chinese ? '图为新修的水渠。' : 'The canal on its first day. ';
    return [picture + caption, picture].map((before) => ({ before, after: `\n\n${sentence}\n` }));
  }
  const head = { before: '', after: chinese ? `${sentence}\n` : ` ${sentence}\n` };
  const line = { before: '', after: `\n\n${sentence}\n` };
  const end = { before: `${sentence}\n\n`, after: '\n' };
  return {
    head: [head, line, end],
    'under-title': [line, head, end],
    end: [end, line, head],
  }[house.byline.position];
}

/** Whether the article has a byline or credit that reaches the end of the case, a closing mark aside. */
function reaches(article: Article, kind: CaseKind, end: number): boolean {
  const found =
    kind === 'credit'
      ? creditsOf(article).map(({ passage, credit }) => passage.prose.at(credit.from, credit.to))
      : article.furniture.bylines.map(({ passage, byline }) => passage.prose.at(byline.from, byline.to));
  return found.some((at) => at.end >= end - 1 && at.end <= end);
}

/**
 * Tries a byline, a credit or text out on a house: in an article, where such a thing stands, through the reader, the
 * checks and the fixes that every article goes through. Never throws.
 */
export function tryOut(kind: CaseKind, text: string, house: House): Tried {
  const check = kind === 'credit' ? malformedCredit : malformedByline;
  // What the house thinks of a check decides what is said of articles, not whether its examples are right.
  const judging = { ...house, checks: {} };
  const places = placesFor(kind, house).map(({ before, after }) => {
    const whole = before + text + after;
    return { before, after, whole, article: parseArticle(whole), end: before.length + text.trimEnd().length };
  });
  const anything = ({ article }: (typeof places)[number]) =>
    kind === 'credit' ? creditsOf(article).length > 0 : article.furniture.bylines.length > 0;
  const place = places.find(({ article, end }) => reaches(article, kind, end)) ?? places.find(anything) ?? places[0];
  if (place === undefined) return { read: false, finds: [], fixed: text };
  const { before, after, whole, article } = place;
  const context = { house: judging, options: {}, facts, reading: readingOf(article, judging) };
  const drafts = [...check.run(article, context)].sort((a, b) => a.at.start - b.at.start);
  const mended = fixAll(whole, judging, facts, { rules: [check] }).text;
  return {
    read: anything(place) !== (kind === 'text'),
    finds: drafts.map(({ message }) => message),
    fixed: mended.slice(before.length, mended.length - after.length),
  };
}

/**
 * What is wrong with a house file, its cases tried out. They are not while it has another fault: what the house is
 * meant to be is not known then.
 */
export function faultsOf({
  faults,
  cases,
  salvaged,
}: Pick<Resolved, 'faults' | 'cases' | 'salvaged'>): readonly HouseFault[] {
  return faults.length > 0 ? faults : caseFaults(cases, salvaged);
}

/** Tries every case of a house file out on the house: one fault for each that fails, at its place in the file. */
export function caseFaults(cases: readonly HouseCase[], house: House): readonly HouseFault[] {
  return cases.flatMap((each) => caseFault(each, house) ?? []);
}

function caseFault({ kind, text, at, finds, fixed }: HouseCase, house: House): HouseFault | undefined {
  for (const find of finds) {
    if (!defectNames[kind].includes(find.text))
      return unknownWord('unknown-defect', find.at, find.text, defectNames[kind]);
  }
  const tried = tryOut(kind, text, house);
  if (!tried.read) {
    if (kind === 'text') return houseFault('case-read', at, { actual: text });
    const words = { kind: kind === 'byline' ? 'byline' : 'credit', kindZh: kind === 'byline' ? '署名' : '图片署名' };
    return houseFault('case-unread', at, { actual: text, ...words });
  }
  const expected = finds.map((find) => find.text).join(', ');
  const found = tried.finds.join(', ');
  if (found !== expected) {
    const code = expected === '' ? 'case-faulty' : found === '' ? 'case-sound' : 'case-finds';
    return houseFault(code, at, {
      actual: text,
      found: listed(tried.finds),
      expected: listed(finds.map((find) => find.text)),
    });
  }
  if (fixed !== undefined && fixed.text !== tried.fixed)
    return houseFault('case-fixed', fixed.at, { actual: tried.fixed, expected: fixed.text });
  return undefined;
}
