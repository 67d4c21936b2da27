import { isOutlet } from './byline-outlets.ts';
import * as words from './byline-words.ts';

/**
 * A piece of folded byline text.
 * - `word`: names, outlets, anything that the lexicon does not know
 * - `title`: a role that names a person's standing (首席记者); `work`: a role that names what was done (文/图, 采写)
 * - `tail`: what closes a byline (摄影报道); `date`: a calendar date
 * - `sep` `、 , ; &`, `slash` `/ |`, `colon`, `open`, `close`, `mark` (□), `stop` (。), `space`
 */
export interface Item {
  readonly kind:
    | 'word'
    | 'title'
    | 'work'
    | 'tail'
    | 'date'
    | 'sep'
    | 'slash'
    | 'colon'
    | 'open'
    | 'close'
    | 'mark'
    | 'stop'
    | 'space';
  readonly from: number;
  readonly to: number;
}

type Index = ReadonlyMap<string, readonly string[]>;

/** Words by first character, longest first: a lookup costs what the longest word costs, never more. */
function index(list: readonly string[]): Index {
  const out = new Map<string, string[]>();
  for (const word of new Set(list)) {
    const first = word.charAt(0);
    const bucket = out.get(first);
    if (bucket) bucket.push(word);
    else out.set(first, [word]);
  }
  for (const bucket of out.values()) bucket.sort((a, b) => b.length - a.length);
  return out;
}

const titleIndex = index(words.titles);
const workIndex = index(words.works.filter((word) => word.length > 1));
const modifierIndex = index(words.modifiers);
const tailIndex = index(words.tails);
const verbIndex = index(words.verbs);
const titleStopIndex = index(words.titleStops);
const singleWorks = '文图摄影译绘作';

function longest(entries: Index, s: string, i: number, to: number): number {
  for (const word of entries.get(s.charAt(i)) ?? []) {
    if (i + word.length <= to && s.startsWith(word, i)) return word.length;
  }
  return 0;
}

/** Length of a verb of a dateline (讯, 电, 消息) at `i`, or 0. */
export function verbAt(s: string, i: number, to: number): number {
  return longest(verbIndex, s, i, to);
}

/** A title with its modifiers at `i` (特约 + 记者): its length, or 0. */
export function titleAt(s: string, i: number, to: number, depth = 5): number {
  let best = longest(titleIndex, s, i, to);
  if (best > 0) {
    const stop = longest(titleStopIndex, s, i + best, to);
    // 作者单位, 编辑部, 答记者问: the title is part of another word. A colon, a space or a name may follow.
    if (stop > 0 && !nameMayStart(s, i + best, stop, to)) best = 0;
  }
  if (depth > 0) {
    for (const modifier of modifierIndex.get(s.charAt(i)) ?? []) {
      if (!s.startsWith(modifier, i)) continue;
      const rest = titleAt(s, i + modifier.length, to, depth - 1);
      if (rest > 0) best = Math.max(best, modifier.length + rest);
    }
  }
  return best;
}

/** 从 and 网 begin words after 记者 but 林, 家, 连, 处 may begin names; a stop of one character that is a surname is none. */
function nameMayStart(s: string, i: number, length: number, to: number): boolean {
  if (length > 1) return false;
  const surname = words.surnames.includes(s.charAt(i));
  if (!surname) return false;
  let end = i;
  while (end < to && /[\p{Script=Han}]/u.test(s.charAt(end)) && end - i < 5) end++;
  return end - i >= 2 && end - i <= 4;
}

/** A work (采写, 摄影) of two characters or more at `i`, modifiers included: its length, or 0. */
function workAt(s: string, i: number, to: number, depth = 2): number {
  let best = longest(workIndex, s, i, to);
  if (depth > 0) {
    for (const modifier of modifierIndex.get(s.charAt(i)) ?? []) {
      if (!s.startsWith(modifier, i)) continue;
      const rest = workAt(s, i + modifier.length, to, depth - 1);
      if (rest > 0) best = Math.max(best, modifier.length + rest);
    }
  }
  return best;
}

/** The end of a space run that begins at `i`. */
export function skipSpaces(s: string, i: number, to: number): number {
  while (i < to && s.charCodeAt(i) === 32) i++;
  return i;
}

/**
 * A label such as `文/图 `, `文、图/`, `撰文/视频:` or a single `图/`: its end, or 0. It must be closed by a slash,
 * a bar, a colon or, for two joined works, a space; and something must follow.
 */
