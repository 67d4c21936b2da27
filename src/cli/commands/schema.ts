import { checks } from '../../checks/index.ts';
import { houseSchema } from '../../house/schema.ts';
import { UsageError } from '../messages.ts';
import output from '../output.schema.json';
import type { Run } from '../run.ts';

/** `copydesk schema`: the JSON Schema of a house file, or of our own output. Returns the exit code. */
export async function schema({ io, say, operands }: Run): Promise<number> {
  const wanted = operands[0] ?? 'house';
  if (wanted !== 'house' && wanted !== 'output') {
    throw new UsageError(
      say('bad-choice', { option: 'schema', value: wanted, choices: 'house, output', suggestion: '' }),
    );
  }
  io.stdout.write(`${JSON.stringify(wanted === 'house' ? houseSchema(checks) : output, undefined, 2)}\n`);
  return 0;
}
