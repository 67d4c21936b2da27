import { parseLine } from '../../model/parse-line.ts';
import { UsageError } from '../messages.ts';
import { openInput } from '../open-input.ts';
import type { Run } from '../run.ts';

/** `copydesk parse --as byline|credit`: one JSON document for each line read. Returns the exit code. */
export async function parse(run: Run): Promise<number> {
  const { io, say, values, operands } = run;
  const { as } = values;
  if (as !== 'byline' && as !== 'credit')
    throw new UsageError(say('value-missing', { option: '--as', example: 'byline' }));
  const { text } = await openInput(run, operands[0]);
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) io.stdout.write(`${JSON.stringify(parseLine(line, as))}\n`);
  return 0;
}
