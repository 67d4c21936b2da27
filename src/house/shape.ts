import { type Localized, severities } from '../model/finding.ts';
import type { YamlStep } from '../model/front-matter/yaml-token.ts';
import { caseSettings } from './cases.ts';
import { caseKinds } from './house-case.ts';
import { choiceSettings, localizedSettings } from './inner-settings.ts';
import { type KnownCheck, type KnownOption, severitySettings } from './known-checks.ts';
import type { Setting, Settings, StringForm, Suggests } from './setting.ts';
import { houseSettings } from './settings.ts';
import { termLists } from './term-lists.ts';
import { termPlaces } from './terms.ts';
import { aboutTermCases, aboutTerms } from './terms-schema.ts';

/** What may be written at one place of a house file. It follows from the table of settings and the checks' options. */
export interface Shape {
  readonly about: Localized;
  /**
   * How it is best written: one word, a text in two languages, settings on lines of their own, a list between
   * brackets, a list with each item on a line of its own.
   */
  readonly written: 'word' | 'pair' | 'map' | 'list' | 'lines';
  /** What it is in a few words. */
  readonly type: Localized;
  /** Whether one text, number or truth may stand there. */
  readonly scalar: boolean;
  /** Everything that the scalar may be, where that is known. */
  readonly values?: readonly string[];
  readonly form?: StringForm;
  readonly suggests?: Suggests | 'defects';
  readonly default?: unknown;
  /** The settings of a map. */
  readonly entries?: Readonly<Record<string, Shape>>;
  /** Settings of which there may be one only. */
  readonly oneOf?: readonly string[];
  /** What stands under each key of a map whose keys are the newsroom's choosing. */
  readonly each?: Shape;
  /** The settings that a new entry of such a map must have. */
  readonly required?: readonly string[];
  /** Each item of a list. */
  readonly item?: Shape;
}

const about = (en: string, zh: string): Localized => ({ en, zh });
const text = about('text', '文字');
const texts = about('list of texts', '文字列表');
const truth = about('true or false', 'true 或 false');
const truths = ['true', 'false'];

/** The whole house file. */
export function houseShape(checks: readonly KnownCheck[]): Shape {
  const title = about('House style of a newsroom.', '社内规范。');
  return { about: title, type: settings, written: 'map', scalar: false, entries: shapes(houseSettings, checks) };
}

/** What may stand at the end of a path; `undefined` where nothing may. */
export function shapeAt(shape: Shape, path: readonly YamlStep[]): Shape | undefined {
  let here: Shape | undefined = shape;
  for (const step of path) {
    if (here === undefined) return undefined;
    if (typeof step === 'number') here = here.item;
    else if (here.entries && Object.hasOwn(here.entries, step)) here = here.entries[step];
    else here = here.each;
  }
  return here;
}

function shapes(settings: Settings, checks: readonly KnownCheck[]): Readonly<Record<string, Shape>> {
  return Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, shapeOf(setting, checks)]));
}

function shapeOf(setting: Setting, checks: readonly KnownCheck[]): Shape {
  const base = { about: setting.about };
  switch (setting.type) {
    case 'string':
      return { ...base, type: text, written: 'word', scalar: true, ...hints(setting), ...usual(setting) };
    case 'boolean':
      return { ...base, type: truth, written: 'word', scalar: true, values: truths, ...usual(setting) };
    case 'number':
      return { ...base, type: about('whole number', '整数'), written: 'word', scalar: true, ...usual(setting) };
    case 'choice':
      return {
        ...base,
        type: choice(setting.values),
        written: 'word',
        scalar: true,
        values: setting.values,
        ...usual(setting),
      };
    case 'strings': {
      const values = setting.form === 'check-id' ? { values: checks.map(({ id }) => id) } : {};
      const item: Shape = { ...base, type: text, written: 'word', scalar: true, ...values, ...hints(setting) };
      return { ...base, type: texts, written: setting.form ? 'lines' : 'list', scalar: false, item, ...usual(setting) };
    }
    case 'localized': {
      const type = about('text, or one for each language', '文字，或中英文各一');
      return { ...base, type, written: 'pair', scalar: true, entries: shapes(localizedSettings, checks) };
    }
    case 'values': {
      const type = about(
        'text, or `value` with `label`, `aliases` and `folder`',
        '文字，或 `value`、`label`、`aliases`、`folder`',
      );
      const entries = shapes(choiceSettings, checks);
      const item: Shape = { ...base, type, written: 'word', scalar: true, suggests: 'field-values', entries };
      return { ...base, type: about('list of values', '值的列表'), written: 'lines', scalar: false, item };
    }
    case 'map':
      return { ...base, type: settings, written: 'map', scalar: false, entries: shapes(setting.entries, checks) };
    case 'keyed': {
      const type = about('settings, or `off`', '各项设置，或 `off`');
      const each: Shape = {
        ...base,
        type,
        written: 'map',
        scalar: true,
        values: ['off'],
        entries: shapes(setting.of, checks),
      };
      return { ...base, type: settings, written: 'map', scalar: false, each, required: setting.required };
    }
    case 'checks':
      return { ...base, type: settings, written: 'map', scalar: false, entries: checkShapes(checks) };
    case 'terms': {
      const item: Shape = { ...base, type: settings, written: 'map', scalar: false, entries: termShapes() };
      return { ...base, type: about('list of terms', '用语的列表'), written: 'lines', scalar: false, item };
    }
    case 'cases': {
      const entries = Object.entries(caseSettings).map(([key, one]) => [key, caseShape(key, one.about)]);
      const item: Shape = {
        ...base,
        type: settings,
        written: 'map',
        scalar: false,
        entries: Object.fromEntries(entries),
        oneOf: caseKinds,
      };
      return { ...base, type: about('list of examples', '实例的列表'), written: 'lines', scalar: false, item };
    }
  }
}

