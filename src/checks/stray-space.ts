import type { Passage } from '../model/article.ts';
import { surnames } from '../model/byline/lexicon/words.ts';
import { writerTitles } from '../model/byline/roles.ts';
import { classAt, FULL_WIDTH, HAN, hanAt, hanBefore, isChinese, LETTER } from '../model/characters.ts';
import { matchesOf } from '../model/matches.ts';
import { type Draft, defineCheck } from './check.ts';
import { chineseRules } from './copy/chinese-rules.ts';
import { englishBlanks } from './copy/english-blanks.ts';

type Message =
  | 'mark'
  | 'inside'
  | 'han'
  | 'percent'
  | 'bracket'
  | 'english'
  | 'currency'
  | 'apostrophe'
  | 'hyphen'
  | 'remove'
  | 'replace';

/** Marks that end a clause or close: no blank stands before them. */
const BEFORE = '，。、；：！？”’》〉）】」』％';
/** Marks after which a blank opens a gap; a colon of a label may have one. */
const AFTER = '，、；“‘《〈（【「『';

/** Characters in a row from `at` on, or before it, at most as many as are asked for. */
function hanRun(text: string, at: number, step: 1 | -1, most: number): number {
  let count = 0;
  for (let i = at; count < most && (classAt(text, i) & HAN) !== 0; i += step) count++;
  return count;
}

/** Somebody's standing, with or without the outlet before it. */
const roleAhead = new RegExp(`^\\p{Script=Han}{0,6}?(?:${writerTitles})`, 'u');

/** Of a blank inside a sentence one side has at least this many characters. */
const LONG = 5;

/** No sentence is longer. UTF-16 units. */
const SENTENCE = 300;

export const straySpace = defineCheck({
  id: 'stray-space',
  title: { en: 'Stray space', zh: '多余空格' },
  summary: {
    en: 'No space stands beside Chinese marks, inside brackets and quotation marks, or within a Chinese sentence.',
    zh: '标点前后、括号和引号内侧、句子中间不留空格。',
  },
  source: 'CY/T 154—2017 8',
  scope: 'passage',
  severity: 'warning',
  mistake: 'mark',
  triggers: ' \u00a0',
  messages: {
    mark: { en: 'No space beside `{mark}`', zh: '“{mark}”旁不留空格' },
    inside: { en: 'No space inside `{mark}`', zh: '「{mark}」内侧不留空格' },
    han: { en: 'A space inside a sentence: `{around}`', zh: '句子中间有空格：“{around}”' },
    percent: { en: 'No space before `%`', zh: '数字与“%”之间不留空格' },
    bracket: { en: 'No space inside `{mark}`', zh: '英文“{mark}”内侧不留空格' },
    english: { en: 'No space before `{mark}`', zh: '英文“{mark}”前不留空格' },
    currency: { en: 'No space behind `{mark}`', zh: '英文金额“{mark}”后不留空格' },
    apostrophe: { en: 'No space before `’s`', zh: '英文“’s”前不留空格' },
    hyphen: {
      en: 'A space on one side of a hyphen: join the words, or write a dash',
      zh: '英文连字符一侧有空格：应连写，或改用破折号',
    },
    remove: { en: 'Remove the space', zh: '删去空格' },
    replace: { en: 'Write `{expected}`', zh: '改为“{expected}”' },
  },
  *run(passage, { house }) {
    const { prose } = passage;
    const { text } = prose;
    if (!isChinese(text)) {
      yield* englishBlanks(passage, house);
      return;
    }
    const holds = chineseRules(text);
    for (const { 0: blanks, index: from } of matchesOf(text, /[ \u00a0]+/g)) {
      const to = from + blanks.length;
      const draft = judge(passage, from, to);
      // A web address ends with the blank.
      if (draft === undefined || !holds(from) || !holds(from - 1)) continue;
      const { safe, ...said } = draft;
      // Beside emphasis or a link the blank may be what makes them so.
      const around = prose.at(from - 1, to + 1);
      if (around.end - around.start !== to - from + 2) continue;
      yield { ...said, at: prose.at(from, to), fixes: [{ title: 'remove', safe, prose: [{ from, to, text: '' }] }] };
    }
  },
});

const isSurname = (character: string): boolean => surnames.includes(character);

type Said = Pick<Draft<Message>, 'message' | 'data'> & { readonly safe: boolean };

function judge({ prose: { text }, kind, field, level }: Passage, from: number, to: number): Said | undefined {
  const before = text.charAt(from - 1);
  const after = text.charAt(to);
  // Indents, ends of lines, and gaps of layout are not ours.
  if (from === 0 || to === text.length || before === '\n' || after === '\n' || to - from > 3) return undefined;
  if (after === '%' || after === '％') return /\d/.test(before) ? { message: 'percent', safe: true } : undefined;
  const besideWord = (classAt(text, from - 1) & (HAN | FULL_WIDTH)) !== 0 || /[\d”’A-Za-z]/.test(before);
  if (BEFORE.includes(after) && besideWord) {
    const closes = '”’》〉）】」』'.includes(after);
    return { message: closes ? 'inside' : 'mark', data: { mark: after }, safe: true };
  }
  if (AFTER.includes(before) && !isLayout(text, to)) {
    const opens = '“‘《〈（【「『'.includes(before);
    return { message: opens ? 'inside' : 'mark', data: { mark: before }, safe: true };
  }
  // What follows is a sentence, and no signature.
  const isStop = '。！？'.includes(before) && to - from === 1;
  if (isStop && kind === 'paragraph' && hanAt(text, to) && /[。！？]/.test(text.slice(to, to + SENTENCE)))
    return { message: 'mark', data: { mark: before }, safe: true };
  if (kind === 'table-cell' || kind === 'heading' || field !== undefined || level > 0) return undefined;
  return betweenHan(text, from, to);
}

