import { isInside, rangeAt } from '../model/addresses.ts';
import { titles } from '../model/byline/roles.ts';
import { askedOfText } from '../model/kept.ts';
import type { Prose } from '../model/prose.ts';
import { type Draft, defineCheck } from './check.ts';
import { chineseRules } from './copy/chinese-rules.ts';
import { isEnglish } from './copy/english.ts';
import { isSpoken, quotedIn } from './copy/quoted.ts';
import { isShown } from './copy/shown.ts';
import { isReadAsOne, writtenOver } from './words/across-lines.ts';
import { isMentioned } from './words/mentioned.ts';
import { misheardIn } from './words/misheard-english.ts';
import { misspeltIn } from './words/misspelt-english.ts';
import { knownNames, touchesName } from './words/names-at.ts';
import { writesSimplified } from './words/simplified.ts';
import { type WrongWordAt, wrongWordsIn } from './words/wrong-words.ts';

type Message = 'wrong' | 'doubtful' | 'variant' | 'dictionary' | 'replace';

export const wrongWord = defineCheck({
  id: 'wrong-word',
  title: { en: 'Wrong word', zh: '错别字' },
  summary: {
    en: 'A character or word that newsrooms often mistake for another (按装 for 安装), and English words that are misspelt.',
    zh: '常见的错别字和误用的词：“按装”应为“安装”，“己经”应为“已经”；英文常见拼写错误。',
  },
  source: '报纸期刊质量管理规定（2020）附件',
  scope: 'article',
  severity: 'error',
  mistake: 'word',
  options: {
    variants: {
      type: 'choice',
      values: ['none', 'national', 'all'],
      default: 'none',
      about: {
        en: 'Which variant forms of a word are reported: `national`, those of the national list (GF 1001—2001); `all`, also those of the list of 264 and of dictionaries.',
        zh: '报告哪些异形词：`national` 为《第一批异形词整理表》（GF 1001—2001）；`all` 还有264组异形词和词典的推荐词形。',
      },
    },
    accept: {
      type: 'strings',
      default: [],
      about: {
        en: 'Words that the house writes although the list holds them to be wrong.',
        zh: '词表视为错误、本社照写的词。',
      },
    },
  },
  messages: {
    wrong: { en: '`{actual}` should be `{expected}`', zh: '“{actual}”应为“{expected}”' },
    doubtful: { en: '`{actual}`: did you mean `{expected}`?', zh: '“{actual}”疑为“{expected}”之误，请核对' },
    variant: {
      en: '`{actual}` is a variant form; the recommended one is `{expected}`',
      zh: '“{actual}”是异形词，推荐写作“{expected}”',
    },
    dictionary: {
      en: 'Dictionaries prefer `{expected}` to `{actual}`',
      zh: '“{actual}”在词典中的推荐词形是“{expected}”',
    },
    replace: { en: 'Write `{expected}`', zh: '改为“{expected}”' },
  },
  *run(_article, { house, options, reading }) {
    let names: readonly string[] | undefined;
    const chinese = writesSimplified(house);
    for (const { prose } of reading.passages) {
      if (holdsEnglish(prose) && isEnglish(prose.text, house)) {
        names ??= knownNames(house, reading);
        yield* inEnglish(prose, names, options.accept);
      }
      if (!chinese || !holdsWrongWord(prose)) continue;
      const words = wrongWordsIn(prose);
      const { text } = prose;
      const isProse = chineseRules(text);
      for (const word of words) {
        const { wrong, right, from, to } = word;
        const quoted = isInside(quotedIn(prose), from);
        if (options.accept.includes(wrong) || !isWanted(word, options.variants, quoted) || !isProse(from)) continue;
        if (isMentioned(text, from, to, right) || !isReadAsOne(prose, from, to)) continue;
        names ??= knownNames(house, reading);
        if (
          touchesName(
            names.filter((name) => !isMisspeltRole(name, word)),
            text,
            from,
            to,
          )
        )
          continue;
        if (isCalled(text, word)) continue;
        yield { ...said(text, word, quoted), at: prose.at(from, to) };
      }
    }
  },
});

