import { inLocale, type Locale } from '../model/finding.ts';
import { type CommandName, commandNames, commands } from './commands.ts';
import { isFile, operandWords, type ShellOption, shellOptions } from './shell-words.ts';

/** The shells that can be told how to complete. */
export const shells = ['bash', 'zsh', 'fish'] as const;

type Shell = (typeof shells)[number];

/** The script that teaches a shell to complete `copydesk`. */
export function completionsFor(shell: Shell, locale: Locale): string {
  return { bash, zsh, fish }[shell](locale);
}

/** What is said of an option, for shells that show it. */
function aboutOf({ spec }: ShellOption, command: CommandName, locale: Locale): string {
  return inLocale((spec.own?.[command] ?? spec).about, locale);
}

/** Whether an option takes several words, with commas between them. */
function isList({ spec }: ShellOption): boolean {
  return spec.value?.endsWith(',…') === true;
}

/** Bash breaks words at `=`, and lists end at commas: what is completed is the last part. */
function bash(): string {
  const cases = commandNames.flatMap((command) => {
    const shown = shellOptions(command);
    const values = shown
      .filter(({ spec }) => spec.type === 'string')
      .map(({ name, spec, words }) => {
        const names = [`${command},--${name}`, ...(spec.short ? [`${command},-${spec.short}`] : [])].join('|');
        return `    ${names}) words="${words.join(' ')}"; options=;;\n`;
      });
    const flags = shown.map(({ name }) => `--${name}`).join(' ');
    return [...values, `    ${command},*) words="${operandWords(command).join(' ')}"; options="${flags}";;\n`];
  });
  return `# copydesk completions bash > ~/.local/share/bash-completion/completions/copydesk
_copydesk() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" words= options= before=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commandNames.join(' ')} --help --version" -- "$cur"))
    return
  fi
  if [ "$cur" = = ]; then cur=
  elif [ "$prev" = = ]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  case "\${COMP_WORDS[1]},$prev" in
${cases.join('')}  esac
  case "$cur" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$cur")); return;;
    *,*) before="\${cur%,*},"; cur="\${cur##*,}";;
  esac
  COMPREPLY=($(compgen -P "$before" -W "$words" -- "$cur"))
}
complete -o default -F _copydesk copydesk
`;
}

function zsh(locale: Locale): string {
  const named = commandNames.map(
    (name) => `    ${quoted(`${name}:${inLocale(commands[name].about, locale).replaceAll(':', '\\:')}`)}\n`,
  );
  const cases = commandNames.map((command) => {
    const specs = shellOptions(command).flatMap((option) => {
      const { name, spec, words, isFile } = option;
      const about = aboutOf(option, command, locale).replace(/[[\]:\\]/g, '\\$&');
      const choice = isList(option) ? `_sequence compadd - ${words.join(' ')}` : `(${words.join(' ')})`;
      const action = words.length > 0 ? choice : isFile ? '_files' : ' ';
      const value = spec.type === 'boolean' ? '' : `:${spec.value ?? ''}:${action}`;
      const many = spec.multiple ? '*' : '';
      return [`--${name}${spec.type === 'boolean' ? '' : '='}`, ...(spec.short ? [`-${spec.short}`] : [])].map(
        (flag) => `      ${quoted(`${many}${flag}[${about}]${value}`)} \\\n`,
      );
    });
    const words = operandWords(command);
    const files = isFile(commands[command].takes);
    const operand = words.length === 0 ? (files ? '_files' : ' ') : `(${words.join(' ')})`;
    return `    ${command})\n    _arguments -s \\\n${specs.join('')}      ${quoted(`*: :${operand}`)}\n    ;;\n`;
  });
  return `#compdef copydesk
# copydesk completions zsh > a folder of your fpath, as _copydesk
_copydesk() {
  local -a known=(
${named.join('')}  )
  if (( CURRENT == 2 )); then
    _describe copydesk known
    return
  fi
  shift words
  (( CURRENT-- ))
  case "$words[1]" in
${cases.join('')}  esac
}
if [ "$funcstack[1]" = _copydesk ]; then _copydesk "$@"; else compdef _copydesk copydesk; fi
`;
}

function fish(locale: Locale): string {
  const lines = commandNames.flatMap((command) => {
    const about = inLocale(commands[command].about, locale);
    const seen = `-n '__fish_seen_subcommand_from ${command}'`;
    const words = operandWords(command);
    return [
      `complete -c copydesk -n __fish_use_subcommand -f -a ${command} -d ${quoted(about)}`,
      ...(isFile(commands[command].takes) ? [] : [`complete -c copydesk ${seen} -f`]),
      ...(words.length > 0 ? [`complete -c copydesk ${seen} -a ${quoted(words.join(' '))}`] : []),
      ...shellOptions(command).map((option) => {
        const { name, spec, words, isFile } = option;
        const short = spec.short ? ` -s ${spec.short}` : '';
        const value = spec.type === 'boolean' ? '' : isFile ? ' -r -F' : ' -x';
        const choice = isList(option) ? `(__fish_append , ${words.join(' ')})` : words.join(' ');
        const known = words.length > 0 ? ` -a ${quoted(choice)}` : '';
        return `complete -c copydesk ${seen} -l ${name}${short}${value}${known} -d ${quoted(aboutOf(option, command, locale))}`;
      }),
    ];
  });
  return `# copydesk completions fish > ~/.config/fish/completions/copydesk.fish\n${lines.join('\n')}\n`;
}

/** As all three shells read it. Fish alone takes a backslash for one of its own, so none is left. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", '’')}'`;
}
