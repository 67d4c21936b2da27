import type { Person, Piece } from '../byline.ts';
import { columnWords } from '../lexicon/words.ts';
import { isForeign, looksPersonal, seams } from '../names/names.ts';
import { countChars, isOrganisation, isOutlet, isPlace } from '../names/outlets.ts';
import { type Groups, readGroups } from './groups.ts';
import { isMark, scan } from './scan.ts';

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '【': '】' };

/** Where a bracket closes: its offset, and whether with a mark of another shape or width. -1: it does not. */
export function findClose(
  text: string,
  s: string,
  open: number,
  to: number,
): { readonly at: number; readonly mixed: boolean } {
  const opener = s.charAt(open);
  const closer = closers[opener] ?? ')';
  let depth = 0;
  for (let i = open; i < to; i++) {
    const char = s.charAt(i);
    if (char === opener) depth++;
    else if (char === closer && --depth === 0) {
      const wide = (at: number) => text.charCodeAt(at) > 0x7f;
      return { at: i, mixed: wide(open) !== wide(i) };
    } else if (char === '\n') break;
  }
  return { at: -1, mixed: false };
}

/** Whether what stands in brackets after a dateline is a column or a genre (国际观察) rather than people. */
export function isColumnTag(s: string, from: number, to: number): boolean {
  const words = s.slice(from, Math.min(to, from + 60)).split(/[ 、,;:/]+/);
  const [only = ''] = words;
  // 中新财经 高远: an outlet and somebody of it, and no column.
  const [, ...others] = words;
  if (words.length > 1 && isOutlet(only) && others.every((word) => looksPersonal(word))) return false;
  // Four characters alone (渡口行动) are a column, unless they begin as a name does or are those of a foreign one.
  if (
    words.length === 1 &&
    countChars(only) >= 4 &&
    !only.includes('·') &&
    !looksPersonal(only) &&
    !isForeign(only) &&
    !seams(only)
  )
    return true;
  return words.some(isColumnWord);
}

const columns = new Set(columnWords);

/** Whether a word is or holds the name of a column; 王新华 is a person for all that. */
function isColumnWord(word: string): boolean {
  return columns.has(word) || (!looksPersonal(word) && columnWords.some((column) => word.includes(column)));
}

/** People in brackets: groups of roles, or bare names. */
export function readInside(text: string, s: string, from: number, to: number): Groups | undefined {
  const groups = readGroups(text, s, scan(s, from, to));
  return groups && (groups.people.length > 0 || groups.roles.length > 0) ? groups : undefined;
}

/** The people of groups; where no title is written, the work or tail that closes them is the role. */
export function titleless(groups: Groups): readonly Person[] {
  if (groups.roles.some((role) => role.kind === 'title')) return groups.people;
  return groups.people.map((person, i) => {
    const closing = groups.closings.find((each) => i >= each.start && i < each.end);
    return person.role === undefined && closing ? { ...person, role: closing.text } : person;
  });
}

/** Groups that are not in brackets and may run into body text: they end with their tail, or before the text. */
export function readOpen(text: string, s: string, from: number, to: number): Groups | undefined {
  const reach = Math.min(to, from + 240);
  const report = /报[道导](?=[:, ]|$)/.exec(s.slice(from, reach));
  if (report) {
    const end = from + report.index + 2;
    const whole = readGroups(text, s, scan(s, from, end));
    if (whole && whole.people.length > 0) return whole;
  }
  const groups = readGroups(text, s, scan(s, from, reach), { open: true });
  if (!groups || groups.people.length === 0) return undefined;
  // What ends here must end at a pause, or it is the beginning of a sentence.
  const last = groups.people[groups.people.length - 1];
  const after = s.charAt(groups.end);
  return last && (groups.end >= to || ' :,)]】(。'.includes(after)) ? groups : undefined;
}

/** 某县融媒体中心：张三、李四: a desk signs, with a colon before its people. */
export function isDesk(s: string, desk: Piece, people: readonly Person[]): boolean {
  if (!/(?:融媒体中心|融媒体|融媒|电视台|广播站|通讯组|报道组|宣传部|编辑部)$/.test(s.slice(desk.from, desk.to)))
    return false;
  if (!/^ *: *$/.test(s.slice(desk.to, people[0]?.from)) || people.length > 6) return false;
  const names = people.map((person) => s.slice(person.from, person.to).replace(/ /g, ''));
  return names.every((name) => !isColumnWord(name)) && names.some((name) => looksPersonal(name));
}

/** Whether a short word that begins as a name does is one for a thing: 方法论, 白皮书, 全文完. */
export function isThing(word: string): boolean {
  return thing.test(word);
}

const thing = /[说袋馆录论书词点法式图表版页册栏室员者性化率度量值类型器机件包库码集群组篇章节段课期刊报完目]$/;

/** A line of names and nothing else: each must look like one, unless a mark (□) says that it is a signature. */
export function isBareNames(s: string, people: readonly Person[]): boolean {
  const marked = isMark(s.trimStart().charAt(0));
  if (people.length > 6) return false;
  return people.every((person, i) => {
    const name = s.slice(person.from, person.to).replace(/ /g, '');
    if (isColumnWord(name) || isPlace(name) || isOrganisation(name)) return false;
    const next = people[i + 1];
    if (next && /[^ 、]/.test(s.slice(person.to, next.from))) return false;
    // 方法论, 白皮书, 高频词: a word for a thing.
    if (!marked && people.length === 1 && thing.test(name)) return false;
    return marked ? countChars(name) >= 2 && countChars(name) <= 4 : looksPersonal(name);
  });
}
