import { fieldOfKey, keysOf } from '../house/field-keys.ts';
import { isListed } from '../house/field-types.ts';
import type { Field, House } from '../house/house.ts';
import { houseWithoutFile } from '../house/plain-ground.ts';
import type { Article } from '../model/article.ts';
import { removeEntry } from '../model/front-matter/edit-front-matter.ts';
import type { Entry } from '../model/front-matter/front-matter.ts';
import { joinLists } from '../model/front-matter/reshape-front-matter.ts';
import { isBroken, isEmpty } from '../model/front-matter/values.ts';
import { lineAt } from '../model/range.ts';
import { type Draft, defineCheck, type FixDraft } from './check.ts';

type Message = 'duplicate' | 'other-name' | 'rival' | 'remove' | 'remove-first' | 'join';

export const duplicateField = defineCheck({
  id: 'duplicate-field',
  title: { en: 'Field given twice', zh: '字段重复' },
  summary: {
    en: 'Each field stands once in the front matter: of two, programs take one or the other.',
    zh: '同一字段只写一次；写两次时，哪一个生效因程序而异。',
  },
  source: 'YAML 1.2.2 3.2.1.1',
  scope: 'article',
  severity: 'error',
  messages: {
    duplicate: {
      en: '`{key}` is on line {line} already',
      zh: '字段“{key}”重复，第 {line} 行已有',
    },
    'other-name': {
      en: '`{key}` is another name for `{other}` on line {line}: keep one',
      zh: '“{key}”和第 {line} 行的“{other}”是同一个字段，留一个即可',
    },
    rival: {
      en: '`{key}` and `{other}` (line {line}) exclude each other: keep one',
      zh: '“{key}”与第 {line} 行的“{other}”只能写一个',
    },
    remove: { en: 'Remove this `{key}`', zh: '删去这个“{key}”' },
    'remove-first': { en: 'Remove `{other}` on line {line}', zh: '删去第 {line} 行的“{other}”' },
    join: { en: 'Put its values with those on line {line}', zh: '并入第 {line} 行' },
  },
  *run(article, { house }): Iterable<Draft<Message>> {
    const { frontMatter } = article;
    const first = new Map<string, Entry>();
    const written = new Map<string, Entry>();
    for (const entry of frontMatter.entries) {
      const field = fieldOfKey(house, entry.key);
      const name = field?.key ?? entry.key;
      const before = written.get(entry.key) ?? (field && isOurs(house, field) ? first.get(name) : undefined);
      if (before !== undefined) yield duplicate(article, house, before, entry);
      if (!first.has(name)) first.set(name, entry);
      if (!written.has(entry.key)) written.set(entry.key, entry);
    }
    yield* rivals(article, house, first);
  },
});

/**
 * Whether a newsroom has said what names a field has. Those that are read without a house are guesses: `date` may stand
 * beside `lastmod`, and `author` beside `authors`.
 */
function isOurs({ origins, id }: House, { key }: Field): boolean {
  return (origins?.get(`fields.${key}.aliases`) ?? origins?.get(`fields.${key}.type`) ?? id) !== houseWithoutFile;
}

function duplicate(article: Article, house: House, before: Entry, entry: Entry): Draft<Message> {
  const { frontMatter, text, lines } = article;
  const { key } = entry;
  const said = ({ value }: Entry): string => text.slice(value.at.start, value.at.end);
  const same = said(entry) === said(before) || isEmpty(entry.value);
  const useless = !same && isEmpty(before.value);
  const fixes: FixDraft<Message>[] = [];
  const offer = (title: Message, safe: boolean, source: FixDraft['source'] = []): void => {
    if (source.length > 0) fixes.push({ title, safe, source });
  };
  const field = fieldOfKey(house, key);
  if (!same && !useless && field && isListed(field)) {
    const removed = removeEntry(frontMatter, entry);
    const joined = joinLists(text, before, entry);
    if (removed.length > 0 && joined.length > 0) offer('join', false, [...joined, ...removed]);
  }
  // Under another name it may be what a site's templates look for.
  const safe = key === before.key && !before.templated && !entry.templated;
  offer('remove', same && safe, useless ? [] : removeEntry(frontMatter, entry));
  if (!same) offer('remove-first', useless && safe, removeEntry(frontMatter, before));
  return {
    message: key === before.key ? 'duplicate' : 'other-name',
    data: { key, other: before.key, line: lineAt(lines, before.keyAt.start) + 1 },
    at: entry.keyAt,
    fixes,
  };
}

/** Fields that the house lets stand only one beside the other; the later of the two is told. */
function* rivals(article: Article, house: House, given: ReadonlyMap<string, Entry>): Iterable<Draft<Message>> {
  const { frontMatter, lines } = article;
  const isSaid = (entry: Entry | undefined): entry is Entry =>
    entry !== undefined && !isEmpty(entry.value) && !isBroken(frontMatter, entry);
  const told = new Set<Entry>();
  for (const field of house.fields) {
    const own = given.get(field.key);
    if (!isSaid(own)) continue;
    for (const name of field.excludes ?? []) {
      const rival = house.fields.find((other) => keysOf(other).includes(name));
      const other = rival && given.get(rival.key);
      if (!isSaid(other)) continue;
      const [earlier, later] = own.keyAt.start < other.keyAt.start ? [own, other] : [other, own];
      if (told.has(later)) continue;
      told.add(later);
      const remove = removeEntry(frontMatter, later);
      const removeEarlier = removeEntry(frontMatter, earlier);
      yield {
        message: 'rival',
        data: { key: later.key, other: earlier.key, line: lineAt(lines, earlier.keyAt.start) + 1 },
        at: later.keyAt,
        fixes: [
          ...(remove.length > 0 ? [{ title: 'remove' as const, safe: false, source: remove }] : []),
          ...(removeEarlier.length > 0 ? [{ title: 'remove-first' as const, safe: false, source: removeEarlier }] : []),
        ],
      };
    }
  }
}
