import type { FileReport } from '../../engine/reported.ts';
import { type Json, listOf, mapOf } from '../tool.ts';

const position: Json = mapOf({ line: { type: 'integer' }, column: { type: 'integer' }, offset: { type: 'integer' } }, [
  'line',
  'column',
  'offset',
]);

/** A finding as `copydesk check --format json` has it. */
export const findingSchema: Json = mapOf(
  {
    check: { type: 'string' },
    severity: { enum: ['error', 'warning', 'info'] },
    message: { type: 'string' },
    source: { type: 'string' },
    range: mapOf({ start: position, end: position }, ['start', 'end']),
    fixes: listOf(
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
  ['check', 'severity', 'message', 'range', 'fixes'],
);

/** Findings, one a line: `a.md:5:3 warning wrong-dash …`. */
export function linesOf({ path, findings }: Pick<FileReport, 'path' | 'findings'>): readonly string[] {
  return findings.map(
    ({ check, severity, message, range: { start } }) =>
      `${path}:${start.line}:${start.column} ${severity} ${check} ${message}`,
  );
}
