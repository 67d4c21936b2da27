import { fieldOfRole } from '../house/field-keys.ts';
import type { House } from '../house/house.ts';
import { articlePath } from './article-path.ts';
import { fillTemplate } from './fill.ts';
import { inDialect } from './in-dialect.ts';
import { momentIn } from './moment.ts';
import { toSnippet, toText, withoutEnd } from './parts.ts';
import { shippedBlock, shippedTemplate } from './shipped.ts';
import { fillingOf, lookUp, type TemplateValues } from './values.ts';

export { numberedPath } from './article-path.ts';
export { fileName } from './file-name.ts';
export type { HouseTemplate, TemplateValues } from './values.ts';

/** A filled-in template, ready to be written to a file or to be put into an editor. */
interface Filled {
  /** Plain text; what is not known shows the template's defaults. Lines end with LF. */
  readonly text: string;
  /** The same as a VS Code snippet: what is not known is a tab stop. */
  readonly snippet: string;
}

/** A new article. */
interface NewArticle extends Filled {
  /** Where the house keeps it: a relative path with `/` separators that stays inside the folder it is taken from. */
  readonly path: string;
}

/**
 * Begins an article from a template of the house, or of a house that it extends, or of the workspace.
 *
 * @throws RangeError when there is no template of that id
 */
export function newArticle(house: House, id: string, values: TemplateValues): NewArticle {
  const shipped = shippedTemplate(house, id);
  const template = own(id, values) ?? (shipped && inDialect(shipped, values.dialect ?? 'yaml'));
  if (template === undefined) throw new RangeError(`no template ${JSON.stringify(id)} in house ${house.id}`);
  const parts = fillTemplate(template, house, values);
  // The path must agree with the column that the text shows.
  const column = lookUp(fillingOf(house, values, template), 'column');
  const shown = 'known' in column ? column.known : column.choices;
  const path = articlePath(house, {
    title: values.title,
    column: hasColumns(house) ? (typeof shown === 'string' ? shown : shown[0]) : undefined,
    moment: momentIn(values.now, house.timeZone),
    kind: id,
  });
  return { text: `${withoutEnd(toText(parts))}\n`, snippet: toSnippet(parts), path };
}

/**
 * Fills in a block: a piece to be put into an article, such as a picture with its caption and credit.
 *
 * @throws RangeError when there is no block of that id
 */
export function block(house: House, id: string, values: TemplateValues): Filled {
  const template = own(id, values) ?? shippedBlock(house, id);
  if (template === undefined) throw new RangeError(`no block ${JSON.stringify(id)} in house ${house.id}`);
  // A block goes where the cursor is, be it in the middle of a line: the file's last line end is not part of it.
  const parts = fillTemplate(template.replace(/\r?\n$/, ''), house, values);
  return { text: withoutEnd(toText(parts)), snippet: toSnippet(parts) };
}

function own(id: string, values: TemplateValues): string | undefined {
  return values.houseTemplates?.find((template) => template.id === id)?.text;
}

function hasColumns(house: House): boolean {
  return fieldOfRole(house, 'column') !== undefined;
}
