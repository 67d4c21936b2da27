import { withCi } from '../ci.ts';
import { housesOf } from '../houses.ts';
import { mergeReports, readReport } from '../merge-reports.ts';
import { openInput } from '../open-input.ts';
import { requireOutputs } from '../outputs.ts';
import { printReport } from '../print-report.ts';
import type { Run } from '../run.ts';

/** `copydesk merge`: the reports of several runs as that of one. Returns the exit code that one run would have had. */
export async function merge(asked: Run): Promise<number> {
  const run = await withCi(asked, housesOf(asked));
  requireOutputs(run);
  const reports = [];
  for (const operand of run.operands) {
    const { text } = await openInput(run, operand);
    reports.push(readReport(operand, text, run.say));
  }
  return printReport(run, mergeReports(reports, run.say));
}
