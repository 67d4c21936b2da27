import themeNames from 'copydesk:themes/names';
import { caseSettings } from './cases.ts';
import { caseKinds } from './house-case.ts';
import { choiceSettings, localizedSettings } from './inner-settings.ts';
import { type KnownCheck, type KnownOption, severitySettings } from './known-checks.ts';
import { houseIds } from './load.ts';
import type { Setting, Settings } from './setting.ts';
import { houseSettings } from './settings.ts';
import { termListSchema } from './terms-schema.ts';

/** A JSON Schema, draft 7: what VS Code and its YAML extension read. */
export type JsonSchema = { readonly [key: string]: unknown };

/** The JSON Schema of a house file, derived from the table of settings and from the checks' options. */
export function houseSchema(checks: readonly KnownCheck[]): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'copydesk.yml',
    description: 'House style of a newsroom / 社内规范',
    ...object(houseSettings, checks),
  };
}

/** `off` (or nothing yet) besides what a setting is. */
const off = { enum: ['off', false, null] };

function object(settings: Settings, checks: readonly KnownCheck[]): JsonSchema {
  const properties = Object.entries(settings).map(([key, setting]) => [
    key,
    { description: about(setting.about), ...schemaOf(key, setting, checks) },
  ]);
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) };
}

const about = ({ en, zh }: { readonly en: string; readonly zh: string }): string => `${en}\n${zh}`;

function schemaOf(key: string, setting: Setting, checks: readonly KnownCheck[]): JsonSchema {
  const text = { type: ['string', 'number', 'boolean'] };
  switch (setting.type) {
    case 'string':
      if (setting.form === 'house-id')
        return { anyOf: [{ enum: [...houseIds, 'none'] }, { type: 'string', pattern: '\\.ya?ml$' }] };
      if (setting.form === 'theme') return { enum: ['', ...themeNames], ...defaultOf(setting.default) };
      return { ...text, ...defaultOf(setting.default) };
    case 'boolean':
      return { type: 'boolean', ...defaultOf(setting.default) };
    case 'number':
      return { type: setting.decimals ? 'number' : 'integer', minimum: setting.least, ...defaultOf(setting.default) };
    case 'choice':
      return { enum: setting.values, ...defaultOf(setting.default) };
    case 'strings':
      if (setting.form === 'check-id') return { type: 'array', items: { enum: checks.map(({ id }) => id) } };
      return { type: 'array', items: text, ...defaultOf(setting.default) };
    case 'localized':
      return { anyOf: [text, object(localizedSettings, checks)] };
    case 'values':
      return { type: 'array', items: { anyOf: [text, { ...object(choiceSettings, checks), required: ['value'] }] } };
    case 'map':
      return object(setting.entries, checks);
    case 'terms':
      return termListSchema;
    case 'cases':
      return { type: 'array', items: caseSchema(text) };
    case 'keyed':
      return { type: 'object', additionalProperties: { anyOf: [off, object(setting.of, checks)] } };
    case 'checks':
      return {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(checks.map((check) => [check.id, checkSchema(check)])),
      };
    default:
      throw new Error(`no schema for setting ${key}`);
  }
}

const defaultOf = (value: unknown): JsonSchema => (value === undefined ? {} : { default: value });

function caseSchema(text: JsonSchema): JsonSchema {
  const described = Object.entries(caseSettings).map(([key, setting]) => [
    key,
    {
      description: about(setting.about),
      ...(key === 'finds' ? { anyOf: [text, { type: 'array', items: text }] } : text),
    },
  ]);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(described),
    oneOf: caseKinds.map((kind) => ({ required: [kind] })),
  };
}

function checkSchema(check: KnownCheck): JsonSchema {
  const severity = { enum: [...severitySettings, false], default: check.severity };
  const options = Object.entries(check.options ?? {}).map(([name, option]) => [name, optionSchema(option)]);
  const settings = {
    type: 'object',
    additionalProperties: false,
    properties: { severity, ...Object.fromEntries(options) },
  };
  return {
    title: `${check.title.en} / ${check.title.zh}`,
    description: about(check.summary),
    anyOf: [severity, settings],
  };
}

function optionSchema(option: KnownOption): JsonSchema {
  const shape =
    option.type === 'strings'
      ? { type: 'array', items: { type: 'string' } }
      : option.type === 'choice'
        ? { enum: option.values ?? [] }
        : { type: option.type };
  return { description: about(option.about), ...shape, default: option.default };
}
