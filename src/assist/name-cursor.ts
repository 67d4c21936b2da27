import { fieldOfKey } from '../house/field-keys.ts';
import { isListed } from '../house/field-types.ts';
import type { House } from '../house/house.ts';
import type { Article, Passage } from '../model/article.ts';
import type { Person, Problem } from '../model/byline/byline.ts';
import { isHan, isLatin } from '../model/byline/lexicon/fold.ts';
import { readByline } from '../model/byline/read-byline.ts';
import { readCredit } from '../model/credit/read-credit.ts';
import { editorLabels } from '../model/furniture/furniture-words.ts';
import type { Prose } from '../model/prose.ts';
import type { Range } from '../model/range.ts';
import { namesPeople } from '../reading/names.ts';
import { cursorIn } from './front-matter-cursor.ts';

/** A place where somebody's name may be written: in a byline or credit, on the editor's line, or in a field. */
export interface NamePlace {
  readonly where: 'byline' | 'credit' | 'editor' | 'field';
  /** The role word written before or after, or the role of the field. */
  readonly role: string | undefined;
  /** What of a name is typed already, and is replaced; on one line. */
  readonly range: Range;
  /** Names that stand beside it, as they are written. */
  readonly beside: readonly string[];
  /** For a field: the item is one of a list, the value is not a list yet, or a field of one person. */
  readonly shape?: 'item' | 'list' | 'one';
  /** For a field: a blank that is still missing before the name, and whether the list is between brackets. */
  readonly gap?: string;
  readonly flow?: boolean;
}

/** The place at `offset`, found from the text as it stands: a byline that is half typed will do. */
export function namePlaceAt(article: Article, house: House, offset: number): NamePlace | undefined {
  if (offset < article.frontMatter.bodyStart || article.frontMatter.kind === 'unclosed') {
    return inField(article, house, offset);
  }
  const paragraphs = article.passages.filter(({ kind, block }) => kind === 'paragraph' && block.end > block.start);
  const index = paragraphs.findIndex(({ block }) => block.start <= offset && offset <= block.end);
  const passage = paragraphs[index];
  const typed = passage && typedUpTo(article.text, passage, offset);
  if (passage === undefined || typed === undefined) return undefined;
  const nearTop = index < FROM_TOP;
  const nearEnd = index >= paragraphs.length - FROM_END;
  const found =
    (nearEnd ? onEditorLine(typed, house) : undefined) ??
    underPicture(article, passage, typed) ??
    (nearTop || nearEnd ? inByline(typed, nearTop) : undefined) ??
    onCreditLine(typed);
  if (found === undefined) return undefined;
  // In the middle of a name that is read already, all of it is replaced; before one there is no room for another.
  const known = peopleOf(article, passage).find(({ from, to }) => from <= typed.cursor && typed.cursor < to);
  if (known && known.from === typed.cursor) return undefined;
  const inside = known !== undefined && !found.parted && known.from >= typed.cursor - found.length;
  const to = inside ? known.to : typed.cursor;
  const from = typed.cursor - found.length;
  const range = rangeOf(passage.prose, from, to, offset);
  const beside = found.beside.filter((name) => name !== known?.text);
  return range && { where: found.where, role: found.role, range, beside };
}

/** How many paragraphs from the top and from the end a byline is looked for: pictures and credits may come first. */
const FROM_TOP = 6;
const FROM_END = 4;
/** No byline, caption or credit goes on for longer before its next name. */
const LONGEST = 240;
/** Characters of the longest name that is completed. */
const LONGEST_NAME = { han: 14, latin: 30 };

/** What is typed of a passage before the cursor, trailing blanks (which are no prose) included, and what follows. */
interface Typed {
  readonly before: string;
  /** The rest of the line. */
  readonly after: string;
  /** The cursor in the prose, or past its end in trailing blanks. */
  readonly cursor: number;
}

function typedUpTo(text: string, { prose, block }: Passage, offset: number): Typed | undefined {
  const length = prose.text.length;
  const end = prose.at(length, length).start;
  if (offset > end) {
    const blanks = text.slice(end, offset);
    if (/[^ \t\u3000]/.test(blanks) || length + blanks.length > LONGEST) return undefined;
    return { before: prose.text + blanks, after: '', cursor: length + blanks.length };
  }
  if (offset < block.start) return undefined;
  const cursor = proseOffset(prose, offset);
  if (cursor === undefined || cursor > LONGEST) return undefined;
  return { before: prose.text.slice(0, cursor), after: /^[^\n]*/.exec(prose.text.slice(cursor))?.[0] ?? '', cursor };
}