/** What follows is no Chinese and no word: a list of marks, a formula. */
function isLayout(text: string, at: number): boolean {
  return (classAt(text, at) & (HAN | LETTER)) === 0 && !/[\d“《（]/.test(text.charAt(at));
}

/** 导语, 编者按, 周砚, 第一百二十条: as long as what stands at the head of a paragraph by itself, in UTF-16 units. */
const HEAD = 4;
const clauseOfLaw = /^第[零〇一二三四五六七八九十百千\d]{1,7}[编章节条款项]$/;
/** 新华社海州11月28日电, 海州日报讯, 央广网消息: how a report opens. */
const opening = /^[^，。；：！？]{1,40}[电讯]$|^[^，。；：！？]{1,40}消息$/;

/** What begins a sentence, or stands in one, and is neither a label nor a name. */
const inSentence =
  /^(?:[我你他她它咱]们?|这[里些个样次种是]|那[里些个样次种是]|大家|今[天年日]|昨[天日]|明[天年]|去年|前年|当[时天年日]|目前|如今|现在|此[时次前外后]|同时|由于|因为|所以|为了|如果|虽然|但是?|而且|并且|于是|因此|其中|随着|根据|按照|通过|经过|只有|只要|已经|曾经|正在|一直|不[是能会要断少仅但过]|没有|也是?|都是?|就是?|还[是有]|又|在|从|对|向|把|被|让|使)|[的了着过们也都就在把被和与是]$/;

/** What no sentence begins with: 渠水 也涨了, 老人 却没有走. What stands before it is its subject, and no label. */
const goesOn = /^(?:也(?![许门就罢好])|却|仍|都(?![市督城江]|会区)\p{Script=Han}|则(?!天))/u;

/** Whether a text up to `end` is the first word of a paragraph, and one that begins a sentence. */
function isSentenceHead(text: string, end: number): boolean {
  if (end > HEAD) return false;
  return /^\p{Script=Han}+$/u.test(text.slice(0, end)) && inSentence.test(text.slice(0, end));
}

/** Whether a text up to `end` is what a paragraph is headed by, and no beginning of a sentence. */
function isHead(text: string, end: number): boolean {
  if (end > 60) return false;
  const head = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  return (
    (head.length <= HEAD && /^\p{Script=Han}+$/u.test(head) && !inSentence.test(head)) ||
    clauseOfLaw.test(head) ||
    opening.test(head)
  );
}

/**
 * A blank between two characters of a sentence. Names, lists and verses are set with blanks, so the words on either
 * side must be long, the only ones so parted, in a sentence that ends.
 */
function betweenHan(text: string, from: number, to: number): Said | undefined {
  if (!hanBefore(text, from) || !hanAt(text, to)) return undefined;
  const follows = goesOn.test(text.slice(to, to + 3));
  if (isHead(text, from) && !follows) return undefined;
  const left = hanRun(text, from - 1, -1, LONG);
  const right = hanRun(text, to, 1, LONG);
  // 由于 连日降雨，…: what begins a sentence is no part of a list.
  const begins = right > 1 && (isSentenceHead(text, from) || (follows && left > 1));
  if (Math.max(left, right) < LONG && !begins) return undefined;
  const before = text.slice(Math.max(0, from - 60), from);
  if (/[（【(][^）】)]*$|《[^》]*$|“[^”]*$/.test(before)) return undefined;
  // 羊城晚报讯 记者…报道：: the blank of a byline.
  if (roleAhead.test(text.slice(to, to + 12))) return undefined;
  // 王 刚: a name of two characters, set as wide as one of three.
  if (right === 1 && isSurname(text.charAt(from - 1))) return undefined;
  if (left === 1 && isSurname(text.charAt(from - 1))) return undefined;
  const after = text.slice(to, to + 40);
  const clause =
    (/[^，。；：！？“”（）\n]*$/.exec(before)?.[0] ?? '') + (/^[^，。；：！？“”（）\n]*/.exec(after)?.[0] ?? '');
  if (/[\s\u3000|｜/]/.test(clause)) return undefined;
  // A line that is no sentence: a headline, a signature, a list of names.
  if (!/[。！？；，]/.test(text.slice(to, to + SENTENCE)) || !'。！？”'.includes(text.trimEnd().at(-1) ?? ' '))
    return undefined;
  return { message: 'han', data: { around: text.slice(Math.max(0, from - 2), to + 2) }, safe: false };
}
