import {
  fill,
  inLocale,
  type Locale,
  type Localized,
  localeOfTag,
  type MessageData,
  spokenLocale,
} from '../model/finding.ts';
import { fileSentences } from './file-messages.ts';
import { refusals } from './refusals.ts';

/** Every sentence that the command line says, apart from help and from what checks say. */
const sentences = {
  'unknown-command': {
    en: 'There is no command `{command}`.{suggestion} `copydesk --help` lists the commands.',
    zh: '没有“{command}”这个命令。{suggestion}用 `copydesk --help` 查看全部命令。',
  },
  'path-for-command': {
    en: ' To check it, write `copydesk check {command}`.',
    zh: '如要检查它，请写 `copydesk check {command}`。',
  },
  'did-you-mean': { en: ' Did you mean `{name}`?', zh: '是否想写 `{name}`？' },
  'unknown-option': {
    en: '`{program}` has no option `{option}`.{suggestion} `{program} --help` lists its options.',
    zh: '`{program}` 没有选项 `{option}`。{suggestion}用 `{program} --help` 查看它的选项。',
  },
  'value-missing': {
    en: '`{option}` needs a value, for example `{option} {example}`.',
    zh: '`{option}` 后面要有值，例如 `{option} {example}`。',
  },
  'value-unexpected': { en: '`{option}` takes no value.', zh: '`{option}` 不带值。' },
  'bad-choice': {
    en: '`{option}` cannot be `{value}`; it is one of {choices}.{suggestion}',
    zh: '`{option}` 不能是“{value}”，可选：{choices}。{suggestion}',
  },
  'bad-count': {
    en: '`{option}` cannot be `{value}`; it is a whole number from 0.',
    zh: '`{option}` 不能是“{value}”，要写从 0 起的整数。',
  },
  'argument-missing': {
    en: 'What is missing is {argument}: `{usage}`.',
    zh: '缺少{argument}：`{usage}`。',
  },
  'argument-unexpected': {
    en: '`{argument}` is one argument too many: `{usage}`.',
    zh: '多了参数“{argument}”：`{usage}`。',
  },
  'bad-shard': {
    en: '`--shard` cannot be `{value}`; it is one part of several, such as `--shard 2/4`.',
    zh: '`--shard` 不能是“{value}”，要写成几份中的第几份，例如 `--shard 2/4`。',
  },
  'shard-by': {
    en: '`--by` cannot stand beside `--shard`: whether somebody signed at all is known from all articles together.',
    zh: '`--by` 不能与 `--shard` 连用：有没有这个人署名，要看全部稿件才知道。',
  },
  'no-report': {
    en: '`{path}` is no report: it does not hold what `copydesk check --format json` prints.',
    zh: '“{path}”不是检查结果：内容不是 `copydesk check --format json` 的输出。',
  },
  'merged-twice': {
    en: '`{path}` was checked twice, in `{other}` and in `{name}`: these are no parts of one run.',
    zh: '“{path}”查了两次，见“{other}”和“{name}”：它们不是同一次检查的各份。',
  },
  'other-shard': {
    en: '`{name}` is not one of {count} shards, as the others are.',
    zh: '“{name}”不是 {count} 份之一，与其他结果不是同一批。',
  },
  'shard-twice': {
    en: '`{name}` and `{other}` are both shard {index} of {count}.',
    zh: '“{name}”和“{other}”都是 {count} 份中的第 {index} 份。',
  },
  'shard-missing': {
    en: 'Shard {index} of {count} is missing: its articles would pass without having been checked.',
    zh: '缺少 {count} 份中的第 {index} 份：那些稿件等于没有查。',
  },
  'try-nothing': {
    en: "Say what to try: `--term 'USE not NOT'`, `--set checks.CHECK=warning`, or `--house FILE`.",
    zh: "请写明试什么：`--term '写 甲 不写 乙'`、`--set checks.检查=warning` 或 `--house 文件`。",
  },
  'bad-term': {
    en: "`{value}` is no term: write what is written and what is not, such as `--term '河湾镇 not 河湾乡'`.",
    zh: "“{value}”不成一条用语：要写明写什么、不写什么，例如 `--term '写 河湾镇 不写 河湾乡'`。",
  },
  'bad-setting': {
    en: '`{value}` is no setting: write its name and its value, such as `--set checks.wrong-interpunct=warning`.',
    zh: '“{value}”不成一项设置：要写名称和值，例如 `--set checks.wrong-interpunct=warning`。',
  },
  'try-no-place': {
    en: '`{what}` cannot be put into {path} by itself: write it into a copy, and try that with `--house`.',
    zh: '“{what}”无法自动放进 {path}：请写进一份副本，用 `--house` 试。',
  },
  'try-faulty': {
    en: '{path} would have faults with it; what can be read of it was tried:',
    zh: '改后的 {path} 有错误，只试了能读懂的部分：',
  },
  'unknown-check': {
    en: 'There is no check `{check}`.{suggestion} `copydesk explain` lists the checks.',
    zh: '没有“{check}”这项检查。{suggestion}用 `copydesk explain` 查看全部检查。',
  },
  'unknown-template': {
    en: 'There is no template `{template}`.{suggestion} This house has: {templates}.',
    zh: '没有“{template}”这个模板。{suggestion}现有模板：{templates}。',
  },
  'not-found': { en: 'There is no file or folder `{path}`.', zh: '找不到文件或文件夹“{path}”。' },
  'not-together': { en: '{one} and {other} cannot stand together.', zh: '{one} 和 {other} 不能同时使用。' },
  'no-git': {
    en: 'What changed is asked of git, and there is no `git` on this machine.',
    zh: '改了什么要问 git，但这台电脑上找不到 git。',
  },
  'no-repository': {
    en: 'What changed is asked of git, and {folder} is in no repository that it can read: {detail}',
    zh: '改了什么要问 git，但 {folder} 不在 git 能读的仓库里：{detail}',
  },
  'not-in-revision': { en: 'There was no `{path}` at `{revision}`.', zh: '“{revision}”版本里没有“{path}”。' },
  'never-published': {
    en: 'No version of `{path}` that git knows says that it is published.',
    zh: 'git 里没有“{path}”的已发布版本。',
  },
  'no-revision': { en: 'Git knows no revision `{revision}`.', zh: 'git 里没有“{revision}”这个版本。' },
  'no-revision-here': {
    en: 'Git knows no revision `{revision}`: this clone lacks what came before. Fetch it: `git fetch --unshallow`, in GitHub Actions `fetch-depth: 0`.',
    zh: 'git 里没有“{revision}”这个版本：这个仓库是浅克隆，没有此前的历史。请先取回：`git fetch --unshallow`，GitHub Actions 里写 `fetch-depth: 0`。',
  },
  'not-in-clone': {
    en: 'This clone does not hold what `{path}` said before: it was made with `--filter`. Fetch it: `git fetch --refetch --no-filter`.',
    zh: '这个仓库克隆时用了 `--filter`，没有“{path}”此前的内容。请先取回：`git fetch --refetch --no-filter`。',
  },
  'no-match': { en: 'No file matches `{path}`.', zh: '没有文件符合“{path}”。' },
  'no-articles': {
    en: 'There are no articles here. Articles end in .md, .markdown, .mdx, .qmd and the like; `copydesk new` starts one.',
    zh: '这里没有稿件。稿件的扩展名是 .md、.markdown、.mdx、.qmd 等；用 `copydesk new` 新建一篇。',
  },
  'no-front-matter': {
    en: 'No Markdown file here begins with front matter, and no copydesk.yml says that they are articles. `copydesk init` reads them and proposes one; a file that is named is checked as it is.',
    zh: '这里的 Markdown 文件开头都没有稿件信息（front matter），也没有 copydesk.yml 说明它们是稿件。用 `copydesk init` 读一遍，生成一份；直接写出文件名，也可以检查。',
  },
  'compared-some': {
    en: 'Articles are compared with the first {count} of the newsroom (same title, address, paragraph or picture); for more, give parts of it a copydesk.yml of their own.',
    zh: '稿件之间的比对（标题、网址、段落、图片是否重复）只到前 {count} 篇；更多的稿件，可分文件夹各放一份 copydesk.yml。',
  },
  'house-alone': {
    en: 'There are no articles here; what was checked is {paths}.',
    zh: '这里没有稿件，只检查了 {paths}。',
  },
  'bad-day': {
    en: '`--day` cannot be `{day}`: write a day as 2026-11-29, or `today`.',
    zh: '`--day` 不能是“{day}”：请写成 2026-11-29，或 `today`。',
  },
  'html-without-day': {
    en: '`--html` prints a day’s list: say which day with `--day`.',
    zh: '`--html` 输出某一天的发稿单，请用 `--day` 写明哪一天。',
  },
  'unknown-shell': {
    en: 'There are no completions for `{shell}`; there are for {shells}.{suggestion}',
    zh: '没有“{shell}”的补全脚本，可用：{shells}。{suggestion}',
  },
  progress: { en: 'Checked {done} of {total} ({percent} %)', zh: '已检查 {done}/{total}（{percent}%）' },
  watching: { en: 'Waiting for changes; Ctrl+C ends.', zh: '等待改动，按 Ctrl+C 结束。' },
  'watch-stdin': {
    en: '`--watch` looks at files: it cannot stand beside `--stdin`.',
    zh: '`--watch` 查看的是文件，不能与 `--stdin` 同用。',
  },
  'output-format': {
    en: 'The name `{path}` says no format: write `--format FORMAT` before it, or `--output {example}`.',
    zh: '从“{path}”看不出格式：请在前面写 `--format 格式`，或写成 `--output {example}`。',
  },
  'output-no-report': {
    en: '`{path}` is no report in the format {format}, so it is not written over. Name another file.',
    zh: '“{path}”不是 {format} 格式的报告，不会覆盖它。请换一个文件名。',
  },
  'too-many-warnings': {
    en: '{count} warnings, more than the {most} that --max-warnings allows.',
    zh: '有 {count} 个警告，超过 --max-warnings 允许的 {most} 个。',
  },
  'nobody-signed': {
    en: 'None of these articles names `{name}`.{suggestion}',
    zh: '这些稿件都没有署“{name}”。{suggestion}',
  },
  'cache-no-cache': {
    en: '`{path}` holds no findings of an earlier run, so it is not written over. Name another file for `--cache-location`.',
    zh: '“{path}”存的不是以前的检查结果，不会覆盖它。请给 `--cache-location` 换一个文件名。',
  },
  'cache-not-written': {
    en: 'What was found could not be kept for the next run: {detail}',
    zh: '这次的结果未能留给下次使用：{detail}',
  },
  ...refusals,
  ...fileSentences,
  'reading-keyboard': {
    en: 'Reading what you type; Ctrl+D on a line of its own ends it (on Windows Ctrl+Z, then Enter).',
    zh: '正在读取键盘输入；另起一行按 Ctrl+D 结束（Windows 上按 Ctrl+Z 再回车）。',
  },
  'for-programs': {
    en: '`{command}` waits for a program to speak to it on standard input; Ctrl+C ends it.',
    zh: '`{command}` 供其他程序通过标准输入调用，正在等待；按 Ctrl+C 结束。',
  },
  'folder-gone': {
    en: 'The folder that you are in is gone: go to another one with `cd` first.',
    zh: '当前所在的文件夹已不存在：请先用 `cd` 换到别的文件夹。',
  },
  'output-lost': {
    en: 'Not all of the output could be written: {detail}',
    zh: '输出没有写完：{detail}',
  },
  renumbered: {
    en: '`{wanted}` exists already, so the article is `{path}`.',
    zh: '“{wanted}”已存在，稿件存为“{path}”。',
  },
  'stdin-with-paths': {
    en:
      '`--stdin` reads one article from standard input, so no path can stand beside it. ' +
      'Say what the article is called with `--stdin-filename`.',
    zh: '`--stdin` 从标准输入读一篇稿件，后面不能再写路径。稿件的文件名用 `--stdin-filename` 指定。',
  },
  'import-empty': {
    en: 'There is no text to make an article of in {path}.',
    zh: '“{path}”里没有文字，无法转成稿件。',
  },
  'house-not-found': {
    en: 'The house file `{path}` cannot be read: {detail}',
    zh: '无法读取社内规范文件“{path}”：{detail}',
  },
  'case-unread': { en: 'not read as one', zh: '没有读成署名' },
  'cases-summary': { en: '{count} cases, {failed} failed', zh: '实例 {count} 条，不符 {failed} 条' },
  'ask-one': {
    en: 'Make it? y, Enter leaves it, c leaves all of this check, f the rest of this file, q stops: ',
    zh: '要改吗？y 改，回车不改，c 这项检查都不改，f 本文件不再问，q 结束：',
  },
  'ask-many': {
    en: 'Which? 1 to {count}, Enter leaves it, c leaves all of this check, f the rest of this file, q stops: ',
    zh: '用哪一种？1–{count}，回车不改，c 这项检查都不改，f 本文件不再问，q 结束：',
  },
  'ask-stdin': {
    en: '--interactive reads your answers from standard input, so the article cannot come from there too.',
    zh: '--interactive 要从标准输入读取回答，稿件不能再从标准输入来。',
  },
  'fixed-none': { en: 'Nothing certain to fix in {files}.', zh: '{files}，没有可自动改正的地方。' },
  'fixed-asks': {
    en: ' {count} can be mended as you decide: `copydesk fix --interactive` asks.',
    zh: '另有 {count} 处要由你定夺：`copydesk fix --interactive` 逐处询问。',
  },
  'fixed-summary': { en: '{count} mended in {files}.', zh: '已在 {files}中改正 {count} 处。' },
  'dry-summary': {
    en: '{count} would be mended in {files}. Nothing was written.',
    zh: '将在 {files}中改正 {count} 处。未写入任何文件。',
  },
  'no-folder': { en: 'There is no folder `{path}`.', zh: '没有文件夹“{path}”。' },
  'init-house-faulty': {
    en: '`{path}` has faults or cannot be read: mend it first, `copydesk check` tells where.',
    zh: '“{path}”有错误或无法读取：请先改正，`copydesk check` 会指出位置。',
  },
  'init-nothing-new': {
    en: '`{path}` knows everything that these articles have.',
    zh: '“{path}”已经涵盖这些稿件的全部情况。',
  },
  'init-refused': {
    en: 'Not added: {what}. The file says it in another file, or on one line; add it there by hand.',
    zh: '未加入：{what}。它写在另一份文件里或写成了一行，请手动加入。',
  },
  'init-none-read': {
    en: 'No article in `{path}` can be read ({files} file{plural}, `{file}` for one): it may be in another encoding than UTF-8 or GB 18030. `copydesk check {path}` says why of each.',
    zh: '“{path}”里的稿件都读不了（{files} 个文件，如“{file}”），编码可能不是 UTF-8 或 GB 18030。`copydesk check {path}` 会逐个说明原因。',
  },
  'init-no-articles': {
    en:
      'There are no articles in `{path}`: files that end in .md, .markdown, .mdx, .qmd and the like, besides README and the like. ' +
      'Name the folder that holds them: `copydesk init FOLDER`. Where none is written yet, `copydesk new article` begins one.',
    zh: '“{path}”里没有稿件（.md、.markdown、.mdx、.qmd 等文件，README 之类除外）。请写明稿件所在的文件夹：`copydesk init 文件夹`。还没有稿件的，可用 `copydesk new article` 新建一篇。',
  },
  'init-reading': { en: 'Reading {done} of {total} files', zh: '正在读取：{total} 个文件中的 {done} 个' },
  'init-trying': {
    en: 'Trying the house style: {done} of {total} articles',
    zh: '正在试用规范：{total} 篇中的 {done} 篇',
  },
  'init-found': { en: 'What {articles} article{plural} say{singular}:', zh: '读了 {articles} 篇稿件：' },
  'init-answers': { en: '[Y]es, [n]o: leave it out, [q]uit:', zh: '[Y] 是，[n] 否（不写入），[q] 退出：' },
  'init-left': { en: 'Left out.', zh: '不写入。' },
  'init-besides': { en: 'Besides: {fields}', zh: '另有：{fields}' },
  'init-more': { en: ', …', zh: '……' },
  'init-no-answer': {
    en: 'Nobody answered. `copydesk init --yes` accepts everything, `--dry-run` shows it; nothing was written.',
    zh: '没有人回答。`copydesk init --yes` 全部接受，`--dry-run` 只看不写；未写入任何文件。',
  },
  'init-stopped': { en: 'Stopped; nothing was written.', zh: '已退出，未写入任何文件。' },
  'init-kept': { en: '`{path}` is there already and was left as it is.', zh: '“{path}”已有，保持原样。' },
  'recipe-kept': {
    en: '`{path}` is there already and was left as it is; `copydesk init --recipe {name} --dry-run` shows what to add.',
    zh: '“{path}”已有，保持原样；`copydesk init --recipe {name} --dry-run` 显示要加入的内容。',
  },
  'init-done': {
    en:
      'Under this house {articles} article{plural} ha{have} {rate} errors and warnings in 10,000 words or characters. ' +
      '`copydesk check` lists them; `copydesk init --recipe github` lets CI do it.',
    zh: '按这份规范，{articles} 篇稿件每万字有 {rate} 处错误或警告。`copydesk check` 列出它们；`copydesk init --recipe github` 让 CI 来检查。',
  },
  'lsp-missing': {
    en: 'The language server is not there: {detail} Build it with `npm run build`.',
    zh: '找不到语言服务器：{detail} 请先运行 `npm run build`。',
  },
  'mcp-missing': {
    en: 'The server for agents is not there: {detail} Build it with `npm run build`.',
    zh: '找不到为代理服务的程序：{detail} 请先运行 `npm run build`。',
  },
  'mcp-instructions': {
    en:
      'Copydesk checks a newsroom’s articles by its own house style. Call `check` before and after you change an article, ' +
      '`fix` for what is certain, `explain` for what a check wants, `people` before you write a name. Names, quotes, numbers and facts are not yours to change.',
    zh: 'Copydesk 按本编辑部自己的规范检查稿件。修改稿件前后用 `check` 检查，有把握的问题用 `fix` 改正，不明白某项检查用 `explain`，写人名前用 `people` 核对。人名、引语、数字和事实不得擅改。',
  },
  'mcp-house': { en: 'The house style that applies here', zh: '此处适用的社内规范' },
  'mcp-check': { en: 'The page of a check', zh: '一项检查的说明' },
  'mcp-cancelled': { en: 'Cancelled.', zh: '已取消。' },
  crashed: {
    en: 'Copydesk itself failed: {detail}\nThis is a fault of Copydesk, not of your article.',
    zh: 'Copydesk 自身出错：{detail}\n这是 Copydesk 的问题，不是稿件的问题。',
  },
} satisfies Record<string, Localized>;

/** The id of a sentence. */
type Sentence = keyof typeof sentences;

/** Says a sentence in the user's language. */
export type Say = (sentence: Sentence, values?: MessageData) => string;

/** Binds {@link Say} to a language. */
export function speaker(locale: Locale): Say {
  return (sentence, values = {}) => fill(inLocale(sentences[sentence], locale), values);
}

/** A mistake in how the command was written, or a world in which it cannot run; its message is for the user. */
export class UsageError extends Error {}

/**
 * The user's language: `--locale`, else the first of LC_ALL, LC_MESSAGES and LANG that is set (POSIX), else what the
 * system says. Where one is set that is not C, the languages of LANGUAGE go before it (GNU gettext). Everything that is
 * not Chinese is English.
 */
export function localeOf(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): Locale {
  if (asked) return localeOfTag(asked);
  const set = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  if (set === undefined || set === '') return localeOfTag(Intl.DateTimeFormat().resolvedOptions().locale);
  const wanted = /^(?:C|POSIX)(?:\.|$)/.test(set) ? [] : (env.LANGUAGE ?? '').split(':');
  return wanted.map(spokenLocale).find((locale) => locale !== undefined) ?? localeOfTag(set);
}
