import type { ScalarKind } from '../house/field-types/field-type.ts';
import { createdName } from '../house/field-types/written-dates.ts';
import { isPeople, itemType, typesOfField } from '../house/field-types.ts';
import type { Field } from '../house/house.ts';
import type { Localized } from '../model/finding.ts';
import { quoteIn } from '../model/front-matter/dialect.ts';
import type { Entry, FrontMatter, Value } from '../model/front-matter/front-matter.ts';
import { itemsMeant } from '../model/front-matter/items-meant.ts';
import { dashEdits, isLooseItem } from '../model/front-matter/list-marks.ts';
import { reshape } from '../model/front-matter/reshape-front-matter.ts';
import { entryNamed, nameEntry, scalarsOf } from '../model/front-matter/values.ts';
import { quoteScalar, writeScalar, writeText } from '../model/front-matter/yaml-scalar.ts';
import { type Draft, defineCheck, type FixDraft } from './check.ts';

const messages = {
  text: {
    en: '`{key}` takes one line of text, not {actual}',
    zh: '字段“{key}”应为一行文字，而不是{actualZh}',
  },
  number: { en: '`{key}` takes a number, not text', zh: '字段“{key}”应为数字，而不是文字' },
  boolean: { en: '`{key}` takes `true` or `false`, not `{value}`', zh: '字段“{key}”应为 true 或 false' },
  list: {
    en: '`{key}` takes a list of names or words, not {actual}',
    zh: '字段“{key}”应为一串人名或词语，而不是{actualZh}',
  },
  links: {
    en: '`{key}` takes a list of links, not {actual}',
    zh: '字段“{key}”应为链接列表，而不是{actualZh}',
  },
  'read-as': {
    en: '`{value}` in `{key}` needs quotation marks: without them YAML reads it as {actual}',
    zh: '字段“{key}”的“{value}”没有加引号，会被当作{actualZh}',
  },
  separator: {
    en: '`{mark}` cannot part the items of `{key}`: write a list, `{list}`',
    zh: '字段“{key}”的各项不能用“{mark}”隔开，应写成列表 {list}',
  },
  dash: {
    en: 'Each item of `{key}` begins with `-` and a space',
    zh: '字段“{key}”的每一项前应是半角“-”加一个空格',
  },
  brackets: {
    en: '`{open}{close}` do not make a list of `{key}`: write `{list}`',
    zh: '字段“{key}”不能用“{open}{close}”括起来，应写成列表 {list}',
  },
  map: {
    en: '`{key}` takes names with values, such as `{example}`, not {actual}',
    zh: '字段“{key}”应为名称和值，如 {example}，而不是{actualZh}',
  },
  quote: { en: 'Put it between quotation marks', zh: '加上引号' },
  unquote: { en: 'Write it as a number', zh: '改为数字' },
  dashes: { en: 'Write `- ` before each item', zh: '各项前改为“- ”' },
  replace: { en: 'Write `{list}`', zh: '改为 {list}' },
} as const satisfies Readonly<Record<string, Localized>>;

type Message = keyof typeof messages;

export const wrongType = defineCheck({
  id: 'wrong-type',
  title: { en: 'Wrong kind of value', zh: '字段类型' },
  summary: {
    en: 'A field holds what the house declares: text, a list, a number.',
    zh: '字段的内容应符合本社规定的类型：文字、列表、数字等。',
  },
  scope: 'article',
  severity: 'error',
  serves: ['fields'],
  messages,
  *run(article, { reading }): Iterable<Draft<Message>> {
    for (const { field, entry } of reading.measured) {
      const { value } = entry;
      // What an allowance may look like is read where allowances are; what an alias or a program's tag says is not known.
      if (value.kind === 'null' || value.kind === 'other' || field.role === 'allow') continue;
      yield* byShape(field, entry, article.text, isYaml(article.frontMatter));
    }
  },
});

const isYaml = ({ kind }: FrontMatter): boolean => kind === 'yaml' || kind === 'unclosed';

