import type { FieldRole } from '../house/house.ts';
import { writeScalar } from '../model/front-matter/yaml-scalar.ts';
import type { Decision } from './decision.ts';
import type { SeenField } from './field-seen.ts';
import type { Observation } from './observe.ts';
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
  const yaml = seen.dialects.find(({ value }) => value === 'yaml')?.count ?? 0;
  // Templates are written in YAML.
  if (total < 5 || share(yaml, total) < 0.5) return [];
  const roles = new Map([...seen.means].flatMap(([role, keys]) => keys.slice(0, 1).map((key) => [key, role] as const)));
  const fields = seen.fields
    .filter(({ key, count }) => share(count, total) > 0.5 && declared.some(({ id }) => id === `field:${key}`))
    .sort((a, b) => a.position - b.position);
  const lines = fields.flatMap((field) => {
    const value = slotOf(field, roles.get(field.key), total);
    return value === undefined ? [] : [`${field.key}: ${value}`];
  });
  if (lines.length === 0) return [];
  const text = ['---', ...lines, '---', '', ...body(seen), ''].join('\n');
  return [
    {
      id: 'template',
      question: 'where',
      title: { en: 'A template for new articles', zh: '新稿件的模板' },
      proposed: { en: 'templates/article.md', zh: 'templates/article.md' },
      evidence: {
        en: `${lines.length} fields that more than half of the articles give`,
        zh: `过半稿件都有的 ${lines.length} 个字段`,
      },
      pieces: [],
      others: { templates: [{ name: 'article.md', text }] },
    },
  ];
}

function slotOf(field: SeenField, role: FieldRole | undefined, total: number): string | undefined {
  const [usual] = field.values;
  const isSame = usual !== undefined && share(usual.count, field.count) >= 0.9;
  if (isSame && field.kinds.list === 0 && role === undefined) {
    const isText = field.kinds.text === field.count;
    return isText ? writeScalar(usual.value) : usual.value;
  }
  if (role !== undefined && slots.has(role)) return `{{${role}}}`;
  // What every article has must be filled in; the rest is there when somebody fills it in.
  return /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(field.key) &&
    share(field.count, total) >= nearlyAll &&
    field.kinds.boolean + field.kinds.number === 0
    ? `{{${field.key}}}`
    : undefined;
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
