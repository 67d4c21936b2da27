import { inLocale, type Locale, type Localized } from '../model/finding.ts';
import { writeScalar } from '../model/front-matter/yaml-scalar.ts';
import type { Field, House } from './house.ts';
import type { Setting, Settings } from './setting.ts';
import { houseSettings } from './settings.ts';
import { recordField } from './signoff-field.ts';
import { termAsWritten } from './terms-schema.ts';

/** A line of the printed house, before its comments are lined up. */
interface Line {
  readonly text: string;
  readonly origin?: string;
}

const heading: Localized = {
  en: 'The resolved house. The comment on a line says where its value comes from.',
  zh: '合并后的社内规范。行末注释说明该值来自何处。',
};

/**
 * The resolved house as a house file that would give the same house, each line with a comment that says where the
 * value comes from, and each section with what it is about, in the reader's language. It can be read back.
 */
export function describeHouse(house: House, locale: Locale): string {
  const told = fileShape(house);
  const lines: Line[] = [];
  lines.push({ text: `# ${inLocale(heading, locale)}` });
  // What the house is made of is all here, so that it extends nothing when it is read back.
  lines.push({ text: `extends: none${house.extends.length > 0 ? ` # ${house.extends.join(' → ')}` : ''}` });
  emit(houseSettings, told, '', '', house, locale, lines);
  const width = Math.min(60, Math.max(0, ...lines.filter(({ origin }) => origin).map(({ text }) => columns(text))));
  return lines
    .map(({ text, origin }) => (origin ? `${text}${' '.repeat(Math.max(0, width - columns(text)))} # ${origin}` : text))
    .join('\n')
    .concat('\n');
}

/** How wide a text shows: Han characters and full-width marks take two columns. */
function columns(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(character) ? 2 : 1;
  return width;
}

/** The house in the shape of a house file: `fields` and lists of templates by key, checks with their options. */
function fileShape(house: House): Readonly<Record<string, unknown>> {
  const named = (list: readonly { readonly id: string }[]): unknown =>
    Object.fromEntries(list.map(({ id, ...rest }) => [id, rest]));
  const checks = Object.entries(house.checks).map(([id, { severity, options }]) => [
    id,
    { ...(severity ? { severity } : {}), ...options },
  ]);
  return {
    ...house,
    fields: byKey(house.fields.filter((field) => field !== recordField)),
    templates: named(house.templates),
    blocks: named(house.blocks),
    signoff: { ...house.signoff, steps: named(house.signoff.steps) },
    checks: Object.fromEntries(checks),
    ...(house.terms ? { terms: house.terms.map(termAsWritten) } : {}),
  };
}

/** Fields as a house file has them, those inside others too. */
function byKey(fields: readonly Field[]): unknown {
  return Object.fromEntries(
    fields.map(({ key, fields: inner, valuesFolder: _, ...rest }) => [
      key,
      inner ? { ...rest, fields: byKey(inner) } : rest,
    ]),
  );
}

const camel = (key: string): string => key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function emit(
  settings: Settings,
  values: unknown,
  path: string,
  indent: string,
  house: House,
  locale: Locale,
  lines: Line[],
): void {
  if (typeof values !== 'object' || values === null) return;
  for (const [key, setting] of Object.entries(settings)) {
    const value = (values as Readonly<Record<string, unknown>>)[camel(key)];
    if (key === 'extends' || value === undefined) continue;
    const here = path === '' ? key : `${path}.${key}`;
    if (indent === '' && nested(setting)) lines.push({ text: '' }, { text: `# ${inLocale(setting.about, locale)}` });
    emitOne(key, setting, value, here, indent, house, locale, lines);
  }
}

const nested = (setting: Setting): boolean =>
  setting.type === 'map' || setting.type === 'keyed' || setting.type === 'checks';

function emitOne(
  key: string,
  setting: Setting,
  value: unknown,
  path: string,
  indent: string,
  house: House,
  locale: Locale,
  lines: Line[],
): void {
  const inner = `${indent}  `;
  const isEmpty =
    typeof value === 'object' && value !== null && Object.keys(value).length === 0 && !Array.isArray(value);
  if (nested(setting) && isEmpty) lines.push({ text: `${indent}${key}: {}` });
  else if (setting.type === 'map') {
    lines.push({ text: `${indent}${key}:` });
    emit(setting.entries, value, path, inner, house, locale, lines);
  } else if (setting.type === 'keyed' || setting.type === 'checks') {
    lines.push({ text: `${indent}${key}:` });
    for (const [name, item] of Object.entries(value as Readonly<Record<string, unknown>>)) {
      const here = `${path}.${name}`;
      lines.push({ text: `${inner}${writeScalar(name)}:` });
      if (setting.type === 'keyed') emit(setting.of, item, here, `${inner}  `, house, locale, lines);
      else
        for (const [option, said] of Object.entries(item as Readonly<Record<string, unknown>>))
          lines.push(line(`${inner}  ${option}`, said, `${here}.${option}`, house));
    }
  } else if (setting.type === 'terms' && Array.isArray(value)) {
    lines.push({ text: `${indent}${key}:` }, ...value.map((term) => ({ text: `${inner}- ${inline(term)}` })));
  } else lines.push(line(`${indent}${key}`, value, path, house));
}

function line(head: string, value: unknown, path: string, house: House): Line {
  const { origins } = house;
  const inLanguage = origins?.get(`${path}.zh`) ?? origins?.get(`${path}.en`);
  return { text: `${head}: ${inline(value)}`, origin: origins?.get(path) ?? inLanguage ?? 'default' };
}

/** A value as YAML on one line. */
export function inline(value: unknown): string {
  if (typeof value === 'string') return writeScalar(value);
  if (Array.isArray(value)) return `[${value.map(inlineItem).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, item]) => `${key}: ${inlineItem(item)}`)
      .join(', ')}}`;
  return String(value);
}

const inlineItem = (value: unknown): string => (typeof value === 'string' ? writeScalar(value, 'flow') : inline(value));
