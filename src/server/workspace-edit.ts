import type { ChangeAnnotation, SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { LineStarts, TextEdit as OffsetEdit } from '../model/range.ts';
import type { Client } from './client.ts';
import { lspRange } from './diagnostics.ts';

/** Edits of one document. `version`: of the open document, null for a file. */
export interface DocumentEdits<E = TextEdit | SnippetTextEdit> {
  readonly uri: string;
  readonly version: number | null;
  readonly edits: readonly E[];
  /** The file is not there yet; for clients that can make files. */
  readonly isNew?: true;
}

/**
 * Edits as the client takes them: bound to versions, so that a stale one is refused, where it knows such edits.
 * @param annotations groups that edits name, for clients that know them
 */
export function workspaceEdit(
  { versionedEdits }: Pick<Client, 'versionedEdits'>,
  documents: readonly DocumentEdits[],
  annotations?: Readonly<Record<string, ChangeAnnotation>>,
): WorkspaceEdit {
  if (!versionedEdits) {
    const plain = documents.map(({ uri, edits }) => [uri, edits.filter((edit) => 'newText' in edit)] as const);
    return { changes: Object.fromEntries(plain) };
  }
  const documentChanges = documents.flatMap(({ uri, version, edits, isNew }) => {
    const text = { textDocument: { uri, version }, edits: [...edits] };
    if (!isNew) return [text];
    // Who agrees to the text agrees to the file.
    const [group] = edits.flatMap((edit) =>
      'annotationId' in edit && typeof edit.annotationId === 'string' ? [edit.annotationId] : [],
    );
    const file = { kind: 'create' as const, uri, options: { ignoreIfExists: true } };
    return [{ ...file, ...(group === undefined ? {} : { annotationId: group }) }, text];
  });
  return { documentChanges, ...(annotations ? { changeAnnotations: annotations } : {}) };
}

/** Edits by offsets as LSP has them. */
export function lineEditsOf(lines: LineStarts, edits: readonly OffsetEdit[]): TextEdit[] {
  return edits.map((edit) => ({ range: lspRange(lines, edit), newText: edit.text }));
}