const settings = about('settings below it', '其下的各项设置');

/** What may be said of a term. */
function termShapes(): Readonly<Record<string, Shape>> {
  const word = { type: text, written: 'word', scalar: true } as const;
  const parts = Object.entries(aboutTermCases).map(([key, said]): [string, Shape] => [key, { about: said, ...word }]);
  return Object.fromEntries(
    Object.entries(aboutTerms).map(([key, said]): [string, Shape] => {
      const one: Shape = { about: said, ...word };
      const list = { ...one, type: texts, written: 'list' } as const;
      switch (key) {
        case 'quoted':
        case 'ask':
          return [key, { ...one, type: truth, values: truths }];
        case 'list':
          return [key, { ...one, values: termLists }];
        case 'severity':
          return [key, { ...one, values: severities }];
        case 'where':
          return [key, { ...list, values: termPlaces, item: { ...one, values: termPlaces } }];
        case 'not':
        case 'except':
          return [key, { ...list, item: one }];
        case 'why':
          return [key, { ...one, written: 'pair', entries: shapes(localizedSettings, []) }];
        case 'cases':
          return [key, { ...one, type: texts, written: 'lines', item: { ...one, entries: Object.fromEntries(parts) } }];
        default:
          return [key, one];
      }
    }),
  );
}

function caseShape(key: string, said: Localized): Shape {
  const one: Shape = { about: said, type: text, written: 'word', scalar: true };
  if (key !== 'finds') return one;
  const item: Shape = { ...one, suggests: 'defects' };
  return { ...item, type: about('defect, or a list of them', '一种毛病，或其列表'), item };
}

function checkShapes(checks: readonly KnownCheck[]): Readonly<Record<string, Shape>> {
  return Object.fromEntries(
    checks.map((check): [string, Shape] => {
      const grave = about('How grave a finding is; `off` switches the check off.', '级别；`off` 表示关闭。');
      const values = severitySettings;
      const one = { type: choice(values), written: 'word' as const, scalar: true, values, default: check.severity };
      const options = Object.entries(check.options ?? {}).map(([name, option]) => [name, optionShape(option)]);
      const entries = Object.fromEntries([['severity', { about: grave, ...one }], ...options]);
      return [check.id, { about: titled(check), ...one, entries }];
    }),
  );
}

function titled({ title, summary }: KnownCheck): Localized {
  return about(`${title.en}. ${summary.en}`, `${title.zh}：${summary.zh}`);
}

function optionShape(option: KnownOption): Shape {
  const base = { about: option.about, default: option.default };
  switch (option.type) {
    case 'boolean':
      return { ...base, type: truth, written: 'word', scalar: true, values: truths };
    case 'number':
      return { ...base, type: about('number', '数字'), written: 'word', scalar: true };
    case 'string':
      return { ...base, type: text, written: 'word', scalar: true };
    case 'choice':
      return { ...base, type: choice(option.values ?? []), written: 'word', scalar: true, values: option.values ?? [] };
    case 'strings':
      return {
        ...base,
        type: texts,
        written: 'list',
        scalar: false,
        item: { about: option.about, type: text, written: 'word', scalar: true },
      };
  }
}

function choice(values: readonly string[]): Localized {
  const shown = values.map((value) => `\`${value}\``);
  return about(`one of ${shown.join(', ')}`, `可选 ${shown.join('、')}`);
}

const hints = ({ form, suggests }: { readonly form?: StringForm; readonly suggests?: Suggests }): Partial<Shape> => ({
  ...(form ? { form } : {}),
  ...(suggests ? { suggests } : {}),
});

const usual = (setting: { readonly default?: unknown }): Partial<Shape> =>
  setting.default === undefined ? {} : { default: setting.default };
