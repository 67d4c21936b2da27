import type { Localized, Severity } from '../model/finding.ts';
import { fieldSettings } from './field-settings.ts';
import type { FieldType } from './field-types.ts';
import type {
  BylineStyle,
  CheckSetting,
  CiStyle,
  CreditStyle,
  ErrorRateStyle,
  Field,
  Gate,
  House,
  PageStyle,
  SignoffStyle,
  SignStep,
  Stage,
  TemplateRef,
} from './house.ts';
import type { Settings } from './setting.ts';
import { houseSettings } from './settings.ts';
import { withRecordField } from './signoff-field.ts';
import { signoffSettings } from './signoff-settings.ts';
import type { Term } from './terms.ts';
import { leaf, parts, type Tree, under } from './tree.ts';

/**
 * Makes a house of settings that were read and merged; what nobody said has the default of the table. The casts
 * here are the table's promises: nothing else gets into a tree.
 */
export function buildHouse(tree: Tree, bases: readonly string[]): House {
  const string = (key: string): string => settingOf(tree, houseSettings, key) as string;
  const signoff = buildSignoff(tree);
  const gate = buildStyle<Gate>(tree, 'gate');
  let origins: ReadonlyMap<string, string> | undefined;
  return {
    id: string('id'),
    name: string('name'),
    ...(under(tree, 'about') ? { about: localized(under(tree, 'about'), '') } : {}),
    language: string('language'),
    languages: settingOf(tree, houseSettings, 'languages') as readonly string[],
    ...(leaf(under(tree, 'time-zone')) === undefined ? {} : { timeZone: string('time-zone') }),
    extends: bases,
    fields: withRecordField(buildFields(parts(under(tree, 'fields'))), signoff, gate),
    otherFields: string('other-fields') as House['otherFields'] & string,
    byline: buildStyle<BylineStyle>(tree, 'byline'),
    credit: buildStyle<CreditStyle>(tree, 'credit'),
    editorLabel: string('editor-label'),
    path: string('path'),
    ...(leaf(under(tree, 'front-matter-schema')) === undefined
      ? {}
      : { frontMatterSchema: string('front-matter-schema') }),
    ...folder('schemaFolder', under(tree, 'front-matter-schema')),
    drafts: settingOf(tree, houseSettings, 'drafts') as readonly string[],
    ignore: settingOf(tree, houseSettings, 'ignore') as readonly string[],
    ...folder('ignoreFolder', under(tree, 'ignore')),
    static: settingOf(tree, houseSettings, 'static') as readonly string[],
    ...folder('staticFolder', under(tree, 'static')),
    checks: Object.fromEntries(parts(under(tree, 'checks')).map(([id, check]) => [id, buildCheck(check)])),
    ...(leaf(under(tree, 'terms')) === undefined
      ? {}
      : { terms: settingOf(tree, houseSettings, 'terms') as readonly Term[] }),
    errorRate: buildStyle<ErrorRateStyle>(tree, 'error-rate'),
    signoff,
    gate,
    ...buildCi(saidIn(under(tree, 'ci'))),
    templates: parts(under(tree, 'templates')).map(([id, template]) => buildTemplate(id, template)),
    blocks: parts(under(tree, 'blocks')).map(([id, block]) => buildTemplate(id, block)),
    page: {
      ...buildStyle<PageStyle>(tree, 'page'),
      ...folder('htmlFolder', under(under(tree, 'page'), 'html')),
      ...folder('logoFolder', under(under(tree, 'page'), 'logo')),
    },
    agents: buildStyle<House['agents'] & object>(tree, 'agents'),
    // Asked for by those who show the house, which is seldom.
    get origins() {
      origins ??= originsOf(tree);
      return origins;
    },
  };
}

/** Where the path of a setting starts from, when a house file elsewhere said it. */
function folder<K extends string>(key: K, said: Tree | undefined): { readonly [P in K]?: string } {
  const end = said?.kind === 'leaf' ? said.origin.lastIndexOf('/') : -1;
  return end < 0 || said?.kind !== 'leaf'
    ? {}
    : ({ [key]: said.origin.slice(0, end) } as { readonly [P in K]?: string });
}

