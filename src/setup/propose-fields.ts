import type { FieldType } from '../house/field-types.ts';
import type { FieldRole } from '../house/house.ts';
import { shippedHouse } from '../house/load.ts';
import { houseWithoutFile } from '../house/plain-ground.ts';
import { hasOwnDay } from '../model/date-forms.ts';
import { fillAll, type Localized } from '../model/finding.ts';
import { namesPeople } from '../reading/names.ts';
import { counted, type Decision, ofArticles, outliers, type Piece } from './decision.ts';
import type { SeenField } from './field-seen.ts';
import { closedValues, looseType, typeOf } from './field-type.ts';
import type { Observation } from './observe.ts';
import { holdsObjects, innerPieces, objectWords } from './propose-objects.ts';
import { sourceEvidence, sourcePieces } from './propose-source.ts';
import { stageValues } from './propose-stage.ts';
import { roleWords, typeWords } from './role-words.ts';
import { seeDates } from './see-dates.ts';
import { nearlyAll, share } from './tally.ts';

/** What a trial of the proposed house has shown of its fields. */
interface FieldTrial {
  /** Fields whose values the proposed type refuses too often: nothing is asked of them. */
  readonly loose: ReadonlySet<string>;
}

const noTrial: FieldTrial = { loose: new Set() };

/** The fields of the front matter: what each means and may hold, and which every article has. */
export function proposeFields(seen: Observation, trial: FieldTrial = noTrial): readonly Decision[] {
  const total = seen.articles.length;
  const roles = new Map([...seen.means].flatMap(([role, keys]) => keys.slice(0, 1).map((key) => [key, role] as const)));
  const aliases = new Map([...seen.means].map(([role, keys]) => [role, keys.slice(1)] as const));
  const secondary = new Set([...aliases.values()].flat());
  const fields = seen.fields.filter((field) => !secondary.has(field.key) && isKey(field, total));
  const least = rarest(total);
  const declared = fields.flatMap((field): readonly Decision[] => {
    const role = roles.get(field.key);
    const inherited = ground.get(field.key);
    const given = inherited === undefined || inherited === role ? undefined : seen.means.get(inherited)?.[0];
    if (inherited !== undefined && given !== undefined) return [giveUp(field, given, roleWords[inherited], total)];
    const others = role === undefined ? [] : (aliases.get(role) ?? []);
    const isLoose = trial.loose.has(field.key);
    const said = isLoose ? looseType(field, role) : (keptType(field, role, seen) ?? typeOf(field, role));
    // `Authors: A, B` beside `Author: A` (Pelican): several in one text are how it is written.
    const isParted = others.some((key) =>
      seen.fields.some((one) => one.key === key && one.separated > one.singles / 2),
    );
    const type = said === 'people' && isParted && field.kinds.list === 0 ? 'text' : said;
    const isRare = field.count < least && role === undefined;
    return type === undefined || isRare ? [] : [declare(field, role, type, others, seen, isLoose)];
  });
  const inOrder = [...declared].sort((a, b) => positionOf(a, fields) - positionOf(b, fields));
  return [...inOrder, ...otherFields(fields, declared, total)];
}

/** What the fields of the house that a proposed one rests on mean, by their keys. */
const ground: ReadonlyMap<string, FieldRole> = new Map(
  shippedHouse(houseWithoutFile).fields.flatMap(({ key, role }) => (role === undefined ? [] : [[key, role] as const])),
);

/** A field by whose name the house below means what another field of the archive is. */
function giveUp({ key, count }: SeenField, other: string, role: Localized, total: number): Decision {
  const often = ofArticles(count, total);
  return {
    id: `field:${key}`,
    question: 'where',
    isMinor: true,
    title: fillAll({ en: 'Field `{key}`', zh: '字段“{key}”' }, { key }),
    proposed: { en: 'nothing is asked of it', zh: '不作要求' },
    evidence: fillAll(
      { en: '{often}; `{other}` is {role}', zh: '{often}；“{other}”才是{role}' },
      { often, other, role },
    ),
    pieces: [
      {
        path: ['fields', key],
        value: 'off',
        comment: fillAll(
          { en: '{often}; `{other}` is {role}', zh: '{often}；“{other}”才是{role}' },
          { often, other, role },
        ),
      },
    ],
  };
}

/** Whether nothing is asked of a field by whose name the house below means another one. */
export const isGivenUp = ({ pieces }: Decision): boolean => pieces[0]?.value === 'off';

