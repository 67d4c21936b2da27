import type { Localized } from '../model/finding.ts';
import { fieldSettings } from './field-settings.ts';

/** What a string in a house file must be, beyond being one. */
export type StringForm =
  | 'text'
  | 'time-zone'
  | 'language'
  | 'path-pattern'
  | 'file-path'
  | 'size'
  | 'byline-form'
  | 'credit-form'
  | 'house-id';

/**
 * One setting of a house file. This table is the only place that knows the format: reading, validation, the JSON
 * Schema and the printed house follow from it. A setting's key in the file is the property of {@link House} with
 * hyphens (`time-zone` is `timeZone`).
 */
export type Setting = { readonly about: Localized } & (
  | { readonly type: 'string'; readonly form?: StringForm; readonly default?: string }
  | { readonly type: 'boolean'; readonly default?: boolean }
  | { readonly type: 'number'; readonly least: number; readonly default?: number }
  | { readonly type: 'choice'; readonly values: readonly string[]; readonly default?: string }
  | { readonly type: 'strings'; readonly form?: StringForm; readonly default?: readonly string[] }
  /** One string for every language, or `{en: …, zh: …}`. */
  | { readonly type: 'localized' }
  /** Values of a choice: strings, or maps of `value`, `label`, `aliases`. */
  | { readonly type: 'values' }
  /** A map with these keys and no others. */
  | { readonly type: 'map'; readonly entries: Settings }
  /** A map with keys of the newsroom's choosing, in order; `off` takes an inherited one away. */
  | { readonly type: 'keyed'; readonly of: Settings; readonly required: readonly string[] }
  /** A map from check ids to a severity, or to `severity` and the check's own options. */
  | { readonly type: 'checks' }
  /** Bylines and credits with what the checks must find in them: see {@link HouseCase}. Not inherited. */
  | { readonly type: 'cases' }
);

export type Settings = Readonly<Record<string, Setting>>;

/** Slots of `path`. */
export const pathSlots: readonly string[] = [
  'column',
  'date',
  'year',
  'month',
  'day',
  'time',
  'slug',
  'title',
  'template',
];

const template: Settings = {
  label: { type: 'localized', about: { en: 'Its name in the list.', zh: '列表中的名称。' } },
  help: { type: 'localized', about: { en: 'When to use it.', zh: '何时使用。' } },
};

const byline: Settings = {
  required: { type: 'boolean', default: true, about: { en: 'Every article is signed.', zh: '每篇稿件都要署名。' } },
  position: {
    type: 'choice',
    values: ['head', 'under-title', 'end'],
    default: 'head',
    about: { en: 'Where the byline stands.', zh: '署名的位置：段首、题下或文末。' },
  },
  forms: {
    type: 'strings',
    form: 'byline-form',
    default: ['{reporters}'],
    about: {
      en: 'How bylines are written, as the desk says them; the first is preferred.',
      zh: '署名的写法，照实写出；第一种为首选。',
    },
  },
  'name-separator': { type: 'string', default: ' ', about: { en: 'Between two names.', zh: '两个姓名之间的符号。' } },
  'other-separators': {
    type: 'strings',
    default: [],
    about: {
      en: 'Separators of names that are let pass too; we never write them.',
      zh: '姓名之间也可以用的其他符号，只是不作为改法。',
    },
  },
  'role-space': {
    type: 'string',
    default: '',
    about: { en: 'Between a role and a name.', zh: '身份与姓名之间的空格。' },
  },
  brackets: {
    type: 'choice',
    values: ['full', 'half'],
    default: 'full',
    about: { en: 'Width of the brackets.', zh: '括号用全角还是半角。' },
  },
  outlets: { type: 'strings', default: [], about: { en: 'The newsroom’s own names.', zh: '本媒体的名称。' } },
  'two-character-name': {
    type: 'choice',
    values: ['plain', 'spaced'],
    default: 'plain',
    about: {
      en: 'How a name of two characters is written: 王刚, or 王　刚 to align with three.',
      zh: '两个字的姓名怎么写：王刚，或为与三字名对齐写成王　刚。',
    },
  },
  roles: { type: 'strings', default: [], about: { en: 'Words for who somebody is.', zh: '身份用语。' } },
};

