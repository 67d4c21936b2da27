import { dateEnd, digits, skipSpaces } from '../head/date.ts';
import { closesWord, modifierIndex, tailAt, titleAt, workAt } from '../lexicon/lookup.ts';
import * as words from '../lexicon/words.ts';
import { looksPersonal } from '../names/names.ts';
import { affiliationEnd, isOutlet } from '../names/outlets.ts';
import { titles, works } from '../roles.ts';

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

const singleWorks = '文图摄影译绘作校编辑';

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
    // No label joins so many works; without an end, 图/图/图/… would be read anew from each of its parts.
    if (parts > 6) return 0;
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

const kinds: ReadonlyMap<string, Item['kind']> = new Map<string, Item['kind']>([
  ...[...'、,;&+'].map((c) => [c, 'sep'] as const),
  ...[...'/|'].map((c) => [c, 'slash'] as const),
  [':', 'colon'],
  ...[...'([【'].map((c) => [c, 'open'] as const),
  ...[...')]】'].map((c) => [c, 'close'] as const),
  ...[...'□▢▣☐■◎●◆▲△▼◇★☆※►▶○'].map((c) => [c, 'mark'] as const),
  ...[...'。!?…\n\r'].map((c) => [c, 'stop'] as const),
]);

/** 南方+记者: a plus that belongs to an outlet's name. */
const plusInName = /^ ?(?:记者|客户端)/;

/** 责 编：, 审 核：: a label of two characters, padded to the width of another; its match. */
function spacedLabel(s: string): RegExpExecArray | null {
  const found = /^(\p{Script=Han}) {1,4}(\p{Script=Han})(?= {0,2}[:|/])/u.exec(s);
  return found && (titles.includes(`${found[1]}${found[2]}`) || works.includes(`${found[1]}${found[2]}`))
    ? found
    : null;
}

/** Marks that open a line or a group: □ ■ ◎ ▲. */
export function isMark(char: string): boolean {
  return kinds.get(char) === 'mark' || (char !== '' && '〇☉◉⊙▌▍▎▏▊█▪▸❖✎✍◆◤◢'.includes(char));
}

/** Characters with which some word of ours begins: at any other there is nothing to look up. */
const starters = new Set([
  ...[...titles, ...works, ...words.modifiers, ...words.tails].map((word) => word.charAt(0)),
  ...singleWorks,
  ...digits,
  ...'驻电讯',
]);

/** Whether the character before `i` is the second of a letter-spaced name: `苏 禾报道`. */
function endsSpacedName(items: readonly Item[], start: number, i: number): boolean {
  const before = items.at(-2);
  return i - start === 1 && items.at(-1)?.kind === 'space' && before?.kind === 'word' && before.to - before.from === 1;
}

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
    const kind = char === '+' && start >= 0 && plusInName.test(s.slice(i + 1, i + 5)) ? undefined : kinds.get(char);
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
    // 记　者：张三: a label that is letter-spaced to the width of another.
    const wide = fresh
      ? (/^(?:记 +者|作 +者|文 +字|摄 +影|编 +辑|撰 +文|校 +对)(?= *[:|/]| )/.exec(s.slice(i, i + 12)) ??
        spacedLabel(s.slice(i, i + 14)))
      : null;
    if (wide) {
      push(titles.includes(wide[0].replace(/ /g, '')) ? 'title' : 'work', i + wide[0].length);
      continue;
    }
    const label = fresh || s.startsWith('供图', i) ? labelEnd(s, i, to) : 0;
    const tail = tailAt(s, i, to);
    const labelled = label > 0 && i + tail <= label && '/|:'.includes(s.charAt(skipSpaces(s, label, to)));
    if (tail > 0 && !labelled && i + tail >= label && (fresh || i - start >= 2 || endsSpacedName(items, start, i))) {
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
      (fresh || ('摄绘'.includes(char) && closesName(s, items, start, i))) &&
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

/** 高远摄: a name stands before the work; in 通讯员 李摄 and 水利局虞绘 the character is the name's own. */
function closesName(s: string, items: readonly Item[], start: number, i: number): boolean {
  const before = s.slice(start, i);
  if (before.length < 2) return endsSpacedName(items, start, i);
  return affiliationEnd(before + s.charAt(i), looksPersonal) === 0 || affiliationEnd(before, looksPersonal) > 0;
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
    // 海州晚报·晚视频记者: what stands after the interpunct is a name by itself.
    const before = s.slice(start, i);
    return !isOutlet(before.slice(before.lastIndexOf('·') + 1));
  }
  return false;
}

function wordLength(s: string, i: number, to: number): number {
  let k = i;
  while (k < to && k - i < 12 && !closesWord(s, k, to)) k++;
  return k - i;
}
