import type { Field } from '../house/house.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import type { Localized } from '../model/finding.ts';
import type { Value } from '../model/front-matter.ts';
import { type Draft, defineCheck } from './check.ts';
import { givenFields, isEmpty } from './front-matter-fields.ts';
import { widthOf } from './title-width.ts';

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
  *run(article, { house }): Iterable<Draft<Message>> {
    for (const { field, entry } of givenFields(article, house)) {
      if (isEmpty(entry.value)) continue;
      const scalars = entry.value.kind === 'list' ? entry.value.items : [entry.value];
      for (const value of scalars) if (value.kind === 'scalar') yield* scalarFaults(field, value);
    }
  },
});

function* scalarFaults(field: Field, value: Scalar): Iterable<Draft<Message>> {
  const { key, maxLength } = field;
  const { prose } = value;
  const actual = prose.rendered;
  const at = prose.at(0, actual.length);
  if (field.values !== undefined) yield* choiceFaults(field, field.values, value);
  if (maxLength !== undefined) {
    const length = Math.ceil(widthOf(actual));
    if (length > maxLength)
      yield { message: 'too-long', data: { key, actual: length, max: maxLength }, at, severity: 'warning' };
  }
  if (field.type === 'url' && !/^https?:\/\/[^\s/]+/i.test(actual)) yield { message: 'url', data: { key, actual }, at };
  if (field.type === 'image' && !/\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#].*)?$/i.test(actual))
    yield { message: 'image', data: { key, actual }, at };
  if (field.role === 'slug') {
    const found = /[\s/\\?#%:*"<>|&]/.exec(actual);
    if (found) yield { message: 'slug', data: { key, mark: found[0] }, at: prose.at(found.index, found.index + 1) };
  }
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
