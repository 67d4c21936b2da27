import { rules } from '../../src/checks/index.ts';

/** Checks whose fixes mend marks, and not what is written in words or digits. */
export const marksAlone: ReadonlySet<string> = new Set(
  rules.flatMap((rule) =>
    'mistake' in rule && (rule.mistake === 'word' || rule.id === 'full-width-characters') ? [] : [rule.id],
  ),
);
