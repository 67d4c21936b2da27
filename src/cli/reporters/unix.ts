import type { Reporter } from '../report.ts';
import { visible } from './visible.ts';

/** A finding a line, `path:line:column: severity: message [check]`, which editors and `grep` know from compilers. */
export const unix: Reporter = function* ({ files }) {
  for (const { path, findings } of files) {
    for (const { check, severity, message, range } of findings) {
      const { line, column } = range.start;
      yield `${visible(path)}:${line}:${column}: ${severity}: ${visible(message)} [${check}]\n`;
    }
  }
};
