import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
} from 'vscode-languageserver';
import { mostSuggestions } from '../../assist/field-values.ts';
import { completePicture, picturePathAt } from '../../assist/picture-complete.ts';
import type { Suggestion } from '../../assist/suggestion.ts';
import { completeTerms } from '../../assist/terms-help.ts';
import type { Article } from '../../model/article.ts';
import { inLocale, type Locale } from '../../model/finding.ts';
import { lspRange } from '../diagnostics.ts';
import { complete } from '../front-matter.ts';
import { houseItems } from '../house-complete.ts';
import { peopleItems } from '../people.ts';
import { mayBeArticle } from '../role-of.ts';
import type { Session } from '../session.ts';

/** What may be written at the cursor. */
export async function completion(
  session: Session,
  { textDocument: { uri }, position, context }: CompletionParams,
): Promise<CompletionItem[] | CompletionList> {
  const role = await session.roleOf(uri);
  const document = session.documents.get(uri);
  if (!document) return [];
  const offset = document.offsetAt(position);
  const { snippets } = session.client;
  const locale = session.locale();
  if (role === 'house' || role === 'base-house')
    return houseItems(session, uri, document.getText(), offset, locale, snippets);
  // Braces are asked about for house files alone.
  if (context?.triggerCharacter === '{' || role === 'staff' || role === 'terms' || role === 'page') return [];
  // Front matter that is being begun makes no article yet.
  if (role === 'other' && !mayBeArticle(uri, session.folders())) return [];
  const { house, ...inForce } = await session.houses.of(uri);
  const article = session.reviews.parsed(uri);
  if (!article) return [];
  const { kind, bodyStart } = article.frontMatter;
  const now = session.now();
  const people = role === 'article' ? peopleItems(article, house, offset, locale, now, snippets) : [];
  const inBody = kind === 'yaml' && offset >= bodyStart;
  const picture = picturePathAt(article, offset);
  if (picture) {
    const nearby = await session.around(uri, { house, ...inForce });
    const found = completePicture(article, picture, offset, nearby);
    return { isIncomplete: found.length >= mostSuggestions, items: pictureItems(article, found) };
  }
  const around = inBody ? now : await session.around(uri, { house, ...inForce });
  const terms = role === 'article' ? termItems(article, completeTerms(article, house, offset), locale) : [];
  const items = [...people, ...terms, ...complete(article, house, offset, locale, around, snippets)];
  // In a byline the next letters may make a role word of what looked like a name, and of too many articles, pictures
  // or tags other ones fit them (what the list has already is left out, so there may be fewer): it is asked again.
  const isPartial = items.length >= mostSuggestions / 2 || (people.length > 0 && offset >= bodyStart);
  return isPartial ? { isIncomplete: true, items } : items;
}

function termItems(article: Article, found: readonly Suggestion[], locale: Locale): CompletionItem[] {
  return found.map(({ label, detail, about, range, text, filter }, index) => {
    const documentation = inLocale(about, locale);
    return {
      label,
      kind: CompletionItemKind.Text,
      labelDetails: { description: inLocale(detail, locale) },
      ...(documentation === '' ? {} : { documentation: { kind: 'markdown', value: documentation } }),
      textEdit: { range: lspRange(article.lines, range), newText: text },
      filterText: filter,
      sortText: `!t${String(index).padStart(2, '0')}`,
    };
  });
}

function pictureItems(article: Article, found: readonly Suggestion[]): CompletionItem[] {
  return found.map(({ label, range, text, filter }, index) => ({
    label,
    kind: CompletionItemKind.File,
    textEdit: { range: lspRange(article.lines, range), newText: text },
    filterText: filter,
    sortText: String(index).padStart(4, '0'),
  }));
}
