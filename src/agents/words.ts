import { fill, inLocale, type Locale, type Localized, type MessageData } from '../model/finding.ts';

/** What the tools say of their own. */
const words = {
  'unknown-tool': { en: 'There is no tool `{name}`. There are: {names}.', zh: '没有“{name}”这个工具。现有：{names}。' },
  'bad-input': { en: 'The input does not fit: {detail}', zh: '输入不合要求：{detail}' },
  'no-input': {
    en: '`{name}` takes no `{asked}`, but these: {names}.',
    zh: '{name} 没有“{asked}”这个输入，现有：{names}。',
  },
  'write-text': {
    en: 'A text is given back mended and not written: leave `text` out, and `write` writes the file.',
    zh: '直接给出的全文只改好返回，不写入文件：要写入就不要给 `text`。',
  },
  'one-of': {
    en: 'Give `path` or `text`: which article is meant?',
    zh: '请给出 `path` 或 `text`，说明是哪篇稿件。',
  },
  outside: {
    en: '`{path}` is not in the newsroom’s folder. Paths are relative to it, with `/`; links that lead out are not followed.',
    zh: '“{path}”不在本编辑部的文件夹里。路径从该文件夹写起，用“/”分隔；指向外面的链接不跟随。',
  },
  'not-found': { en: 'There is no file or folder `{path}`.', zh: '找不到文件或文件夹“{path}”。' },
  'no-article': {
    en: '`{path}` is no article: those end in .md, .markdown, .mdx, .qmd and the like.',
    zh: '“{path}”不是稿件：稿件的扩展名是 .md、.markdown、.mdx、.qmd 等。',
  },
  'not-a-file': { en: '`{path}` cannot be read: it is no regular file.', zh: '“{path}”无法读取：不是普通文件。' },
  'too-long': { en: '`{path}` cannot be read: it is longer than 10 MB.', zh: '“{path}”无法读取：超过 10 MB。' },
  closed: { en: '`{path}` cannot be read: permission denied.', zh: '“{path}”无法读取：没有读取权限。' },
  'not-text': {
    en: '`{path}` cannot be read: it is no text in an encoding that is known for certain (UTF-8, UTF-16, GB18030).',
    zh: '“{path}”无法读取：不是文本，或不能确定编码（UTF-8、UTF-16、GB18030）。',
  },
  'house-unknown': {
    en: '`{path}`: its copydesk.yml cannot be read, so nobody knows what holds for it.',
    zh: '“{path}”所属的 copydesk.yml 无法读取，不知道适用什么规范。',
  },
  'not-allowed': {
    en: 'This newsroom does not let agents write here. It may in copydesk.yml, `agents: {write: {wanted}}`, or by starting `copydesk mcp --write`.',
    zh: '本编辑部没有允许代理写文件。可在 copydesk.yml 写 `agents: {write: {wanted}}`，或用 `copydesk mcp --write` 启动。',
  },
  'not-written': { en: '`{path}` was not written: {detail}', zh: '“{path}”没有写入：{detail}' },
  'unknown-check': { en: 'There is no check `{check}`.{near}', zh: '没有“{check}”这项检查。{near}' },
  'did-you-mean': { en: ' Did you mean `{name}`?', zh: '是否想写 `{name}`？' },
  'unknown-template': {
    en: 'There is no template `{template}`. This house has: {templates}.',
    zh: '没有“{template}”这个模板。现有模板：{templates}。',
  },
  'not-listed': {
    en: 'Not listed: {count} more findings. Ask for fewer paths, a higher severity or a higher limit.',
    zh: '另有 {count} 处未列出。可缩小路径范围、提高级别或增大 limit。',
  },
  totals: {
    en: 'Articles: {files}. Errors: {error}, warnings: {warning}, hints: {info}.',
    zh: '稿件 {files} 篇：错误 {error} 处，警告 {warning} 处，提示 {info} 处。',
  },
  nothing: { en: 'Nothing was found.', zh: '没有发现问题。' },
  mended: { en: '{applied} mended.', zh: '已改正 {applied} 处。' },
  'would-mend': { en: '{applied} can be mended; nothing was written.', zh: '可改正 {applied} 处，未写入。' },
  written: { en: 'Written: {path}', zh: '已写入：{path}' },
  'would-write': { en: 'Not written; it would be {path}', zh: '未写入；文件应为 {path}' },
} as const satisfies Record<string, Localized>;

type Said = keyof typeof words;

/** A sentence of the tools, its placeholders filled in. */
export function say(locale: Locale, id: Said, data: MessageData = {}): string {
  return fill(inLocale(words[id], locale), data);
}

/** Why a tool could not do what it was asked, in a sentence for who asked. */
export class ToolError extends Error {}
