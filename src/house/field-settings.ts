import { dateForms } from '../model/date-forms.ts';
import { fieldTypes, itemTypes } from './field-types.ts';
import { type FieldRole, stages } from './house.ts';
import type { Settings } from './setting.ts';

/** Every role of a field. */
const fieldRoles: readonly FieldRole[] = [
  'title',
  'subtitle',
  'series',
  'summary',
  'column',
  'published',
  'source',
  'reporters',
  'correspondents',
  'photographers',
  'translators',
  'proofreaders',
  'commissioners',
  'producers',
  'editor',
  'keywords',
  'cover',
  'stage',
  'slug',
  'related',
  'allow',
  'signoff',
  'embargo',
  'expires',
  'language',
];

/** The settings of a field, but for those of the fields inside it. */
const ownSettings: Settings = {
  type: { type: 'choice', values: fieldTypes, about: { en: 'What the field may hold.', zh: '字段的类型。' } },
  of: {
    type: 'choice',
    values: itemTypes,
    about: { en: 'For a list or a map: what each value is.', zh: '列表或名值表中每一项的类型。' },
  },
  aliases: {
    type: 'strings',
    about: { en: 'Other names of the field, such as 标题.', zh: '字段的其他名称，如“标题”。' },
  },
  role: {
    type: 'choice',
    values: fieldRoles,
    about: {
      en: 'What the field means to checks and page, whatever its key.',
      zh: '字段对检查和页面的含义，与字段名无关。',
    },
  },
  label: { type: 'localized', about: { en: 'The field’s name as people say it.', zh: '字段的名称。' } },
  help: {
    type: 'localized',
    about: { en: 'One sentence shown on hover and in completion.', zh: '悬停和补全时显示的一句说明。' },
  },
  required: {
    type: 'choice',
    values: [...stages, 'never'],
    about: { en: 'Required from this stage on.', zh: '从哪个阶段起必填。' },
  },
  'required-with': {
    type: 'strings',
    suggests: 'conditions',
    about: {
      en: 'Required where one of these holds: `field` is given, or `field=value`.',
      zh: '在其中任一情况下必填：写了某字段（`字段名`），或某字段为某值（`字段名=值`）。',
    },
  },
  excludes: {
    type: 'strings',
    suggests: 'fields',
    about: { en: 'Fields that may not stand beside this one.', zh: '不能与本字段同时出现的字段。' },
  },
  alone: {
    type: 'choice',
    values: ['text', 'list'],
    about: {
      en: 'How one value alone is written where it is new: `text` without brackets, or a `list` of one. Both are read.',
      zh: '只有一项时写成什么：`text` 不加方括号，`list` 写成列表。两种写法都能识别。',
    },
  },
  'when-true': {
    type: 'choice',
    values: [...stages],
    about: {
      en: 'For a field of true and false whose role is the stage: the stage that `true` means. `draft` where the field is named so, otherwise `published`.',
      zh: '身份（role）为 stage 的真假字段：`true` 表示的阶段。字段名是 draft、草稿的为 `draft`，其他为 `published`。',
    },
  },
  'when-false': {
    type: 'choice',
    values: [...stages],
    about: {
      en: 'The stage that `false` means; an article without the field is published, as generators have it.',
      zh: '`false` 表示的阶段；没有这个字段的稿件视为已发布，与网站程序一致。',
    },
  },
  unique: {
    type: 'boolean',
    about: {
      en: 'No other article under this house file may have the same value.',
      zh: '不能与同一规范文件之下其他稿件的值相同。',
    },
  },
  values: { type: 'values', about: { en: 'Allowed values, in order.', zh: '可用的值，按次序。' } },
  'values-from': {
    type: 'string',
    form: 'file-path',
    suggests: 'files',
    about: {
      en: 'The values are the keys of a data file such as `_data/authors.yml` (YAML, JSON, TOML; of a list each `id` or `slug`), or the names of the files in a folder such as `_authors`, as a path from this file; each is shown by the `name` or `title` that stands there. `_config.yml#authors` are those under one field of a file, `_authors#short_name` what one field of each file of a folder says.',
      zh: '可用的值是数据文件（如 `_data/authors.yml`，YAML、JSON、TOML 均可）中的键（列表则为每项的 `id` 或 `slug`），或文件夹（如 `_authors`）中的文件名，写从本文件起的路径；显示时用其中的 `name` 或 `title`。`_config.yml#authors` 指文件中某一字段之下的，`_authors#short_name` 指文件夹中每个文件某一字段的值。',
    },
  },
  open: { type: 'boolean', about: { en: 'Other values are allowed too.', zh: '也可以填其他值。' } },
  'max-length': {
    type: 'number',
    least: 1,
    about: { en: 'Greatest length in characters as editors count them.', zh: '最多字数。' },
  },
  'min-length': {
    type: 'number',
    least: 1,
    about: { en: 'Least length in characters as editors count them.', zh: '最少字数。' },
  },
  forbidden: {
    type: 'string',
    about: { en: 'Marks that may not stand in it, one after the other.', zh: '不许出现的字符，连写。' },
  },
  formats: {
    type: 'strings',
    suggests: 'formats',
    about: { en: 'Allowed endings of the file name, such as jpg.', zh: '可用的文件格式，如 jpg。' },
  },
  'least-size': {
    type: 'string',
    form: 'size',
    about: { en: 'Least width and height of a picture, such as 900x500.', zh: '图片的最小宽度和高度，如 900x500。' },
  },
  form: {
    type: 'choice',
    values: dateForms,
    about: {
      en: 'How a moment is written, by the example of one in Shanghai. Where none is said, an offset stays as it is written.',
      zh: '时间的写法，以上海的一个时间为例；不写则时差照原样保留。',
    },
  },
  least: { type: 'number', least: -1_000_000_000, about: { en: 'The least number.', zh: '最小的数。' } },
  most: { type: 'number', least: -1_000_000_000, about: { en: 'The greatest number.', zh: '最大的数。' } },
  default: {
    type: 'string',
    suggests: 'field-default',
    about: { en: 'What a new article starts with.', zh: '新建稿件时的初始值。' },
  },
  prose: {
    type: 'boolean',
    about: { en: 'The value is text that the language checks read.', zh: '其内容也按正文检查标点和用字。' },
  },
};

/** Settings that concern the article as a whole, and mean nothing inside a field. */
const ofArticles: ReadonlySet<string> = new Set([
  'aliases',
  'role',
  'required-with',
  'excludes',
  'unique',
  'when-true',
  'when-false',
  'default',
  'prose',
]);

/** The settings of a field inside another one: of each object of a list, or of a map. */
const innerFieldSettings: Settings = Object.fromEntries(
  Object.entries(ownSettings).filter(([name]) => !ofArticles.has(name)),
);

/** The settings of a field of the front matter. */
export const fieldSettings: Settings = {
  ...ownSettings,
  fields: {
    type: 'keyed',
    of: innerFieldSettings,
    required: ['type'],
    about: {
      en: 'For a list of objects, or a map with known names: the fields of each, such as `name` and `url`.',
      zh: '每一项又有若干字段的列表，或名称固定的名值表：其中的各个字段，如 `name`、`url`。',
    },
  },
};
