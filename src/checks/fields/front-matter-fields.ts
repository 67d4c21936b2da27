import { entryOf, fieldOfKey, keysOf, nameIn, spellingOf } from '../../house/field-keys.ts';
import type { Field, FieldRole, House, Stage } from '../../house/house.ts';
import { stages } from '../../house/house.ts';
import type { Article } from '../../model/article.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import type { Entry, FrontMatter, Value } from '../../model/front-matter/front-matter.ts';

/** A field of the house with the entry that gives it, whose YAML is sound. */
export interface GivenField {
  readonly field: Field;
  readonly entry: Entry;
}

/** The fields that an article gives, in written order; of a duplicate the first. */
export function* givenFields(article: Article, house: House): Iterable<GivenField> {
  const { frontMatter } = article;
  const seen = new Set<string>();
  for (const entry of frontMatter.entries) {
    const field = fieldOfKey(house, entry.key);
    if (field === undefined || seen.has(field.key)) continue;
    seen.add(field.key);
    if (!isBroken(frontMatter, entry)) yield { field, entry };
  }
}

/** Whether the YAML of an entry has a fault: what it says is not known yet, so nothing is said about it. */
export function isBroken({ faults }: FrontMatter, { lines }: Entry): boolean {
  return faults.some(
    ({ at }) => at.start < lines.end && (at.end > lines.start || at.start === lines.start) && at.start >= lines.start,
  );
}

/** Whether a value says nothing: none, an empty text, an empty list. */
export function isEmpty(value: Value): boolean {
  if (value.kind === 'null') return true;
  if (value.kind === 'scalar') return typeof value.value === 'string' && value.value.trim() === '';
  return value.kind === 'list' ? value.items.length === 0 : value.kind === 'map' && value.entries.length === 0;
}

/** The house's field for a role. */
export function fieldOfRole(house: House, role: FieldRole): Field | undefined {
  return house.fields.find((field) => field.role === role);
}

/** The stage that an article says it is at, aliases and labels understood; a draft unless it says otherwise. */
export function stageOf(article: Article, house: House): Stage {
  const field = fieldOfRole(house, 'stage');
  const value = entryOf(article.frontMatter, field)?.value;
  const said = value?.kind === 'scalar' ? String(value.value) : undefined;
  const choice = field?.values?.find(
    ({ value: known, label, aliases }) =>
      known === said || label === said || (said !== undefined && aliases?.includes(said)),
  );
  return stages.find((stage) => stage === (choice?.value ?? said)) ?? 'draft';
}

/** Whether a field must be filled in at a stage. */
export function isRequired(field: Field, stage: Stage): boolean {
  return field.required !== undefined && stages.indexOf(field.required) <= stages.indexOf(stage);
}

/** The single values of a field: the value itself, the items of a list, what stands under the names of a map. */
export function scalarsOf(value: Value): readonly Extract<Value, { kind: 'scalar' }>[] {
  if (value.kind === 'scalar') return [value];
  if (value.kind === 'list') return value.items.flatMap((item) => (item.kind === 'scalar' ? [item] : []));
  return value.kind === 'map' ? value.entries.flatMap((entry) => scalarsOf(entry.value)) : [];
}

/**
 * Why a field must be filled in at this stage: from a stage on, or because of what another field says (`field` or
 * `field=value`); `undefined` when it need not be.
 */
export function reasonFor(
  field: Field,
  article: Article,
  house: House,
  stage: Stage,
): { readonly stage: Stage } | { readonly because: string } | undefined {
  if (field.required !== undefined && isRequired(field, stage)) return { stage: field.required };
  const because = field.requiredWith?.find((condition) => {
    const [key = '', wanted] = condition.split('=').map((part) => part.trim());
    const entry = entryOf(article.frontMatter, fieldOfKey(house, key));
    if (entry === undefined || isEmpty(entry.value)) return false;
    return wanted === undefined || scalarsOf(entry.value).some(({ value }) => String(value) === wanted);
  });
  return because === undefined ? undefined : { because };
}

/** The body's first heading of level 1, which counts as the title of an article that gives none. */
export function titleHeading(article: Article): Article['passages'][number] | undefined {
  return article.passages.find(
    ({ kind, level, prose }) => kind === 'heading' && level === 1 && prose.text.trim() !== '',
  );
}

/** The field that a key was meant to be. */
export interface MeantField {
  readonly field: Field;
  /** The name to write: that of the house, or its other name where the article's fields have those. */
  readonly key: string;
  /** The key is the field in other letters or by its label: `标题`, `Title`, `original-title`. */
  readonly certain: boolean;
}

/** The field that a key the house does not know was meant to be, unless the article gives that one too. */
export function meantField(frontMatter: FrontMatter, house: House, key: string): MeantField | undefined {
  const bare = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '');
  const plain = bare(key);
  const same = house.fields.find((field) =>
    [...keysOf(field), field.label.zh, field.label.en].some((name) => bare(name) === plain),
  );
  const near = same === undefined ? didYouMean(key, house.fields.flatMap(keysOf)) : undefined;
  const field = same ?? (near === undefined ? undefined : fieldOfKey(house, near));
  if (field === undefined || entryOf(frontMatter, field) !== undefined) return undefined;
  // A slip in an English name was meant to be English, whatever the others are.
  const name = near ?? nameIn(field, spellingOf(frontMatter, house));
  return { field, key: name, certain: same !== undefined };
}

/** Faults with which nothing is known of what the front matter holds. */
const unread: ReadonlySet<string> = new Set(['too-long', 'too-deep', 'too-many-keys', 'too-complex', 'not-a-map']);

/** Whether the fields of the front matter are known, so that one can be said to be missing. */
export function isRead({ kind, faults }: FrontMatter): boolean {
  return kind === 'yaml' && !faults.some(({ code }) => unread.has(code));
}
