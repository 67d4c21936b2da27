import { entryOf, keysOf, nameIn, spellingOf } from '../house/field-keys.ts';
import { writeByline } from '../house/forms-write.ts';
import type { FieldRole, House } from '../house/house.ts';
import { isOutsider, rolesOf } from '../model/byline/roles.ts';
import { setField } from '../model/front-matter/edit-front-matter.ts';
import type { Value } from '../model/front-matter/front-matter.ts';
import { isRead } from '../model/front-matter/values.ts';
import { writeScalar } from '../model/front-matter/yaml-scalar.ts';
import type { FoundByline } from '../model/furniture/furniture.ts';
import { nameKey, sameNames } from '../model/name-key.ts';
import type { ProseEdit } from '../model/prose.ts';
import { applyEdits, type TextEdit } from '../model/range.ts';
import type { Reading } from '../reading/reading.ts';
import { signersOf } from '../reading/signers.ts';
import { defineCheck, type FixDraft } from './check.ts';
import { measureOf } from './people/byline-measure.ts';
import { isNobody, sameWriters } from './people/same-writers.ts';
import { swapInByline, swapInList } from './people/swap-people.ts';

export const bylineMismatch = defineCheck({
  id: 'byline-mismatch',
  title: { en: 'Byline and fields differ', zh: '署名对不上' },
  summary: {
    en: 'The byline and the front matter name the same people in the same roles.',
    zh: '署名与稿件信息里的记者、通讯员应一致。',
  },
  scope: 'article',
  severity: 'warning',
  mistake: 'name',
  serves: ['byline.forms'],
  messages: {
    differ: {
      en: 'The byline says {byline}, and the front matter {fields}: which is right?',
      zh: '署名是{byline}，稿件信息是{fields}，两处不一致，请核对',
    },
    fields: { en: 'Change the front matter to {byline}', zh: '稿件信息改为{byline}' },
    byline: { en: 'Change the byline to `{expected}`', zh: '署名改为“{expected}”' },
  },
  *run(article, { house, reading }) {
    if (!isRead(article.frontMatter) || roles.some((role) => !isKnown(reading.entry(role)?.value))) return;
    const given = {
      reporters: reading.names('reporters'),
      correspondents: reading.names('correspondents'),
    };
    const named = [...given.reporters, ...given.correspondents];
    // author: Court reporter names nobody whom a byline could contradict.
    if (named.every(isNobody)) return;
    // Authors, other outlets and whoever made a video sign in ways of their own: only the house's people are compared.
    const own = article.furniture.bylines.filter((found) => isComparable(found, house));
    const [found] = own;
    if (!found || own.some((each) => agrees(each, given, reading))) return;
    const signed = placed(found, given, house);
    // 编译／高远, Compiled by A, By A, managing editor: whoever is named there need not have written it.
    if (signed.reporters.length + signed.correspondents.length === 0) return;
    const { passage, byline } = found;
    const first = byline.people[0];
    const last = byline.people[byline.people.length - 1];
    const change = changed(found, house, signed, given);
    const fixes: FixDraft<'differ' | 'fields' | 'byline'>[] = [];
    const source = frontMatterEdits(reading, signed, given);
    if (source.length > 0) fixes.push({ title: 'fields', safe: false, source });
    if (change !== undefined) fixes.push({ title: 'byline', safe: false, prose: change.edits });
    yield {
      message: 'differ',
      data: { byline: listed(signed), fields: listed(given), expected: change?.expected ?? '' },
      at: passage.prose.at(first?.from ?? byline.from, last?.to ?? byline.to),
      fixes,
    };
  },
});

/** Whether a byline says for certain which of the house's people sign. */
function isComparable({ byline, passage, position }: FoundByline, house: House): boolean {
  if (byline.people.length === 0 || byline.people.some(({ name }) => name === '')) return false;
  if (byline.problems.some(({ choices }) => choices !== undefined && choices.length > 1)) return false;
  const measure = measureOf(passage.prose.text, byline, position, house.byline);
  return measure === 'form' || measure === 'habits';
}

function agrees(found: FoundByline, given: People, { house, field }: Reading): boolean {
  // 新华社北京4月12日电（记者…）: the front matter says whose report it is.
  const { outlet } = found.byline;
  if (outlet && sameNames(given.reporters, [outlet.text])) return true;
  const { reporters, correspondents } = placed(found, given, house);
  const isSame = sameWriters(reporters, given.reporters);
  if (field('correspondents') !== undefined) return isSame && sameWriters(correspondents, given.correspondents);
  // Where the front matter has no place for correspondents, they stand with the authors or nowhere.
  if (isSame || sameNames([...reporters, ...correspondents], given.reporters)) return true;
  // 文字：高远　图片：周砚: nor may whoever took the pictures, where no field is theirs.
  if (field('photographers') !== undefined) return false;
  const pictured = found.byline.people.filter(({ role }) => role !== undefined && madePictures(role));
  return sameNames(
    [...new Set([...reporters, ...correspondents, ...pictured.map(({ name }) => name)])],
    given.reporters,
  );
}

