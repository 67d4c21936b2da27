import { rules, titleOf } from '../checks/index.ts';
import { entryOf, fieldOfKey } from '../house/field-keys.ts';
import type { ListedValue } from '../house/field-types/field-type.ts';
import type { FieldType } from '../house/field-types.ts';
import type { Field, House } from '../house/house.ts';
import { addItem, setSetting, type Written } from '../house/house-edit.ts';
import { staffLists } from '../house/staff.ts';
import type { Article } from '../model/article.ts';
import { type Finding, fillAll, type Localized } from '../model/finding.ts';
import type { Value } from '../model/front-matter/front-matter.ts';
import { scalarsOf, textOf } from '../model/front-matter/values.ts';
import type { Range, TextEdit } from '../model/range.ts';
import { isNoDate, readDate } from '../model/written-date.ts';
import { meantField } from '../reading/fields.ts';
import { readingOf } from '../reading/reading.ts';
import { rolesOfKey } from '../setup/field-words.ts';
import { seeByline, seeCredit } from '../setup/see-signature.ts';
import { formOfOne } from '../setup/see-signatures.ts';

/** What a finding can teach the house: one change of one place of its file, or of its list of people. */
export interface Lesson {
  readonly title: Localized;
  readonly file: 'house' | 'staff';
  /** The finding stays, and is less grave. */
  readonly lowers?: true;
  /** The edit that teaches it to a file of this text; `undefined` where the file leaves no sure place. */
  edit(text: string): TextEdit | undefined;
}

/**
 * What a finding can teach: a name or a field that the house did not know, a value, a form, a colleague; and that the
 * house wants to hear less of a check.
 */
export function lessonsOf(finding: Finding, article: Article, house: House): readonly Lesson[] {
  const own = byCheck[finding.check]?.(finding, article, house) ?? [];
  return [...own, ...quieter(finding, house)];
}

type Teach = (finding: Finding, article: Article, house: House) => readonly Lesson[];

const byCheck: Readonly<Record<string, Teach>> = {
  'unknown-field': newField,
  'bad-value': newValue,
  'malformed-byline': newByline,
  'malformed-credit': newCredit,
  'unknown-person': newColleague,
};

const setting = (title: Localized, path: readonly string[], value: Written): Lesson => ({
  title,
  file: 'house',
  edit: (text) => setSetting(text, path, value),
});

const item = (title: Localized, path: readonly string[], value: Written, before: readonly Written[]): Lesson => ({
  title,
  file: 'house',
  edit: (text) => addItem(text, path, value, before),
});

/** A field that the house does not know is another name of one that it knows, or one of its own. */
function newField({ at }: Finding, article: Article, house: House): readonly Lesson[] {
  const entry = article.frontMatter.entries.find(({ keyAt }) => keyAt.start === at.start);
  if (entry === undefined) return [];
  const { key } = entry;
  const lessons: Lesson[] = [];
  const field = otherNameOf(key, entry.value, article, house);
  if (field) {
    const label = field.label.zh === field.key ? '' : fillAll({ en: '', zh: '（{label}）' }, { label: field.label });
    const title = fillAll(
      {
        en: 'Add `{key}` to the house as another name of `{other}`',
        zh: '把“{key}”加入本社规范，作为“{other}”{label}的别名',
      },
      { key, other: field.key, label },
    );
    lessons.push(item(title, ['fields', field.key, 'aliases'], key, field.aliases ?? []));
  }
  const title = fillAll({ en: 'Add field `{key}` to the house', zh: '把字段“{key}”加入本社规范' }, { key });
  lessons.push(setting(title, ['fields', key], { type: typeOf(entry.value) }));
  return lessons;
}

/** The field that is meant by a name that newsrooms and generators use for the like; not one that the article gives. */
function otherNameOf(key: string, value: Value, article: Article, house: House): Field | undefined {
  const { frontMatter } = article;
  const meant = rolesOfKey(key)
    .map(([role]) => readingOf(article, house).field(role))
    .find((field) => field !== undefined && entryOf(frontMatter, field) === undefined && fits(value, field));
  return meant ?? meantField(frontMatter, house, key)?.field;
}

/** Whether a value may be one of a field: `draft: true` is no stage of a list, a map is no text. */
function fits(value: Value, { type }: Field): boolean {
  const kind = typeOf(value);
  if (kind === 'boolean' || type === 'boolean') return kind === type;
  return value.kind !== 'map' || type === 'map' || type === 'links';
}