function labelEnd(s: string, i: number, to: number): number {
  let k = i;
  let parts = 0;
  let end = 0;
  for (;;) {
    const length = workAt(s, k, to) || (singleWorks.includes(s.charAt(k)) && s.charAt(k) !== '' ? 1 : 0);
    if (length === 0 || k >= to) break;
    k += length;
    parts++;
    end = k;
    if (!'/、&·+'.includes(s.charAt(k)) || k >= to) break;
    k++;
  }
  if (parts === 0) return 0;
  const after = skipSpaces(s, end, to);
  if (after >= to) return 0;
  const next = s.charAt(after);
  if (next === '/' || next === '|' || next === ':') return skipSpaces(s, after + 1, to) < to ? end : 0;
  return parts > 1 && after > end ? end : 0;
}

const digits = '0123456789〇零一二三四五六七八九十○';
function digitsEnd(s: string, i: number, to: number, most: number): number {
  let k = i;
  while (k < to && k - i < most && digits.includes(s.charAt(k))) k++;
  return k;
}

/** The end of a calendar date at `i` (`6月17日`, `2023年10月13日`, `二十日`, `2023-10-13`), or 0. */
export function dateEnd(s: string, i: number, to: number): number {
  let k = digitsEnd(s, i, to, 4);
  if (k === i) return 0;
  if (k - i === 4 && /[-./]/.test(s.charAt(k))) {
    const month = digitsEnd(s, k + 1, to, 2);
    if (month > k + 1 && s.charAt(month) === s.charAt(k)) {
      const day = digitsEnd(s, month + 1, to, 2);
      if (day > month + 1) return day;
    }
    return 0;
  }
  if (s.charAt(k) === '年') {
    const next = skipSpaces(s, k + 1, to);
    const month = digitsEnd(s, next, to, 3);
    if (month === next) return 0;
    k = month;
  }
  if (s.charAt(k) === '月') {
    const next = skipSpaces(s, k + 1, to);
    const day = digitsEnd(s, next, to, 3);
    if (day === next) return 0;
    k = day;
  }
  return s.charAt(k) === '日' || (s.charAt(k) === '号' && k > i) ? k + 1 : 0;
}

/** The end of a time of day after a date (`22时30分`, `06:15`, `上午`), or `i`. */
export function timeEnd(s: string, i: number, to: number): number {
  let k = skipSpaces(s, i, to);
  for (const part of ['凌晨', '上午', '中午', '下午', '晚间', '晚', '早']) {
    if (s.startsWith(part, k)) {
      k += part.length;
      break;
    }
  }
  const hour = digitsEnd(s, k, to, 3);
  if (hour > k && /[时点:]/.test(s.charAt(hour))) {
    k = hour + 1;
    const minute = digitsEnd(s, k, to, 3);
    if (minute > k) k = s.charAt(minute) === '分' || s.charAt(minute) === '许' ? minute + 1 : minute;
    if (s.charAt(k) === ':') k = digitsEnd(s, k + 1, to, 2);
    return k;
  }
  return hour === k && k > i && s.charCodeAt(k - 1) !== 32 ? k : i;
}

/** What may follow a tail: the end, a space, a mark, never another character of the same word. */
function closesWord(s: string, i: number, to: number): boolean {
  return i >= to || ' ,;:、/|()[]【】。.!?&□■'.includes(s.charAt(i));
}

function tailAt(s: string, i: number, to: number): number {
  for (const word of tailIndex.get(s.charAt(i)) ?? []) {
    if (i + word.length <= to && s.startsWith(word, i) && closesWord(s, i + word.length, to)) return word.length;
  }
  return 0;
}

const kinds: ReadonlyMap<string, Item['kind']> = new Map<string, Item['kind']>([
  ...[...'、,;&+'].map((c) => [c, 'sep'] as const),
  ...[...'/|'].map((c) => [c, 'slash'] as const),
  [':', 'colon'],
  ...[...'([【'].map((c) => [c, 'open'] as const),
  ...[...')]】'].map((c) => [c, 'close'] as const),
  ...[...'□■◎●◆▲△▼◇★☆※►▶○'].map((c) => [c, 'mark'] as const),
  ...[...'。!?…\n\r'].map((c) => [c, 'stop'] as const),
]);

/** Marks that open a line or a group: □ ■ ◎ ▲. */
export function isMark(char: string): boolean {
  return kinds.get(char) === 'mark';
}

/** Characters with which some word of ours begins: at any other there is nothing to look up. */
const starters = new Set([
  ...[...words.titles, ...words.works, ...words.modifiers, ...words.tails].map((word) => word.charAt(0)),
  ...singleWorks,
  ...digits,
  ...'驻电讯',
]);

