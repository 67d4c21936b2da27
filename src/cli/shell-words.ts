import { rules } from '../checks/index.ts';
import { houseIds } from '../house/load.ts';
import { type CommandName, commands, type Taken } from './commands.ts';
import { type OptionSpec, options, optionsOf } from './options.ts';

/** An option as shells complete it. */
export interface ShellOption {
  readonly name: string;
  readonly spec: OptionSpec;
  /** What its value may be; empty where files or anything else may stand. */
  readonly words: readonly string[];
  /** Whether a file or folder may be its value. */
  readonly isFile: boolean;
}

/** The options of a command in the order of help. */
export function shellOptions(command: CommandName | undefined): readonly ShellOption[] {
  return optionsOf(command).map((name) => {
    const spec: OptionSpec = options[name];
    const choices = (command && spec.own?.[command]?.choices) ?? spec.choices;
    return { name, spec, words: choices ?? wordsOf(spec.takes), isFile: isFile(spec.takes) };
  });
}

/** The words that may stand as an argument of a command, beside files. */
export function operandWords(command: CommandName): readonly string[] {
  return commands[command].words ?? wordsOf(commands[command].takes);
}

/** What of its kind is known wherever one is; what a newsroom has is known in its folder alone. */
function wordsOf(takes: Taken | undefined): readonly string[] {
  if (takes === 'check') return rules.map(({ id }) => id);
  return takes === 'house' ? houseIds : [];
}

export function isFile(takes: Taken | undefined): boolean {
  return takes !== undefined && ['article', 'file', 'folder', 'house', 'path'].includes(takes);
}
