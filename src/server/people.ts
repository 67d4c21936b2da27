import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { completePeople } from '../assist/people-complete.ts';
import { colleagueAt } from '../assist/people-help.ts';
import { aboutPerson } from '../assist/people-words.ts';
import type { House } from '../house/house.ts';
import { readStaff } from '../house/staff.ts';
import type { Article } from '../model/article.ts';
import { inLocale, type Locale } from '../model/finding.ts';
import { lineStarts } from '../model/range.ts';
import { lspRange } from './diagnostics.ts';

/** Who may be named at an offset, as LSP lists it. `snippets`: whether the client can fill in tab stops. */
export function peopleItems(
  article: Article,
  house: House,
  offset: number,
  locale: Locale,
  now: number,
  snippets: boolean,
): readonly CompletionItem[] {
  return completePeople(article, house, offset, now).map((person, index) => {
    const newText = snippets && person.snippet !== undefined ? person.snippet : person.text;
    const about = inLocale(person.about, locale);
    return {
      label: person.label,
      kind: CompletionItemKind.Value,
      labelDetails: { description: inLocale(person.detail, locale) },
      ...(about === '' ? {} : { documentation: { kind: 'markdown', value: about } }),
      textEdit: { range: lspRange(article.lines, person.range), newText },
      insertTextFormat: newText === person.text ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
      filterText: person.filter,
      sortText: `!${String(index).padStart(4, '0')}`,
    };
  });
}

/** Who an entry of the staff file is, for a hover there; `undefined` elsewhere. */
export function staffHover(text: string, offset: number, locale: Locale) {
  const known = colleagueAt(readStaff(text).people, offset);
  return (
    known && {
      contents: { kind: 'markdown' as const, value: inLocale(aboutPerson(known), locale) },
      range: lspRange(lineStarts(text), known.at),
    }
  );
}
