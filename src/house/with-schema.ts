import { readFrontMatterSchema } from './front-matter-schema.ts';
import type { House } from './house.ts';
import { type HouseFault, houseFault } from './house-fault.ts';
import type { HouseMessage } from './house-messages.ts';
import { readHouseYaml } from './house-yaml.ts';

/**
 * A house with the JSON Schema that it names.
 *
 * @param text the house file's, where the faults of the schema are told
 * @param schemaText the schema's; `undefined` when there is no such file
 */
export function withSchema(
  house: House,
  text: string,
  schemaText: string | undefined,
): { readonly house: House; readonly faults: readonly HouseFault[] } {
  const path = house.frontMatterSchema;
  if (path === undefined) return { house, faults: [] };
  const { entries } = readHouseYaml(text);
  const at = entries.find(({ key }) => key === 'front-matter-schema')?.value.at;
  const fault = (code: HouseMessage, actual: string): readonly HouseFault[] =>
    at ? [houseFault(code, at, { actual })] : [];
  if (schemaText === undefined) return { house, faults: fault('schema-missing', path) };
  const { schema, faults } = readFrontMatterSchema(schemaText);
  return {
    house: schema ? { ...house, schema } : house,
    faults: faults.flatMap(({ code, actual }) => fault(code, actual)),
  };
}
