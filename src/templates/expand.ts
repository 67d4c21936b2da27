import { type Form, type FormPart, formsOf } from '../house/forms.ts';
import { joined } from '../house/forms-write.ts';
import { workOfSlot } from '../house/works.ts';
import type { Part } from './parts.ts';
import { type Filling, lookUp } from './values.ts';

/**
 * Slots that the house's own forms stand behind: `{{byline}}`, `{{credit}}` and `{{editor-line}}`. They are written as
 * the house writes them, so that a template suits every house that extends its own. `undefined` for other slots.
 */
export function expand(name: string, filling: Filling): readonly Part[] | undefined {
  const { house } = filling;
  switch (name) {
    case 'byline':
      return write(bylineForm(filling), 'reporters', filling);
    case 'credit':
      return write(creditForm(filling), 'photographers', filling);
    case 'editor-line':
      return [text(house.editorLabel + (filling.language === 'zh' ? '：' : ': ')), ...person('editor', filling)];
    default:
      return undefined;
  }
}

function text(written: string): Part {
  return { kind: 'text', text: written };
}

/** The slots of a form by what templates call them; those that may be left out are marked. */
function slotsOf(
  parts: readonly FormPart[],
  whose: string,
  optional = false,
): readonly { name: string; optional: boolean }[] {
  let before = '';
  return parts.flatMap((part) => {
    if (part.kind === 'text') before = part.text;
    if (part.kind === 'slot') return [{ name: slotName(part.slot, before, whose), optional }];
    return part.kind === 'optional' ? slotsOf(part.parts, whose, true) : [];
  });
}

/** `{names}` are the people whom the form is about, and correspondents where it says so. */
function slotName(slot: string, before: string, whose: string): string {
  if (slot !== 'name' && slot !== 'names') return slot;
  return workOfSlot(before, whose);
}

function isKnown(name: string, filling: Filling): boolean {
  return 'known' in lookUp(filling, name);
}

/** The first form that has room for everyone who is known, and asks for nobody besides. */
function bylineForm(filling: Filling): Form | undefined {
  const correspondents = isKnown('correspondents', filling);
  // Somebody must sign: where nobody is known, a reporter will.
  const reporters = isKnown('reporters', filling) || !correspondents;
  const forms = formsOf(filling.house.byline.forms);
  const fits = (form: Form) => {
    const slots = slotsOf(form.parts, 'reporters');
    const takes = (name: string, wanted: boolean) =>
      slots.some((slot) => slot.name === name && (wanted || !slot.optional)) === wanted;
    return takes('reporters', reporters) && takes('correspondents', correspondents);
  };
  return forms.find(fits) ?? forms[0];
}

/** The first form that names somebody: 通讯员供图 and its kin say something of their own. */
function creditForm(filling: Filling): Form | undefined {
  const forms = formsOf(filling.house.credit.forms);
  return forms.find((form) => slotsOf(form.parts, 'photographers').length > 0) ?? forms[0];
}

function write(form: Form | undefined, whose: string, filling: Filling): readonly Part[] {
  if (form === undefined) return person(whose, filling);
  const writeAll = (parts: readonly FormPart[]): readonly Part[] => {
    let before = '';
    return parts.flatMap((part) => {
      if (part.kind === 'slot') return person(slotName(part.slot, before, whose), filling);
      if (part.kind === 'optional') {
        const wanted = slotsOf(part.parts, whose).every(({ name }) => isKnown(name, filling));
        return wanted ? writeAll(part.parts) : [];
      }
      before = part.text;
      return [text(part.text)];
    });
  };
  return writeAll(form.parts);
}

function person(name: string, filling: Filling): readonly Part[] {
  if (name === 'date') return [text(datelineDate(filling))];
  const outlet = filling.house.byline.outlets[0];
  if (name === 'outlet' && outlet !== undefined) return [text(outlet)];
  const value = lookUp(filling, name);
  if (!('known' in value)) return [{ kind: 'stop', name, text: value.choices[0] ?? '', choices: value.choices }];
  const { known } = value;
  return [text(typeof known === 'string' ? known : joined(known, filling.house.byline.nameSeparator))];
}

/** The day as a dateline has it: `11月23日`, `November 23`. */
function datelineDate({ language, moment }: Filling): string {
  const [month, day] = [Number(moment.month), Number(moment.day)];
  if (language === 'zh') return `${month}月${day}日`;
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 1));
  return `${name} ${day}`;
}
