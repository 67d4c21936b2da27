import {
  type CancellationToken,
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { titleOf } from '../checks/index.ts';
import type { Range } from '../model/range.ts';
import { owningFolder } from '../newsroom/find-house.ts';
import { everythingFixed, wants } from './actions.ts';
import { checkNewsroom } from './newsroom.ts';
import type { Reviewed } from './reviews.ts';
import type { Session } from './session.ts';
import { say } from './words.ts';
import { type DocumentEdits, lineEditsOf, workspaceEdit } from './workspace-edit.ts';

/** More articles than this are left to `copydesk fix`: an editor holds each that it changes. */
const mostFiles = 500;

/** What is kept with "fix all of this kind in the newsroom" until it is chosen. */
interface FixEverywhere {
  readonly uri: string;
  readonly everywhere: string;
}

/** For each kind of finding at a place that can be fixed safely: mending all of its kind in the newsroom's articles. */
export function everywhereActions(
  session: Session,
  { uri, findings, isArticle }: Reviewed,
  range: Range,
  context: CodeActionContext,
): CodeAction[] {
  const { client } = session;
  if (!isArticle || !client.resolvesEdits || !client.annotatedEdits || !wants(context, CodeActionKind.QuickFix))
    return [];
  if (owningFolder(session.folders(), uri) === undefined) return [];
  const here = findings.filter(({ at, fixes }) => touches(at, range) && fixes.some(({ safe }) => safe));
  return [...new Set(here.map(({ check }) => check))].map((check): CodeAction => {
    const data: FixEverywhere = { uri, everywhere: check };
    return {
      title: say(session.locale(), 'fixEverywhere', { check: titleOf(check, session.locale()) }),
      kind: CodeActionKind.QuickFix,
      data,
    };
  });
}

function touches(at: Range, range: Range): boolean {
  return at.start <= range.end && range.start <= at.end;
}

/** The check that is to be mended everywhere by an action that was chosen; `undefined` for other actions. */
export function everywhereOf({ data }: CodeAction): FixEverywhere | undefined {
  return isEverywhere(data) ? data : undefined;
}

function isEverywhere(data: unknown): data is FixEverywhere {
  return typeof data === 'object' && data !== null && 'uri' in data && 'everywhere' in data;
}

/**
 * One change of all articles of the folder in which safe fixes of a check mend something: the client shows it before it
 * is made, and takes it back in one step. A file whose encoding was guessed is left alone.
 */
export async function fixEverywhere(
  session: Session,
  { uri, everywhere }: FixEverywhere,
  token: CancellationToken,
): Promise<WorkspaceEdit | undefined> {
  const { world, reviews, client, standing } = session;
  const folder = owningFolder(session.folders(), uri);
  if (folder === undefined) return undefined;
  const mended: DocumentEdits[] = [];
  const isOpen = (one: string): boolean => standing.get(one) !== undefined;
  const group = 'article';
  const locale = session.locale();
  await checkNewsroom(
    [folder],
    {
      world,
      reviews,
      locale,
      isOpen,
      shown: ({ findings }) => findings,
      found(reviewed) {
        const fixed = mended.length < mostFiles ? everythingFixed(reviewed, [everywhere]) : undefined;
        if (fixed === undefined) return;
        const edits = lineEditsOf(reviewed.article.lines, fixed.edits).map((edit) => ({
          ...edit,
          annotationId: group,
        }));
        mended.push({ uri: reviewed.uri, version: isOpen(reviewed.uri) ? reviewed.version : null, edits });
      },
    },
    { begin() {}, report() {}, done() {} },
    token,
  );
  if (token.isCancellationRequested) return undefined;
  const certain: DocumentEdits[] = [];
  for (const each of mended) {
    const read = each.version === null ? await world.readText(each.uri) : undefined;
    if (each.version !== null || (read && 'text' in read && !('isGuessed' in read))) certain.push(each);
  }
  const label = say(locale, 'fixedEverywhere', { check: titleOf(everywhere, locale), count: certain.length });
  return workspaceEdit(client, certain, { [group]: { label, needsConfirmation: true } });
}