const holdsEnglish = askedOfText((_text, prose) => misspeltIn(prose).length > 0 || misheardIn(prose).length > 0);

/** “teh”, “teh teh”: the word is spoken of, and nothing else is quoted with it. */
function isSaidOver(prose: Prose, at: number, word: string): boolean {
  if (isShown(prose.text, at, at + word.length)) return true;
  const quotation = rangeAt(quotedIn(prose), at);
  if (quotation === undefined || quotation.end - quotation.start > 60) return false;
  const words = prose.text.slice(quotation.start + 1, quotation.end - 1).split(/[\s,]+/);
  return words.every((one) => one === word);
}

/** Words that are misspelt and phrases that are written by their sound: what is no word is wrong for certain. */
function* inEnglish(prose: Prose, names: readonly string[], accept: readonly string[]): Iterable<Draft<Message>> {
  const { text } = prose;
  for (const { wrong, right, from, to } of misspeltIn(prose)) {
    if (accept.includes(wrong) || isSaidOver(prose, from, wrong) || touchesName(names, text, from, to)) continue;
    // In another's words it may be the other's, and with a capital somebody's.
    const safe = /^[a-z]/.test(wrong) && !isSpoken(prose, from);
    const fix = { title: 'replace' as const, safe, prose: writtenOver(text, from, to, right) };
    yield {
      message: 'wrong',
      severity: 'error',
      data: { actual: wrong, expected: right },
      at: prose.at(from, to),
      fixes: [fix],
    };
  }
  for (const { actual, expected, from, to } of misheardIn(prose)) {
    if (accept.includes(actual) || isShown(text, from, to)) continue;
    const fix = { title: 'replace' as const, safe: false, prose: [{ from, to, text: expected }] };
    yield {
      message: 'doubtful',
      severity: 'warning',
      data: { actual, expected },
      at: prose.at(from, to),
      fixes: [fix],
    };
  }
}

/** 通迅员 高远: what was taken for somebody's name is a role with a slip in it. */
function isMisspeltRole(name: string, { wrong, right }: WrongWordAt): boolean {
  return name.includes(wrong) && titles.includes(name.replace(wrong, right));
}

/** 兰天先生, 名叫尤如: of what is a warning for such as them, somebody's name by what stands beside it. */
function isCalled(text: string, { level, from, to }: WrongWordAt): boolean {
  if (level === 'error') return false;
  return (
    /^(?:先生|女士|小姐|太太|同志|大夫|师傅)/.test(text.slice(to, to + 2)) ||
    /(?:名叫|叫做|姓名)$/.test(text.slice(0, from))
  );
}

const holdsWrongWord = askedOfText((_text, prose) => wrongWordsIn(prose).length > 0);

/** What one house may hold to be right is reported where the house asks for it, and never in another's words. */
function isWanted({ kind, level, national }: WrongWordAt, variants: string, quoted: boolean): boolean {
  if (level !== 'info' || (kind !== 'variant' && kind !== 'dictionary')) return true;
  return !quoted && (variants === 'all' || (variants === 'national' && national));
}

/** In another's words a mistake may be the other's: it is shown, and left to the editor. */
function said(text: string, word: WrongWordAt, quoted: boolean): Omit<Draft<Message>, 'at'> {
  const { wrong, right, level, kind, named, from, to } = word;
  const preferred = kind === 'variant' || kind === 'dictionary';
  const message = level === 'error' ? 'wrong' : preferred ? kind : 'doubtful';
  const safe = level === 'error' && !quoted && !named;
  return {
    message,
    severity: level,
    data: { actual: wrong, expected: right },
    fixes: [{ title: 'replace', safe, prose: writtenOver(text, from, to, right) }],
  };
}
