import type { Person, Piece } from './byline.ts';
import { isName, namesOf, type Span } from './byline-names.ts';
import { allHan, countChars, isOrganisation, isOutlet, isPlace, outletPrefix, placeSuffix } from './byline-outlets.ts';
import type { Item } from './byline-scan.ts';
import { notNames, outletNames, penNameEndings, proseBeforeTitle } from './byline-words.ts';
import type { Problem } from './read-byline.ts';

const sentenceWords = new Set(notNames);

/** A role as it was written, with where its group begins. */
export interface Role {
  readonly kind: 'title' | 'work';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Groups of people read from a run of items. */
export interface Groups {
  readonly outlet: Piece | undefined;
  readonly place: Piece | undefined;
  readonly date: Piece | undefined;
  readonly people: readonly Person[];
  readonly problems: readonly Problem[];
  /** Organisations that were named in a person's stead, stock agencies in brackets included. */
  readonly organisations: readonly Piece[];
  /** Roles in written order. */
  readonly roles: readonly Role[];
  /** The tail (摄影报道), or a work that closes the last group (…摄). */
  readonly tail: Piece | undefined;
  /** Works and tails that stand after their people (张三 文 李四 摄), with the range of people that each closes. */
  readonly closings: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  /** Where the last group that was understood ends. */
  readonly end: number;
}

export interface GroupOptions {
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
  const people: Person[] = [];
  const problems: Problem[] = [];
  const organisations: Piece[] = [];
  const roles: Role[] = [];
  const gaps: { readonly gap: string; readonly from: number; readonly to: number }[] = [];
  let outlet: Piece | undefined;
  let place: Piece | undefined;
  let date: Piece | undefined;
  let tail: Piece | undefined;
  let role: Role | undefined;
  /** People already counted to the present role. */
  let named = 0;
  let run: Span[] = [];
  let unlabelled = 0;
  const closings: { start: number; end: number; text: string }[] = [];
  let clause = 0;
  const close = (by: string) => {
    if (people.length > clause) closings.push({ start: clause, end: people.length, text: by });
    clause = people.length;
  };
  let end = items[0]?.from ?? 0;

  const piece = (from: number, to: number): Piece => {
    const quoted = s.charAt(from) === '《' && s.charAt(to - 1) === '》' ? 1 : 0;
    return { text: text.slice(from + quoted, to - quoted), from: from + quoted, to: to - quoted };
  };
  const flush = () => {
    if (run.length === 0) return;
    const found = namesOf(text, s, run, role?.text, problems);
    people.push(...found);
    named += found.length;
    if (role === undefined) unlabelled += found.length;
    run = [];
  };
  const takeOutlet = (from: number, to: number) => {
    let start = from;
    const joiner = s.charAt(from - 1);
    const previous = organisations[organisations.length - 1];
    if (previous && previous.to === from - 1 && '/、-·'.includes(joiner)) {
      organisations.pop();
      start = previous.from;
    }
    // 本文由海川日报记者…: the outlet begins after 由.
    const by = s.lastIndexOf('由', to - 1);
    if (by >= start && isOutlet(s.slice(by + 1, to))) start = by + 1;
    if (!/^本[文版期组]/.test(s.slice(start, to))) outlet ??= piece(start, to);
  };

