import { formsOf } from '../../house/forms.ts';
import { writeForm } from '../../house/forms-write.ts';
import type { BylineStyle } from '../../house/house.ts';
import type { Byline } from '../../model/byline/byline.ts';
import type { FoundByline } from '../../model/furniture/furniture.ts';
import { readBylineAt } from '../../model/furniture/read-bylines.ts';
import { nameKey } from '../../model/name-key.ts';
import type { ProseEdit } from '../../model/prose.ts';
import { applyEdits } from '../../model/range.ts';
import { signersOf } from '../../reading/signers.ts';
import { bylineDefects, type Defect } from './byline-defects.ts';
import { inHouseForm, inHouseFrame } from './byline-habits.ts';
import { measureOf } from './byline-measure.ts';

/** A byline's defects, and the byline as a whole once all that can be mended without a choice is mended. */
interface MendedByline {
  readonly defects: readonly Defect[];
  /** Those whose edits are certain, and lead to a form that the house has declared: only they are mended in bulk. */
  readonly certain: ReadonlySet<Defect>;
  /** Edits of the passage's prose that mend the byline as a whole; absent when there is nothing to mend. */
  readonly edits?: readonly ProseEdit[];
  /** How the whole byline reads after {@link edits}. */
  readonly text?: string;
}

/**
 * What is wrong with a byline by the house's way of writing, and how it reads mended: brackets, spaces, separators and
 * roles together, or the house's form for the same people. Nothing that changes who is named.
 */
export function mendByline(found: FoundByline, style: BylineStyle): MendedByline {
  const { passage, byline, position } = found;
  const { text } = passage.prose;
  const measure = measureOf(text, byline, position, style);
  const defects = bylineDefects(text, byline, style, measure);
  const mended = defects.filter(({ safe, edits }) => safe && edits.length > 0);
  let together: readonly ProseEdit[] = [];
  const kept: Defect[] = [];
  for (const defect of mended) {
    const all = [...together, ...defect.edits];
    if (!agree(together, defect.edits) || !keepsPeople(found, defect.edits) || !keepsPeople(found, all)) continue;
    together = all;
    kept.push(defect);
  }
  if (together.length > 0) {
    const after = afterEdits(text, together);
    const read = readBylineAt(after, position);
    const whole = read && after.slice(read.from, read.to);
    const declared =
      read !== undefined &&
      whole !== undefined &&
      measure === 'form' &&
      !defects.some(({ code }) => code === 'unclosed') &&
      (inHouseForm(whole, read, style) || (kept.length < defects.length && inHouseFrame(after, read, style)));
    return {
      defects,
      certain: new Set(declared ? kept : []),
      edits: together,
      ...(whole === undefined ? {} : { text: whole }),
    };
  }
  const rewritten = defects.some(({ code }) => code === 'form') ? inHouseWords(found, style) : undefined;
  if (rewritten === undefined) return { defects, certain: new Set() };
  return {
    defects,
    certain: new Set(),
    edits: [{ from: byline.from, to: byline.to, text: rewritten }],
    text: rewritten,
  };
}

/** Whether edits can be made together: none of `more` touches one of `edits`. */
function agree(edits: readonly ProseEdit[], more: readonly ProseEdit[]): boolean {
  return more.every((one) => edits.every((other) => one.from > other.to || other.from > one.to));
}

function afterEdits(text: string, edits: readonly ProseEdit[]): string {
  return applyEdits(
    text,
    edits.map((edit) => ({ start: edit.from, end: edit.to, text: edit.text })),
  );
}

/** Whether the byline names the same people in the same roles after an edit: only then may it be applied. */
export function keepsPeople({ passage, byline, position }: FoundByline, edits: readonly ProseEdit[]): boolean {
  return samePeople(readBylineAt(afterEdits(passage.prose.text, edits), position), byline);
}

/** Whether the byline names the same people after an edit, whatever their roles. */
export function keepsNames({ passage, byline, position }: FoundByline, edits: readonly ProseEdit[]): boolean {
  const names = (all: Byline['people'] | undefined) =>
    all
      ?.map(({ name }) => nameKey(name))
      .sort()
      .join('|');
  return names(readBylineAt(afterEdits(passage.prose.text, edits), position)?.people) === names(byline.people);
}

function samePeople(after: Byline | undefined, before: Byline): boolean {
  const people = (all: Byline['people']) => all.map(({ name, role }) => `${nameKey(name)} ${role ?? ''}`).join('|');
  return after !== undefined && people(after.people) === people(before.people);
}

/**
 * The whole byline in one of the house's forms: the first in which everybody keeps their role, else the first that has
 * room for everybody. `undefined` when there is none, or when somebody is named who does not write.
 */
export function inHouseWords({ byline, position }: FoundByline, style: BylineStyle): string | undefined {
  const { reporters, correspondents, unlabelled } = signersOf(byline.people, style);
  if (reporters.length + correspondents.length + unlabelled.length !== byline.people.length) return undefined;
  const content = {
    reporters: [...unlabelled, ...reporters],
    correspondents,
    ...(byline.place ? { place: byline.place.text } : {}),
    ...(byline.date ? { date: byline.date.text } : {}),
    ...(style.outlets[0] === undefined ? {} : { outlet: style.outlets[0] }),
  };
  const written = formsOf(style.forms).flatMap(
    (form) => writeForm(form, content, style.nameSeparator, 'reporters') ?? [],
  );
  return written.find((text) => samePeople(readBylineAt(text, position), byline)) ?? written[0];
}
