import { houseIds } from '../house/load.ts';
import { fillAll, type Localized, listed } from '../model/finding.ts';
import { diffCommand } from './diff-options.ts';

/** Commands in the order of help. */
export const commandNames = [
  'init',
  'check',
  'fix',
  'merge',
  'try',
  'new',
  'import',
  'signoff',
  'ready',
  'record',
  'render',
  'diff',
  'desk',
  'explain',
  'house',
  'schema',
  'parse',
  'completions',
  'man',
  'lsp',
  'mcp',
] as const;

export type CommandName = (typeof commandNames)[number];

/** What the arguments of a command or the value of an option are, for shells that complete them. */
export type Taken = 'article' | 'check' | 'count' | 'file' | 'folder' | 'house' | 'locale' | 'path' | 'template';

/** What a command is and takes. Parsing, help, completions and the manual page all read this table. */
interface CommandSpec {
  readonly about: Localized;
  /** Arguments as help shows them. */
  readonly usage: Localized;
  /** Least and greatest number of arguments. */
  readonly least: number;
  readonly most: number;
  /** What the first argument is, for the sentence that misses it. */
  readonly argument?: Localized;
  readonly takes?: Taken;
  /** Words that may stand as an argument. */
  readonly words?: readonly string[];
  /** Paragraphs under the options. */
  readonly notes?: readonly Localized[];
}

const paths = { en: '[PATH…]', zh: '[路径…]' };