/** A name that a person gave a field, and no line of text that fell out of its quotation marks. */
const isKey = ({ key, count }: SeenField, total: number): boolean =>
  key.length <= 40 &&
  key !== '' &&
  !/["'{}[\]#&*!|>%@`,]/.test(key) &&
  // `Publish Date` is one where it comes again.
  (!/\s/.test(key) || (/^\S+(?: \S+){1,4}$/.test(key) && count >= Math.max(3, total * 0.2)));

const positionOf = ({ id }: Decision, fields: readonly SeenField[]): number =>
  fields.find(({ key }) => `field:${key}` === id)?.position ?? 0;

const proseRoles: ReadonlySet<FieldRole> = new Set(['title', 'subtitle', 'summary']);

function declare(
  field: SeenField,
  role: FieldRole | undefined,
  type: FieldType,
  aliases: readonly string[],
  seen: Observation,
  isLoose: boolean,
): Decision {
  const { key, count } = field;
  const total = seen.articles.length;
  const at = (name: string): readonly string[] => ['fields', key, name];
  const pieces: Piece[] = [{ path: at('type'), value: type, comment: ofArticles(count, total) }];
  // A slug that is a list means nothing to anybody.
  const means = role !== undefined && canMean(role, type) ? role : undefined;
  if (means !== undefined) pieces.push({ path: at('role'), value: means });
  if (aliases.length > 0) pieces.push({ path: at('aliases'), value: aliases.map((text) => ({ text })) });
  if (means !== undefined && proseRoles.has(means) && type === 'text') pieces.push({ path: at('prose'), value: true });
  if ((type === 'list' || type === 'people') && field.kinds.text > count / 2)
    pieces.push({ path: at('alone'), value: 'text' });
  const source = isLoose ? undefined : seen.sources.get(key);
  const isClosed = (type === 'choice' && means !== 'stage') || (type === 'list' && means === 'column');
  const values = isClosed && source === undefined ? closedValues(field) : undefined;
  if (source !== undefined) pieces.push(...sourcePieces(source, at));
  if (means === 'stage' && type === 'choice') pieces.push(...stageValues(field, at));
  if (values !== undefined)
    pieces.push({
      path: at('values'),
      value: values.map((text) => {
        const folder = means === 'column' ? seen.columnFolders.get(text) : undefined;
        return folder === undefined || folder === text ? { text } : { text, folder };
      }),
    });
  const dates = type === 'date' || type === 'datetime' ? seeDates(field) : undefined;
  if (dates?.form !== undefined && (type === 'datetime' || hasOwnDay(dates.form)) && !isLoose)
    pieces.push({ path: at('form'), value: dates.form });
  const isOfObjects = !isLoose && (type === 'list' || type === 'map') && holdsObjects(field);
  if (isOfObjects) pieces.push(...innerPieces(field));
  const kind = isOfObjects ? objectWords(field) : typeWords(type);
  const shown: Localized =
    role === undefined
      ? kind
      : fillAll({ en: '{role}: {kind}', zh: '{role}：{kind}' }, { role: roleWords[role], kind });
  return {
    id: `field:${key}`,
    question: 'where',
    ...(role === undefined ? { isMinor: true as const } : {}),
    title: fillAll({ en: 'Field `{key}`', zh: '字段“{key}”' }, { key }),
    proposed:
      source === undefined
        ? shown
        : fillAll({ en: '{shown}, by ids of {path}', zh: '{shown}，写 {path} 里的代号' }, { shown, path: source.path }),
    evidence:
      source !== undefined
        ? sourceEvidence(field, total, source)
        : evidenceOf(field, total, values !== undefined || means === 'stage', dates?.form),
    ...(source === undefined
      ? {}
      : outliers(
          (times) =>
            fillAll({ en: '{times} say something that is not in it', zh: '{times} 处写的不在其中' }, { times }),
          source.total - source.listed,
          source.otherwise,
        )),
    ...(dates === undefined
      ? {}
      : outliers(
          (times) => fillAll({ en: '{times} write it otherwise', zh: '{times} 篇写法不同' }, { times }),
          dates.otherwise.length,
          dates.otherwise,
        )),
    pieces,
  };
}

/** The type of a field by what is known besides its values: that they are ids, words for stages, objects. */
function keptType(field: SeenField, role: FieldRole | undefined, seen: Observation): FieldType | undefined {
  const { key, kinds, count } = field;
  const isSingle = kinds.text + kinds.number === count;
  if (seen.sources.has(key)) {
    const people = role === undefined || !namesPeople({ type: 'text', role });
    return isSingle ? (people ? 'choice' : 'person') : people ? 'list' : 'people';
  }
  if (role === 'stage' && kinds.text === count) return 'choice';
  if (!holdsObjects(field)) return undefined;
  if (role === 'related' && ['title', 'url'].every((name) => field.inner.some((one) => one.key === name)))
    return 'links';
  return kinds.map === count ? 'map' : 'list';
}

function canMean(role: FieldRole, type: FieldType): boolean {
  if (role === 'published') return type === 'date' || type === 'datetime';
  if (role === 'stage') return type === 'boolean' || type === 'choice';
  if (role === 'cover') return type === 'image' || type === 'url';
  if (role === 'column') return type === 'choice' || type === 'text' || type === 'list';
  if (role === 'related') return type === 'links';
  if (role === 'title' || role === 'slug') return type === 'text';
  if (role === 'language') return type === 'text' || type === 'choice';
  if (type === 'map') return false;
  return true;
}

function evidenceOf(field: SeenField, total: number, isListed: boolean, form: string | undefined): Localized {
  const often = ofArticles(field.count, total);
  if (isListed) {
    const shown = counted(field.values);
    return fillAll({ en: '{often}; {shown}', zh: '{often}；{shown}' }, { often, shown });
  }
  if (form !== undefined)
    return fillAll({ en: '{often}; written as {form}', zh: '{often}；写作 {form}' }, { often, form });
  return often;
}

/** Fields that fewer articles give are somebody’s own, and need not be in the house’s list. */
const rarest = (total: number): number => Math.max(2, total * 0.03);

/** Whether fields that the house does not list are a slip of the pen, or nobody’s business. */
function otherFields(fields: readonly SeenField[], declared: readonly Decision[], total: number): readonly Decision[] {
  const known = new Set(declared.filter((one) => !isGivenUp(one)).map(({ id }) => id));
  const others = fields.filter(({ key }) => !known.has(`field:${key}`));
  const rare = fields.filter(({ count }) => count < rarest(total));
  if (fields.length === 0) return [];
  const isClosed = others.length === 0 && rare.length === 0 && total >= 30;
  return [
    {
      id: 'other-fields',
      question: 'where',
      title: { en: 'Other fields', zh: '其他字段' },
      proposed: isClosed
        ? { en: 'a field that is not listed is told: it may be a slip', zh: '没有列出的字段会提示，可能是笔误' }
        : { en: 'are fine', zh: '可以有' },
      evidence: isClosed
        ? { en: `every field stands in many articles`, zh: '每个字段都在多篇稿件中出现' }
        : rare.length === 0
          ? { en: 'too few articles to tell that these are all', zh: '稿件还少，不能断定字段只有这些' }
          : fillAll(
              {
                en: '{rare} of {fields} fields stand in a few articles only',
                zh: '{fields} 个字段中有 {rare} 个只在少数稿件中出现',
              },
              { rare: rare.length, fields: fields.length },
            ),
      pieces: [{ path: ['other-fields'], value: isClosed ? 'unknown' : 'fine' }],
    },
  ];
}

/** What every article must have: the fields that nearly all give. */
export function proposeRequired(seen: Observation, declared: readonly Decision[]): readonly Decision[] {
  const total = seen.articles.length;
  const names = new Map([...seen.means].map(([, [key = '', ...aliases]]) => [key, aliases]));
  if (total < 5) return [];
  const isInDrafts = (keys: readonly string[]): boolean =>
    seen.drafts.every(({ fields }) => keys.some((key) => fields.has(key)));
  return seen.fields.flatMap((field): readonly Decision[] => {
    const { key } = field;
    const own = declared.find(({ id }) => id === `field:${key}`);
    if (own === undefined || isGivenUp(own)) return [];
    const others = names.get(key) ?? [];
    const having = others.reduce(
      (sum, other) => sum + (seen.fields.find((one) => one.key === other)?.count ?? 0),
      field.count,
    );
    if (share(having, total) < nearlyAll || field.kinds.boolean === field.count) return [];
    const missing = total - having;
    return [
      {
        id: `required:${key}`,
        question: 'demands',
        title: fillAll({ en: '`{key}` must be given', zh: '“{key}”必填' }, { key }),
        proposed: { en: 'in every article', zh: '每篇稿件' },
        evidence: ofArticles(having, total),
        ...outliers(
          (count) => fillAll({ en: '{count} have none', zh: '{count} 篇没有' }, { count }),
          missing,
          others.length > 0 ? [] : field.without,
        ),
        // A draft has its date when it is published.
        pieces: [{ path: ['fields', key, 'required'], value: isInDrafts([key, ...others]) ? 'draft' : 'published' }],
      },
    ];
  });
}
