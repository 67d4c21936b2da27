import { checks } from '../../checks/index.ts';
import { houseSchema } from '../../house/schema.ts';
import { staffSchema } from '../../house/staff-schema.ts';
import { UsageError } from '../messages.ts';
import output from '../output.schema.json';
import type { Run } from '../run.ts';

const schemas: Readonly<Record<string, () => object>> = {
  house: () => houseSchema(checks),
  staff: staffSchema,
  output: () => output,
};

/** `copydesk schema`: the JSON Schema of a house file, of a staff file, or of our own output. Returns the exit code. */
export async function schema({ io, say, operands }: Run): Promise<number> {
  const value = operands[0] ?? 'house';
  const wanted = Object.hasOwn(schemas, value) ? schemas[value] : undefined;
  if (wanted === undefined) {
    const choices = Object.keys(schemas).join(', ');
    throw new UsageError(say('bad-choice', { option: 'schema', value, choices, suggestion: '' }));
  }
  io.stdout.write(`${JSON.stringify(wanted(), undefined, 2)}\n`);
  return 0;
}
