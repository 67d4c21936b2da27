import type { Reporter } from '../report.ts';
import { xml } from './xml.ts';

/** Checkstyle's XML, which reviewdog and many CI plugins read. */
export const checkstyle: Reporter = ({ files }) => {
  const inner = files.map(({ path, findings }) => {
    const errors = findings.map(
      ({ check, severity, message, range: { start } }) =>
        `    <error line="${start.line}" column="${start.column}" severity="${severity}" ` +
        `message="${xml(message)}" source="${xml(`copydesk.${check}`)}"/>\n`,
    );
    return `  <file name="${xml(path)}">\n${errors.join('')}  </file>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${inner.join('')}</checkstyle>\n`;
};
