import { fieldOfRole } from '../house/field-keys.ts';
import { isListed, itemType, stampFor } from '../house/field-types.ts';
import type { Field, FieldRole, House } from '../house/house.ts';
import { isCorrespondentIn, worksOf } from '../house/works.ts';
import type { Credit } from '../model/credit/credit.ts';
import { readCredit } from '../model/credit/read-credit.ts';
import type { Localized } from '../model/finding.ts';
import type { Furniture } from '../model/furniture/furniture.ts';
import { parseArticle } from '../model/parse.ts';
import { isNoDate, momentOf, readDate } from '../model/written-date.ts';
import { articlePath } from './article-path.ts';
import { type DialectName, dialectNamed } from './dialects.ts';
import { importNotes } from './import-notes.ts';
import { markdownHeading, markdownParagraph } from './markdown-text.ts';
import { type Moment, momentIn } from './moment.ts';
import type { PageFields } from './page-fields.ts';
import { isSectionLine, pageLines } from './page-lines.ts';
import { type SortedPage, sortPage } from './sort-page.ts';

/** An article made of a page. */
interface ImportedPage {
  /** Markdown with front matter; lines end with LF. */
  readonly text: string;
  /** Where the house keeps it (see {@link articlePath}). */
  readonly path: string;
  /** What was left out and what is to be looked after, for the user. */
  readonly notes: readonly Localized[];
  readonly fields: PageFields;
}

/**
 * Turns the plain text of a news page, as it is copied or saved from a site, into an article. The site's own lines are
 * left out and listed in the notes; title and text stay as they are, escaped where they would be markup. The line of a
 * picture's credit stays where it is: the picture itself is not in the text, and none is invented. Text that is no
 * news page becomes the body. Never throws; linear in the length of `text`.
 *
 * @param options.now milliseconds since the epoch, for the path of a page that bears no date
 * @param options.dialect how the newsroom writes its front matter; YAML when absent
 */
export function importPage(
  text: string,
  house: House,
  options: { readonly now?: number; readonly dialect?: DialectName | undefined } = {},
): ImportedPage {
  const page = sortPage(pageLines(text));
  const body = page.body.map((line) =>
    page.recognised && isSectionLine(line) ? markdownHeading(line, 2) : markdownParagraph(line),
  );
  const markdown = body.filter((block) => block !== '').join('\n\n');
  // The same reading that the checks go by, so that the fields agree with the byline.
  const { furniture } = parseArticle(markdown);
  const credits = page.recognised ? creditsIn(page.body) : [];
  const fields = fieldsOf(page, furniture, credits, house);
  const head = page.recognised ? frontMatter(fields, house, options.dialect ?? 'yaml') : '';
  const path = articlePath(house, {
    title: fields.title,
    column: fields.column,
    moment: clockOf(fields.published, house, options.now),
    kind: 'page',
  });
  const article = [head, markdown === '' ? '' : `${markdown}\n`].filter((part) => part !== '').join('\n');
  return { text: article, path, notes: importNotes(page, fields, credits.length, house), fields };
}

function fieldsOf(page: SortedPage, furniture: Furniture, credits: readonly Credit[], house: House): PageFields {
  const { title, subtitle, originalTitle, time } = page;
  const series = title === undefined ? undefined : seriesOf(title);
  const column = columnOf(page.columns, house);
  const people = namesIn(furniture, credits, house);
  const published = time?.date === undefined ? undefined : [time.date, time.time].filter(Boolean).join(' ');
  const reporters =
    people.reporters.length + people.correspondents.length > 0 ? people.reporters : (time?.authors ?? []);
  return {
    ...(title === undefined ? {} : { title }),
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(series === undefined ? {} : { series }),
    ...(column === undefined ? {} : { column }),
    ...(published === undefined ? {} : { published }),
    ...(time?.source === undefined ? {} : { source: time.source }),
    ...(originalTitle === undefined ? {} : { originalTitle }),
    reporters,
    correspondents: people.correspondents,
    photographers: people.photographers.length > 0 ? people.photographers : (time?.photographers ?? []),
    editors: page.editors,
  };
}

/** No caption with its credit is longer (UTF-16 units). */
const LONGEST_CAPTION = 160;

