import type { Localized } from '../model/finding.ts';

/**
 * What is said about house and staff files besides their YAML. Keys are codes of faults, `replace` aside: it is the
 * title of a fix.
 */
export const houseMessages = {
  'unknown-setting': {
    en: 'Unexpected setting `{actual}`, expected one of {known}',
    zh: '没有“{actual}”这项设置，可用：{known}',
  },
  'unknown-setting-near': {
    en: 'Unexpected setting `{actual}`, expected `{near}`, perhaps',
    zh: '没有“{actual}”这项设置，是否应为“{near}”',
  },
  'unknown-value': {
    en: 'Unexpected `{actual}` for `{key}`, expected one of {known}',
    zh: '“{key}”不能是“{actual}”，可用：{known}',
  },
  'unknown-value-near': {
    en: 'Unexpected `{actual}` for `{key}`, expected `{near}`, perhaps',
    zh: '“{key}”不能是“{actual}”，是否应为“{near}”',
  },
  'unknown-house': {
    en: 'Unexpected house `{actual}`, expected one of {known}',
    zh: '没有“{actual}”这套规范，可用：{known}',
  },
  'unknown-house-near': {
    en: 'Unexpected house `{actual}`, expected `{near}`, perhaps',
    zh: '没有“{actual}”这套规范，是否应为“{near}”',
  },
  garbled: {
    en: 'Unexpected characters (�), expected text: the file was read with another encoding than its own. Save it as UTF-8',
    zh: '文中出现替换字符（�），文件编码识别有误，请另存为 UTF-8',
  },
  'second-document': {
    en: 'Unexpected second document, expected one: what stands below this line is not read',
    zh: '一个文件只能有一份内容，此行以下不会读取',
  },
  unreadable: {
    en: 'Unexpected bytes, expected text: the file is neither UTF-8 nor another encoding that can be read. Save it as UTF-8',
    zh: '文件读不出文字，既不是 UTF-8，也不是其他能识别的编码，请另存为 UTF-8',
  },
  'not-a-file': {
    en: 'This is no file that can be read, but a folder, a pipe, a device or a link that leads nowhere. Put a file in its place',
    zh: '这里不是可以读取的文件，而是文件夹、管道、设备或失效的链接，请换成文件',
  },
  'too-long': {
    en: 'The file is longer than 10 MB and is not read. Shorten it',
    zh: '文件超过 10 MB，不予读取，请缩短',
  },
  closed: {
    en: 'The file may not be read. Allow reading it',
    zh: '没有读取这个文件的权限，请开放读取权限',
  },
  'house-missing': {
    en: 'Unexpected `{actual}`, expected a house file that exists in the newsroom',
    zh: '没有“{actual}”这个文件，应为本社已有的规范文件',
  },
  'house-circle': {
    en: 'Unexpected `{actual}`, expected a house file that does not extend this one',
    zh: '“{actual}”又以本文件为基础，不能互为基础',
  },
  'unknown-theme': {
    en: 'Unexpected theme `{actual}`, expected one of {known}',
    zh: '没有“{actual}”这种页面样式，可用：{known}',
  },
  'unknown-theme-near': {
    en: 'Unexpected theme `{actual}`, expected `{near}`, perhaps',
    zh: '没有“{actual}”这种页面样式，是否应为“{near}”',
  },
  'unknown-check': {
    en: 'Unexpected check `{actual}`, expected one of {known}',
    zh: '没有“{actual}”这项检查，可用：{known}',
  },
  'unknown-check-near': {
    en: 'Unexpected check `{actual}`, expected `{near}`, perhaps',
    zh: '没有“{actual}”这项检查，是否应为“{near}”',
  },
  'unknown-option': {
    en: 'Unexpected option `{actual}` of check `{check}`, expected one of {known}',
    zh: '检查“{check}”没有“{actual}”这个选项，可用：{known}',
  },
  'unknown-option-near': {
    en: 'Unexpected option `{actual}` of check `{check}`, expected `{near}`, perhaps',
    zh: '检查“{check}”没有“{actual}”这个选项，是否应为“{near}”',
  },
  'unknown-slot': {
    en: 'Unexpected `{{actual}}` in a path, expected one of {known}',
    zh: '路径中没有“{{actual}}”这个位置，可用：{known}',
  },
  'duplicate-setting': { en: 'Unexpected second `{key}`, expected it once', zh: '“{key}”重复' },
  'double-role': {
    en: 'Unexpected second field with role `{role}`, expected one: `{key}` has it',
    zh: '“{key}”已经是“{role}”，一个角色只能给一个字段',
  },
  'missing-setting': { en: 'Unexpected entry without `{key}`, expected it', zh: '缺少“{key}”' },
  'expected-text': { en: 'Unexpected value of `{key}`, expected text', zh: '“{key}”应为文字' },
  'expected-boolean': {
    en: 'Unexpected value of `{key}`, expected `true` or `false`',
    zh: '“{key}”应为 true 或 false',
  },
  'expected-number': { en: 'Unexpected value of `{key}`, expected a number', zh: '“{key}”应为数字' },
  'expected-list': {
    en: 'Unexpected value of `{key}`, expected a list such as `[one, two]`',
    zh: '“{key}”应为列表，如 [甲, 乙]',
  },
  'expected-map': { en: 'Unexpected value of `{key}`, expected settings below it', zh: '“{key}”之下应是各项设置' },
  'bad-number': {
    en: 'Unexpected number for `{key}`, expected a whole number from {least} up',
    zh: '“{key}”应为不小于 {least} 的整数',
  },
  'bad-decimal': {
    en: '`{key}` is a number from {least} up, such as 0.5',
    zh: '“{key}”应为不小于 {least} 的数，如 0.5',
  },
  'bad-time-zone': {
    en: 'Unexpected time zone `{actual}`, expected an IANA name such as `Asia/Shanghai`',
    zh: '没有“{actual}”这个时区，应如“Asia/Shanghai”',
  },
  'bad-time-zone-near': {
    en: 'Unexpected time zone `{actual}`, expected `{near}`, perhaps',
    zh: '没有“{actual}”这个时区，是否应为“{near}”',
  },
  'bad-language': {
    en: 'Unexpected language `{actual}`, expected a tag such as `zh-Hans` or `en`',
    zh: '“{actual}”不是语言代码，应如“zh-Hans”“en”',
  },
  'bad-path': {
    en: 'Unexpected path `{actual}`, expected a path inside the folder such as `{example}`',
    zh: '路径“{actual}”不对，应在文件夹之内，如“{example}”',
  },
  'bad-size': {
    en: 'Unexpected size `{actual}`, expected width and height in pixels such as `900x500`',
    zh: '“{actual}”不是大小，应写宽和高的像素数，如“900x500”',
  },
  'unknown-field-named': {
    en: 'Unexpected field `{actual}` in `{key}`, expected one that the house has',
    zh: '“{key}”中的“{actual}”不是本社的字段',
  },
  'unknown-field-named-near': {
    en: 'Unexpected field `{actual}` in `{key}`, expected `{near}`, perhaps',
    zh: '“{key}”中的“{actual}”不是本社的字段，是否应为“{near}”',
  },
  'double-name': {
    en: 'Unexpected second field named `{actual}`, expected one: `{key}` has that name',
    zh: '“{actual}”已是字段“{key}”的名称',
  },
  'idle-setting': {
    en: 'Unexpected `{key}` for a field of type `{type}`, expected one of {known}',
    zh: '“{type}”类型的字段没有“{key}”这项设置，可用：{known}',
  },
  'schema-missing': {
    en: 'Unexpected `{actual}`, expected a JSON Schema that exists',
    zh: '没有“{actual}”这个文件，应为已有的 JSON Schema',
  },
  'schema-json': {
    en: 'Unexpected content of the schema, expected a JSON Schema: {actual}',
    zh: '该文件不是可用的 JSON Schema：{actual}',
  },
  'schema-remote': {
    en: 'Unexpected reference `{actual}` in the schema, expected one inside it: nothing is fetched',
    zh: '该 Schema 引用了别处的“{actual}”，只能引用自身的内容',
  },
  'schema-pattern': {
    en: 'The pattern `{actual}` of the schema is not used: it could take forever',
    zh: '该 Schema 的正则表达式“{actual}”可能耗时过长，不予使用',
  },
  'schema-work': {
    en: 'The schema is not used: its parts refer to one another so often that holding an article against it would never end',
    zh: '该 Schema 各部分互相引用过多，核对一篇稿件永远算不完，不予使用',
  },
  'nameless-colleague': {
    en: 'Unexpected entry without a name, expected `name:` and who it is',
    zh: '这一项没有姓名，应写明“name:”（姓名）',
  },
  'bad-bound': {
    en: 'Unexpected `{actual}` for `{key}`, expected a date such as `2019`, `2019-03` or `2019-03-01`',
    zh: '“{key}”不能是“{actual}”，应写年、年月或年月日，如“2019-03”',
  },
  'bad-file-path': {
    en: 'Unexpected path `{actual}`, expected a file inside this folder such as `site/article.html`',
    zh: '路径“{actual}”不对，应是本文件夹内的文件，如“site/article.html”',
  },
  'page-missing': {
    en: 'Unexpected `{actual}`, expected a page that was saved there',
    zh: '没有“{actual}”这个文件，请把网站的页面保存到这里',
  },
  'page-incomplete': {
    en: 'Unexpected page without what was saved with it: `{file}` refers to `{actual}`, which is not there ({count} such in all)',
    zh: '“{file}”引用的“{actual}”不在（共缺 {count} 个），请连同保存时生成的文件夹一起放进来',
  },
  'page-too-big': {
    en: 'Unexpected size of `{actual}`, expected at most {limit} characters',
    zh: '页面“{actual}”过大，最多 {limit} 个字符',
  },
  'missing-body': {
    en: 'Unexpected page without a place for the text, expected `slots: {body: …}`',
    zh: '没有写明正文的位置，应有 slots: {body: …}',
  },
  'bad-selector': {
    en: 'Unexpected `{actual}`, expected a CSS selector such as `.article`',
    zh: '“{actual}”不是 CSS 选择器，应如“.article”',
  },
  'unmatched-selector': {
    en: 'Unexpected selector `{actual}`, expected it to match an element of `{file}`',
    zh: '选择器“{actual}”在“{file}”里找不到元素',
  },
  'nested-slot': {
    en: 'Unexpected `{actual}` inside the element of `{other}`, expected the two apart',
    zh: '“{actual}”在“{other}”的元素之内，两处不能重叠',
  },
  'bad-form': { en: '{reason}', zh: '这种写法不对：{reasonZh}' },
  'too-long-text': { en: 'Unexpected length, expected at most {limit} characters', zh: '过长，最多 {limit} 个字符' },
  'bad-case': {
    en: 'Unexpected case, expected one of `byline`, `credit` and `text` in it',
    zh: '一条实例应写明署名（byline）、图片署名（credit）或正文（text）中的一项',
  },
  'too-many-cases': { en: 'Unexpected case, expected at most {limit}', zh: '实例过多，最多 {limit} 条' },
  'case-unread': {
    en: 'Unexpected case: `{actual}` reads as running text, expected a {kind}',
    zh: '“{actual}”读不成{kindZh}，只当作正文',
  },
  'case-read': {
    en: 'Unexpected case: `{actual}` reads as a byline, expected running text',
    zh: '“{actual}”被认作署名，应只是正文',
  },
  'case-sound': {
    en: 'Unexpected case: nothing is wrong with `{actual}`, expected {expected}',
    zh: '“{actual}”没有查出毛病，应查出 {expected}',
  },
  'case-finds': {
    en: 'Unexpected case: `{actual}` has {found}, expected {expected}',
    zh: '“{actual}”查出 {found}，应为 {expected}',
  },
  'case-faulty': {
    en: 'Unexpected case: `{actual}` has {found}, expected it to be well formed',
    zh: '“{actual}”查出 {found}，应没有毛病',
  },
  'case-fixed': {
    en: 'Unexpected case: the fixes write `{actual}`, expected `{expected}`',
    zh: '改正后是“{actual}”，应为“{expected}”',
  },
  'unknown-defect': {
    en: 'Unexpected defect `{actual}`, expected one of {known}',
    zh: '没有“{actual}”这种毛病，可用：{known}',
  },
  'unknown-defect-near': {
    en: 'Unexpected defect `{actual}`, expected `{near}`, perhaps',
    zh: '没有“{actual}”这种毛病，是否应为“{near}”',
  },
  replace: { en: 'Replace with `{near}`', zh: '改为“{near}”' },
} as const satisfies Readonly<Record<string, Localized>>;

/** A code of what is wrong with a house file, its YAML aside. */
export type HouseMessage = Exclude<keyof typeof houseMessages, 'replace'>;
