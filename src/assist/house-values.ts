import themeNames from 'copydesk:themes/names';
import { defectNames } from '../engine/house-cases.ts';
import { fieldOfRole } from '../house/field-keys.ts';
import { type FieldType, itemType, typesOfField } from '../house/field-types.ts';
import { slotNames } from '../house/forms.ts';
import type { Field, House } from '../house/house.ts';
import { houseIds, shippedHouse } from '../house/load.ts';
import { pathSlots } from '../house/settings.ts';
import type { Shape } from '../house/shape.ts';
import { leaf, type Tree, under } from '../house/tree.ts';
import { fillAll, type Localized } from '../model/finding.ts';
import type { YamlStep } from '../model/front-matter/yaml-token.ts';
import { fieldAt, type HouseAround, type HousePlace } from './house-place.ts';
import type { HouseValue } from './house-value.ts';
import { formSlots, houseWords, pathWords } from './house-words.ts';
import { selectorsOf } from './page-selectors.ts';

const none: Localized = { en: '', zh: '' };
const inherited: Localized = { en: 'inherited', zh: '继承的值' };
const usual: Localized = { en: 'default', zh: '默认' };

/** The values that may stand at a place, the likeliest first, each once. `shape`: of the item where the place is a list. */
export function houseValues(place: HousePlace, shape: Shape, around: HouseAround): readonly HouseValue[] {
  const listed = shape === place.shape ? place.cursor.path : [...place.cursor.path, 0];
  const found = new Map<string, HouseValue>();
  for (const one of [...known(place, shape, around), ...said(listed, around.inherited), ...byDefault(shape)])
    if (one.value !== '' && !found.has(one.value)) found.set(one.value, one);
  const { others } = place.cursor;
  return [...found.values()].filter(({ value }) => typeof listed.at(-1) !== 'number' || !others.includes(value));
}

/** Slots that may stand between braces in a text of that form; `undefined` where there are none. */
export function slotsOf({ form }: Shape): readonly HouseValue[] | undefined {
  if (form === 'path-pattern') return pathSlots.map((value) => ({ value, about: pathWords[value] ?? none }));
  if (form !== 'byline-form' && form !== 'credit-form') return undefined;
  return slotNames.map((value) => ({ value, about: formSlots[value] }));
}

function* known(place: HousePlace, shape: Shape, around: HouseAround): Iterable<HouseValue> {
  if (shape.values) yield* shape.values.map((value) => worded(value, around.house));
  const { house } = around;
  switch (shape.form) {
    case 'house-id':
      // What is nearest is meant most often.
      yield* plain([...(around.files ?? [])].sort((a, b) => Number(b.startsWith('../')) - Number(a.startsWith('../'))));
      yield* houseIds.map((value) => ({ value, about: shippedHouse(value).about ?? none }));
      yield worded('none', house);
      break;
    case 'language':
      yield* plain(['zh-Hans', 'zh-Hant', 'en']);
      break;
    case 'time-zone':
      yield* plain([...nearZones, ...Intl.supportedValuesOf('timeZone')]);
      break;
    case 'report-file':
      yield* plain(['report.html', 'report.sarif', 'report.csv', 'junit.xml', 'gitlab:gl-code-quality-report.json']);
      break;
    case 'theme':
      yield* plain(themeNames);
      break;
    default:
  }
  yield* suggested(place, shape, around);
}

const nearZones = ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore', 'UTC'];

