import type { Person, Piece } from '../byline.ts';
import { fold } from '../lexicon/fold.ts';
import { looksPersonal } from '../names/names.ts';
import { isOrganisation, isOutlet, isPlace, outletPrefix } from '../names/outlets.ts';
import type { Groups } from './groups.ts';
import { isThing } from './inside.ts';

/** 据央视, 据新华社报道: whom the copy is from. */
export function readAttribution(text: string, s: string, from: number, to: number): Piece | undefined {
  const source = /^(?:图文|本文|综合|均)?据 *([^ ,。:()]{2,24}?)(?:报道|消息|供稿)?[,。]?$/.exec(s.slice(from, to));
  const name = source?.[1];
  if (!name || !(isOutlet(name) || outletPrefix(name) > 1 || isOrganisation(name))) return undefined;
  const at = s.indexOf(name, from);
  return { text: text.slice(at, at + name.length), from: at, to: at + name.length };
}

/** Whether a word in brackets of its own is likely somebody: （全文完） is nobody. */
export function isSomebody(name: string): boolean {
  return looksPersonal(name) && !isThing(name) && !isPlace(name);
}

/** Whether a word is a body that signs beside the names of its people: 河湾镇文化站, 海州日报, 河湾镇. */
export function isBody(word: string): boolean {
  return (
    isOrganisation(word) ||
    isOutlet(word) ||
    (/(?:镇|乡|县|区|街道|社区|村|农场|林场|旗)$/.test(word) && word.length >= 3)
  );
}

/** 河湾镇文化站 陆晓晴: whether a line is a body and, apart from it, names that are surely names. */
export function signsForBody(s: string, body: Piece, people: readonly Person[]): boolean {
  const word = s.slice(body.from, body.to);
  const [first] = people;
  if (!first || first.from < body.to || !isOrganisation(word) || isUnnamedBody(word)) return false;
  if (people.length > 4 || s.slice(people.at(-1)?.to).trim() !== '') return false;
  return people.every((person, i) => {
    const before = people[i - 1]?.to ?? body.to;
    return (
      looksPersonal(s.slice(person.from, person.to).replace(/ /g, '')) && /^[ 、]*$/.test(s.slice(before, person.from))
    );
  });
}

function isUnnamedBody(word: string): boolean {
  return (word.length < 4 && !/(?:学院|医院|中学|小学|大学)$/.test(word)) || (word.length < 6 && word.endsWith('团'));
}

/** 来源｜海州发布 编辑｜陆晓晴: what the copy is from is an outlet, whatever its name is like. */
export function withoutSources(s: string, groups: Groups): Groups {
  const source = groups.people.find(({ role }) => role !== undefined && /来源$/.test(fold(role)));
  // 来源可查、去向可追: where a text is from has a name of its own.
  const alone = groups.people.length === 1;
  if (!source || (alone && (groups.organisations.length > 0 || isPerson(s, source)))) return groups;
  const people = groups.people.filter((person) => person !== source);
  const { text, from, to } = source;
  return isPerson(s, source) ? groups : { ...groups, people, outlet: groups.outlet ?? { text, from, to } };
}

function isPerson(s: string, { from, to }: Person): boolean {
  return looksPersonal(s.slice(from, to));
}
