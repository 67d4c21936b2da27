import { isWellFormed } from '../byline/build-byline.ts';
import type { Piece, Problem } from '../byline/byline.ts';
import { fold, isHan } from '../byline/lexicon/fold.ts';
import { columnWords, compoundSurnames } from '../byline/lexicon/words.ts';
import { allHan, countChars } from '../byline/names/outlets.ts';
import type { Credit } from './credit.ts';
import { readClause, trailingBracket } from './credit-clause.ts';
import { readEnglishCredit } from './credit-english.ts';
import { blankCredit, type CreditParts } from './credit-parts.ts';
import { withEarlier, withoutNumbers } from './several-credits.ts';

/** A credit is never longer; of a longer text only the end is looked at. */
const REACH = 240;

/** How credits end, and the words without which none begins: quick to look for, so that running text costs little. */
const endings =
  /(?:摄|摄影|翻摄|航拍|拍摄|供图|提供|供稿|制图|图|绘|画|作|编制|设计|发|稿|截图|截屏|资料|视觉|社|法新|路透|美联|中国|影像|生成|[A-Za-z])[)】\]。. ]*$/;
const openings =
  /网络|来源|图源|来自|设计|制作|剪辑|摄于|源自|取自|自网|摄影|制图|制表|图表[:/|]|视觉[:/|]|可视化|手绘|漫画|绘图|供图|图片|图文|文图|资料图|照片|插画|海报|视频|拍摄|航拍|AI|人工智能|截图|©|图[/:|据 ]|图由|摄[ /:|)]|[/|]/;

/**
 * Reads the credit of a picture from a caption or a line of its own: the credit stands at the end, a caption may
 * stand before it. Returns `undefined` when the text has no credit. Linear in the length of `text`.
 */
export function readCredit(text: string): Credit | undefined {
  const cut = Math.max(0, text.length - REACH);
  const s = fold(text.slice(cut));
  if (cut > 0) {
    const found = readEnd(text.slice(cut), s);
    return found && found.from > 0 ? shift(found, cut) : undefined;
  }
  const found = readEnd(text, s);
  return found && found.from > 0 ? withEarlier(text, s, found, readEnd) : found;
}

function readEnd(text: string, folded: string): Credit | undefined {
  let s = folded;
  let to = s.length;
  while (to > 0 && ' \n\r'.includes(s.charAt(to - 1))) to--;
  let from = 0;
  while (from < to && ' \n\r'.includes(s.charAt(from))) from++;
  if (to - from < 2) return undefined;
  if (!hasHan(s, Math.max(from, to - 80), to)) return readEnglishCredit(text, s, from, to);
  const tail = s.slice(Math.max(from, to - 100), to);
  if (!endings.test(tail.slice(-24)) && !openings.test(tail)) return undefined;
  s = withoutNumbers(s);
  const mended = readUnpaired(text, s, from, to);
  if (mended) return mended;
  const starts = startsOf(s, from, to);
  for (const start of starts) {
    const parts = blankCredit();
    if (!readClause(text, s, start, to, parts)) continue;
    const { kind } = parts;
    if (kind === undefined || isOnlyDated(s, parts)) continue;
    const lead = captionWords(s, parts);
    if (lead > 0) {
      parts.people.splice(0, lead);
    }
    return finish(s, from, lead > 0 ? (parts.people[0]?.from ?? start) : start, to, { ...parts, kind });
  }
  return undefined;
}

/** 新华社发（张三摄 without its closing mark, 新华社记者张三摄） without its opening one: read as if it were there or not. */
function readUnpaired(text: string, s: string, from: number, to: number): Credit | undefined {
  const last = s.charAt(to - 1);
  if (last === ')' || last === '】') {
    // One mark too many, no more: each is read once more without it.
    if (')】'.includes(s.charAt(to - 2)) || s.slice(from, to).includes(last === ')' ? '(' : '【')) return undefined;
    const found = readEnd(text.slice(0, to - 1), s.slice(0, to - 1));
    return found && flawed(found, to, { code: 'unopened-bracket', from: to - 1, to });
  }
  const open = Math.max(s.lastIndexOf('(', to - 1), s.lastIndexOf('【', to - 1));
  if (open < from || to - open >= 60 || /[)】]/.test(s.slice(open, to))) return undefined;
  const closers: Readonly<Record<string, string>> = { '(': ')', '（': '）', '【': '】' };
  const found = readEnd(
    text.slice(0, to) + (closers[text.charAt(open)] ?? ')'),
    s.slice(0, to) + (closers[s.charAt(open)] ?? ')'),
  );
  return found && flawed(found, to, { code: 'unclosed-bracket', from: open, to: open + 1, at: to });
}

