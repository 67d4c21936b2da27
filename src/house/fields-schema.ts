import { hasOwnDay } from '../model/date-forms.ts';
import { isListed, itemType, typesOfField } from './field-types.ts';
import type { Field, House } from './house.ts';
import type { JsonSchema } from './schema.ts';

/**
 * The front matter of a house as a JSON Schema (draft 7), for editors and programs that know no houses. A field may
 * stand under any of its names; required are those that a draft needs, as the schema knows no stages.
 */
export function fieldsSchema(house: House): JsonSchema {
  const properties = house.fields.flatMap((field) => {
    const schema = fieldSchema(field, house);
    const others = (field.aliases ?? []).map((name) => [name, schema] as const);
    return [[field.key, schema] as const, ...others];
  });
  const required = house.fields.filter((field) => field.required === 'draft');
  const named = required.filter((field) => (field.aliases ?? []).length === 0).map(({ key }) => key);
  const either = required
    .filter((field) => (field.aliases ?? []).length > 0)
    .map((field) => ({ anyOf: [field.key, ...(field.aliases ?? [])].map((name) => ({ required: [name] })) }));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: house.name,
    type: 'object',
    // Where the house lets other fields stand, the schema does.
    additionalProperties: lets(house),
    ...(named.length > 0 ? { required: named } : {}),
    ...(either.length > 0 ? { allOf: either } : {}),
    properties: Object.fromEntries(properties),
  };
}

/** An object of a list, or a map with known names. */
function objectSchema(fields: readonly Field[], house: House): JsonSchema {
  const required = fields.filter((field) => field.required === 'draft').map(({ key }) => key);
  return {
    type: 'object',
    additionalProperties: lets(house),
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(fields.map((field) => [field.key, fieldSchema(field, house)])),
  };
}

/** Whether fields that a house does not declare may stand. */
const lets = (house: House): boolean =>
  house.otherFields === 'fine' || house.checks['unknown-field']?.severity === 'off';

function fieldSchema(field: Field, house: House): JsonSchema {
  const { label, help } = field;
  const description = [label.en, label.zh, help.en, help.zh].filter((text) => text !== '').join('\n');
  const one = field.fields ? objectSchema(field.fields, house) : itemSchema(field);
  switch (typesOfField[field.type].shape) {
    case 'many':
      // An allowance may be a map of its reason.
      if (field.role === 'allow') return { description, type: ['array', 'object', 'string'] };
      return isListed(field) ? { description, anyOf: [{ type: 'array', items: one }, one] } : { description };
    case 'map':
      return field.fields ? { description, ...one } : { description, type: 'object', additionalProperties: one };
    case 'links':
      return { description, anyOf: [{ type: 'array', items: one }, { type: 'string' }] };
    default:
      return { description, ...one };
  }
}

function itemSchema(field: Field): JsonSchema {
  const { values, open, minLength, maxLength, least, most, default: usual } = field;
  // What a form of the house's own writes is a text to programs.
  const schema: JsonSchema = hasOwnDay(field.form) ? { type: 'string' } : typesOfField[itemType(field)].schema;
  return {
    ...(field.type === 'links' ? typesOfField.links.schema : schema),
    ...(values && !open ? { enum: values.map(({ value }) => value) } : {}),
    ...(values && open ? { examples: values.map(({ value }) => value) } : {}),
    // A Latin letter is half a character to an editor, a whole one to JSON Schema.
    ...(maxLength === undefined ? {} : { maxLength: maxLength * 2 }),
    ...(minLength === undefined ? {} : { minLength }),
    ...(least === undefined ? {} : { minimum: least }),
    ...(most === undefined ? {} : { maximum: most }),
    ...(usual === undefined ? {} : { default: usual }),
  };
}
