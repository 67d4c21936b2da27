import type { Reporter } from '../report.ts';
import { visible } from './visible.ts';

/** A finding a line, `path:line:column: severity: message [check]`, which editors and `grep` know from compilers. */
export const unix: Reporter = (report) =>
  report.files
    .flatMap(({ path, findings }) =>
      findings.map(
        ({ check, severity, message, range: { start } }) =>
          `${visible(path)}:${start.line}:${start.column}: ${severity}: ${visible(message)} [${check}]\n`,
      ),
    )
    .join('');
