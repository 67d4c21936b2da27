import { fieldOfWord } from '../house/field-keys.ts';
import { stampFor } from '../house/field-types.ts';
import type { Field, House } from '../house/house.ts';
import { isChineseHouse } from '../house/language.ts';
import type { Localized, Written } from '../model/finding.ts';
import type { DialectName } from './dialects.ts';
import { type Moment, momentIn, soundMoment } from './moment.ts';
import { type Node, parseSlots } from './slots.ts';

/** A template of the workspace's own `templates/` folder: the file's name without `.md`, and its text. */
export interface HouseTemplate {
  readonly id: string;
  readonly text: string;
}

/** What is known when an article is begun or a block is put in. What is not given becomes a tab stop. */
export interface TemplateValues {
  /** The present moment, in milliseconds since the epoch; dates are shown in the house's time zone. */
  readonly now: number;
  readonly title?: string;
  readonly subtitle?: string;
  readonly series?: string;
  readonly column?: string;
  readonly source?: string;
  /** Who writes; usually the name from the user's settings. Empty is the same as not given. */
  readonly reporters?: readonly string[];
  readonly correspondents?: readonly string[];
  readonly photographers?: readonly string[];
  readonly editor?: string;
  /** Values for any other slot by its name; these win over everything above. */
  readonly slots?: Readonly<Record<string, string | readonly string[]>>;
  /** Templates and blocks of the workspace; one with a shipped id takes its place. */
  readonly houseTemplates?: readonly HouseTemplate[];
  /** How the newsroom writes its front matter, for templates of ours; YAML when absent. */
  readonly dialect?: DialectName | undefined;
}

/** What filling in a template needs, gathered once. */
export interface Filling {
  readonly house: House;
  readonly values: TemplateValues;
  readonly moment: Moment;
  /** The language that the house's text is written in. */
  readonly language: Written;
  /** Defaults that the template gives, by slot name: a slot that comes again has the same. */
  readonly defaults: ReadonlyMap<string, readonly string[]>;
}

/** A slot's value, or what to offer in its stead: the default and further choices. */
type SlotValue = { readonly known: string | readonly string[] } | { readonly choices: readonly string[] };

/** Gathers what filling in `template` needs. */
export function fillingOf(house: House, values: TemplateValues, template: string): Filling {
  const defaults = new Map<string, readonly string[]>();
  for (const node of parseSlots(template)) note(node, defaults);
  const language = isChineseHouse(house) ? 'zh' : 'en';
  return { house, values, moment: momentIn(values.now, house.timeZone), language, defaults };
}

function note(node: Node, defaults: Map<string, readonly string[]>): void {
  if (node.kind === 'slot' && node.choices.length > 0 && !defaults.has(node.name)) {
    defaults.set(node.name, node.choices);
  }
}

/** The house's field that a slot speaks of: by its role, or by its key. */
export function fieldOf(house: House, name: string): Field | undefined {
  return fieldOfWord(house, name === 'reporter' ? 'reporters' : name) ?? fieldOfWord(house, name);
}

function given(values: TemplateValues, name: string): string | readonly string[] | undefined {
  const named = values.slots;
  if (named !== undefined && Object.hasOwn(named, name)) return named[name];
  switch (name) {
    case 'title':
      return values.title;
    case 'subtitle':
      return values.subtitle;
    case 'series':
      return values.series;
    case 'column':
      return values.column;
    case 'source':
      return values.source;
    case 'reporters':
      return values.reporters;
    case 'reporter':
      return values.reporters?.[0];
    case 'correspondents':
      return values.correspondents;
    case 'photographers':
      return values.photographers;
    case 'editor':
      return values.editor;
    default:
      return undefined;
  }
}

function ofClock(moment: Moment, name: string): string | undefined {
  switch (name) {
    case 'date':
      return moment.date;
    case 'time':
      return moment.time;
    case 'datetime':
      return `${moment.date} ${moment.time}`;
    case 'year':
      return moment.year;
    case 'month':
      return String(Number(moment.month));
    case 'day':
      return String(Number(moment.day));
    default:
      return undefined;
  }
}

/** `undefined` for a value that says nothing: blank text, or a list of blanks. */
function settled(value: string | readonly string[] | undefined): string | readonly string[] | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  const items = value.map((item) => item.trim()).filter((item) => item !== '');
  return items.length === 0 ? undefined : items;
}

/** Who stands in a byline or credit until somebody's name does. */
const people: Readonly<Record<string, Localized>> = {
  reporter: { en: 'Full Name', zh: '姓名' },
  reporters: { en: 'Full Name', zh: '姓名' },
  correspondents: { en: 'Full Name', zh: '姓名' },
  photographers: { en: 'Full Name', zh: '姓名' },
  editor: { en: 'Full Name', zh: '姓名' },
  agency: { en: 'Agency', zh: '机构名称' },
  organisation: { en: 'Organisation', zh: '单位名称' },
  place: { en: 'Place', zh: '地点' },
};

/**
 * Finds a slot's value: what the caller gives, else the clock, else the house's default for the field; else what to
 * offer: the template's choices, the field's values, the field's label, the slot's own name.
 */
export function lookUp(filling: Filling, name: string): SlotValue {
  const known = settled(given(filling.values, name)) ?? ofClock(filling.moment, name);
  if (known !== undefined) return { known };
  if (name === 'house') return { known: filling.house.name };
  const field = fieldOf(filling.house, name);
  if (field?.role === 'published') {
    return { known: stampFor(field, soundMoment(filling.values.now), filling.house.timeZone) };
  }
  const fallback = settled(field?.default);
  if (fallback !== undefined) return { known: fallback };
  const values = field?.values?.map((choice) => choice.value) ?? [];
  const written = filling.defaults.get(name) ?? [];
  // A shipped template may offer what a newsroom's own house does not have.
  const fitting =
    values.length > 0 && field?.open !== true ? written.filter((choice) => values.includes(choice)) : written;
  if (values.length > 0) return { choices: [...new Set([...fitting, ...values])] };
  if (fitting.length > 0) return { choices: fitting };
  const somebody = people[name];
  return { choices: [somebody?.[filling.language] ?? field?.label[filling.language] ?? name] };
}
