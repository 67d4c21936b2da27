import { titleOf } from '../checks/index.ts';
import { pageFor } from '../checks/page.ts';
import { pageText } from '../checks/pages.ts';
import { describeHouse } from '../house/describe.ts';
import type { House } from '../house/house.ts';
import { inLocale, type Locale, type Localized } from '../model/finding.ts';
import { linkTarget } from '../model/image-path.ts';
import type { HouseInForce } from '../newsroom/houses.ts';
import { nameOf } from '../newsroom/uri.ts';
import type { DialectName } from '../templates/dialects.ts';
import { importPage } from '../templates/import.ts';
import { block, type HouseTemplate, newArticle } from '../templates/index.ts';
import { markdownParagraph } from '../templates/markdown-text.ts';
import type { Choice, DeskRequests, NewFile, Question } from './protocol.ts';
import { localeOf, say } from './words.ts';

type Result<M extends keyof DeskRequests> = DeskRequests[M]['result'];

/** The resolved house as YAML, with a line that says where it comes from. */
export function houseInWords(inForce: HouseInForce, locale: Locale): Result<'copydesk/house'> {
  const { house, file } = inForce;
  const notes = houseSource(inForce, locale)
    .map((line) => `# ${line}\n`)
    .join('');
  return {
    id: house.id,
    name: house.name,
    text: notes + describeHouse(house, locale),
    ...(file === undefined ? {} : { file }),
  };
}

/** Sentences on where a house comes from, and that it has faults. */
export function houseSource({ house, file, faulty }: HouseInForce, locale: Locale): readonly string[] {
  const from =
    file === undefined
      ? say(locale, 'defaultHouse', { id: house.id })
      : say(locale, 'houseFrom', { file: nameOf(file) });
  return [from, ...(faulty ? [say(locale, 'houseFaulty')] : [])];
}

/** Templates, blocks, and what filling in an article asks for. */
export function listTemplates(
  house: House,
  own: readonly HouseTemplate[],
  locale: Locale,
): Result<'copydesk/templates'> {
  const language = localeOf(house.language);
  const choice = ({ id, label, help }: { id: string; label: Localized; help: Localized }): Choice => ({
    id,
    label: inLocale(label, locale),
    help: inLocale(help, locale),
    ...(inLocale(label, language) === inLocale(label, locale) ? {} : { ownLabel: inLocale(label, language) }),
  });
  const articles = house.templates.map(choice);
  const known = new Set([...articles, ...house.blocks.map(choice)].map(({ id }) => id));
  for (const { id } of own) if (!known.has(id)) articles.push({ id, label: id, help: '' });
  return { house: house.id, articles, blocks: house.blocks.map(choice), questions: questions(house, locale) };
}

/** The title always; the column where the house has columns to pick from. */
function questions(house: House, locale: Locale): readonly Question[] {
  const asked: Question[] = [];
  for (const field of house.fields) {
    if (field.role !== 'title' && field.role !== 'column') continue;
    const values = field.values?.map(({ value, label }) => (label === undefined ? { value } : { value, label }));
    asked.push({
      key: field.role,
      label: inLocale(field.label, locale),
      ...(values && values.length > 0 ? { values } : {}),
      ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
    });
  }
  return asked;
}

/** What the server knows when an article is begun. */
export interface ForNewArticle {
  readonly inForce: HouseInForce;
  /** The folder that new articles go to: the house's, else the workspace's. */
  readonly root: string | undefined;
  readonly reporter: string | undefined;
  readonly own: readonly HouseTemplate[];
  /** How the newsroom writes its front matter; absent: nobody has looked, or nothing tells. */
  readonly dialect?: DialectName | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Begins an article from a template. Throws a RangeError when there is no such template. */
export function beginArticle(known: ForNewArticle, id: string, answers: Readonly<Record<string, string>>): NewFile {
  const { title, column, ...slots } = answers;
  const filled = newArticle(known.inForce.house, id, {
    now: known.now,
    ...(title ? { title } : {}),
    ...(column ? { column } : {}),
    ...reporters(known),
    slots,
    houseTemplates: known.own,
    dialect: known.dialect,
  });
  return { text: filled.text, snippet: filled.snippet, path: filled.path, notes: [], ...place(known) };
}

/** A block as a snippet. Throws a RangeError when there is no such block. */
export function fillBlock(
  known: ForNewArticle,
  id: string,
  values: Readonly<Record<string, string>>,
): Result<'copydesk/block'> {
  const { snippet } = block(known.inForce.house, id, {
    now: known.now,
    ...reporters(known),
    slots: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asMarkdown(name, value)])),
    houseTemplates: known.own,
  });
  return { snippet };
}

/** What a slot of a block holds, as Markdown that reads so; a line break would end the line that the slot stands on. */
function asMarkdown(name: string, value: string): string {
  if (name === 'link' || name === 'image') return linkTarget(value);
  return markdownParagraph(value.replace(/\s+/g, ' ')).replace(/[[\]]/g, '\\$&');
}

/** Makes an article of the text of a page. */
export function importText(known: ForNewArticle, text: string, locale: Locale): NewFile {
  const imported = importPage(text, known.inForce.house, { now: known.now, dialect: known.dialect });
  return {
    text: imported.text,
    path: imported.path,
    notes: imported.notes.map((note) => inLocale(note, locale)),
    ...place(known),
  };
}

/** A check's page in the user's language. */
export async function explain(id: string, locale: Locale): Promise<Result<'copydesk/explain'>> {
  const text = await pageText(id);
  return text === undefined ? null : pageFor(text, titleOf(id, locale), locale);
}

function reporters({ reporter }: ForNewArticle): { readonly reporters?: readonly string[] } {
  return reporter ? { reporters: [reporter] } : {};
}

function place({ root }: ForNewArticle): { readonly root?: string } {
  return root === undefined ? {} : { root };
}
