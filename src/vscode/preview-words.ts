import * as vscode from 'vscode';
import type { Labels } from '../preview/html.ts';

/** What the preview's own furniture says, in the editor's language. */
export function previewLabels(): Labels {
  const { t } = vscode.l10n;
  return {
    toolbar: t('Preview'),
    page: t('The page'),
    view: t('Show the page as'),
    views: {
      fit: t('Panel width'),
      desktop: t('Desktop'),
      tablet: t('Tablet'),
      phone: t('Phone'),
      cards: t('In lists'),
      print: t('In print'),
    },
    scheme: t('Light or dark'),
    schemes: { auto: t('As the editor'), light: t('Light'), dark: t('Dark') },
    findings: t('Findings'),
    hideFindings: t('Hide findings'),
    showFindings: t('Show findings'),
    previous: t('Previous finding (Shift+F8)'),
    next: t('Next finding (F8)'),
    lock: t('Lock the preview to this article'),
    unlock: t('Let the preview follow the active article'),
    close: t('Close'),
    source: t('Go to source'),
    none: t('No findings'),
    errors: t('Errors: {0}', '{0}'),
    warnings: t('Warnings: {0}', '{0}'),
    infos: t('Questions: {0}', '{0}'),
    left: t('Findings left: {0}', '{0}'),
    place: t('{0} of {1}', '{0}', '{1}'),
    error: t('Error'),
    warning: t('Warning'),
    info: t('Question'),
    elsewhere: t('The page does not print this.'),
    remote: t('Pictures of other sites not shown: {0}', '{0}'),
    showRemote: t('Show them'),
    untrusted: t('Pictures of other sites not shown: {0}. The folder is not trusted.', '{0}'),
  };
}
