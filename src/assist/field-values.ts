import { rules } from '../checks/index.ts';
import { namesKey } from '../engine/newsroom-values.ts';
import { keysOf } from '../house/field-keys.ts';
import type { SuggestionSource } from '../house/field-types/field-type.ts';
import { itemType, stampFor, typesOfField } from '../house/field-types.ts';
import type { Field, House } from '../house/house.ts';

import type { Localized } from '../model/finding.ts';
import { writeScalar } from '../model/front-matter/yaml-scalar.ts';
import { typedAs } from '../model/pinyin.ts';
import { clockIn } from '../model/written-date.ts';

/** What is known around an article, for suggestions; what is absent is not known. */
export interface Surroundings {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Pictures of the newsroom, written as the article would refer to them, the nearest first. */
  images?(): readonly string[];
  /** Other files that a field may name, written so too. */
  files?(): readonly string[];
  /** Other articles, written so too, with their titles, the latest first. */
  articles?(): readonly { readonly path: string; readonly title: string }[];
  /** What other articles say in the field of these names (or under {@link namesKey}s), the most used first. */
  used?(names: readonly string[]): readonly string[];
}

/** A value that a field may take. */
export interface PossibleValue {
  readonly value: string;
  readonly label: Localized;
  readonly about?: Localized;
  /** What may be typed for it, besides the value. */
  readonly typed: readonly string[];
}

/** So many suggestions at most: of more, those that fit what is typed. */
export const mostSuggestions = 200;
const none: Localized = { en: '', zh: '' };

/**
 * Values that a field may take, as far as they are known, the likeliest first.
 *
 * @param inner in a list of links, which part of a link is asked for
 * @param typed what stands there already: it chooses where there are more than {@link mostSuggestions}
 */
export function valuesOf(
  field: Field,
  house: House,
  around: Surroundings,
  inner?: string,
  typed = '',
): readonly PossibleValue[] {
  if (field.role === 'allow') {
    return rules.map(({ id, title, summary }) => ({ value: id, label: title, about: summary, typed: [] }));
  }
  const own = choices(field);
  const { suggests } = typesOfField[itemType(field)];
  return [...own, ...suggests.flatMap((source) => fromSource[source]({ field, house, around, own, inner, typed }))];
}

/** What is asked: see {@link valuesOf}. `own` are the house's values. */
interface Asked {
  readonly field: Field;
  readonly house: House;
  readonly around: Surroundings;
  readonly own: readonly PossibleValue[];
  readonly inner: string | undefined;
  readonly typed: string;
}

/** What each source has to suggest for a field. */
const fromSource: Readonly<Record<SuggestionSource, (asked: Asked) => readonly PossibleValue[]>> = {
  used: usedElsewhere,
  pictures: ({ around, typed }) => fitting(around.images?.() ?? [], typed, (path) => [path]).map(plain),
  files: ({ field, around, typed }) => fitting(pathsFor(field, around), typed, (path) => [path]).map(plain),
  articles: linkValues,
  now: ({ field, house, around }) => [
    {
      value: stampFor(field, around.now, house.timeZone),
      label: { en: 'now', zh: '现在' },
      typed: ['now', '现在'],
    },
  ],
  today: ({ house, around }) => [
    {
      value: clockIn(around.now, house.timeZone).slice(0, 10),
      label: { en: 'today', zh: '今天' },
      typed: ['today', '今天', '今日'],
    },
  ],
};

/** The files that a field may name, by its formats. */
function pathsFor({ formats }: Field, { files }: Surroundings): readonly string[] {
  const endings = formats?.map((format) => `.${format.toLowerCase().replace(/^\./, '')}`);
  return (files?.() ?? []).filter((path) => endings?.some((ending) => path.toLowerCase().endsWith(ending)) ?? true);
}

/** The house's values and those of the type, and what a new article starts with. */
function choices(field: Field): readonly PossibleValue[] {
  const listed = (field.values ?? []).map(({ value, label = '', aliases = [] }) => ({
    value,
    label: { en: label, zh: label },
    typed: [label, ...aliases, ...typedAs(value), ...typedAs(label)].filter((word) => word !== ''),
  }));
  const fixed = typesOfField[itemType(field)].fixed ?? [];
  const values = [...listed, ...fixed.map(({ value, label }) => ({ value, label, typed: [] }))];
  const usual = field.default;
  if (usual === undefined || values.some(({ value }) => value === usual)) return values;
  return [{ value: usual, label: { en: 'the usual', zh: '默认' }, typed: typedAs(usual) }, ...values];
}