/** The offset in the prose of an offset of the source; `undefined` inside markup. */
function proseOffset(prose: Prose, offset: number): number | undefined {
  let low = 0;
  let high = prose.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (prose.at(middle, middle).start < offset) low = middle + 1;
    else high = middle;
  }
  return prose.at(low, low).start === offset ? low : undefined;
}

function rangeOf(prose: Prose, from: number, to: number, cursor: number): Range | undefined {
  if (from === to) return { start: cursor, end: cursor };
  const { start, end } = prose.at(from, to);
  const whole = end - start === to - from && !prose.text.slice(from, to).includes('\n');
  return whole ? { start, end } : undefined;
}

interface Found {
  readonly where: NamePlace['where'];
  readonly role: string | undefined;
  /** Characters of a name that are typed already. */
  readonly length: number;
  /** What follows the cursor was read as the rest of the text, so none of it is of the name. */
  readonly parted: boolean;
  readonly beside: readonly string[];
}

/** Names that no word is made of, one for each script: they are put where the cursor is, and the text is read. */
const stand = { han: '甲乙', latin: 'Jane Roe' };

interface NamesRead {
  readonly people: readonly Person[];
  readonly problems: readonly Problem[];
}

/**
 * What the text would be read as if a name stood at the cursor. The characters before the cursor that may be the
 * beginning of that name are taken back one by one, until the name is read as a person of its own.
 */
function tryName(
  typed: Typed,
  read: (text: string, at: number) => NamesRead | undefined,
): Omit<Found, 'where'> | undefined {
  if (/\p{Script=Han}/u.test(typed.before.slice(-LONGEST_NAME.latin))) return tryNameIn('han', typed, read);
  // Latin letters may be a name, or the pinyin of one.
  return tryNameIn('latin', typed, read) ?? tryNameIn('han', typed, read);
}

function tryNameIn(
  script: keyof typeof stand,
  { before, after }: Typed,
  read: (text: string, at: number) => NamesRead | undefined,
): Omit<Found, 'where'> | undefined {
  const name = stand[script];
  const closer = closerFor(before);
  for (let length = 0; length <= Math.min(LONGEST_NAME[script], before.length); length++) {
    const at = before.length - length;
    if (length > 0 && !mayBeName(before.charCodeAt(at), before.charAt(at))) return undefined;
    const lead = before.slice(0, at);
    for (const rest of new Set([after, closer])) {
      const reading = read(lead + name + rest, at);
      const person = reading?.people.find(({ from, to }) => from === at && to === at + name.length);
      if (reading === undefined || person === undefined) continue;
      // Cut off from letters before it, it was read as one of two names that are run together.
      if (reading.problems.some((problem) => problem.code === 'glued-names' && problem.from < at && at < problem.to))
        continue;
      return {
        role: person.role,
        length,
        parted: rest === after && rest !== '',
        beside: reading.people.filter((other) => other !== person).map(({ name: other }) => other),
      };
    }
  }
  return undefined;
}

function mayBeName(unit: number, char: string): boolean {
  return isHan(unit) || isLatin(unit) || "·•.'’- ".includes(char);
}

const closers: Readonly<Record<string, string>> = { '（': '）', '(': ')', '【': '】', '[': ']', '〔': '〕' };

/** The bracket that is still to be closed. */
function closerFor(text: string): string {
  for (let at = text.length - 1; at >= 0; at--) {
    const char = text.charAt(at);
    if ('）)】]〕\n'.includes(char)) return '';
    if (Object.hasOwn(closers, char)) return closers[char] ?? '';
  }
  return '';
}

const noByline: ReadonlySet<string> = new Set(['note', 'attribution', 'bare']);

function inByline(typed: Typed, top: boolean): Found | undefined {
  const found = tryName(typed, (text) => {
    const line = readByline(text, 'line');
    if (line && !noByline.has(line.kind)) return line;
    const head = top ? readByline(text, 'head') : undefined;
    return head && !noByline.has(head.kind) ? head : undefined;
  });
  return found && { where: 'byline', ...found };
}

/** A line that is nothing but a credit. */
function onCreditLine(typed: Typed): Found | undefined {
  const found = tryName(typed, (text) => {
    const credit = readCredit(text);
    return credit && text.slice(0, credit.from).trim() === '' ? credit : undefined;
  });
  return found && { where: 'credit', ...found };
}

