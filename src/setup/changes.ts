import { keysOf } from '../house/field-keys.ts';
import type { House } from '../house/house.ts';
import type { Colleague } from '../house/staff.ts';
import { fillAll, type Locale } from '../model/finding.ts';
import { nameKey } from '../model/name-key.ts';
import { houseFile } from '../newsroom/files.ts';
import { loadHouse, loadStaff } from '../newsroom/load-house.ts';
import { addEntries, addItems } from './add-lines.ts';
import { counted, type Decision, ofArticles } from './decision.ts';
import { entryText, itemText, personText } from './house-text.ts';
import type { Observation } from './observe.ts';
import { isGivenUp, proposeFields } from './propose-fields.ts';
import { seeForms, unreadBy } from './see-signatures.ts';
import type { Counted } from './tally.ts';

/** What a newsroom has already. */
interface KnownNewsroom {
  readonly house: House;
  readonly text: string;
  /** `undefined` where there is no staff file. */
  readonly staff: { readonly people: readonly Colleague[]; readonly text: string } | undefined;
}

/** Something that the archive has and the house does not know yet. */
interface Change {
  readonly decision: Decision;
  /** The file's text with it; `undefined` where the file is written so that it cannot be put there by itself. */
  apply(texts: ChangedTexts, locale: Locale): ChangedTexts | undefined;
}

/** The files of a newsroom that has a house, as they will be. */
interface ChangedTexts {
  readonly house: string;
  readonly staff: string | undefined;
}

/** What an archive has that its house does not know: new fields, values, forms and colleagues. Nothing else is looked at. */
export function changesOf(seen: Observation, known: KnownNewsroom): readonly Change[] {
  return [
    ...newFields(seen, known.house),
    ...newValues(seen, known.house),
    ...newForms(seen, known.house),
    ...newPeople(seen, known),
  ];
}

/** Puts changes into the files. One that would leave a house file with new faults is left out, and told. */
export function withChanges(
  changes: readonly Change[],
  texts: ChangedTexts,
  locale: Locale,
): { readonly texts: ChangedTexts; readonly refused: readonly Decision[] } {
  let now = texts;
  const refused: Decision[] = [];
  const faults = ({ house, staff }: ChangedTexts): number =>
    loadHouse(house, houseFile, undefined, '').findings.length +
    (staff === undefined ? 0 : loadStaff(staff).findings.length);
  const before = faults(texts);
  for (const change of changes) {
    const next = change.apply(now, locale);
    if (next === undefined || faults(next) > before) refused.push(change.decision);
    else now = next;
  }
  return { texts: now, refused };
}

const inHouse = (texts: ChangedTexts, house: string | undefined): ChangedTexts | undefined =>
  house === undefined ? undefined : { ...texts, house };

/** Fields that several articles give and the house has no name for. */
function newFields(seen: Observation, house: House): readonly Change[] {
  const names = new Set(house.fields.flatMap(keysOf));
  const roles = new Set(house.fields.flatMap(({ role }) => (role === undefined ? [] : [role])));
  const total = seen.articles.length;
  const least = house.otherFields === 'fine' ? Math.max(3, total * 0.05) : 2;
  return proposeFields(seen).flatMap((decision): readonly Change[] => {
    const key = decision.id.replace(/^field:/, '');
    const field = seen.fields.find((one) => one.key === key);
    // That nothing is asked of a field is no news.
    if (field === undefined || names.has(key) || field.count < least || isGivenUp(decision)) return [];
    // What the house calls otherwise is still what it calls so.
    const pieces = decision.pieces.filter(({ path, value }) => path[2] !== 'role' || !roles.has(value as never));
    const one: Decision = { ...decision, isMinor: undefined, pieces };
    return [
      {
        decision: one,
        apply: (texts, locale) => inHouse(texts, addEntries(texts.house, ['fields'], [entryText(key, pieces, locale)])),
      },
    ];
  });
}

