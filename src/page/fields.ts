import { entryOf } from '../house/field-keys.ts';
import type { Field, FieldRole, House } from '../house/house.ts';
import type { Article } from '../model/article.ts';
import type { Value } from '../model/front-matter/front-matter.ts';
import { lineAt } from '../model/range.ts';

/** What a front-matter field says, as the page prints it. */
export interface FieldText {
  /** One entry for a single value, several for a list; none is blank. */
  readonly texts: readonly string[];
  /** The source line of the key, from 0. */
  readonly line: number;
}

/** What the article's front matter says for a role, whatever the house calls the field; `undefined` when nothing. */
export function fieldText(article: Article, house: House, role: FieldRole): FieldText | undefined {
  const field = house.fields.find((candidate) => candidate.role === role);
  const entry = entryOf(article.frontMatter, field);
  if (field === undefined || entry === undefined) return undefined;
  const texts = readTexts(entry.value, field).filter((text) => text.trim() !== '');
  return texts.length === 0 ? undefined : { texts, line: lineAt(article.lines, entry.keyAt.start) };
}

function readTexts(value: Value, field: Field): string[] {
  switch (value.kind) {
    case 'scalar': {
      // A number or a date is printed as it was written.
      const text = typeof value.value === 'string' ? value.value : value.raw;
      return [shown(text, field)];
    }
    case 'list':
      return value.items.flatMap((item) => readTexts(item, field));
    case 'map': {
      // A link or a person written as a map: what the reader sees is its title or name.
      const named = value.entries.find(({ key }) => key === 'title' || key === 'name');
      return named ? readTexts(named.value, field) : [];
    }
    default:
      return [];
  }
}

/** A choice is shown by its label. */
function shown(text: string, field: Field): string {
  const choice = field.values?.find(({ value, aliases }) => value === text || aliases?.includes(text));
  return choice?.label ?? choice?.value ?? text;
}