function* suggested(place: HousePlace, shape: Shape, around: HouseAround): Iterable<HouseValue> {
  const { house } = around;
  const field = fieldAt(place, house);
  switch (shape.suggests) {
    case 'pages':
    case 'pictures':
    case 'schemas':
      yield* plain((around.files ?? []).filter((path) => !path.startsWith('../')));
      break;
    case 'files':
      yield* plain(withFolders(around.files ?? []));
      break;
    case 'fields':
      yield* fieldsOf(house, field);
      break;
    case 'conditions':
      for (const one of fieldsOf(house, field)) {
        yield one;
        const values = house.fields.find(({ key }) => key === one.value)?.values ?? [];
        yield* values.map(({ value, label }) => ({ value: `${one.value}=${value}`, about: same(label) }));
      }
      break;
    case 'field-values':
      yield* [...(field && around.used ? around.used([field.key, ...(field.aliases ?? [])]) : [])].map(used);
      if (field && isPerson(field)) yield* people(house);
      break;
    case 'field-default':
      if (field) yield* defaults(field, around);
      break;
    case 'formats':
      yield* plain((field && typesOfField[itemType(field)].formats) ?? typesOfField.image.formats ?? []);
      break;
    case 'columns':
      for (const { value, label } of fieldOfRole(house, 'column')?.values ?? [])
        yield { value: label ?? value, about: none };
      break;
    case 'roles':
      yield* plain([...(house.staff ?? []).flatMap(({ roles }) => roles), ...house.byline.roles]);
      break;
    case 'signers':
      yield* plain([...new Set((house.staff ?? []).flatMap(({ roles }) => roles))]);
      yield* people(house);
      break;
    case 'steps':
      yield* house.signoff.steps.map(({ id, label }) => ({ value: id, about: label }));
      break;
    case 'outlets':
      yield* plain([house.name, ...house.byline.outlets]);
      break;
    case 'selectors':
      yield* selectorsOf(around.page ?? '');
      break;
    case 'defects':
      yield* plain([...defectNames.byline, ...defectNames.credit]);
      break;
    default:
  }
}

const plain = (values: readonly string[]): readonly HouseValue[] => values.map((value) => ({ value, about: none }));
const same = (text: string | undefined): Localized => (text === undefined ? none : { en: text, zh: text });
const used = (value: string): HouseValue => ({ value, about: { en: 'in articles', zh: '稿件中用过' } });

const isPerson = (field: Field): boolean => typesOfField[itemType(field)].names === 'person';

function people({ staff = [] }: House): readonly HouseValue[] {
  return staff.map(({ name, roles }) => ({ value: name, about: same(roles.join(' ')) }));
}

/** What one of our own words means: of a type, of a stage as the house calls it, of a severity. */
function worded(value: string, house: House): HouseValue {
  const stage = fieldOfRole(house, 'stage')?.values?.find((one) => one.value === value)?.label;
  const type = Object.hasOwn(typesOfField, value) ? typesOfField[value as FieldType].words : undefined;
  const own = Object.hasOwn(houseWords, value) ? houseWords[value] : undefined;
  return {
    value,
    about:
      type ??
      (own && stage ? fillAll({ en: '{own} ({stage})', zh: '{own}（{stage}）' }, { own, stage }) : (own ?? none)),
  };
}

/** The fields of a house, without the one that asks. */
function fieldsOf({ fields }: House, asking: Field | undefined): readonly HouseValue[] {
  return fields.filter(({ key }) => key !== asking?.key).map(({ key, label }) => ({ value: key, about: label }));
}

function* defaults(field: Field, around: HouseAround): Iterable<HouseValue> {
  yield* (field.values ?? []).map(({ value, label }) => ({ value, about: same(label) }));
  const { fixed = [], formats } = typesOfField[itemType(field)];
  yield* fixed.map(({ value }) => worded(value, around.house));
  if (isPerson(field)) yield* people(around.house);
  if (formats !== undefined) yield* plain(around.files ?? []);
}

/** Files, and the folders that they are in as `.gitignore` writes them. */
function withFolders(files: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const file of files) {
    const steps = file.split('/').slice(0, -1);
    steps.forEach((_step, index) => void folders.add(`${steps.slice(0, index + 1).join('/')}/`));
  }
  return [...folders, ...files];
}

/** What the inherited settings say at a path; of a list the item's own text, or each of its texts. */
function said(path: readonly YamlStep[], tree: Tree | undefined): readonly HouseValue[] {
  let here = tree;
  const names = path.filter((step) => typeof step === 'string');
  for (const name of names) here = under(here, name);
  const value = leaf(here);
  const each = Array.isArray(value) && typeof path.at(-1) === 'number' ? value : [value];
  return each.flatMap((one: unknown) => {
    const text = typeof one === 'object' && one !== null && 'value' in one ? one.value : one;
    return typeof text === 'string' || typeof text === 'number' || typeof text === 'boolean'
      ? [{ value: String(text), about: inherited }]
      : [];
  });
}

function byDefault({ default: value }: Shape): readonly HouseValue[] {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? [{ value: String(value), about: usual }]
    : [];
}
