import type { Localized } from '../../model/finding.ts';
import type { FrontMatterFault, YamlFaultCode } from '../../model/front-matter/front-matter.ts';

/** What is said about YAML that is not sound: in front matter and in house files alike. Keys are fault codes. */
export const yamlMessages = {
  'missing-colon': {
    en: 'Unexpected line `{text}`, expected `field: value`',
    zh: '“{text}”不是“字段: 值”的写法，缺少字段名或冒号',
  },
  'full-width-colon': {
    en: 'Unexpected full-width `：` after `{key}`, expected `: `',
    zh: '“{key}”后用了全角冒号“：”，应为半角冒号加空格“: ”',
  },
  'missing-space': {
    en: 'Unexpected value right after `{key}:`, expected a space between: without it this is no field',
    zh: '“{key}:”后缺少空格，应写成“{key}: 值”',
  },
  'unclosed-quote': {
    en: 'Unexpected end of the value, expected a closing `{quote}`',
    zh: '引号 {quote} 没有配对，缺少后一半',
  },
  'text-after-quote': {
    en: 'Unexpected text after the closing `{quote}`, expected the whole value between quotation marks or none',
    zh: '引号 {quote} 之后还有文字；应把整个值放进引号，或者不用引号',
  },
  'full-width-quotes': {
    en: 'Unexpected `{open}…{close}` round a value that needs quotation marks, expected `"…"`',
    zh: '这个值需要加引号，但用了“{open}…{close}”，应为半角引号 "…"',
  },
  'unquoted-colon': {
    en: 'Unexpected `: ` inside a value, expected the value between quotation marks',
    zh: '值中含有半角冒号加空格“: ”，应给整个值加上引号',
  },
  'reserved-start': {
    en: 'Unexpected `{character}` at the start of a value, expected quotation marks round it',
    zh: '值不能直接以“{character}”开头，应给整个值加上引号',
  },
  'bad-escape': {
    en: 'Unexpected `{escape}` between `"` and `"`: YAML has no such escape, and a backslash that is meant is written `\\\\`',
    zh: '双引号中的“{escape}”不是 YAML 的转义；要写反斜线本身，应写两个“\\\\”',
  },
  dash: {
    en: 'Unexpected `{mark}` before an item of a list, expected `-` and a space',
    zh: '列表的每一项前应是半角“-”加一个空格，不应是“{mark}”',
  },
  'unclosed-bracket': {
    en: 'Unexpected end of the list, expected a bracket that closes `{bracket}`',
    zh: '括号“{bracket}”没有配对，缺少后一半',
  },
  'tab-indentation': { en: 'Unexpected tab before the text, expected spaces', zh: '行首缩进用了制表符，应改用空格' },
  'bad-indentation': {
    en: 'Unexpected indentation, expected the line to start where its neighbours do',
    zh: '缩进不对，应与上下各行对齐',
  },
  'bad-key': { en: 'Unexpected field name, expected a word before `:`', zh: '字段名不对，冒号前应是一个词' },
  'not-a-map': { en: 'Unexpected content, expected lines of `field: value`', zh: '内容不对，应逐行写成“字段: 值”' },
  syntax: { en: 'Unexpected text, expected `field: value`', zh: '写法有误，应为“字段: 值”' },
  'too-long': {
    en: 'Unexpected length, expected at most {limit} KB: it has not been read',
    zh: '内容过长，超过 {limit} KB，未予读取',
  },
  'too-deep': {
    en: 'Unexpected nesting, expected at most {limit} levels: it has not been read',
    zh: '嵌套过深，超过 {limit} 层，未予读取',
  },
  'too-many-keys': {
    en: 'Unexpected number of fields, expected at most {limit}: it has not been read',
    zh: '字段过多，超过 {limit} 个，未予读取',
  },
  'too-complex': {
    en: 'Unexpected number of lines or marks, expected less: it has not been read',
    zh: '行数或符号过多，未予读取',
  },
} as const satisfies Readonly<Record<Exclude<YamlFaultCode, FrontMatterFault>, Localized>>;

/** Titles of the edits that mend the same faults. */
export const yamlFixes = {
  'fix-full-width-colon': { en: 'Replace `：` with `: `', zh: '改为半角冒号“: ”' },
  'fix-missing-space': { en: 'Insert a space', zh: '加空格' },
  'fix-full-width-quotes': { en: 'Replace with `"…"`', zh: '改为半角引号 "…"' },
  'fix-text-after-quote': { en: 'Put the whole value between quotation marks', zh: '给整个值加引号' },
  'fix-unquoted-colon': { en: 'Put the value between quotation marks', zh: '给值加引号' },
  'fix-bad-escape': { en: 'Write the backslash twice', zh: '反斜线写两个' },
  'fix-dash': { en: 'Write `- ` before each item', zh: '各项前改为“- ”' },
  'fix-reserved-start': { en: 'Put the value between quotation marks', zh: '给值加引号' },
  'fix-tab-indentation': { en: 'Replace tabs with spaces', zh: '改用空格缩进' },
  'fix-bad-indentation': { en: 'Remove the indentation', zh: '删去缩进' },
} as const satisfies Readonly<Record<string, Localized>>;

/** Faults whose mend is one of two that could be meant: offered, never applied in bulk. */
export const uncertainMends: ReadonlySet<string> = new Set(['full-width-quotes', 'bad-indentation', 'unclosed']);
