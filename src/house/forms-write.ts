import { type Form, type FormPart, formsOf, peopleSlots, type SlotName, slotsOf } from './forms.ts';
import type { BylineStyle, CreditStyle } from './house.ts';
import { isChineseHouse } from './language.ts';
import { workOfSlot } from './works.ts';

/** Who and what a byline names. */
interface BylineContent {
  readonly reporters?: readonly string[];
  readonly correspondents?: readonly string[];
  readonly photographers?: readonly string[];
  readonly translators?: readonly string[];
  readonly proofreaders?: readonly string[];
  readonly commissioners?: readonly string[];
  readonly producers?: readonly string[];
  readonly editor?: readonly string[];
  readonly place?: string;
  readonly date?: string;
  readonly outlet?: string;
  readonly agency?: string;
  readonly organisation?: string;
}

/** Which kind of people `{name}` and `{names}` are. */
type Whose = 'reporters' | 'photographers';

/** What a slot is filled from: `{names}` after 通讯员 are correspondents, otherwise those whom the form is about. */
function contentOf(slot: SlotName, before: string, whose: Whose): keyof BylineContent {
  if (slot === 'name' || slot === 'names') return workOfSlot(before, whose);
  return slot;
}

/** Writes a form, or `undefined` when it lacks something it must have, or leaves out somebody it was given. */
export function writeForm(form: Form, content: BylineContent, separator: string, whose: Whose): string | undefined {
  const left = new Set<keyof BylineContent>();
  for (const key of ['reporters', 'correspondents', 'photographers'] as const)
    if ((content[key]?.length ?? 0) > 0) left.add(key);
  if (whose === 'reporters') left.delete('photographers');
  const used = new Set<keyof BylineContent>();
  let before = '';
  const write = (parts: readonly FormPart[]): string | undefined => {
    let out = '';
    for (const part of parts) {
      if (part.kind === 'text') {
        out += part.text;
        before = part.text;
        continue;
      }
      if (part.kind === 'optional') {
        out += write(part.parts) ?? '';
        continue;
      }
      const key = contentOf(part.slot, before, whose);
      before = '';
      const value = content[key];
      if (value === undefined || value.length === 0) return undefined;
      // Two slots for the same people (记者{reporters}、实习生{names}): nobody is named twice.
      if (used.has(key)) return undefined;
      used.add(key);
      if (part.slot === 'name' && value.length > 1 && typeof value !== 'string') return undefined;
      out += typeof value === 'string' ? value : joined(value, separator);
      left.delete(key);
    }
    return out;
  };
  const text = write(form.parts);
  return text !== undefined && left.size === 0 ? text : undefined;
}

/** Names with the house's separator; in English the last is joined by `and`, the others by commas. */
export function joined(names: readonly string[], separator: string): string {
  if (separator.trim() !== 'and' || names.length < 3) return names.join(separator);
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
}

/**
 * Writes a byline in the house's preferred form: the first that has room for everybody who is named and asks for
 * nothing that is not there. `undefined` when the house has no such form.
 */
export function writeByline(style: BylineStyle, content: BylineContent): string | undefined {
  for (const form of formsOf(style.forms)) {
    // A form that names nobody (新华社电) is a byline to read, and never written for want of people.
    if (!namesSomebody(form)) continue;
    const text = writeForm(form, content, style.nameSeparator, 'reporters');
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Writes a picture credit in the house's preferred form, as {@link writeByline} does a byline. */
export function writeCredit(style: CreditStyle, content: BylineContent, separator = '、'): string | undefined {
  for (const form of formsOf(style.forms)) {
    // A form that names nobody (通讯员供图) says something of its own, and is never written for somebody.
    if (!namesSomebody(form)) continue;
    const text = writeForm(form, content, separator, 'photographers');
    if (text !== undefined) return text;
  }
  return undefined;
}

const samples: Readonly<Record<'zh' | 'en', Readonly<Record<SlotName, string>>>> = {
  zh: {
    name: '姓名',
    names: '姓名',
    reporters: '姓名',
    correspondents: '姓名',
    photographers: '姓名',
    translators: '姓名',
    proofreaders: '姓名',
    commissioners: '姓名',
    producers: '姓名',
    editor: '姓名',
    place: '地点',
    date: '6月1日',
    outlet: '媒体',
    organisation: '单位',
    agency: '单位',
  },
  en: {
    name: 'Name',
    names: 'Name',
    reporters: 'Name',
    correspondents: 'Name',
    photographers: 'Name',
    translators: 'Name',
    proofreaders: 'Name',
    commissioners: 'Name',
    producers: 'Name',
    editor: 'Name',
    place: 'Place',
    date: 'June 1',
    outlet: 'Outlet',
    organisation: 'Organisation',
    agency: 'Agency',
  },
};

/** People of no newsroom, for examples. */
const invented: Readonly<Record<'zh' | 'en', Readonly<Record<SlotName, string>>>> = {
  zh: {
    name: '陆晓晴',
    names: '陆晓晴',
    reporters: '陆晓晴',
    correspondents: '高远',
    photographers: '周砚',
    editor: '何竹',
    producers: '何竹',
    translators: '高远',
    proofreaders: '周砚',
    commissioners: '何竹',
    place: '海州',
    date: '6月1日',
    outlet: '海州日报',
    organisation: '海州文旅局',
    agency: '海州新闻社',
  },
  en: {
    name: 'Ann Lee',
    names: 'Ann Lee',
    reporters: 'Ann Lee',
    correspondents: 'Bo Hart',
    photographers: 'Bo Hart',
    editor: 'Ida Marsh',
    producers: 'Ida Marsh',
    translators: 'Bo Hart',
    proofreaders: 'Ida Marsh',
    commissioners: 'Ida Marsh',
    place: 'Harrow',
    date: 'June 1',
    outlet: 'Harbor Post',
    organisation: 'Harrow Council',
    agency: 'Harbor Wire',
  },
};

/** A form as it may be written: `中国报道讯（陆晓晴 通讯员高远）`. Optional parts are left out; '' for one that does not compile. */
export function exampleOf(pattern: string, language: string): string {
  return withWords(formsOf([pattern])[0], invented[isChineseHouse({ language }) ? 'zh' : 'en']);
}

/**
 * The first of a house's forms with words in its slots, for messages: `中国报道讯（姓名 通讯员姓名）`. Optional parts are left
 * out. Empty when the house has no form that compiles.
 */
export function sampleOf(forms: readonly string[], language: string): string {
  return withWords(formsOf(forms)[0], samples[isChineseHouse({ language }) ? 'zh' : 'en']);
}

function withWords(form: Form | undefined, words: Readonly<Record<SlotName, string>>): string {
  return (form?.parts ?? [])
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'slot' ? words[part.slot] : ''))
    .join('');
}

function namesSomebody(form: Form): boolean {
  return slotsOf(form).some(({ slot }) => peopleSlots.has(slot) || slot === 'agency' || slot === 'organisation');
}