export const commands: Readonly<Record<CommandName, CommandSpec>> = {
  init: {
    about: {
      en: 'Read the articles that are there and set up their newsroom: copydesk.yml, staff.yml',
      zh: '读取已有的稿件，据此建立本社的 copydesk.yml、staff.yml',
    },
    usage: { en: '[FOLDER]', zh: '[文件夹]' },
    least: 0,
    most: 1,
    takes: 'folder',
    notes: [
      {
        en:
          'Shows what it found, with counts and with the articles that do otherwise, and asks three questions: is this\n' +
          'where your articles lie, is this how you sign, may this be demanded. Only what nearly all articles do is\n' +
          'demanded; other ways of writing become settings. Nothing that is there is overwritten.',
        zh:
          '列出读到的情况、篇数和例外的稿件，问三个问题：稿件是这样存放的吗，署名是这样写的吗，可以这样要求吗。\n' +
          '几乎每篇都有的才作要求，其余写法成为设置。已有的文件一律不覆盖。',
      },
    ],
  },
  check: {
    about: {
      en: 'Check articles: files, folders or globs (the working folder when none is given)',
      zh: '检查稿件：文件、文件夹或通配符（不写则为当前文件夹）',
    },
    usage: paths,
    least: 0,
    most: Infinity,
    takes: 'path',
    notes: [
      {
        en:
          'In a folder, every Markdown file (.md, .markdown, .mdx, .qmd …) that opens with front matter is an article; below a copydesk.yml\n' +
          'the others are articles too, except README, CHANGELOG and the like. Left out: what .gitignore or `ignore:` in\n' +
          'copydesk.yml names, node_modules, dot folders, and the templates folder beside copydesk.yml. A file that you\n' +
          'name is always read.',
        zh:
          '文件夹中以 front matter 开头的 Markdown 文件（.md、.markdown、.mdx、.qmd 等）是稿件；在 copydesk.yml 所在文件夹之下，其余的也算稿件，\n' +
          'README、CHANGELOG 之类除外。不看 .gitignore 或 copydesk.yml 的 `ignore:` 列出的文件、node_modules、\n' +
          '以点开头的文件夹和 copydesk.yml 旁的 templates 文件夹。直接写出名字的文件总会检查。',
      },
      {
        en: 'The copydesk.yml, staff.yml and terms.yml files that are found are checked too, with or without articles.',
        zh: '找到的 copydesk.yml、staff.yml 和 terms.yml 也一并检查，有没有稿件都一样。',
      },
      {
        en: 'Exit code: 0 nothing at or above the threshold, 1 findings, 2 could not run or a file could not be read.',
        zh: '退出码：0 没有达到阈值的问题，1 有问题，2 无法运行或有文件读不了。',
      },
    ],
  },
  fix: {
    about: { en: 'Make every safe fix', zh: '自动改正所有有把握的问题' },
    usage: paths,
    least: 0,
    most: Infinity,
    takes: 'path',
    notes: [
      {
        en:
          'Only fixes that are certain are made. Each file is replaced in one step, in its own encoding, byte-order mark\n' +
          'and line ends. Exit code: 0 done, 1 findings remain, 2 a file could not be read or written.',
        zh: '只做有把握的改正。每个文件一次替换，编码、BOM 和换行符不变。\n退出码：0 完成，1 仍有问题，2 有文件读写失败。',
      },
    ],
  },
  merge: {
    about: {
      en: 'Make one report of the reports of several runs, as of `check --shard`',
      zh: '把几次检查的结果合成一份，例如 check --shard 的各份结果',
    },
    usage: { en: 'REPORT…', zh: '结果文件…' },
    least: 1,
    most: Infinity,
    takes: 'file',
    argument: { en: 'the reports to merge', zh: '要合并的结果文件' },
    notes: [
      {
        en:
          'Reads what `copydesk check --format json` printed and reports it as one run over all articles would have, in any\n' +
          'format and with its exit code. A shard that is missing is no clean run: the exit code is 2. Excerpts are shown\n' +
          'where the articles are at hand, below the same folder as when they were checked.',
        zh:
          '读取 `copydesk check --format json` 的输出，像一次查完全部稿件那样给出结果，格式任选，退出码相同。\n' +
          '缺了哪一份都不算查完，退出码为 2。在检查时的同一文件夹下运行，才能显示原文片段。',
      },
    ],
  },
  try: {
    about: {
      en: 'Try a rule on the articles: what it would find, and what would go away; writes nothing',
      zh: '拿稿件试一条规则：会多查出哪些，哪些不再提示；不写任何文件',
    },
    usage: paths,
    least: 0,
    most: Infinity,
    takes: 'path',
    notes: [
      {
        en:
          "copydesk try --term '河湾镇 not 河湾乡'              a term, before it is put into the list\n" +
          'copydesk try --set checks.wrong-interpunct=error   a check’s severity, an option, any setting\n' +
          'copydesk try --house draft.yml                     another copydesk.yml, against the one that is in force',
        zh:
          "copydesk try --term '写 河湾镇 不写 河湾乡'          一条用语，写进用语表之前先试\n" +
          'copydesk try --set checks.wrong-interpunct=error   一项检查的级别、选项，任何设置都行\n' +
          'copydesk try --house draft.yml                     另一份 copydesk.yml，与现在的对比',
      },
      {
        en: '+ would be found, - would go away, ~ would be said or weighed otherwise. Exit code: 0 tried, 2 could not be tried.',
        zh: '+ 会查出，- 不再提示，~ 级别或说法会变。退出码：0 已试，2 无法试。',
      },
    ],
  },
  new: {
    about: { en: 'Start an article from a template', zh: '从模板新建稿件' },
    usage: { en: '[TEMPLATE]', zh: '[模板]' },
    least: 0,
    most: 1,
    takes: 'template',
    notes: [{ en: 'Without TEMPLATE, lists the templates of the house.', zh: '不写模板则列出现有模板。' }],
  },
  import: {
    about: { en: 'Turn the text of a published page into an article', zh: '把已发布网页的文字转成稿件' },
    usage: { en: 'FILE', zh: '文件' },
    least: 0,
    most: 1,
    takes: 'file',
    argument: { en: 'the file with the page’s text', zh: '网页文字的文件' },
    notes: [
      {
        en: 'Writes the article where the house’s path pattern says and prints its path. `-` reads standard input.',
        zh: '按社内路径规则写入并打印路径。写 `-` 则从标准输入读取。',
      },
    ],
  },
  signoff: {
    about: {
      en: 'Sign the step that an article is at, or verify what is signed',
      zh: '给稿件签当前这一步（如三审三校），或核对签审记录',
    },
    usage: { en: 'FILE | --verify [PATH…]', zh: '文件 | --verify [路径…]' },
    least: 0,
    most: Infinity,
    takes: 'article',
    notes: [
      {
        en:
          'Signs the step that is next, or that changed after signing, in the name of --as, or else of Git’s user as\n' +
          'staff.yml has them. The steps, who may sign them and what they confirm stand in copydesk.yml: `signoff:`.',
        zh:
          '以 --as 的姓名签下一步，或签后有改动的那一步；不写则用 Git 的用户名，按 staff.yml 找到其人。\n' +
          '有哪些步骤、由谁签、确认什么，写在 copydesk.yml 的 `signoff:`。',
      },
      {
        en:
          'With --verify nothing is signed: what is missing, out of order or changed after signing is reported. A job that\n' +
          'publishes says for which stage (--for published), by which house (--house FILE), and has Git say who wrote each\n' +
          'signature (--authors). Exit code: 0 all signed, 1 not, 2 could not run.',
        zh: '用 --verify 时不签字，只报告缺签、次序不对和签后改动。发布程序应写明为哪个阶段（--for published）、\n按哪份规范（--house 文件）核对，并以 Git 核对每个签字是否本人所写（--authors）。\n退出码：0 齐全，1 不齐，2 无法运行。',
      },
    ],
  },
  ready: {
    about: {
      en: 'What stands between articles and their next stage, first things first',
      zh: '稿件离下一阶段还差什么，要紧的在前',
    },
    usage: paths,
    least: 0,
    most: Infinity,
    takes: 'path',
    notes: [
      {
        en: 'Errors, fields, signatures and embargo must be settled; warnings are worth a look.\nExit code: 0 ready, or let through with a reason, 1 not ready, 2 could not run.',
        zh: '错误、字段、审签、解禁必须处理，警告供参考。\n退出码：0 可以进入，或已写明理由放行，1 还不能，2 无法运行。',
      },
    ],
  },
  record: {
    about: {
      en: 'The record of an article as a page to print: who made, reviewed and proofed it; -o writes a file',
      zh: '稿件处理单：谁采写、谁审、谁校，可打印的网页；用 -o 写入文件',
    },
    usage: { en: 'FILE', zh: '文件' },
    least: 1,
    most: 1,
    argument: { en: 'the article', zh: '稿件' },
    takes: 'article',
  },
  diff: diffCommand,
  render: {
    about: {
      en: 'Print the article’s page as HTML, or the article as other desks take it; -o writes a file',
      zh: '输出稿件页面的 HTML，或下一环节要的格式；用 -o 写入文件',
    },
    usage: { en: 'FILE', zh: '文件' },
    least: 1,
    most: 1,
    takes: 'article',
    argument: { en: 'the article', zh: '稿件' },
    notes: [
      {
        en:
          'Formats: html, the page as one file (default); rich, HTML with styles in it for a CMS; wechat, the same for\n' +
          'WeChat; text, pure text as desks send it; jsonld, a schema.org NewsArticle; ninjs, IPTC ninjs 3.1.',
        zh:
          '格式：html 整页（默认）；rich 带样式的正文，供采编系统粘贴；wechat 供微信粘贴；text 纯文本；\n' +
          'jsonld schema.org NewsArticle；ninjs IPTC ninjs 3.1。',
      },
    ],
  },
  desk: {
    about: {
      en: 'List the articles as the desk sees them, or what goes out on a day (--day)',
      zh: '按编辑部的看法列出稿件，或列出某一天的发稿单（--day）',
    },
    usage: paths,
    least: 0,
    most: Infinity,
    takes: 'path',
    notes: [
      {
        en:
          'Of each article its date, stage, column, characters, findings, path and title. With --day, those dated to\n' +
          'that day in the order in which they go out, with what each still lacks; --html makes a page to print.',
        zh:
          '每篇列出日期、阶段、栏目、字数、问题数、路径和标题。加 --day 则按发稿次序列出当天的稿件和各自还缺什么；\n' +
          '再加 --html 则输出可以打印的网页。',
      },
    ],
  },
  explain: {
    about: { en: 'Print the page of a check, or list the checks', zh: '显示一项检查的说明，或列出全部检查' },
    usage: { en: '[CHECK]', zh: '[检查]' },
    least: 0,
    most: 1,
    takes: 'check',
    notes: [
      {
        en: "A check goes by its id or by its title: `copydesk explain wrong-dash`, `copydesk explain 'Two spellings'`.",
        zh: '检查项可写文件中的名称，也可写中文名：`copydesk explain wrong-dash`、`copydesk explain 破折号`。',
      },
    ],
  },
  house: {
    about: {
      en: 'Print the house style that applies here, or one that comes with Copydesk',
      zh: '显示此处适用的社内规范，或自带的一套',
    },
    usage: { en: '[PATH|HOUSE]', zh: '[路径|规范]' },
    least: 0,
    most: 1,
    takes: 'house',
    notes: [
      fillAll(
        {
          en: 'Houses that come with Copydesk: {houses}. Say ./wire for a folder of such a name.',
          zh: '自带的规范：{houses}。同名的文件夹写成 ./wire。',
        },
        { houses: listed(houseIds) },
      ),
    ],
  },
  schema: {
    about: {
      en: 'Print a JSON Schema: of copydesk.yml (house), of the house’s fields (fields), of staff.yml (staff), of terms.yml (terms) or of --format json (output)',
      zh: '输出 JSON Schema：copydesk.yml 的（house）、本社字段的（fields）、staff.yml 的（staff）、terms.yml 的（terms）或 --format json 的（output）',
    },
    usage: { en: '[house|fields|staff|terms|output]', zh: '[house|fields|staff|terms|output]' },
    least: 0,
    most: 1,
    words: ['house', 'fields', 'staff', 'terms', 'output'],
  },
  parse: {
    about: {
      en: 'Read bylines or credits, one a line, and print their structure as JSON',
      zh: '逐行读取署名或图片署名，输出 JSON 结构',
    },
    usage: { en: '[FILE]', zh: '[文件]' },
    least: 0,
    most: 1,
    takes: 'file',
  },
  completions: {
    about: {
      en: 'Print the script that teaches a shell to complete commands, options, checks and formats',
      zh: '输出补全脚本，供 shell 补全命令、选项、检查和格式',
    },
    usage: { en: 'bash|zsh|fish', zh: 'bash|zsh|fish' },
    least: 1,
    most: 1,
    argument: { en: 'the shell (bash, zsh or fish)', zh: ' shell 的名称（bash、zsh 或 fish）' },
    words: ['bash', 'zsh', 'fish'],
    notes: [
      {
        en:
          'bash: copydesk completions bash > ~/.local/share/bash-completion/completions/copydesk\n' +
          'zsh:  copydesk completions zsh > FOLDER/_copydesk, FOLDER being one of $fpath\n' +
          'fish: copydesk completions fish > ~/.config/fish/completions/copydesk.fish',
        zh:
          'bash：copydesk completions bash > ~/.local/share/bash-completion/completions/copydesk\n' +
          'zsh： copydesk completions zsh > 文件夹/_copydesk，文件夹须在 $fpath 之中\n' +
          'fish：copydesk completions fish > ~/.config/fish/completions/copydesk.fish',
      },
    ],
  },
  man: {
    about: { en: 'Print the manual page, as `man` reads it', zh: '输出手册页，供 man 阅读' },
    usage: { en: '', zh: '' },
    least: 0,
    most: 0,
    notes: [{ en: 'copydesk man | man -l -', zh: 'copydesk man | man -l -' }],
  },
  lsp: {
    about: { en: 'Run the language server on standard input and output', zh: '在标准输入输出上运行语言服务器' },
    usage: { en: '', zh: '' },
    least: 0,
    most: 0,
  },
  mcp: {
    about: {
      en: 'Give agents the newsroom’s tools over the Model Context Protocol, on standard input and output',
      zh: '通过模型上下文协议（MCP）向 AI 代理提供本编辑部的工具，用标准输入输出',
    },
    usage: { en: '[FOLDER]', zh: '[文件夹]' },
    least: 0,
    most: 1,
    takes: 'folder',
    notes: [
      {
        en:
          'Tools: check, fix, explain, render, new, people; resources: the house style and the pages of checks. Nothing\n' +
          'outside the folder (the working folder when none is given) is read or written, links included. Nothing is\n' +
          'written at all unless copydesk.yml says `agents: {write: fixes}` (or `all`), or --write is given.',
        zh:
          '工具：check、fix、explain、render、new、people；资源：社内规范和各项检查的说明。不读写该文件夹（不写则为当前\n' +
          '文件夹）以外的任何文件，链接也不例外。copydesk.yml 写了 `agents: {write: fixes}`（或 `all`），或给出 --write，\n' +
          '才会写文件。',
      },
    ],
  },
};
