import { entryOf, fieldOfKey, keysOf, nameIn, spellingOf } from '../house/field-keys.ts';
import { stampFor } from '../house/field-types.ts';
import type { Field, House, Stage } from '../house/house.ts';
import { stages } from '../house/house.ts';
import type { Article } from '../model/article.ts';

import type { MessageData } from '../model/finding.ts';
import { beforeComment, insertFields } from '../model/front-matter/edit-front-matter.ts';
import { yamlPlace } from '../model/front-matter/read-yaml.ts';
import { isBroken, isEmpty, isRead } from '../model/front-matter/values.ts';
import { writeScalar } from '../model/front-matter/yaml-scalar.ts';
import { objectsIn } from '../reading/fields.ts';
import type { Reading, Required } from '../reading/reading.ts';
import { stageWord } from '../reading/stage.ts';
import { type Draft, defineCheck, type Facts } from './check.ts';
import { slipOf } from './fields/key-slips.ts';

type Message = 'one' | 'many' | 'because' | 'inside' | 'empty' | 'empty-because' | 'add' | 'fill';

export const missingField = defineCheck({
  id: 'missing-field',
  title: { en: 'Missing field', zh: '缺字段' },
  summary: {
    en: 'The front matter has every field that the house requires at the article’s stage.',
    zh: '稿件信息应有本社在当前阶段要求的全部字段。',
  },
  scope: 'article',
  severity: 'error',
  serves: ['fields.*.required', 'fields.*.required-with'],
  messages: {
    one: {
      en: '{fields} is missing: it is needed from stage `{stage}` on',
      zh: '缺少{fieldsZh}（“{stageZh}”阶段起必填）',
    },
    many: {
      en: '{fields} are missing: they are needed from stage `{stage}` on',
      zh: '缺少{fieldsZh}（“{stageZh}”阶段起必填）',
    },
    because: {
      en: '{fields} is missing: `{because}` requires it',
      zh: '缺少{fieldsZh}（有“{because}”时必填）',
    },
    inside: { en: 'This item of `{key}` has no `{name}`', zh: '字段“{key}”的这一项缺少“{name}”' },
    'empty-because': {
      en: '`{key}` is empty: `{because}` requires it',
      zh: '{fieldsZh}没有填（有“{because}”时必填）',
    },
    empty: {
      en: '`{key}` is empty: it is needed from stage `{stage}` on',
      zh: '{fieldsZh}没有填（“{stageZh}”阶段起必填）',
    },
    add: { en: 'Add {all}', zh: '补上{allZh}' },
    fill: { en: 'Fill in `{value}`', zh: '填上“{value}”' },
  },
  *run(article, { house, facts, reading }): Iterable<Draft<Message>> {
    if (!isRead(article.frontMatter)) return;
    const { stage } = reading;
    const required = reading.required(stage);
    const valueFor = (field: Field): string | undefined => field.default ?? timeOf(field, stage, house, facts);
    yield* absentFields(article, house, required, valueFor);
    yield* emptyFields(article, house, required, valueFor);
    yield* inObjects(reading);
  },
});

type ValueFor = (field: Field) => string | undefined;

