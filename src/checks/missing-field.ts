import type { Field } from '../house/house.ts';
import { stages } from '../house/house.ts';
import { insertFields } from '../model/edit-front-matter.ts';
import { yamlPlace } from '../model/read-yaml.ts';
import { clockIn } from '../model/written-date.ts';
import { writeScalar } from '../model/yaml-scalar.ts';
import { defineCheck } from './check.ts';
import { isBroken, isEmpty, isRead, isRequired, stageOf, titleHeading } from './front-matter-fields.ts';

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
      zh: '缺少字段：{fields}（“{stage}”阶段起必填）',
    },
    many: { en: 'Unexpected front matter without {fields}, expected all of them at stage `{stage}`', zh: '缺少字段：{fields}（“{stage}”阶段必填）' },
    empty: {
      en: 'Unexpected empty `{key}`, expected a value from stage `{stage}` on',
      zh: '字段“{key}”没有填（“{stage}”阶段起必填）',
    },
    add: { en: 'Add {fields}', zh: '补上 {fields}' },
    fill: { en: 'Fill in `{value}`', zh: '填上“{value}”' },
  },
  *run(article, { house, facts }) {
    const { frontMatter, text } = article;
    if (!isRead(frontMatter)) return;
    const stage = stageOf(article, house);
    const now = (field: Field): string | undefined => {
      // The moment of publication can be known only when the article is being published.
      if (field.role !== 'published' || stage !== 'published' || !Number.isFinite(facts.now)) return undefined;
      return clockIn(facts.now, house.timeZone).slice(0, field.type === 'date' ? 10 : 16);
    };
    const valueFor = (field: Field): string | undefined => field.default ?? now(field);
    const titled = titleHeading(article) !== undefined;
    const required = house.fields.filter((field) => isRequired(field, stage) && !(titled && field.role === 'title'));
    const absent = required.filter(({ key }) => !frontMatter.entries.some((entry) => entry.key === key));
    if (absent.length > 0) {
      const fields = absent.map((field) => ({ key: field.key, yaml: writeOr(valueFor(field)) }));
      const edits = insertFields(frontMatter, text, fields, house.fields.map(({ key }) => key));
      // A field required long since names its own stage; several name the stage that the article is at.
      const from = absent.length === 1 ? (absent[0]?.required ?? stage) : (stages.findLast((one) => absent.some((field) => field.required === one)) ?? stage);
      yield {
        message: absent.length === 1 ? 'one' : 'many',
        data: { fields: absent.map(({ key }) => `\`${key}\``).join(', '), stage: from },
        at: yamlPlace(frontMatter.range.start, frontMatter.range.start + 3),
        fixes: edits.length > 0 ? [{ title: 'add', safe: false, source: edits }] : [],
      };
    }
    for (const field of required) {
      const entry = frontMatter.entries.find(({ key }) => key === field.key);
      if (!entry || !isEmpty(entry.value) || isBroken(frontMatter, entry)) continue;
      const value = valueFor(field);
      const { start, end } = entry.value.at;
      const gap = /[ \t]$/.test(text.slice(0, start)) ? '' : ' ';
      const edit = { start, end, text: gap + writeOr(value) };
      yield {
        message: 'empty',
        data: { key: field.key, stage: field.required ?? stage, value: value ?? '' },
        at: entry.keyAt,
        fixes: value === undefined || entry.value.kind !== 'null' ? [] : [{ title: 'fill', safe: false, source: [edit] }],
      };
    }
  },
});

const writeOr = (value: string | undefined): string => (value === undefined ? '' : writeScalar(value));
