import type { Field, FieldRole } from '../house/house.ts';
import type { Person } from '../model/byline/byline.ts';
import { type RoleKind, rolesOf } from '../model/byline/roles.ts';
import type { Credit } from '../model/credit/credit.ts';
import { inLocale, type Localized } from '../model/finding.ts';
import { nameKey } from '../model/name-key.ts';
import { fieldText } from './field-text.ts';
import { namesPeople } from './names.ts';
import type { Reading } from './reading.ts';

/** Fields of those who neither wrote nor took pictures, whom page and exports name by what they did. */
const otherWorks = ['translators', 'proofreaders', 'commissioners', 'producers'] as const;
type OtherWork = (typeof otherWorks)[number];

/** What they did, where the house has no word of its own. */
const words: Readonly<Record<OtherWork, Localized>> = {
  translators: { en: 'Translator', zh: '翻译' },
  proofreaders: { en: 'Proofreader', zh: '校对' },
  commissioners: { en: 'Commissioning editor', zh: '策划' },
  producers: { en: 'Producer', zh: '监制' },
};

/** The same for fields that the house has without a role, by the word that they are called by: 插画, illustrators, 配音. */
const madeBy: Readonly<Partial<Record<RoleKind, Localized>>> = {
  translator: words.translators,
  proofreader: words.proofreaders,
  commissioner: words.commissioners,
  producer: words.producers,
  photographer: { en: 'Photographs', zh: '摄影' },
  artist: { en: 'Illustration', zh: '插画' },
  designer: { en: 'Design', zh: '设计' },
  video: { en: 'Video', zh: '视频' },
  anchor: { en: 'Presenter', zh: '播音' },
  reviewer: { en: 'Reviewer', zh: '审核' },
  mentor: { en: 'Mentor', zh: '指导老师' },
  teller: { en: 'As told by', zh: '口述' },
  editor: { en: 'Editor', zh: '编辑' },
  correspondent: { en: 'Contributor', zh: '通讯员' },
};

/** Who did something for an article besides writing it and taking its pictures. */
interface OtherHands {
  /** `undefined` for a field that the house gives none: its own word says what they did. */
  readonly role: FieldRole | undefined;
  /** What they did, in the house's words and language. */
  readonly label: string;
  readonly names: readonly string[];
  /** The line of the field, from 0. */
  readonly line: number;
}

/** Whom the front matter names as having done other work, in the words of the house. */
export function otherHands({
  article,
  text,
  field,
  given,
  chinese,
}: Pick<Reading, 'article' | 'text' | 'field' | 'given' | 'chinese'>): readonly OtherHands[] {
  const known = otherWorks.flatMap((role) => {
    const said = text(role);
    if (said === undefined) return [];
    return [{ role, label: labelOf(field(role), words[role], chinese), names: said.texts, line: said.line }];
  });
  const others = given.flatMap(({ field: own }) => {
    const word = own.role === undefined && namesPeople(own) ? wordFor(own) : undefined;
    const said = word && fieldText(article, own);
    if (!word || !said) return [];
    return [{ role: undefined, label: labelOf(own, word, chinese), names: said.texts, line: said.line }];
  });
  return [...known, ...others];
}

/** What those did whom a field names, where it is called by a role: not whom the article tells of. */
function wordFor({ key, label, aliases }: Field): Localized | undefined {
  for (const called of [label.zh, label.en, key, ...(aliases ?? [])]) {
    const kind = rolesOf(called)[0]?.kind;
    const word = kind && madeBy[kind];
    // 插画 says more than its kind does; illustrators is a name for programs.
    if (word) return /\p{Script=Han}/u.test(called) ? { en: word.en, zh: called } : word;
  }
  return undefined;
}

/** Those of them whom the text itself does not name: byline and editor's line are read there. */
export function unsignedHands(reading: Reading): readonly OtherHands[] {
  const { bylines, editors, pictures, looseCredits } = reading.article.furniture;
  const signed = new Set(
    [
      ...bylines.flatMap(({ byline }) => byline.people),
      ...editors.flatMap(({ names }) => names),
      ...[...pictures, ...looseCredits].flatMap(({ credit }) => (credit ? peopleOf(credit) : [])),
    ].map(({ name }) => nameKey(name)),
  );
  return otherHands(reading).flatMap((one) => {
    const names = one.names.filter((name) => !signed.has(nameKey(name)));
    return names.length === 0 ? [] : [{ ...one, names }];
  });
}

/** The people of a credit that stands alone or under a picture. */
function peopleOf(credit: Credit | { readonly credit: Credit }): readonly Person[] {
  return 'people' in credit ? credit.people : credit.credit.people;
}

/** One line of them, as a page ends: `校对：高远、周砚`. */
export function handsLine({ label, names }: OtherHands, chinese: boolean): string {
  return chinese ? `${label}：${names.join('、')}` : `${label}${/\bby$/i.test(label) ? '' : ':'} ${names.join(', ')}`;
}

function labelOf(field: Field | undefined, word: Localized, chinese: boolean): string {
  const own = field?.label;
  // A field without a label is called by its key, which may be any word.
  const said = own === undefined || (own.en === own.zh && own.en === field?.key) ? word : own;
  return inLocale(said, chinese ? 'zh' : 'en');
}