/** The caption of a picture: below it in its own paragraph, or the paragraph that follows. */
function underPicture(article: Article, passage: Passage, typed: Typed): Found | undefined {
  const previous = article.passages[article.passages.indexOf(passage) - 1];
  const own = typed.before.lastIndexOf('\uFFFC');
  const isPicture = ({ prose }: Passage): boolean => /^[\s\uFFFC]+$/.test(prose.text);
  const pictures = article.furniture.pictures;
  const inOwn = own >= 0 && pictures.some((picture) => picture.passage === passage);
  const follows =
    pictures.some((picture) => picture.passage === previous) && previous !== undefined && isPicture(previous);
  if (!inOwn && !follows) return undefined;
  const skip = own + 1;
  const tail = { ...typed, before: typed.before.slice(skip) };
  const found = tryName(tail, (text, at) => {
    const credit = readCredit(text);
    if (credit?.people.some(({ from }) => from === at)) return credit;
    // Before the word for the work is typed, a bracket, a colon or a blank says that a name is meant, or a short
    // word at the head of the line, or what may be its pinyin.
    const opens =
      text.slice(0, at).trim() === ''
        ? /^\s*(?:\S{0,3}|[a-z]{1,12})$/.test(tail.before)
        : /[（(【[：: \u3000、]/.test(text.charAt(at - 1));
    if (!opens) return undefined;
    const open = closerFor(text.slice(0, at));
    return readCredit(`${text.slice(0, at)}${stand.han}摄${open}`);
  });
  return found && { where: 'credit', ...found };
}

const labels = [...editorLabels].sort((a, b) => b.length - a.length);

/** `责任编辑：` and what follows. */
function onEditorLine({ before }: Typed, { editorLabel }: House): Found | undefined {
  const opened = before.replace(/^\s*[（(【[]?\s*/, '');
  const label = [editorLabel, ...labels].find((word) => word !== '' && opened.startsWith(word));
  const rest =
    label === undefined
      ? undefined
      : /^\s?[：:|丨/／]\s*([^（）()【】[\]：:\n]*)$/.exec(opened.slice(label.length))?.[1];
  if (label === undefined || rest === undefined) return undefined;
  const names = /[A-Za-z]/.test(rest) ? rest.split(/[,、&]\s*/) : rest.split(/[\s、，,；;/&]+/);
  const last = names.pop() ?? '';
  return {
    where: 'editor',
    role: label,
    length: last.length,
    parted: false,
    beside: names.filter((name) => name !== ''),
  };
}

/** Whom the article names in a passage, at their places in its prose. */
function peopleOf(
  { furniture }: Article,
  passage: Passage,
): readonly { readonly text: string; readonly from: number; readonly to: number }[] {
  const { bylines, pictures, looseCredits, editors } = furniture;
  return [
    ...bylines.flatMap((found) => (found.passage === passage ? found.byline.people : [])),
    ...pictures.flatMap(({ credit }) => (credit?.passage === passage ? credit.credit.people : [])),
    ...looseCredits.flatMap((found) => (found.passage === passage ? found.credit.people : [])),
    ...editors.flatMap((found) =>
      found.passage === passage ? found.names.map((name) => ({ ...name, text: name.name })) : [],
    ),
  ];
}

function inField(article: Article, house: House, offset: number): NamePlace | undefined {
  const cursor = cursorIn(article, offset);
  if (cursor === undefined || cursor.kind === 'key') return undefined;
  const field = fieldOfKey(house, cursor.key);
  const isList = field !== undefined && isListed(field);
  if (field === undefined || !namesPeople(field) || (cursor.kind === 'item' && !isList)) return undefined;
  const { range, gap, flow } = cursor;
  const typed = article.text.slice(range.start, range.end);
  const entry = article.frontMatter.entries.find(({ key }) => key === cursor.key);
  const items = entry?.value.kind === 'list' ? entry.value.items : [];
  const listed = items.flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? [item.value] : [],
  );
  // A bracket that is not closed yet leaves the list unread: what stands before the cursor is taken from the line.
  const line = article.text.slice(article.text.lastIndexOf('\n', range.start - 1) + 1, range.start);
  const open = flow ? line.slice(line.indexOf('[') + 1).split(',') : [];
  const beside = [...listed, ...open.map((item) => item.trim())].filter((name) => name !== '' && name !== typed);
  const shape = cursor.kind === 'item' ? 'item' : isList ? 'list' : 'one';
  return { where: 'field', role: field.role ?? field.label.zh, range, beside, shape, gap, flow };
}
