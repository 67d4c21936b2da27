import type { Entry, Value } from '../model/front-matter/front-matter.ts';
import { textOf } from '../model/front-matter/values.ts';
import { readCases } from './cases.ts';
import { readCheckSettings } from './check-settings.ts';
import { type FileNotes, isOff } from './file-notes.ts';
import { type Expected, type HouseFault, houseFault, onceEach, unknownWord } from './house-fault.ts';
import { choiceSettings, localizedSettings } from './inner-settings.ts';
import type { Setting, Settings } from './setting.ts';
import { stringFault } from './string-forms.ts';
import { readTermList } from './terms.ts';
import { type Branch, type Leaf, type Tree, under } from './tree.ts';

/** Reads a map of settings; what is faulty is left out and reported. */
export function readSettings(
  settings: Settings,
  entries: readonly Entry[],
  base: Tree | undefined,
  notes: FileNotes,
): Branch {
  const tree = new Map<string, Tree>();
  for (const [key, entry] of onceEach(entries, notes.faults)) {
    const setting = Object.hasOwn(settings, key) ? settings[key] : undefined;
    if (setting === undefined) {
      notes.faults.push(unknownWord('unknown-setting', entry.keyAt, key, Object.keys(settings)));
      continue;
    }
    const read = readSetting(setting, entry, under(base, key), notes);
    if (read) tree.set(key, read);
  }
  return { kind: 'branch', entries: tree };
}

function readSetting(setting: Setting, entry: Entry, base: Tree | undefined, notes: FileNotes): Tree | undefined {
  const { key, value } = entry;
  const at = value.kind === 'null' ? entry.keyAt : value.at;
  const expected = (what: Expected): undefined => {
    // A key without a value is being typed, or says nothing: it is no fault, and changes nothing.
    if (value.kind !== 'null') notes.faults.push(houseFault(`expected-${what}`, at, { key }));
    return undefined;
  };
  const leaf = (said: unknown): Leaf => ({ kind: 'leaf', value: said, origin: notes.origin });
  switch (setting.type) {
    case 'string': {
      const text = textOf(value);
      if (text === undefined) return expected('text');
      const fault = stringFault(setting.form, text, value);
      if (fault) notes.faults.push(fault);
      return fault ? undefined : leaf(text);
    }
    case 'boolean':
      if (value.kind === 'scalar' && typeof value.value === 'boolean') return leaf(value.value);
      return truthMeant(value, key, notes.faults) ? undefined : expected('boolean');
    case 'number': {
      if (value.kind !== 'scalar' || typeof value.value !== 'number') return expected('number');
      const whole = setting.decimals !== true;
      if ((whole ? Number.isInteger : Number.isFinite)(value.value) && value.value >= setting.least)
        return leaf(value.value);
      notes.faults.push(houseFault(whole ? 'bad-number' : 'bad-decimal', at, { key, least: setting.least }));
      return undefined;
    }
    case 'choice': {
      const text = textOf(value);
      if (text === undefined) return expected('text');
      if (setting.values.includes(text)) return leaf(text);
      notes.faults.push(unknownWord('unknown-value', at, text, setting.values, { key }));
      return undefined;
    }
    case 'strings': {
      if (value.kind !== 'list') return expected('list');
      const texts = value.items.map((item) => readItem(item, key, setting.form, notes));
      return leaf(texts.filter((text) => text !== undefined));
    }
    case 'localized':
      return readLocalized(entry, notes) ?? expected('text');
    case 'values':
      return value.kind === 'list'
        ? leaf(value.items.flatMap((item) => readChoice(item, key, notes)))
        : expected('list');
    case 'map':
      return value.kind === 'map' ? readSettings(setting.entries, value.entries, base, notes) : expected('map');
    case 'keyed':
      return value.kind === 'map' ? readKeyed(setting, value.entries, base, notes) : expected('map');
    case 'checks':
      return value.kind === 'map' ? readCheckSettings(value.entries, notes) : expected('map');
    case 'terms':
      return value.kind === 'list' ? leaf(readTermList(value.items, notes.faults)) : expected('list');
    case 'cases':
      if (value.kind !== 'list') return expected('list');
      readCases(value.items, notes);
      return undefined;
  }
}

