import type { Settings } from './setting.ts';

/** CSS selectors of a page that was saved from the newsroom's site. */
const slots: Settings = {
  title: {
    type: 'string',
    suggests: 'selectors',
    about: { en: 'Where the headline goes, its series tag included.', zh: '标题的位置，含【专题名】。' },
  },
  series: {
    type: 'string',
    suggests: 'selectors',
    about: { en: 'Where the series tag goes, if not in the headline.', zh: '专题名的位置（不在标题里时）。' },
  },
  subtitle: {
    type: 'string',
    suggests: 'selectors',
    about: { en: 'Where the second line of the headline goes.', zh: '副题的位置。' },
  },
  column: {
    type: 'string',
    suggests: 'selectors',
    about: { en: 'Where the column’s name goes.', zh: '栏目名的位置。' },
  },
  meta: {
    type: 'string',
    suggests: 'selectors',
    about: {
      en: 'The line of time and source; both are put in as the line has them.',
      zh: '时间和来源所在的一行，按原有写法填入。',
    },
  },
  published: {
    type: 'string',
    suggests: 'selectors',
    about: { en: 'Where the time of publication goes, if it stands alone.', zh: '发布时间的位置（单独一处时）。' },
  },
  source: {
    type: 'string',
    suggests: 'selectors',
    about: { en: 'Where the source goes, if it stands alone.', zh: '来源的位置（单独一处时）。' },
  },
  summary: { type: 'string', suggests: 'selectors', about: { en: 'Where the summary goes.', zh: '摘要的位置。' } },
  body: {
    type: 'string',
    suggests: 'selectors',
    about: { en: 'Where the text goes; a page without it cannot be filled.', zh: '正文的位置，必须有。' },
  },
  related: {
    type: 'string',
    suggests: 'selectors',
    about: { en: 'Where related stories go.', zh: '相关阅读的位置。' },
  },
  editor: {
    type: 'string',
    suggests: 'selectors',
    about: { en: 'Where the editor’s name goes; the words before it stay.', zh: '责任编辑的位置，前面的字样保留。' },
  },
  keywords: { type: 'string', suggests: 'selectors', about: { en: 'Where the keywords go.', zh: '关键词的位置。' } },
};

/** How an article is copied as rich text. */
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

/** The settings of `page`. */
export const pageSettings: Settings = {
  theme: {
    type: 'string',
    form: 'theme',
    default: '',
    about: { en: 'Which of Copydesk’s page themes to draw.', zh: '页面样式。' },
  },
  name: {
    type: 'string',
    default: '',
    about: {
      en: 'The name at the top of the page, where it is not that of the newsroom.',
      zh: '页首的名称，与媒体名称不同时写。',
    },
  },
  logo: {
    type: 'string',
    form: 'file-path',
    suggests: 'pictures',
    about: {
      en: 'A picture of the newsroom’s beside that name, as a path from this file.',
      zh: '名称旁的标志图片，写从本文件起的路径。',
    },
  },
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
  nav: {
    type: 'strings',
    suggests: 'columns',
    default: [],
    about: { en: 'Links below the article.', zh: '文末的导航。' },
  },
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
    suggests: 'pages',
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
