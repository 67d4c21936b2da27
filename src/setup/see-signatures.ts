import { allIn, compileForm, type Form, matchForm, mayFollow, peopleSlots, type SlotName } from '../house/forms.ts';
import type { SeenSignature, SignaturePart } from './see-signature.ts';
import { type Counted, share, tally } from './tally.ts';

/** Signatures of one kind clustered into forms. */
export interface SeenForms {
  /** How many signatures there are. */
  readonly total: number;
  /** The forms that are proposed, the most frequent first. `files` of each: examples. */
  readonly forms: readonly Counted<string>[];
  /** How many of the signatures they read. */
  readonly read: number;
  /** Signatures that none of them reads. */
  readonly otherwise: readonly Counted<string>[];
  readonly separators: readonly Counted<string>[];
  readonly roleSpaces: readonly Counted<string>[];
  readonly fullBrackets: number;
  readonly halfBrackets: number;
  /** Names of two characters with a blank between them, and without. */
  readonly spacedNames: number;
  readonly plainNames: number;
  readonly outlets: readonly Counted<string>[];
  readonly roles: readonly Counted<string>[];
}

/** A signature with the file in which it stands. */
export interface PlacedSignature {
  readonly signature: SeenSignature;
  readonly file: string;
}

/** No house has more forms; what is rarer is an outlier. */
const mostForms = 24;
/** An outlet that signs so often is the newsroom's own, and stands in its forms as it is. */
const ownOutlet = 0.2;

/** Signatures that none of a house’s forms reads. */
export function unreadBy(forms: readonly string[], signatures: readonly PlacedSignature[]): readonly PlacedSignature[] {
  const compiled = forms.flatMap((pattern) => formOf(pattern) ?? []);
  return signatures.filter(({ signature: { text, parts } }) => !compiled.some((form) => reads(form, text, parts)));
}

/** Clusters signatures into forms with counts. */
export function seeForms(signatures: readonly PlacedSignature[]): SeenForms {
  const outlets = tally<string>();
  const roles = tally<string>();
  const separators = tally<string>();
  const roleSpaces = tally<string>();
  let [fullBrackets, halfBrackets, spacedNames, plainNames] = [0, 0, 0, 0];
  for (const { signature, file } of signatures) {
    for (const { slot, text } of signature.parts) if (slot === 'outlet') outlets.add(text, file);
    for (const { name, role, spaced } of signature.people) {
      if (role !== undefined) roles.add(role, file);
      if (spaced) spacedNames++;
      else if (/^\p{Script=Han}{2}$/u.test(name)) plainNames++;
    }
    for (const mark of signature.separators) separators.add(mark, file);
    for (const blank of signature.roleSpaces) roleSpaces.add(blank, file);
    if (/[（）]/.test(signature.text)) fullBrackets++;
    else if (/[()]/.test(signature.text)) halfBrackets++;
  }
  const isOwn = (outlet: string): boolean =>
    /^本[报刊网社台報網臺]/.test(outlet) || share(outlets.count(outlet), signatures.length) >= ownOutlet;
  const patterns = tally<string>();
  for (const { signature, file } of signatures) {
    const pattern = patternOf(signature.text, inSlots(signature.parts, isOwn));
    if (pattern === undefined) continue;
    patterns.add(pattern, file);
  }
  const chosen = choose(patterns.sorted(), signatures);
  return {
    total: signatures.length,
    ...chosen,
    separators: separators.sorted(),
    roleSpaces: roleSpaces.sorted(),
    fullBrackets,
    halfBrackets,
    spacedNames,
    plainNames,
    outlets: outlets.sorted().filter(({ value }) => isOwn(value)),
    roles: roles.sorted(),
  };
}

/** A signature as a form has to say it: own outlets are words, and what nothing parts fills one slot together. */
function inSlots(parts: readonly SignaturePart[], isOwn: (outlet: string) => boolean): readonly SignaturePart[] {
  const out: SignaturePart[] = [];
  for (const part of parts) {
    const slot = part.slot === 'outlet' && isOwn(part.text) ? undefined : part.slot;
    const last = out.at(-1);
    const joins = last?.slot !== undefined && slot !== undefined && !mayFollow(slot, last.slot);
    if (joins && last !== undefined) out[out.length - 1] = { slot: last.slot, text: last.text + part.text };
    else out.push({ slot, text: part.text });
  }
  return out;
}

/** The form that one signature is written in, outlets and all; `undefined` where none can say it. */
export function formOfOne({ text, parts }: Pick<SeenSignature, 'text' | 'parts'>): string | undefined {
  return patternOf(
    text,
    inSlots(parts, () => true),
  );
}

/** The form that a signature is written in; `undefined` where none can say it. */
function patternOf(text: string, parts: readonly SignaturePart[]): string | undefined {
  const used = new Set<SlotName>();
  let pattern = '';
  for (const { slot, text: words } of parts) {
    if (slot === undefined) pattern += words.replace(/[\\{}[\]]/g, '\\$&');
    else if (used.has(slot) && slot !== 'names') return undefined;
    else {
      used.add(slot);
      pattern += `{${slot}}`;
    }
  }
  if (used.size === 0) return undefined;
  const form = formOf(pattern);
  return form !== undefined && reads(form, text, parts) ? pattern : undefined;
}

/** Whether a form reads a signature as it was taken apart: a slot that swallows the next role reads somebody else. */
function reads(form: Form, text: string, parts: readonly SignaturePart[]): boolean {
  const filled = matchForm(form, text);
  if (filled === undefined) return false;
  return [...peopleSlots].every((slot) => {
    const held = filled.get(slot);
    const named = parts.filter((part) => part.slot === slot).map(({ text: words }) => words);
    return (held === undefined ? [] : allIn(held).map(({ text: words }) => words)).join('\0') === named.join('\0');
  });
}

function formOf(pattern: string): Form | undefined {
  const compiled = compileForm(pattern);
  return 'form' in compiled ? compiled.form : undefined;
}

const namesSomebody = ({ value }: Counted<string>): boolean =>
  formOf(value)?.parts.some((part) => part.kind === 'slot' && peopleSlots.has(part.slot)) === true;

/** The forms that read nearly all: each that is used more than once, and rarer ones while too few are read. */
function choose(
  patterns: readonly Counted<string>[],
  signatures: readonly PlacedSignature[],
): Pick<SeenForms, 'forms' | 'read' | 'otherwise'> {
  const forms: Counted<string>[] = [];
  let unread = signatures;
  for (const pattern of patterns) {
    const form = formOf(pattern.value);
    const isRare = pattern.count < Math.max(2, signatures.length * 0.005);
    const enough = share(signatures.length - unread.length, signatures.length) >= (isRare ? 0.95 : 0.995);
    if (form === undefined || forms.length >= mostForms || enough) continue;
    const left = unread.filter(({ signature: { text, parts } }) => !reads(form, text, parts));
    if (left.length === unread.length) continue;
    forms.push({ ...pattern, count: unread.length - left.length });
    unread = left;
  }
  const otherwise = tally<string>();
  for (const { signature, file } of unread) otherwise.add(signature.text, file);
  // What a new article is signed with names somebody; a dateline alone stands beside it.
  forms.sort((a, b) => Number(namesSomebody(b)) - Number(namesSomebody(a)));
  return { forms, read: signatures.length - unread.length, otherwise: otherwise.sorted() };
}
