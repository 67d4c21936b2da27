import { bylineSettings, creditSettings } from './byline-settings.ts';
import { ciSettings } from './ci-settings.ts';
import { errorRateSettings } from './error-rate-settings.ts';
import { fieldSettings } from './field-settings.ts';
import { pageSettings } from './page-settings.ts';
import type { Settings } from './setting.ts';
import { gateSettings, signoffSettings } from './signoff-settings.ts';

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

/** The whole house file. */
export const houseSettings: Settings = {
  extends: {
    type: 'string',
    form: 'house-id',
    about: {
      en: 'The house that this one starts from: one of ours, or a house file such as `../copydesk.yml`; `none` starts from nothing. Where it is not said: the one that holds without a file, `plain` unless the setting `copydesk.house` names another.',
      zh: '以哪一套规范为基础：自带的一套，或另一份规范文件，如 `../copydesk.yml`；`none` 表示从零开始。不写则以没有规范文件时适用的为基础：`plain`，或设置项 `copydesk.house` 所指。',
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
  languages: {
    type: 'strings',
    form: 'language',
    default: [],
    about: {
      en: 'Other languages of articles, where their file or folder says so: with `[zh, en]`, `post.en.md`, `en/post.md` and `英文/post.md` are English.',
      zh: '稿件的其他语言，由文件名或文件夹名得知：写 `[zh, en]`，则 `post.en.md`、`en/post.md`、`英文/post.md` 是英文稿。',
    },
  },
  'time-zone': {
    type: 'string',
    form: 'time-zone',
    about: {
      en: 'IANA time zone, such as Asia/Shanghai. Where none is said, no time is moved and now is UTC.',
      zh: 'IANA 时区，如 Asia/Shanghai。不写则不换算任何时间，“现在”按 UTC。',
    },
  },
  path: {
    type: 'string',
    form: 'path-pattern',
    default: '{date}-{slug}.md',
    about: { en: 'Where a new article goes.', zh: '新建稿件的存放路径。' },
  },
  drafts: {
    type: 'strings',
    suggests: 'files',
    default: [],
    about: {
      en: 'Where drafts lie, as in .gitignore, such as `_drafts/`: what is there is a draft, and what lies elsewhere and says no stage is published.',
      zh: '草稿放在哪里，写法同 .gitignore，如 `_drafts/`：在其中的是草稿，在别处又没写阶段的算已发布。',
    },
  },
  ignore: {
    type: 'strings',
    suggests: 'files',
    default: [],
    about: { en: 'Files that are no articles, as in .gitignore.', zh: '不作为稿件的文件，写法同 .gitignore。' },
  },
  static: {
    type: 'strings',
    form: 'file-path',
    suggests: 'files',
    default: [],
    about: {
      en: 'Folders whose files the site serves from its root, such as `static` or `public`, as paths from this file: `/images/a.jpg` of an article is looked for in them.',
      zh: '网站从根目录提供的文件所在的文件夹，如 `static`、`public`，写从本文件起的路径：稿件中的 `/images/a.jpg` 到这里找。',
    },
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
  'other-fields': {
    type: 'choice',
    values: ['unknown', 'fine'],
    default: 'unknown',
    about: {
      en: 'Fields that the house does not declare: `unknown` tells them, `fine` lets them stand, and only what is surely a slip of a name is told.',
      zh: '未定义的字段：`unknown` 一律提示；`fine` 可以随意写，只提示明显写错的字段名。',
    },
  },
  'front-matter-schema': {
    type: 'string',
    form: 'file-path',
    suggests: 'schemas',
    about: {
      en: 'A JSON Schema that the front matter must meet too, as a path from this file.',
      zh: '稿件信息还应符合的 JSON Schema，写从本文件起的路径。',
    },
  },
  byline: { type: 'map', entries: bylineSettings, about: { en: 'How articles are signed.', zh: '稿件署名。' } },
  credit: { type: 'map', entries: creditSettings, about: { en: 'How pictures are credited.', zh: '图片署名。' } },
  checks: {
    type: 'checks',
    about: {
      en: 'Severity and options of each check; `off` switches it off.',
      zh: '各项检查的级别和选项；`off` 表示关闭。',
    },
  },
  'error-rate': {
    type: 'map',
    entries: errorRateSettings,
    about: {
      en: 'How much each kind of mistake counts in the errors per 10,000 characters.',
      zh: '差错率（每万字差错数）中各类差错怎样计数。',
    },
  },
  signoff: {
    type: 'map',
    entries: signoffSettings,
    about: {
      en: 'Who reviews and proofs an article before it goes out, and where their signatures are kept.',
      zh: '稿件发布前由谁审、由谁校，签审记录存放在哪里，如三审三校。',
    },
  },
  gate: {
    type: 'map',
    entries: gateSettings,
    about: {
      en: 'What must be right before an article is put at a stage.',
      zh: '稿件进入某个阶段前的把关。',
    },
  },
  ci: {
    type: 'map',
    entries: ciSettings,
    about: {
      en: 'How `copydesk check` runs in CI, or with `--ci`; options on the command line go before.',
      zh: '`copydesk check` 在 CI 中、或加 `--ci` 时怎样运行；命令行上的选项优先。',
    },
  },
  terms: {
    type: 'terms',
    about: {
      en: 'Words that this newsroom writes in one way, or does not write; a longer list has a file of its own, `terms.yml`.',
      zh: '本社统一写法、或不用的词；词多时可另写一个 `terms.yml`。',
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
  page: {
    type: 'map',
    entries: pageSettings,
    about: { en: 'What every published page shows.', zh: '每个页面都有的内容。' },
  },
  agents: {
    type: 'map',
    entries: {
      write: {
        type: 'choice',
        values: ['nothing', 'fixes', 'all'],
        default: 'nothing',
        about: {
          en: 'What agents may write (`copydesk mcp`, tools of VS Code’s chat): `nothing`; `fixes`, the safe fixes of articles that are there; `all`, new articles too.',
          zh: 'AI 代理可以写什么（`copydesk mcp` 和 VS Code 聊天的工具）：`nothing` 什么都不写；`fixes` 可改正已有稿件中有把握的问题；`all` 还可新建稿件。',
        },
      },
    },
    about: { en: 'What agents may do in this newsroom.', zh: 'AI 代理在本编辑部可以做什么。' },
  },
  cases: {
    type: 'cases',
    about: {
      en: 'Bylines and credits with what must be found in them, which every check of the file tries out.',
      zh: '署名的实例及其应有的结果，每次检查本文件时都会逐条核对。',
    },
  },
};
