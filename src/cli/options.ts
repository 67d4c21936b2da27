import { type HandedName, handedNames } from '../handover/formats.ts';
import { stages } from '../house/house.ts';
import { reportFormats } from '../house/report-formats.ts';
import type { Localized } from '../model/finding.ts';
import type { CommandName, Taken } from './commands.ts';
import { changeOptions, diffOptions } from './diff-options.ts';
import { initOptions } from './init-options.ts';
import { signoffOptions } from './signoff-options.ts';

/** An option of one or more commands. Parsing, help, errors, completions and the manual page all read this table. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** May be given again; what was given before stays. */
  readonly multiple?: true;
  /** Its value may be several, with commas between them. */
  readonly list?: true;
  /** The placeholder of the value in help. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** The house may have words of its own for them: what else is said is asked of the houses. */
  readonly inHouseWords?: true;
  /** What the value is; a `count` is a whole number from 0. */
  readonly takes?: Taken;
  /** What is otherwise for a command, and how help says so. */
  readonly own?: Readonly<
    Partial<
      Record<CommandName, { readonly value?: string; readonly choices?: readonly string[]; readonly about: Localized }>
    >
  >;
  readonly about: Localized;
  /** `undefined`: of all commands, and of `copydesk` itself. */
  readonly commands?: readonly CommandName[];
}

/** What `copydesk render` writes: the page, or the article as the next desk takes it. */
const renderFormats: readonly ('html' | HandedName)[] = ['html', ...handedNames];

const textOrJson = {
  choices: ['pretty', 'json'],
  about: { en: 'How to print it (default: pretty)', zh: '输出格式（默认 pretty）' },
};

const pageOutput = { en: 'Write the page to this file', zh: '把页面写入此文件' };

