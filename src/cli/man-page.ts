import { inLocale, type Locale, type Localized } from '../model/finding.ts';
import { type CommandName, commandNames, commands } from './commands.ts';
import { shellOptions } from './shell-words.ts';

const words = {
  name: { en: 'NAME', zh: '名称' },
  about: { en: 'check, fix and render newsroom articles', zh: '检查、改正并排版新闻稿' },
  synopsis: { en: 'SYNOPSIS', zh: '用法' },
  commands: { en: 'COMMANDS', zh: '命令' },
  options: { en: 'OPTIONS OF ALL COMMANDS', zh: '各命令共有的选项' },
  exit: { en: 'EXIT STATUS', zh: '退出码' },
  environment: { en: 'ENVIRONMENT', zh: '环境变量' },
  files: { en: 'FILES', zh: '文件' },
  choices: { en: 'One of: ', zh: '可选：' },
} satisfies Record<string, Localized>;

const exits: readonly (readonly [string, Localized])[] = [
  ['0', { en: 'Nothing was found at or above the threshold.', zh: '没有达到阈值的问题。' }],
  ['1', { en: 'Something was found.', zh: '有问题。' }],
  ['2', { en: 'It could not run, or a file could not be read or written.', zh: '无法运行，或有文件读写失败。' }],
];

const environment: readonly (readonly [string, Localized])[] = [
  [
    'CI',
    {
      en: 'Where it is set, `check` does as `ci:` of copydesk.yml says.',
      zh: '有值时 check 按 copydesk.yml 的 `ci:` 运行。',
    },
  ],
  ['NO_COLOR, FORCE_COLOR', { en: 'No colours, or colours always.', zh: '不用颜色，或总用颜色。' }],
  ['LC_ALL, LC_MESSAGES, LANG', { en: 'Language of messages.', zh: '提示的语言。' }],
  ['COPYDESK_NO_CACHE', { en: 'Keep nothing between runs.', zh: '两次运行之间什么都不保存。' }],
  ['NODE_DISABLE_COMPILE_CACHE', { en: 'Keep no compiled code.', zh: '不保存编译好的代码。' }],
];

const files: readonly (readonly [string, Localized])[] = [
  ['copydesk.yml', { en: 'The house style of the folder and what lies below.', zh: '所在文件夹及其下的社内规范。' }],
  ['staff.yml', { en: 'Who may sign.', zh: '谁可以署名。' }],
  ['terms.yml', { en: 'What the newsroom calls things.', zh: '社内用语。' }],
];

/** The manual page, section 1, as `man` reads it (roff with the macros of man(7)), made of the tables of commands and options. */
export function manPage(version: string, locale: Locale): string {
  const say = (text: Localized): string => plain(inLocale(text, locale));
  const list = (rows: readonly (readonly [string, Localized])[]) =>
    rows.map(([name, about]) => `.TP\n\\fB${plain(name)}\\fR\n${say(about)}\n`).join('');
  return [
    `.TH COPYDESK 1 "" "copydesk ${plain(version)}"\n`,
    `.SH ${say(words.name)}\ncopydesk \\- ${say(words.about)}\n`,
    `.SH ${say(words.synopsis)}\n`,
    ...commandNames.map((name) => `.B copydesk ${name}\n${say(commands[name].usage)}\n.br\n`),
    `.SH ${say(words.commands)}\n`,
    ...commandNames.map((name) => commandPart(name, locale)),
    `.SH ${say(words.options)}\n`,
    optionRows(undefined, locale),
    `.SH ${say(words.exit)}\n${list(exits)}`,
    `.SH ${say(words.environment)}\n${list(environment)}`,
    `.SH ${say(words.files)}\n${list(files)}`,
  ].join('');
}

function commandPart(name: CommandName, locale: Locale): string {
  const { about, notes = [] } = commands[name];
  const paragraphs = notes.map((note) => `.PP\n${plain(inLocale(note, locale))}\n`);
  return `.SS ${name}\n${plain(inLocale(about, locale))}\n${optionRows(name, locale)}${paragraphs.join('')}`;
}

/** The options of a command, without those of all. */
function optionRows(command: CommandName | undefined, locale: Locale): string {
  return shellOptions(command)
    .filter(({ spec }) => (command === undefined) === (spec.commands === undefined))
    .map(({ name, spec }) => {
      const { about, choices = spec.choices } = (command && spec.own?.[command]) ?? spec;
      const value = spec.value === undefined ? '' : ` \\fI${plain(spec.value)}\\fR`;
      const short = spec.short === undefined ? '' : `\\fB\\-${spec.short}\\fR, `;
      const known = choices === undefined ? '' : `\n${plain(inLocale(words.choices, locale) + choices.join(', '))}`;
      return `.TP\n${short}\\fB\\-\\-${plain(name)}\\fR${value}\n${plain(inLocale(about, locale))}${known}\n`;
    })
    .join('');
}

/** A text that roff takes for nothing but text. */
function plain(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&');
}
