import { byline, joined } from './build-byline.ts';
import type { Byline } from './byline.ts';
import { leadingStamp, trailingStamp } from './head/date.ts';
import { readInfoLine } from './head/info-line.ts';
import { looksPersonal, namesOf } from './names/names.ts';
import { isOutlet } from './names/outlets.ts';

/** Reads one byline out of the folded text `s`, of which `text` is what was written. */
type ReadOne = (text: string, s: string, from: number, to: number, where: 'line') => Byline | undefined;

/** How far from the end of a line its date and time may begin. */
const STAMP = 48;

/** The line under a headline that says where a text is from, when, and who wrote it, in whatever order. */
export function readInfo(text: string, s: string, readOne: ReadOne): Byline | undefined {
  if (!/[\d:|@]|原创/.test(s)) return undefined;
  // 原创 高远 海州发布 2024年6月1日 18:30 海州: what a phone shows above an article.
  const own =
    /^ *原创 ?[: ] *([\p{Script=Han}·]{2,8}) +([^ :]{2,20})(?: +(\d{4}[-年][\d月日 :-]{4,20}).{0,12})?$/u.exec(s);
  if (own?.[1] && own[2] && looksPersonal(own[1]) && !looksPersonal(own[2])) {
    const from = s.indexOf(own[1], 2);
    const at = s.indexOf(own[2], from + own[1].length);
    const outlet = { text: text.slice(at, at + own[2].length), from: at, to: at + own[2].length };
    const people = namesOf(text, s, [{ from, to: from + own[1].length }], undefined, []);
    return byline('info', 0, s.length, { people, outlet });
  }
  const english = readEnglishInfo(text, s, readOne);
  if (english) return english;
  // 2024-06-01 08:30 海州日报 高远: when, whence and who, without a label.
  const [stamp = ''] = /^ *\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?: *\d{1,2}:\d{2}(?::\d{2})?)? +/.exec(s) ?? [];
  // Or the moment last.
  const [late = ''] =
    stamp === ''
      ? (/ +\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?: *\d{1,2}:\d{2}(?::\d{2})?)? *$/.exec(s.slice(-40)) ?? [])
      : [];
  const between = s.slice(stamp.length, s.length - late.length);
  const plain = stamp + late === '' ? null : /^ *([^ :|/]{2,20}) +([^ :|/]{2,20}) *$/.exec(between);
  if (plain?.[1] && plain[2]) {
    const [first, second] = [plain[1], plain[2]].map((word) => {
      const at = s.indexOf(word, stamp.length);
      return { text: text.slice(at, at + word.length), from: at, to: at + word.length, word };
    });
    const named = [first, second].find((one) => one && looksPersonal(one.word));
    const paper = [first, second].find((one) => one && one !== named && isOutlet(one.word));
    if (named && paper) {
      const from = stamp === '' ? s.length - late.trimStart().length : stamp.search(/\d/);
      const to = from + (stamp + late).trim().length;
      const date = { text: text.slice(from, to), from, to };
      const outlet = { text: paper.text, from: paper.from, to: paper.to };
      return byline('info', 0, s.length, { people: namesOf(text, s, [named], undefined, []), outlet, date });
    }
  }
  const info = readInfoLine(text, s);
  const read = info && (readOne(text, info.rest, 0, s.length, 'line') ?? readTwo(text, info.rest, readOne));
  if (!info || !read || read.people.length === 0 || read.kind === 'note') return undefined;
  const { outlet, date } = info;
  return { ...read, kind: 'info', from: 0, to: s.length, outlet: outlet ?? read.outlet, date: date ?? read.date };
}

/** What says in English where a text is from and when: Source: Harbour News | 2024-06-01 09:12. */
const aside =
  /^ *(?:(?:Source|From|Via|Views?|Comments?|Font size|Published|Updated|Posted|Date|Time) ?:|\d{4}-\d{1,2}-\d{1,2})/i;

/** `Source: Harbour News | 2024-06-01 09:12 | Editor: Anna Field`: the parts between bars that name people. */
function readEnglishInfo(text: string, s: string, readOne: ReadOne): Byline | undefined {
  if (s.length > 240 || !s.includes('|') || /\p{Script=Han}/u.test(s)) return undefined;
  let whole: Byline | undefined;
  let asides = 0;
  let from = 0;
  for (const part of s.split('|')) {
    const to = from + part.length;
    if (aside.test(part)) asides++;
    else if (part.trim() !== '') {
      const one = readOne(text, s, from, to, 'line');
      if (!one || one.people.length === 0) return undefined;
      whole = whole === undefined ? one : joined(whole, one);
    }
    from = to + 1;
  }
  return whole && asides > 0 ? { ...whole, kind: 'info', from: 0, to: s.length } : undefined;
}

/** A byline with the moment of publishing after it, or before it and named. */
export function readDated(text: string, s: string, readOne: ReadOne): Byline | undefined {
  const before = leadingStamp.exec(s.slice(0, 48));
  if (before?.[1]) {
    const read = readOne(text, s, before[0].length, s.length, 'line');
    const start = s.indexOf(before[1]);
    const date = { text: text.slice(start, start + before[1].length), from: start, to: start + before[1].length };
    return read && read.people.length > 0 ? { ...read, from: 0, date } : undefined;
  }
  const end = s.trimEnd().length;
  const from = Math.max(0, end - STAMP);
  const found = trailingStamp.exec(s.slice(from, end));
  if (!found?.[1]) return undefined;
  const at = from + found.index;
  const read = readOne(text.slice(0, at), s.slice(0, at), 0, at, 'line');
  if (!read || read.people.length === 0) return undefined;
  const start = s.indexOf(found[1], at);
  return {
    ...read,
    to: end,
    date: { text: text.slice(start, start + found[1].length), from: start, to: start + found[1].length },
  };
}

/** Bylines that stand side by side, each in its bracket: （记者 张三）（通讯员 李四）, 【责编：张三】【校对：李四】. */
export function readTwo(text: string, s: string, readOne: ReadOne): Byline | undefined {
  const first = s.length > 200 ? -1 : s.search(/[)】\]]/);
  if (first < 0 || first >= s.trimEnd().length - 1) return undefined;
  let whole: Byline | undefined;
  let from = 0;
  for (const end of [...[...s.matchAll(/[)】\]]/g)].slice(0, 12).map(({ index }) => index + 1), s.length]) {
    if (s.slice(from, end).trim() === '') continue;
    const one = readOne(text, s, from, end, 'line');
    if (!one || one.people.length === 0) continue;
    if (whole !== undefined && (one.kind === 'bare' || one.kind === 'note')) continue;
    whole = whole === undefined ? one : joined(whole, one);
    from = end;
  }
  return s.slice(from).trim() === '' ? whole : undefined;
}