const credit: Settings = {
  required: { type: 'boolean', default: true, about: { en: 'Every picture has a credit.', zh: '每张图片都要署名。' } },
  forms: {
    type: 'strings',
    form: 'credit-form',
    default: ['({photographers})'],
    about: { en: 'How picture credits are written; the first is preferred.', zh: '图片署名的写法；第一种为首选。' },
  },
  brackets: {
    type: 'choice',
    values: ['full', 'half'],
    default: 'full',
    about: { en: 'Width of the brackets.', zh: '括号用全角还是半角。' },
  },
  caption: {
    type: 'boolean',
    default: true,
    about: { en: 'Every picture has a caption too.', zh: '除署名外还要有图片说明。' },
  },
};

/** CSS selectors of a page that was saved from the newsroom's site. */
const slots: Settings = {
  title: {
    type: 'string',
    about: { en: 'Where the headline goes, its series tag included.', zh: '标题的位置，含【专题名】。' },
  },
  series: {
    type: 'string',
    about: { en: 'Where the series tag goes, if not in the headline.', zh: '专题名的位置（不在标题里时）。' },
  },
  subtitle: { type: 'string', about: { en: 'Where the second line of the headline goes.', zh: '副题的位置。' } },
  column: { type: 'string', about: { en: 'Where the column’s name goes.', zh: '栏目名的位置。' } },
  meta: {
    type: 'string',
    about: {
      en: 'The line of time and source; both are put in as the line has them.',
      zh: '时间和来源所在的一行，按原有写法填入。',
    },
  },
  published: {
    type: 'string',
    about: { en: 'Where the time of publication goes, if it stands alone.', zh: '发布时间的位置（单独一处时）。' },
  },
  source: {
    type: 'string',
    about: { en: 'Where the source goes, if it stands alone.', zh: '来源的位置（单独一处时）。' },
  },
  summary: { type: 'string', about: { en: 'Where the summary goes.', zh: '摘要的位置。' } },
  body: {
    type: 'string',
    about: { en: 'Where the text goes; a page without it cannot be filled.', zh: '正文的位置，必须有。' },
  },
  related: { type: 'string', about: { en: 'Where related stories go.', zh: '相关阅读的位置。' } },
  editor: {
    type: 'string',
    about: { en: 'Where the editor’s name goes; the words before it stay.', zh: '责任编辑的位置，前面的字样保留。' },
  },
  keywords: { type: 'string', about: { en: 'Where the keywords go.', zh: '关键词的位置。' } },
};

const copy: Settings = {
  styles: {
    type: 'choice',
    values: ['theme', 'layout'],
    about: {
      en: 'What of the look is copied for a CMS: all of it (`theme`), or indents and alignment alone where the CMS has a look of its own (`layout`).',
      zh: '复制到 CMS 时带多少样式：theme 为全部；layout 只带缩进和对齐，字体字号由 CMS 决定。',
    },
  },
  pictures: {
    type: 'choice',
    values: ['inside', 'named', 'none'],
    about: {
      en: 'Pictures of a rich copy: in it (`inside`), as a line that names the file to upload (`named`), or left out with their captions kept (`none`).',
      zh: '富文本里的图片：inside 为随文带上；named 为写一行文件名，另行上传；none 为不带图片，只留图片说明。',
    },
  },
};

const page: Settings = {
  theme: { type: 'string', default: '', about: { en: 'Which of Copydesk’s page themes to draw.', zh: '页面样式。' } },
  'site-line': {
    type: 'string',
    default: '',
    about: { en: 'The line at the top of the page.', zh: '页首的网站名称行。' },
  },
  home: {
    type: 'string',
    default: '',
    about: { en: 'The first step of the breadcrumb.', zh: '当前位置中的首页名称。' },
  },
  nav: { type: 'strings', default: [], about: { en: 'Links below the article.', zh: '文末的导航。' } },
  footer: { type: 'strings', default: [], about: { en: 'Lines at the foot of the page.', zh: '页脚各行。' } },
  'card-title': {
    type: 'number',
    least: 1,
    about: {
      en: 'How much of a title the site’s lists show: a Han character counts one, a Latin letter half.',
      zh: '列表页标题最多显示多少字（西文字母算半个）。',
    },
  },
  html: {
    type: 'string',
    form: 'file-path',
    about: {
      en: 'A page saved from your site; articles are then shown in it.',
      zh: '从网站保存下来的一个页面；稿件就显示在这个页面里。',
    },
  },
  slots: {
    type: 'map',
    entries: slots,
    about: {
      en: 'Which elements of that page the article fills, by CSS selector.',
      zh: '稿件填入该页面的哪些元素，用 CSS 选择器写出。',
    },
  },
  copy: {
    type: 'map',
    entries: copy,
    about: { en: 'How an article is copied as rich text.', zh: '稿件怎样复制为富文本。' },
  },
};

