import { parseArgs } from 'node:util';
import { didYouMean } from '../model/did-you-mean.ts';
import { inLocale, type Locale, spokenLocale } from '../model/finding.ts';
import { type CommandName, commandNames, commands } from './commands.ts';
import { type Say, UsageError } from './messages.ts';
import { belongs, type OptionSpec, type OptionValues, optionSpec, options, optionsOf } from './options.ts';

/** An option with a value, as it was given. */
export interface GivenValue {
  /** Without its dashes. */
  readonly name: string;
  readonly value: string;
}

/** A command line that was understood. */
interface Arguments {
  /** `undefined` for a bare `copydesk --help` or `--version`. */
  readonly command: CommandName | undefined;
  readonly values: OptionValues;
  /** The options that have a value, in the order in which they were given: of some, the order says more. */
  readonly given: readonly GivenValue[];
  readonly operands: readonly string[];
}

/** Reads `argv` without its first two entries. Throws {@link UsageError}. */
export function readArguments(argv: readonly string[], locale: Locale, say: Say): Arguments {
  const { tokens } = parseArgs({
    args: [...argv],
    options: { ...options },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const command = readCommand(positionals[0], say);
  const program = command === undefined ? 'copydesk' : `copydesk ${command}`;
  const values: Record<string, string | boolean | string[]> = {};
  const given: GivenValue[] = [];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const spec = optionSpec(token.name);
    if (spec === undefined || !belongs(spec, command)) {
      const near = suggestion(token.name, optionsOf(command), say, '--');
      throw new UsageError(say('unknown-option', { program, option: token.rawName, suggestion: near }));
    }
    if (spec.type === 'boolean') {
      if (token.value !== undefined) throw new UsageError(say('value-unexpected', { option: token.rawName }));
      values[token.name] = true;
      continue;
    }
    const allowed = (command && spec.own?.[command]?.choices) ?? spec.choices;
    if (token.value === undefined) {
      throw new UsageError(say('value-missing', { option: token.rawName, example: allowed?.[0] ?? spec.value ?? '' }));
    }
    const parts = spec.list ? token.value.split(/[,，、]/).map((part) => part.trim()) : [token.value];
    for (const value of parts) {
      checkValue(spec, allowed, token.rawName, value, locale, say);
      given.push({ name: token.name, value });
    }
    const before = values[token.name];
    if (spec.multiple) values[token.name] = [...(Array.isArray(before) ? before : []), ...parts];
    else values[token.name] = token.value;
  }
  const operands = positionals.slice(1);
  if (command !== undefined && values.help !== true && values.version !== true)
    checkOperands(command, operands, locale, say);
  return { command, values: values as OptionValues, given, operands };
}

/** Throws {@link UsageError} for a value that the option cannot have. */
function checkValue(
  { takes, inHouseWords }: OptionSpec,
  allowed: readonly string[] | undefined,
  option: string,
  value: string,
  locale: Locale,
  say: Say,
): void {
  // A language is asked for by any of its tags: zh-TW, zh_TW.UTF-8.
  const isKnown = takes === 'locale' ? spokenLocale(value) !== undefined : allowed?.includes(value);
  if (allowed !== undefined && isKnown !== true && inHouseWords !== true)
    throw badChoice(option, value, allowed, locale, say);
  // Nobody has so many of anything; past it a number is no longer exact.
  if (takes === 'count' && !/^\d{1,15}$/.test(value)) throw new UsageError(say('bad-count', { option, value }));
}

/** That an option cannot have a value, and what it may have. */
export function badChoice(
  option: string,
  value: string,
  allowed: readonly string[],
  locale: Locale,
  say: Say,
): UsageError {
  const choices = allowed.join(locale !== 'en' ? '、' : ', ');
  return new UsageError(say('bad-choice', { option, value, choices, suggestion: suggestion(value, allowed, say) }));
}

function readCommand(word: string | undefined, say: Say): CommandName | undefined {
  if (word === undefined) return undefined;
  const command = commandNames.find((name) => name === word);
  if (command !== undefined) return command;
  const near = /[./\\*]/.test(word) ? say('path-for-command', { command: word }) : suggestion(word, commandNames, say);
  throw new UsageError(say('unknown-command', { command: word, suggestion: near }));
}

function checkOperands(command: CommandName, operands: readonly string[], locale: Locale, say: Say): void {
  const spec = commands[command];
  const usage = `copydesk ${command} ${inLocale(spec.usage, locale)}`.trimEnd();
  if (operands.length < spec.least) {
    const argument = spec.argument ? inLocale(spec.argument, locale) : '';
    throw new UsageError(say('argument-missing', { argument, usage }));
  }
  const extra = operands[spec.most];
  if (extra !== undefined) throw new UsageError(say('argument-unexpected', { argument: extra, usage }));
}

/** A sentence that names the nearest of `names`; empty when none is near. */
export function suggestion(word: string, names: readonly string[], say: Say, prefix = ''): string {
  const name = didYouMean(word, names);
  return name === undefined ? '' : say('did-you-mean', { name: prefix + name });
}
