import * as vscode from 'vscode';
import type { Counts, NewsroomCount } from '../server/newsroom-protocol.ts';
import type { Checked } from '../server/protocol.ts';
import type { Articles } from './articles.ts';
import { shownIn } from './shown-in.ts';

/** Findings and characters of the active article in the status bar. */
export function registerStatus(articles: Articles): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('copydesk.article', vscode.StatusBarAlignment.Left, 40);
  item.name = vscode.l10n.t('Copydesk: findings and characters');
  item.command = 'copydesk.checkArticle';

  const show = shownIn(item);

  function update(): void {
    const editor = vscode.window.activeTextEditor;
    const checked = editor && articles.of(editor.document.uri);
    if (!checked?.article) {
      show(undefined);
      return;
    }
    const words = checked.isHouseUnread
      ? `${describeArticle(checked)}\n${vscode.l10n.t('the house style above this folder is not read: the folder is not trusted')}`
      : describeArticle(checked);
    show({ text: `${icons(checked)}  ${lengthOf(checked)}`, words });
  }

  update();
  return vscode.Disposable.from(
    item,
    articles.onDidCheck(update),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidCloseTextDocument(update),
  );
}

function icons({ counts }: Checked): string {
  const parts = [
    ...(counts.error > 0 ? [`$(error) ${counts.error}`] : []),
    ...(counts.warning > 0 ? [`$(warning) ${counts.warning}`] : []),
    ...(counts.info > 0 ? [`$(info) ${counts.info}`] : []),
  ];
  return parts.length > 0 ? parts.join(' ') : '$(check)';
}

/** The same in words with the error rate: for the tooltip and for screen readers. */
function describeArticle(checked: Checked): string {
  const { mistakes, found, allowed } = checked.errorRate;
  if (mistakes === 0) return describeOne(checked);
  const rate =
    found === undefined
      ? vscode.l10n.t('mistakes as they are weighed: {0} (too short for an error rate)', String(mistakes))
      : vscode.l10n.t('error rate {0} in 10,000 (at most {1} where it is published)', String(found), String(allowed));
  return `${describeOne(checked)}\n${rate}`;
}

/** How long an article is. */
function lengthOf({ characters, inWords }: Pick<Checked, 'characters' | 'inWords'>): string {
  return inWords
    ? vscode.l10n.t('{0} words', thousands(characters))
    : vscode.l10n.t('{0} characters', thousands(characters));
}

/** Findings and length of an article in words. */
export function describeOne(checked: Checked): string {
  return describe(checked.counts, lengthOf(checked));
}

/** Findings and length of several articles in words. */
export function describeAll({ counts, characters }: Pick<NewsroomCount, 'counts' | 'characters'>): string {
  return describe(counts, vscode.l10n.t('{0} words and characters', thousands(characters)));
}

function describe(counts: Counts, length: string): string {
  const all = counts.error + counts.warning + counts.info;
  if (all === 0) return vscode.l10n.t('Copydesk: no findings, {0}', length);
  return vscode.l10n.t(
    'Copydesk: errors {0}, warnings {1}, questions {2}; {3}',
    counts.error,
    counts.warning,
    counts.info,
    length,
  );
}

function thousands(count: number): string {
  return count.toLocaleString('en-US');
}