/** The whole house file. */
export const houseSettings: Settings = {
  extends: {
    type: 'string',
    form: 'house-id',
    about: {
      en: 'The house that this one starts from; `none` starts from nothing.',
      zh: '以哪一套规范为基础；`none` 表示从零开始。',
    },
  },
  id: {
    type: 'string',
    default: 'newsroom',
    about: { en: 'A short name without blanks.', zh: '简短的代号，不含空格。' },
  },
  name: { type: 'string', default: '', about: { en: 'The newsroom’s name.', zh: '媒体名称。' } },
  about: {
    type: 'localized',
    about: { en: 'One sentence on whose practice this is.', zh: '一句话说明这是哪一类媒体的写法。' },
  },
  language: {
    type: 'string',
    form: 'language',
    default: 'zh-Hans',
    about: {
      en: 'Language of the articles (BCP 47), such as zh-Hans or en.',
      zh: '稿件的语言（BCP 47），如 zh-Hans、en。',
    },
  },
  'time-zone': {
    type: 'string',
    form: 'time-zone',
    default: 'UTC',
    about: { en: 'IANA time zone, such as Asia/Shanghai.', zh: 'IANA 时区，如 Asia/Shanghai。' },
  },
  path: {
    type: 'string',
    form: 'path-pattern',
    default: '{date}-{slug}.md',
    about: { en: 'Where a new article goes.', zh: '新建稿件的存放路径。' },
  },
  ignore: {
    type: 'strings',
    default: [],
    about: { en: 'Files that are no articles, as in .gitignore.', zh: '不作为稿件的文件，写法同 .gitignore。' },
  },
  'editor-label': {
    type: 'string',
    default: 'Editor',
    about: { en: 'The word before the editor’s name.', zh: '编辑姓名前的用语。' },
  },
  fields: {
    type: 'keyed',
    of: fieldSettings,
    required: ['type'],
    about: { en: 'Fields of the front matter, in the house’s order.', zh: '稿件信息的字段，按本社次序。' },
  },
  'front-matter-schema': {
    type: 'string',
    form: 'file-path',
    about: {
      en: 'A JSON Schema that the front matter must meet too, as a path from this file.',
      zh: '稿件信息还应符合的 JSON Schema，写从本文件起的路径。',
    },
  },
  byline: { type: 'map', entries: byline, about: { en: 'How articles are signed.', zh: '稿件署名。' } },
  credit: { type: 'map', entries: credit, about: { en: 'How pictures are credited.', zh: '图片署名。' } },
  checks: {
    type: 'checks',
    about: {
      en: 'Severity and options of each check; `off` switches it off.',
      zh: '各项检查的级别和选项；`off` 表示关闭。',
    },
  },
  templates: {
    type: 'keyed',
    of: template,
    required: [],
    about: { en: 'Templates for new articles, in the order of the list.', zh: '新建稿件的模板，按列表次序。' },
  },
  blocks: {
    type: 'keyed',
    of: template,
    required: [],
    about: { en: 'Pieces that can be put into an article.', zh: '可插入稿件的片段。' },
  },
  page: { type: 'map', entries: page, about: { en: 'What every published page shows.', zh: '每个页面都有的内容。' } },
  cases: {
    type: 'cases',
    about: {
      en: 'Bylines and credits with what must be found in them, which every check of the file tries out.',
      zh: '署名的实例及其应有的结果，每次检查本文件时都会逐条核对。',
    },
  },
};
