import { itemType } from '../house/field-types.ts';
import type { Field } from '../house/house.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import type { Localized } from '../model/finding.ts';
import type { Value } from '../model/front-matter/front-matter.ts';
import { type Draft, defineCheck, type Facts } from './check.ts';
import { widthOf } from './copy/title-width.ts';
import { givenFields, isEmpty, scalarsOf } from './fields/front-matter-fields.ts';

const messages = {
  near: {
    en: 'Unexpected `{actual}` in `{key}`, expected `{near}`, perhaps',
    zh: '字段“{key}”没有“{actual}”这一项，是否应为“{near}”',
  },
  same: {
    en: 'Unexpected `{actual}` in `{key}`, expected `{near}`: the house writes it so',
    zh: '字段“{key}”的“{actual}”应写作“{near}”',
  },
  unknown: {
    en: 'Unexpected `{actual}` in `{key}`, expected one of {known}',
    zh: '字段“{key}”没有“{actual}”这一项，可用：{known}',
  },
  'too-long': {
    en: 'Unexpected length of `{key}`: {actual} characters, expected at most {max}',
    zh: '字段“{key}”有 {actual} 字，最多 {max} 字',
  },
  url: {
    en: 'Unexpected `{actual}` in `{key}`, expected an address such as https://example.com/',
    zh: '字段“{key}”的“{actual}”不是网址，应如 https://example.com/',
  },
  image: {
    en: 'Unexpected `{actual}` in `{key}`, expected a picture: .jpg, .jpeg, .png, .gif, .webp, .avif or .svg',
    zh: '字段“{key}”的“{actual}”不是图片，应为 .jpg、.jpeg、.png、.gif、.webp、.avif 或 .svg',
  },
  'too-short': {
    en: 'Unexpected length of `{key}`: {actual} characters, expected at least {min}',
    zh: '字段“{key}”有 {actual} 字，最少 {min} 字',
  },
  mark: { en: 'Unexpected `{mark}` in `{key}`, expected none of `{known}`', zh: '字段“{key}”不应有“{mark}”' },
  taken: {
    en: 'Unexpected `{actual}` in `{key}`, expected one of its own: {path} has it',
    zh: '字段“{key}”的“{actual}”与 {path} 相同，不应重复',
  },
  format: {
    en: 'Unexpected `{actual}` in `{key}`, expected a file of type {known}',
    zh: '字段“{key}”的“{actual}”格式不对，可用：{known}',
  },
  'no-file': {
    en: 'Unexpected `{actual}` in `{key}`, expected a file that exists',
    zh: '字段“{key}”的“{actual}”找不到文件',
  },
  'too-small': {
    en: 'Unexpected size of `{actual}`: {width}×{height} pixels, expected at least {size}',
    zh: '图片“{actual}”为 {width}×{height} 像素，至少应为 {size}',
  },
  less: {
    en: 'Unexpected {actual} in `{key}`, expected {min} or more',
    zh: '字段“{key}”的 {actual} 过小，应不小于 {min}',
  },
  more: {
    en: 'Unexpected {actual} in `{key}`, expected {max} or less',
    zh: '字段“{key}”的 {actual} 过大，应不大于 {max}',
  },
  slug: {
    en: 'Unexpected `{mark}` in `{key}`, expected letters, digits and hyphens: it becomes part of an address',
    zh: '字段“{key}”会成为网址的一部分，不能有“{mark}”',
  },
  replace: { en: 'Replace with `{near}`', zh: '改为“{near}”' },
} as const satisfies Readonly<Record<string, Localized>>;

type Message = keyof typeof messages;
type Scalar = Extract<Value, { kind: 'scalar' }>;

export const badValue = defineCheck({
  id: 'bad-value',
  summary: {
    en: 'A field’s value is one that the house allows: a column of the site, a picture, an address.',
    zh: '字段的值应在本社许可的范围之内：已有的栏目、图片、网址等。',
  },
  scope: 'article',
  severity: 'error',
  messages,
  *run(article, { house, facts }): Iterable<Draft<Message>> {
    for (const { field, entry } of givenFields(article, house)) {
      if (isEmpty(entry.value)) continue;
      for (const value of scalarsOf(entry.value))
        yield* scalarFaults({ ...field, key: entry.key }, field, value, facts);
    }
  },
});

