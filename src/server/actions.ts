import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Diagnostic,
  type Range as LspRange,
  type TextDocumentEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { editsBetween } from '../engine/edits-between.ts';
import { applyFixes, fixAll, fixEdits } from '../engine/fix.ts';
import type { Finding, Fix, Locale } from '../model/finding.ts';
import type { LineStarts, Range, TextEdit } from '../model/range.ts';
import { allowanceEdits } from '../writing/allowance-edit.ts';
import { garbledCode, lspRange } from './diagnostics.ts';
import type { HouseFaults } from './houses.ts';
import { type LineEdit, reopenCommand } from './protocol.ts';
import type { Reviewed } from './reviews.ts';
import { say } from './words.ts';

/** The kind of the action that fixes everything safe, for `editor.codeActionsOnSave`. */
export const fixAllKind = 'source.fixAll.copydesk';

/** What the client can do with an edit. */
export interface EditSupport {
  readonly locale: Locale;
  /** Edits may be snippets with tab stops (LSP 3.18). */
  readonly snippets: boolean;
  /** The client knows the commands of the extension. */
  readonly commands: boolean;
}

/** An action that carries its edit; the edit is bound to the version, so that a stale one is refused. */
function edit(reviewed: Reviewed, edits: TextDocumentEdit['edits']): CodeAction['edit'] {
  return { documentChanges: [{ textDocument: { uri: reviewed.uri, version: reviewed.version }, edits }] };
}

function plain(reviewed: Reviewed, edits: readonly TextEdit[]): CodeAction['edit'] {
  const { lines } = reviewed.article;
  return edit(
    reviewed,
    edits.map((one) => ({ range: lspRange(lines, one), newText: one.text })),
  );
}

