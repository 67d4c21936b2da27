import type { Passage } from '../model/article.ts';
import { hanAt } from '../model/characters.ts';
import { askedOfText, isChineseProse, keptByText } from '../model/kept.ts';
import { type Draft, defineCheck, type FixDraft } from './check.ts';
import { NumberingRuns, type OrdinalFault } from './copy/numbering-runs.ts';
import {
  anyNumber,
  type LineHead,
  lineHeads,
  type Ordinal,
  type OrdinalKind,
  ordinalsInside,
  writtenOrdinal,
} from './copy/ordinals.ts';
import { findSlips } from './copy/slips.ts';

type Message =
  | 'gap'
  | 'repeat'
  | 'order'
  | 'mixed'
  | 'level'
  | 'han'
  | 'bracket'
  | 'first'
  | 'is'
  | 'digit'
  | 'replace'
  | 'remove';

interface Numbers {
  readonly heads: readonly LineHead[];
  readonly inside: readonly Ordinal[];
}

const numbersOf = keptByText((text, prose): Numbers => {
  if (!anyNumber.test(text) || !isChineseProse(prose)) return { heads: [], inside: [] };
  return { heads: lineHeads(text), inside: ordinalsInside(text) };
});

const hasNumbers = askedOfText((_text, prose) => {
  const { heads, inside } = numbersOf(prose);
  return heads.length + inside.length > 0;
});

/** 首先、 at the head of a clause takes a comma, as 第一 does. */
const wordsIn = findSlips<'first' | 'replace'>([
  {
    message: 'first',
    safe: true,
    needs: ['先、', '次、', '后、'],
    pattern: /(?<=^|[。；，：\n])(?:首先|其次|再次|最后)、(?!其次|再次|最后)/g,
    judge: ({ 0: actual }) => ({ instead: [`${actual.slice(0, -1)}，`], data: { actual: actual.slice(0, -1) } }),
  },
]);

/** Told and kept apart, so that a paragraph is not looked through for all clues a second time. */
const mayHoldWords = askedOfText((text) => /[先次后]、/.test(text));

const numbered: ReadonlySet<string> = new Set(['paragraph', 'heading', 'list-item', 'quote']);