/** Names that a map may have: those that other articles give it, the most used first. */
export function namesOf(field: Field, around: Surroundings): readonly PossibleValue[] {
  if (typesOfField[field.type].shape !== 'map') return [];
  const used = around.used?.(keysOf(field).map(namesKey)) ?? [];
  return used.slice(0, mostSuggestions).map((value) => ({
    value,
    label: { en: 'used elsewhere', zh: '其他稿件用过' },
    typed: typedAs(value),
  }));
}

/** What other articles say: tags of a list, and values of a choice that is open. */
function usedElsewhere({ field, around, own, typed }: Asked): readonly PossibleValue[] {
  const shared = typesOfField[field.type].shape === 'many' || field.open === true;
  if (!shared || field.unique === true) return [];
  const known = new Set(own.map(({ value }) => value));
  const used = (around.used?.(keysOf(field)) ?? []).filter((value) => !known.has(value));
  return fitting(used, typed, (value) => [value, ...typedAs(value)]).map((value) => ({
    value,
    label: { en: 'used elsewhere', zh: '其他稿件用过' },
    typed: typedAs(value),
  }));
}

function linkValues({ around: { articles }, inner, typed }: Asked): readonly PossibleValue[] {
  const words = (title: string): readonly string[] => typedAs(title.slice(0, 6));
  const fit = fitting(articles?.() ?? [], typed, ({ path, title }) => [title, path, ...words(title)]);
  return fit.map(({ path, title }) => {
    const label = { en: inner === 'title' ? path : title, zh: inner === 'title' ? path : title };
    return { value: inner === 'title' ? title : path, label, typed: [title, path, ...words(title)] };
  });
}

/** Of too many those that hold what is typed. */
function fitting<T>(all: readonly T[], typed: string, words: (one: T) => readonly string[]): readonly T[] {
  if (all.length <= mostSuggestions) return all;
  const wanted = typed.trim().toLowerCase();
  const fit: T[] = [];
  for (const one of all) {
    if (wanted === '' || words(one).some((word) => word.toLowerCase().includes(wanted))) fit.push(one);
    if (fit.length >= mostSuggestions) break;
  }
  return fit;
}

const plain = (value: string): PossibleValue => ({ value, label: none, typed: [] });

/** A field with the shape of its value, as a snippet; `name` is how the article names it. */
export function snippetOf(field: Field, name: string, house: House, around: Surroundings): string {
  const key = escapeSnippet(name);
  if (field.role === 'allow') {
    const ids = rules.map(({ id }) => escapeChoice(id)).join(',');
    return `${key}:\n  - \${1|${ids}|}: \${2}`;
  }
  const { ofMoment, fixed, scalar } = typesOfField[itemType(field)];
  const usual = field.default ?? (ofMoment && stampFor(field, around.now, house.timeZone));
  switch (typesOfField[field.type].shape) {
    case 'links':
      return `${key}:\n  - title: \${1}\n    url: \${2}`;
    case 'map':
      return `${key}:\n  \${1}: \${2}`;
    case 'many':
      if (field.fields) {
        const lines = field.fields.map((inner, index) => `${escapeSnippet(writeScalar(inner.key))}: \${${index + 1}}`);
        return `${key}:\n  - ${lines.join('\n    ')}`;
      }
      return field.alone === 'text' ? `${key}: \${1}` : `${key}: [\${1}]`;
    default: {
      if (usual !== undefined) return `${key}: \${1:${escapeSnippet(writeScalar(usual))}}`;
      const known = field.values || fixed ? choices(field) : [];
      if (known.length === 0) return `${key}: \${1}`;
      const listed = known.map(({ value }) => escapeChoice(scalar === 'text' ? writeScalar(value) : value));
      return `${key}: \${1|${listed.join(',')}|}`;
    }
  }
}

const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
const escapeChoice = (text: string): string => text.replace(/[\\$},|]/g, '\\$&');