/** `time-zone` of a file is `timeZone` of a {@link House}. */
function camel(key: string): string {
  return key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function settingOf(tree: Tree | undefined, settings: Settings, key: string): unknown {
  const said = leaf(under(tree, key));
  if (said !== undefined) return said;
  const setting = settings[key];
  return setting && 'default' in setting ? setting.default : undefined;
}

/** The sign-off, its steps in order. */
function buildSignoff(tree: Tree): SignoffStyle {
  const { steps: _, ...style } = buildStyle<SignoffStyle>(tree, 'signoff');
  const settings = signoffSettings.steps?.type === 'keyed' ? signoffSettings.steps.of : {};
  const steps = parts(under(under(tree, 'signoff'), 'steps')).map(([id, step]): SignStep => {
    const said = (key: string): unknown => settingOf(step, settings, key);
    return {
      id,
      label: localized(under(step, 'label'), id),
      who: said('who') as readonly string[],
      count: said('count') as number,
      distinct: said('distinct') as readonly string[],
      confirms: said('confirms') as readonly string[],
      before: said('before') as SignStep['before'],
    };
  });
  return { ...style, steps };
}

/** A map whose settings all have defaults. */
function buildStyle<Style>(tree: Tree, name: string): Style {
  const setting = houseSettings[name];
  const entries = setting?.type === 'map' ? setting.entries : {};
  const part = under(tree, name);
  return Object.fromEntries(
    Object.entries(entries).map(([key, one]) => [
      camel(key),
      one.type === 'map' ? saidIn(under(part, key)) : settingOf(part, entries, key),
    ]),
  ) as Style;
}

/** The settings of a map that were said; `undefined` when none was. */
function saidIn(tree: Tree | undefined): Readonly<Record<string, unknown>> | undefined {
  const said = parts(tree).map(([key, part]) => [key, leaf(part)] as const);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

function buildCi(said: Readonly<Record<string, unknown>> | undefined): { readonly ci?: CiStyle } {
  if (said === undefined) return {};
  return { ci: Object.fromEntries(Object.entries(said).map(([key, value]) => [camel(key), value])) };
}

function localized(tree: Tree | undefined, fallback: string): Localized {
  const en = leaf(under(tree, 'en'));
  const zh = leaf(under(tree, 'zh'));
  return { en: String(en ?? zh ?? fallback), zh: String(zh ?? en ?? fallback) };
}

/** Settings of a field that a {@link Field} has under their own names. */
const otherSettings = Object.keys(fieldSettings).filter(
  (name) => !['type', 'label', 'help', 'required', 'fields'].includes(name),
);

/** The fields; another name of one that is the key of another belongs to that one, as where a base knew it otherwise. */
function buildFields(trees: ReturnType<typeof parts>): readonly Field[] {
  const keys = new Set(trees.map(([key]) => key));
  return trees.map(([key, tree]) => {
    const field = buildField(key, tree);
    return field.aliases?.some((name) => keys.has(name))
      ? { ...field, aliases: field.aliases.filter((name) => !keys.has(name)) }
      : field;
  });
}

function buildField(key: string, tree: Tree): Field {
  const said = (name: string): unknown => leaf(under(tree, name));
  const required = said('required');
  const field: { -readonly [K in keyof Field]: Field[K] } = {
    key,
    type: (said('type') ?? 'text') as FieldType,
    label: localized(under(tree, 'label'), key),
    help: localized(under(tree, 'help'), ''),
  };
  if (required !== undefined && required !== 'never') field.required = required as Stage;
  const names = under(tree, 'aliases');
  // A file of the newsroom is named as one; a house that we ship has an id.
  if (names?.kind === 'leaf' && /\.ya?ml$/i.test(names.origin)) field.ownNames = true;
  // What else was said has the type of the table.
  const rest: Record<string, unknown> = {};
  for (const name of otherSettings) if (said(name) !== undefined) rest[camel(name)] = said(name);
  const inner = parts(under(tree, 'fields')).map(([name, part]) => buildField(name, part));
  return {
    ...field,
    ...rest,
    ...(inner.length === 0 ? {} : { fields: inner }),
    ...folder('valuesFolder', under(tree, 'values-from')),
  };
}

function buildCheck(tree: Tree): CheckSetting {
  const options = parts(tree).filter(([name]) => name !== 'severity');
  const severity = leaf(under(tree, 'severity')) as Severity | 'off' | undefined;
  return {
    ...(severity === undefined ? {} : { severity }),
    ...(options.length === 0 ? {} : { options: Object.fromEntries(options.map(([name, part]) => [name, leaf(part)])) }),
  };
}

function buildTemplate(id: string, tree: Tree): TemplateRef {
  return { id, label: localized(under(tree, 'label'), id), help: localized(under(tree, 'help'), '') };
}

/** Who said what: `fields.title.required` → `china-report`. */
function originsOf(tree: Tree, path = '', found: Map<string, string> = new Map()): ReadonlyMap<string, string> {
  for (const [key, part] of parts(tree)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (part.kind === 'leaf') found.set(here, part.origin);
    else if (part.kind === 'branch') originsOf(part, here, found);
  }
  return found;
}
