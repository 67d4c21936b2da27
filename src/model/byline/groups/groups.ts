import { isName, looksPersonal } from '../names/names.ts';
import { allHan, countChars, isOrganisation, isOutlet } from '../names/outlets.ts';
import { labelWords, works } from '../roles.ts';
import { nameFollows, readRole } from './group-role.ts';
import {
  closeClause,
  countNamed,
  endGroup,
  flush,
  type GroupState,
  type Groups,
  pieceAt,
  startGroups,
} from './group-state.ts';
import { readWord } from './group-word.ts';
import type { Item } from './scan.ts';

export type { Groups, Role } from './group-state.ts';

interface GroupOptions {
  /** Stop at the first thing that is not part of a byline instead of refusing all: body text may follow. */
  readonly open?: boolean;
}

/**
 * Reads `ROLE NAMES` groups: `记者 张三 李四 通讯员王五 摄影报道`. Returns `undefined` for what is not made of roles,
 * names, outlets and tails alone. One pass over the items.
 */
export function readGroups(
  text: string,
  s: string,
  items: readonly Item[],
  options: GroupOptions = {},
): Groups | undefined {
  const state = startGroups(text, s, items, options.open === true);
  let i = 0;
  while (i < items.length) {
    const item = items[i];
    const read = item && readItem(state, item, i);
    if (read === undefined) break;
    i = read + 1;
  }
  flush(state);
  if (i < items.length && !state.open) return undefined;
  addMissingRole(state);
  addGapProblems(state);
  return state;
}

/** Reads the item at `i`. Returns the index of the last item that was read, or `undefined` where the byline ends. */
function readItem(state: GroupState, item: Item, i: number): number | undefined {
  const { items, s, run } = state;
  switch (item.kind) {
    case 'space':
    case 'sep':
    case 'slash':
      return i;
    case 'colon':
      // 记者张三：the sentence begins.
      if (state.tail && items[i - 1]?.kind === 'tail' && items[i + 1]) return undefined;
      return state.role && state.named + run.length > 0 && items[i + 1] && items[i - 1]?.kind === 'word'
        ? undefined
        : i;
    case 'mark':
      flush(state);
      endGroup(state);
      state.end = item.to;
      return i;
    case 'date':
      flush(state);
      state.date ??= pieceAt(state, item.from, item.to);
      state.end = item.to;
      return i;
    case 'open':
      return readAside(state, item, i);
    case 'tail':
      if (nameFollows(items, i + 1, s) && (countNamed(state) === 0 || isSecondWork(state, i))) readRole(state, item, i);
      else readTail(state, item);
      return i;
    case 'title':
    case 'work':
      readRole(state, item, i);
      return i;
    case 'word':
      if (isLabel(state, i) || isFirstLabel(state, i) || isMarkedLabel(state, i)) {
        readRole(state, { kind: 'work', from: item.from, to: item.to }, i);
        return i;
      }
      return readWord(state, item, i);
    default:
      return undefined;
  }
}

/** 口述 张三 整理 李四: a tail in a line of works is one more of them. */
function isSecondWork({ items, roles, s }: GroupState, i: number): boolean {
  const item = items[i];
  const next = items[i + 2];
  return (
    item !== undefined &&
    works.includes(s.slice(item.from, item.to)) &&
    roles.length > 0 &&
    roles.every((role) => role.kind === 'work') &&
    items[i - 1]?.kind === 'space' &&
    items[i + 1]?.kind === 'space' &&
    next?.kind === 'word' &&
    isName(s.slice(next.from, next.to))
  );
}

/** Labels of what is no work of anybody. */
const noRole = /^(?:姓名|单位|地址|电话|地点|主题|标题|题目|导读|栏目|时间|日期|邮箱|附件|附|注|图|文)$/;

/** 灯光：张三: a word that is a role where a mark follows it and a name follows that. */
function isMarkedLabel({ items, s }: GroupState, i: number): boolean {
  const [item, mark] = [items[i], items[i + 1]];
  if (!item || (mark?.kind !== 'colon' && mark?.kind !== 'slash') || !labelWords.has(s.slice(item.from, item.to)))
    return false;
  const named = items[i + 2]?.kind === 'space' ? items[i + 3] : items[i + 2];
  return named?.kind === 'word' && isName(s.slice(named.from, named.to));
}