export const numbering = defineCheck({
  id: 'numbering',
  title: { en: 'Numbering', zh: '序号' },
  summary: {
    en: 'Numbers of parts (一、（一）1.（1）①) follow each other without gaps and repeats, with the same mark.',
    zh: '序次语（一、（一）1.（1）①）依次排列，不缺不重，标点一致。',
  },
  source: 'GB/T 15834—2011 B.3',
  scope: 'article',
  severity: 'warning',
  mistake: 'mark',
  options: {
    digits: {
      type: 'choice',
      values: ['any', 'point', 'comma'],
      default: 'any',
      about: {
        en: 'The mark behind digits: `point` (`1.`, as the standard has it), `comma` (`1、`), or `any` that is kept to.',
        zh: '阿拉伯数字序号后的标点：point 用下脚点“1.”（国家标准），comma 用顿号“1、”，any 全文一致即可。',
      },
    },
  },
  messages: {
    gap: {
      en: '`{actual}` comes after number {before}: one is missing, or this is `{expected}`',
      zh: '“{actual}”前面是第{before}项，中间有缺，或应为“{expected}”',
    },
    repeat: {
      en: '`{actual}` is here a second time: this should be `{expected}`',
      zh: '序号“{actual}”重复，应为“{expected}”',
    },
    order: { en: '`{actual}` comes after number {before}', zh: '“{actual}”排在第{before}项之后，次序颠倒' },
    mixed: {
      en: '`{actual}` has another mark than `{other}` at the head of its list',
      zh: '同一组序号标点不一：“{actual}”，前面是“{other}”',
    },
    level: {
      en: '`{actual}` is below `{other}`: the levels are 一、（一）1.（1）①',
      zh: '“{actual}”用在“{other}”之下，层次颠倒，应依次用一、（一）1.（1）①',
    },
    han: { en: 'A number in characters takes `、` after it: `{expected}`', zh: '汉字序号后用顿号：“{expected}”' },
    bracket: { en: 'No mark follows a number in brackets or a circle', zh: '带括号、带圈的序号后不加标点' },
    first: { en: 'A comma comes after {actual}', zh: '“{actual}”后用逗号' },
    is: { en: 'No mark follows {actual}', zh: '“{actual}”后不加标点' },
    digit: { en: 'This house writes `{expected}`', zh: '本社序号写作“{expected}”' },
    replace: { en: 'Write `{expected}`', zh: '改为“{expected}”' },
    remove: { en: 'Remove `{mark}`', zh: '删去“{mark}”' },
  },
  *run(article, { options }) {
    const runs = new NumberingRuns();
    // A heading without a number ends what is numbered below it; of what else has none there is nothing to say.
    const passages = article.passages.filter(
      ({ kind, level, prose }) => (level > 0 || hasNumbers(prose) || mayHoldWords(prose)) && numbered.has(kind),
    );
    const han = passages.filter(({ prose }) =>
      numbersOf(prose).heads.some(({ ordinal }) => ordinal?.kind === 'han'),
    ).length;
    for (const passage of passages) {
      const { heads, inside } = numbersOf(passage.prose);
      const drafts = inside.length === 0 ? [] : [...insideOne(passage, inside)];
      if (passage.level > 0 && heads.length === 0) runs.heading(passage.level);
      for (const { ordinal, doubtful } of heads) {
        if (doubtful !== undefined) runs.perhaps('digit', doubtful, passage.level);
        if (ordinal === undefined) continue;
        const wrongMark = markFault(passage, ordinal, options.digits, han > 1 || passage.level > 0);
        if (wrongMark) drafts.push(wrongMark);
        const highest = Math.max(0, ...inside.filter(({ kind }) => kind === ordinal.kind).map(({ value }) => value));
        const fault = runs.next(ordinal, passage.level, heads.length === 1 ? highest : 0);
        if (fault && !(wrongMark && fault.fault === 'mixed') && !drafts.some(({ at }) => at.from === ordinal.from))
          drafts.push(drafted(passage, ordinal, fault, wrongMark === undefined));
      }
      yield* drafts;
      if (mayHoldWords(passage.prose)) yield* wordsIn(passage.prose);
    }
  },
});

/** Numbers inside one paragraph: those that begin with the first, and are more than one. */
function* insideOne(passage: Passage, inside: readonly Ordinal[]): Iterable<Draft<Message>> {
  for (const ordinal of inside) {
    const wrongMark = clauseMark(passage, ordinal);
    if (wrongMark) yield wrongMark;
  }
  for (const kind of new Set(inside.map((ordinal) => ordinal.kind))) {
    const all = inside.filter((ordinal) => ordinal.kind === kind);
    // The number of the paragraph itself is of another list than one that begins within it.
    const same = all[0]?.from === 0 && all[1]?.value === 1 ? all.slice(1) : [...all];
    // 一是…，一是…: of equal weight.
    const goesOn = same.findIndex((ordinal, i) => i > 0 && beginsAnew(passage, same[i - 1], ordinal));
    if (goesOn > 0) same.length = goesOn;
    if (same.length < 2 || same[0]?.value !== 1 || same.every(({ value }) => value === 1)) continue;
    const runs = new NumberingRuns();
    for (const ordinal of same) {
      const fault = runs.next(ordinal, 0);
      if (fault && fault.fault !== 'mixed') yield drafted(passage, ordinal, fault, true);
    }
  }
}

const FIRST: Partial<Readonly<Record<OrdinalKind, string>>> = { is: '一是', first: '第一', its: '其一' };

/** Whether a list of its own begins between two numbers where no clause does: 三是养鱼；其中修渠一是看水源，二是看地势. */
function beginsAnew({ prose }: Passage, before: Ordinal | undefined, { kind, from }: Ordinal): boolean {
  const first = FIRST[kind];
  return first !== undefined && before !== undefined && prose.text.slice(before.to, from).includes(first);
}