function flawed(credit: Credit, to: number, problem: Problem): Credit {
  return { ...credit, to, ok: false, problems: [...credit.problems, problem] };
}

function hasHan(s: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isHan(s.charCodeAt(i))) return true;
  return false;
}

/** Where the credit may begin, the likeliest first: the whole, after a sentence, at a bracket, after a space. */
function startsOf(s: string, from: number, to: number): number[] {
  const starts = [from];
  let end = to;
  while (end > from && '。. '.includes(s.charAt(end - 1))) end--;
  const bracket = trailingBracket(s, from, end);
  let stop = -1;
  for (let i = (bracket >= 0 ? bracket : end) - 1; i >= from && end - i < 120; i--) {
    if ('。!?;…'.includes(s.charAt(i)) || s.charAt(i) === '\n') {
      stop = i + 1;
      break;
    }
  }
  if (stop > from) starts.push(stop);
  const clause = Math.max(stop, from);
  let spaces = 0;
  for (let i = Math.max(clause, end - 100); i < end && spaces < 12; i++) {
    if (' ,:、|/'.includes(s.charAt(i)) && i + 1 < end) {
      starts.push(i + 1);
      spaces++;
    } else if ('(【['.includes(s.charAt(i)) && i > from && i < bracket) {
      starts.push(i);
      spaces++;
    }
  }
  if (bracket > from) {
    // The words that touch the bracket: 现场图。新华社发（…）; then the bracket alone.
    for (let i = bracket - 1; i >= Math.max(clause, bracket - 12); i--) {
      if (s.charAt(i - 1) === ' ' || i === clause) {
        starts.push(i);
        break;
      }
    }
    starts.push(bracket);
  }
  return [...new Set(starts)].filter((start) => start < to);
}

/** 水渠通水 2019年6月1日摄: when it was taken, and nobody who took it. */
function isOnlyDated(s: string, { kind, date, people }: CreditParts): boolean {
  const [only] = people;
  if (kind !== 'signed' || !date || people.length !== 1 || !only || only.to > date.from) return false;
  const word = s.slice(only.from, only.to);
  return allHan(word) && countChars(word) === 4 && !compoundSurnames.includes(word.slice(0, 2));
}

/** How many of the first people are words of the caption: 秋收时节 张三 摄. */
function captionWords(s: string, parts: CreditParts): number {
  let n = 0;
  while (n < parts.people.length - 1) {
    const person = parts.people[n];
    if (!person) break;
    const word = s.slice(person.from, person.to);
    if (person.name.includes('·') || !allHan(word)) break;
    // 、 joins people; a caption is parted by a space.
    if (/[、,;&+]/.test(s.slice(person.to, parts.people[n + 1]?.from))) break;
    const known =
      columnWords.some((column) => word.includes(column)) || /(?:现场|图为|中|时节|一角|风光|景色|活动)$/.test(word);
    if (!known && !(countChars(word) === 4 && !compoundSurnames.includes(word.slice(0, 2)))) break;
    n++;
  }
  return n;
}

function finish(
  s: string,
  textFrom: number,
  from: number,
  to: number,
  parts: CreditParts & Pick<Credit, 'kind'>,
): Credit {
  let start = from;
  while (start < to && ' 、,;。/-—·'.includes(s.charAt(start))) start++;
  // A caption that opens with 资料图： keeps its picture an archive picture.
  const archive =
    parts.archive || /^[▲△◎■□ ]*(?:资料(?:图片|照片|图)|档案图片)[:。,]/.test(s.slice(textFrom, textFrom + 12));
  const agency = parts.agency;
  const people = parts.people;
  let end = to;
  while (end > start && '。 '.includes(s.charAt(end - 1))) end--;
  return {
    kind: parts.kind,
    from: start,
    to: end,
    outlet: parts.outlet,
    agency,
    date: parts.date,
    people,
    archive,
    ai: parts.ai,
    ok: isWellFormed(parts.problems),
    problems: parts.problems,
  };
}

function shift(credit: Credit, by: number): Credit {
  const piece = (value: Piece | undefined) => value && { ...value, from: value.from + by, to: value.to + by };
  return {
    ...credit,
    from: credit.from + by,
    to: credit.to + by,
    outlet: piece(credit.outlet),
    agency: piece(credit.agency),
    date: piece(credit.date),
    people: credit.people.map((person) => ({ ...person, from: person.from + by, to: person.to + by })),
    problems: credit.problems.map((problem) => ({
      ...problem,
      from: problem.from + by,
      to: problem.to + by,
      ...(problem.at === undefined ? {} : { at: problem.at + by }),
    })),
  };
}
