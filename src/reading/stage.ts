import { entryOf, fieldOfKey, fieldOfRole } from '../house/field-keys.ts';
import { type Field, type House, type Stage, stages } from '../house/house.ts';
import { isChineseHouse } from '../house/language.ts';
import { stageSaid, stageWritten } from '../house/stage-words.ts';
import type { Article } from '../model/article.ts';
import { inLocale, type Locale, type Localized } from '../model/finding.ts';
import { isEmpty, scalarsOf } from '../model/front-matter/values.ts';

/**
 * The stage that an article says it is at, by its field or by where it lies, aliases and labels understood; `undefined`
 * where neither says one.
 */
export function saidStage({ frontMatter }: Pick<Article, 'frontMatter'>, house: House): Stage | undefined {
  const field = fieldOfRole(house, 'stage');
  if (field === undefined) return house.stageOfPlace;
  const value = entryOf(frontMatter, field)?.value;
  if (value === undefined || value.kind === 'null') return house.stageOfPlace ?? stageSaid(field, undefined);
  if (value.kind !== 'scalar') return undefined;
  return stageSaid(field, typeof value.value === 'boolean' ? value.value : String(value.value));
}

/** Whether a field must be filled in at a stage, whatever else an article says. */
function isRequired(field: Field, stage: Stage): boolean {
  return field.required !== undefined && stages.indexOf(field.required) <= stages.indexOf(stage);
}

/** Why a field must be filled in: from a stage on, or because of what another field says. */
export type Reason = { readonly stage: Stage } | { readonly because: string };

/**
 * Why a field must be filled in at a stage: from a stage on, or because of what another field says (`field` or
 * `field=value`); `undefined` when it need not be.
 */
export function reasonFor(
  field: Field,
  article: Pick<Article, 'frontMatter'>,
  house: House,
  stage: Stage,
): Reason | undefined {
  if (field.required !== undefined && isRequired(field, stage)) return { stage: field.required };
  const because = field.requiredWith?.find((condition) => {
    const [key = '', wanted] = condition.split('=').map((part) => part.trim());
    const entry = entryOf(article.frontMatter, fieldOfKey(house, key));
    if (entry === undefined || isEmpty(entry.value)) return false;
    return wanted === undefined || scalarsOf(entry.value).some(({ value }) => String(value) === wanted);
  });
  return because === undefined ? undefined : { because };
}

/** What stages are called where a house has no words of its own. */
export const stageWords: Readonly<Record<Stage, Localized>> = {
  draft: { en: 'Draft', zh: '草稿' },
  ready: { en: 'Ready', zh: '待发' },
  published: { en: 'Published', zh: '已发' },
};

/** A value that is a word of the house's own in a language, and no id of ours or in another script. */
function ownWord(value: string | undefined, locale: Locale): string | undefined {
  if (value === undefined || stages.some((stage) => stage === value)) return undefined;
  return /\p{Script=Han}/u.test(value) === (locale !== 'en') ? value : undefined;
}

/** A stage in the reader's language: in the house's own word where the house speaks that language. */
export function stageWord(house: House, stage: Stage, locale: Locale): string {
  const speaks = isChineseHouse(house) ? 'zh' : 'en';
  const field = fieldOfRole(house, 'stage');
  if (speaks !== locale) return inLocale(stageWords[stage], locale);
  const own = field?.values?.find(({ value }) => value === stageWritten(field, stage));
  return own?.label ?? ownWord(own?.value, locale) ?? inLocale(stageWords[stage], locale);
}