function drafted({ prose }: Passage, ordinal: Ordinal, fault: OrdinalFault, mendable: boolean): Draft<Message> {
  const { kind, from, to, numberFrom, numberTo } = ordinal;
  const actual = prose.text.slice(from, to);
  const { expected, before } = fault;
  const number = expected === undefined ? undefined : writtenOrdinal(kind, expected);
  const whole =
    number === undefined ? '' : prose.text.slice(from, numberFrom) + number + prose.text.slice(numberTo, to);
  const other = before ? otherOf(before) : '';
  const fixes: FixDraft<Message>[] = [];
  if (mendable && number !== undefined && fault.fault !== 'order')
    fixes.push({ title: 'replace', safe: false, prose: [{ from: numberFrom, to: numberTo, text: number }] });
  const data = { actual, expected: whole, before: expected === undefined ? '' : expected - 1, other };
  const severity = fault.fault === 'level' ? { severity: 'info' as const } : {};
  return { message: fault.fault, data, at: prose.at(from, to), fixes, ...severity };
}

/** How the first of a list is written. */
function otherOf({ kind, value, mark }: Ordinal): string {
  const number = writtenOrdinal(kind, value) ?? '';
  if (mark.startsWith('half')) return number + mark.slice(4);
  if (mark === '）' || mark === ')') return `${mark === ')' ? '(' : '（'}${number}${mark}`;
  return number + mark;
}

/** The mark behind the number that a paragraph or a headline begins with. */
function markFault({ prose }: Passage, ordinal: Ordinal, digits: string, sure: boolean): Draft<Message> | undefined {
  const { kind, from, to, mark } = ordinal;
  const { text } = prose;
  const actual = text.slice(from, to);
  const edited = (message: Message, by: string, safe: boolean): Draft<Message> => {
    const expected = actual.slice(0, -1) + by;
    return {
      message,
      data: { actual, expected, mark },
      at: prose.at(from, to),
      fixes: [{ title: 'replace', safe, prose: [{ from: to - 1, to, text: by }] }],
    };
  };
  // A dot is typed for 、 and for nothing else: 一.加强领导.
  const dotted = (mark === '.' || mark === '．') && hanAt(text, to);
  if (kind === 'han' && mark !== '、' && (sure || dotted)) return edited('han', '、', true);
  if (kind === 'digit' && digits === 'comma' && mark !== '、') return edited('digit', '、', false);
  if (kind === 'digit' && digits === 'point' && mark !== '.') return edited('digit', '.', false);
  const unmarked: readonly OrdinalKind[] = [
    'han-bracket',
    'digit-bracket',
    'circled',
    'dark',
    'bracket-sign',
    'han-sign',
  ];
  const next = text.charAt(to);
  if (!unmarked.includes(kind) || mark.startsWith('half') || !/[、，.．：]/.test(next) || text.length < to + 2)
    return undefined;
  // （一）、（二）两项: numbers that are spoken of.
  if (/^[（(①-⑳]/.test(text.slice(to + 1))) return undefined;
  return {
    message: 'bracket',
    data: { actual, expected: actual, mark: next },
    at: prose.at(from, to + 1),
    fixes: [{ title: 'remove', safe: true, prose: [{ from: to, to: to + 1, text: '' }] }],
  };
}

/** 第一、 and 一是， inside a paragraph. */
function clauseMark({ prose }: Passage, { kind, from, to, mark }: Ordinal): Draft<Message> | undefined {
  if ((kind !== 'first' && kind !== 'its' && kind !== 'is') || mark === '') return undefined;
  const actual = prose.text.slice(from, to - 1);
  if (kind === 'is' ? false : mark !== '、') return undefined;
  return {
    message: kind === 'is' ? 'is' : 'first',
    data: { actual, mark, expected: kind === 'is' ? actual : `${actual}，` },
    at: prose.at(from, to),
    ...(kind === 'is' ? { severity: 'info' as const } : {}),
    fixes: [{ title: 'replace', safe: kind !== 'is', prose: [{ from: to - 1, to, text: kind === 'is' ? '' : '，' }] }],
  };
}
