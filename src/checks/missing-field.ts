import type { Field, House, Stage } from '../house/house.ts';
import { stages } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import { insertFields } from '../model/edit-front-matter.ts';
import { yamlPlace } from '../model/read-yaml.ts';
import { clockIn } from '../model/written-date.ts';
import { writeScalar } from '../model/yaml-scalar.ts';
import { type Draft, defineCheck, type Facts } from './check.ts';
import {
  fieldOfRole,
  isBroken,
  isEmpty,
  isRead,
  isRequired,
  meantField,
  stageOf,
  titleHeading,
} from './front-matter-fields.ts';

type Message = 'one' | 'many' | 'empty' | 'add' | 'fill';

export const missingField = defineCheck({
  id: 'missing-field',
  summary: {
    en: 'The front matter has every field that the house requires at the article’s stage.',
    zh: '稿件信息应有本社在当前阶段要求的全部字段。',
  },
  scope: 'article',
  severity: 'error',
  messages: {
    one: {
      en: 'Unexpected front matter without {fields}, expected it from stage `{stage}` on',
      zh: '缺少{fieldsZh}（“{stageZh}”阶段起必填）',
    },
    many: {
      en: 'Unexpected front matter without {fields}, expected them from stage `{stage}` on',
      zh: '缺少{fieldsZh}（“{stageZh}”阶段起必填）',
    },
    empty: {
      en: 'Unexpected empty `{key}`, expected a value from stage `{stage}` on',
      zh: '{fieldsZh}没有填（“{stageZh}”阶段起必填）',
    },
    add: { en: 'Add {fields}', zh: '补上{fieldsZh}' },
    fill: { en: 'Fill in `{value}`', zh: '填上“{value}”' },
  },
  *run(article, { house, facts }): Iterable<Draft<Message>> {
    if (!isRead(article.frontMatter)) return;
    const stage = stageOf(article, house);
    const titled = titleHeading(article) !== undefined;
    const required = house.fields.filter((field) => isRequired(field, stage) && !(titled && field.role === 'title'));
    const valueFor = (field: Field): string | undefined => field.default ?? timeOf(field, stage, house, facts);
    yield* absentFields(article, house, required, valueFor);
    yield* emptyFields(article, house, required, valueFor);
  },
});

type ValueFor = (field: Field) => string | undefined;

/** Every field that is not there, in one finding with one fix. */
function* absentFields(
  article: Article,
  house: House,
  required: readonly Field[],
  valueFor: ValueFor,
): Iterable<Draft<Message>> {
  const { frontMatter, text } = article;
  const known = new Set(house.fields.map(({ key }) => key));
  const strange = frontMatter.entries.filter(({ key }) => !known.has(key));
  // What `unknown-field` will rename is not missing too.
  const given = new Set([
    ...frontMatter.entries.map(({ key }) => key),
    ...strange.map(({ key }) => meantField(frontMatter, house, key)?.key),
  ]);
  const absent = required.filter(({ key }) => !given.has(key));
  if (absent.length === 0) return;
  const fields = absent.map((field) => ({ key: field.key, yaml: written(valueFor(field)) }));
  const order = house.fields.map(({ key }) => key);
  const source = insertFields(frontMatter, text, fields, order);
  // The latest stage that asks for any of them is the one that lets none of them be left out.
  const latest = stages.findLast((stage) => absent.some((field) => field.required === stage)) ?? 'draft';
  yield {
    message: absent.length === 1 ? 'one' : 'many',
    data: {
      fields: absent.map(({ key }) => `\`${key}\``).join(', '),
      fieldsZh: absent.map(named).join('、'),
      ...stageWords(house, latest),
    },
    at: yamlPlace(frontMatter.range.start, frontMatter.range.start + 3),
    fixes: source.length > 0 ? [{ title: 'add', safe: false, source }] : [],
  };
}

/** A field that is there and says nothing. */
function* emptyFields(
  { frontMatter, text }: Article,
  house: House,
  required: readonly Field[],
  valueFor: ValueFor,
): Iterable<Draft<Message>> {
  for (const field of required) {
    const entry = frontMatter.entries.find(({ key }) => key === field.key);
    if (!entry || !isEmpty(entry.value) || isBroken(frontMatter, entry)) continue;
    const value = valueFor(field);
    const { start, end } = entry.value.at;
    const gap = /[ \t]$/.test(text.slice(0, start)) ? '' : ' ';
    const source = [{ start, end, text: gap + written(value) }];
    yield {
      message: 'empty',
      data: {
        key: field.key,
        fieldsZh: named(field),
        value: value ?? '',
        ...stageWords(house, field.required ?? 'draft'),
      },
      at: entry.keyAt,
      fixes: value === undefined || entry.value.kind !== 'null' ? [] : [{ title: 'fill', safe: false, source }],
    };
  }
}

/** A field as a Chinese message says it: `“栏目”（column）`. */
const named = ({ key, label }: Field): string => (label.zh === key ? `“${key}”` : `“${label.zh}”（${key}）`);

/** A stage for both languages: by its id, and by the house's own word for it. */
function stageWords(house: House, stage: Stage): { stage: string; stageZh: string } {
  const choice = fieldOfRole(house, 'stage')?.values?.find(({ value }) => value === stage);
  return { stage, stageZh: choice?.label ?? stage };
}

/** The present moment for the time of publication, once the article is being published. */
function timeOf(field: Field, stage: Stage, house: House, facts: Facts): string | undefined {
  if (field.role !== 'published' || stage !== 'published' || !Number.isFinite(facts.now)) return undefined;
  return clockIn(facts.now, house.timeZone).slice(0, field.type === 'date' ? 10 : 16);
}

const written = (value: string | undefined): string => (value === undefined ? '' : writeScalar(value));
