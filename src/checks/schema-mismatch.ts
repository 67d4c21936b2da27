import { fieldOfKey } from '../house/field-keys.ts';
import type { SchemaError } from '../house/front-matter-schema.ts';
import type { Article } from '../model/article.ts';
import { type Localized, listed } from '../model/finding.ts';
import type { Entry, Value } from '../model/front-matter/front-matter.ts';
import { plainFields } from '../model/front-matter/plain-fields.ts';
import { yamlPlace } from '../model/front-matter/read-yaml.ts';
import { isBroken, isRead } from '../model/front-matter/values.ts';
import type { Place } from '../model/prose.ts';
import { type Draft, defineCheck } from './check.ts';

const messages = {
  required: {
    en: '`{key}` is missing: the schema requires it',
    zh: '缺少字段“{key}”（Schema 要求必填）',
  },
  type: { en: 'The schema takes {wanted} in `{key}`', zh: '字段“{key}”的类型不对，Schema 要求 {wanted}' },
  enum: {
    en: '`{key}` has no `{actual}`: choose from {wanted}',
    zh: '字段“{key}”没有“{actual}”这一项，可选：{wanted}',
  },
  unknown: { en: 'The schema has no field `{key}`', zh: '没有“{key}”这个字段（Schema 未定义）' },
  pattern: {
    en: '`{actual}` in `{key}` is not written as the schema has it: `{wanted}`',
    zh: '字段“{key}”的“{actual}”不合 Schema 要求的形式 {wanted}',
  },
  format: {
    en: '`{actual}` in `{key}` is not what the schema calls `{wanted}`',
    zh: '字段“{key}”的“{actual}”不是 Schema 要求的 {wanted}',
  },
  bound: {
    en: '`{key}` is against the schema, which says `{keyword}: {wanted}`',
    zh: '字段“{key}”不合 Schema 的规定 {keyword}: {wanted}',
  },
  other: {
    en: '`{key}` is not what the schema says under `{keyword}`',
    zh: '字段“{key}”不合 Schema 中“{keyword}”的规定',
  },
} as const satisfies Readonly<Record<string, Localized>>;

type Message = keyof typeof messages;

export const schemaMismatch = defineCheck({
  id: 'schema-mismatch',
  title: { en: 'Against the schema', zh: '不合 Schema' },
  summary: {
    en: 'The front matter meets the JSON Schema that the house names (`front-matter-schema`).',
    zh: '稿件信息应符合本社指定的 JSON Schema（`front-matter-schema`）。',
  },
  source: 'JSON Schema',
  scope: 'article',
  severity: 'error',
  messages,
  *run(article, { house, reading }): Iterable<Draft<Message>> {
    const { frontMatter } = article;
    if (house.schema === undefined || !isRead(frontMatter) || frontMatter.faults.length > 0) return;
    for (const error of house.schema.check(plainFields(frontMatter.entries))) {
      for (const missing of error.keyword === 'required' ? missingKeys(error, frontMatter.entries) : [undefined]) {
        const field = missing === undefined ? undefined : fieldOfKey(house, missing);
        // What the house asks for too is told once.
        if (error.path.length === 0 && field && reading.reasonFor(field, reading.stage)) continue;
        const draft = draftOf(error, article, missing);
        if (draft) yield draft;
      }
    }
  },
});

function draftOf(error: SchemaError, article: Article, missing: string | undefined): Draft<Message> | undefined {
  const { keyword, path, wanted } = error;
  const { frontMatter, text } = article;
  const found = placeOf(frontMatter.entries, path);
  if (found.entry && isBroken(frontMatter, found.entry)) return undefined;
  const fence = yamlPlace(frontMatter.range.start, frontMatter.range.start + 3);
  const at = keyword === 'additionalProperties' ? (found.keyAt ?? fence) : (found.at ?? fence);
  const key = missing ?? (path.filter((part) => !/^\d+$/.test(part)).at(-1) || 'front matter');
  const actual = text.slice(at.start, at.end).slice(0, 60);
  const data = { key, actual, keyword, wanted: said(wanted) };
  switch (keyword) {
    case 'required':
      return { message: 'required', data, at };
    case 'type':
    case 'enum':
    case 'pattern':
    case 'format':
      return { message: keyword, data, at };
    case 'const':
      return { message: 'enum', data, at };
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return { message: 'unknown', data, at };
    default:
      return { message: typeof wanted === 'number' ? 'bound' : 'other', data, at };
  }
}

/** Which of the required keys are not there: the error names the object only. */
function missingKeys({ path, wanted }: SchemaError, entries: readonly Entry[]): readonly string[] {
  const given = new Set(path.length === 0 ? entries.map(({ key }) => key) : namesAt(entries, path));
  return Array.isArray(wanted) ? wanted.map(String).filter((key) => !given.has(key)) : [];
}

function namesAt(entries: readonly Entry[], path: readonly string[]): readonly string[] {
  const { value } = placeOf(entries, path);
  return value?.kind === 'map' ? value.entries.map(({ key }) => key) : [];
}

interface Found {
  readonly entry?: Entry;
  readonly value?: Value;
  readonly at?: Place;
  readonly keyAt?: Place;
}

/** What stands at a path of the value, or as far along it as there is anything. */
function placeOf(entries: readonly Entry[], path: readonly string[]): Found {
  const entry = entries.find(({ key }) => key === path[0]);
  if (entry === undefined) return {};
  let value = entry.value;
  let keyAt: Place | undefined = entry.keyAt;
  for (const part of path.slice(1)) {
    const inner: Entry | undefined = value.kind === 'map' ? value.entries.find(({ key }) => key === part) : undefined;
    const next: Value | undefined = value.kind === 'list' ? value.items[Number(part)] : inner?.value;
    if (next === undefined) break;
    keyAt = inner?.keyAt;
    value = next;
  }
  const at = value.kind === 'null' || value.at.start === value.at.end ? (keyAt ?? value.at) : value.at;
  return { entry, value, at, ...(keyAt ? { keyAt } : {}) };
}

function said(wanted: unknown): string | Localized {
  if (Array.isArray(wanted)) return listed(wanted.slice(0, 20).map(one));
  return one(wanted);
}

function one(wanted: unknown): string {
  return typeof wanted === 'object' && wanted !== null ? '…' : String(wanted ?? '');
}
