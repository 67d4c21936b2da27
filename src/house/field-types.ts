import type { Localized } from '../model/finding.ts';
import type { Field, FieldType } from './house.ts';

/** What a field of a type is written as: one value, several, a list of title and url, or names with values. */
export type FieldShape = 'one' | 'many' | 'links' | 'map';

/** One type of field. */
export interface TypeOfField {
  /** In a few words, with an example: hover, completion and messages say it. */
  readonly words: Localized;
  /** What the reference page says. */
  readonly about: Localized;
  readonly shape: FieldShape;
  /** Whether its values are text, which YAML must not read as a number or a truth. */
  readonly text: boolean;
  /** A front-matter value of this type, as YAML behind the colon. */
  readonly example: string;
  /** The settings of a field, besides those of every field, that mean something for this type. */
  readonly settings: readonly string[];
  /** One value of this type, for programs that read JSON Schema (draft 7). */
  readonly schema: Readonly<Record<string, unknown>>;
}

const lengths = ['max-length', 'min-length', 'forbidden', 'unique'] as const;
const anyText = { type: 'string' } as const;

/**
 * Every type of field, in the order in which they are explained. Validation, completion, hover, the JSON Schema of a
 * house's fields and the reference page (fields.md) follow from this table.
 */
export const typesOfField: Readonly<Record<FieldType, TypeOfField>> = {
  text: {
    words: { en: 'text', zh: '文字' },
    about: {
      en: 'One text. Its length is counted as editors count: a Han character or full-width mark is one, a letter or digit half. `forbidden` lists marks that may not stand in it.',
      zh: '一段文字。字数按编辑习惯计：汉字、全角标点算一字，字母、数字算半字。`forbidden` 列出不许出现的字符。',
    },
    shape: 'one',
    text: true,
    example: '云岭镇育秧中心启用',
    settings: [...lengths, 'values', 'open', 'prose'],
    schema: anyText,
  },
  date: {
    words: { en: 'date, such as 2024-06-01', zh: '日期，如 2024-06-01' },
    about: {
      en: 'A day. `2024/6/1`, `2024.6.1`, `2024年6月1日` and `20240601` are read too; Fix All writes `2024-06-01`. A day never moves, whatever the time zone.',
      zh: '日期。`2024/6/1`、`2024.6.1`、`2024年6月1日`、`20240601` 也能识别，“修正全部”改为 `2024-06-01`。日期不因时区而变。',
    },
    shape: 'one',
    text: false,
    example: '2024-06-01',
    settings: [],
    schema: { type: 'string', format: 'date' },
  },
  datetime: {
    words: { en: 'date and time, such as 2024-06-01 10:53', zh: '日期和时间，如 2024-06-01 10:53' },
    about: {
      en: 'A moment; a day alone will do. Without an offset it is meant in the house’s time zone; an offset is kept as it is written. `form` says which way of writing the house has chosen, and otherwise every one that programs read will do. Fix All puts signs and blanks right, and never moves a clock or an offset.',
      zh: '时间，也可只写日期。不带时差的按本社所在时区；带时差的照原样保留。`form` 规定本社的写法，不写则程序能识别的写法都可以。“修正全部”只改符号和空格，从不换算时间、增删时差。',
    },
    shape: 'one',
    text: false,
    example: '2024-06-01 10:53',
    settings: ['form'],
    schema: {
      type: 'string',
      pattern: `^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?( ?(Z|[+-][0-9]{2}:?[0-9]{2}))?)?$`,
    },
  },
  choice: {
    words: { en: 'one of a list', zh: '从列表中选一项' },
    about: {
      en: 'One of `values`. A value may have a `label`, which is shown, and `aliases`, which Fix All replaces with the value; a slip of the pen or of the pinyin is told. With `open` other values are allowed too.',
      zh: '`values` 中的一项。每项可以有 `label`（显示名）和 `aliases`（别名，“修正全部”改为规范值）；笔误和同音误写会给出建议。写 `open` 则也可填其他值。',
    },
    shape: 'one',
    text: true,
    example: '乡村',
    settings: ['values', 'open', 'unique', 'prose'],
    schema: anyText,
  },
  person: {
    words: { en: 'a person’s name', zh: '人名' },
    about: {
      en: 'One person; where the newsroom keeps `staff.yml`, names are completed from it and unknown ones are told.',
      zh: '一个人名；有 `staff.yml` 时据此补全，并提示其中没有的人。',
    },
    shape: 'one',
    text: true,
    example: '林望舒',
    settings: ['values', 'open'],
    schema: anyText,
  },
  people: {
    words: { en: 'people’s names, such as [Ann, Ben]', zh: '人名列表，如 [张三, 李四]' },
    about: {
      en: 'Several people, as a list; one alone may stand without brackets. `张三、李四` in one text is made a list by Fix All.',
      zh: '人名列表；只有一人时可以不加方括号。写成“张三、李四”的，“修正全部”改为列表。',
    },
    shape: 'many',
    text: true,
    example: '[林晓禾, 周砚]',
    settings: ['values', 'open'],
    schema: anyText,
  },
  image: {
    words: { en: 'path of a picture', zh: '图片路径' },
    about: {
      en: 'A picture beside the article. It must exist, be of one of `formats` (any picture when absent), and be as large as `least-size` says, such as `900x500`.',
      zh: '稿件旁的图片。文件应存在，格式应在 `formats` 之内（不写则各种图片都可），大小不小于 `least-size`（如 `900x500`）。',
    },
    shape: 'one',
    text: true,
    example: '../图片/稻田收割.jpg',
    settings: ['formats', 'least-size'],
    schema: anyText,
  },
  url: {
    words: { en: 'web address', zh: '网址' },
    about: { en: 'An address that begins with http:// or https://.', zh: '以 http:// 或 https:// 开头的网址。' },
    shape: 'one',
    text: true,
    example: 'https://example.com/a.html',
    settings: ['unique'],
    schema: { type: 'string', format: 'uri' },
  },
  path: {
    words: { en: 'path of a file', zh: '文件路径' },
    about: {
      en: 'A file beside the article, such as a recording or a document; it must exist and be of one of `formats`.',
      zh: '稿件旁的文件，如录音、文件；应存在，格式应在 `formats` 之内。',
    },
    shape: 'one',
    text: true,
    example: '../附件/名单.pdf',
    settings: ['formats', 'unique'],
    schema: anyText,
  },
  boolean: {
    words: { en: 'true or false', zh: 'true 或 false' },
    about: {
      en: '`true` or `false`; `yes`, `no`, `是`, `否` are made that by Fix All.',
      zh: '`true` 或 `false`；写成 yes、no、是、否的，“修正全部”会改。',
    },
    shape: 'one',
    text: false,
    example: 'true',
    settings: [],
    schema: { type: 'boolean' },
  },
  number: {
    words: { en: 'number', zh: '数字' },
    about: { en: 'A number from `least` to `most`.', zh: '数字，从 `least` 到 `most`。' },
    shape: 'one',
    text: false,
    example: '12',
    settings: ['least', 'most', 'unique'],
    schema: { type: 'number' },
  },
  list: {
    words: { en: 'list, such as [one, two]', zh: '列表，如 [甲, 乙]' },
    about: {
      en: 'Several values, each of the type that `of` names (text when absent), with that type’s settings.',
      zh: '若干项，每一项的类型由 `of` 指定（不写则为文字），该类型的设置同样有效。',
    },
    shape: 'many',
    text: true,
    example: '[春耕, 育秧]',
    settings: ['of', 'values', 'open', 'prose', ...lengths.slice(0, 3), 'formats', 'least', 'most', 'form'],
    schema: anyText,
  },
  map: {
    words: { en: 'names with values, such as {east: 1, west: 2}', zh: '名称和值，如 {东: 1, 西: 2}' },
    about: {
      en: 'Values under names of the author’s choosing, each of the type that `of` names (text when absent).',
      zh: '作者自定名称的若干值，每个值的类型由 `of` 指定（不写则为文字）。',
    },
    shape: 'map',
    text: true,
    example: '{抖音: 云岭融媒, 微博: 云岭发布}',
    settings: ['of', ...lengths.slice(0, 3), 'formats', 'least', 'most', 'form'],
    schema: anyText,
  },
  links: {
    words: { en: 'list of links, each with title and url', zh: '链接列表，每项有 title 和 url' },
    about: {
      en: 'Related stories: a list of `title` and `url`, where the url may be the path of another article; or a list of addresses alone.',
      zh: '相关报道：列表，每项写 `title` 和 `url`，url 可以是另一篇稿件的路径；也可以只列地址。',
    },
    shape: 'links',
    text: true,
    example: '[{title: 一粒种子的旅程, url: seed.md}]',
    settings: [],
    schema: {
      anyOf: [
        { type: 'string' },
        { type: 'object', required: ['url'], properties: { title: { type: 'string' }, url: { type: 'string' } } },
      ],
    },
  },
};

/** Their names, in that order. */
export const fieldTypes = Object.keys(typesOfField) as readonly FieldType[];

/** The types that a list or a map may be made of. */
export const itemTypes: readonly FieldType[] = fieldTypes.filter((type) => typesOfField[type].shape === 'one');

/** The type of one value of a field: that of the items of a list, `person` for people. */
export function itemType({ type, of }: Field): FieldType {
  if (type === 'people') return 'person';
  return type === 'list' || type === 'map' ? (of ?? 'text') : type;
}

/** Whether a field holds several values of one kind. */
export function isListed({ type }: Field): boolean {
  return typesOfField[type].shape === 'many';
}