/** What a field of a value is declared as. */
function typeOf(value: Value): FieldType {
  if (value.kind === 'list') return value.items.some(({ kind }) => kind === 'map') ? 'links' : 'list';
  if (value.kind === 'map') return 'map';
  if (value.kind !== 'scalar') return 'text';
  if (typeof value.value === 'boolean') return 'boolean';
  const text = textOf(value) ?? '';
  if (typeof value.value === 'string' && !isNoDate(readDate(text))) return 'datetime';
  if (/^https?:\/\//i.test(text)) return 'url';
  return typeof value.value === 'number' ? 'number' : 'text';
}

/** A value that the house does not list. */
function newValue({ at }: Finding, { frontMatter }: Article, house: House): readonly Lesson[] {
  const entry = frontMatter.entries.find((one) => within(at, one.lines));
  const field = entry && fieldOfKey(house, entry.key);
  const scalar = entry && scalarsOf(entry.value).find((one) => within(at, one.at));
  const text = scalar && textOf(scalar);
  if (field?.values === undefined || field.open || text === undefined) return [];
  if (field.values.some(({ value, aliases }) => value === text || aliases?.includes(text))) return [];
  const column = field.role === 'column';
  const title = {
    en: column ? `Add “${text}” to the columns` : `Add “${text}” to the values of \`${field.key}\``,
    zh: column ? `把“${text}”加入栏目` : `把“${text}”加入“${field.label.zh}”的可选值`,
  };
  return [item(title, ['fields', field.key, 'values'], text, field.values.map(listed))];
}

function listed({ value, label, aliases }: ListedValue): Written {
  if (label === undefined && aliases === undefined) return value;
  return { value, ...(label === undefined ? {} : { label }), ...(aliases === undefined ? {} : { aliases }) };
}

const within = (inner: Range, outer: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** A byline that the house writes, too. */
function newByline({ at }: Finding, article: Article, house: House): readonly Lesson[] {
  const found = article.furniture.bylines.find(({ passage: { prose }, byline: { from, to } }) =>
    touches(at, prose.at(from, to)),
  );
  if (found === undefined) return [];
  const form = formOfOne(seeByline(found.passage.prose.text, found.byline));
  const title = (pattern: string): Localized =>
    fillAll(
      { en: 'Accept this byline as a form of the house: {pattern}', zh: '把这种署名作为本社的写法：{pattern}' },
      { pattern },
    );
  return newForm(form, title, 'byline', house.byline.forms);
}

/** A credit that the house writes, too. */
function newCredit({ at }: Finding, { furniture }: Article, house: House): readonly Lesson[] {
  const credits = [...furniture.pictures.flatMap(({ credit }) => (credit ? [credit] : [])), ...furniture.looseCredits];
  const found = credits.find(({ passage: { prose }, credit: { from, to } }) => touches(at, prose.at(from, to)));
  if (found === undefined) return [];
  const form = formOfOne(seeCredit(found.passage.prose.text, found.credit));
  const title = (pattern: string): Localized =>
    fillAll(
      { en: 'Accept this credit as a form of the house: {pattern}', zh: '把这种图片署名作为本社的写法：{pattern}' },
      { pattern },
    );
  return newForm(form, title, 'credit', house.credit.forms);
}

function newForm(
  form: string | undefined,
  title: (pattern: string) => Localized,
  section: 'byline' | 'credit',
  known: readonly string[],
): readonly Lesson[] {
  return form === undefined || known.includes(form) ? [] : [item(title(form), [section, 'forms'], form, known)];
}

const touches = (one: Range, other: Range): boolean => one.start <= other.end && other.start <= one.end;

/** Somebody who is new. */
function newColleague({ at }: Finding, article: Article, house: House): readonly Lesson[] {
  const person = readingOf(article, house).people.find((one) => one.at.start === at.start && one.at.end === at.end);
  if (person === undefined || house.staff?.some(({ name }) => name === person.name)) return [];
  const { name, role, where } = person;
  // A word of the byline says what they are; the name of a field says it of some.
  const word = where === 'field' || role === undefined || role === 'editor' ? undefined : role;
  const added: Written = word === undefined ? name : { name, role: word };
  return [
    {
      title: fillAll({ en: 'Add {name} to staff.yml', zh: '把{name}加入 staff.yml' }, { name }),
      file: 'staff',
      edit(text) {
        for (const list of staffLists) {
          const edit = text.includes(`${list}:`) ? addItem(text, [list], added, []) : undefined;
          if (edit) return edit;
        }
        return addItem(text, [staffLists[0] ?? 'staff'], added, []);
      },
    },
  ];
}

/** What may be turned down: not what is said of the newsroom's own files. */
const unteachable: ReadonlySet<string> = new Set(['check-failed', 'house-file']);

/** The check, off or down to a hint for the whole newsroom. */
function quieter({ check: id }: Finding, house: House): readonly Lesson[] {
  const rule = unteachable.has(id) ? undefined : rules.find((one) => one.id === id);
  if (rule === undefined) return [];
  const said = house.checks[id];
  const names = { en: titleOf(id, 'en'), zh: titleOf(id, 'zh') };
  const set = (title: Localized, severity: string): Lesson => ({
    title,
    file: 'house',
    // Options that the file gives the check stay.
    edit: (text) =>
      setSetting(text, ['checks', id], severity) ?? setSetting(text, ['checks', id, 'severity'], severity),
  });
  const down = fillAll(
    { en: 'Turn “{names}” down to a hint for the newsroom', zh: '全社把“{names}”降为提示' },
    { names },
  );
  const hint: Lesson = { ...set(down, 'info'), lowers: true };
  const off = set(
    fillAll({ en: 'Turn “{names}” off for the newsroom', zh: '全社关闭“{names}”检查' }, { names }),
    'off',
  );
  return (said?.severity ?? rule.severity) === 'info' ? [off] : [hint, off];
}
