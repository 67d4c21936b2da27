import type { Localized } from '../model/finding.ts';

/**
 * What is said about house and staff files besides their YAML. Keys are codes of faults, `replace` aside: it is the
 * title of a fix.
 */
export const houseMessages = {
  'unknown-setting': {
    en: 'There is no setting `{actual}` here: choose from {known}',
    zh: '没有“{actual}”这项设置，可用：{known}',
  },
  'unknown-setting-near': {
    en: 'There is no setting `{actual}` here: did you mean `{near}`?',
    zh: '没有“{actual}”这项设置，是“{near}”吗？',
  },
  'unknown-value': {
    en: '`{key}` cannot be `{actual}`: choose from {known}',
    zh: '“{key}”不能是“{actual}”，可用：{known}',
  },
  'unknown-value-near': {
    en: '`{key}` cannot be `{actual}`: did you mean `{near}`?',
    zh: '“{key}”不能是“{actual}”，是“{near}”吗？',
  },
  'unknown-house': {
    en: 'There is no house `{actual}`: choose from {known}',
    zh: '没有“{actual}”这套规范，可用：{known}',
  },
  'unknown-house-near': {
    en: 'There is no house `{actual}`: did you mean `{near}`?',
    zh: '没有“{actual}”这套规范，是“{near}”吗？',
  },
  garbled: {
    en: 'This file was not read with its own encoding and holds replacement characters (�): save it as UTF-8',
    zh: '文件编码识别有误，文中出现替换字符（�），请另存为 UTF-8',
  },
  'second-document': {
    en: 'A file holds one document: nothing below this line is read',
    zh: '一个文件只能有一份内容，这一行以下不会读取',
  },
  unreadable: {
    en: 'No text could be read from this file: it is neither UTF-8 nor another encoding that we know. Save it as UTF-8',
    zh: '文件读不出文字，既不是 UTF-8，也不是其他能识别的编码，请另存为 UTF-8',
  },
  'not-a-file': {
    en: 'This is no file that can be read, but a folder, a pipe, a device or a link that leads nowhere. Put a file in its place',
    zh: '这里不是可以读取的文件，而是文件夹、管道、设备或失效的链接，请换成文件',
  },
  'file-too-long': {
    en: 'The file is longer than 10 MB and is not read. Shorten it',
    zh: '文件超过 10 MB，不予读取，请缩短',
  },
  closed: {
    en: 'The file may not be read. Allow reading it',
    zh: '没有读取这个文件的权限，请开放读取权限',
  },
  'house-missing': {
    en: 'There is no house file `{actual}` in this newsroom',
    zh: '本社没有“{actual}”这个规范文件',
  },
  'house-circle': {
    en: '`{actual}` extends this file in its turn: two files cannot extend each other',
    zh: '“{actual}”又以本文件为基础，不能互为基础',
  },
  'unknown-theme': {
    en: 'There is no theme `{actual}`: choose from {known}',
    zh: '没有“{actual}”这种页面样式，可用：{known}',
  },
  'unknown-theme-near': {
    en: 'There is no theme `{actual}`: did you mean `{near}`?',
    zh: '没有“{actual}”这种页面样式，是“{near}”吗？',
  },
  'unknown-check': {
    en: 'There is no check `{actual}`: choose from {known}',
    zh: '没有“{actual}”这项检查，可用：{known}',
  },
  'unknown-check-near': {
    en: 'There is no check `{actual}`: did you mean `{near}`?',
    zh: '没有“{actual}”这项检查，是“{near}”吗？',
  },
  'unknown-option': {
    en: 'The check `{check}` has no option `{actual}`: choose from {known}',
    zh: '检查“{check}”没有“{actual}”这个选项，可用：{known}',
  },
  'unknown-option-near': {
    en: 'The check `{check}` has no option `{actual}`: did you mean `{near}`?',
    zh: '检查“{check}”没有“{actual}”这个选项，是“{near}”吗？',
  },
  'unknown-slot': {
    en: 'A path has no slot `{{actual}}`: choose from {known}',
    zh: '路径里没有“{{actual}}”这个空位，可用：{known}',
  },
  'duplicate-setting': { en: '`{key}` is set twice', zh: '“{key}”写了两遍' },
  'double-role': {
    en: 'Two fields have the role `{role}`: `{key}` has it already',
    zh: '“{key}”已经是“{role}”，一个角色只能给一个字段',
  },
  'missing-setting': { en: '`{key}` is missing here', zh: '缺“{key}”' },
  'expected-text': { en: '`{key}` takes text', zh: '“{key}”应为文字' },
  'expected-boolean': {
    en: '`{key}` takes `true` or `false`',
    zh: '“{key}”应为 true 或 false',
  },
  'expected-number': { en: '`{key}` takes a number', zh: '“{key}”应为数字' },
  'expected-list': {
    en: '`{key}` takes a list, such as `[one, two]`',
    zh: '“{key}”应为列表，如 [甲, 乙]',
  },
  'expected-map': { en: '`{key}` takes settings on the lines below it', zh: '“{key}”的各项设置应写在下面几行' },
  'bad-number': {
    en: '`{key}` takes a whole number from {least} up',
    zh: '“{key}”应为不小于 {least} 的整数',
  },
  'bad-decimal': {
    en: '`{key}` is a number from {least} up, such as 0.5',
    zh: '“{key}”应为不小于 {least} 的数，如 0.5',
  },
  'bad-time-zone': {
    en: 'There is no time zone `{actual}`: write an IANA name such as `Asia/Shanghai`',
    zh: '没有“{actual}”这个时区，应写“Asia/Shanghai”一类的名称',
  },
  'bad-time-zone-near': {
    en: 'There is no time zone `{actual}`: did you mean `{near}`?',
    zh: '没有“{actual}”这个时区，是“{near}”吗？',
  },
  'bad-language': {
    en: '`{actual}` is not a language: write a tag such as `zh-Hans` or `en`',
    zh: '“{actual}”不是语言代码，应写“zh-Hans”“en”之类',
  },
  'bad-path': {
    en: '`{actual}` is not a path inside the folder: write one such as `{example}`',
    zh: '路径“{actual}”不在文件夹之内，应如“{example}”',
  },
  'bad-size': {
    en: '`{actual}` is not a size: write width and height in pixels, such as `900x500`',
    zh: '“{actual}”不是图片大小，应写宽和高的像素数，如“900x500”',
  },
  'bad-day': {
    en: '`{actual}` is not a day: write it as `2026-12-01`',
    zh: '“{actual}”不是日期，应写作“2026-12-01”',
  },
  'bad-record-file': {
    en: '`{actual}` cannot name a file beside each article: write `{name}` in it and end it in `.yml`, as in `{name}.signoff.yml`',
    zh: '“{actual}”不能作为每篇稿件旁的记录文件：应含“{name}”并以 .yml 结尾，如“{name}.signoff.yml”',
  },
  'unknown-step': {
    en: 'There is no other step `{actual}`: choose from {known}',
    zh: '没有“{actual}”这一步，可用：{known}',
  },
  'unknown-step-near': {
    en: 'There is no other step `{actual}`: did you mean `{near}`?',
    zh: '没有“{actual}”这一步，是“{near}”吗？',
  },
  'unheld-signers': {
    en: 'Anybody may sign this step: without `staff.yml` nobody knows whether `{actual}` is a person or a role, or who has it',
    zh: '这一步谁都能签：没有人员名单（staff.yml），无从知道“{actual}”是人还是身份、是谁的身份',
  },
  'unknown-field-named': {
    en: '`{key}` names `{actual}`, which is not a field of the house',
    zh: '“{key}”里的“{actual}”不是本社的字段',
  },
  'unknown-field-named-near': {
    en: '`{key}` names `{actual}`, which is not a field of the house: did you mean `{near}`?',
    zh: '“{key}”里的“{actual}”不是本社的字段，是“{near}”吗？',
  },
  'double-name': {
    en: 'Two fields are named `{actual}`: `{key}` is called so already',
    zh: '“{actual}”已是字段“{key}”的名称',
  },
  'idle-setting': {
    en: '`{key}` does nothing for a field of type `{type}`: it takes {known}',
    zh: '“{key}”对“{type}”类型的字段不起作用，可用：{known}',
  },
  'schema-missing': {
    en: 'There is no file `{actual}`: name a JSON Schema that exists',
    zh: '没有“{actual}”这个文件，应为已有的 JSON Schema',
  },
  'schema-json': {
    en: 'This JSON Schema cannot be used: {actual}',
    zh: '这个文件不是可用的 JSON Schema：{actual}',
  },
  'schema-no-json': {
    en: 'This is no JSON Schema: it is not JSON, or no object',
    zh: '这个文件不是 JSON Schema：不是 JSON，或最外层不是对象',
  },
  'schema-long': {
    en: 'This JSON Schema is not read: it is longer than {actual} KB',
    zh: '这个 JSON Schema 超过 {actual} KB，没有读取',
  },
  'schema-remote': {
    en: 'The schema refers to `{actual}` elsewhere, and nothing is fetched: put that part into the schema',
    zh: 'Schema 引用了别处的“{actual}”；Copydesk 不联网，请把它写进这个 Schema',
  },
  'schema-pattern': {
    en: 'The schema’s pattern `{actual}` is not used: it could take forever',
    zh: 'Schema 的正则表达式“{actual}”可能耗时过长，没有使用',
  },
  'schema-work': {
    en: 'The schema is not used: its parts refer to one another so often that holding an article against it would never end',
    zh: 'Schema 各部分互相引用过多，核对一篇稿件永远算不完，没有使用',
  },
  'nameless-colleague': {
    en: 'This colleague has no name: write `name:` and who it is',
    zh: '这一项没有姓名，请写上“name:”和姓名',
  },
  'empty-term': {
    en: 'A term says what is written (`use`), what is not (`not`), or both',
    zh: '这一条用语应写明用什么（use）或不用什么（not）',
  },
  'same-term': {
    en: '`{actual}` is both what is written and what is not',
    zh: '“{actual}”不能又“用”又“不用”',
  },
  'duplicate-term': { en: '`{actual}` is in the list of terms twice', zh: '“{actual}”在用语表中出现了两次' },
  'too-many-terms': { en: 'Only {limit} terms are read', zh: '用语表最多读 {limit} 条' },
  'bad-term-case': {
    en: 'A case is a sentence, `{text: …, fixed: …}`, or `{silent: …}` for one in which nothing is found',
    zh: '实例应是一句话，或写作 {text: 句子, fixed: 改后}；不应查出的写作 {silent: 句子}',
  },
  'case-unfound': {
    en: 'Nothing is found in `{actual}`, and this term should be',
    zh: '“{actual}”中没有查出这条用语，本应查出',
  },
  'case-found': {
    en: '`{found}` is found in `{actual}`, and nothing should be',
    zh: '“{actual}”中查出了“{found}”，本不应查出',
  },
  'bad-bound': {
    en: '`{key}` cannot be `{actual}`: write a date such as `2019`, `2019-03` or `2019-03-01`',
    zh: '“{key}”不能是“{actual}”，应写年、年月或年月日，如“2019-03”',
  },
  'bad-file-path': {
    en: '`{actual}` is not a file inside this folder: write a path such as `site/article.html`',
    zh: '“{actual}”不是本文件夹内的文件，应如“site/article.html”',
  },
  'bad-report-file': {
    en: '`{actual}` says no format: write a name such as `report.sarif`, or the format before it, `gitlab:report.json`',
    zh: '从“{actual}”看不出格式，应如“report.sarif”，或在前面写明格式“gitlab:report.json”',
  },
  'report-outside': {
    en: '`{actual}` leads out of the folder that the command runs in: write a path such as `reports/copydesk.html`',
    zh: '“{actual}”指向运行命令的文件夹之外，应如“reports/copydesk.html”',
  },
  'page-missing': {
    en: 'There is no page `{actual}`: save one of your site there',
    zh: '没有“{actual}”这个文件，请把网站的页面保存到这里',
  },
  'logo-missing': {
    en: 'There is no picture `{actual}` in this folder',
    zh: '本文件夹里没有“{actual}”这张图片',
  },
  'page-incomplete': {
    en: '`{file}` refers to `{actual}`, which was not saved with it ({count} missing in all): put the folder that the browser made beside the page',
    zh: '“{file}”引用的“{actual}”没有一起保存（共缺 {count} 个），请把浏览器保存时生成的文件夹一起放进来',
  },
  'page-too-big': {
    en: 'The page `{actual}` is too big: the limit is {limit} characters',
    zh: '页面“{actual}”过大，最多 {limit} 个字符',
  },
  'missing-body': {
    en: 'This page has no place for the text: write `slots: {body: …}`',
    zh: '没有写明正文放在哪里，请写 slots: {body: …}',
  },
  'bad-selector': {
    en: '`{actual}` is not a CSS selector: write one such as `.article`',
    zh: '“{actual}”不是 CSS 选择器，应如“.article”',
  },
  'unmatched-selector': {
    en: 'Nothing in `{file}` matches `{actual}`',
    zh: '“{file}”里没有与“{actual}”对应的元素',
  },
  'nested-slot': {
    en: '`{actual}` is inside the element of `{other}`: the two must be apart',
    zh: '“{actual}”在“{other}”的元素里面，两处不能重叠',
  },
  'bad-form': { en: '{reason}', zh: '这个格式不对：{reasonZh}' },
  'too-long-text': { en: 'This is too long: the limit is {limit} characters', zh: '太长，最多 {limit} 个字符' },
  'bad-case': {
    en: 'A case has one of `byline`, `credit` and `text`',
    zh: '一条实例应写明署名（byline）、图片署名（credit）、正文（text）之一',
  },
  'too-many-cases': { en: 'There are too many cases: the limit is {limit}', zh: '实例过多，最多 {limit} 条' },
  'case-unread': {
    en: '`{actual}` should read as a {kind}, but reads as running text',
    zh: '“{actual}”应读成{kindZh}，实际当作了正文',
  },
  'case-read': {
    en: '`{actual}` should read as running text, but reads as a byline',
    zh: '“{actual}”应只是正文，实际当作了署名',
  },
  'case-sound': {
    en: '`{actual}` should have {expected}, but nothing is wrong with it',
    zh: '“{actual}”应查出 {expected}，实际没有查出毛病',
  },
  'case-finds': {
    en: '`{actual}` should have {expected}, but has {found}',
    zh: '“{actual}”应查出 {expected}，实际查出 {found}',
  },
  'case-faulty': {
    en: '`{actual}` should be well formed, but has {found}',
    zh: '“{actual}”应没有毛病，实际查出 {found}',
  },
  'case-fixed': {
    en: 'The fixes should write `{expected}`, but write `{actual}`',
    zh: '改正后应为“{expected}”，实际是“{actual}”',
  },
  'unknown-defect': {
    en: 'There is no defect `{actual}`: choose from {known}',
    zh: '没有“{actual}”这种毛病，可用：{known}',
  },
  'unknown-defect-near': {
    en: 'There is no defect `{actual}`: did you mean `{near}`?',
    zh: '没有“{actual}”这种毛病，是“{near}”吗？',
  },
  replace: { en: 'Write `{near}`', zh: '改为“{near}”' },
} as const satisfies Readonly<Record<string, Localized>>;

/** A code of what is wrong with a house file, its YAML aside. */
export type HouseMessage = Exclude<keyof typeof houseMessages, 'replace'>;
