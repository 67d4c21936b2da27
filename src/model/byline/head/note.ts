import { byline } from '../build-byline.ts';
import type { Byline, BylineKind, Person, Problem } from '../byline.ts';
import { type Item, scan } from '../groups/scan.ts';
import { isName, looksPersonal, namesOf, type Span } from '../names/names.ts';
import { allHan, countChars, isAffiliation, isOrganisation, isOutlet } from '../names/outlets.ts';
import { skipSpaces } from './date.ts';

/**
 * A note on the author: `作者：张三（X大学教授）`, `（作者单位：X研究院 张三）`, `作者系X大学教授`. The people are those
 * who are named, before the affiliation or after it; their role is 作者. `undefined` for anything else, plain
 * `作者：张三` included.
 */
export function readNote(text: string, s: string, from: number, to: number): Byline | undefined {
  const first = /^([\p{Script=Han}·]{2,12}), ?(?:本文)?作者(?:单位|系|为|是)/u.exec(
    s.slice(from, Math.min(to, from + 24)),
  );
  if (first?.[1] && shortName(first[1])) {
    // 厉棠，作者系某大学副教授
    const at = s.indexOf('作者', from);
    const role = { text: text.slice(at, at + 2), from: at, to: at + 2 };
    const people = namesOf(text, s, [{ from, to: from + first[1].length }], role.text, []);
    return byline('note', from, to, { people, roles: [role] });
  }
  if (!s.startsWith('作者', from) && !/^(?:本文|本栏|专栏)作者/.test(s.slice(from, from + 4))) return undefined;
  const label = s.indexOf('作者', from);
  const roleTo = label + (/^作者(?:简介|介绍)(?= *:)/.test(s.slice(label, label + 8)) ? 4 : 2);
  const stated = /^(?:(?:分别|均|现|曾)?(?:单位|系|为|是)) *:? */.exec(s.slice(roleTo, roleTo + 8));
  const problems: Problem[] = [];
  const role = text.slice(label, roleTo);
  const note = (people: readonly Person[], kind: BylineKind): Byline => ({
    kind,
    from,
    to,
    outlet: undefined,
    place: undefined,
    date: undefined,
    verb: undefined,
    people,
    roles: [{ text: role, from: label, to: roleTo }],
    ok: problems.length === 0,
    problems,
  });
  if (stated) {
    return note(lastNames(text, s, scan(s, roleTo + stated[0].length, to), role, problems), 'note');
  }
  // 作者张三系某大学教授
  const called = /^([\p{Script=Han}·]{2,12}?)(?:, *)?(?:分别|均|现)?(?:系|为|是)(?=\p{Script=Han})/u.exec(
    s.slice(roleTo, roleTo + 20),
  );
  if (called?.[1] && shortName(called[1])) {
    const spans: Span[] = [{ from: roleTo, to: roleTo + called[1].length }];
    // 作者张三系某大学教授、李四系某大学讲师
    for (const more of s.slice(roleTo, to).matchAll(/[、,;] ?([\p{Script=Han}·]{2,4}?)(?:系|为|是)/gu)) {
      const at = roleTo + more.index + more[0].indexOf(more[1] ?? '');
      if (more[1] && shortName(more[1])) spans.push({ from: at, to: at + more[1].length });
    }
    return note(namesOf(text, s, spans, role, problems), 'note');
  }
  // 作者张三，某大学教授
  const posted = /^([\p{Script=Han}·]{2,6})[,:] ?([\p{Script=Han}]{4,30})$/u.exec(
    s.slice(roleTo, Math.min(to, roleTo + 40)),
  );
  if (posted?.[1] && posted[2] && roleTo + posted[0].length === to && shortName(posted[1]) && isAffiliation(posted[2]))
    return note(namesOf(text, s, [{ from: roleTo, to: roleTo + posted[1].length }], role, problems), 'note');
  let at = skipSpaces(s, roleTo, to);
  if (':/|'.includes(s.charAt(at)) && at < to) at = skipSpaces(s, at + 1, to);
  else if (at === roleTo) return undefined;
  const items = scan(s, at, to);
  const spans: Span[] = [];
  let i = 0;
  for (; i < items.length; i++) {
    const item = items[i];
    if (!item) break;
    if (item.kind === 'space' || (item.kind === 'sep' && '、&'.includes(s.charAt(item.from)))) continue;
    if (item.kind !== 'word') break;
    const word = s.slice(item.from, item.to);
    if (!shortName(word) || items[i + 1]?.kind === 'title') break;
    spans.push({ from: item.from, to: item.to });
  }
  const rest = items.slice(i).filter((item) => item.kind !== 'space');
  if (rest.length === 0) return undefined;
  if (spans.length > 0) {
    const first = rest[0];
    if (!first || !affiliationFollows(s, first, rest)) return undefined;
    return note(namesOf(text, s, spans, role, problems), 'line');
  }
  // Titles first, the name last: 作者：X党校国际战略研究院教授 赵六.
  if (rest.some((item) => item.kind === 'title' && /执笔|记者|通讯员|编辑/.test(s.slice(item.from, item.to))))
    return undefined;
  const people = lastNames(text, s, items, role, problems);
  return people.length > 0 ? note(people, 'line') : undefined;
}

