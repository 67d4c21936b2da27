import type { Entry, Value } from '../model/front-matter/front-matter.ts';
import { textOf } from '../model/front-matter/values.ts';
import { type FileNotes, isOff } from './file-notes.ts';
import { type Expected, type HouseFault, houseFault, onceEach, passedOver, unknownWord } from './house-fault.ts';
import { type KnownCheck, type KnownOption, severitySettings } from './known-checks.ts';
import type { Branch, Tree } from './tree.ts';

/** Reads `checks:`; each is a severity, or a map of `severity` and the check's options. */
export function readCheckSettings(entries: readonly Entry[], notes: FileNotes): Branch {
  const tree = new Map<string, Tree>();
  const ids = notes.checks.map(({ id }) => id);
  for (const [id, entry] of onceEach(entries, notes.faults)) {
    const check = notes.checks.find((candidate) => candidate.id === id);
    if (check === undefined) {
      // A newer Copydesk may know it: all other settings hold.
      notes.faults.push(passedOver(unknownWord('unknown-check', entry.keyAt, id, ids), 'error'));
      continue;
    }
    const read = readCheck(check, entry, notes);
    if (read) tree.set(id, read);
  }
  return { kind: 'branch', entries: tree };
}

function readCheck(check: KnownCheck, entry: Entry, notes: FileNotes): Branch | undefined {
  const { value } = entry;
  const tree = new Map<string, Tree>();
  const put = (name: string, said: unknown): void => {
    if (said !== undefined) tree.set(name, { kind: 'leaf', value: said, origin: notes.origin });
  };
  if (value.kind === 'null') return undefined;
  if (value.kind !== 'map') {
    put('severity', readSeverity(value, notes.faults));
    return tree.size > 0 ? { kind: 'branch', entries: tree } : undefined;
  }
  const options = check.options ?? {};
  for (const [name, inner] of onceEach(value.entries, notes.faults)) {
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (name === 'severity') put(name, readSeverity(inner.value, notes.faults));
    else if (option) put(name, readOption(option, inner, notes.faults));
    else {
      const known = ['severity', ...Object.keys(options)];
      notes.faults.push(
        passedOver(unknownWord('unknown-option', inner.keyAt, name, known, { check: check.id }), 'error'),
      );
    }
  }
  return { kind: 'branch', entries: tree };
}

function readSeverity(value: Value, faults: HouseFault[]): string | undefined {
  if (isOff(value)) return 'off';
  const text = textOf(value);
  if (text !== undefined && severitySettings.includes(text)) return text;
  if (value.kind === 'null') return undefined;
  faults.push(unknownWord('unknown-value', value.at, text ?? '', severitySettings, { key: 'severity' }));
  return undefined;
}

function readOption(option: KnownOption, entry: Entry, faults: HouseFault[]): unknown {
  const { key, value } = entry;
  const expected = (what: Expected): undefined => {
    if (value.kind !== 'null') faults.push(houseFault(`expected-${what}`, value.at, { key }));
    return undefined;
  };
  switch (option.type) {
    case 'boolean':
      return value.kind === 'scalar' && typeof value.value === 'boolean' ? value.value : expected('boolean');
    case 'number':
      return value.kind === 'scalar' && typeof value.value === 'number' ? value.value : expected('number');
    case 'string':
      return textOf(value) ?? expected('text');
    case 'choice': {
      const text = textOf(value);
      if (text === undefined) return expected('text');
      const values = option.values ?? [];
      if (values.includes(text)) return text;
      faults.push(unknownWord('unknown-value', value.at, text, values, { key }));
      return undefined;
    }
    case 'strings': {
      if (value.kind !== 'list') return expected('list');
      const texts = value.items.map(textOf);
      const bad = value.items[texts.indexOf(undefined)];
      if (bad) faults.push(houseFault('expected-text', bad.at, { key }));
      return texts.filter((text) => text !== undefined);
    }
  }
}
