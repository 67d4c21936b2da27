import { isEmpty, isRequired, stageOf } from '../checks/front-matter-fields.ts';
import { checks } from '../checks/index.ts';
import type { Field, House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import type { Localized } from '../model/finding.ts';
import type { Range } from '../model/range.ts';
import { clockIn } from '../model/written-date.ts';
import { writeScalar } from '../model/yaml-scalar.ts';
import { aboutField } from './field-words.ts';
import { cursorIn } from './front-matter-cursor.ts';

/** Something that may be written at the cursor. */
export interface Completion {
  readonly kind: 'field' | 'value';
  /** What the list shows. */
  readonly label: string;
  /** Beside it, on one line. */
  readonly detail: Localized;
  /** Markdown about it. */
  readonly about: Localized;
  /** What is replaced; never more than the line of the cursor. */
  readonly range: Range;
  readonly text: string;
  /** The same with tab stops, as VS Code and LSP write snippets; absent where there is nothing to fill in. */
  readonly snippet?: string;
  /** What the typed letters are matched with, besides the label: aliases, labels. */
  readonly filter: string;
}

const nothing: Localized = { en: '', zh: '' };

/**
 * What may be written at `offset` of the front matter, the likeliest first: fields that are not there yet, required
 * ones first, and values of the field that the cursor is behind. Empty outside the front matter.
 *
 * @param now the present moment, milliseconds since the epoch
 */
export function completeFrontMatter(
  article: Article,
  house: House,
  offset: number,
  now: number,
): readonly Completion[] {
  const cursor = cursorIn(article, offset);
  if (cursor === undefined) return [];
  if (cursor.kind === 'key') return completeKeys(article, house, cursor.range, cursor.colon, now);
  const field = house.fields.find(({ key }) => key === cursor.key);
  if (field === undefined) return [];
  const choices = cursor.kind === 'value' || isListed(field) ? valuesOf(field, house, now) : [];
  return choices.map(({ value, label, about, filter }) => {
    const written = writeScalar(value, cursor.flow ? 'flow' : 'block');
    return {
      kind: 'value',
      label: value,
      detail: label,
      about: about ?? nothing,
      range: cursor.range,
      text: cursor.gap + written,
      filter: [value, ...(filter ?? [])].join(' '),
    };
  });
}

const isListed = ({ type }: Field): boolean => type === 'people' || type === 'list' || type === 'links';

interface Suggestion {
  readonly value: string;
  readonly label: Localized;
  readonly about?: Localized;
  readonly filter?: readonly string[];
}

/** Values that a field may take, as far as they are known. */
function valuesOf(field: Field, house: House, now: number): readonly Suggestion[] {
  if (field.role === 'allow') return checks.map(({ id, summary }) => ({ value: id, label: summary, about: summary }));
  switch (field.type) {
    case 'boolean':
      return [
        { value: 'true', label: { en: 'yes', zh: '是' } },
        { value: 'false', label: { en: 'no', zh: '否' } },
      ];
    case 'date':
      return [
        {
          value: clockIn(now, house.timeZone).slice(0, 10),
          label: { en: 'today', zh: '今天' },
          filter: ['today', '今天', '今日'],
        },
      ];
    case 'datetime': {
      const clock = clockIn(now, house.timeZone);
      return [
        { value: clock.slice(0, 16), label: { en: 'now', zh: '现在' }, filter: ['now', '现在'] },
        { value: clock.slice(0, 10), label: { en: 'today', zh: '今天' }, filter: ['today', '今天', '今日'] },
      ];
    }
    default: {
      const values = field.values ?? [];
      const choices = values.map(({ value, label = '', aliases = [] }) => ({
        value,
        label: { en: label, zh: label },
        filter: [label, ...aliases],
      }));
      const { default: usual } = field;
      if (usual === undefined || values.some(({ value }) => value === usual)) return choices;
      return [{ value: usual, label: { en: 'the usual', zh: '默认' } }, ...choices];
    }
  }
}

function completeKeys(
  article: Article,
  house: House,
  range: Range,
  colon: boolean,
  now: number,
): readonly Completion[] {
  const { entries } = article.frontMatter;
  const stage = stageOf(article, house);
  // The key under the cursor is being typed, and may be completed to itself.
  const given = new Set(
    entries.filter(({ keyAt }) => keyAt.end < range.start || keyAt.start > range.end).map(({ key }) => key),
  );
  const missing = house.fields.filter(({ key }) => !given.has(key));
  const wanted = missing.filter((field) => isRequired(field, stage));
  const others = missing.filter((field) => !isRequired(field, stage));
  return [...wanted, ...others].map((field) => {
    const required = isRequired(field, stage);
    return {
      kind: 'field',
      label: field.key,
      detail: required ? { en: `${field.label.en} (required)`, zh: `${field.label.zh}（必填）` } : field.label,
      about: aboutField(field),
      range,
      text: colon ? field.key : `${field.key}: `,
      ...(colon ? {} : { snippet: snippetOf(field, house, now) }),
      filter: `${field.key} ${field.label.zh} ${field.label.en}`,
    };
  });
}

/** The field with the shape of its value. */
function snippetOf(field: Field, house: House, now: number): string {
  const head = `${escapeSnippet(field.key)}: `;
  const values = valuesOf(field, house, now);
  const usual = field.default ?? (field.type === 'datetime' || field.type === 'date' ? values[0]?.value : undefined);
  if (field.role === 'allow')
    return `${head.trimEnd()}\n  - \${1|${values.map(({ value }) => escapeChoice(value)).join(',')}|}: \${2}`;
  if (field.type === 'links') return `${head.trimEnd()}\n  - title: \${1}\n    url: \${2}`;
  if (isListed(field)) return `${head}[\${1}]`;
  if (usual !== undefined) return `${head}\${1:${escapeSnippet(writeScalar(usual))}}`;
  if (values.length > 0)
    return `${head}\${1|${values.map(({ value }) => escapeChoice(writeScalar(value))).join(',')}|}`;
  return `${head}\${1}`;
}

const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
const escapeChoice = (text: string): string => text.replace(/[\\$},|]/g, '\\$&');

/** What to show when the mouse rests on the front matter. */
export interface FieldHover {
  readonly range: Range;
  /** Markdown. */
  readonly text: Localized;
}

/** What is known of the field at `offset`, on its key or its value; `undefined` elsewhere. */
export function hoverFrontMatter(article: Article, house: House, offset: number): FieldHover | undefined {
  const entry = article.frontMatter.entries.find(({ lines }) => lines.start <= offset && offset < lines.end);
  const field = house.fields.find(({ key }) => key === entry?.key);
  if (entry === undefined || field === undefined) return undefined;
  const { keyAt, value } = entry;
  const covers = ({ start, end }: Range): boolean => start <= offset && offset <= end;
  if (covers(keyAt)) return { range: { start: keyAt.start, end: keyAt.end }, text: aboutField(field) };
  if (isEmpty(value) || !covers(value.at)) return undefined;
  return { range: { start: value.at.start, end: value.at.end }, text: aboutField(field) };
}
