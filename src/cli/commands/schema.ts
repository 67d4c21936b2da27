import { rules } from '../../checks/index.ts';
import { fieldsSchema } from '../../house/fields-schema.ts';
import { houseSchema } from '../../house/schema.ts';
import { staffSchema } from '../../house/staff-schema.ts';
import { termsSchema } from '../../house/terms-schema.ts';
import { housesOf } from '../houses.ts';
import { UsageError } from '../messages.ts';
import output from '../output.schema.json';
import type { Run } from '../run.ts';

const schemas: Readonly<Record<string, (run: Run) => object | Promise<object>>> = {
  house: () => houseSchema(rules),
  fields: fieldsOfHouse,
  staff: staffSchema,
  terms: termsSchema,
  output: () => output,
};

/** The front matter of the house that holds in the working folder, or that `--house` names. */
async function fieldsOfHouse(run: Run): Promise<object> {
  const { house } = await housesOf(run).required(run.io.cwd);
  return fieldsSchema(house);
}

/** `copydesk schema`: the JSON Schema of a house file, of its fields, of a staff file, or of our own output. Returns the exit code. */
export async function schema(run: Run): Promise<number> {
  const { io, say, operands } = run;
  const value = operands[0] ?? 'house';
  const wanted = Object.hasOwn(schemas, value) ? schemas[value] : undefined;
  if (wanted === undefined) {
    const choices = Object.keys(schemas).join(', ');
    throw new UsageError(say('bad-choice', { option: 'schema', value, choices, suggestion: '' }));
  }
  io.stdout.write(`${JSON.stringify(await wanted(run), undefined, 2)}\n`);
  return 0;
}