export const options = {
  format: {
    type: 'string',
    short: 'f',
    value: 'FORMAT',
    choices: reportFormats,
    commands: ['check', 'fix', 'merge', 'try', 'signoff', 'house', 'explain', 'render', 'diff', 'desk'],
    about: { en: 'How to report (default: pretty)', zh: '输出格式（默认 pretty）' },
    own: {
      try: textOrJson,
      render: { choices: renderFormats, about: { en: 'What to write (default: html)', zh: '写成什么（默认 html）' } },
      diff: {
        choices: ['text', 'html', 'json'],
        about: { en: 'How to show (default: text)', zh: '怎样显示（默认 text）' },
      },
      explain: textOrJson,
      house: textOrJson,
      desk: { choices: ['text', 'json'], about: { en: 'How to list (default: text)', zh: '怎样列出（默认 text）' } },
    },
  },
  threshold: {
    type: 'string',
    value: 'SEVERITY',
    choices: ['error', 'warning', 'info'],
    commands: ['check', 'fix', 'merge'],
    about: {
      en: 'The least severity that makes the exit code 1 (default: warning)',
      zh: '达到哪一级时退出码为 1（默认 warning）',
    },
  },
  check: {
    type: 'string',
    multiple: true,
    value: 'CHECK',
    takes: 'check',
    commands: ['check', 'fix'],
    about: { en: 'Only this check; may be repeated', zh: '只用这一项检查；可重复' },
  },
  only: {
    type: 'string',
    multiple: true,
    list: true,
    value: 'CHECK,…',
    takes: 'check',
    commands: ['check', 'fix'],
    about: { en: 'Only these checks', zh: '只用这些检查' },
  },
  except: {
    type: 'string',
    multiple: true,
    list: true,
    value: 'CHECK,…',
    takes: 'check',
    commands: ['check', 'fix'],
    about: { en: 'All checks but these', zh: '不用这些检查' },
  },
  severity: {
    type: 'string',
    value: 'SEVERITY',
    choices: ['error', 'warning', 'info'],
    commands: ['check', 'fix', 'merge'],
    about: {
      en: 'The least severity that is shown; what is below is not counted either (default: info)',
      zh: '显示到哪一级；低于它的不显示也不计数（默认 info）',
    },
  },
  'max-warnings': {
    type: 'string',
    value: 'N',
    takes: 'count',
    commands: ['check', 'fix', 'merge'],
    about: {
      en: 'Let up to N warnings pass; more make the exit code 1',
      zh: '允许至多 N 个警告，超过则退出码为 1',
    },
  },
  stage: {
    type: 'string',
    multiple: true,
    list: true,
    value: 'STAGE,…',
    choices: stages,
    inHouseWords: true,
    commands: ['check', 'fix'],
    about: {
      en: 'Only articles at these stages, in the house’s words or in ours',
      zh: '只看处于这些阶段的稿件；可写本社自己的说法，如“已发”',
    },
  },
  ...changeOptions,
  by: {
    type: 'string',
    multiple: true,
    list: true,
    value: 'NAME,…',
    commands: ['check', 'fix'],
    about: { en: 'Only articles that name one of these people as having made them', zh: '只看署了其中一人姓名的稿件' },
  },
  ci: {
    type: 'boolean',
    commands: ['check', 'merge'],
    about: {
      en: 'Do as `ci:` of copydesk.yml says, as where the variable CI is set',
      zh: '按 copydesk.yml 的 `ci:` 运行；环境变量 CI 有值时本来如此',
    },
  },
  watch: {
    type: 'boolean',
    short: 'w',
    commands: ['check'],
    about: {
      en: 'Stay, and check again what changes, house files included; Ctrl+C ends',
      zh: '持续运行，稿件或规范一有改动就再查一遍；按 Ctrl+C 结束',
    },
  },
  cache: {
    type: 'boolean',
    commands: ['check'],
    about: {
      en: 'Look only at articles that changed since the last run, or whose house, pictures or people did',
      zh: '只看上次运行之后改过的稿件，以及规范、图片或人员有变的稿件',
    },
  },
  'cache-location': {
    type: 'string',
    value: 'FILE',
    takes: 'file',
    commands: ['check'],
    about: {
      en: 'The file in which findings are kept (default: in your cache folder); for --cache',
      zh: '结果存在哪个文件（默认在你的缓存文件夹）；与 --cache 连用',
    },
  },
  term: {
    type: 'string',
    multiple: true,
    value: 'TERM',
    commands: ['try'],
    about: {
      en: "A term as if it were in the list: 'USE not NOT', or 'not NOT'; may be repeated",
      zh: '设想用语表里有这一条：“写 甲 不写 乙”，或“不写 乙”；可重复',
    },
  },
  set: {
    type: 'string',
    multiple: true,
    value: 'SETTING=VALUE',
    commands: ['try'],
    about: {
      en: 'A setting as if it stood in copydesk.yml, such as checks.wrong-interpunct=warning; may be repeated',
      zh: '设想 copydesk.yml 里有这项设置，例如 checks.wrong-interpunct=warning；可重复',
    },
  },
  shard: {
    type: 'string',
    value: 'I/N',
    commands: ['check'],
    about: {
      en: 'Check the Ith of N parts of the articles, as on N machines; copydesk merge makes one report of N',
      zh: '把稿件分成 N 份，只查第 I 份，可在 N 台机器上同时查；用 copydesk merge 合成一份结果',
    },
  },
  jobs: {
    type: 'string',
    short: 'j',
    value: 'NUMBER',
    takes: 'count',
    commands: ['check', 'fix'],
    about: {
      en: 'How many threads work at once, cores at most (default: 1); worth it for thousands of articles, each takes memory of its own',
      zh: '同时用几个线程，不超过处理器核数（默认 1）；稿件上千篇时才值得，每个线程另占内存',
    },
  },
  'dry-run': {
    type: 'boolean',
    short: 'n',
    commands: ['fix', 'init'],
    about: { en: 'Write nothing; print what would be written', zh: '不写文件，只输出将要写的内容' },
  },
  interactive: {
    type: 'boolean',
    short: 'i',
    commands: ['fix'],
    about: {
      en: 'Make the certain fixes, then ask about each of the others',
      zh: '先改有把握的，其余逐处询问',
    },
  },
  ...initOptions,
  stdin: {
    type: 'boolean',
    commands: ['check', 'fix'],
    about: {
      en: 'Read one article from standard input; `fix` prints it',
      zh: '从标准输入读一篇稿件；fix 会输出改好的稿件',
    },
  },
  'stdin-filename': {
    type: 'string',
    value: 'FILE',
    takes: 'file',
    commands: ['check', 'fix'],
    about: { en: 'What the article on standard input is called', zh: '标准输入的稿件叫什么文件名' },
  },
  column: {
    type: 'string',
    value: 'COLUMN',
    commands: ['new'],
    about: { en: 'The column; the first of the house otherwise', zh: '栏目；不写则为社内第一个栏目' },
  },
  title: { type: 'string', value: 'TITLE', commands: ['new'], about: { en: 'The headline', zh: '标题' } },
  reporter: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    commands: ['new'],
    about: { en: 'A reporter’s name; may be repeated', zh: '记者姓名；可重复' },
  },
  stdout: {
    type: 'boolean',
    commands: ['new', 'import'],
    about: { en: 'Print the article instead of writing it', zh: '输出稿件而不写文件' },
  },
  output: {
    type: 'string',
    short: 'o',
    multiple: true,
    value: 'FILE',
    takes: 'file',
    commands: ['check', 'fix', 'merge', 'render', 'diff', 'record', 'desk'],
    about: {
      en: 'Write a report to this file too, in the format of its ending or of --format before it; may be repeated',
      zh: '另把报告写入此文件，格式由扩展名或前面的 --format 决定；可重复',
    },
    own: {
      render: { about: pageOutput },
      diff: { about: pageOutput },
      desk: { about: pageOutput },
      record: { about: pageOutput },
    },
  },
  day: {
    type: 'string',
    value: 'DAY',
    commands: ['desk'],
    about: {
      en: 'Only what is dated to this day: 2026-11-29, or today',
      zh: '只列这一天的稿件：2026-11-29，或 today（今天）',
    },
  },
  ...diffOptions,
  html: {
    type: 'boolean',
    commands: ['desk'],
    about: { en: 'The day’s list as a page to print; with --day', zh: '把发稿单写成可打印的网页；与 --day 连用' },
  },
  as: {
    type: 'string',
    value: 'NAME',
    commands: ['parse', 'signoff'],
    about: {
      en: 'Who signs (default: Git’s user, as staff.yml has them)',
      zh: '签字的人（默认为 Git 用户，按 staff.yml）',
    },
    own: {
      parse: { value: 'KIND', choices: ['byline', 'credit'], about: { en: 'What the lines are', zh: '各行是什么' } },
    },
  },
  ...signoffOptions,
  cases: {
    type: 'boolean',
    commands: ['house'],
    about: {
      en: 'Try out the cases of the house file, and print what comes of each',
      zh: '核对规范文件里的实例，逐条输出结果',
    },
  },
  stdio: {
    type: 'boolean',
    commands: ['lsp'],
    about: { en: 'Speak over standard input and output (always so)', zh: '通过标准输入输出通信（本来如此）' },
  },
  write: {
    type: 'boolean',
    commands: ['mcp'],
    about: {
      en: 'Let agents write: safe fixes and new articles, whatever copydesk.yml says',
      zh: '允许代理写文件：有把握的改正和新建的稿件，不论 copydesk.yml 怎么写',
    },
  },
  house: {
    type: 'string',
    value: 'FILE',
    takes: 'file',
    commands: ['check', 'fix', 'try', 'signoff', 'ready', 'record', 'new', 'import', 'render', 'desk', 'house', 'mcp'],
    about: {
      en: 'Use this house file instead of the nearest copydesk.yml',
      zh: '用这个社内规范文件，而不用最近的 copydesk.yml',
    },
  },
  locale: {
    type: 'string',
    value: 'LANGUAGE',
    choices: ['en', 'zh', 'zh-tw'],
    takes: 'locale',
    about: { en: 'Language of messages (default: from LC_ALL or LANG)', zh: '提示语言（默认取自 LC_ALL 或 LANG）' },
  },
  help: { type: 'boolean', short: 'h', about: { en: 'Print this help', zh: '显示帮助' } },
  version: { type: 'boolean', short: 'V', about: { en: 'Print the version', zh: '显示版本' } },
} as const satisfies Record<string, OptionSpec>;

type OptionName = keyof typeof options;

/** The options as given; an option that was not given is `undefined`. */
export type OptionValues = {
  readonly [K in OptionName]?: (typeof options)[K] extends { type: 'boolean' }
    ? boolean
    : (typeof options)[K] extends { multiple: true }
      ? readonly string[]
      : (typeof options)[K] extends { choices: readonly (infer Choice)[] }
        ? Choice
        : string;
};

/** Looks an option up by name; `undefined` for one that no command has. */
export function optionSpec(name: string): OptionSpec | undefined {
  return Object.hasOwn(options, name) ? options[name as OptionName] : undefined;
}

/** Whether `command` has the option. */
export function belongs(spec: OptionSpec, command: CommandName | undefined): boolean {
  return spec.commands === undefined || (command !== undefined && spec.commands.includes(command));
}

/** The names of a command's options in the order of help. */
export function optionsOf(command: CommandName | undefined): readonly OptionName[] {
  return (Object.keys(options) as OptionName[]).filter((name) => belongs(options[name], command));
}
