import { isName } from '../names/names.ts';
import { isOutlet } from '../names/outlets.ts';
import { closeClause, flush, type GroupState, pieceAt, type Role } from './group-state.ts';
import type { Item } from './scan.ts';

/** Reads the role at `items[i]`: it opens a group, or it closes the people before it. */
export function readRole(state: GroupState, item: Item, i: number): void {
  const { items, s, people, problems, run } = state;
  const last = run[run.length - 1];
  const glued = items[i - 1]?.kind === 'word' && last?.to === item.from;
  const closes =
    !nameFollows(items, i + 1, s) || closesPeople(state, item, i, run.length > 0 || people.length > state.clause);
  if (glued && !closes) problems.push({ code: 'glued-groups', from: last.from, to: item.to, at: item.from });
  flush(state);
  const role: Role = {
    kind: item.kind === 'title' ? 'title' : 'work',
    text: state.text.slice(item.from, item.to).replace(/\s+/g, ''),
    from: item.from,
    to: item.to,
  };
  const party = state.organisations[state.organisations.length - 1] ?? state.outlet;
  // 某县委宣传部供图 张三摄: an organisation supplied, nobody after it did.
  if (
    role.kind === 'work' &&
    people.length === 0 &&
    state.role === undefined &&
    party &&
    /^(?:供图|提供|供稿)$/.test(role.text) &&
    items[i + 1]?.kind !== 'colon' &&
    s.slice(party.to, role.from).trim() === ''
  )
    state.roles.push(role);
  else if (closes && people.length > 0) readClosingRole(state, role);
  else readOpeningRole(state, role, i);
  state.end = item.to;
}

function readClosingRole(state: GroupState, role: Role): void {
  const { people, problems } = state;
  if (role.kind === 'work') {
    state.tail = pieceAt(state, role.from, role.to);
    closeClause(state, state.tail.text);
    if (role.to - role.from > 1 || state.role?.kind !== 'title') state.role = undefined;
  } else {
    if (state.named > 0 && state.role === undefined) {
      const last = people[people.length - 1];
      problems.push({ code: 'role-after-name', from: last?.from ?? role.from, to: role.to });
      for (let k = people.length - state.unlabelled; k < people.length; k++) {
        const person = people[k];
        if (person) people[k] = { ...person, role: role.text };
      }
      state.unlabelled = 0;
    } else {
      problems.push({ code: 'missing-name', from: role.from, to: role.to });
    }
    state.role = role;
  }
  state.roles.push(role);
  state.named = 0;
}

function readOpeningRole(state: GroupState, role: Role, i: number): void {
  const { items, s, problems, roles } = state;
  const before = state.role;
  if (before && state.named === 0 && roles[roles.length - 1] === before) {
    const between = s.slice(before.to, role.from);
    const same = s.slice(before.from, before.to) === s.slice(role.from, role.to);
    if (same && /^[ :、,]*$/.test(between)) problems.push({ code: 'doubled-role', from: before.to, to: role.to });
    // 撰文/视频 is one role of two works.
    if (before.kind === 'work' && role.kind === 'work' && /^\s*[/、&+·]\s*$/.test(between)) {
      roles.pop();
      state.role = { kind: 'work', text: state.text.slice(before.from, role.to), from: before.from, to: role.to };
      roles.push(state.role);
      return;
    }
  }
  state.role = role;
  state.named = 0;
  roles.push(role);
  const next = items[i + 1];
  const gap = next?.kind === 'space' ? s.slice(next.from, next.to) : next?.kind === 'word' ? '' : undefined;
  // 文/图 记者张三: the space parts a label from the title, no name from its role.
  const label = role.kind === 'work' && items[i + 2]?.kind === 'title';
  if (gap !== undefined && !label && nameFollows(items, i + 1, s))
    state.gaps.push({ gap, from: role.to, to: role.to + gap.length });
}

/**
 * Whether a work closes the names before it although more follows: 摄 always, 文 and 图 between names, as in
 * 张三 文 李四 图, unless the byline opened with one (文/张三 图/李四).
 */
export function closesPeople(state: GroupState, item: Item, at: number, named: boolean): boolean {
  const { items, roles, s } = state;
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

/** Whether a name, or a role with one, follows before anything else does. */
export function nameFollows(items: readonly Item[], start: number, s: string): boolean {
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
