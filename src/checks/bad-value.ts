import type { ListedValue, Scalar } from '../house/field-types/field-type.ts';
import { type TypeMessage, typeMessages, typesOfField } from '../house/field-types.ts';
import type { Field, House } from '../house/house.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { type Localized, listed } from '../model/finding.ts';
import { isEmpty, scalarsOf } from '../model/front-matter/values.ts';
import { type Draft, defineCheck, type Facts } from './check.ts';
import { widthOf } from './copy/title-width.ts';
import { typeDrafts } from './fields/type-faults.ts';

/** What is said whatever the type: of values that the house lists, of lengths and marks. */
const ofSettings = {
  near: {
    en: '`{key}` has no `{actual}`: did you mean `{near}`?',
    zh: '字段“{key}”没有“{actual}”这一项，是“{near}”吗？',
  },
  same: {
    en: 'The house writes `{near}` in `{key}`, not `{actual}`',
    zh: '字段“{key}”的“{actual}”应写作“{near}”',
  },
  unknown: {
    en: '`{key}` has no `{actual}`: choose from {known}',
    zh: '字段“{key}”没有“{actual}”这一项，可选：{known}',
  },
  'too-long': {
    en: '`{key}` is {actual} characters long; the limit is {max}',
    zh: '字段“{key}”有 {actual} 字，最多 {max} 字',
  },
  'too-short': {
    en: '`{key}` is only {actual} characters long; it needs {min}',
    zh: '字段“{key}”有 {actual} 字，最少 {min} 字',
  },
  mark: { en: '`{key}` takes no `{mark}`', zh: '字段“{key}”里不能有“{mark}”' },
  taken: {
    en: '`{actual}` in `{key}` is taken: {path} has it',
    zh: '字段“{key}”的“{actual}”已被 {path} 使用，请另起一个',
  },
  slug: {
    en: '`{key}` becomes part of an address: only letters, digits and hyphens, no `{mark}`',
    zh: '字段“{key}”会成为网址的一部分，只能用字母、数字和连字符，不能有“{mark}”',
  },
  replace: { en: 'Write `{near}`', zh: '改为“{near}”' },
} as const satisfies Readonly<Record<string, Localized>>;

type Message = keyof typeof ofSettings | TypeMessage<'bad-value'>;

export const badValue = defineCheck({
  id: 'bad-value',
  title: { en: 'Value not allowed', zh: '不可用的值' },
  summary: {
    en: 'A field’s value is one that the house allows: a column of the site, a picture, an address.',
    zh: '字段的值应在本社许可的范围之内：已有的栏目、图片、网址等。',
  },
  scope: 'article',
  severity: 'error',
  serves: ['fields'],
  messages: { ...typeMessages('bad-value'), ...ofSettings },
  *run(_article, { house, facts, reading }): Iterable<Draft<Message>> {
    for (const { field, entry } of reading.measured) {
      // What an object holds is looked at field by field.
      if (isEmpty(entry.value) || field.fields) continue;
      // Names with values where none belong are another check's to tell; what each of them is nobody has said.
      if (entry.value.kind === 'map' && typesOfField[field.type].shape !== 'map') continue;
      const named = entry.key === field.key ? field : { ...field, key: entry.key };
      for (const value of scalarsOf(entry.value)) yield* scalarFaults(named, field, value, house, facts);
    }
  },
});

/** @param field with the name that the article gives it */
function* scalarFaults(
  field: Field,
  { key: own }: Field,
  value: Scalar,
  house: House,
  facts: Facts,
): Iterable<Draft<Message>> {
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
  yield* typeDrafts('bad-value', key, field, value, house, facts, 'replace');
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
  values: readonly ListedValue[],
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
    const known = listed(values.map(({ value }) => value));
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
