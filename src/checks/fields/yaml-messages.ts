import type { Localized } from '../../model/finding.ts';
import type { FrontMatterFault, YamlFaultCode } from '../../model/front-matter/front-matter.ts';

/** What is said about YAML that is not sound: in front matter and in house files alike. Keys are fault codes. */
export const yamlMessages = {
  'missing-colon': {
    en: '`{text}` is not a field: write `field: value`',
    zh: '“{text}”不是“字段: 值”的写法，缺少字段名或冒号',
  },
  'full-width-colon': {
    en: 'The colon after `{key}` is full-width: write `: `',
    zh: '“{key}”后用了全角冒号“：”，应为半角冒号加空格“: ”',
  },
  'missing-space': {
    en: 'There is no space after `{key}:`, and without it this is not a field',
    zh: '“{key}:”后缺少空格，应写成“{key}: 值”',
  },
  'unclosed-quote': {
    en: 'The quotation mark `{quote}` is never closed',
    zh: '引号 {quote} 没有配对，缺后一半',
  },
  'text-after-quote': {
    en: 'There is text after the closing `{quote}`: put the whole value between quotation marks, or leave them out',
    zh: '引号 {quote} 之后还有文字；应把整个值放进引号，或者不用引号',
  },
  'full-width-quotes': {
    en: 'YAML does not know `{open}…{close}`, and this value needs quotation marks: write `"…"`',
    zh: 'YAML 不认“{open}…{close}”，这个值要加引号，应为半角引号 "…"',
  },
  'unquoted-colon': {
    en: 'YAML takes the `: ` in this value for a field: put the value between quotation marks',
    zh: '值中含有半角冒号加空格“: ”，应给整个值加上引号',
  },
  'reserved-start': {
    en: 'A value cannot begin with `{character}`: put it between quotation marks',
    zh: '值不能直接以“{character}”开头，应给整个值加上引号',
  },
  'bad-escape': {
    en: 'YAML does not know `{escape}` between `"` and `"`: a backslash that is meant is written `\\\\`',
    zh: '双引号中的“{escape}”不是 YAML 的转义；要写反斜线本身，应写两个“\\\\”',
  },
  dash: {
    en: 'Each item of a list begins with `-` and a space',
    zh: '列表的每一项前应是半角“-”加一个空格',
  },
  'unclosed-bracket': {
    en: 'This `{bracket}` is never closed',
    zh: '括号“{bracket}”没有配对，缺后一半',
  },
  'tab-indentation': {
    en: 'There is a tab before the text: YAML takes only spaces',
    zh: '行首缩进用了制表符，应改用空格',
  },
  'bad-indentation': {
    en: 'This line is indented differently from its neighbours',
    zh: '缩进不对，应与上下各行对齐',
  },
  'bad-key': { en: 'This is not a field name: write a word before the `:`', zh: '这不是字段名，冒号前应是一个词' },
  'not-a-map': {
    en: 'There are no fields here: write lines of `field: value`',
    zh: '这里没有字段，应逐行写成“字段: 值”',
  },
  syntax: { en: 'This cannot be read: write `field: value`', zh: '这里读不懂，应写成“字段: 值”' },
  'too-long': {
    en: 'This has not been read: it is longer than {limit} KB',
    zh: '内容超过 {limit} KB，没有读取',
  },
  'too-deep': {
    en: 'This has not been read: it is nested more than {limit} levels deep',
    zh: '嵌套超过 {limit} 层，没有读取',
  },
  'too-many-keys': {
    en: 'This has not been read: it has more than {limit} fields',
    zh: '字段超过 {limit} 个，没有读取',
  },
  'too-complex': {
    en: 'This has not been read: it has too many lines or marks',
    zh: '行数或符号太多，没有读取',
  },
} as const satisfies Readonly<Record<Exclude<YamlFaultCode, FrontMatterFault>, Localized>>;

/** Titles of the edits that mend the same faults. */
export const yamlFixes = {
  'fix-full-width-colon': { en: 'Write `: ` for `：`', zh: '改为半角冒号“: ”' },
  'fix-missing-space': { en: 'Insert a space', zh: '加空格' },
  'fix-full-width-quotes': { en: 'Write `"…"`', zh: '改为半角引号 "…"' },
  'fix-text-after-quote': { en: 'Put the whole value between quotation marks', zh: '给整个值加引号' },
  'fix-unquoted-colon': { en: 'Put the value between quotation marks', zh: '给值加引号' },
  'fix-bad-escape': { en: 'Write the backslash twice', zh: '反斜线写两个' },
  'fix-dash': { en: 'Write `- ` before each item', zh: '各项前改为“- ”' },
  'fix-reserved-start': { en: 'Put the value between quotation marks', zh: '给值加引号' },
  'fix-tab-indentation': { en: 'Write spaces for tabs', zh: '改用空格缩进' },
  'fix-bad-indentation': { en: 'Remove the indentation', zh: '删去缩进' },
} as const satisfies Readonly<Record<string, Localized>>;

/** Faults whose mend is one of two that could be meant: offered, never applied in bulk. */
export const uncertainMends: ReadonlySet<string> = new Set(['full-width-quotes', 'bad-indentation', 'unclosed']);