/** The credits of pictures that are not in the text: lines that are a credit, and captions that end with one. */
function creditsIn(body: readonly string[]): readonly Credit[] {
  return body.flatMap((line) => {
    const credit = line.length <= LONGEST_CAPTION ? readCredit(line) : undefined;
    return credit !== undefined && line.slice(credit.to).trim() === '' ? [credit] : [];
  });
}

/** `【粤黔协作·莞爱铜行】…`, `向新黔行｜…`: the series that a title opens with. */
function seriesOf(title: string): string | undefined {
  const match = /^【([^【】]{1,30})】\s*\S/.exec(title) ?? /^([\p{Script=Han}·•\w]{2,12}) ?[|｜丨︱] ?\S/u.exec(title);
  return match?.[1]?.trim();
}

/** The innermost item of the breadcrumb that the house knows, as the house writes it; else the innermost. */
function columnOf(columns: readonly string[], house: House): string | undefined {
  const field = fieldOfRole(house, 'column');
  for (const column of columns) {
    const known = field?.values?.find(
      ({ value, label, aliases }) => value === column || label === column || aliases?.includes(column),
    );
    if (known !== undefined) return known.value;
  }
  return columns[0];
}

interface Names {
  readonly reporters: readonly string[];
  readonly correspondents: readonly string[];
  readonly photographers: readonly string[];
}

/** Everybody named in bylines and credits, by role, each once. */
function namesIn(furniture: Furniture, credits: readonly Credit[], house: House): Names {
  const names = { reporters: new Set<string>(), correspondents: new Set<string>(), photographers: new Set<string>() };
  for (const { byline } of furniture.bylines) {
    for (const { name, role } of byline.people) {
      const works = worksOf(role);
      if (isCorrespondentIn(house.byline, role)) names.correspondents.add(name);
      else if (works.has('photographers') && !works.has('reporters')) names.photographers.add(name);
      else names.reporters.add(name);
    }
  }
  for (const credit of credits) for (const { name } of credit.people) names.photographers.add(name);
  return {
    reporters: [...names.reporters],
    correspondents: [...names.correspondents],
    photographers: [...names.photographers],
  };
}

function clockOf(published: string | undefined, house: House, now: number | undefined): Moment {
  const moment = momentIn(now ?? 0, house.timeZone);
  if (published === undefined) {
    return now === undefined ? { ...moment, date: '', time: '', year: '', month: '', day: '' } : moment;
  }
  const [date = '', time = ''] = published.split(' ');
  const [year = '', month = '', day = ''] = date.split('-');
  return { ...moment, date, time: time.slice(0, 5), year, month, day };
}

/** The front matter in the house's order, a line for each field that the house has and the page fills; or nothing. */
function frontMatter(fields: PageFields, house: House, name: DialectName): string {
  const { head, list, scalar, close } = dialectNamed(name);
  const lines: string[] = [];
  for (const field of house.fields) {
    const value = field.role === undefined ? undefined : written(field, field.role, fields, house);
    if (value === undefined || value.length === 0) continue;
    lines.push(`${head(field.key)}${typeof value === 'string' ? scalar(value) : list(value)}`);
  }
  if (lines.length === 0) return '';
  const isJson = name === 'json';
  return `${isJson ? '{' : close}\n${lines.join(isJson ? ',\n' : '\n')}\n${close}\n`;
}

function written(
  field: Field,
  role: FieldRole,
  fields: PageFields,
  { timeZone }: House,
): string | readonly string[] | undefined {
  switch (role) {
    case 'title':
    case 'subtitle':
    case 'series':
    case 'column':
    case 'source':
      return fields[role];
    case 'published':
      return fields.published && timeIn(field, fields.published, timeZone);
    case 'reporters':
    case 'correspondents':
    case 'photographers':
      return listed(field, fields[role]);
    case 'editor':
      return listed(field, fields.editors);
    default:
      return undefined;
  }
}

/** Names as a field has them: a list, or a text; of one alone as the house says. */
function listed(field: Field, names: readonly string[]): string | readonly string[] {
  const isText = !isListed(field) || (names.length === 1 && field.alone === 'text');
  return isText ? names.join('、') : names;
}

/** The time that a page bears, on the house's own clock, as a field has it. */
function timeIn(field: Field, published: string, timeZone: string | undefined): string {
  const read = readDate(published);
  const isAsRead = field.form === undefined && itemType(field) !== 'date';
  return isAsRead || isNoDate(read) || !read.time ? published : stampFor(field, momentOf(read, timeZone), timeZone);
}