/** Quick fixes, "allow this here" and fix-all for a range. */
export function codeActions(
  reviewed: Reviewed,
  range: Range,
  context: CodeActionContext,
  support: EditSupport,
): CodeAction[] {
  if (!reviewed.isArticle) return [];
  const garbled = context.diagnostics.filter(({ code }) => code === garbledCode);
  if (garbled.length > 0 && support.commands) {
    const title = say(support.locale, 'reopen');
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
  const wants = (kind: string) =>
    !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const here = reviewed.findings.filter(({ at }) => at.start <= range.end && range.start <= at.end);
    const safe = here.filter((finding) => finding.fixes.some((fix) => fix.safe));
    for (const finding of here) actions.push(...quickFixes(reviewed, finding, context.diagnostics, support));
    for (const check of new Set(safe.map((finding) => finding.check))) {
      const same = reviewed.findings.filter(
        (finding) => finding.check === check && finding.fixes.some((fix) => fix.safe),
      );
      // The edits are worked out when the user chooses it: the list is asked for with every move of the cursor.
      const data: FixSame = { uri: reviewed.uri, version: reviewed.version, check };
      if (same.length > 1)
        actions.push({ title: say(support.locale, 'fixSame', { check }), kind: CodeActionKind.QuickFix, data });
    }
    for (const check of new Set(here.map((finding) => finding.check))) {
      const finding = here.find((one) => one.check === check);
      const allow = finding && allowHere(reviewed, finding, context.diagnostics, support);
      if (allow) actions.push(allow);
    }
  }
  if (context.only && wants(fixAllKind)) {
    const edits = fixEverything(reviewed);
    if (edits) actions.push({ title: say(support.locale, 'fixAll'), kind: fixAllKind, edit: plain(reviewed, edits) });
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
export function resolveAction(action: CodeAction, reviewed: Reviewed): CodeAction {
  const { data } = action;
  if (!isFixSame(data) || data.version !== reviewed.version) return action;
  return { ...action, edit: plain(reviewed, fixEverything(reviewed, [data.check]) ?? []) };
}

function isFixSame(data: unknown): data is FixSame {
  return typeof data === 'object' && data !== null && 'uri' in data && 'version' in data && 'check' in data;
}

/** The edits that fix everything safe, or `undefined` when there is nothing. `checks`: only findings of these. */
export function fixEverything(reviewed: Reviewed, checks?: readonly string[]): readonly TextEdit[] | undefined {
  const { article, inForce, facts } = reviewed;
  const wanted = reviewed.findings.some(
    ({ check, fixes }) => (checks?.includes(check) ?? true) && fixes.some(({ safe }) => safe),
  );
  if (!wanted) return undefined;
  const fixed = fixAll(article.text, inForce.house, facts, checks ? { only: new Set(checks) } : {});
  const edits = editsBetween(article.text, fixed.text);
  return edits.length > 0 ? edits : undefined;
}

/** The edits of one fix; `undefined` for one that would change more of the article than it says: it is not offered. */
function editsOf({ article }: Reviewed, finding: Finding, fix: Fix): readonly TextEdit[] | undefined {
  const edits = fixEdits(finding, fix);
  return edits && applyFixes(article, [{ finding, fix }]).applied > 0 ? edits : undefined;
}

/** The edits of the quick fix for a finding, by lines; `undefined` when it is not offered. */
export function lineEdits(reviewed: Reviewed, finding: Finding, fix: Fix): readonly LineEdit[] | undefined {
  const { lines } = reviewed.article;
  return editsOf(reviewed, finding, fix)?.map((one) => ({ range: lspRange(lines, one), newText: one.text }));
}

function quickFixes(
  reviewed: Reviewed,
  finding: Finding,
  shown: readonly Diagnostic[],
  { locale }: EditSupport,
): CodeAction[] {
  const actions: CodeAction[] = [];
  const preferred = finding.fixes.find((fix) => fix.safe);
  for (const fix of finding.fixes) {
    const edits = editsOf(reviewed, finding, fix);
    if (!edits) continue;
    actions.push({
      title: fix.title[locale],
      kind: CodeActionKind.QuickFix,
      diagnostics: matching(reviewed.article.lines, finding, shown),
      ...(fix === preferred ? { isPreferred: true } : {}),
      edit: plain(reviewed, edits),
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
  locale: Locale,
): CodeAction[] {
  // Faults of an older text would mend the wrong place.
  if (faults?.text !== document.getText() || (context.only && !context.only.includes(CodeActionKind.QuickFix)))
    return [];
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const here = faults.findings.filter(({ at }) => at.start <= end && start <= at.end);
  return here.flatMap((finding) =>
    finding.fixes.map((fix) => ({
      title: fix.title[locale],
      kind: CodeActionKind.QuickFix,
      diagnostics: matching(faults.lines, finding, context.diagnostics),
      ...(fix.safe ? { isPreferred: true } : {}),
      edit: {
        documentChanges: [
          {
            textDocument: { uri: document.uri, version: document.version },
            edits: (fix.source ?? []).map((one) => ({ range: lspRange(faults.lines, one), newText: one.text })),
          },
        ],
      },
    })),
  );
}

function allowHere(
  reviewed: Reviewed,
  finding: Finding,
  shown: readonly Diagnostic[],
  support: EditSupport,
): CodeAction | undefined {
  const { locale, snippets } = support;
  const mark = '\uE000';
  const { article, inForce } = reviewed;
  const edits = allowanceEdits(article, inForce.house, finding, mark);
  const [first] = edits;
  if (first === undefined) return undefined;
  const reason = say(locale, 'reason');
  return {
    title: say(locale, first.start < article.frontMatter.bodyStart ? 'allowInArticle' : 'allowHere', {
      check: finding.check,
    }),
    kind: CodeActionKind.QuickFix,
    diagnostics: matching(article.lines, finding, shown),
    edit: edit(
      reviewed,
      edits.map(({ start, end, text }) => {
        const range = lspRange(article.lines, { start, end });
        return snippets && text.includes(mark)
          ? {
              range,
              snippet: { kind: 'snippet' as const, value: escapeSnippet(text).replace(mark, `\${1:${reason}}`) },
            }
          : { range, newText: text.replace(mark, reason) };
      }),
    ),
  };
}

/** The client's own diagnostics for a finding, so that it can tie the action to them. */
function matching(lines: LineStarts, finding: Finding, shown: readonly Diagnostic[]): Diagnostic[] {
  const { start } = lspRange(lines, finding.at);
  return shown.filter(
    ({ code, range }) =>
      code === finding.check && range.start.line === start.line && range.start.character === start.character,
  );
}

/** Plain text as a TextMate snippet says it. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
