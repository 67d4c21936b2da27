import type { FieldRole } from '../house/house.ts';
import { isHeldBack } from '../house/stage-words.ts';
import { fillAll } from '../model/finding.ts';
import { writeScalar } from '../model/front-matter/yaml-scalar.ts';
import type { Decision } from './decision.ts';
import type { SeenField } from './field-seen.ts';
import type { Observation } from './observe.ts';
import { seeDates } from './see-dates.ts';
import { stageOfWord } from './stage-words.ts';
import { nearlyAll, share } from './tally.ts';

/** Slots of templates that are called by what they mean. */
const slots: ReadonlySet<FieldRole> = new Set([
  'title',
  'subtitle',
  'published',
  'column',
  'source',
  'reporters',
  'correspondents',
  'photographers',
  'editor',
]);

/** A template of an article as most are: the fields that more than half give, and where the byline stands. */
export function proposeTemplate(seen: Observation, declared: readonly Decision[]): readonly Decision[] {
  const total = seen.articles.length;
  const kind = (['yaml', 'toml', 'json', 'bare'] as const).find(
    (one) => share(seen.dialects.find(({ value }) => value === one)?.count ?? 0, total) >= 0.5,
  );
  if (total < 5 || kind === undefined) return [];
  const roles = new Map([...seen.means].flatMap(([role, keys]) => keys.slice(0, 1).map((key) => [key, role] as const)));
  // Where few articles are held back, one that is begun is: without its flag the site would show it.
  const isBegunWith = (key: string, often: number): boolean => often > 0.5 || roles.get(key) === 'stage';
  const fields = seen.fields
    .filter(
      ({ key, count }) => declared.some(({ id }) => id === `field:${key}`) && isBegunWith(key, share(count, total)),
    )
    .sort((a, b) => a.position - b.position);
  const written = fields.flatMap((field) => {
    const value = slotOf(field, roles.get(field.key), seen, kind);
    return value === undefined ? [] : [[field.key, value] as const];
  });
  if (written.length === 0) return [];
  const lines = frontMatter[kind](written);
  const text = [...lines, '', ...body(seen), ''].join('\n');
  return [
    {
      id: 'template',
      question: 'where',
      title: { en: 'A template for new articles', zh: '新稿件的模板' },
      proposed: { en: 'templates/article.md', zh: 'templates/article.md' },
      evidence: fillAll(
        { en: '{written} fields that more than half of the articles give', zh: '过半稿件都有的 {written} 个字段' },
        { written: written.length },
      ),
      pieces: [],
      others: { templates: [{ name: 'article.md', text }] },
    },
  ];
}

type Written = readonly (readonly [key: string, value: string])[];

/** Fields with their values as front matter of a dialect. */
const frontMatter = {
  yaml: (fields: Written) => ['---', ...fields.map(([key, value]) => `${key}: ${value}`), '---'],
  toml: (fields: Written) => ['+++', ...fields.map(([key, value]) => `${tomlKey(key)} = ${value}`), '+++'],
  bare: (fields: Written) => fields.map(([key, value]) => `${key}: ${value}`),
  json: (fields: Written) => [
    '{',
    ...fields.map(([key, value], index) => `  ${JSON.stringify(key)}: ${value}${index < fields.length - 1 ? ',' : ''}`),
    '}',
  ],
};

/** A text as a value. */
const writers: Readonly<Record<keyof typeof frontMatter, (text: string) => string>> = {
  // `toc: no` is a truth to YAML 1.1, and no text: it is written as it was.
  yaml: (text) => (/^(?:yes|no|on|off)$/i.test(text) ? text : writeScalar(text)),
  toml: (text) => JSON.stringify(text),
  json: (text) => JSON.stringify(text),
  bare: (text) => text,
};

const tomlKey = (key: string): string => (/^[\w-]+$/.test(key) ? key : JSON.stringify(key));

function slotOf(
  field: SeenField,
  role: FieldRole | undefined,
  seen: Observation,
  kind: keyof typeof frontMatter,
): string | undefined {
  const { kinds, count } = field;
  const write = writers[kind];
  // What objects there are is for whoever writes to say.
  if (kinds.map + kinds.maps > 0) return undefined;
  // What is begun is not for readers yet.
  if (role === 'stage' && kinds.boolean === count) return String(isHeldBack(field.key));
  if (role === 'stage' && kinds.text === count) {
    const word = field.values.find(({ value }) => stageOfWord(value, field.key) === 'draft')?.value;
    return word === undefined ? undefined : write(word);
  }
  const [usual] = field.values;
  const isSame = usual !== undefined && share(usual.count, count) >= 0.9;
  if (isSame && kinds.list === 0 && role === undefined) return kinds.text === count ? write(usual.value) : usual.value;
  if (role !== undefined && slots.has(role)) return `{{${role}}}`;
  // `Modified` of what is begun is the moment of its date, where both are written alike.
  if (role === undefined && isDatedAs(field, seen)) return '{{published}}';
  // What every article has must be filled in; the rest is there when somebody fills it in.
  return /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(field.key) &&
    share(count, seen.articles.length) >= nearlyAll &&
    kinds.boolean + kinds.number === 0
    ? `{{${field.key}}}`
    : undefined;
}

/** Whether a field holds dates that are written as those of publication are. */
function isDatedAs(field: SeenField, { fields, means }: Observation): boolean {
  const published = fields.find(({ key }) => key === means.get('published')?.[0]);
  if (published === undefined || field.dates < field.singles || field.singles === 0) return false;
  const [one, other] = [seeDates(field), seeDates(published)];
  return one.form === other.form && (one.times === 0) === (other.times === 0);
}

function body({ positions, bylines, signed, articles }: Observation): readonly string[] {
  if (bylines.forms.length === 0 || share(signed, articles.length) < 0.5) return ['{{cursor}}'];
  switch (positions[0]?.value) {
    case 'head':
      return ['{{byline}}{{cursor}}'];
    case 'under-title':
      return ['{{byline}}', '', '{{cursor}}'];
    case 'sign-off':
      return ['{{cursor}}{{byline}}'];
    default:
      return ['{{cursor}}', '', '{{byline}}'];
  }
}
