import * as vscode from 'vscode';
import type { Labels } from '../preview/html.ts';

/** What the preview's own furniture says, in the editor's language. */
export function previewLabels(): Labels {
  return {
    toolbar: vscode.l10n.t('Preview'),
    page: vscode.l10n.t('The page'),
    view: vscode.l10n.t('Show the page as'),
    views: {
      fit: vscode.l10n.t('Panel width'),
      desktop: vscode.l10n.t('Desktop'),
      tablet: vscode.l10n.t('Tablet'),
      phone: vscode.l10n.t('Phone'),
      cards: vscode.l10n.t('In lists'),
      print: vscode.l10n.t('In print'),
    },
    scheme: vscode.l10n.t('Light or dark'),
    schemes: { auto: vscode.l10n.t('As the editor'), light: vscode.l10n.t('Light'), dark: vscode.l10n.t('Dark') },
    findings: vscode.l10n.t('Findings'),
    hideFindings: vscode.l10n.t('Hide findings'),
    showFindings: vscode.l10n.t('Show findings'),
    previous: vscode.l10n.t('Previous finding (Shift+F8)'),
    next: vscode.l10n.t('Next finding (F8)'),
    lock: vscode.l10n.t('Lock the preview to this article'),
    unlock: vscode.l10n.t('Let the preview follow the active article'),
    close: vscode.l10n.t('Close'),
    source: vscode.l10n.t('Go to source'),
    none: vscode.l10n.t('No findings'),
    errors: vscode.l10n.t('Errors: {0}', '{0}'),
    warnings: vscode.l10n.t('Warnings: {0}', '{0}'),
    infos: vscode.l10n.t('Questions: {0}', '{0}'),
    left: vscode.l10n.t('Findings left: {0}', '{0}'),
    place: vscode.l10n.t('{0} of {1}', '{0}', '{1}'),
    error: vscode.l10n.t('Error'),
    warning: vscode.l10n.t('Warning'),
    info: vscode.l10n.t('Question'),
    elsewhere: vscode.l10n.t('The page does not print this.'),
    remote: vscode.l10n.t('Pictures of other sites not shown: {0}', '{0}'),
    showRemote: vscode.l10n.t('Show them'),
    untrusted: vscode.l10n.t('Pictures of other sites not shown: {0}. The folder is not trusted.', '{0}'),
  };
}
