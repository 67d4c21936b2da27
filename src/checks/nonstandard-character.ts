import { isInside } from '../model/addresses.ts';
import type { Severity } from '../model/finding.ts';
import { askedOfText } from '../model/kept.ts';
import type { Prose } from '../model/prose.ts';
import { type Draft, defineCheck } from './check.ts';
import { chineseRules } from './copy/chinese-rules.ts';
import { quotedIn } from './copy/quoted.ts';
import { knownNames, touchesName } from './words/names-at.ts';
import { isTraditional, mayBeTraditional, type Nonstandard, nonstandardIn } from './words/nonstandard.ts';
import { writesSimplified } from './words/simplified.ts';

type Message = 'form' | 'letters' | 'symbol' | 'old' | 'foreign' | 'lost' | 'rare' | 'replace';

const severities: Readonly<Record<Nonstandard['kind'], Severity>> = {
  form: 'error',
  private: 'error',
  styled: 'error',
  symbol: 'info',
  old: 'warning',
  foreign: 'warning',
  perhaps: 'info',
  rare: 'info',
};

export const nonstandardCharacter = defineCheck({
  id: 'nonstandard-character',
  title: { en: 'Nonstandard character', zh: '不规范字' },
  summary: {
    en: 'Simplified Chinese is written in the characters of the national table: no traditional, variant or Japanese forms, and no look-alikes from other blocks.',
    zh: '用字依据《通用规范汉字表》：不用繁体字、异体字、日文汉字，也不用编码不同的形近字。',
  },
  source: '通用规范汉字表（2013）',
  scope: 'article',
  severity: 'error',
  mistake: 'word',
  options: {
    accept: {
      type: 'strings',
      default: [],
      about: { en: 'Characters that the house writes although they are in no table.', zh: '表外而本社照写的字。' },
    },
    rare: {
      type: 'boolean',
      default: false,
      about: {
        en: 'Whether characters that the table lacks and nothing replaces are shown, as a hint.',
        zh: '是否提示表外而没有对应规范字的字。',
      },
    },
  },
  messages: {
    form: {
      en: '`{actual}` ({code}) only looks like `{expected}`: no search finds it',
      zh: '“{actual}”（{code}）与“{expected}”形同码异，搜索不到，应改为“{expected}”',
    },
    letters: {
      en: '`{actual}` ({code}) is written in symbols of mathematics, which no search finds: write `{expected}`',
      zh: '“{actual}”（{code}）用的是数学字母符号，搜索不到，应改为“{expected}”',
    },
    symbol: {
      en: '`{actual}` ({code}) is a symbol of mathematics: unless a variable is meant, write `{expected}`',
      zh: '“{actual}”（{code}）是数学字母符号，如不是变量，应改为“{expected}”',
    },
    old: { en: 'In Simplified Chinese `{actual}` is `{expected}`', zh: '“{actual}”的规范字是“{expected}”' },
    foreign: {
      en: '`{actual}` is Japanese kana: did you mean `{expected}`?',
      zh: '“{actual}”是日文假名，应为“{expected}”吗？',
    },
    lost: {
      en: 'This character ({code}) has no meaning of its own: it was lost in a conversion',
      zh: '此处的字（{code}）没有通用含义，应是转码时丢失的字，请核对原文',
    },
    rare: {
      en: '`{actual}` ({code}) is not in the national table of characters',
      zh: '“{actual}”（{code}）不在《通用规范汉字表》中，请核对',
    },
    replace: { en: 'Write `{expected}`', zh: '改为“{expected}”' },
  },
  *run(_article, { house, options, reading }) {
    if (!writesSimplified(house)) return;
    let names: readonly string[] | undefined;
    let elsewhere: boolean | undefined;
    for (const { prose } of reading.passages) {
      if (!holdsNonstandard(prose)) continue;
      const characters = nonstandardIn(prose);
      const { text } = prose;
      const isProse = chineseRules(text);
      for (const { from, to, character, right, same, kind } of characters) {
        if (options.accept.includes(character) || !isProse(from)) continue;
        const quoted = isInside(quotedIn(prose), from);
        const slipped = quoted && kind === 'old' && isAmongSimplified(prose, from);
        const looks = kind === 'form' || kind === 'private' || kind === 'foreign';
        if (kind === 'rare' && !options.rare) continue;
        // 三條水渠通水: a headline of an article that is Traditional is so too, though it has but one such character.
        if ((kind === 'old' || kind === 'perhaps') && mayBeTraditional(text)) {
          elsewhere ??= reading.passages.some((other) => isTraditional(other.prose));
          if (elsewhere) continue;
        }
        // Titles, quotations and names keep the characters they were written with.
        names ??= knownNames(house, reading);
        const isTheirs = (quoted && !slipped) || touchesName(names, text, from, to) || isSaidToBeName(text, from);
        if (!looks && (isTheirs || isOfAnother(text, from, to))) continue;
        const expected = isTheirs ? same : right;
        const data = { actual: character, expected, code: codeOf(character) };
        const draft: Draft<Message> = {
          message: messageOf(kind, expected),
          severity: severities[kind],
          data,
          at: prose.at(from, to),
        };
        const safe = kind === 'form' || (kind === 'old' && !slipped) || kind === 'styled';
        yield expected === ''
          ? draft
          : { ...draft, fixes: [{ title: 'replace', safe, prose: [{ from, to, text: expected }] }] };
      }
    }
  },
});

/** 《中华人民共和國民法典》: what is quoted is Simplified, and one character of it was not turned. */
function isAmongSimplified(prose: Prose, from: number): boolean {
  const quotation = quotedIn(prose).find(({ start, end }) => start <= from && from < end);
  if (quotation === undefined || mayBeTraditional(prose.text.slice(quotation.start, quotation.end))) return false;
  return nonstandardIn(prose).filter((one) => one.from >= quotation.start && one.to <= quotation.end).length === 1;
}

/** 他姓閆, 他叫陳小海: somebody's name, whoever it is. */
function isSaidToBeName(text: string, from: number): boolean {
  return /(?:姓|叫|叫做|名为|化名|笔名|艺名|网名|原名|本名)$/.test(text.slice(Math.max(0, from - 2), from));
}

/** Whether a character is that of Korean or Japanese words, or stands alone, in a table of characters. */
function isOfAnother(text: string, from: number, to: number): boolean {
  return (
    text.trim().length === to - from ||
    /\p{Script=Hangul}/u.test(text.slice(Math.max(0, from - 4), to + 4)) ||
    /株式会社|有限会社|合同会社|取締役/.test(text)
  );
}

const holdsNonstandard = askedOfText((_text, prose) => nonstandardIn(prose).length > 0);

function messageOf(kind: Nonstandard['kind'], right: string): Message {
  if (kind === 'private') return 'lost';
  if (right === '') return 'rare';
  if (kind === 'styled') return 'letters';
  return kind === 'form' || kind === 'foreign' || kind === 'symbol' ? kind : 'old';
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
}
