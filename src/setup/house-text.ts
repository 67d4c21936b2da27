import { fillAll, inLocale, type Locale, type Localized } from '../model/finding.ts';
import { isPlainSafe, quoteScalar, type ScalarContext } from '../model/front-matter/yaml-scalar.ts';
import type { ListItem, Piece } from './decision.ts';
import type { SeenPerson } from './see-people.ts';

/** Settings of a house file by their keys, before they are text. */
interface Branch {
  readonly entries: Map<string, Branch | Piece>;
}

/** A line of a house file is no longer, where it can be put otherwise. UTF-16 units. */
const longestLine = 110;

/** The settings in the order of a house file; others come where they were first said. */
const order = [
  'extends',
  'name',
  'language',
  'languages',
  'time-zone',
  'path',
  'other-fields',
  'static',
  'ignore',
  'fields',
  'byline',
  'credit',
  'checks',
  'page',
];

/** Writes a house file: settings with what the archive says for them as comments. Of two that say the same the last. */
export function houseText(pieces: readonly Piece[], head: Localized, locale: Locale): string {
  const root: Branch = { entries: new Map() };
  for (const piece of pieces) put(root, piece.path, piece);
  const keys = [...root.entries.keys()].sort((a, b) => rank(a) - rank(b));
  const lines = inLocale(head, locale)
    .split('\n')
    .map((line) => `# ${line}`);
  for (const key of keys) {
    const value = root.entries.get(key);
    if (value === undefined) continue;
    const mine = written(key, value, '', locale);
    if (mine.length > 1) lines.push('');
    lines.push(...mine);
  }
  return `${lines.join('\n')}\n`;
}

const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);

const isBranch = (value: Branch | Piece): value is Branch => 'entries' in value;

function put(branch: Branch, path: readonly string[], piece: Piece): void {
  const [key = '', ...rest] = path;
  if (rest.length === 0) {
    branch.entries.set(key, piece);
    return;
  }
  const known = branch.entries.get(key);
  const next: Branch = known !== undefined && isBranch(known) ? known : { entries: new Map() };
  branch.entries.set(key, next);
  put(next, rest, piece);
}

function written(key: string, value: Branch | Piece, indent: string, locale: Locale): readonly string[] {
  const name = scalar(key, 'block');
  if (!isBranch(value)) return setting(name, value, indent, locale);
  // A field is one line where it fits: the list of them is read as a table. One with fields of its own never is.
  const isFlat = indent !== '' && ![...value.entries.values()].some(isBranch);
  const flow = isFlat ? flowMap(value) : undefined;
  const comment = commentOf([...value.entries.values()], locale);
  if (flow !== undefined && `${indent}${name}: ${flow}`.length <= longestLine)
    return [`${indent}${name}: ${flow}${comment}`];
  return [
    `${indent}${name}:${indent === '' ? '' : comment}`,
    ...[...value.entries].flatMap(([inner, one]) =>
      written(inner, indent !== '' && !isBranch(one) ? withoutComment(one) : one, `${indent}  `, locale),
    ),
  ];
}

const withoutComment = ({ path, value }: Piece): Piece => ({ path, value });

function setting(name: string, { value, comment }: Piece, indent: string, locale: Locale): readonly string[] {
  const said = comment === undefined ? '' : `  # ${inLocale(comment, locale)}`;
  if (!isList(value)) return [`${indent}${name}: ${scalar(value, 'block')}${said}`];
  const flow = flowList(value);
  const isShort =
    `${indent}${name}: ${flow}`.length <= longestLine && value.every((item) => item.comment === undefined);
  if (isShort) return [`${indent}${name}: ${flow}${said}`];
  return [
    `${indent}${name}:${said}`,
    ...value.map(
      (item) =>
        `${indent}  - ${itemOf(item, 'block')}${item.comment === undefined ? '' : `  # ${inLocale(item.comment, locale)}`}`,
    ),
  ];
}

/** Settings between braces; those within others too. */
function flowMap({ entries }: Branch): string {
  const parts = [...entries].map(([key, value]) => {
    const { value: said } = isBranch(value) ? { value: undefined } : value;
    const text = isBranch(value) ? flowMap(value) : isList(said) ? flowList(said) : scalar(said ?? '', 'flow');
    return `${scalar(key, 'flow')}: ${text}`;
  });
  return `{${parts.join(', ')}}`;
}

const flowList = (items: readonly ListItem[]): string => `[${items.map((item) => itemOf(item, 'flow')).join(', ')}]`;

/** One value of a list: a text, or a map where it has other names or a folder. */
function itemOf({ text, aliases = [], folder }: ListItem, context: ScalarContext): string {
  if (aliases.length === 0 && folder === undefined) return scalar(text, context);
  const others = aliases.map((other) => scalar(other, 'flow')).join(', ');
  const parts = [
    `value: ${scalar(text, 'flow')}`,
    ...(aliases.length === 0 ? [] : [`aliases: [${others}]`]),
    ...(folder === undefined ? [] : [`folder: ${scalar(folder, 'flow')}`]),
  ];
  return `{${parts.join(', ')}}`;
}

const isList = (value: Piece['value'] | undefined): value is readonly ListItem[] => Array.isArray(value);

function commentOf(values: readonly (Branch | Piece)[], locale: Locale): string {
  const said = values.flatMap((value) => (!isBranch(value) && value.comment ? [inLocale(value.comment, locale)] : []));
  return said.length === 0 ? '' : `  # ${said.join(locale !== 'en' ? '；' : '; ')}`;
}

/** A value as YAML; texts that YAML or an older reader of it takes for something else are quoted. */
function scalar(value: string | number | boolean, context: ScalarContext): string {
  // `off` and `none` are words of the house file.
  if (typeof value !== 'string' || value === 'off') return String(value);
  // A comment stands behind it: a value that ends in a blank, or has a hash after one, needs its quotation marks.
  return isPlainSafe(value, context) && !/^\s|\s$|\s#/.test(value) && !/^\d+-/.test(value) ? value : quoteScalar(value);
}

/** One setting of `fields` on a line of its own. */
export function entryText(key: string, pieces: readonly Piece[], locale: Locale): string {
  const branch: Branch = { entries: new Map() };
  for (const piece of pieces) put(branch, piece.path.slice(2), piece);
  return `${scalar(key, 'block')}: ${flowMap(branch)}${commentOf([...branch.entries.values()], locale)}`;
}

/** One value of a list, wherever the list stands. */
export function itemText(value: string, folder?: string): string {
  return itemOf({ text: value, ...(folder === undefined ? {} : { folder }) }, 'flow');
}

/** One person of a staff file, between brackets or on a line. */
export function personText({ name, roles, count }: SeenPerson, locale: Locale): string {
  const comment = inLocale(
    fillAll({ en: '{count} article{plural}', zh: '{count} 篇' }, { count, plural: count === 1 ? '' : 's' }),
    locale,
  );
  const said = roles.slice(0, 3).map((role) => scalar(role, 'flow'));
  return said.length === 0
    ? `${scalar(name, 'flow')}  # ${comment}`
    : `{name: ${scalar(name, 'flow')}, roles: [${said.join(', ')}]}  # ${comment}`;
}

/** Writes a staff file. */
export function staffText(people: readonly SeenPerson[], head: Localized, locale: Locale): string {
  const lines = people.map((person) => `  - ${personText(person, locale)}`);
  return `# ${inLocale(head, locale)}\nstaff:\n${lines.join('\n')}\n`;
}
