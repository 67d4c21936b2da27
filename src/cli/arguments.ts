import { parseArgs } from 'node:util';
import { didYouMean } from '../model/did-you-mean.ts';
import { inLocale, type Locale } from '../model/finding.ts';
import {
  belongs,
  type CommandName,
  commandNames,
  commands,
  type OptionValues,
  optionSpec,
  options,
  optionsOf,
} from './commands.ts';
import { type Say, UsageError } from './messages.ts';

/** A command line that was understood. */
interface Arguments {
  /** `undefined` for a bare `copydesk --help` or `--version`. */
  readonly command: CommandName | undefined;
  readonly values: OptionValues;
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
  const given: Record<string, string | boolean | string[]> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const spec = optionSpec(token.name);
    if (spec === undefined || !belongs(spec, command)) {
      const near = suggestion(token.name, optionsOf(command), say, '--');
      throw new UsageError(say('unknown-option', { program, option: token.rawName, suggestion: near }));
    }
    if (spec.type === 'boolean') {
      if (token.value !== undefined) throw new UsageError(say('value-unexpected', { option: token.rawName }));
      given[token.name] = true;
      continue;
    }
    const allowed = (command && spec.own?.[command]?.choices) ?? spec.choices;
    if (token.value === undefined) {
      throw new UsageError(say('value-missing', { option: token.rawName, example: allowed?.[0] ?? spec.value ?? '' }));
    }
    if (allowed !== undefined && !allowed.includes(token.value)) {
      const near = suggestion(token.value, allowed, say);
      const choices = allowed.join(locale !== 'en' ? '、' : ', ');
      throw new UsageError(say('bad-choice', { option: token.rawName, value: token.value, choices, suggestion: near }));
    }
    if (spec.multiple) {
      const before = given[token.name];
      given[token.name] = [...(Array.isArray(before) ? before : []), token.value];
    } else given[token.name] = token.value;
  }
  const operands = positionals.slice(1);
  if (command !== undefined && given.help !== true && given.version !== true)
    checkOperands(command, operands, locale, say);
  return { command, values: given as OptionValues, operands };
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
