import * as vscode from 'vscode';
import type { FieldForm } from '../server/protocol.ts';
import { asked } from './ask.ts';

/** What asking for values goes by. */
interface Asked extends Pick<FieldForm, 'label' | 'help' | 'type' | 'open' | 'values' | 'choices'> {
  /** Whether a typed text looks like a value and not like what is searched for; absent: any does. */
  readonly looksRight?: (typed: string) => boolean;
}

interface ValueItem extends vscode.QuickPickItem {
  readonly value: string;
}

/** A quick pick whose typed text may be a value too, where the house lets others in. */
export function pickValues(field: Asked, many: boolean): Promise<readonly string[] | undefined> {
  const pick = vscode.window.createQuickPick<ValueItem>();
  pick.title = field.label;
  pick.placeholder = `${field.help} ${field.type}`.trim();
  pick.canSelectMany = many;
  pick.matchOnDescription = true;
  const item = (value: string, label = ''): ValueItem => ({ label: value, description: label, value });
  const known = new Map(field.choices.map(({ value, label }) => [value, item(value, label)]));
  for (const value of field.values) if (!known.has(value)) known.set(value, item(value));
  const show = (typed: string): void => {
    const selected = pick.selectedItems.map(({ value }) => value);
    const added = field.open && typed !== '' && !known.has(typed) && (field.looksRight?.(typed) ?? true);
    pick.items = [...(added ? [item(typed, vscode.l10n.t('as typed'))] : []), ...known.values()];
    if (many) pick.selectedItems = pick.items.filter(({ value }) => selected.includes(value));
  };
  show('');
  if (many) pick.selectedItems = pick.items.filter(({ value }) => field.values.includes(value));
  else pick.activeItems = pick.items.filter(({ value }) => field.values.includes(value));
  // What was ticked would be lost.
  return asked<readonly string[]>(pick, { stays: many }, (answer) => {
    pick.onDidChangeValue((typed) => show(typed.trim()));
    pick.onDidAccept(() => {
      // A row that is clicked is selected; it need not be the active one.
      const one = pick.selectedItems.length > 0 ? pick.selectedItems : pick.activeItems;
      const chosen = many ? pick.selectedItems : one.slice(0, 1);
      const typed = pick.value.trim();
      const values = chosen.map(({ value }) => value);
      if (many && field.open && typed !== '' && !known.has(typed) && !values.includes(typed)) values.push(typed);
      answer(values);
    });
  });
}
