import type { Field, FieldRole } from '../house/house.ts';
import { inLocale, type Localized } from '../model/finding.ts';
import { nameKey } from '../model/name-key.ts';
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

/** Who did something for an article besides writing it and taking its pictures. */
interface OtherHands {
  readonly role: FieldRole;
  /** What they did, in the house's words and language. */
  readonly label: string;
  readonly names: readonly string[];
  /** The line of the field, from 0. */
  readonly line: number;
}

/** Whom the front matter names as having done other work, in the words of the house. */
export function otherHands({
  text,
  field,
  chinese,
}: Pick<Reading, 'text' | 'field' | 'chinese'>): readonly OtherHands[] {
  return otherWorks.flatMap((role) => {
    const said = text(role);
    if (said === undefined) return [];
    return [{ role, label: labelOf(field(role), role, chinese), names: said.texts, line: said.line }];
  });
}

/** Those of them whom the text itself does not name: byline and editor's line are read there. */
export function unsignedHands(reading: Reading): readonly OtherHands[] {
  const { bylines, editors } = reading.article.furniture;
  const signed = new Set(
    [...bylines.flatMap(({ byline }) => byline.people), ...editors.flatMap(({ names }) => names)].map(({ name }) =>
      nameKey(name),
    ),
  );
  return otherHands(reading).flatMap((one) => {
    const names = one.names.filter((name) => !signed.has(nameKey(name)));
    return names.length === 0 ? [] : [{ ...one, names }];
  });
}

/** One line of them, as a page ends: `校对：高远、周砚`. */
export function handsLine({ label, names }: OtherHands, chinese: boolean): string {
  return chinese ? `${label}：${names.join('、')}` : `${label}${/\bby$/i.test(label) ? '' : ':'} ${names.join(', ')}`;
}

function labelOf(field: Field | undefined, role: OtherWork, chinese: boolean): string {
  const own = field?.label;
  // A field without a label is called by its key, which may be any word.
  const said = own === undefined || (own.en === own.zh && own.en === field?.key) ? words[role] : own;
  return inLocale(said, chinese ? 'zh' : 'en');
}
