import { entryOf } from '../house/field-keys.ts';
import { createdName } from '../house/field-types/written-dates.ts';
import { itemType, typesOfField } from '../house/field-types.ts';
import type { Field } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import type { Entry, Value } from '../model/front-matter/front-matter.ts';
import { entryNamed, nameEntry, shownText, textOf } from '../model/front-matter/values.ts';
import { lineAt } from '../model/range.ts';
import { namesPeople, namesWithin } from './names.ts';

/** What a front-matter field says, as its readers see it. */
export interface FieldText {
  /** One entry for a single value, several for a list, one for each name of people; none is blank. */
  readonly texts: readonly string[];
  /** The source line of the key, from 0. */
  readonly line: number;
}

/** What an article's front matter says in a field; `undefined` when nothing. */
export function fieldText(
  { frontMatter, lines }: Pick<Article, 'frontMatter' | 'lines'>,
  field: Field | undefined,
): FieldText | undefined {
  const entry = entryOf(frontMatter, field);
  if (field === undefined || entry === undefined) return undefined;
  const texts = textsIn(entry.value, field).filter((text) => text.trim() !== '');
  return texts.length === 0 ? undefined : { texts, line: lineAt(lines, entry.keyAt.start) };
}

/** What a value of a field says: the items of a list one by one, people name by name. */
function textsIn(value: Value, field: Field): readonly string[] {
  switch (value.kind) {
    case 'scalar': {
      const text = textOf(value) ?? '';
      const shown = labelOf(text, field);
      if (shown !== undefined) return [shown];
      return namesPeople(field) ? namesWithin(text).map(({ name }) => name) : [shownText(value)];
    }
    case 'list':
      return value.items.flatMap((item) => textsIn(item, field));
    case 'map': {
      // A link or a person written as a map: what the reader sees is its title or name.
      // Beside a name a title is what somebody is.
      const person = namesPeople(field) ? nameEntry(value) : undefined;
      const named = person ?? entryNamed(value, 'title') ?? entryNamed(value, 'name') ?? dateIn(value, field);
      return named ? textsIn(named.value, field) : [];
    }
    default:
      return [];
  }
}

/** Of a map of dates the one that readers are shown. */
function dateIn(value: Value, field: Field): Entry | undefined {
  return typesOfField[itemType(field)].saidBy === 'bad-date' ? entryNamed(value, createdName) : undefined;
}

/** A choice is shown by its label. */
function labelOf(text: string, field: Field): string | undefined {
  const choice = field.values?.find(({ value, aliases }) => value === text || aliases?.includes(text));
  return choice && (choice.label ?? choice.value);
}