/** Cuts folded text from `from` to `to` into items. One pass; every lookup is bounded by the longest word. */
export function scan(s: string, from: number, to: number): Item[] {
  const items: Item[] = [];
  let start = -1;
  let i = from;
  const word = (end: number) => {
    if (start >= 0 && end > start) items.push({ kind: 'word', from: start, to: end });
    start = -1;
  };
  const push = (kind: Item['kind'], end: number) => {
    word(i);
    items.push({ kind, from: i, to: end });
    i = end;
  };
  while (i < to) {
    const char = s.charAt(i);
    if (char === ' ') {
      push('space', skipSpaces(s, i, to));
      continue;
    }
    const kind = kinds.get(char);
    if (kind) {
      push(kind, i + 1);
      continue;
    }
    if (!starters.has(char)) {
      if (start < 0) start = i;
      i++;
      continue;
    }
    const fresh = start < 0;
    const label = fresh || s.startsWith('供图', i) ? labelEnd(s, i, to) : 0;
    const tail = tailAt(s, i, to);
    const labelled = label > 0 && i + tail <= label && '/|:'.includes(s.charAt(skipSpaces(s, label, to)));
    if (tail > 0 && !labelled && i + tail >= label && (fresh || i - start >= 2)) {
      push('tail', i + tail);
      continue;
    }
    if (char === '驻') {
      const posted = postingEnd(s, i, to);
      if (posted > 0) {
        if (start < 0) start = i;
        i = posted;
        continue;
      }
    }
    const title = start >= 0 && endsOutlet(s, start, i) ? 0 : titleAt(s, i, to);
    if (label > 0 && label - i >= title) {
      push('work', label);
      continue;
    }
    if (title > 0) {
      push('title', i + title);
      continue;
    }
    const work = workAt(s, i, to);
    if (work > 0 && workStands(s, i, i + work, to, fresh)) {
      push('work', i + work);
      continue;
    }
    if (
      (fresh || char === '摄' || (char === '绘' && i - start >= 2)) &&
      singleWorks.includes(char) &&
      closesWord(s, i + 1, to)
    ) {
      push('work', i + 1);
      continue;
    }
    // 李海台北3日电: the verb of a dateline that stands at its end.
    if (fresh && '电讯'.includes(char) && items[items.length - 1]?.kind === 'date' && closesWord(s, i + 1, to)) {
      push('tail', i + 1);
      continue;
    }
    const date = digits.includes(char) ? dateEnd(s, i, to) : 0;
    if (date > 0) {
      push('date', date);
      continue;
    }
    if (start < 0) start = i;
    i++;
  }
  word(to);
  return items;
}

/**
 * Inside a run of characters a work is a role only where a name can touch it: 制图张三 opens, 张三摄影 closes; in
 * 梨视频 or 上海摄影家 it is a part of the word.
 */
function workStands(s: string, from: number, end: number, to: number, fresh: boolean): boolean {
  if (!fresh && words.thingWorks.includes(s.slice(from, end)) && s.charAt(end) !== ':') return false;
  if (closesWord(s, end, to))
    return !words.outletEndings.includes(s.slice(from, end)) || fresh || s.charAt(end) === ':';
  if (!fresh || (words.thingWorks.includes(s.slice(from, end)) && !/^(?:图片|视频|文字)$/.test(s.slice(from, end))))
    return false;
  const rest = wordLength(s, end, to);
  return (
    rest >= 2 &&
    rest <= 4 &&
    !/^(?:由|均|为|来|自|据|说|中|显|展|的|是|家|队|部|社|网|号|师|者|组)/.test(s.slice(end, end + 1))
  );
}

/** 驻美国、日本特约记者: a posting to several places is one word; its end, where the title begins, or 0. */
function postingEnd(s: string, i: number, to: number): number {
  let several = false;
  for (let k = i + 1; k < Math.min(to, i + 40); k++) {
    if (titleAt(s, k, to) > 0) return several ? k : 0;
    const char = s.charAt(k);
    if (char === '、' || char === '和') several = true;
    else if (kinds.has(char) || char === ' ') return 0;
  }
  return 0;
}

/** 39度视频首席记者: 视频 belongs to the outlet, not to the title, unless what is before it is an outlet already. */
function endsOutlet(s: string, start: number, i: number): boolean {
  for (const modifier of modifierIndex.get(s.charAt(i)) ?? []) {
    if (!s.startsWith(modifier, i) || !words.outletEndings.includes(modifier)) continue;
    return !isOutlet(s.slice(start, i));
  }
  return false;
}

function wordLength(s: string, i: number, to: number): number {
  let k = i;
  while (k < to && k - i < 12 && !closesWord(s, k, to)) k++;
  return k - i;
}
