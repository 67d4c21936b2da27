import { itemType, typesOfField } from '../house/field-types.ts';
import { type Field, type FieldRole, peopleRoles } from '../house/house.ts';
import { looksPersonal } from '../model/byline/names/names.ts';
import { isWork, titles, writerTitles } from '../model/byline/roles.ts';

/** Whatever type the house gives them. */
const naming: ReadonlySet<FieldRole> = new Set(peopleRoles);

/** Whether a field names people: by its type, or by its role. */
export function namesPeople(field: Pick<Field, 'type' | 'of' | 'role'>): boolean {
  const { role } = field;
  return typesOfField[itemType(field)].names === 'person' || (role !== undefined && naming.has(role));
}

/** Where one name stands in a text; offsets are UTF-16 units. */
interface NameSpan {
  readonly from: number;
  readonly to: number;
  /** Without letter-spacing: `周　砚` is `周砚`. */
  readonly name: string;
}

/** What stands between two names: marks in any text, `and` between Latin names. A blank is looked at apart. */
const marks = /[、,，;；&＆/／\n\r]+|(?<=\s)and(?=\s)/g;

const oneHan = /^\p{Script=Han}$/u;

/**
 * The names in one value of a field: `林晓禾、周砚`, `林晓禾 周砚`, `Ann Field and Ben Low`. A blank parts Han names and
 * belongs to a name that is padded (`周　砚`) or is not Han (`Ann Field`). Linear in the length of `text`.
 */
export function namesWithin(text: string): readonly NameSpan[] {
  const names: NameSpan[] = [];
  let done = 0;
  const piece = (end: number): void => {
    names.push(...blankParted(text, done, end));
  };
  for (const { 0: mark, index } of text.matchAll(marks)) {
    piece(index);
    done = index + mark.length;
  }
  piece(text.length);
  return names;
}

/** Whether a word is a role and no part of a name: 通讯员, 本报记者, 综合整理; 文 and 图 may be names. */
function saysRole(word: string): boolean {
  if (word.length < 2) return false;
  return titles.includes(word.replace(/^本[报刊网台社]/, '')) || isWork(word.replace(/^综合/, ''));
}

const roleBefore = new RegExp(`^(?:本[报刊网台社])?(?:${writerTitles})(?=\\p{Script=Han}{2,4}$)`, 'u');

/** 记者高远: the name alone, where what follows the role is surely one. */
function withoutRole<W extends { readonly word: string; readonly from: number }>(one: W): W {
  const [role = ''] = roleBefore.exec(one.word) ?? [];
  const rest = one.word.slice(role.length);
  return role !== '' && looksPersonal(rest) ? { ...one, word: rest, from: one.from + role.length } : one;
}

/** The names of a stretch without marks. */
function blankParted(text: string, start: number, end: number): readonly NameSpan[] {
  const stretch = text.slice(start, end);
  const words = [...stretch.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    word,
    from: start + index,
    to: start + index + word.length,
  }));
  if (words.length === 0) return [];
  if (!words.every(({ word }) => /^\p{Script=Han}/u.test(word))) {
    // `byline: By Ann Field`
    const [first, second] = words;
    const isSaid =
      first !== undefined && second !== undefined && /^by$/i.test(first.word) && /^\p{Lu}/u.test(second.word);
    const from = (isSaid ? second : first)?.from ?? start;
    const to = words.at(-1)?.to ?? end;
    return [{ from, to, name: text.slice(from, to) }];
  }
  // 本报记者 高远 实习生 周砚: who they are is no name, where somebody is named beside it.
  const people = words.filter(({ word }) => !saysRole(word)).map(withoutRole);
  const named = people.length > 0 ? people : words;
  // 王 小 明 alone is one person; elsewhere single characters go in pairs.
  const most = named.length === 3 ? 3 : 2;
  const names: NameSpan[] = [];
  let padded = 0;
  for (const { word, from, to } of named) {
    const last = names.at(-1);
    const joins = last !== undefined && padded > 0 && padded < most && oneHan.test(word);
    if (joins) {
      names[names.length - 1] = { from: last.from, to, name: last.name + word };
      padded++;
    } else {
      names.push({ from, to, name: word });
      padded = oneHan.test(word) ? 1 : 0;
    }
  }
  return names;
}
