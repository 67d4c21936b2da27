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
      return fromForm(bylineForm(filling), filling, 'reporters');
    case 'credit':
      return fromForm(creditForm(filling), filling, 'photographers');
    case 'editor-line':
      return [
        { kind: 'text', text: house.editorLabel + (filling.language === 'zh' ? '：' : ': ') },
        ...person('editor', filling),
      ];
    default:
      return undefined;
  }
}

const FORM_SLOT = /\{([^{}]*)\}/g;

function slotsOf(form: string, names: string): readonly string[] {
  return [...form.matchAll(FORM_SLOT)].map((match) => slotName(match[1] ?? '', form.slice(0, match.index), names));
}

/** What a form's slot is called in templates: `{names}` are the people whom the form is about. */
function slotName(written: string, before: string, names: string): string {
  if (/(?:通讯员|通訊員)[：: ]?$/.test(before)) return 'correspondents';
  return written === 'name' || written === 'names' ? names : written;
}

/** The first form that has room for everyone who is known, and asks for nobody besides. */
function bylineForm(filling: Filling): string {
  const known = (name: string) => 'known' in lookUp(filling, name);
  const correspondents = known('correspondents');
  // Somebody must sign: where nobody is known, a reporter will.
  const reporters = known('reporters') || !correspondents;
  const fits = (form: string) => {
    const slots = slotsOf(form, 'reporters');
    return slots.includes('reporters') === reporters && slots.includes('correspondents') === correspondents;
  };
  const { forms } = filling.house.byline;
  return forms.find(fits) ?? forms[0] ?? '{reporters}';
}

function creditForm(filling: Filling): string {
  const { forms } = filling.house.credit;
  return (
    forms.find((form) => slotsOf(form, 'photographers').includes('photographers')) ?? forms[0] ?? '{photographers}'
  );
}

function fromForm(form: string, filling: Filling, names: string): readonly Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const match of form.matchAll(FORM_SLOT)) {
    const before = form.slice(0, match.index);
    if (match.index > done) parts.push({ kind: 'text', text: form.slice(done, match.index) });
    parts.push(...person(slotName(match[1] ?? '', before, names), filling));
    done = match.index + match[0].length;
  }
  if (done < form.length) parts.push({ kind: 'text', text: form.slice(done) });
  return parts;
}

function person(name: string, filling: Filling): readonly Part[] {
  const value = lookUp(filling, name);
  if (!('known' in value)) return [{ kind: 'stop', name, text: value.choices[0] ?? '', choices: value.choices }];
  const { known } = value;
  return [{ kind: 'text', text: typeof known === 'string' ? known : known.join(filling.house.byline.nameSeparator) }];
}
