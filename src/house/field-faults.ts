import { didYouMean } from '../model/did-you-mean.ts';
import { listed } from '../model/finding.ts';
import type { Entry, Value } from '../model/front-matter/front-matter.ts';
import { textOf } from '../model/front-matter/values.ts';
import { writeScalar } from '../model/front-matter/yaml-scalar.ts';
import { type FieldType, typesOfField } from './field-types.ts';
import { type HouseFault, houseFault } from './house-fault.ts';
import { leaf, parts, type Tree, under } from './tree.ts';

/** Settings that mean something for some types of field only. */
const special: ReadonlySet<string> = new Set(Object.values(typesOfField).flatMap(({ settings }) => settings));

/** Whether a setting means nothing for fields of a type. */
export function isIdle(setting: string, type: string | undefined): boolean {
  const known = type !== undefined && Object.hasOwn(typesOfField, type) ? typesOfField[type as FieldType] : undefined;
  return known !== undefined && special.has(setting) && !known.settings.includes(setting);
}

/**
 * What is wrong between the fields of a house file: two with one role or one name, fields named that there are not,
 * settings that mean nothing for the field's type.
 *
 * @param entries the house file's own
 * @param tree the house as it is with them
 */
export function* fieldFaults(entries: readonly Entry[], tree: Tree): Iterable<HouseFault> {
  const fields = entries.find(({ key }) => key === 'fields')?.value;
  const all = parts(under(tree, 'fields'));
  for (const { key, value } of fields?.kind === 'map' ? fields.entries : []) {
    if (value.kind !== 'map') continue;
    const type = leaf(under(all.find(([name]) => name === key)?.[1], 'type'));
    for (const setting of value.entries) yield* settingFaults(key, type as FieldType | undefined, setting, all);
  }
}

type Fields = readonly (readonly [string, Tree])[];

function* settingFaults(key: string, type: FieldType | undefined, setting: Entry, all: Fields): Iterable<HouseFault> {
  const { value } = setting;
  switch (setting.key) {
    case 'role': {
      // Whoever asks for the title gets one of two.
      const named = textOf(value);
      const other = all.find(([name, field]) => name !== key && leaf(under(field, 'role')) === named)?.[0];
      if (named !== undefined && other !== undefined)
        yield houseFault('double-role', value.at, { role: named, key: other });
      break;
    }
    case 'aliases':
      for (const [word, item] of words(value)) {
        const other = all.find(
          ([name, field]) => name === word || (name !== key && aliases(field).includes(word)),
        )?.[0];
        if (other !== undefined) yield houseFault('double-name', item.at, { actual: word, key: other });
      }
      break;
    case 'required-with':
    case 'excludes':
      for (const [word, item] of words(value)) {
        const named = word.split('=', 1)[0]?.trim() ?? '';
        const names = all.map(([name]) => name);
        if (!names.includes(named)) yield unknownField(word, named, names, item, setting.key);
      }
      break;
    default: {
      const own = type && typesOfField[type]?.settings;
      if (own && isIdle(setting.key, type)) {
        const known = own.length > 0 ? listed(own) : '—';
        yield houseFault('idle-setting', setting.keyAt, { key: setting.key, type, known });
      }
    }
  }
}

/** A field that there is not, with the one that was meant where one is near; what stands behind `=` stays. */
function unknownField(word: string, named: string, names: readonly string[], { at }: Value, key: string): HouseFault {
  const near = didYouMean(named, names);
  if (near === undefined) return houseFault('unknown-field-named', at, { actual: named, key });
  const meant = near + word.slice(word.indexOf(named) + named.length);
  const edits = [{ start: at.start, end: at.end, text: writeScalar(meant, 'flow') }];
  return houseFault('unknown-field-named-near', at, { actual: named, key, near: meant }, edits);
}

function* words(value: Value): Iterable<readonly [string, Value]> {
  for (const item of value.kind === 'list' ? value.items : []) {
    const text = textOf(item);
    if (text !== undefined) yield [text, item];
  }
}

function aliases(field: Tree): readonly unknown[] {
  const said = leaf(under(field, 'aliases'));
  return Array.isArray(said) ? said : [];
}
