import * as vscode from 'vscode';
import type { EntryChange, EntryTexts, FieldForm, PartForm } from '../server/protocol.ts';
import { askText, pickOne } from './ask.ts';
import { pickValues } from './pick-values.ts';

/** Asks what is to be done to a field of links, of names with values, or of allowances; `undefined` when nothing. */
export async function askEntry(field: FieldForm, parts: readonly PartForm[]): Promise<EntryChange | undefined> {
  const { entries } = field;
  // The server says whether one can be added to something else, such as one address alone.
  if (entries === undefined || entries.length === 0) return askNew(field, parts);
  const items = entries.map((entry, at) => ({
    at,
    label: shown(entry, parts, 1) || shown(entry, parts, 0),
    description: shown(entry, parts, 1) === '' ? '' : shown(entry, parts, 0),
  }));
  const add = { at: -1, label: `$(add) ${vscode.l10n.t('Add…')}`, description: '' };
  const chosen = await pickOne([...items, add], {
    title: field.label,
    placeHolder: vscode.l10n.t('Which entry?'),
    matchOnDescription: true,
  });
  if (chosen === undefined) return undefined;
  const entry = entries[chosen.at];
  return entry === undefined ? askNew(field, parts) : askChange(field, parts, entry, chosen.at);
}

const shown = (entry: EntryTexts, parts: readonly PartForm[], index: number): string => {
  const part = parts[index]?.part;
  return (part === undefined ? undefined : entry[part]) ?? '';
};

/** A new entry, part by part. */
async function askNew(field: FieldForm, parts: readonly PartForm[]): Promise<EntryChange | undefined> {
  const texts: { [part in PartForm['part']]?: string } = {};
  let named = '';
  for (const form of parts) {
    // The title of the article that was picked is the likeliest title of the link.
    const text = await askPart(field, form, form.optional ? named : '');
    if (text === undefined || (text === '' && !form.optional)) return undefined;
    named = form.choices.find(({ value }) => value === text)?.label ?? '';
    if (text !== '') texts[form.part] = text;
  }
  return { kind: 'add', texts };
}

/** What is done to an entry that is there. */
async function askChange(
  field: FieldForm,
  parts: readonly PartForm[],
  entry: EntryTexts,
  at: number,
): Promise<EntryChange | undefined> {
  const items = parts.map((form) => ({ form, label: form.label, description: entry[form.part] ?? '' }));
  const remove = { form: undefined, label: `$(trash) ${vscode.l10n.t('Remove')}`, description: '' };
  const chosen = await pickOne([...items, remove], {
    title: field.label,
    placeHolder: vscode.l10n.t('What is to be changed?'),
  });
  if (chosen === undefined) return undefined;
  const { form } = chosen;
  if (form === undefined) return { kind: 'remove', at };
  const text = await askPart(field, form, entry[form.part] ?? '');
  return text === undefined ? undefined : { kind: 'set', at, part: form.part, text };
}

async function askPart(field: FieldForm, form: PartForm, value: string): Promise<string | undefined> {
  const title = `${field.label} · ${form.label}`;
  if (form.choices.length > 0) {
    const { open, choices } = form;
    const asked = { label: title, help: field.help, type: '', open, values: value === '' ? [] : [value], choices };
    // The words of a title are searched for among the articles; an address has a dot or a slash.
    const looksRight = form.part === 'url' ? (typed: string) => /[./]/.test(typed) : () => true;
    return (await pickValues({ ...asked, looksRight }, false))?.[0];
  }
  const typed = await askText({ title, prompt: field.help, value });
  return typed?.trim();
}
