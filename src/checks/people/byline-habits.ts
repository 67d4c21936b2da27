import { allIn, type Form, type FormPart, formsOf, matchForm, peopleSlots, slotsOf } from '../../house/forms.ts';
import type { BylineStyle } from '../../house/house.ts';
import { isCorrespondentIn } from '../../house/works.ts';
import type { Byline } from '../../model/byline/byline.ts';
import { rolesOf, writerTitles } from '../../model/byline/roles.ts';

/** What the house's forms say without saying so: what stands before brackets, and between two groups. */
interface Habits {
  readonly bracketGaps: readonly string[];
  /** The commonest first. */
  readonly groupGaps: readonly [string, ...string[]];
}

/** Whether the byline is, character by character, one of the house's forms, its slots holding names and nothing else. */
export function inHouseForm(written: string, byline: Byline, style: BylineStyle): boolean {
  const whole = plainSpaces(written);
  const names = new Set(byline.people.map(({ text }) => plainSpaces(text)));
  const { verb } = byline;
  // Nobody signs: a column tag (国际观察) or a genre (通讯：) after 电 is not the house's to say.
  const bare = verb && names.size === 0 && byline.roles.length === 0 ? whole.slice(0, verb.to - byline.from) : whole;
  return formsOf(style.forms).some((form) => {
    const slots = matchForm(form, whole) ?? (bare === whole ? undefined : matchForm(form, bare));
    return (
      slots !== undefined &&
      [...slots].every(([slot, filled]) => {
        if (!peopleSlots.has(slot)) return true;
        const held = allIn(filled).map(({ text }) => text);
        const parts = slot === 'name' ? held : held.flatMap((text) => separatedNames(text, style));
        return parts.every((part) => names.has(part));
      })
    );
  });
}

/** A no-break space is how web pages keep two spaces from becoming one; a form has plain ones. Offsets stay. */
export function plainSpaces(text: string): string {
  return text.replace(/\u00a0/g, ' ');
}

/** What may stand between two names, the house's own separator first. */
export function separatorsOf({ nameSeparator, otherSeparators = [] }: BylineStyle): readonly string[] {
  return [nameSeparator, ...otherSeparators];
}

function separatedNames(text: string, style: BylineStyle): readonly string[] {
  let parts: readonly string[] = [text];
  for (const separator of separatorsOf(style)) {
    if (separator === '') continue;
    const by = separator.trim() === 'and' ? /, | and / : separator;
    parts = parts.flatMap((part) => part.split(by));
  }
  return parts;
}

/** Whether only correspondents are labelled, and the house has a form that leaves the others without a role. */
export function leavesFirstUnlabelled({ people }: Byline, style: BylineStyle): boolean {
  if (people.some(({ role }) => role !== undefined && !isCorrespondentIn(style, role))) return false;
  return formsOf(style.forms).some((form) => {
    const slots = slotsOf(form);
    const first = slots.find(({ slot }) => peopleSlots.has(slot) && slot !== 'correspondents');
    return (
      first !== undefined && slots.some(({ slot }) => slot === 'correspondents') && rolesOf(first.before).length === 0
    );
  });
}

const people: ReadonlySet<string> = peopleSlots;
const habitsByForms = new WeakMap<readonly string[], Habits>();

/** The habits of a house, read off its forms once. */
export function habitsOf(style: BylineStyle): Habits {
  const kept = habitsByForms.get(style.forms);
  if (kept) return kept;
  const gaps = new Set<string>();
  const between = new Set<string>();
  for (const { pattern } of formsOf(style.forms)) {
    const bracket = /([^\s（(]?)([ \u00a0\u3000]*)[（(]/u.exec(pattern);
    if (bracket?.[1]) gaps.add(bracket[2] ?? '');
    // {outlet}记者：{reporters}: what stands behind an outlet or a place parts nobody.
    const group = /\{([^{}]+)\}([ 、，,]*)(?=[^{}（）()]{2,8}\{)/gu;
    for (const { 1: slot = '', 2: gap = '' } of pattern.matchAll(group)) if (people.has(slot)) between.add(gap);
  }
  const [first = ' ', ...others] = between;
  const habits: Habits = { bracketGaps: gaps.size > 0 ? [...gaps] : [''], groupGaps: [first, ...others] };
  habitsByForms.set(style.forms, habits);
  return habits;
}

/** What stands round the people, apart from roles and names: 中国报道讯（…）, （…报道）, By …. */
export function inHouseFrame(text: string, byline: Byline, style: BylineStyle): boolean {
  const first = byline.people[0];
  const last = byline.people[byline.people.length - 1];
  const starts = [first?.from, byline.roles[0]?.from].filter((at) => at !== undefined);
  const start = starts.length > 0 ? Math.min(...starts) : byline.to;
  const ends = [last?.to, byline.roles[byline.roles.length - 1]?.to].filter((at) => at !== undefined);
  const end = ends.length > 0 ? Math.max(...ends) : byline.to;
  const before = text.slice(byline.from, start);
  const after = text.slice(end, byline.to);
  return formsOf(style.forms).some((form) => {
    const brackets = bracketsOf(form);
    return (
      brackets !== undefined &&
      (after === '' || brackets.after === '' || after === brackets.after || brackets.after.endsWith(after)) &&
      matches(brackets.before, before, byline)
    );
  });
}

/** What a house's form writes for somebody's role, before the names. */
const label = new RegExp(`(?:[特首见实全融]\\p{Script=Han}{1,3})?(?:${writerTitles})[ :：/]*$`, 'u');

/** A form without who is named in it. */
interface Brackets {
  readonly before: Form | undefined;
  readonly after: string;
}

function bracketsOf(form: Form): Brackets | undefined {
  const at = form.parts.findIndex((part) => part.kind === 'slot' && peopleSlots.has(part.slot));
  if (at < 0) return undefined;
  const before: FormPart[] = form.parts.slice(0, at).map((part, index) =>
    part.kind === 'text' && index === at - 1
      ? {
          kind: 'text',
          text: part.text.replace(label, ''),
        }
      : part,
  );
  const kept = before.filter((part) => part.kind !== 'text' || part.text !== '');
  const last = form.parts[form.parts.length - 1];
  return {
    before: kept.length > 0 ? { pattern: form.pattern, parts: kept } : undefined,
    after: last?.kind === 'text' ? last.text : '',
  };
}

function matches(form: Form | undefined, text: string, byline: Byline): boolean {
  if (form === undefined) return text.trim() === '' || text.trim() === byline.outlet?.text;
  return matchForm(form, text) !== undefined;
}
