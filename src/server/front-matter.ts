import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import type { Surroundings } from '../assist/field-values.ts';
import { completeFrontMatter, hoverFrontMatter } from '../assist/front-matter-help.ts';
import type { House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { inLocale, type Locale } from '../model/finding.ts';
import type { Range } from '../model/range.ts';
import { lspRange } from './diagnostics.ts';

/** What is known of the front-matter field at an offset; `undefined` elsewhere. */
export function fieldHover(
  article: Article,
  house: House,
  offset: number,
  locale: Locale,
): { readonly markdown: string; readonly range: Range } | undefined {
  const found = hoverFrontMatter(article, house, offset);
  return found && { markdown: inLocale(found.text, locale), range: found.range };
}

/**
 * Field names and values that may be written at an offset of the front matter.
 * @param around the present moment, milliseconds since the epoch, or that with what else is known
 * @param snippets whether the client can fill in tab stops
 */
export function complete(
  article: Article,
  house: House,
  offset: number,
  locale: Locale,
  around: number | Surroundings,
  snippets: boolean,
): CompletionItem[] {
  return completeFrontMatter(article, house, offset, around).map((completion, index) => {
    const { kind, label, detail, about, range, text, snippet, filter } = completion;
    const newText = snippets && snippet !== undefined ? snippet : text;
    return {
      label,
      kind: kind === 'field' ? CompletionItemKind.Field : CompletionItemKind.Value,
      labelDetails: { description: inLocale(detail, locale) },
      ...(inLocale(about, locale) === ''
        ? {}
        : { documentation: { kind: 'markdown', value: inLocale(about, locale) } }),
      textEdit: { range: lspRange(article.lines, range), newText },
      insertTextFormat: newText === text ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
      // What stands in the range is what the letters are matched with, so it must come first.
      filterText: filter,
      // In the order of the house, not of the alphabet.
      sortText: String(index).padStart(4, '0'),
      // A field's value comes next: its list opens at once.
      ...(kind === 'field' ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
    };
  });
}