function madePictures(role: string): boolean {
  return rolesOf(role).some(({ kind }) => kind === 'photographer');
}

const roles = ['reporters', 'correspondents'] as const satisfies readonly FieldRole[];

/** Whether all that a value says is known: what an alias or a program's tag stands for is not. */
function isKnown(value: Value | undefined): boolean {
  if (value?.kind === 'list') return value.items.every(isKnown);
  if (value?.kind === 'map') return value.entries.every((entry) => isKnown(entry.value));
  return value?.kind !== 'other';
}

interface People {
  readonly reporters: readonly string[];
  readonly correspondents: readonly string[];
}

/**
 * The people of the byline, those without a role and reporters from outside (特约记者) where the front matter has them,
 * else with the reporters.
 */
function placed({ byline: { people } }: FoundByline, given: People, house: House): People {
  const { reporters, correspondents, unlabelled } = signersOf(people, house.byline);
  const known = new Set(given.correspondents.map(nameKey));
  const outside = new Set(people.filter(({ role }) => isOutsider(role)).map(({ name }) => name));
  const isGiven = (name: string): boolean => known.has(nameKey(name));
  const moved = (name: string): boolean => outside.has(name) && isGiven(name);
  const once = (names: readonly string[]): readonly string[] => [...new Set(names)];
  // Who is named twice is told by `malformed-byline`.
  return {
    reporters: once([...unlabelled.filter((name) => !isGiven(name)), ...reporters.filter((name) => !moved(name))]),
    correspondents: once([...unlabelled.filter(isGiven), ...reporters.filter(moved), ...correspondents]),
  };
}

function frontMatterEdits(
  { article, house, entry: entryOfRole, field: fieldOf }: Reading,
  signed: People,
  given: People,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const role of roles) {
    const field = fieldOf(role);
    if (!field || sameNames(signed[role], given[role])) continue;
    // A field that is not there and has nobody to hold needs no line.
    const entry = entryOfRole(role);
    if (!entry && signed[role].length === 0) continue;
    const swapped = entry && swapInList(entry, signed[role]);
    if (swapped) {
      edits.push(...swapped);
      continue;
    }
    edits.push(
      ...setField(
        article.frontMatter,
        article.text,
        entryOf(article.frontMatter, field)?.key ?? nameIn(field, spellingOf(article.frontMatter, house)),
        namesYaml(signed[role]),
        house.fields.map(keysOf),
      ),
    );
  }
  return edits;
}

/** Edits that make the byline name whom the front matter does, and how it reads then. */
function changed(
  found: FoundByline,
  house: House,
  signed: People,
  given: People,
): { readonly edits: readonly ProseEdit[]; readonly expected: string } | undefined {
  const { passage, byline } = found;
  const { text } = passage.prose;
  const groups = roles.map((role) => ({
    people: byline.people.filter(({ name }) => signed[role].includes(name)),
    names: given[role],
  }));
  const swapped = swapInByline(found, groups, house);
  if (swapped !== undefined) {
    const { from } = byline;
    const edits = swapped.map((edit) => ({ start: edit.from - from, end: edit.to - from, text: edit.text }));
    return { edits: swapped, expected: applyEdits(text.slice(from, byline.to), edits) };
  }
  const expected = rewritten(found, house, given);
  return expected === undefined ? undefined : { edits: [shortest(text, byline.from, byline.to, expected)], expected };
}

function rewritten({ byline }: FoundByline, house: House, given: People): string | undefined {
  const people = signersOf(byline.people, house.byline);
  if (people.reporters.length + people.correspondents.length + people.unlabelled.length !== byline.people.length)
    return undefined;
  return writeByline(house.byline, {
    ...given,
    ...(byline.place ? { place: byline.place.text } : {}),
    ...(byline.date ? { date: byline.date.text } : {}),
    ...(house.byline.outlets[0] === undefined ? {} : { outlet: byline.outlet?.text ?? house.byline.outlets[0] }),
  });
}

/** A list of names as YAML, in one line. */
function namesYaml(names: readonly string[]): string {
  return `[${names.map((name) => writeScalar(name)).join(', ')}]`;
}

/** One edit from the first character that differs to the last. */
function shortest(text: string, from: number, to: number, wanted: string) {
  const had = text.slice(from, to);
  let head = 0;
  while (head < Math.min(had.length, wanted.length) && had[head] === wanted[head]) head++;
  let tail = 0;
  while (
    tail < Math.min(had.length, wanted.length) - head &&
    had[had.length - 1 - tail] === wanted[wanted.length - 1 - tail]
  )
    tail++;
  return { from: from + head, to: to - tail, text: wanted.slice(head, wanted.length - tail) };
}

function listed({ reporters, correspondents }: People): string {
  const chinese = /\p{Script=Han}/u.test([...reporters, ...correspondents].join(''));
  const mark = chinese ? '、' : ', ';
  const parts = [
    reporters.join(mark),
    correspondents.length > 0 ? `${chinese ? '通讯员' : 'correspondent'} ${correspondents.join(mark)}` : '',
  ];
  return parts.filter((part) => part !== '').join(' / ');
}