/** @param field with the name that the article gives it */
function* scalarFaults(field: Field, { key: own }: Field, value: Scalar, facts: Facts): Iterable<Draft<Message>> {
  const { key, values, maxLength, minLength, forbidden } = field;
  const { prose } = value;
  const actual = prose.rendered;
  const at = prose.at(0, actual.length);
  if (values !== undefined) yield* choiceFaults(field, values, value);
  if (maxLength !== undefined || minLength !== undefined) {
    const length = Math.ceil(widthOf(actual));
    if (maxLength !== undefined && length > maxLength)
      yield { message: 'too-long', data: { key, actual: length, max: maxLength }, at, severity: 'warning' };
    if (minLength !== undefined && length < minLength)
      yield { message: 'too-short', data: { key, actual: length, min: minLength }, at, severity: 'warning' };
  }
  if (forbidden !== undefined) {
    const marks = new Set(forbidden);
    let from = 0;
    for (const mark of actual) {
      const to = from + mark.length;
      if (marks.has(mark)) {
        yield { message: 'mark', data: { key, mark, known: forbidden }, at: prose.at(from, to) };
        break;
      }
      from = to;
    }
  }
  const path = facts.taken?.get(own)?.get(actual);
  if (field.unique && path !== undefined) yield { message: 'taken', data: { key, actual, path }, at };
  yield* typeFaults(field, value, facts);
  if (field.role === 'slug') {
    const found = /[\s/\\?#%:*"<>|&]/.exec(actual);
    if (found) yield { message: 'slug', data: { key, mark: found[0] }, at: prose.at(found.index, found.index + 1) };
  }
}

/** What a value must be by its type, beyond being text or a number. */
function* typeFaults(field: Field, value: Scalar, facts: Facts): Iterable<Draft<Message>> {
  const { key, formats, leastSize, least, most } = field;
  const actual = value.prose.rendered;
  const at = value.prose.at(0, actual.length);
  switch (itemType(field)) {
    case 'url':
      if (!isUrl(actual)) {
        const near = meantUrl(actual);
        const fix = { title: 'replace' as const, safe: false, prose: [{ from: 0, to: actual.length, text: near }] };
        yield { message: 'url', data: { key, actual, near }, at, fixes: isUrl(near) ? [fix] : [] };
      }
      break;
    case 'image':
      if (formats !== undefined) yield* formatFaults(key, value, formats);
      else if (!isOfFormat(actual, imageFormats)) yield { message: 'image', data: { key, actual }, at };
      if (leastSize !== undefined) yield* sizeFaults(value, leastSize, facts);
      break;
    case 'path':
      if (formats !== undefined) yield* formatFaults(key, value, formats);
      if (facts.files.get(actual) === false) yield { message: 'no-file', data: { key, actual }, at };
      break;
    case 'number':
      if (typeof value.value !== 'number') break;
      if (least !== undefined && value.value < least)
        yield { message: 'less', data: { key, actual: value.value, min: least }, at };
      if (most !== undefined && value.value > most)
        yield { message: 'more', data: { key, actual: value.value, max: most }, at };
      break;
    default:
  }
}

const isUrl = (text: string): boolean => /^https?:\/\/[^\s/]+/i.test(text);

/** An address whose scheme is left out, or was typed with full-width marks. */
function meantUrl(text: string): string {
  const plain = text.trim();
  const scheme = /^https?[:：][/／]{2}/i.exec(plain)?.[0] ?? '';
  if (scheme !== '') return `${scheme.normalize('NFKC')}${plain.slice(scheme.length)}`;
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[:/?#]\S*)?$/i.test(plain) ? `https://${plain}` : '';
}

/** Endings of pictures, without the dot. */
export const imageFormats: readonly string[] = ['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif', 'svg'];

/** Whether a path, the query of an address aside, ends so; `jpg` and `jpeg` are one. */
function isOfFormat(path: string, formats: readonly string[]): boolean {
  const ending = /\.([^./\\?#]+)(?:[?#].*)?$/s.exec(path)?.[1]?.toLowerCase();
  const plain = (format: string): string =>
    format
      .toLowerCase()
      .replace(/^\./, '')
      .replace(/^jpeg$/, 'jpg');
  return ending !== undefined && formats.some((format) => plain(format) === plain(ending));
}

function* formatFaults(key: string, { prose }: Scalar, formats: readonly string[]): Iterable<Draft<Message>> {
  const actual = prose.rendered;
  if (isOfFormat(actual, formats)) return;
  yield { message: 'format', data: { key, actual, known: formats.join(', ') }, at: prose.at(0, actual.length) };
}

function* sizeFaults({ prose }: Scalar, size: string, { sizes }: Facts): Iterable<Draft<Message>> {
  const actual = prose.rendered;
  const known = sizes?.get(actual);
  const [width = 0, height = 0] = size.split(/[x×*]/).map(Number);
  if (known === undefined || (known.width >= width && known.height >= height)) return;
  yield { message: 'too-small', data: { actual, size, ...known }, at: prose.at(0, actual.length), severity: 'warning' };
}

/** The quotation marks of a Chinese keyboard, and blanks, that stand round a value by mistake. */
const WRAPPING = /[“”‘’＂「」\s]/;

function unwrapped(word: string): string {
  let from = 0;
  let to = word.length;
  while (from < to && WRAPPING.test(word.charAt(from))) from++;
  while (to > from && WRAPPING.test(word.charAt(to - 1))) to--;
  return word.slice(from, to).toLowerCase();
}

function* choiceFaults(
  { key, open }: Field,
  values: NonNullable<Field['values']>,
  { prose }: Scalar,
): Iterable<Draft<Message>> {
  const actual = prose.rendered;
  if (values.some(({ value }) => value === actual)) return;
  const at = prose.at(0, actual.length);
  const plain = unwrapped(actual);
  const same = values.find(({ value, label, aliases }) =>
    [value, label, ...(aliases ?? [])].some((name) => name !== undefined && unwrapped(name) === plain),
  );
  const near =
    same?.value ??
    (open
      ? undefined
      : didYouMean(
          actual,
          values.map(({ value }) => value),
        ));
  if (near === undefined) {
    const known = values.map(({ value }) => value).join(', ');
    if (!open) yield { message: 'unknown', data: { key, actual, known }, at };
    return;
  }
  const fix = {
    title: 'replace' as const,
    safe: same !== undefined,
    prose: [{ from: 0, to: actual.length, text: near }],
  };
  yield { message: same ? 'same' : 'near', data: { key, actual, near }, at, fixes: [fix] };
}
