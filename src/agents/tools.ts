import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import { inLocale, type Locale } from '../model/finding.ts';
import type { Desk } from './desk.ts';
import { schemaIn, type Tool } from './tool.ts';
import { check } from './tools/check.ts';
import { explain } from './tools/explain.ts';
import { fix } from './tools/fix.ts';
import { newArticle } from './tools/new.ts';
import { people } from './tools/people.ts';
import { render } from './tools/render.ts';
import { say, ToolError } from './words.ts';

export type { Desk, Written } from './desk.ts';
export { ToolError } from './words.ts';

/** What agents may ask for, over MCP and in VS Code alike. */
const tools: readonly Tool[] = [check, fix, explain, render, newArticle, people];

/** A tool as it is announced, in one language. */
export interface Announced {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: object;
  readonly outputSchema: object;
  readonly readOnly: boolean;
}

/** The tools as they are announced. */
export function announced(locale: Locale): readonly Announced[] {
  return tools.map(({ name, title, about, input, output, writes }) => ({
    name,
    title: inLocale(title, locale),
    description: inLocale(about, locale),
    inputSchema: schemaIn(input, locale) as object,
    outputSchema: schemaIn(output, locale) as object,
    readOnly: writes === undefined,
  }));
}

/** What a tool answered: as data, and as an agent reads it. */
export interface Answered {
  readonly data: object;
  readonly words: string;
}

/** Does what an agent asks for. Throws a {@link ToolError} with a sentence for what cannot be done. */
export async function callTool(desk: Desk, name: string, input: unknown): Promise<Answered> {
  const tool = tools.find((one) => one.name === name);
  if (tool === undefined) {
    const names = tools.map((one) => one.name).join(', ');
    throw new ToolError(say(desk.locale, 'unknown-tool', { name, names }));
  }
  const { valid, errors } = new Validator(schemaIn(tool.input, 'en') as Schema, '2020-12').validate(input ?? {});
  if (!valid) {
    throw new ToolError(whyNot(tool, errors, desk.locale));
  }
  const data = await tool.run(desk, (input ?? {}) as never);
  return { data, words: tool.words(data as never, desk.locale) };
}

/** Why an input does not fit, with the names that the tool has for what it takes. */
function whyNot({ name, input }: Tool, errors: readonly OutputUnit[], locale: Locale): string {
  const { instanceLocation = '', error = '' } = errors.at(-1) ?? {};
  const asked = instanceLocation.replace(/^#\/?/, '');
  const names = Object.keys((input.properties as object | undefined) ?? {});
  const [first = ''] = asked.split('/');
  if (first !== '' && !names.includes(first))
    return say(locale, 'no-input', { asked: first, name, names: names.map((one) => `\`${one}\``).join(', ') });
  return say(locale, 'bad-input', { detail: asked === '' ? error : `\`${asked}\`: ${error}` });
}
