import type { Localized, Severity } from '../../model/finding.ts';

/** What people call the severities. */
export const severityNames: Readonly<Record<Severity, Localized>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'info', zh: '提示' },
};
