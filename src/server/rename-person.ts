import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  ErrorCodes,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { renameInStaff, renamePerson } from '../assist/people-help.ts';
import type { House } from '../house/house.ts';
import type { Colleague } from '../house/staff.ts';
import type { Article } from '../model/article.ts';
import type { Locale, MessageData } from '../model/finding.ts';
import { lineStarts, type TextEdit as OffsetEdit } from '../model/range.ts';
import { isNoDate, momentOf, readDate } from '../model/written-date.ts';
import { readingOf } from '../reading/reading.ts';
import type { Client } from './client.ts';
import { lspRange } from './diagnostics.ts';
import { say } from './words.ts';
import { type DocumentEdits, workspaceEdit } from './workspace-edit.ts';

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
type Group = 'staff' | 'articles' | 'published' | 'text';

/** A sentence that says why somebody is not renamed. */
export function refusal(locale: Locale, id: Parameters<typeof say>[1], data: MessageData): ResponseError<void> {
  return new ResponseError<void>(ErrorCodes.InvalidParams, say(locale, id, data));
}

/** What a rename changes. `now`: milliseconds since the epoch. */
interface Renaming {
  readonly staff: StaffText | undefined;
  readonly articles: readonly ArticleOfHouse[];
  readonly house: House;
  readonly now: number;
}

/**
 * Renames somebody through a newsroom. Where the client shows annotations, what is published already and mentions in
 * running text are to be confirmed: VS Code then shows all edits before it makes any, with those unticked. Other
 * clients get no edits of running text.
 */
export function renameEdit(
  { name, wanted }: { readonly name: string; readonly wanted: string },
  { staff, articles, house, now }: Renaming,
  { client, locale }: { readonly client: Client; readonly locale: Locale },
): WorkspaceEdit {
  const documents: DocumentEdits[] = [];
  const files = new Map<Group, Set<string>>();
  const add = (
    { uri, version }: Versioned,
    lines: readonly number[],
    changes: readonly (readonly [Group, readonly OffsetEdit[]])[],
  ): void => {
    const edits = changes.flatMap(([group, some]) =>
      some.map((edit): TextEdit | AnnotatedTextEdit => {
        files.set(group, (files.get(group) ?? new Set()).add(uri));
        const plain = { range: lspRange(lines, edit), newText: edit.text };
        return client.annotatedEdits ? { ...plain, annotationId: group } : plain;
      }),
    );
    if (edits.length > 0) documents.push({ uri, version, edits });
  };
  if (staff) add(staff, lineStarts(staff.text), [['staff', renameInStaff(staff.text, staff.people, name, wanted)]]);
  for (const one of articles) {
    const { edits, mentions } = renamePerson(one.article, house, name, wanted);
    add(one, one.article.lines, [
      [isPublished(one.article, house, now) ? 'published' : 'articles', edits],
      ...(client.annotatedEdits ? ([['text', mentions]] as const) : []),
    ]);
  }
  if (!client.annotatedEdits) return workspaceEdit(client, documents);
  const words = (group: Group): ChangeAnnotation => {
    const data = { name, wanted, count: files.get(group)?.size ?? 0 };
    if (group === 'staff') return { label: say(locale, 'renameLabel', data), description: say(locale, 'renameStaff') };
    if (group === 'articles')
      return { label: say(locale, 'renameInArticles', data), description: say(locale, 'renameArticles') };
    const label = say(locale, group === 'published' ? 'renameInPublished' : 'renameText', data);
    return { label, description: say(locale, 'renameAsk'), needsConfirmation: true };
  };
  return workspaceEdit(client, documents, Object.fromEntries([...files.keys()].map((group) => [group, words(group)])));
}

/** Whether readers have an article already: by its stage, or by its date where it says none. */
function isPublished(article: Article, house: House, now: number): boolean {
  const reading = readingOf(article, house);
  if (reading.saidStage !== undefined) return reading.saidStage === 'published';
  const value = reading.entry('published')?.value;
  const read = value?.kind === 'scalar' ? readDate(value.prose.rendered) : undefined;
  return read !== undefined && !isNoDate(read) && momentOf(read, house.timeZone) <= now;
}
