import type { FileReport, ReportedFinding } from '../../engine/reported.ts';
import { type Json, listOf, mapOf } from '../tool.ts';

const position: Json = mapOf({ line: { type: 'integer' }, column: { type: 'integer' }, offset: { type: 'integer' } }, [
  'line',
  'column',
  'offset',
]);

/** How many findings an answer lists, unless it is asked for more: an agent has so much room. */
export const usualLimit = 200;

/** A finding as `copydesk check --format json` has it. */
export const findingSchema: Json = mapOf(
  {
    check: { type: 'string' },
    severity: { enum: ['error', 'warning', 'info'] },
    message: { type: 'string' },
    source: { type: 'string' },
    range: mapOf({ start: position, end: position }, ['start', 'end']),
    fixes: {
      description: {
        en: 'Those of so many edits that they would fill an answer are left out: `fix` makes them.',
        zh: '改动太多、会占满回答的改法不列出，由 `fix` 来改。',
      },
      ...listOf(
        mapOf(
          {
            title: { type: 'string' },
            safe: { type: 'boolean' },
            edits: listOf(
              mapOf({ start: { type: 'integer' }, end: { type: 'integer' }, text: { type: 'string' } }, [
                'start',
                'end',
                'text',
              ]),
            ),
          },
          ['title', 'safe', 'edits'],
        ),
      ),
    },
  },
  ['check', 'severity', 'message', 'range', 'fixes'],
);

/** Findings, one a line: `a.md:5:3 warning wrong-dash …`. */
export function linesOf({ path, findings }: Pick<FileReport, 'path' | 'findings'>): readonly string[] {
  return findings.map(
    ({ check, severity, message, range: { start } }) =>
      `${path}:${start.line}:${start.column} ${severity} ${check} ${message}`,
  );
}

/** How many edits an answer has room for, for each finding that it may list. */
const editsEach = 10;

/**
 * Leaves out fixes for which an answer has no room: marks that are wrong throughout are one finding whose fix has an edit
 * each, and a client takes no answer of many megabytes.
 *
 * @param limit how many findings the answer may list
 */
export function lightened(limit: number): (findings: readonly ReportedFinding[]) => readonly ReportedFinding[] {
  let room = limit * editsEach;
  return (findings) =>
    findings.map((finding) => {
      const fixes = finding.fixes.filter(({ edits }) => {
        const fits = edits.length <= room;
        if (fits) room -= edits.length;
        return fits;
      });
      return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
    });
}
