import { distance } from 'fastest-levenshtein';
import type { Field } from '../house/house.ts';
import { type Colleague, colleagueNamed, wasActive } from '../house/staff.ts';
import { nameKey } from '../model/name-key.ts';
import { soundAlike } from '../model/pinyin.ts';
import { namesPeople } from '../reading/names.ts';
import { defineCheck } from './check.ts';

export const unknownPerson = defineCheck({
  id: 'unknown-person',
  title: { en: 'Unknown person', zh: '名单外的人' },
  summary: {
    en: 'Whoever signs is in the staff list; a name one character off a colleague’s is most likely a slip.',
    zh: '署名的人应在人员名单中；与同事姓名只差一字的，多半是误写。',
  },
  scope: 'article',
  severity: 'warning',
  options: {
    outsiders: {
      type: 'strings',
      default: ['通讯员', '特约通讯员', '特约记者', '实习生', '作者', '摄', '供图', 'correspondents', 'photographers'],
      about: {
        en: 'Roles (as written, or of a front-matter field) whose holders need not be in the staff list.',
        zh: '可以不在人员名单中的身份（按署名写法，或字段的角色）。',
      },
    },
  },
  messages: {
    slip: {
      en: '`{name}` is not in the staff list: did you mean `{near}`?',
      zh: '人员名单里没有“{name}”，是“{near}”吗？',
    },
    sound: {
      en: '`{name}` is not in the staff list: did you mean `{near}`, which sounds the same?',
      zh: '人员名单里没有“{name}”，是同音的“{near}”吗？',
    },
    unknown: {
      en: '`{name}` is not in the staff list: check the spelling, or add them',
      zh: '人员名单里没有“{name}”，请核对写法，或把此人加入名单',
    },
    inactive: {
      en: 'The staff list has `{name}` for {from}–{to}, and this article is of {date}: check the name',
      zh: '“{name}”在名单中的任期是 {from} 至 {to}，稿件日期是 {date}，请核对',
    },
    replace: { en: 'Write `{near}`', zh: '改为“{near}”' },
  },
  *run(_article, { house, options, reading }) {
    const { staff } = house;
    if (staff === undefined || staff.length === 0) return;
    const listedElsewhere = new Set(house.fields.flatMap(listedBy).map(nameKey));
    const date = reading.published?.iso.slice(0, 10);
    for (const person of reading.people) {
      const { name, at, from, to } = person;
      // Which interpunct is typed, or how a name is spaced, is for other checks to say.
      const known = colleagueNamed(staff, name) ?? colleagueNamed(staff, sameKey(staff, name));
      if (known) {
        const blank = { near: '', name };
        if (date && !wasActive(known, date)) {
          const data = { ...blank, date, from: known.from ?? '…', to: known.to ?? '…' };
          yield { message: 'inactive', severity: 'info', data, at };
        }
        continue;
      }
      if (listedElsewhere.has(nameKey(name))) continue;
      const data = { name, near: '', date: '', from: '', to: '' };
      const near = slipOf(name, staff);
      if (near) {
        const fixes = [{ title: 'replace' as const, safe: false, prose: [{ from, to, text: near }] }];
        const message =
          soundAlike(name, near, true) && (name.length === 2 || distance(name, near) > 1) ? 'sound' : 'slip';
        yield { message, data: { ...data, near }, at, fixes };
      } else if (!options.outsiders.some((role) => role === person.role || person.role?.endsWith(role))) {
        yield { message: 'unknown', severity: 'info', data, at };
      }
    }
  },
});

/** Whom a data file or folder lists that a field of people has its ids from. */
function listedBy(field: Field): readonly string[] {
  if (field.valuesFrom === undefined || !namesPeople(field)) return [];
  return (field.values ?? []).map(({ value, label }) => label ?? value);
}

/** The name in the list that is `name` but for spaces and the kind of interpunct; `name` where there is none. */
function sameKey(staff: readonly Colleague[], name: string): string {
  const key = nameKey(name);
  return staff.flatMap((person) => [person.name, ...person.penNames]).find((own) => nameKey(own) === key) ?? name;
}

/** The colleague's name that differs from `name` in one character, when just one does. */
function slipOf(name: string, staff: readonly Colleague[]): string | undefined {
  const near = staff.flatMap((person) => [person.name, ...person.penNames]).filter((other) => isOneOff(name, other));
  return near.length === 1 ? near[0] : undefined;
}

/** Of two-character names one character is half the name: 王芳 and 王方 are two people, unless they sound the same. */
function isOneOff(a: string, b: string): boolean {
  if (a.length === 2 && b.length === 2) return soundAlike(a, b, true) && distance(a, b) === 1;
  if (a.length === b.length && soundAlike(a, b, true)) return true;
  return Math.min(a.length, b.length) > 2 ? distance(a, b) === 1 : a.length + b.length === 5 && distance(a, b) === 1;
}
