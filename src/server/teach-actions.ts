import { type CodeAction, type CodeActionContext, CodeActionKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { review } from '../engine/review.ts';
import type { House } from '../house/house.ts';
import type { Finding } from '../model/finding.ts';
import { applyEdits, lineStarts, type Range } from '../model/range.ts';
import { houseFile, staffFile } from '../newsroom/files.ts';
import { owningFolder } from '../newsroom/find-house.ts';
import { joinUri, nameOf, parentUri } from '../newsroom/uri.ts';
import { type Lesson, lessonsOf } from '../teach/lessons.ts';
import { matching, menuTitle } from './actions.ts';
import { lspRange } from './diagnostics.ts';
import type { Reviewed } from './reviews.ts';
import type { Session } from './session.ts';
import { type TaughtEdit, taughtCommand } from './teach-protocol.ts';
import { say } from './words.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** Longer articles are not reviewed again to see what a lesson would change. UTF-16 units. */
const longestTrial = 60_000;

/** A file of the newsroom as it is now; its text is empty where it is not there yet. */
interface Taught {
  readonly uri: string;
  readonly text: string;
  /** Of the open document, null for a file on the disk. */
  readonly version: number | null;
  readonly isNew: boolean;
}

/**
 * What the findings at a place can teach the house: each one edit of `copydesk.yml` or `staff.yml`, offered only where
 * the finding is gone with it and the file has no fault. A file above the opened folders is left to those who keep it.
 */
export async function teachActions(
  session: Session,
  reviewed: Reviewed,
  range: Range,
  context: CodeActionContext,
): Promise<CodeAction[]> {
  const { article, findings, inForce, isArticle } = reviewed;
  if (!isArticle || inForce.faulty || inForce.isUnknown) return [];
  const here = findings.filter(({ at }) => at.start <= range.end && range.start <= at.end);
  const actions: CodeAction[] = [];
  const titles = new Set<string>();
  const files = new Map<Lesson['file'], ReturnType<typeof taught>>();
  /** Each file is read once for all lessons: where the client reads, the menu waits for every answer. */
  const fileOf = (kind: Lesson['file']): ReturnType<typeof taught> => {
    const known = files.get(kind) ?? taught(session, reviewed, kind);
    files.set(kind, known);
    return known;
  };
  for (const finding of here) {
    for (const lesson of lessonsOf(finding, article, inForce.house)) {
      const title = menuTitle(lesson, session.locale());
      if (titles.has(title)) continue;
      const file = await fileOf(lesson.file);
      const edit = file && lesson.edit(file.text);
      if (file === undefined || edit === undefined) continue;
      const text = applyEdits(file.text, [edit]);
      if (!(await isLearned(session, reviewed, finding, lesson, file, text))) continue;
      titles.add(title);
      const edits = [{ range: lspRange(lineStarts(file.text), edit), newText: edit.text }];
      actions.push({
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: matching(article.lines, finding, context.diagnostics),
        ...offered(session, file, edits, title),
      });
    }
  }
  return actions;
}

/**
 * The edit of a file that is not the one in front of the user. Our extension makes it, says what the file says now and
 * takes it back; another client asks first where it can.
 */
function offered(
  session: Session,
  file: Taught,
  edits: readonly { readonly range: ReturnType<typeof lspRange>; readonly newText: string }[],
  title: string,
): Pick<CodeAction, 'edit' | 'command'> {
  const { client } = session;
  if (!client.commands) return { edit: asked(session, file, edits, title) };
  const [only] = edits;
  if (only === undefined) return {};
  const { uri, version, text, isNew } = file;
  const { start, end } = only.range;
  const lines = TextDocument.create(uri, 'yaml', 0, text);
  const before = text.slice(lines.offsetAt(start), lines.offsetAt(end));
  const taught: TaughtEdit = { uri, start, before, after: only.newText, isNew, wasOpen: version !== null };
  return {
    edit: workspaceEdit(client, [{ uri, version, edits, ...(isNew ? { isNew: true as const } : {}) }]),
    command: { title, command: taughtCommand, arguments: [taught] },
  };
}

function asked(
  { client, locale }: Pick<Session, 'client' | 'locale'>,
  { uri, version, isNew }: Taught,
  edits: readonly { readonly range: ReturnType<typeof lspRange>; readonly newText: string }[],
  title: string,
): NonNullable<CodeAction['edit']> {
  const group = 'house';
  const named = client.annotatedEdits ? edits.map((edit) => ({ ...edit, annotationId: group })) : edits;
  const annotation = {
    label: title,
    description: say(locale(), 'teachFile', { file: nameOf(uri) }),
    needsConfirmation: true,
  };
  return workspaceEdit(
    client,
    [{ uri, version, edits: named, ...(isNew ? { isNew: true as const } : {}) }],
    client.annotatedEdits ? { [group]: annotation } : undefined,
  );
}

/** The file that a lesson is for; `undefined` where there is none that may be written. */
async function taught(session: Session, { uri, inForce }: Reviewed, kind: Lesson['file']): Promise<Taught | undefined> {
  const folders = session.folders();
  const top = owningFolder(folders, uri);
  if (top === undefined) return undefined;
  const place =
    kind === 'house'
      ? (inForce.file ?? joinUri(top, houseFile))
      : (inForce.staffFiles[0] ?? joinUri(parentUri(inForce.file ?? '') ?? top, staffFile));
  if (owningFolder(folders, place) === undefined) return undefined;
  const open = session.standing.get(place);
  if (open) return { uri: place, text: open.getText(), version: open.version, isNew: false };
  const read = await session.world.readText(place);
  if (read === undefined)
    return session.client.createsFiles ? { uri: place, text: '', version: null, isNew: true } : undefined;
  // What was read in another encoding than it says would be written in another one.
  return 'text' in read && !('isGuessed' in read)
    ? { uri: place, text: read.text, version: null, isNew: false }
    : undefined;
}

/** What was tried of a finding, by what the file would say: the list is asked for with every move of the cursor. */
const tried = new WeakMap<Finding, Map<string, Promise<boolean>>>();

/** Whether the finding is gone once the file says so, and the file is as good as before. */
function isLearned(
  session: Session,
  reviewed: Reviewed,
  finding: Finding,
  lesson: Lesson,
  file: Taught,
  text: string,
): Promise<boolean> {
  const before = tried.get(finding) ?? new Map<string, Promise<boolean>>();
  tried.set(finding, before);
  const key = `${lesson.lowers === true} ${file.uri} ${text}`;
  const known = before.get(key) ?? tryLesson(session, reviewed, finding, lesson, file, text);
  before.set(key, known);
  return known;
}

async function tryLesson(
  session: Session,
  { article, facts, findings, inForce }: Reviewed,
  finding: Finding,
  { file, lowers }: Lesson,
  { uri }: Taught,
  text: string,
): Promise<boolean> {
  if (file === 'staff') return true;
  const house = await session.houses.tried(uri, text);
  if (house === undefined) return false;
  if (article.text.length > longestTrial) return true;
  const now: House = { ...inForce.house, ...house };
  const isSame = (one: Finding): boolean => one.check === finding.check && one.at.start === finding.at.start;
  const before = findings.filter(isSame);
  const after = review(article, now, facts).findings.filter(isSame);
  return lowers ? after.every(({ severity }) => severity !== finding.severity) : after.length < before.length;
}
