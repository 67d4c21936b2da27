import { inLocale, type Locale, type Localized } from '../model/finding.ts';
import type { Desk } from './desk.ts';

/** A JSON Schema, as data. */
export type Json = Readonly<Record<string, unknown>>;

/** The schema of a map with these entries and no others. */
export function mapOf(properties: Readonly<Record<string, Json>>, required: readonly string[] = []): Json {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** The schema of a list. */
export const listOf = (items: Json): Json => ({ type: 'array', items });

/** The schema of a text, with what it is for. */
export const text = (description: Localized): Json => ({ type: 'string', description });

/** A schema with its descriptions in one language. */
export function schemaIn(schema: unknown, locale: Locale): unknown {
  if (Array.isArray(schema)) return schema.map((item) => schemaIn(item, locale));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === 'description' && isLocalized(value) ? inLocale(value, locale) : schemaIn(value, locale),
    ]),
  );
}

function isLocalized(value: unknown): value is Localized {
  return typeof value === 'object' && value !== null && 'en' in value && 'zh' in value;
}

/** Something that an agent may ask for. */
export interface Tool<Input = never, Output extends object = never> {
  readonly name: string;
  readonly title: Localized;
  /** For the agent: what it does, and when to ask for it. */
  readonly about: Localized;
  /** What a newsroom must allow before it writes; absent: it never does. */
  readonly writes?: 'fixes' | 'all';
  readonly input: Json;
  readonly output: Json;
  /** Throws a `ToolError` where it cannot be done. */
  run(desk: Desk, input: Input): Promise<Output>;
  /** The answer as an agent reads it. */
  words(output: Output, locale: Locale): string;
}

/** Keeps the types of one tool together; the list of tools knows no input but what its schema lets through. */
export function defineTool<Input, Output extends object>(tool: Tool<Input, Output>): Tool {
  return tool as unknown as Tool;
}
