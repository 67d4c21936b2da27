import { fill, inLocale, type Locale, type Localized, localeOfTag, type MessageData } from '../model/finding.ts';

/** What the server itself says; what checks say stands with the checks. */
const words = {
  allowHere: { en: 'Allow it here, with a reason ({check})', zh: '此处豁免“{check}”检查（写明理由）' },
  allowInArticle: { en: 'Allow it in this article, with a reason ({check})', zh: '本文豁免“{check}”检查（写明理由）' },
  reason: { en: 'reason', zh: '理由' },
  fixAll: { en: 'Fix everything that is safe to fix', zh: '修正全部可放心修正的问题' },
  fixSame: { en: 'Fix all of this kind in the article ({check})', zh: '修正本文全部“{check}”问题' },
  fixEverywhere: {
    en: 'Fix all of this kind in the newsroom, with a preview ({check})',
    zh: '修正全部稿件的“{check}”问题（先预览）',
  },
  fixedEverywhere: { en: '{check}: {count} articles', zh: '{check}：{count} 篇稿件' },
  bylineAs: { en: 'Change to “{expected}”', zh: '改为“{expected}”' },
  basis: { en: 'Rests on: {source}', zh: '依据：{source}' },
  page: { en: 'About this check', zh: '查看该检查的说明' },
  allowed: { en: 'Allowed here: {reason}', zh: '此处允许，理由：{reason}' },
  teachFile: { en: '{file} of the newsroom', zh: '本编辑部的 {file}' },
  garbled: {
    en: 'This file was not read with its own encoding: it holds replacement characters (�). Saving now would destroy the text. Reopen it with the right encoding, such as GB18030.',
    zh: '文件编码识别有误：文中出现替换字符（�）。此时保存会毁掉原文。请以正确的编码（如 GB18030）重新打开。',
  },
  reopen: { en: 'Reopen with GB18030', zh: '以 GB18030 重新打开' },
  frontMatter: { en: 'Front matter', zh: '稿件信息' },
  organize: { en: 'Put the fields in the house’s order', zh: '按本社次序排列字段' },
  asFlow: { en: 'Write as a list on one line', zh: '写成一行的列表' },
  asBlock: { en: 'Write each value on a line of its own', zh: '每项各占一行' },
  asOne: { en: 'Write as one value', zh: '写成单个值' },
  partUrl: { en: 'Address', zh: '地址' },
  partTitle: { en: 'Title', zh: '标题' },
  partName: { en: 'Name', zh: '名称' },
  partValue: { en: 'Value', zh: '值' },
  partCheck: { en: 'Check', zh: '检查' },
  partReason: { en: 'Reason', zh: '理由' },
  changedMeanwhile: { en: 'it changed meanwhile.', zh: '内容已有变动。' },
  editRefused: { en: 'the editor did not take the change.', zh: '编辑器没有接受这处改动。' },
  noField: { en: 'The house has no field “{key}”.', zh: '本社没有“{key}”这个字段。' },
  moreFindings: {
    en: '{count} more findings are not shown: there are too many. They come up as these are dealt with.',
    zh: '问题过多，另有 {count} 处未列出，处理已列出的问题后会陆续显示。',
  },
  checking: { en: 'Checking the newsroom', zh: '正在检查全部稿件' },
  trying: { en: 'Trying the rule on the articles', zh: '正在拿稿件试规则' },
  checkingFile: { en: '{done} of {all}: {name}', zh: '{done}/{all}：{name}' },
  settingUp: { en: 'Reading the newsroom’s articles', zh: '正在读取本社稿件' },
  readingArticles: { en: '{done} of {all}', zh: '{done}/{all}' },
  tryingHouse: { en: 'Trying the house style on the articles', zh: '正在用稿件试行拟定的规范' },
  readingFolder: { en: 'Looking for articles', zh: '正在查找稿件' },
  renameLabel: { en: 'Rename {name} to {wanted}', zh: '将“{name}”改名为“{wanted}”' },
  renameStaff: { en: 'The staff list; pen-names stay', zh: '人员名单；笔名不变' },
  renameInArticles: {
    en: 'Rename {name} to {wanted} (articles: {count})',
    zh: '将“{name}”改名为“{wanted}”（稿件 {count} 篇）',
  },
  renameInPublished: {
    en: 'Rename {name} to {wanted} where it is published (articles: {count})',
    zh: '在已发稿件中将“{name}”改名为“{wanted}”（{count} 篇）',
  },
  renameArticles: { en: 'Bylines, credits, editors, front matter', zh: '署名、图片署名、责任编辑、稿件信息' },
  renameText: { en: '“{name}” in running text (articles: {count})', zh: '正文中的“{name}”（稿件 {count} 篇）' },
  renameAsk: { en: 'left as it is unless ticked', zh: '不勾选则不改' },
  renamePenName: {
    en: '“{name}” is a pen-name of {owner}: change it in the staff list.',
    zh: '“{name}”是{owner}的笔名，请在人员名单中修改。',
  },
  renameNoName: { en: '“{name}” would not be read as one person’s name.', zh: '“{name}”不能读作一个人的姓名。' },
  renameTaken: { en: 'The staff list has “{name}” already.', zh: '人员名单中已有“{name}”。' },
  defaultHouse: {
    en: 'No copydesk.yml found: the built-in house “{id}” applies.',
    zh: '未找到 copydesk.yml，按内置规范“{id}”检查。',
  },
  houseFrom: { en: 'Resolved from {file}.', zh: '由 {file} 得出。' },
  houseFaulty: {
    en: 'The house file has faults; the last good one stays in force.',
    zh: '规范文件有误，仍按上一份正确的规范检查。',
  },
} as const satisfies Record<string, Localized>;

/** One of the server's sentences in the user's language, placeholders filled in. */
export function say(locale: Locale, id: keyof typeof words, data: MessageData = {}): string {
  return fill(inLocale(words[id], locale), data);
}

/** The language for a locale tag; English where none is given. */
export function localeOf(tag: string | undefined): Locale {
  return tag === undefined ? 'en' : localeOfTag(tag);
}
