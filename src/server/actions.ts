import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Diagnostic,
  type Range as LspRange,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { titleOf } from '../checks/index.ts';
import { editsBetween } from '../engine/edits-between.ts';
import { applyFixes, fixAll, fixEdits } from '../engine/fix.ts';
import { type Finding, type Fix, inLocale, type Locale } from '../model/finding.ts';
import type { LineStarts, Range, TextEdit } from '../model/range.ts';
import type { HouseFaults } from '../newsroom/houses.ts';
import { allowanceEdits } from '../writing/allowance-edit.ts';
import type { Client } from './client.ts';
import { garbledCode, lspRange } from './diagnostics.ts';
import { type LineEdit, reopenCommand } from './protocol.ts';
import type { Reviewed } from './reviews.ts';
import { say } from './words.ts';
import { lineEditsOf, workspaceEdit } from './workspace-edit.ts';

/** The kind of the action that fixes everything safe, for `editor.codeActionsOnSave`. */
export const fixAllKind = 'source.fixAll.copydesk';

/** Who asks for actions. */
export interface Asker {
  readonly locale: Locale;
  readonly client: Client;
}

/** Edits of the text that was reviewed, as the client takes them. */
export function plainEdit(client: Client, reviewed: Reviewed, edits: readonly TextEdit[]): WorkspaceEdit {
  const { uri, version, article } = reviewed;
  return workspaceEdit(client, [{ uri, version, edits: lineEditsOf(article.lines, edits) }]);
}

/** Whether actions of a kind are asked for. */
export function wants({ only }: Pick<CodeActionContext, 'only'>, kind: string): boolean {
  return !only || only.some((one) => kind === one || kind.startsWith(`${one}.`));
}

/** Quick fixes, "allow this here" and fix-all for a range. */
export function codeActions(reviewed: Reviewed, range: Range, context: CodeActionContext, asker: Asker): CodeAction[] {
  if (!reviewed.isArticle) return [];
  const garbled = context.diagnostics.filter(({ code }) => code === garbledCode);
  if (garbled.length > 0 && asker.client.commands) {
    const title = say(asker.locale, 'reopen');
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        isPreferred: true,
        diagnostics: garbled,
        command: { title, command: reopenCommand, arguments: [reviewed.uri] },
      },
    ];
  }
  const actions: CodeAction[] = [];
  if (wants(context, CodeActionKind.QuickFix)) {
    const here = reviewed.findings.filter(({ at }) => at.start <= range.end && range.start <= at.end);
    const safe = here.filter((finding) => finding.fixes.some((fix) => fix.safe));
    for (const finding of here) actions.push(...quickFixes(reviewed, finding, context.diagnostics, asker));
    for (const check of new Set(safe.map((finding) => finding.check))) {
      const same = reviewed.findings.filter(
        (finding) => finding.check === check && finding.fixes.some((fix) => fix.safe),
      );
      // The edits are worked out when the user chooses it: the list is asked for with every move of the cursor.
      const data: FixSame = { uri: reviewed.uri, version: reviewed.version, check };
      if (same.length < 2) continue;
      const action = {
        title: say(asker.locale, 'fixSame', { check: titleOf(check, asker.locale) }),
        kind: CodeActionKind.QuickFix,
        data,
      };
      actions.push(asker.client.resolvesEdits ? action : resolveAction(action, reviewed, asker.client));
    }
    for (const check of new Set(here.map((finding) => finding.check))) {
      const finding = here.find((one) => one.check === check);
      const allow = finding && allowHere(reviewed, finding, context.diagnostics, asker);
      if (allow) actions.push(allow);
    }
  }
  if (context.only && wants(context, fixAllKind)) {
    const edits = fixEverything(reviewed);
    if (edits)
      actions.push({
        title: say(asker.locale, 'fixAll'),
        kind: fixAllKind,
        edit: plainEdit(asker.client, reviewed, edits),
      });
  }
  return actions;
}

/** What is kept with "fix every …" until it is chosen. */
interface FixSame {
  readonly uri: string;
  readonly version: number;
  readonly check: string;
}

/** The uri of the document that an action is about, if its edits are still to be worked out. */
export function unresolvedUri({ data }: CodeAction): string | undefined {
  return isFixSame(data) ? data.uri : undefined;
}

/** Works out the edits of an action, unless the text has changed since it was offered. */
export function resolveAction(action: CodeAction, reviewed: Reviewed, client: Client): CodeAction {
  const { data } = action;
  if (!isFixSame(data) || data.version !== reviewed.version) return action;
  return { ...action, edit: plainEdit(client, reviewed, fixEverything(reviewed, [data.check]) ?? []) };
}

function isFixSame(data: unknown): data is FixSame {
  return typeof data === 'object' && data !== null && 'uri' in data && 'version' in data && 'check' in data;
}

/** The edits that fix everything safe, or `undefined` when there is nothing. `checks`: only findings of these. */
function fixEverything(reviewed: Reviewed, checks?: readonly string[]): readonly TextEdit[] | undefined {
  return everythingFixed(reviewed, checks)?.edits;
}