function* byShape(field: Field, entry: Entry, text: string, yaml: boolean): Iterable<Draft<Message>> {
  const { key, value } = entry;
  if (field.fields && typesOfField[field.type].shape === 'many') {
    yield* objectFaults(field, key, value);
    return;
  }
  switch (typesOfField[field.type].shape) {
    case 'many':
      yield* listFaults(field, entry, text, yaml);
      break;
    case 'links':
      yield* linksFaults(key, value);
      return;
    case 'map':
      if (value.kind !== 'map') {
        const { example } = typesOfField[field.type];
        yield { message: 'map', data: { key, example, ...kindOf(value) }, at: value.at };
        return;
      }
      if (field.fields) return;
      break;
    default:
      // Each of them is a date, which is for the check of dates to look at.
      if (typesOfField[field.type].saidBy === 'bad-date' && entryNamed(value, createdName)) return;
      if (tellsOfSomebody(field, value)) return;
      yield* oneFaults(typesOfField[field.type].scalar, entry, text);
      return;
  }
  // What a list is made of is looked at where the house says what that is.
  const { scalar: kind } = typesOfField[itemType(field)];
  if (field.of === undefined || value.kind === 'scalar') return;
  for (const item of scalarsOf(value)) yield* scalarFaults(kind, key, item);
}

/** A list of objects: each is names with values. */
function* objectFaults({ fields = [] }: Field, key: string, value: Value): Iterable<Draft<Message>> {
  const example = `{${fields.map((field) => `${field.key}: …`).join(', ')}}`;
  for (const item of value.kind === 'list' ? value.items : [value])
    if (item.kind !== 'map' && item.kind !== 'null' && item.kind !== 'other')
      yield { message: 'map', data: { key, example, ...kindOf(item) }, at: item.at };
}

/** A field that holds one value. */
function oneFaults(kind: ScalarKind, entry: Entry, text: string): Iterable<Draft<Message>> {
  const { key, value } = entry;
  if (value.kind === 'scalar' || kind === 'number' || kind === 'boolean') return scalarFaults(kind, key, value);
  return severalFaults(entry, text);
}

/** One value, by what YAML must read it as. */
function scalarFaults(kind: ScalarKind, key: string, value: Value): Iterable<Draft<Message>> {
  switch (kind) {
    case 'number':
      return numberFaults(key, value);
    case 'boolean':
      return booleanFaults(key, value);
    case 'text':
      return textFaults(key, value);
    case 'any':
      return [];
  }
}

/** What a value is, for a message. */
function kindOf(value: Value): { readonly actual: string; readonly actualZh: string } {
  if (value.kind === 'list') return { actual: 'a list', actualZh: '列表' };
  if (value.kind === 'map') return { actual: 'fields of its own', actualZh: '多个字段' };
  if (value.kind !== 'scalar' || typeof value.value === 'string') return { actual: 'text', actualZh: '文字' };
  return typeof value.value === 'number'
    ? { actual: 'a number', actualZh: '数字' }
    : { actual: 'true or false', actualZh: '真假值' };
}

/** 2024 and 0123 and true are no text to the programs that read this next. */
function* textFaults(key: string, value: Value): Iterable<Draft<Message>> {
  if (value.kind !== 'scalar' || typeof value.value === 'string') return;
  const source = [{ start: value.at.start, end: value.at.end, text: quoteScalar(value.raw) }];
  yield {
    message: 'read-as',
    data: { key, value: value.raw, ...kindOf(value) },
    at: value.at,
    fixes: [{ title: 'quote', safe: true, source }],
    severity: 'warning',
  };
}

/** A list or a map where one value should be; a list of one is that value. */
function* severalFaults(entry: Entry, text: string): Iterable<Draft<Message>> {
  const { key, value } = entry;
  const only = value.kind === 'list' && value.items.length === 1 ? value.items[0] : undefined;
  const source = reshape(text, entry, 'one', false);
  const fixes = source.length > 0 ? [{ title: 'replace' as const, safe: true, source }] : [];
  const list = only?.kind === 'scalar' ? writeScalar(String(only.value)) : '';
  yield { message: 'text', data: { key, list, ...kindOf(value) }, at: value.at, fixes };
}

