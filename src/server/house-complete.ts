import { type CompletionItem, CompletionItemKind, type Hover } from 'vscode-languageserver';
import { aboutSetting, completeHouse } from '../engine/house-help.ts';
import type { House } from '../house/house.ts';
import type { Locale } from '../model/finding.ts';
import { lineStarts } from '../model/range.ts';
import { lspRange } from './diagnostics.ts';

/** Settings and values that may be written at an offset of a house file. */
export function houseItems(text: string, house: House, offset: number, locale: Locale): CompletionItem[] {
  const lines = lineStarts(text);
  return completeHouse(text, house, offset).map(({ kind, label, about, range, text: newText }, index) => ({
    label,
    kind: kind === 'setting' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
    ...(about[locale] === '' ? {} : { labelDetails: { description: about[locale] } }),
    textEdit: { range: lspRange(lines, range), newText },
    // In the order of the settings, not of the alphabet.
    sortText: String(index).padStart(4, '0'),
    ...(newText.endsWith(': ') ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
  }));
}

/** What a setting of a house file means. */
export function houseHover(text: string, house: House, offset: number, locale: Locale): Hover | null {
  const found = aboutSetting(text, house, offset);
  if (found === undefined) return null;
  return { contents: { kind: 'markdown', value: found.about[locale] }, range: lspRange(lineStarts(text), found.range) };
}