/** {@link fixEverything}, with what is found afterwards. */
export function everythingFixed(
  reviewed: Reviewed,
  checks?: readonly string[],
): { readonly edits: readonly TextEdit[]; readonly findings: readonly Finding[] } | undefined {
  const { article, inForce, facts } = reviewed;
  const wanted = reviewed.findings.some(
    ({ check, fixes }) => (checks?.includes(check) ?? true) && fixes.some(({ safe }) => safe),
  );
  if (!wanted) return undefined;
  const fixed = fixAll(article.text, inForce.house, facts, checks ? { only: new Set(checks) } : {});
  const edits = editsBetween(article.text, fixed.text);
  return edits.length > 0 ? { edits, findings: fixed.findings } : undefined;
}

/** The title of a fix or a lesson in a menu, where marks of code are no marks: `` `x` `` is “x”. */
export function menuTitle({ title }: Pick<Fix, 'title'>, locale: Locale): string {
  return inLocale(title, locale).replace(/`([^`]*)`/g, '“$1”');
}

/** The edits of one fix; `undefined` for one that would change more of the article than it says: it is not offered. */
function editsOf({ article }: Reviewed, finding: Finding, fix: Fix): readonly TextEdit[] | undefined {
  const edits = fixEdits(finding, fix);
  return edits && applyFixes(article, [{ finding, fix }]).applied > 0 ? edits : undefined;
}

/** The edits of the quick fix for a finding, by lines; `undefined` when it is not offered. */
export function lineEdits(reviewed: Reviewed, finding: Finding, fix: Fix): readonly LineEdit[] | undefined {
  const { lines } = reviewed.article;
  const edits = editsOf(reviewed, finding, fix);
  return edits && lineEditsOf(lines, edits);
}

function quickFixes(
  reviewed: Reviewed,
  finding: Finding,
  shown: readonly Diagnostic[],
  { locale, client }: Asker,
): CodeAction[] {
  const actions: CodeAction[] = [];
  const preferred = finding.fixes.find((fix) => fix.safe);
  for (const fix of finding.fixes) {
    const edits = editsOf(reviewed, finding, fix);
    if (!edits) continue;
    actions.push({
      title: menuTitle(fix, locale),
      kind: CodeActionKind.QuickFix,
      diagnostics: matching(reviewed.article.lines, finding, shown),
      ...(fix === preferred ? { isPreferred: true } : {}),
      edit: plainEdit(client, reviewed, edits),
    });
  }
  return actions;
}

/** Quick fixes of a house file. */
export function houseActions(
  faults: HouseFaults | undefined,
  document: TextDocument,
  range: LspRange,
  context: CodeActionContext,
  { locale, client }: Asker,
): CodeAction[] {
  // Faults of an older text would mend the wrong place.
  if (faults?.text !== document.getText() || (context.only && !context.only.includes(CodeActionKind.QuickFix)))
    return [];
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const here = faults.findings.filter(({ at }) => at.start <= end && start <= at.end);
  return here.flatMap((finding) =>
    finding.fixes.map((fix) => ({
      title: menuTitle(fix, locale),
      kind: CodeActionKind.QuickFix,
      diagnostics: matching(faults.lines, finding, context.diagnostics),
      ...(fix.safe ? { isPreferred: true } : {}),
      edit: workspaceEdit(client, [
        { uri: document.uri, version: document.version, edits: lineEditsOf(faults.lines, fix.source ?? []) },
      ]),
    })),
  );
}

function allowHere(
  reviewed: Reviewed,
  finding: Finding,
  shown: readonly Diagnostic[],
  asker: Asker,
): CodeAction | undefined {
  const { locale, client } = asker;
  const mark = '\uE000';
  const { article, inForce } = reviewed;
  const edits = allowanceEdits(article, inForce.house, finding, mark);
  const [first] = edits;
  if (first === undefined) return undefined;
  const reason = say(locale, 'reason');
  return {
    title: say(locale, first.start < article.frontMatter.bodyStart ? 'allowInArticle' : 'allowHere', {
      check: titleOf(finding.check, locale),
    }),
    kind: CodeActionKind.QuickFix,
    diagnostics: matching(article.lines, finding, shown),
    edit: workspaceEdit(client, [
      {
        uri: reviewed.uri,
        version: reviewed.version,
        edits: edits.map(({ start, end, text }) => {
          const range = lspRange(article.lines, { start, end });
          if (!client.snippetEdits || !text.includes(mark)) return { range, newText: text.replace(mark, reason) };
          const value = escapeSnippet(text).replace(mark, `\${1:${reason}}`);
          return { range, snippet: { kind: 'snippet' as const, value } };
        }),
      },
    ]),
  };
}

/** The client's own diagnostics for a finding, so that it can tie the action to them. */
export function matching(lines: LineStarts, finding: Finding, shown: readonly Diagnostic[]): Diagnostic[] {
  const { start } = lspRange(lines, finding.at);
  return shown.filter(
    ({ code, range }) =>
      code === finding.check && range.start.line === start.line && range.start.character === start.character,
  );
}

/** Plain text as a TextMate snippet says it. */
function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