function* listFaults(field: Field, entry: Entry, text: string, yaml: boolean): Iterable<Draft<Message>> {
  const { key, value } = entry;
  if (value.kind === 'map' && !tellsOfSomebody(field, value))
    yield { message: 'list', data: { key, ...kindOf(value) }, at: value.at };
  // One name alone is a list of one; several in one text are not.
  const only = value.kind === 'list' && value.items.length === 1 ? value.items[0] : value;
  if (only?.kind === 'scalar' && typeof only.value === 'string') {
    const people = isPeople(field);
    const loose = looseItems(entry, only, text);
    if (loose !== undefined) {
      yield { message: 'dash', data: { key }, at: only.at, fixes: [{ title: 'dashes', safe: true, source: loose }] };
      return;
    }
    const meant = itemsMeant(only.value, people);
    if (meant === undefined || (meant.mark === undefined && !people)) return;
    const { items, mark, brackets, certain } = meant;
    const list = items.map((item) => (yaml ? writeText(item, 'flow') : quoteIn(item))).join(', ');
    const inFlow = value.kind === 'list' && text.charAt(value.at.start) === '[';
    const edits =
      value.kind === 'scalar'
        ? yaml
          ? reshape(text, entry, 'flow', people ? 'people' : 'words')
          : [{ start: value.at.start, end: value.at.end, text: `[${list}]` }]
        : inFlow
          ? [{ start: only.at.start, end: only.at.end, text: list }]
          : [];
    const oneLine = !/[\r\n]/.test(only.raw) && edits.length > 0;
    // What somebody put between quotation marks into a list is one item to all who read it.
    const safe = certain && !(value.kind === 'list' && /^["']/.test(only.raw) && !people);
    const fixes = oneLine ? [{ title: 'replace' as const, safe, source: edits }] : [];
    const data = { key, mark: mark ?? '', open: brackets.charAt(0), close: brackets.charAt(1), list: `[${list}]` };
    yield { message: mark === undefined ? 'brackets' : 'separator', data, at: only.at, fixes };
    return;
  }
  if (value.kind !== 'list') return;
  for (const item of value.items) {
    if (item.kind === 'map' && tellsOfSomebody(field, item)) continue;
    if (item.kind === 'list' && isPath(field, item)) continue;
    if (item.kind !== 'scalar' && item.kind !== 'null' && item.kind !== 'other')
      yield { message: 'list', data: { key, ...kindOf(item) }, at: item.at };
  }
}

/** `{name: 高远, url: …}`: one of the people, as Quarto, Jekyll and Hugo have them. */
function tellsOfSomebody(field: Field, value: Value): boolean {
  return isPeople(field) && nameEntry(value) !== undefined;
}

/** `[乡村, 水利]` in a list: a section inside of another, as Hexo has them. */
function isPath(field: Field, { items }: Extract<Value, { kind: 'list' }>): boolean {
  return !isPeople(field) && items.every(({ kind }) => kind === 'scalar' || kind === 'null');
}

/** The edits that make a list of lines which all begin like items, though with marks that YAML does not know. */
function looseItems({ keyAt }: Entry, value: Value, text: string): FixDraft['source'] {
  const { start, end } = value.at;
  if (value.kind !== 'scalar' || !/[\r\n]/.test(text.slice(keyAt.end, start)) || /["'|>]/.test(text.charAt(start)))
    return undefined;
  const first = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const lines = text.slice(first, end);
  const all = lines.split(/\r\n|\n|\r/).every((line) => isLooseItem(line) || line.trim() === '');
  return all ? dashEdits(lines, first) : undefined;
}

function* linksFaults(key: string, value: Value): Iterable<Draft<Message>> {
  if (value.kind === 'scalar' && typeof value.value !== 'string')
    yield { message: 'links', data: { key, ...kindOf(value) }, at: value.at };
}

function* numberFaults(key: string, value: Value): Iterable<Draft<Message>> {
  if (value.kind === 'scalar' && typeof value.value === 'number') return;
  const said = value.kind === 'scalar' && typeof value.value === 'string' ? value.value.normalize('NFKC').trim() : '';
  const source = [{ start: value.at.start, end: value.at.end, text: said }];
  const fixes = /^-?\d{1,15}(?:\.\d{1,15})?$/.test(said) ? [{ title: 'unquote' as const, safe: true, source }] : [];
  yield { message: 'number', data: { key }, at: value.at, fixes };
}

const YES: ReadonlySet<string> = new Set(['yes', 'y', 'on', '是', '对', 'true']);
const NO: ReadonlySet<string> = new Set(['no', 'n', 'off', '否', '不', 'false']);

function* booleanFaults(key: string, value: Value): Iterable<Draft<Message>> {
  if (value.kind === 'scalar' && typeof value.value === 'boolean') return;
  const said = value.kind === 'scalar' ? String(value.value).trim().toLowerCase() : '';
  const shown = value.kind === 'scalar' && (said === 'true' || said === 'false') ? value.raw : said;
  const list = YES.has(said) ? 'true' : NO.has(said) ? 'false' : '';
  const source = [{ start: value.at.start, end: value.at.end, text: list }];
  const fixes = list === '' ? [] : [{ title: 'replace' as const, safe: true, source }];
  yield { message: 'boolean', data: { key, value: shown, list }, at: value.at, fixes };
}