function shortName(word: string): boolean {
  return (
    isName(word) &&
    !isOrganisation(word) &&
    !isOutlet(word) &&
    (word.includes('·') || !allHan(word) || countChars(word) <= 4 || false)
  );
}

/** Brackets, `，系…`, `，单位：…` or a word that is too long for a name. */
function affiliationFollows(s: string, first: Item, rest: readonly Item[]): boolean {
  if (first.kind === 'open') {
    const close = rest.findIndex((item) => item.kind === 'close');
    return close > 0 && rest.slice(close + 1).every((item) => item.kind === 'stop');
  }
  const second = rest[1];
  if (first.kind === 'sep') {
    return (
      second?.kind === 'word' &&
      (/^(?:系|为|是|单位|现为|现任|来自|均)/.test(s.slice(second.from, second.to)) || second.to - second.from > 4)
    );
  }
  return first.kind === 'word' && first.to - first.from > 4 && isAffiliation(s.slice(first.from, first.to));
}

/** Where a name begins that touches the post before it, or 0. */
function afterPost(word: string): number {
  if (isOrganisation(word)) return 0;
  for (const size of [3, 2, 4]) {
    const at = word.length - size;
    if (at < 4 || !isAffiliation(word.slice(0, at))) continue;
    if (looksPersonal(word.slice(at))) return at;
  }
  return 0;
}

/** The name at the end of an affiliation, after a space: `军事科学院 陈　岳`. */
function lastNames(text: string, s: string, items: readonly Item[], role: string, problems: Problem[]): Person[] {
  const spans: Span[] = [];
  let i = items.length - 1;
  for (; i >= 0; i--) {
    const item = items[i];
    if (!item || item.kind === 'stop') continue;
    if (item.kind === 'space' || (item.kind === 'sep' && s.charAt(item.from) === '、' && spans.length > 0)) continue;
    if (item.kind !== 'word') break;
    const word = s.slice(item.from, item.to);
    const post = spans.length === 0 && !shortName(word) ? afterPost(word) : 0;
    // 水渠村党支部书记缪一诺: the name touches the post.
    if (post > 0) return namesOf(text, s, [{ from: item.from + post, to: item.to }], role, problems);
    // 主任、教授 邬蔓: a post is nobody.
    if (!shortName(word) || (spans.length > 0 && isAffiliation(word))) break;
    const before = items[i - 1];
    if (before && before.kind !== 'space' && !(before.kind === 'sep' && s.charAt(before.from) === '、')) break;
    spans.unshift({ from: item.from, to: item.to });
    if (i === 0) return [];
  }
  return spans.length > 0 && i >= 0 ? namesOf(text, s, spans, role, problems) : [];
}
