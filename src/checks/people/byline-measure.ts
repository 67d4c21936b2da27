import { formsOf } from '../../house/forms.ts';
import type { BylineStyle } from '../../house/house.ts';
import { beside } from '../../model/beside.ts';
import type { Byline } from '../../model/byline/byline.ts';
import { fold } from '../../model/byline/lexicon/fold.ts';
import { rolesOf } from '../../model/byline/roles.ts';
import type { BylinePosition } from '../../model/furniture/furniture.ts';
import { inHouseForm, inHouseFrame } from './byline-habits.ts';

/**
 * How far a house's own way of writing bylines goes for one of them.
 * - `form`: it is the house's, and should be in one of its forms
 * - `habits`: it is signed by the house's people in a place of its own, with the house's brackets and spaces
 * - `outlet`: another outlet signs, and nobody has said that it is the source
 * - `marks`: an author, another outlet or whoever made a video signs in a way of their own: only what is wrong in any
 *   newsroom (an open bracket, a role written twice) is wrong here
 */
export type Measure = 'form' | 'habits' | 'outlet' | 'marks';

/** Whether a house has said how it writes bylines: a form that is nothing but a slot says nothing. */
function declaresForms({ forms }: BylineStyle): boolean {
  return formsOf(forms).some(({ parts }) => parts.some((part) => part.kind === 'text'));
}

/**
 * Whether the outlet of a byline is one of the house's own, by its list or at the head of one of its forms;
 * `undefined` where none is named or the house names none.
 */
function isOwnOutlet({ outlet }: Byline, { outlets, forms }: BylineStyle): boolean | undefined {
  if (!outlet) return undefined;
  const plain = fold(outlet.text);
  if (outlets.some((own) => own === plain || plain.startsWith(own))) return true;
  const heads = formsOf(forms).flatMap(({ parts: [first] }) => (first?.kind === 'text' ? [fold(first.text)] : []));
  if (heads.some((head) => head.startsWith(plain))) return true;
  return outlets.length === 0 ? undefined : false;
}

/** What a byline was measured to be: several checks ask in turn. */
interface Measured {
  readonly text: string;
  readonly position: BylinePosition;
  readonly style: BylineStyle;
  readonly measure: Measure;
}

const measured = beside<Byline, Measured>();

/** How the byline that stands in `text` is measured by a house. */
export function measureOf(text: string, byline: Byline, position: BylinePosition, style: BylineStyle): Measure {
  const known = measured.get(byline);
  if (known?.style === style && known.position === position && known.text === text) return known.measure;
  const measure = measuring(text, byline, position, style);
  measured.set(byline, { text, position, style, measure });
  return measure;
}

function measuring(text: string, byline: Byline, position: BylinePosition, style: BylineStyle): Measure {
  if (!declaresForms(style)) return 'marks';
  if (inHouseForm(text.slice(byline.from, byline.to), byline, style)) return 'form';
  const { kind, roles } = byline;
  if (kind === 'bare' || kind === 'note' || kind === 'info' || kind === 'attribution' || kind === 'sign')
    return 'marks';
  const own = isOwnOutlet(byline, style);
  const signed = roles.some(({ text: role }) => isOfHouse(role, style));
  // 来源：海州日报 作者：陆晓晴 says itself where it is from.
  if (own === false && roles.some(({ text: role }) => fold(role) === '来源')) return 'marks';
  if (own === false) return style.required && (signed || kind === 'head' || kind === 'dateline') ? 'outlet' : 'marks';
  const framed = inHouseFrame(text, byline, style) && isFramed(byline);
  if (framed) return 'form';
  // 本报 is whoever prints it; another name is another outlet's unless the house's forms leave room for it.
  const unnamed = !byline.outlet || /^本.$/.test(fold(byline.outlet.text));
  if (own !== true && (!unnamed || !style.required)) return 'marks';
  if (kind === 'head' || kind === 'dateline') return 'form';
  if (!signed) return 'marks';
  return position === 'head' || position === style.position ? 'form' : 'habits';
}

/** Whether a role is one by which the house's own people sign: a reporter's, or one that its forms have. */
function isOfHouse(role: string, { forms, roles }: BylineStyle): boolean {
  const plain = fold(role);
  const [first] = rolesOf(role);
  if (first?.kind === 'reporter' || first?.kind === 'correspondent')
    return roles.length === 0 || roles.some((known) => plain.endsWith(fold(known)));
  return formsOf(forms).some(({ parts }) =>
    parts.some((part) => part.kind === 'text' && labels(fold(part.text), plain)),
  );
}

/** Whether the text of a form has a role as a label of its own: 文 in `文/`, not in `文化`. */
function labels(text: string, role: string): boolean {
  for (let at = text.indexOf(role); at >= 0; at = text.indexOf(role, at + 1)) {
    const before = text.charAt(at - 1);
    if (!/\p{L}/u.test(before) && /^(?:[\s:/|]|$)/.test(text.slice(at + role.length))) return true;
  }
  return false;
}

/** Whether anything of the byline stands before its people or their roles: names alone are in nobody's frame. */
function isFramed({ from, people, roles, kind }: Byline): boolean {
  const first = Math.min(people[0]?.from ?? Infinity, roles[0]?.from ?? Infinity);
  return from < first && (kind !== 'bracket' || roles.length > 0);
}
