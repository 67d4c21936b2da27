import {
  type CompletionItem,
  CompletionItemKind,
  type DocumentSymbol,
  type Hover,
  InsertTextFormat,
  InsertTextMode,
  SymbolKind,
} from 'vscode-languageserver';
import { completeHouse, type HouseCompletion } from '../assist/house-complete.ts';
import { hoverHouse } from '../assist/house-hover.ts';
import {
  filesWanted,
  type HouseAround,
  type HousePlace,
  pageWanted,
  placeInHouse,
  usedWanted,
} from '../assist/house-place.ts';
import { type HouseSymbol, houseSymbols } from '../assist/house-symbols.ts';
import { usedValues } from '../engine/newsroom-values.ts';
import { inLocale, type Locale } from '../model/finding.ts';
import { type LineStarts, lineStarts } from '../model/range.ts';
import { owningFolder } from '../newsroom/find-house.ts';
import type { Houses } from '../newsroom/houses.ts';
import { reference } from '../newsroom/near.ts';
import type { NewsroomIndex } from '../newsroom/newsroom-index.ts';
import { folderFrom, joinUri, nameOf, parentUri, relativePath } from '../newsroom/uri.ts';
import { readText, type World } from '../newsroom/world.ts';
import { lspRange } from './diagnostics.ts';

/** What helping with a house file needs of the server. */
interface ForHouseHelp {
  readonly houses: Pick<Houses, 'of' | 'resolved'>;
  readonly world: World;
  readonly index: NewsroomIndex;
  folders(): readonly string[];
}

const kinds: Readonly<Record<HouseCompletion['kind'], CompletionItemKind>> = {
  setting: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  file: CompletionItemKind.File,
  slot: CompletionItemKind.Variable,
};

/** The most files that are offered. */
const most = 500;

/**
 * Settings and values that may be written at an offset of a house file.
 * @param snippets whether the client can fill in tab stops
 */
export async function houseItems(
  server: ForHouseHelp,
  uri: string,
  text: string,
  offset: number,
  locale: Locale,
  snippets: boolean,
): Promise<CompletionItem[]> {
  const place = placeInHouse(text, offset);
  const around = place && (await aroundHouse(server, uri, place));
  if (!place || !around) return [];
  const lines = lineStarts(text);
  return completeHouse(text, offset, place, around).map((one, index): CompletionItem => {
    const newText = snippets && one.snippet !== undefined ? one.snippet : one.text;
    return {
      label: one.label,
      kind: kinds[one.kind],
      ...(inLocale(one.detail, locale) === '' ? {} : { labelDetails: { description: inLocale(one.detail, locale) } }),
      ...(inLocale(one.about, locale) === ''
        ? {}
        : { documentation: { kind: 'markdown', value: inLocale(one.about, locale) } }),
      textEdit: { range: lspRange(lines, one.range), newText },
      insertTextFormat: newText === one.text ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
      insertTextMode: InsertTextMode.asIs,
      filterText: one.filter,
      // In the order of the settings, not of the alphabet.
      sortText: String(index).padStart(4, '0'),
      ...(one.goesOn ? { command: { title: '', command: 'editor.action.triggerSuggest' } } : {}),
    };
  });
}

/** What a word of a house file means. */
export async function houseHover(
  server: ForHouseHelp,
  uri: string,
  text: string,
  offset: number,
  locale: Locale,
): Promise<Hover | null> {
  const place = placeInHouse(text, offset);
  const around = place && (await aroundHouse(server, uri, place));
  const found = around && hoverHouse(text, offset, around);
  if (!found) return null;
  return {
    contents: { kind: 'markdown', value: inLocale(found.text, locale) },
    range: lspRange(lineStarts(text), found.range),
  };
}

/** The settings of a house file, one below the other. */
export function houseOutline(text: string, locale: Locale): DocumentSymbol[] {
  const lines = lineStarts(text);
  return houseSymbols(text).map((one) => symbolOf(one, lines, locale));
}

function symbolOf(
  { name, about, key, range, children }: HouseSymbol,
  lines: LineStarts,
  locale: Locale,
): DocumentSymbol {
  return {
    name: name === '' ? '—' : name,
    detail: inLocale(about, locale),
    kind: children.length > 0 ? SymbolKind.Namespace : SymbolKind.Property,
    range: lspRange(lines, range),
    selectionRange: lspRange(lines, key),
    children: children.map((child) => symbolOf(child, lines, locale)),
  };
}

/** What is known around a house file, as far as a place asks for it. */
async function aroundHouse(
  { houses, world, index, folders }: ForHouseHelp,
  uri: string,
  place: HousePlace,
): Promise<HouseAround | undefined> {
  const resolved = await houses.resolved(uri);
  const root = parentUri(uri);
  if (resolved === undefined || root === undefined) return undefined;
  const { salvaged, tree, inherited } = resolved;
  const inForce = await houses.of(uri);
  const { staff, terms } = inForce.house;
  const house = { ...salvaged, ...(staff ? { staff } : {}), ...(terms ? { terms } : {}) };
  const endings = filesWanted(place, house);
  const top = place.shape.form === 'house-id' ? (owningFolder(folders(), uri) ?? root) : root;
  const files = endings.length === 0 ? [] : await index.files(top, endings);
  const isTemplates = place.cursor.path[0] === 'templates' && place.cursor.path.length === 1;
  const templates = isTemplates ? await index.files(joinUri(root, 'templates'), ['.md']) : [];
  const { html, htmlFolder } = house.page;
  const page =
    pageWanted(place) && html !== undefined
      ? await readText(world, joinUri(folderFrom(root, htmlFolder), ...html.split('/')))
      : undefined;
  const articles = usedWanted(place) ? [...(await index.articles(root, inForce)).values()] : [];
  return {
    house,
    tree,
    inherited,
    files: files
      .filter((file) => file !== uri && relativePath(top, file) !== undefined)
      .slice(0, most)
      .map((file) => reference(top, root, file)),
    templates: templates.map((file) => nameOf(file).replace(/\.md$/i, '')),
    ...(page === undefined ? {} : { page }),
    used: (names) => usedValues(articles, names),
  };
}
