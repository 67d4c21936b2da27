import type { KnownCheck } from './known-checks.ts';
import { isChineseHouse } from './language.ts';
import { type Branch, leaf, parts, type Tree, under } from './tree.ts';

/** The house of a folder without a house file: what holds for any text. */
export const houseWithoutFile = 'plain';

/**
 * What a house inherits, less what the plain house below it gives up to what it says itself: a check that serves one
 * of its settings, or whose options it sets, is on; a field whose meaning or name it gives to one of its own is gone;
 * and a house in another language has neither the time zone nor the word for an editor of a Chinese one.
 *
 * @param own what the house's own file says
 */
export function plainGivingWay(
  inherited: Tree | undefined,
  own: Tree,
  checks: readonly KnownCheck[],
): Tree | undefined {
  if (inherited?.kind !== 'branch') return inherited;
  const entries = new Map(inherited.entries);
  const put = (key: string, tree: Tree | undefined): void => void (tree && entries.set(key, tree));
  put('checks', withoutOff(under(inherited, 'checks'), own, checks));
  put('fields', withoutFields(under(inherited, 'fields'), under(own, 'fields')));
  const language = leaf(under(own, 'language'));
  if (typeof language === 'string' && !isChineseHouse({ language })) {
    for (const key of ['time-zone', 'editor-label']) if (isPlain(entries.get(key))) entries.delete(key);
  }
  return { kind: 'branch', entries };
}

/** Whether the plain house alone said all of it. */
function isPlain(tree: Tree | undefined): boolean {
  if (tree?.kind === 'leaf') return tree.origin === houseWithoutFile;
  return tree?.kind === 'branch' && [...tree.entries.values()].every(isPlain);
}

/** Settings of checks without each `off` of the plain house that the house's own settings speak against. */
function withoutOff(settings: Tree | undefined, own: Tree, checks: readonly KnownCheck[]): Tree | undefined {
  if (settings?.kind !== 'branch') return settings;
  const entries = parts(settings).map(([id, said]) => {
    const severity = under(said, 'severity');
    if (severity === undefined || !isPlain(severity) || said.kind !== 'branch') return [id, said] as const;
    const serves = checks.find((check) => check.id === id)?.serves ?? [];
    const isAsked = parts(under(under(own, 'checks'), id)).length > 0;
    if (!isAsked && !serves.some((setting) => says(own, setting))) return [id, said] as const;
    const rest = parts(said).filter(([name]) => name !== 'severity');
    return [id, { kind: 'branch', entries: new Map(rest) } satisfies Branch] as const;
  });
  return { kind: 'branch', entries: new Map(entries) };
}

/** Whether a house file says a setting: `byline.forms`, `fields.*.role=title`. A list without items says nothing. */
function says(own: Tree, setting: string): boolean {
  const [path = '', wanted] = setting.split('=', 2);
  let here: readonly Tree[] = [own];
  for (const key of path.split('.')) {
    here = here.flatMap((tree) => {
      const part = key === '*' ? undefined : under(tree, key);
      return key === '*' ? parts(tree).map(([, each]) => each) : part ? [part] : [];
    });
  }
  return here.some((tree) => {
    if (tree.kind !== 'leaf') return tree.kind === 'branch' && tree.entries.size > 0 && wanted === undefined;
    return wanted === undefined ? !(Array.isArray(tree.value) && tree.value.length === 0) : tree.value === wanted;
  });
}

/** Fields without those of the plain house whose role or name the house gives to another field. */
function withoutFields(fields: Tree | undefined, own: Tree | undefined): Tree | undefined {
  if (fields?.kind !== 'branch' || own?.kind !== 'branch') return fields;
  const entries = parts(fields).flatMap(([key, field]): readonly (readonly [string, Tree])[] => {
    if (!isPlain(field) || own.entries.has(key)) return [[key, field]];
    const role = leaf(under(field, 'role'));
    const isTaken = parts(own).some(
      ([, other]) => (role !== undefined && leaf(under(other, 'role')) === role) || names(other).includes(key),
    );
    if (isTaken) return [];
    const taken = new Set(parts(own).flatMap(([name, other]) => [name, ...names(other)]));
    return [
      [
        key,
        withNames(
          field,
          names(field).filter((name) => !taken.has(name)),
        ),
      ],
    ];
  });
  return { kind: 'branch', entries: new Map(entries) };
}

function names(field: Tree): readonly string[] {
  const said = leaf(under(field, 'aliases'));
  return Array.isArray(said) ? said : [];
}

function withNames(field: Tree, aliases: readonly string[]): Tree {
  const said = under(field, 'aliases');
  if (field.kind !== 'branch' || said?.kind !== 'leaf') return field;
  return { kind: 'branch', entries: new Map(field.entries).set('aliases', { ...said, value: aliases }) };
}