/** Every field that is not there, in one finding with one fix. */
function* absentFields(
  article: Article,
  house: House,
  required: readonly Required[],
  valueFor: ValueFor,
): Iterable<Draft<Message>> {
  const { frontMatter, text } = article;
  // What `unknown-field` will rename is not missing too.
  const meant = new Set(
    frontMatter.entries.map(({ key }) => (fieldOfKey(house, key) ?? slipOf(frontMatter, house, key)?.field)?.key),
  );
  const absent = required.filter(({ field }) => !meant.has(field.key));
  if (absent.length === 0) return;
  const spelling = spellingOf(frontMatter, house);
  const order = house.fields.map(keysOf);
  const added = (fields: readonly Field[]) =>
    insertFields(
      frontMatter,
      text,
      fields.map((field) => ({ key: nameIn(field, spelling), yaml: written(valueFor(field)) })),
      order,
    );
  const at = yamlPlace(frontMatter.range.start, frontMatter.range.start + 3);
  const words = (fields: readonly Field[]) => ({
    en: fields.map((field) => `\`${nameIn(field, spelling)}\``).join(', '),
    zh: fields.map((field) => named(field, nameIn(field, spelling))).join('、'),
  });
  const draft = (message: Message, about: readonly Field[], adds: readonly Field[], rest: MessageData) => {
    const source = added(adds);
    const data = {
      fields: words(about).en,
      fieldsZh: words(about).zh,
      all: words(adds).en,
      allZh: words(adds).zh,
      ...rest,
    };
    return { message, data, at, fixes: source.length > 0 ? [{ title: 'add' as const, safe: false, source }] : [] };
  };
  const staged = absent.filter(({ reason }) => 'stage' in reason).map(({ field }) => field);
  if (staged.length > 0) {
    // The latest stage that asks for any of them is the one that lets none of them be left out.
    const latest = stages.findLast((stage) => staged.some((field) => field.required === stage)) ?? 'draft';
    // One fix adds whatever is missing, for whatever reason.
    const all = absent.map(({ field }) => field);
    yield draft(staged.length === 1 ? 'one' : 'many', staged, all, stageWords(house, latest));
  }
  for (const { field, reason } of absent) {
    if ('because' in reason) yield draft('because', [field], [field], { because: reason.because });
  }
}

/** A field that is there and says nothing. */
function* emptyFields(
  { frontMatter, text }: Article,
  house: House,
  required: readonly Required[],
  valueFor: ValueFor,
): Iterable<Draft<Message>> {
  for (const { field, reason } of required) {
    const entry = entryOf(frontMatter, field);
    if (!entry || !isEmpty(entry.value) || isBroken(frontMatter, entry)) continue;
    const value = valueFor(field);
    const { start, end } = entry.value.at;
    const gap = /[ \t]$/.test(text.slice(0, start)) ? '' : ' ';
    const source = [{ start, end, text: gap + beforeComment(text, end, written(value)) }];
    yield {
      message: 'because' in reason ? 'empty-because' : 'empty',
      data: {
        key: entry.key,
        fieldsZh: named(field, entry.key),
        value: value ?? '',
        ...('because' in reason ? { because: reason.because } : stageWords(house, reason.stage)),
      },
      at: entry.keyAt,
      fixes: value === undefined || entry.value.kind !== 'null' ? [] : [{ title: 'fill', safe: false, source }],
    };
  }
}

/** A field as a Chinese message says it: `“栏目”（column）`. */
const named = ({ label }: Field, key: string): string => (label.zh === key ? `“${key}”` : `“${label.zh}”（${key}）`);

/** Objects of a list, or a map, without a field that each of them must have. */
function* inObjects({ given, stage }: Reading): Iterable<Draft<Message>> {
  for (const { field, entry } of given) {
    const wanted = (field.fields ?? []).filter(
      ({ required }) => required !== undefined && stages.indexOf(required) <= stages.indexOf(stage),
    );
    for (const object of objectsIn(field, entry.value))
      for (const { key: name } of wanted)
        if (!object.entries.some(({ key, value }) => key === name && !isEmpty(value)))
          yield { message: 'inside', data: { key: entry.key, name }, at: object.at };
  }
}

/** A stage for both languages: by its id, and by the house's own word for it. */
function stageWords(house: House, stage: Stage): { stage: string; stageZh: string } {
  return { stage, stageZh: stageWord(house, stage, 'zh') };
}

/** The present moment for the time of publication, once the article is being published. */
function timeOf(field: Field, stage: Stage, house: House, facts: Facts): string | undefined {
  if (field.role !== 'published' || stage !== 'published' || !Number.isFinite(facts.now)) return undefined;
  return stampFor(field, facts.now, house.timeZone);
}

const written = (value: string | undefined): string => (value === undefined ? '' : writeScalar(value));