  let i = 0;
  for (; i < items.length; i++) {
    const item = items[i];
    if (!item) break;
    const next = items[i + 1];
    const previous = items[i - 1];
    if (item.kind === 'space' || item.kind === 'sep') continue;
    if (item.kind === 'slash' || item.kind === 'colon') {
      if (
        item.kind === 'colon' &&
        people.length + run.length > 0 &&
        role &&
        named + run.length > 0 &&
        next &&
        previous?.kind === 'word'
      )
        break;
      continue;
    }
    if (item.kind === 'mark') {
      flush();
      role = undefined;
      named = 0;
      end = item.to;
      continue;
    }
    if (item.kind === 'stop' || item.kind === 'close') break;
    if (item.kind === 'date') {
      flush();
      date ??= piece(item.from, item.to);
      end = item.to;
      continue;
    }
    if (item.kind === 'open') {
      const close = closing(items, i);
      if (close < 0) break;
      const inner = s.slice(item.to, items[close]?.from);
      if (people.length + run.length === 0 && role === undefined && organisations.length === 0) break;
      if (isOrganisation(inner) || isOutlet(inner)) organisations.push(piece(item.to, items[close]?.from ?? item.to));
      end = items[close]?.to ?? item.to;
      i = close;
      continue;
    }
    const leads = item.kind === 'tail' && people.length + run.length === 0 && nameFollows(items, i + 1, s);
    if (item.kind === 'tail' && !leads) {
      flush();
      tail = piece(item.from, item.to);
      close(tail.text);
      end = item.to;
      role = undefined;
      named = 0;
      continue;
    }
    if (item.kind === 'title' || item.kind === 'work' || leads) {
      const glued = previous?.kind === 'word' && run.length > 0 && run[run.length - 1]?.to === item.from;
      const closes =
        !nameFollows(items, i + 1, s) ||
        closesClause(item, items, i, run.length > 0 || people.length > clause, roles, s);
      if (glued && !closes)
        problems.push({
          code: 'glued-groups',
          from: run[run.length - 1]?.from ?? item.from,
          to: item.to,
          at: item.from,
        });
      flush();
      const here: Role = {
        kind: item.kind === 'title' ? 'title' : 'work',
        text: text.slice(item.from, item.to).replace(/\s+/g, ''),
        from: item.from,
        to: item.to,
      };
      if (closes && people.length > 0) {
        if (item.kind === 'title' && named > 0 && role === undefined) {
          const last = people[people.length - 1];
          problems.push({ code: 'role-after-name', from: last?.from ?? item.from, to: item.to });
          relabel(people, people.length - unlabelled, here.text);
          unlabelled = 0;
        } else if (item.kind === 'work') {
          tail = piece(item.from, item.to);
          close(tail.text);
        } else {
          problems.push({ code: 'missing-name', from: item.from, to: item.to });
        }
        roles.push(here);
        end = item.to;
        if (item.kind === 'title') role = here;
        else if (item.to - item.from > 1 || role?.kind !== 'title') role = undefined;
        named = 0;
        continue;
      }
      const before = roles[roles.length - 1];
      if (role && named === 0 && before === role) {
        const between = s.slice(role.to, item.from);
        const same = s.slice(role.from, role.to) === s.slice(item.from, item.to);
        if (same && between.trim() === '') problems.push({ code: 'doubled-role', from: role.to, to: item.to });
        if (role.kind === 'work' && item.kind === 'work' && /^\s*[/、&+·]\s*$/.test(between)) {
          roles.pop();
          role = { kind: 'work', text: text.slice(role.from, item.to), from: role.from, to: item.to };
          roles.push(role);
          end = item.to;
          continue;
        }
      }
      role = here;
      named = 0;
      roles.push(here);
      const gap = next?.kind === 'space' ? s.slice(next.from, next.to) : next?.kind === 'word' ? '' : undefined;
      if (gap !== undefined && nameFollows(items, i + 1, s))
        gaps.push({ gap, from: item.to, to: item.to + gap.length });
      end = item.to;
      continue;
    }
    // A word.
    const word = s.slice(item.from, item.to);
    if (word === '·' && (organisations.length > 0 || outlet) && run.length === 0) continue;
    if (word === '和' || word === '与' || word === '及' || word === '—' || word === '-' || word === '——') continue;
    // 本栏稿件由张三采写: the names begin after 由.
    const by = i === 0 ? /^(?:本|以上|该|此)[^ ]{1,10}?由(?=.)/.exec(word) : null;
    if (by && next?.kind !== 'title') {
      const name = word.slice(by[0].length);
      if (!isName(name)) break;
      run.push({ from: item.from + by[0].length, to: item.to });
      end = item.to;
      continue;
    }
    const touchesRole =
      next?.kind === 'title'
        ? nameFollows(items, i + 2, s) || isOutlet(word)
        : next?.kind === 'work' && nameFollows(items, i + 2, s) && !closesClause(next, items, i + 1, true, roles, s);
    const waiting = role !== undefined && named === 0 && run.length === 0;
    if (touchesRole && /^(?:本|以上|该|此).{1,10}由$/.test(word)) continue;
    if (touchesRole) {
      const label = role?.kind === 'work' && waiting;
      const split = seamBeforeOutlet(word, role !== undefined && !label, waiting && !label);
      if (split < 0 || (split === 0 && proseBeforeTitle.includes(word.charAt(word.length - 1)) && !isOutlet(word)))
        break;
      if (split > 0) {
        if (!isName(word.slice(0, split))) break;
        run.push({ from: item.from, to: item.from + split });
        if (split < word.length) {
          problems.push({ code: 'glued-groups', from: item.from, to: next?.to ?? item.to, at: item.from + split });
          flush();
        }
      }
      if (split < word.length) {
        flush();
        const posting = word.indexOf('驻', split);
        const outletTo = posting > split || posting === 0 ? item.from + posting : item.to;
        if (outletTo > item.from + split) takeOutlet(item.from + split, outletTo);
        role = undefined;
        named = 0;
      }
      end = item.to;
      continue;
    }
    // 上海、北京报道
    const listed = people.length + run.length > 0 && !waiting && isPlace(word) ? placesEnd(items, i, s) : -1;
    if (listed > i) {
      flush();
      place ??= piece(item.from, items[listed]?.to ?? item.to);
      i = listed;
      end = items[listed]?.to ?? item.to;
      continue;
    }
    const report =
      next?.kind === 'tail' || next?.kind === 'date' || (next?.kind === 'space' && items[i + 2]?.kind === 'tail');
    if (report && people.length + run.length > 0 && isPlace(word) && !waiting) {
      flush();
      place ??= piece(item.from, item.to);
      end = item.to;
      continue;
    }
    if (word.startsWith('发自') && people.length + run.length > 0) {
      flush();
      place = piece(item.from + 2, item.to);
      end = item.to;
      continue;
    }
    const closer = next?.kind === 'tail' || next?.kind === 'date';
    const glue = closer && (!waiting || word.length >= 4) ? placeSuffix(word) : 0;
    if (glue > 0 && isName(word.slice(0, word.length - glue)) && !isOutlet(word.slice(0, word.length - glue))) {
      run.push({ from: item.from, to: item.to - glue });
      place ??= piece(item.to - glue, item.to);
      end = item.to;
      continue;
    }
    const orgs =
      waiting && role?.kind === 'title'
        ? isOrganisation(word) && (countChars(word) > 4 || !allHan(word))
        : isOutlet(word) || isOrganisation(word);
    const supplied = /^(.{2,}?)(?:提供|供图)$/.exec(word);
    if (supplied?.[1] && role?.kind === 'work' && waiting && isOrganisation(supplied[1])) {
      end = item.to;
      role = undefined;
      continue;
    }
    if (orgs || (waiting && isLongOutlet(word))) {
      flush();
      organisations.push(piece(item.from, item.to));
      if (!waiting) {
        role = undefined;
        named = 0;
      }
      if (outlet === undefined && isOutlet(word) && rolesAhead(items, i + 1)) outletLater(item);
      end = item.to;
      continue;
    }
    if (isName(word) || (role !== undefined && isPenName(word) && !options.open)) {
      if (options.open && next?.kind === 'sep' && s.charAt(next.from) === ',' && people.length + run.length > 0) break;
      run.push({ from: item.from, to: item.to });
      end = item.to;
      continue;
    }
    if (word === '·' || word.startsWith('·') || word.endsWith('·')) {
      run.push({ from: item.from, to: item.to });
      continue;
    }
    // An unknown organisation before a name: 学工处 王爱琴报道; a label: 项目组：记者 张三.
    if (people.length + run.length === 0 && role === undefined && !options.open && isLead(word)) {
      organisations.push(piece(item.from, item.to));
      end = item.to;
      continue;
    }
    break;
  }
  flush();
  if (i < items.length && !options.open) return undefined;
  function outletLater(item: Item): void {
    const to = item.to;
    const joined = items.find((other) => other.from === to && (other.kind === 'slash' || other.kind === 'sep'));
    if (!joined) {
      outlet = piece(item.from, item.to);
      organisations.pop();
    }
  }
  if (people.some((person) => person.role === undefined) && people.some((person) => person.role !== undefined)) {
    const bare = people.filter((person) => person.role === undefined);
    const first = bare[0];
    const last = bare[bare.length - 1];
    if (first && last && !problems.some((problem) => problem.code === 'role-after-name')) {
      problems.push({ code: 'missing-role', from: first.from, to: last.to });
    }
  }
  addGapProblems(gaps, problems);
  return { outlet, place, date, people, problems, organisations, roles, tail, closings, end };
}

/**
 * Whether a work closes the names before it although more follows: 摄 always, 文 and 图 between names, as in
 * 张三 文 李四 图, unless the byline opened with one (文/张三 图/李四).
 */
function closesClause(
  item: Item,
  items: readonly Item[],
  at: number,
  named: boolean,
  roles: readonly Role[],
  s: string,
): boolean {
  if (item.kind !== 'work' || !named) return false;
  const next = items[at + 1]?.kind;
  if (next === 'colon' || next === 'slash') return false;
  if (item.to - item.from !== 1) {
    // 李海口述 王朝整理: glued to the name before it, apart from what follows.
    const before = items[at - 1];
    return (
      before?.kind === 'word' &&
      next !== 'word' &&
      next !== 'title' &&
      isName(s.slice(before.from, before.to)) &&
      !isOutlet(s.slice(before.from, before.to))
    );
  }
  return !roles.some(
    (role) => role.kind === 'work' && role.to - role.from === 1 && role.from <= (items[0]?.from ?? 0) + 1,
  );
}

/** Gives the last people of a list a role. */
export function relabel(people: Person[], from: number, role: string): void {
  for (let i = Math.max(0, from); i < people.length; i++) {
    const person = people[i];
    if (person) people[i] = { ...person, role };
  }
}

function addGapProblems(
  gaps: readonly { readonly gap: string; readonly from: number; readonly to: number }[],
  problems: Problem[],
): void {
  const first = gaps[0];
  if (!first) return;
  for (const { gap, from, to } of gaps) {
    if (gap.length > 1) problems.push({ code: 'stray-space', from, to });
    else if ((gap === '') !== (first.gap === '')) problems.push({ code: 'mixed-spacing', from, to });
  }
}

/** The item that closes the bracket opened at `open`, or -1. */
export function closing(items: readonly Item[], open: number): number {
  let depth = 0;
  for (let i = open; i < items.length; i++) {
    const kind = items[i]?.kind;
    if (kind === 'open') depth++;
    else if (kind === 'close' && --depth === 0) return i;
  }
  return -1;
}

function nameFollows(items: readonly Item[], start: number, s: string): boolean {
  for (let i = start; i < items.length; i++) {
    const item = items[i];
    if (!item) return false;
    if (item.kind === 'space' || item.kind === 'colon' || item.kind === 'slash' || item.kind === 'sep') continue;
    return (
      item.kind === 'word' ||
      item.kind === 'title' ||
      (item.kind === 'work' && s.charAt(items[start]?.from ?? 0) !== ' ')
    );
  }
  return false;
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

function rolesAhead(items: readonly Item[], start: number): boolean {
  for (let i = start; i < Math.min(items.length, start + 12); i++) {
    if (items[i]?.kind === 'title') return true;
  }
  return false;
}

/**
 * A name of five or six characters in a group that says so: 海川市妇联宣, the pen-name of an organisation, or 乌云毕力格.
 * The beginning of a sentence (记者张三来到海川) is none.
 */
function isPenName(word: string): boolean {
  if (!allHan(word) || countChars(word) > 6) return false;
  if (penNameEndings.includes(word.charAt(word.length - 1))) return true;
  if (/[了在是的从到对向将为把被就着于与和说]/.test(word)) return false;
  for (let i = 0; i + 2 <= word.length; i++) if (sentenceWords.has(word.slice(i, i + 2))) return false;
  return true;
}

/** What may stand before the first name and be no name: a desk, a label. Words of a sentence may not. */
function isLead(word: string): boolean {
  return (
    countChars(word) <= 16 && !sentenceWords.has(word) && !/[了在是的将从把被让于着过]/.test(word.replace('在线', ''))
  );
}

function isLongOutlet(word: string): boolean {
  return countChars(word) >= 5 && isOutlet(word);
}

/**
 * For a word that touches the role after it: how many of its characters are a name glued to what follows.
 * 0: all of it is an outlet (张掖日报融媒体记者); its length: all of it is a name (包首玉通讯员); between: both
 * (张忠德本报通讯员). -1: neither.
 */
function seamBeforeOutlet(word: string, inGroup: boolean, waiting: boolean): number {
  if (!inGroup) return countChars(word) <= 24 ? 0 : -1;
  for (const own of ['本报', '本刊', '本网', '本台', '本社']) {
    if (word.endsWith(own)) return word.length - own.length;
  }
  if (waiting) return isName(word) ? word.length : 0;
  if (isOutlet(word) || word.startsWith('驻')) {
    for (const name of outletNames) {
      if (
        word.endsWith(name) &&
        word.length - name.length >= 2 &&
        word.length - name.length <= 3 &&
        outletPrefix(word) !== word.length
      ) {
        return word.length - name.length;
      }
    }
    return 0;
  }
  if (countChars(word) <= 3 || word.includes('·')) return word.length;
  return countChars(word) === 4 && isName(word) ? word.length : countChars(word) <= 24 ? 0 : -1;
}