/** Words for who somebody is or what they answer for end so, those that begin as a name does too. */
const standing = /[者人员师编审校导播]$/;

/**
 * 文编：张三 美编：李四: a label that the lexicon lacks opens the line, a name follows, then a role with the same mark, or
 * a label that is as surely one: 受访者：张三 采访者：李四.
 */
function isFirstLabel({ items, roles, s, run, people }: GroupState, i: number): boolean {
  if (roles.length + run.length + people.length > 0 || i > 1) return false;
  const [item, mark] = [items[i], items[i + 1]];
  if (!item || !mark || (mark.kind !== 'colon' && mark.kind !== 'slash')) return false;
  const word = s.slice(item.from, item.to);
  if (!allHan(word) || countChars(word) < 2 || countChars(word) > 6 || noRole.test(word)) return false;
  if (isOutlet(word) || isOrganisation(word) || (looksPersonal(word) && !standing.test(word))) return false;
  const first = items[i + 2]?.kind === 'space' ? i + 3 : i + 2;
  const named = items[first];
  if (named?.kind !== 'word' || !looksPersonal(s.slice(named.from, named.to))) return false;
  for (let k = first + 1; k < Math.min(items.length - 1, first + 10); k++) {
    const other = items[k];
    const next = items[k + 1]?.kind === 'space' ? items[k + 2] : items[k + 1];
    if (other === undefined || next?.kind !== mark.kind || items[k - 1]?.kind !== 'space') continue;
    if (other.kind === 'word') return standing.test(word) && standing.test(s.slice(other.from, other.to));
    return other.kind === 'title' || other.kind === 'work';
  }
  return false;
}

/** 文字｜张三 执行｜李四: where each role has its mark, a word that has the same mark is a role that the lexicon lacks. */
function isLabel({ items, roles, s, named, run }: GroupState, i: number): boolean {
  const item = items[i];
  const mark = items[i + 1];
  const last = roles[roles.length - 1];
  if (!item || !mark || !last || (mark.kind !== 'colon' && mark.kind !== 'slash')) return false;
  if (items[i - 1]?.kind !== 'space' || items[i + 2]?.kind !== 'word' || named + run.length === 0) return false;
  const word = s.slice(item.from, item.to);
  return s.charAt(last.to) === s.charAt(mark.from) && allHan(word) && countChars(word) >= 2 && countChars(word) <= 5;
}

function readTail(state: GroupState, item: Item): void {
  flush(state);
  state.tail = pieceAt(state, item.from, item.to);
  closeClause(state, state.tail.text);
  endGroup(state);
  state.end = item.to;
}

/** Brackets after somebody: an affiliation, which is passed over, or an agency. */
function readAside(state: GroupState, item: Item, i: number): number | undefined {
  const { items, s } = state;
  const close = closing(items, i);
  const end = items[close];
  if (!end || (countNamed(state) === 0 && state.role === undefined && state.organisations.length === 0))
    return undefined;
  const inner = s.slice(item.to, end.from);
  if (isOrganisation(inner) || isOutlet(inner)) state.organisations.push(pieceAt(state, item.to, end.from));
  state.end = end.to;
  return close;
}

/** People without a role beside others who have one. */
function addMissingRole({ people, problems }: GroupState): void {
  const bare = people.filter((person) => person.role === undefined);
  const first = bare[0];
  const last = bare[bare.length - 1];
  if (!first || !last || bare.length === people.length) return;
  if (problems.some((problem) => problem.code === 'role-after-name')) return;
  problems.push({ code: 'missing-role', from: first.from, to: last.to });
}

function addGapProblems({ gaps, problems }: GroupState): void {
  const first = gaps[0];
  for (const { gap, from, to } of gaps) {
    if (gap.length > 1) problems.push({ code: 'stray-space', from, to });
    else if ((gap === '') !== (first?.gap === '')) problems.push({ code: 'mixed-spacing', from, to });
  }
}

/** The item that closes the bracket opened at `open`, or -1. */
function closing(items: readonly Item[], open: number): number {
  let depth = 0;
  for (let i = open; i < items.length; i++) {
    const kind = items[i]?.kind;
    if (kind === 'open') depth++;
    else if (kind === 'close' && --depth === 0) return i;
  }
  return -1;
}
