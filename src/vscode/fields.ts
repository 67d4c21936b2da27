import * as vscode from 'vscode';
import type { EditsOfVersion, FieldForm } from '../server/protocol.ts';
import type { Articles } from './articles.ts';
import { askText, pickOne } from './ask.ts';
import { type Desk, told } from './client.ts';
import { askEntry } from './field-entries.ts';
import { lengthRemark } from './length-remark.ts';
import { pickValues } from './pick-values.ts';

/** Set Field…: pick a field of the front matter, then its value, by the field's type. */
export function registerFields(desk: Desk, articles: Articles): vscode.Disposable {
  return vscode.commands.registerCommand(
    'copydesk.setField',
    told((key?: unknown) => setField(desk, articles, typeof key === 'string' ? key : undefined)),
  );
}

/** @param key of the field, for keybindings; asked for when absent */
async function setField(desk: Desk, articles: Articles, key: string | undefined): Promise<void> {
  const document = await articles.chosenDocument();
  if (!document) return;
  const uri = desk.uri(document.uri);
  const form = await desk.ask('copydesk/fields', { uri });
  if (!form) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The front matter of this file cannot be filled in: mend it first.'),
    );
    return;
  }
  const field = key === undefined ? await pickField(form.fields) : form.fields.find((one) => one.key === key);
  if (!field) return;
  if (field.parts) {
    const change = await askEntry(field, field.parts);
    if (change) await applyEntry(document, await desk.ask('copydesk/changeEntry', { uri, key: field.key, change }));
    return;
  }
  const values = field.many ? await askMany(field) : await askOne(field);
  if (values === undefined || isSame(values, field.values)) return;
  await applyEntry(document, await desk.ask('copydesk/setField', { uri, key: field.key, values }));
}

const isSame = (wanted: readonly string[], had: readonly string[]): boolean =>
  wanted.filter((value) => value !== '').join('\n') === had.filter((value) => value !== '').join('\n');

async function applyEntry(document: vscode.TextDocument, answer: EditsOfVersion | null): Promise<void> {
  if (answer && answer.edits.length > 0) await applyEdits(document, answer);
  else void vscode.window.showInformationMessage(vscode.l10n.t('This cannot be done here: write it in the text.'));
}

/** Applies the server's edits, unless the text has changed meanwhile. Returns whether it did. */
export async function applyEdits(document: vscode.TextDocument, answer: EditsOfVersion | null): Promise<boolean> {
  if (!answer || answer.edits.length === 0) return false;
  if (answer.version !== document.version) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The article was edited meanwhile. Please try again.'));
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of answer.edits) {
    const { start, end } = range;
    edit.replace(document.uri, new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  return vscode.workspace.applyEdit(edit);
}

async function pickField(fields: readonly FieldForm[]): Promise<FieldForm | undefined> {
  const items = fields.map((field) => ({
    field,
    label: field.label,
    description: field.values.join(' · ') || (field.required ? vscode.l10n.t('missing') : ''),
    detail: field.help,
    ...(field.required && field.values.length === 0 ? { iconPath: new vscode.ThemeIcon('warning') } : {}),
  }));
  // What is still to be filled in comes first.
  items.sort((a, b) => Number(isMissing(b.field)) - Number(isMissing(a.field)));
  const chosen = await pickOne(items, {
    title: vscode.l10n.t('Set Field'),
    placeHolder: vscode.l10n.t('Which field?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.field;
}

const isMissing = ({ required, values }: FieldForm): boolean => required && values.length === 0;

/** One value: from a list, typed, or either. */
async function askOne(field: FieldForm): Promise<readonly string[] | undefined> {
  if (field.choices.length === 0) {
    const typed = await askText({
      title: field.label,
      prompt: `${field.help} ${field.type}`.trim(),
      value: field.values[0] ?? '',
      validateInput: (text) => lengthRemark(text, field),
    });
    return typed === undefined ? undefined : [typed.trim()];
  }
  const picked = await pickValues(field, false);
  return picked && [picked[0] ?? ''];
}

function askMany(field: FieldForm): Promise<readonly string[] | undefined> {
  return pickValues(field, true);
}
