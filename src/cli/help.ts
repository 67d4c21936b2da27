import { inLocale, type Locale } from '../model/finding.ts';
import { type CommandName, commandNames, commands } from './commands.ts';
import { type OptionSpec, options, optionsOf } from './options.ts';

const words = {
  about: {
    en: 'Copydesk checks, fixes and renders newsroom articles written in Markdown.',
    zh: 'Copydesk 检查、改正并排版用 Markdown 写的新闻稿。',
  },
  usage: { en: 'Usage: ', zh: '用法：' },
  command: { en: 'COMMAND', zh: '命令' },
  commands: { en: 'Commands:', zh: '命令：' },
  options: { en: 'Options:', zh: '选项：' },
  choices: { en: ': ', zh: '：' },
  comma: { en: ', ', zh: '、' },
  more: {
    en: '`copydesk COMMAND --help` tells more about a command.',
    zh: '`copydesk 命令 --help` 显示该命令的详细用法。',
  },
} as const;

/** The help of a command, or of Copydesk. */
export function help(command: CommandName | undefined, locale: Locale): string {
  return command === undefined ? overview(locale) : commandHelp(command, locale);
}

function overview(locale: Locale): string {
  const width = Math.max(...commandNames.map((name) => name.length));
  const list = commandNames.map((name) => `  ${name.padEnd(width)}  ${inLocale(commands[name].about, locale)}`);
  return `${[
    inLocale(words.about, locale),
    '',
    `${inLocale(words.usage, locale)}copydesk ${inLocale(words.command, locale)}`,
    '',
    inLocale(words.commands, locale),
    ...list,
    '',
    inLocale(words.options, locale),
    ...optionLines(undefined, locale),
    '',
    inLocale(words.more, locale),
  ].join('\n')}\n`;
}

function commandHelp(command: CommandName, locale: Locale): string {
  const spec = commands[command];
  const lines = [
    inLocale(spec.about, locale),
    '',
    `${inLocale(words.usage, locale)}copydesk ${command} ${inLocale(spec.usage, locale)}`.trimEnd(),
    '',
    inLocale(words.options, locale),
    ...optionLines(command, locale),
  ];
  for (const note of spec.notes ?? []) lines.push('', inLocale(note, locale));
  return `${lines.join('\n')}\n`;
}

function optionLines(command: CommandName | undefined, locale: Locale): readonly string[] {
  const rows = optionsOf(command).map((name) => {
    const spec: OptionSpec = options[name];
    const short = spec.short === undefined ? '    ' : `-${spec.short}, `;
    const { choices: known, about, value = spec.value } = (command && spec.own?.[command]) ?? spec;
    const choices =
      known === undefined ? '' : inLocale(words.choices, locale) + known.join(inLocale(words.comma, locale));
    return {
      head: `${short}--${name}${value === undefined ? '' : ` ${value}`}`,
      about: inLocale(about, locale) + choices,
    };
  });
  const width = Math.max(...rows.map(({ head }) => head.length));
  return rows.map(({ head, about }) => `  ${head.padEnd(width)}  ${about}`);
}
