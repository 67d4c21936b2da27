import type { SlotName } from '../house/forms.ts';
import type { Byline, Person, Piece } from '../model/byline/byline.ts';
import { isCorrespondent, isWriter, rolesOf } from '../model/byline/roles.ts';
import type { Credit } from '../model/credit/credit.ts';

/** A piece of a signature as it stands: words that are always the same, or what fills a slot of a form. */
export interface SignaturePart {
  /** `undefined`: words. */
  readonly slot: SlotName | undefined;
  readonly text: string;
}

/** A byline or credit taken apart. */
export interface SeenSignature {
  /** As written. */
  readonly text: string;
  readonly parts: readonly SignaturePart[];
  readonly people: readonly { readonly name: string; readonly role: string | undefined; readonly spaced: boolean }[];
  /** What stands between two names that share a role, as written. */
  readonly separators: readonly string[];
  /** What stands between role words and the names after them. */
  readonly roleSpaces: readonly string[];
}

/** What may stand between two people of one slot: marks, blanks, `and`, and the role again. */
const between = /^(?:[\s、,，;；&/·|]|和|与|及|and|et|y|und)*$/u;

/** Takes a byline apart. */
export function seeByline(text: string, byline: Byline): SeenSignature {
  const pieces: (readonly [SlotName, Piece | undefined])[] = [
    ['outlet', byline.outlet],
    ['place', byline.place],
    ['date', byline.date],
  ];
  return see(text, byline, byline.people, byline.roles, pieces, bylineSlot);
}

/** Takes a credit apart. */
export function seeCredit(text: string, credit: Credit): SeenSignature {
  const whose: SlotName = credit.kind === 'supplied' ? 'organisation' : 'agency';
  const pieces: (readonly [SlotName, Piece | undefined])[] = [
    ['outlet', credit.outlet === credit.agency ? undefined : credit.outlet],
    [whose, credit.agency],
    ['date', credit.date],
  ];
  return see(text, credit, credit.people, [], pieces, () => 'photographers');
}

function bylineSlot(role: string | undefined): SlotName {
  if (isCorrespondent(role)) return 'correspondents';
  const kinds = rolesOf(role).map(({ kind }) => kind);
  if (kinds[0] === 'photographer') return 'photographers';
  if (kinds[0] === 'editor') return 'editor';
  if (kinds[0] === 'translator') return 'translators';
  if (kinds[0] === 'proofreader') return 'proofreaders';
  if (kinds[0] === 'commissioner') return 'commissioners';
  if (kinds[0] === 'producer') return 'producers';
  return isWriter(role) ? 'reporters' : 'names';
}

/** People one after the other who fill one slot. */
interface Group {
  readonly slot: SlotName;
  readonly from: number;
  readonly to: number;
}

function see(
  text: string,
  whole: { readonly from: number; readonly to: number },
  people: readonly Person[],
  roles: readonly Piece[],
  pieces: readonly (readonly [SlotName, Piece | undefined])[],
  slotOf: (role: string | undefined) => SlotName,
): SeenSignature {
  const separators: string[] = [];
  const groups: Group[] = [];
  const inOrder = [...people].sort((a, b) => a.from - b.from);
  for (const [index, person] of inOrder.entries()) {
    const before = inOrder[index - 1];
    const last = groups.at(-1);
    const slot = slotOf(person.role);
    const gap = before === undefined ? '' : text.slice(before.to, person.from);
    const joins = before !== undefined && last?.slot === slot && between.test(withoutRoles(gap, roles, before.to));
    if (!joins || last === undefined) {
      groups.push({ slot, from: person.from, to: person.to });
      continue;
    }
    groups[groups.length - 1] = { ...last, to: person.to };
    if (between.test(gap) && gap !== '') separators.push(gap);
  }
  const slots: readonly Group[] = [
    ...groups,
    ...pieces.flatMap(([slot, piece]) =>
      piece && !people.some(({ from, to }) => from < piece.to && piece.from < to)
        ? [{ slot, from: piece.from, to: piece.to }]
        : [],
    ),
  ].sort((a, b) => a.from - b.from);
  const parts: SignaturePart[] = [];
  let at = whole.from;
  const words = (to: number): void => {
    if (to > at) parts.push({ slot: undefined, text: text.slice(at, to) });
  };
  for (const { slot, from, to } of slots) {
    if (from < at) continue;
    words(from);
    parts.push({ slot, text: text.slice(from, to) });
    at = to;
  }
  words(whole.to);
  const roleSpaces = roles.flatMap(({ to }) => {
    const next = inOrder.find(({ from }) => from >= to);
    const gap = next && text.slice(to, next.from);
    return gap !== undefined && /^[ \u3000]*$/.test(gap) ? [gap] : [];
  });
  return {
    text: text.slice(whole.from, whole.to),
    parts,
    people: people.map(({ name, role, text: written }) => ({
      name,
      role,
      spaced: /^\p{Script=Han}[ \u3000]+\p{Script=Han}$/u.test(written),
    })),
    separators,
    roleSpaces,
  };
}

/** The text between two people without the role words in it, for those who are named with their role each. */
function withoutRoles(gap: string, roles: readonly Piece[], at: number): string {
  let out = gap;
  for (const { from, to } of roles)
    if (from >= at && to <= at + gap.length) out = out.replace(gap.slice(from - at, to - at), '');
  return out;
}