/** Values of a closed list that several articles say and the house does not have: a new column. */
function newValues(seen: Observation, house: House): readonly Change[] {
  return house.fields.flatMap((field): readonly Change[] => {
    // What a data file lists is added there.
    if (field.values === undefined || field.open === true || field.valuesFrom !== undefined) return [];
    const listed = new Set(
      field.values.flatMap(({ value, label, aliases = [] }) => [value, label ?? value, ...aliases]),
    );
    const keys = new Set(keysOf(field));
    const found: readonly Counted<string>[] = seen.fields
      .filter(({ key }) => keys.has(key))
      .flatMap(({ values }) => values)
      .filter(({ value, count }) => !listed.has(value) && count >= 2);
    if (found.length === 0) return [];
    const folderOf = (value: string): string | undefined => {
      const folder = field.role === 'column' ? seen.columnFolders.get(value) : undefined;
      return folder === value ? undefined : folder;
    };
    return [
      {
        decision: {
          id: `values:${field.key}`,
          question: 'where',
          title: fillAll({ en: 'New in `{key}`', zh: '“{key}”的新值' }, { key: field.key }),
          proposed: { en: found.map(({ value }) => value).join(', '), zh: found.map(({ value }) => value).join('、') },
          evidence: counted(found),
          pieces: [],
        },
        apply: (texts) =>
          inHouse(
            texts,
            addItems(
              texts.house,
              ['fields', field.key, 'values'],
              found.map(({ value }) => itemText(value, folderOf(value))),
            ),
          ),
      },
    ];
  });
}

/** Forms of bylines that come again and that no form of the house reads. */
function newForms(seen: Observation, { byline }: House): readonly Change[] {
  if (byline.forms.length === 0) return [];
  const unread = unreadBy(byline.forms, seen.signatures);
  const least = Math.max(3, seen.signatures.length * 0.02);
  const forms = seeForms(unread).forms.filter(({ count, value }) => count >= least && !byline.forms.includes(value));
  if (forms.length === 0) return [];
  return [
    {
      decision: {
        id: 'forms',
        question: 'who',
        title: { en: 'New forms of bylines', zh: '署名的新写法' },
        proposed: { en: forms.map(({ value }) => value).join(', '), zh: forms.map(({ value }) => value).join('、') },
        evidence: counted(forms),
        pieces: [],
      },
      apply: (texts) =>
        inHouse(
          texts,
          addItems(
            texts.house,
            ['byline', 'forms'],
            forms.map(({ value }) => itemText(value)),
          ),
        ),
    },
  ];
}

/** Colleagues whom the staff file does not have. */
function newPeople(seen: Observation, { staff }: KnownNewsroom): readonly Change[] {
  if (staff === undefined) return [];
  const listed = new Set(staff.people.flatMap(({ name, penNames }) => [name, ...penNames].map(nameKey)));
  const found = seen.people.filter(
    ({ name, count, isOutsider }) => !isOutsider && count >= 2 && !listed.has(nameKey(name)),
  );
  if (found.length === 0) return [];
  const often = found.reduce((sum, { count }) => sum + count, 0);
  return [
    {
      decision: {
        id: 'people',
        question: 'who',
        title: { en: 'New colleagues', zh: '新同事' },
        proposed: { en: found.map(({ name }) => name).join(', '), zh: found.map(({ name }) => name).join('、') },
        evidence: ofArticles(Math.min(often, seen.articles.length), seen.articles.length),
        pieces: [],
        others: { people: found },
      },
      apply(texts, locale) {
        const list = texts.staff === undefined ? undefined : keyOfList(texts.staff);
        const added =
          list === undefined || texts.staff === undefined
            ? undefined
            : addItems(
                texts.staff,
                [list],
                found.map((person) => personText(person, locale)),
              );
        return added === undefined ? undefined : { ...texts, staff: added };
      },
    },
  ];
}

/** Under which word a staff file lists its people. */
function keyOfList(text: string): string | undefined {
  return /^(staff|people|人员|同事)[ \t]*:/m.exec(text)?.[1];
}
