import type { Localized } from '../model/finding.ts';

/** What is said of a part of a text that is not as it was. */
export const changeWords = {
  added: { en: 'added', zh: '新增' },
  removed: { en: 'removed', zh: '删去' },
  moved: { en: 'Moved here', zh: '移到这里' },
  left: { en: 'Moved away from here', zh: '从这里移走' },
} as const satisfies Readonly<Record<string, Localized>>;