/** Notes a truth in other words than YAML's, with the one that was meant; `false` for what is none. */
function truthMeant(value: Value, key: string, faults: HouseFault[]): boolean {
  const text = textOf(value)?.toLowerCase() ?? '';
  const near = /^(?:yes|y|on|是|真|有)$/.test(text)
    ? 'true'
    : /^(?:no|n|off|否|假|无)$/.test(text)
      ? 'false'
      : undefined;
  if (near === undefined) return false;
  const { start, end } = value.at;
  faults.push(houseFault('expected-boolean', value.at, { key, near }, [{ start, end, text: near }]));
  return true;
}

function readItem(
  item: Value,
  key: string,
  form: Extract<Setting, { type: 'strings' }>['form'],
  notes: FileNotes,
): string | undefined {
  const text = textOf(item);
  const fault =
    text === undefined
      ? houseFault('expected-text', item.at, { key })
      : form === 'check-id'
        ? checkFault(text, item, notes)
        : stringFault(form, text, item);
  if (fault) notes.faults.push(fault);
  return fault ? undefined : text;
}

function checkFault(id: string, { at }: Value, { checks }: FileNotes): HouseFault | undefined {
  const known = checks.map((check) => check.id);
  return known.includes(id) ? undefined : unknownWord('unknown-check', at, id, known);
}

function readLocalized(entry: Entry, notes: FileNotes): Tree | undefined {
  const text = textOf(entry.value);
  const leaf = (value: string): Leaf => ({ kind: 'leaf', value, origin: notes.origin });
  if (text !== undefined)
    return {
      kind: 'branch',
      entries: new Map([
        ['en', leaf(text)],
        ['zh', leaf(text)],
      ]),
    };
  if (entry.value.kind !== 'map') return undefined;
  return readSettings(localizedSettings, entry.value.entries, undefined, notes);
}

/** A value of a choice, as the house keeps it. */
interface ChoiceValue {
  readonly value: string;
  readonly label?: string;
  readonly aliases?: readonly string[];
  readonly folder?: string;
}

function readChoice(item: Value, key: string, notes: FileNotes): readonly ChoiceValue[] {
  const text = textOf(item);
  if (text !== undefined) return [{ value: text }];
  if (item.kind !== 'map') {
    notes.faults.push(houseFault('expected-text', item.at, { key }));
    return [];
  }
  const { entries } = readSettings(choiceSettings, item.entries, undefined, notes);
  const said = Object.fromEntries(
    [...entries].map(([name, tree]) => [name, tree.kind === 'leaf' ? tree.value : undefined]),
  );
  if (typeof said.value === 'string') return [said as unknown as ChoiceValue];
  notes.faults.push(houseFault('missing-setting', item.at, { key: 'value' }));
  return [];
}

function readKeyed(
  setting: Extract<Setting, { type: 'keyed' }>,
  entries: readonly Entry[],
  base: Tree | undefined,
  notes: FileNotes,
): Branch {
  const tree = new Map<string, Tree>();
  for (const [key, entry] of onceEach(entries, notes.faults)) {
    const { value } = entry;
    const inherited = under(base, key);
    if (isOff(value)) {
      tree.set(key, { kind: 'removed' });
      continue;
    }
    if (value.kind !== 'map' && value.kind !== 'null') {
      notes.faults.push(houseFault('expected-map', value.at, { key }));
      continue;
    }
    const read = readSettings(setting.of, value.kind === 'map' ? value.entries : [], inherited, notes);
    const missing = inherited ? undefined : setting.required.find((name) => !read.entries.has(name));
    if (missing === undefined) tree.set(key, read);
    else if (value.kind === 'null' || !value.entries.some((inner) => inner.key === missing)) {
      notes.faults.push(houseFault('missing-setting', entry.keyAt, { key: missing }));
    }
  }
  return { kind: 'branch', entries: tree };
}
