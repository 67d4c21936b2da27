import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { renameInStaff, renamePerson } from '../assist/people-help.ts';
import type { House } from '../house/house.ts';
import type { Colleague } from '../house/staff.ts';
import type { Article } from '../model/article.ts';
import type { Locale } from '../model/finding.ts';
import { lineStarts, type TextEdit as OffsetEdit } from '../model/range.ts';
import { lspRange } from './diagnostics.ts';
import { say } from './words.ts';

/** A text of the newsroom. `version`: of the open document, or null for a file. */
interface Versioned {
  readonly uri: string;
  readonly version: number | null;
}

/** The staff file of a house as it is now, with the people that it lists and where. */
export interface StaffText extends Versioned {
  readonly text: string;
  readonly people: readonly Colleague[];
}

/** One of the house's articles. */
export interface ArticleOfHouse extends Versioned {
  readonly article: Article;
}

/** What the edits of a rename are in: the staff list, what names people in articles, and running text. */
type Group = 'staff' | 'articles' | 'text';

/**
 * Renames somebody through a newsroom. Where the client shows annotations, mentions in running text are among the
 * edits, to be confirmed one by one: VS Code then shows all edits before it makes any, with those unticked. Other
 * clients get no edits of running text.
 */
export function renameEdit(
  { name, wanted }: { readonly name: string; readonly wanted: string },
  {
    staff,
    articles,
    house,
  }: {
    readonly staff: StaffText | undefined;
    readonly articles: readonly ArticleOfHouse[];
    readonly house: House;
  },
  { annotated, locale }: { readonly annotated: boolean; readonly locale: Locale },
): WorkspaceEdit {
  const documentChanges: TextDocumentEdit[] = [];
  const written = (edits: readonly OffsetEdit[], lines: readonly number[], group: Group) =>
    edits.map((edit): TextEdit | AnnotatedTextEdit => {
      const plain = { range: lspRange(lines, edit), newText: edit.text };
      return annotated ? { ...plain, annotationId: group } : plain;
    });
  const add = ({ uri, version }: Versioned, edits: (TextEdit | AnnotatedTextEdit)[]): void => {
    if (edits.length > 0) documentChanges.push({ textDocument: { uri, version }, edits });
  };
  if (staff) {
    const edits = renameInStaff(staff.text, staff.people, name, wanted);
    add(staff, written(edits, lineStarts(staff.text), 'staff'));
  }
  for (const one of articles) {
    const { edits, mentions } = renamePerson(one.article, house, name, wanted);
    const { lines } = one.article;
    add(one, [...written(edits, lines, 'articles'), ...(annotated ? written(mentions, lines, 'text') : [])]);
  }
  if (!annotated) return { documentChanges };
  const label = say(locale, 'renameLabel', { name, wanted });
  const changeAnnotations: Record<Group, ChangeAnnotation> = {
    staff: { label, description: say(locale, 'renameStaff') },
    articles: { label, description: say(locale, 'renameArticles') },
    text: {
      label: say(locale, 'renameText', { name }),
      description: say(locale, 'renameAsk'),
      needsConfirmation: true,
    },
  };
  return { documentChanges, changeAnnotations };
}
