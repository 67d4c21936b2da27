import { givenCharacters, notNames } from '../lexicon/words.ts';
import { isName, looksPersonal, seams } from '../names/names.ts';
import { allHan, countChars, isOutlet, isPlace, placeSuffix } from '../names/outlets.ts';
import { departureIn, townEnding } from './departure.ts';
import { countNamed, flush, type GroupState, isWaiting, pieceAt } from './group-state.ts';
import type { Item } from './scan.ts';

const sentenceWords = new Set(notNames);

/** A place that stands before a tail (北京报道), on its own, in a list or glued to a name, or after 发自. */
export function readPlace(state: GroupState, item: Item, i: number): number | undefined {
  const { items, s } = state;
  const next = items[i + 1];
  const word = s.slice(item.from, item.to);
  const waiting = isWaiting(state);
  const place = (from: number, to: number, last: number): number => {
    flush(state);
    state.place ??= pieceAt(state, from, to);
    state.end = to;
    return last;
  };
  const closer = next?.kind === 'tail' || next?.kind === 'date';
  const left = departureIn(word, state.role !== undefined);
  if (left) {
    state.run.push({ from: item.from, to: item.from + left.name });
    return place(item.from + left.place, item.to, i);
  }
  if (countNamed(state) > 0) {
    if (word.startsWith('发自') && word.length > 2) return place(item.from + 2, item.to, i);
    const after = items[i + 2];
    if (word === '发自' && next?.kind === 'space' && after?.kind === 'word') return place(after.from, after.to, i + 2);
    if (!waiting && isPlace(word)) {
      const listed = placesEnd(items, i, s);
      if (listed > i) return place(item.from, items[listed]?.to ?? item.to, listed);
      if (closer || (next?.kind === 'space' && items[i + 2]?.kind === 'tail')) return place(item.from, item.to, i);
    }
    const slashed = items[i - 1]?.kind === 'space' && items[i - 2]?.kind === 'slash' ? items[i - 2] : items[i - 1];
    if (!waiting && isUnknownPlace(state, word, slashed, next)) return place(item.from, item.to, i);
  }
  const known = closer && (!waiting || word.length >= 4) ? placeSuffix(word) : 0;
  const glue = known > 0 ? known : unknownPlaceSuffix(state, word, next);
  const rest = word.slice(0, word.length - glue);
  if (glue === 0 || !isName(rest) || isOutlet(rest)) return undefined;
  state.run.push({ from: item.from, to: item.to - glue });
  state.place ??= pieceAt(state, item.to - glue, item.to);
  state.end = item.to;
  return i;
}

/** 记者尧舟临屿报道: two characters that no name begins, run into a name that is whole without them. */
function unknownPlaceSuffix({ s, role, outlet }: GroupState, word: string, next: Item | undefined): number {
  if (role?.kind !== 'title' || next === undefined || !allHan(word)) return 0;
  const size = countChars(word);
  // 中央社記者陸曉晴河灣18日電 always says where.
  if (next.kind === 'date' && size >= 4 && size <= 7 && outlet && /中央社$/.test(s.slice(outlet.from, outlet.to))) {
    // 張祈花蓮縣: no county or city there has a name of one character.
    const sizes = [3, 2].filter(
      (n) => size - n >= 2 && looksPersonal(word.slice(0, n)) && !(size - n === 2 && /[县市]$/.test(word)),
    );
    const known = sizes.find((n) => isPlace(word.slice(n)) || (size - n === 2 && townEnding.test(word)));
    const name = known ?? sizes.find((n) => n === 2 || givenCharacters.includes(word.charAt(2)));
    return name === undefined ? 0 : size - name;
  }
  const end = word.slice(-2);
  if (size < 4 || size > 5 || !looksPersonal(word.slice(0, -2))) return 0;
  // 记者陆晓晴海州1日电: between a name and a day stands a place.
  if (next.kind === 'date')
    return townEnding.test(end) || (seams(word) === undefined && (size === 5 || !looksPersonal(end))) ? 2 : 0;
  if (next.kind !== 'tail' || !/(?:报[道导]|直[击擊])$/.test(s.slice(next.from, next.to))) return 0;
  if (townEnding.test(end)) return 2;
  return next.to - next.from === 2 && !looksPersonal(end) && seams(word) === undefined ? 2 : 0;
}

/**
 * 本报记者 张三 渡口报道: what touches 报道 or 摄影报道, after a reporter and a space, two characters that do not begin as
 * a name does, is where the report is from.
 */
function isUnknownPlace({ s, text, role, items }: GroupState, word: string, before?: Item, next?: Item): boolean {
  if (next?.kind !== 'tail' || !/(?:报[道导]|直[击擊])$/.test(s.slice(next.from, next.to))) return false;
  // 記者張三／台東報導: what a slash parts from the people is where they report from.
  if (before?.kind === 'slash' && items.length > 3) return allHan(word) && !/^(?:综合|即时|专题)/.test(word);
  if (before?.kind !== 'space') return false;
  if (role?.kind === 'title' && townEnding.test(word) && allHan(word) && countChars(word) === 2) return true;
  if (role?.kind !== 'title' || !/(?:[记記]者|通[讯訊][员員]|实习生|见习生)$/.test(role.text)) return false;
  // 清河报讯（记者张三 訾禾报道）: the head has said where, and this is a person of a rare surname; Hong Kong writes so.
  const open = (items[0]?.from ?? 0) - 1;
  const headed = '([【'.includes(s.charAt(open) || '.') && s.slice(0, open).trim() !== '';
  if (headed && !text.slice(next.from, next.to).includes('報')) return false;
  // In brackets (清河报讯（记者张三 訾禾报道）) it is a person of a rare surname, but where Hong Kong writes it.
  return allHan(word) && countChars(word) === 2 && !looksPersonal(word) && !sentenceWords.has(word);
}

/** The last of several places before a tail: 上海、北京报道. Its index, or -1. */
function placesEnd(items: readonly Item[], start: number, s: string): number {
  for (let i = start; i + 2 < items.length && i < start + 12; i += 2) {
    const mark = items[i + 1];
    const word = items[i + 2];
    if (mark?.kind !== 'sep' && mark?.kind !== 'slash') return -1;
    if (word?.kind !== 'word' || !isPlace(s.slice(word.from, word.to))) return -1;
    const after = items[i + 3]?.kind === 'space' ? items[i + 4] : items[i + 3];
    if (after?.kind === 'tail') return i + 2;
  }
  return -1;
}
